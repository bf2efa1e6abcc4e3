"""Readers: one JSON document a line, gzip; spans in Unicode scalars."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ENTITY_TYPES = ["person", "organization", "location", "facility", "norp", "product", "date", "money", "misc"]
STANCES = ["against", "neutral", "favor"]
POLARITIES = ["negative", "neutral", "positive"]


@dataclass(slots=True)
class Span:
    """Half-open, in Unicode scalars; `label` is what the corpus says of it."""

    start: int
    end: int
    label: str = ""


@dataclass(slots=True)
class Mention:
    """A mention of the coreference corpora; `form` is name, nominal or pronoun."""

    start: int
    end: int
    entity: str = ""
    form: str = ""
    type: str = ""


@dataclass(slots=True)
class Token:
    """A treebank token; `head` counts from 1 in its sentence, 0 is the root, -1 unknown."""

    start: int
    end: int
    upos: str = ""
    head: int = -1
    relation: str = ""


@dataclass(slots=True)
class Document:
    """A text with the gold that one corpus has for it."""

    id: str
    text: str
    mentions: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    cues: list[Span] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    targets: list[Span] = field(default_factory=list)
    topics: list[tuple[str, str]] = field(default_factory=list)  # text, stance
    polarity: str | None = None
    chains: list[Mention] = field(default_factory=list)
    syntax: list[list[Token]] = field(default_factory=list)
    pronoun: Mention | None = None
    candidates: list[tuple[Mention, bool]] = field(default_factory=list)
    links: list[tuple[Mention, list[tuple[Mention, bool]]]] = field(default_factory=list)


def spans(values: Any) -> list[Span]:
    """A span, a list of spans, or nothing."""
    values = values if isinstance(values, list) else [values] if values else []
    return [Span(v["start"], v["end"]) for v in values]


def unique(values: list[Span]) -> list[Span]:
    """Without repetitions and without spans that overlap an earlier or longer one."""
    kept: list[Span] = []
    for span in sorted(values, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def document(row: dict[str, Any]) -> Document:
    """One line of a corpus file."""
    quotes, stances = row.get("quotes", []), row.get("stances", [])
    targets = [s for s in stances if "start" in s["target"]]
    return Document(
        id=row["id"],
        text=row["text"],
        mentions=[Span(m["start"], m["end"], m["type"]) for m in row.get("mentions", []) if "form" not in m],
        contents=unique([s for q in quotes for s in spans(q.get("spans"))]),
        cues=unique([s for q in quotes for s in spans(q.get("cue"))]),
        sources=unique([s for q in quotes for s in spans(q.get("source"))]),
        targets=[Span(s["target"]["start"], s["target"]["end"], s["label"]) for s in targets],
        topics=[(s["target"]["text"].strip(), s["label"]) for s in stances if "start" not in s["target"]],
        chains=[Mention(m["start"], m["end"], m["entity"], m["form"], m["type"]) for m in row.get("mentions", []) if "form" in m],
        syntax=[[Token(*t) for t in s] for s in row.get("syntax", [])],
        pronoun=Mention(p["start"], p["end"]) if (p := row.get("pronoun")) else None,
        candidates=[(Mention(c["start"], c["end"]), c["coreferent"]) for c in row.get("candidates", [])],
        polarity=row["sentiments"][0]["label"] if row.get("sentiments") else None,
    )


def read(path: Path) -> Iterator[Document]:
    """The documents of one `.jsonl.gz` file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield document(json.loads(line))
