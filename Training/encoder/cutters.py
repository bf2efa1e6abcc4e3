"""From examples to an epoch's windows, cut anew each time."""

from __future__ import annotations

import random
from collections.abc import Callable

from examples import Tokenized, Window, hide, tag_windows
from pooled_examples import Opinion, opinion_window, pair_window, unrelated
from statement_examples import hidden_roles, statement_windows
from statements import Statement
from syntax_examples import Parsed, syntax_windows
from wordpiece import WordPiece

Cutter = Callable[[random.Random, int], list[Window]]
"""A random state and a window's most pieces, to windows."""
HIDDEN_WORDS = 0.06


def size(rng: random.Random, limit: int, least: int = 32) -> int:
    """Six windows of ten are full, the others shorter."""
    return limit if rng.random() < 0.6 else rng.randint(least, limit)


def of_tags(tokenizer: WordPiece, items: list[Tokenized]) -> Cutter:
    """Tagged documents, some words hidden."""

    def cut(rng: random.Random, limit: int) -> list[Window]:
        out = [w for item in items for w in tag_windows(tokenizer, item, size(rng, limit))]
        for window in out:
            hide(window, tokenizer.mask, HIDDEN_WORDS, rng)
        return out

    return cut


def of_trees(tokenizer: WordPiece, items: list[Parsed]) -> Cutter:
    """Parsed documents, few words hidden."""

    def cut(rng: random.Random, limit: int) -> list[Window]:
        out = [w for item in items for w in syntax_windows(tokenizer, item, size(rng, limit, 64))]
        for window in out:
            hide(window, tokenizer.mask, HIDDEN_WORDS / 2, rng)
        return out

    return cut


def of_opinions(tokenizer: WordPiece, opinions: list[Opinion]) -> Cutter:
    """Short documents with targets or a polarity, alone or in groups of up to four."""

    def cut(rng: random.Random, limit: int) -> list[Window]:
        out, rest = [], rng.sample(opinions, len(opinions))
        while rest:
            group = [rest.pop()]
            count = 1 if rng.random() < 0.7 else rng.randint(2, 4)
            while rest and len(group) < count and sum(s.pieces for _, d in [*group, rest[-1]] for s in d) < limit - 2:
                group.append(rest.pop())
            out.append(opinion_window(tokenizer, group))
        return out

    return cut


def of_pairs(tokenizer: WordPiece, pairs: list[tuple[str, str, str]]) -> Cutter:
    """Statements with a text and the stance toward it; for 35 of 100, a text of another topic, too."""
    topics = sorted({text for _, text, _ in pairs})

    def cut(rng: random.Random, limit: int) -> list[Window]:
        out = []
        for statement, text, label in pairs:
            out.append(pair_window(tokenizer, statement, text, label, ("", 0)))
            other = unrelated(topics, text, rng) if rng.random() < 0.35 else None
            if other:
                out.append(pair_window(tokenizer, statement, other, "neutral", ("", 0)))
        return out

    return cut


def of_statements(tokenizer: WordPiece, items: list[Statement]) -> Cutter:
    """Statements, a tenth of them without source or cue, few words hidden."""
    made = [w for item in items for w in statement_windows(tokenizer, item)]

    def cut(rng: random.Random, limit: int) -> list[Window]:
        out = []
        for window in made:
            copy = Window(list(window.ids), window.segments, window.shapes, window.firsts, window.offsets, pooled=window.pooled)
            copy.document = window.document
            hide(copy, tokenizer.mask, HIDDEN_WORDS / 2, rng)
            hidden_roles(copy, rng)
            out.append(copy)
        return out

    return cut


def some(windows: list[Window]) -> Cutter:
    """The same windows each time."""
    return lambda rng, limit: windows
