"""Development sets as windows, one list for each (head, corpus)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpora import ENTITY_TYPES, Document, Span, read
from examples import Window, tag_windows, tokenized
from heads import HEADS
from link_examples import link_windows
from pooled_examples import opinion_window, pair_window, whole
from wordpiece import WordPiece

SPECS = {spec.name: spec for spec in HEADS}
THREE = {"person", "organization", "location"}


@dataclass
class DevSet:
    """Windows to run, and the gold documents."""

    name: str
    heads: list[str]
    documents: list[Document]
    windows: list[Window]
    types: set[str]

    def gold(self, head: str, document: Document) -> list[Span]:
        """The gold spans of a tagger."""
        kinds = {"entities": document.mentions, "quote-content": document.contents, "quote-cue": document.cues, "quote-source": document.sources}
        name = head.removeprefix("quote-")
        return document.mentions if head == "entities" else [Span(s.start, s.end, name) for s in kinds[head]]


def tagged(tokenizer: WordPiece, name: str, documents: list[Document], types: set[str], limit: int) -> DevSet:
    """A tagger's set: names where there are `types`, quotes otherwise."""
    items = [tokenized(tokenizer, d, SPECS, types or None) for d in documents]
    heads = ["entities"] if types else ["quote-content", "quote-cue", "quote-source"]
    return DevSet(name, heads, documents, [w for i in items if i.sentences for w in tag_windows(tokenizer, i, limit)], types)


def opinions(tokenizer: WordPiece, name: str, documents: list[Document]) -> DevSet:
    """Targets or polarity: one document a window."""
    head = "sentiment" if documents[0].polarity else "stance-span"
    windows = [opinion_window(tokenizer, [(d, whole(tokenizer, d.text, 190))]) for d in documents]
    return DevSet(name, [head], documents, [w for w in windows if w.pooled], set())


def pairs(tokenizer: WordPiece, name: str, documents: list[Document]) -> DevSet:
    """Statement and text."""
    windows = [pair_window(tokenizer, d.text, text, label, (d.id, i)) for d in documents for i, (text, label) in enumerate(d.topics)]
    return DevSet(name, ["stance-text"], documents, windows, set())


def links(tokenizer: WordPiece, name: str, documents: list[Document], limit: int) -> DevSet:
    """Pronouns with their candidates."""
    windows = [w for d in documents for w in link_windows(tokenizer, d, limit, only_known=True)]
    return DevSet(name, ["links"], documents, windows, set())


def dev_sets(tokenizer: WordPiece, corpora: Path, limit: int) -> list[DevSet]:
    """All of them."""

    def load(name: str) -> list[Document]:
        return list(read(corpora / f"{name}.dev.jsonl.gz"))

    return [
        tagged(tokenizer, "worldwide", load("ner/worldwide"), set(ENTITY_TYPES), limit),
        *(tagged(tokenizer, n, load(f"ner/{n}"), THREE, limit) for n in ("uner-ewt", "btc", "gum-derived", "wikigold")),
        tagged(tokenizer, "polnear", load("quotes/polnear"), set(), limit),
        *(opinions(tokenizer, n, load(f"stance/{n}")) for n in ("newsmtsc", "sentfin")),
        *(pairs(tokenizer, n, load(f"stance/{n}")) for n in ("perspectrum", "valueeval")),
        links(tokenizer, "gap", load("coref/gap"), limit),
        links(tokenizer, "gum-coref", load("coref/gum"), limit),
        opinions(tokenizer, "vader-nyt", load("sentiment/vader-nyt")),
    ]
