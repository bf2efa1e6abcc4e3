"""Sections that other commands measure: the encoder beside ONNX Runtime, pages beside extractors."""

import os
import re
import subprocess


def encoder(setting):
    build = ["swift", "build", "-c", "release", "--product", "bench-neural"]
    subprocess.run(build, check=True, cwd=setting.root, stdout=subprocess.DEVNULL)
    command = [setting.python, "Benchmarks/neural_onnx.py", "--bench", setting.dictum.parent / "bench-neural", "--models", "Models"]
    command += ["--rounds", "2" if setting.quick else "5"]
    done = subprocess.run([str(word) for word in command], cwd=setting.root, capture_output=True, text=True, check=True)
    return {"lines": done.stdout.splitlines()}


def encoder_page(result):
    lines = [*result["lines"][:2], "", "| | precision | words/s | pieces/s |", "|---|---|---|---|"]
    speeds = {}
    for line in result["lines"][2:]:
        match = re.match(r"(\S+) +(.*?) +(\d+) words/s +(\d+) pieces/s", line)
        if match:
            precision, name, words, pieces = match.groups()
            lines.append(f"| {name} | {precision} | {int(words):,} | {int(pieces):,} |")
            speeds.setdefault(precision, {})[name] = int(words)
    for precision, by_name in speeds.items():
        ours = by_name.get("Dictum, windows", 0)
        faster = [name for name, words in by_name.items() if words > ours]
        if faster:
            lines += ["", f"**Faster than Dictum in {precision}:** {'; '.join(faster)}."]
    return [*lines, ""]


def pages(setting):
    environment = os.environ | {"DICTUM_BENCH_VENV": "1"}
    command = [setting.python, setting.root / "Scripts" / "bench-pages", setting.dictum, ""]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True, env=environment)
    return {"lines": done.stdout.splitlines()}


def pages_page(result):
    head = ["precision", "recall", "F1", "quotes whole", "title", "day", "ms a page", "lost"]
    lines = ["Pages of Benchmarks/Pages, made for this; shingles of four words.", "", f"| | {' | '.join(head)} |", "|---|" + "---|" * len(head)]
    rows = [line.split() for line in result["lines"][1:] if len(line.split()) == 9]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    ours = next((row for row in rows if row[0] == "dictum"), None)
    for row in rows:
        if ours and row is not ours:
            better = [head[n - 1] for n in (1, 2, 3, 4, 5, 6) if row[n] != "-" and float(row[n]) > float(ours[n])]
            better += ["ms a page"] if float(row[7]) < float(ours[7]) else []
            if better:
                lines += ["", f"**{row[0]} is better** in {', '.join(better)}."]
    return [*lines, ""]
