"""Sentences, and windows of whole sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wordpiece import Word, WordPiece

_BREAK = re.compile(r"\s*\n\s*\n\s*|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|St|Jr|Sr"
    r"|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Rs|Ph\.D)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences: blank lines always end one, full stops by a short rule. The runtime has a better segmenter."""
    out, start = [], 0
    for match in _BREAK.finditer(text):
        blank = "\n" in match.group()
        if not blank and _ABBREVIATION.search(text, max(start, match.start() - 12), match.start()):
            continue
        cut = match.end()
        if match.start() > start:
            out.append((start, match.start() if blank else len(text[:cut].rstrip())))
        start = cut
    if text[start:].strip():
        out.append((start, len(text.rstrip())))
    return out


@dataclass(slots=True)
class Sentence:
    """A sentence's words, tokenized once."""

    start: int
    end: int
    words: list[Word]
    pieces: int


def tokenize(tokenizer: WordPiece, text: str) -> list[Sentence]:
    """The sentences of a text that hold at least one word."""
    out = []
    for start, end in sentences(text):
        words = tokenizer.words(text, start, end)
        if words:
            out.append(Sentence(start, end, words, sum(len(w.pieces) for w in words)))
    return out


def cut(sentence: Sentence, limit: int) -> list[Sentence]:
    """A sentence longer than `limit` pieces, cut at words."""
    if sentence.pieces <= limit:
        return [sentence]
    out: list[Sentence] = []
    words: list[Word] = []
    used = 0
    for word in sentence.words:
        if words and used + len(word.pieces) > limit:
            out.append(Sentence(words[0].start, words[-1].end, words, used))
            words, used = [], 0
        words.append(word)
        used += len(word.pieces)
    out.append(Sentence(words[0].start, words[-1].end, words, used))
    return out


def pack(document: list[Sentence], window: int) -> list[list[Sentence]]:
    """Windows of as many whole sentences as fit into `window` pieces, `[CLS]` and `[SEP]` counted."""
    out: list[list[Sentence]] = []
    used = window
    for whole in document:
        for sentence in cut(whole, window - 2):
            if used + sentence.pieces > window - 2 or not out:
                out.append([])
                used = 0
            out[-1].append(sentence)
            used += sentence.pieces
    return out
