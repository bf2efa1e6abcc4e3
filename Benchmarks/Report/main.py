"""Measures Dictum beside others and writes Docs/benchmarks.md with its plots. See Scripts/bench-report."""

import argparse
import datetime
import json
import random
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
import accuracy
import curves
import machine
import others
import readme
import speed

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / ".build" / "bench-report"


class Setting:
    """What the sections need."""

    def __init__(self, options, work):
        self.quick, self.corpora = options.quick, options.corpora
        self.dictum, self.python = options.dictum.resolve(), Path(sys.executable)
        self.root, self.folder, self.work = ROOT, Path(__file__).resolve().parent, Path(work)

    def articles(self, count):
        """Articles of 4 to 14 paragraphs that are drawn from those of the golden articles; always the same ones."""
        paragraphs = []
        for file in sorted((ROOT / "Tests" / "Golden" / "articles").glob("*.txt")):
            paragraphs += [p.strip() for p in file.read_text(encoding="utf-8").split("\n") if len(p.strip()) > 60]
        rng = random.Random(11)
        return ["\n\n".join(rng.sample(paragraphs, rng.randint(4, 14))) + "\n" for _ in range(count)]

    def pipelines(self, name):
        """A shipped pipeline, and the same with the encoder `quick` where there is one: names and paths."""
        path = ROOT / "Pipelines" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        found = [(name, path)]
        if "\n  - encode" in text and (ROOT / "Models" / "quick.safetensors").exists():
            shipped = ROOT / "Pipelines" / f"{name}-quick.yaml"
            quick = self.work / f"{name}-quick.yaml"
            quick.write_text(text.replace("\n  - encode\n", "\n  - encode: { model: quick }\n"), encoding="utf-8")
            found.append((f"{name}-quick", shipped if shipped.exists() else quick))
        return found


SECTIONS = {
    "speed": ("Speed, one thread", speed.measure, lambda result: speed.page(result)),
    "encoder": ("The encoder beside ONNX Runtime", others.encoder, others.encoder_page),
    "pages": ("Web pages", others.pages, others.pages_page),
    "accuracy": ("Accuracy", accuracy.measure, accuracy.page),
    "curves": ("Growth", curves.measure, lambda result: curves.page(result, ROOT / "Docs" / "images")),
}


def write(about):
    """Puts the page together from the results that are there."""
    lines = [
        "# Benchmarks", "",
        "Written by `make bench` (`make bench CORPORA=FOLDER` for the accuracy, `Scripts/bench-report --help` for parts of it); not by hand.", "",
        *about, "",
    ]
    for key, (title, _, page) in SECTIONS.items():
        file = RESULTS / f"{key}.json"
        if not file.exists():
            continue
        saved = json.loads(file.read_text(encoding="utf-8"))
        lines += [f"## {title}", "", f"*{saved['when']}*", "", *page(saved["result"])]
    lines += (Path(__file__).parent / "published.md").read_text(encoding="utf-8").splitlines()
    text = "\n".join(lines).rstrip() + "\n"
    (ROOT / "Docs" / "benchmarks.md").write_text(text, encoding="utf-8")
    readme_file = ROOT / "README.md"
    readme_file.write_text(readme.refresh(readme_file.read_text(encoding="utf-8"), text), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dictum", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, help="laid out as FOLDER/ner/worldwide.dev.jsonl.gz and so on")
    parser.add_argument("--quick", action="store_true", help="little input and few turns, for work on this command")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS))
    options = parser.parse_args()
    RESULTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        setting = Setting(options, work)
        for key in options.only:
            if key == "accuracy" and not options.corpora:
                print("accuracy: not measured, no CORPORA=FOLDER was given")
                continue
            print(key, flush=True)
            result = SECTIONS[key][1](setting)
            when = f"{datetime.date.today()}{', a quick run' if options.quick else ''}"
            (RESULTS / f"{key}.json").write_text(json.dumps({"when": when, "result": result}), encoding="utf-8")
    write(machine.describe(ROOT, options.dictum.resolve()))
    print("Docs/benchmarks.md is written")


if __name__ == "__main__":
    main()
