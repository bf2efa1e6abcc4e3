"""Statements with their roles and the sides that they take: gold ones, and those that Dictum itself found."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora import Span, Token
from targets import candidates, labelled

Range = tuple[int, int]
ENOUGH = 0.3
"""The overlap (intersection over union of letters) from which a statement found is a gold one, as the scorer has it."""


@dataclass(slots=True)
class Statement:
    """One statement. Spans are in scalars of `text`; `sentences` are those of the whole text."""

    document: str
    text: str
    sentences: list[Range]
    content: list[Range]
    cue: list[Range]
    source: list[Range]
    real: bool | None = None
    targets: list[Span] = field(default_factory=list)


def ranges(values: Any) -> list[Range]:
    """A span, a list of spans, or nothing."""
    values = values if isinstance(values, list) else [values] if values else []
    return [(v["start"], v["end"]) for v in values]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file, packed or not."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        yield from map(json.loads, lines)


def letters(text: str, spans: list[Range]) -> set[int]:
    """Offsets of the letters and digits that spans cover."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def pairs(text: str, gold: list[dict], found: list[dict]) -> dict[int, int]:
    """The gold statement of each one found, best overlap first."""
    mine = [letters(text, ranges(q["spans"])) for q in found]
    theirs = [letters(text, ranges(q["spans"])) for q in gold]
    overlaps = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(theirs) for j, b in enumerate(mine) if a & b]
    out: dict[int, int] = {}
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= ENOUGH and j not in out and i not in out.values():
            out[j] = i
    return out


def statement(row: dict, text: str, sentences: list[Range], quote: dict) -> Statement:
    """A quote of a corpus or a report."""
    return Statement(row["id"], text, sentences, *(ranges(quote.get(k)) for k in ("spans", "cue", "source")))


def statement_key(quote: dict) -> tuple:
    """What two equal statements have in common."""
    return tuple(tuple(ranges(quote.get(k))) for k in ("spans", "cue", "source"))


def statements(corpus: Path, reports: Path, trees: Path | None) -> list[Statement]:
    """Gold statements, and those found in the same texts: real ones with the gold's sides, and what is none.

    Targets need `trees`; without, a statement only says whether it is one.
    """
    reported = {r["id"]: r for r in rows(reports)}
    parsed = {r["id"]: [[Token(*t) for t in s] for s in r["syntax"]] for r in rows(trees)} if trees else {}
    out = []
    for row in rows(corpus):
        report, text = reported.get(row["id"]), row["text"]
        if report is None:
            continue
        sentences, gold, found = ranges(report["sentences"]), row["quotes"], report["quotes"]
        matched = pairs(text, gold, found)
        quotes = [(q, q) for q in gold]
        # Where the gold is what Dictum found, once is enough.
        known = {statement_key(q) for q in gold}
        quotes += [(q, gold[matched[j]] if j in matched else None) for j, q in enumerate(found) if statement_key(q) not in known]
        for quote, meant in quotes:
            made = statement(row, text, sentences, quote)
            made.real = meant is not None
            if meant is not None and row["id"] in parsed:
                sides = [Span(p["target"]["start"], p["target"]["end"], p["label"]) for p in meant["positions"]]
                made.targets = labelled(candidates(parsed[row["id"]], reach(made)), sides)
            out.append(made)
    return out


def unlabelled(corpus: Path, reports: Path, trees: Path) -> list[Statement]:
    """What Dictum found in texts whose sides nobody wrote down: their candidates wait for a teacher's answer."""
    text = {row["id"]: row["text"] for row in rows(corpus)}
    parsed = {r["id"]: [[Token(*t) for t in s] for s in r["syntax"]] for r in rows(trees)}
    out = []
    for report in rows(reports):
        if report["id"] not in parsed:
            continue
        for quote in report["quotes"]:
            made = statement(report, text[report["id"]], ranges(report["sentences"]), quote)
            made.targets = [Span(c.start, c.end, "neutral") for c in candidates(parsed[report["id"]], reach(made))]
            out.append(made)
    return out


def reach(made: Statement) -> Range:
    """From the start of the first sentence that a statement touches to the end of the last."""
    spans = made.content + made.cue + made.source
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    touched = [s for s in made.sentences if s[0] < last and s[1] > first]
    return (touched[0][0], touched[-1][1]) if touched else (first, last)


def directed(corpus: Path, rng: random.Random | None = None) -> list[Statement]:
    """Sentences of Directed Sentiment Extraction, each holder the source of a statement without cue or content."""
    out = []
    for row in rows(corpus):
        whole = [(0, len(row["text"]))]
        for stance in row["stances"]:
            holder, target = stance["holder"], stance["target"]
            side = Span(target["start"], target["end"], stance["label"])
            out.append(Statement(row["id"], row["text"], whole, [], [], ranges(holder), None, [side]))
    return out
