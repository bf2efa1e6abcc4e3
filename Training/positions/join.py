"""Join the codings of this folder with the texts that they are about, as corpora that training reads.

    python join.py CORPORA REPORTS OUT

`CORPORA` holds `quotes/polnear.train.jsonl.gz`, `ner/worldwide.train.jsonl.gz`, `stance/newsmtsc.train.jsonl.gz` and
`stance/dse.train.jsonl.gz`; `REPORTS` what Dictum found in the first two (`quotes-polnear.jsonl`, `ner-worldwide.jsonl`), for the
names of speakers. Writes `polnear.train.jsonl.gz`, `world.train.jsonl.gz` and `sentences.train.jsonl.gz` in the shape of
`positions/`, and the articles that are kept out of training as `held-polnear.jsonl` and `held-world.jsonl`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCES = {"polnear": ["quotes/polnear"], "world": ["ner/worldwide"], "sentences": ["stance/newsmtsc", "stance/dse"]}


def rows(path: Path) -> Iterator[dict]:
    """The lines of a file, packed or not."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        yield from map(json.loads, lines)


def spans(values: list[list[int]]) -> list[dict]:
    """Pairs to spans."""
    return [{"start": s, "end": e} for s, e in values]


def names(text: str, report: dict, place: list[int]) -> list[str]:
    """The name of a speaker, and the others that Dictum found for the same person or body."""
    name = text[place[0] : place[1]]
    for entity in report.get("entities", []):
        if name == entity["name"] or name in entity["aliases"]:
            return [name, *sorted({entity["name"], *entity["aliases"]} - {name})]
    return [name]


def joined(text: str, report: dict, coded: dict) -> dict:
    """An article with its statements; those that a coder found to be none are left out."""
    quotes = []
    for one in coded["statements"]:
        if not one.get("real", True):
            continue
        quotes.append({
            "spans": spans(one["spans"]),
            "cue": spans(one["cue"]),
            "source": spans(one["source"]),
            "speakers": [names(text, report, place) for place in one.get("speakers", [])],
            "positions": [{"target": {"start": s, "end": e}, "label": label} for s, e, label in one.get("positions", [])],
        })
    return {"id": coded["id"], "text": text, "offsets": "unicode-scalar", "quotes": quotes}


def main() -> None:
    """Read all three, write both corpora."""
    corpora, reports, out = map(Path, sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    for name, sources in SOURCES.items():
        coded = {row["id"]: row for row in rows(Path(__file__).parent / f"{name}.jsonl.gz")}
        report = reports / f"{sources[0].replace('/', '-')}.jsonl"
        found = {row["id"]: row for row in rows(report) if row["id"] in coded} if name != "sentences" else {}
        with gzip.open(out / f"{name}.train.jsonl.gz", "wt", encoding="utf-8") as file, (out / f"held-{name}.jsonl").open("w") as held:
            for source in sources:
                for row in rows(corpora / f"{source}.train.jsonl.gz"):
                    # A sentence stands in its corpus once for each of its targets.
                    one = coded.pop(row["id"] if name != "sentences" else f"{source.split('/')[1]}:{row['id']}", None)
                    if one:
                        made = json.dumps(joined(row["text"], found.get(row["id"], {}), one), ensure_ascii=False) + "\n"
                        (held if one.get("held") else file).write(made)


if __name__ == "__main__":
    main()
