"""How time and memory grow: with the length of a text, with the number of articles."""

import os
import subprocess
import tempfile
from pathlib import Path

from svg import chart
from turns import figure


def child(command, environment=None):
    """The processor's seconds and the peak memory in MB of a program."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(str(word) for word in command)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def of_texts(setting):
    """One text of 1 KB to 10 MB; the encoder's pipeline stops at 1 MB in a quick run."""
    source = "\n\n".join(setting.articles(100)).encode()
    series = []
    for pipeline, largest in [("segment", 10_000_000), ("news-small", 10_000_000), ("news", 10_000_000)]:
        if setting.quick:
            largest = 100_000
        for name, path in setting.pipelines(pipeline):
            points, size = [], 1_000
            while size <= largest:
                text = (source * (size // len(source) + 1))[:size].decode(errors="ignore")
                file = setting.work / "text.txt"
                file.write_text(text, encoding="utf-8")
                points.append([size, *child([setting.dictum, "run", path, file])])
                size *= 10
            series.append([name, points])
    return series


def of_articles(setting):
    """10 to 10,000 articles as a batch, on one thread; the encoder's pipeline stops earlier."""
    series = []
    for pipeline, largest in [("news-small", 10_000), ("news", 1_000)]:
        if setting.quick:
            largest = 100
        for name, path in setting.pipelines(pipeline):
            points, count = [], 10
            while count <= largest:
                with tempfile.TemporaryDirectory(dir=setting.work) as folder:
                    into = Path(folder) / "in"
                    into.mkdir()
                    for number, text in enumerate(setting.articles(count)):
                        (into / f"{number:05d}.txt").write_text(text, encoding="utf-8")
                    command = [setting.dictum, "batch", path, into, "--out", f"{folder}/out", "--jobs", "1", "--quiet"]
                    points.append([count, *child(command)])
                count *= 10
            series.append([name, points])
    return series


def measure(setting):
    print("  texts", flush=True)
    texts = of_texts(setting)
    print("  articles", flush=True)
    return {"texts": texts, "articles": of_articles(setting)}


def size(value):
    return f"{value // 1_000_000:.0f} MB" if value >= 1_000_000 else f"{value // 1_000:.0f} KB"


def page(result, images):
    def draw(file, title, x, y, key, index, x_name, y_name):
        series = [(name, [(p[0], max(p[index], 0.001)) for p in points]) for name, points in result[key]]
        (images / file).write_text(chart(title, x, y, series, x_name, y_name), encoding="utf-8")
        return f"![{title}](images/{file})"

    seconds = lambda v: f"{v:g} s"
    lines = ["The processor's seconds, the start of the program and the loading of its models included.", ""]
    lines.append(draw("time-by-size.svg", "Time by length of a text", "text", "seconds", "texts", 1, size, seconds))
    lines.append(draw("time-by-articles.svg", "Time by number of articles", "articles", "seconds", "articles", 1, lambda v: f"{v:,}", seconds))
    lines.append(draw("memory-by-articles.svg", "Peak memory by number of articles", "articles", "MB", "articles", 2, lambda v: f"{v:,}", lambda v: f"{v:g}"))
    for key, name in [("texts", size), ("articles", lambda v: f"{v:,} articles")]:
        lines += ["", "| | " + " | ".join(name(p[0]) for p in max((s[1] for s in result[key]), key=len)) + " |"]
        longest = max(len(points) for _, points in result[key])
        lines.append("|---|" + "---|" * longest)
        for row, points in result[key]:
            cells = [f"{figure(p[1])} s, {p[2]:.0f} MB" for p in points] + ["–"] * (longest - len(points))
            lines.append(f"| `{row}` | " + " | ".join(cells) + " |")
    return [*lines, ""]
