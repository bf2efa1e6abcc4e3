"""What a statement may take a side on: the phrases of its sentences, from their trees."""

from __future__ import annotations

from dataclasses import dataclass

from corpora import Span, Token

NOMINAL = {"NOUN", "PROPN", "PRON"}
INSIDE = {"compound", "flat", "fixed", "goeswith", "nmod:desc", "nmod:unmarked", "obl:unmarked", "expl", "reparandum"}
"""Relations of words that are a part of another phrase, or name nothing."""
PHRASE = {"compound", "flat", "fixed", "amod", "nummod", "goeswith", "nmod:desc"}
"""Relations of the words that belong to a phrase's shortest name."""


@dataclass(slots=True)
class Candidate:
    """A phrase: its shortest name, half-open in scalars, and how far below the sentence's root its head is."""

    start: int
    end: int
    depth: int


def children(sentence: list[Token]) -> list[list[int]]:
    """The dependents of each token."""
    out: list[list[int]] = [[] for _ in sentence]
    for i, t in enumerate(sentence):
        if t.head > 0:
            out[t.head - 1].append(i)
    return out


def phrase(sentence: list[Token], below: list[list[int]], head: int) -> tuple[int, int]:
    """First and last token of a head's shortest name: modifiers that stand next to it, without article and possessor."""
    first = last = head
    moved = True
    inside = {head}
    stack = [head]
    while stack:
        for child in below[stack.pop()]:
            if sentence[child].relation in PHRASE:
                inside.add(child)
                stack.append(child)
    while moved:
        moved = False
        if first - 1 in inside:
            first, moved = first - 1, True
        if last + 1 in inside:
            last, moved = last + 1, True
    return first, last


def depth(sentence: list[Token], index: int) -> int:
    """How many steps a token is below the root."""
    steps = 0
    while sentence[index].head > 0 and steps < len(sentence):
        index, steps = sentence[index].head - 1, steps + 1
    return steps


def is_candidate(token: Token) -> bool:
    """Nouns, names and pronouns that head a phrase."""
    return token.upos in NOMINAL and token.relation not in INSIDE


def candidates(sentences: list[list[Token]], reach: tuple[int, int]) -> list[Candidate]:
    """The candidates between the offsets of `reach`, in order."""
    out = []
    for sentence in sentences:
        if not sentence or sentence[-1].end <= reach[0] or sentence[0].start >= reach[1]:
            continue
        below = children(sentence)
        for i, token in enumerate(sentence):
            if is_candidate(token) and reach[0] <= token.start < reach[1]:
                first, last = phrase(sentence, below, i)
                out.append(Candidate(sentence[first].start, sentence[last].end, depth(sentence, i)))
    return out


def labelled(found: list[Candidate], sides: list[Span]) -> list[Span]:
    """The candidates with the side that is taken on each.

    Of those within a gold target, the one highest in the tree has its label, and the others are left out. A gold target
    without any is a candidate of its own.
    """
    out = [Span(c.start, c.end, "neutral") for c in found]
    inner: set[int] = set()
    extra = []
    for side in sides:
        inside = [i for i, c in enumerate(found) if c.start < side.end and side.start < c.end]
        if not inside:
            extra.append(Span(side.start, side.end, side.label))
            continue
        out[min(inside, key=lambda i: (found[i].depth, i))].label = side.label
        inner |= set(inside)
    return [s for i, s in enumerate(out) if i not in inner or s.label != "neutral"] + extra
