"""Windows of statements: their sentences, each piece with the role it has."""

from __future__ import annotations

import random

from corpora import STANCES
from examples import Pooled, Window, append, close
from heads import ROLES
from pooled_examples import pieces_of
from statements import Range, Statement
from windows import Sentence
from wordpiece import WordPiece

CAPACITY = 188
"""Pieces of a statement's window, without `[CLS]` and `[SEP]`."""


def touches(spans: list[Range], start: int, end: int) -> bool:
    """Whether one of the spans overlaps `start..<end`."""
    return any(s < end and e > start for s, e in spans)


def groups(tokenizer: WordPiece, made: Statement) -> list[list[Sentence]]:
    """The sentences from a statement's first to its last, in windows: the first one that is full begins at the cue or,
    without one, at the first sentence, and has the sentences after it and then those before; what is left is cut in order."""
    spans = made.content + made.cue + made.source
    if not spans:
        return []
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    whole = []
    for start, end in made.sentences:
        if start < last and end > first:
            words = tokenizer.words(made.text, start, end)
            if words:
                whole.append(Sentence(start, end, words, sum(len(w.pieces) for w in words)))
    if not whole:
        return []
    anchor = next((i for i, s in enumerate(whole) if touches(made.cue or made.source, s.start, s.end)), 0)
    taken, used = {anchor}, whole[anchor].pieces
    for i in [*range(anchor + 1, len(whole)), *range(anchor - 1, -1, -1)]:
        if used + whole[i].pieces <= CAPACITY and (i - 1 in taken or i + 1 in taken):
            taken.add(i)
            used += whole[i].pieces
    out = [[whole[i] for i in sorted(taken)]]
    for i, sentence in enumerate(whole):
        if i in taken:
            continue
        if len(out) == 1 or sum(s.pieces for s in out[-1]) + sentence.pieces > CAPACITY:
            out.append([])
        out[-1].append(sentence)
    return out


def clipped(sentences: list[Sentence]) -> list[Sentence]:
    """Without the words beyond a window's capacity."""
    out, used = [], 0
    for s in sentences:
        words = []
        for word in s.words:
            if used + len(word.pieces) > CAPACITY:
                break
            words.append(word)
            used += len(word.pieces)
        if words:
            out.append(Sentence(s.start, words[-1].end, words, sum(len(w.pieces) for w in words)))
    return out


def role(made: Statement, start: int, end: int) -> int:
    """The segment of a word: source before cue before content, none 0."""
    for name, spans in (("source", made.source), ("cue", made.cue), ("content", made.content)):
        if touches(spans, start, end):
            return ROLES[name]
    return 0


def statement_windows(tokenizer: WordPiece, made: Statement) -> list[Window]:
    """Its windows; the first one says whether it is a statement, each has the targets in its own sentences."""
    out = []
    for k, sentences in enumerate(groups(tokenizer, made)):
        window = Window([tokenizer.cls], [0], [0], document=made.document)
        for sentence in clipped(sentences):
            append(window, sentence, 0)
        for i, (start, end) in enumerate(window.offsets):
            after = window.firsts[i + 1] if i + 1 < len(window.firsts) else len(window.ids)
            window.segments[window.firsts[i] : after] = [role(made, start, end)] * (after - window.firsts[i])
        close(tokenizer, window, 0)
        words = range(len(window.offsets))
        if k == 0 and made.real is not None:
            window.pooled["statement"] = [Pooled(((0, 1),), int(made.real))]
        if made.real is not False:
            first, last = window.offsets[0][0], window.offsets[-1][1]
            for i, target in enumerate(made.targets):
                place = pieces_of(window, words, target.start, target.end) if first <= target.start < last else None
                if place:
                    one = Pooled((place,), STANCES.index(target.label), (made.document, i))
                    window.pooled.setdefault("position", []).append(one)
        if window.pooled:
            out.append(window)
    return out


def hidden_roles(window: Window, rng: random.Random) -> None:
    """Now and then a statement without its source or its cue, as many are found without."""
    gone = rng.choice([ROLES["source"], ROLES["cue"]]) if rng.random() < 0.1 else 0
    if gone:
        window.segments = [0 if s == gone else s for s in window.segments]
