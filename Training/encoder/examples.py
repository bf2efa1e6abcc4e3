"""Windows with their gold: what one row of a batch is made of."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from corpora import Document, Span
from heads import HeadSpec
from windows import Sentence, pack, tokenize
from wordpiece import WordPiece

Range = tuple[int, int]  # pieces of a window, half-open


@dataclass(slots=True)
class Pooled:
    """One decision of a span, sentence or pair head: the piece ranges it reads, and the gold label's index (-1 unknown)."""

    ranges: tuple[Range, ...]
    label: int
    source: tuple[str, int] = ("", 0)  # document, index of the gold item


@dataclass(slots=True)
class Window:
    """`[CLS] words [SEP]`, or a pair."""

    ids: list[int]
    segments: list[int]
    shapes: list[int]
    firsts: list[int] = field(default_factory=list)  # first piece of each word
    offsets: list[Range] = field(default_factory=list)  # of each word, in the text
    tags: dict[str, list[int]] = field(default_factory=dict)  # bit sets of the labels that the gold allows
    pooled: dict[str, list[Pooled]] = field(default_factory=dict)
    links: list[Any] = field(default_factory=list)
    trees: list[Any] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)  # in the text, of the windows that have trees
    document: str = ""


@dataclass(slots=True)
class Tokenized:
    """A document, tokenized once, and the tags of its words by head and word start (other words are outside)."""

    document: Document
    sentences: list[Sentence]
    tags: dict[str, dict[int, int]]
    outside: dict[str, int]


def window(tokenizer: WordPiece, sentences: list[Sentence], document: str = "") -> tuple[Window, list[Range]]:
    """A window and the piece range of each of its sentences."""
    out = Window([tokenizer.cls], [0], [0], document=document)
    ranges = []
    for sentence in sentences:
        start = len(out.ids)
        append(out, sentence, 0)
        ranges.append((start, len(out.ids)))
    close(tokenizer, out, 0)
    return out, ranges


def append(out: Window, sentence: Sentence, segment: int) -> None:
    """Add a sentence's pieces and words."""
    for word in sentence.words:
        out.firsts.append(len(out.ids))
        out.offsets.append((word.start, word.end))
        for piece, _, _ in word.pieces:
            out.ids.append(piece)
            out.segments.append(segment)
            out.shapes.append(word.shape)


def close(tokenizer: WordPiece, out: Window, segment: int) -> None:
    """Add `[SEP]`."""
    out.ids.append(tokenizer.sep)
    out.segments.append(segment)
    out.shapes.append(0)


def snap(sentences: list[Sentence], gold: list[Span], bits: dict[str, int]) -> dict[int, int]:
    """Label bit sets of the words that gold spans touch, by word start; `bits` maps `B-x` and `I-x`."""
    words = [word for sentence in sentences for word in sentence.words]
    out: dict[int, int] = {}
    at = 0
    for span in sorted(gold, key=lambda s: (s.start, -s.end)):
        while at < len(words) and words[at].end <= span.start:
            at += 1
        prefix, i = "B-", at
        while i < len(words) and words[i].start < span.end:
            if words[i].start not in out:
                out[words[i].start] = bits[prefix + span.label]
                prefix = "I-"
            i += 1
    return out


def entity_bits(spec: HeadSpec, annotated: set[str]) -> tuple[dict[str, int], int]:
    """Bit sets for mentions, and for words outside them, where only the `annotated` types are.

    Without `facility`, a location may be either; what no annotator looked for may be anything of the other types.
    """
    bit = {label: 1 << i for i, label in enumerate(spec.labels)}
    outside, bits = bit["O"], {}
    for label in spec.labels[1:]:
        prefix, name = label[:2], label[2:]
        if name in annotated:
            bits[label] = bit[label]
        elif name == "facility":
            bits["B-location" if prefix == "B-" else "I-location"] |= bit[label]
        else:
            outside |= bit[label]
    return bits, outside


def tokenized(tokenizer: WordPiece, document: Document, specs: dict[str, HeadSpec], annotated: set[str] | None) -> Tokenized:
    """Tokenize, and snap the tagger gold: entities where `annotated` names their types, quotes otherwise."""
    sentences = tokenize(tokenizer, document.text)
    out = Tokenized(document, sentences, {}, {})
    if annotated:
        bits, outside = entity_bits(specs["entities"], annotated)
        gold = [m for m in document.mentions if m.label in annotated]
        out.tags["entities"], out.outside["entities"] = snap(sentences, gold, bits), outside
        return out
    for name, gold in (("content", document.contents), ("cue", document.cues), ("source", document.sources)):
        labelled = [Span(s.start, s.end, name) for s in gold]
        out.tags[f"quote-{name}"] = snap(sentences, labelled, {f"B-{name}": 2, f"I-{name}": 4})
        out.outside[f"quote-{name}"] = 1
    return out


def hide(out: Window, mask: int, part: float, rng: random.Random) -> None:
    """Mask the pieces of a random `part` of the words, so that a name is known from its context too."""
    for first, after in zip(out.firsts, [*out.firsts[1:], len(out.ids) - 1]):
        if rng.random() < part:
            out.ids[first:after] = [mask] * (after - first)


def tag_windows(tokenizer: WordPiece, item: Tokenized, limit: int) -> list[Window]:
    """The windows of a document with the tags of their words."""
    out = []
    for sentences in pack(item.sentences, limit):
        made, _ = window(tokenizer, sentences, item.document.id)
        for head, tags in item.tags.items():
            made.tags[head] = [tags.get(start, item.outside[head]) for start, _ in made.offsets]
        out.append(made)
    return out
