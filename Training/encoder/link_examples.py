"""Windows for the link head: pronouns and definite phrases with the names that they may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpora import Document, Mention
from examples import Range, Window, window
from pooled_examples import pieces_of
from windows import pack, tokenize
from wordpiece import WordPiece

PRONOUNS = {p: None for p in "he him his himself she her hers herself they them their theirs themselves it its itself".split()}
DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their)\s", re.IGNORECASE)
BODIES = {"person", "organization", "place"}
AHEAD = 20  # words: how far after a pronoun its name may stand
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*(?: [A-Z][\w’'-]+)*")
_STEPS = [(-10, 0), (-4, 1), (0, 2), (3, 3), (6, 4), (10, 5), (15, 6), (25, 7), (40, 8), (60, 9), (90, 10), (130, 11), (200, 12)]


def distance_bucket(words: int) -> int:
    """0...13: how many words the anaphor starts after the candidate (negative: before). As in `Docs/model-format.md`."""
    return next((bucket for limit, bucket in _STEPS if words <= limit), 13)


@dataclass(slots=True)
class Link:
    """An anaphor with its candidates: piece ranges, distance buckets, and which are right (none: it is left open)."""

    anaphor: Range
    candidates: list[Range] = field(default_factory=list)
    distances: list[int] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    source: str = ""


def gum_links(document: Document) -> list[tuple[Mention, list[tuple[Mention, bool]]]]:
    """Every pronoun and definite phrase for a person, body or place, with the names around."""
    names = [m for m in document.chains if m.form == "name"]
    out = []
    for m in document.chains:
        text = document.text[m.start : m.end]
        definite = m.form == "nominal" and m.type in BODIES and DEFINITE.match(text)
        if not (text.lower() in PRONOUNS or definite):
            continue
        free = [n for n in names if n.end <= m.start or n.start >= m.end]
        out.append((m, [(n, n.entity == m.entity) for n in free]))
    return out


def gap_links(document: Document) -> list[tuple[Mention, list[tuple[Mention, bool]]]]:
    """The pronoun with both candidates; other names are wrong where one of these is right."""
    pronoun, known = document.pronoun, document.candidates
    candidates = list(known)
    right = [m for m, good in known if good]
    if right:
        words = {w for m in right for w in document.text[m.start : m.end].split()}
        for match in _NAME.finditer(document.text):
            start, end = match.span()
            opens = not document.text[:start].rstrip(" \"“'(").endswith(tuple("abcdefghijklmnopqrstuvwxyz,;:)"))
            taken = any(m.start < end and m.end > start for m, _ in known)
            if not opens and not taken and not words & set(match.group().split()) and len(candidates) < 10:
                candidates.append((Mention(start, end), False))
    return [(pronoun, candidates)]


def link_windows(tokenizer: WordPiece, document: Document, limit: int, only_known: bool = False) -> list[Window]:
    """The windows of a document that hold an anaphor, with the candidates of the same window."""
    links = document.links or (gap_links(document) if document.pronoun else gum_links(document))
    if document.pronoun and only_known:
        links = [(document.pronoun, document.candidates)]
    out = []
    for sentences in pack(tokenize(tokenizer, document.text), limit):
        made, _ = window(tokenizer, sentences, document.id)
        words, found = range(len(made.offsets)), []
        first, last = made.offsets[0][0], made.offsets[-1][1]
        for anaphor, candidates in links:
            if anaphor.start < first or anaphor.end > last:
                continue
            link = Link(pieces_of(made, words, anaphor.start, anaphor.end) or (0, 1), source=document.id)
            at = next(i for i in words if made.offsets[i][1] > anaphor.start)
            for m, good in candidates:
                place = pieces_of(made, words, m.start, m.end) if m.start >= first and m.end <= last else None
                if place is None:
                    continue
                away = at - next(i for i in words if made.offsets[i][1] > m.start)
                if away < -AHEAD and not document.pronoun:
                    continue
                link.candidates.append(place)
                link.distances.append(distance_bucket(away))
                link.right.append(good)
            whole = not document.pronoun or len(link.candidates) >= len(document.candidates)
            if link.candidates and whole:
                found.append(link)
        if found:
            made.links = found
            out.append(made)
    return out
