"""Windows for the heads that decide about a span, a sentence or a pair."""

from __future__ import annotations

import random

from corpora import POLARITIES, STANCES, Document
from examples import Pooled, Range, Window, append, close, window
from windows import Sentence, cut, tokenize
from wordpiece import WordPiece

Opinion = tuple[Document, list[Sentence]]
MAX_PIECES = 190


def whole(tokenizer: WordPiece, text: str, limit: int) -> list[Sentence]:
    """A text's sentences, cut off at `limit` pieces."""
    out, used = [], 0
    for sentence in tokenize(tokenizer, text):
        if used + sentence.pieces > limit:
            if not out:
                out.append(cut(sentence, limit)[0])
            break
        out.append(sentence)
        used += sentence.pieces
    return out


def pieces_of(made: Window, words: range, start: int, end: int) -> Range | None:
    """The piece range of the window's `words` that `start..<end` of the text touches."""
    touched = [i for i in words if made.offsets[i][0] < end and made.offsets[i][1] > start]
    if not touched:
        return None
    after = touched[-1] + 1
    stop = made.firsts[after] if after < len(made.firsts) else len(made.ids) - 1
    return made.firsts[touched[0]], stop


def opinion_window(tokenizer: WordPiece, documents: list[Opinion]) -> Window:
    """One window of one or several short documents, each with its targets or its polarity.

    Several at once, so that `[CLS]` of a window of several sentences is something the heads have met.
    """
    made, ranges = window(tokenizer, [s for _, sentences in documents for s in sentences], documents[0][0].id)
    at, word = 0, 0
    for document, sentences in documents:
        mine = ranges[at : at + len(sentences)]
        words = range(word, word + sum(len(s.words) for s in sentences))
        at, word = at + len(sentences), words.stop
        for i, target in enumerate(document.targets):
            found = pieces_of(made, words, target.start, target.end)
            if found is None:
                continue
            holding = [r for r in mine if r[0] < found[1] and r[1] > found[0]]
            around = (holding[0][0], holding[-1][1])
            label = STANCES.index(target.label)
            made.pooled.setdefault("stance-span", []).append(Pooled((found, around), label, (document.id, i)))
        if document.polarity is not None:
            label = POLARITIES.index(document.polarity)
            one = Pooled(((mine[0][0], mine[-1][1]),), label, (document.id, 0))
            made.pooled.setdefault("sentiment", []).append(one)
    return made


def pair_window(tokenizer: WordPiece, statement: str, text: str, label: str, source: tuple[str, int]) -> Window:
    """`[CLS] statement [SEP] text [SEP]`; the text keeps at most 60 pieces, the statement what is left."""
    second = whole(tokenizer, text, 60)
    first = whole(tokenizer, statement, MAX_PIECES - sum(s.pieces for s in second) - 3)
    made, ranges = window(tokenizer, first, source[0])
    start = len(made.ids)
    for sentence in second:
        append(made, sentence, 1)
    spans = ((1, ranges[-1][1]), (start, len(made.ids)))
    close(tokenizer, made, 1)
    made.pooled["stance-text"] = [Pooled(spans, STANCES.index(label), source)]
    return made


def directed_window(tokenizer: WordPiece, row: dict) -> Window | None:
    """A sentence with two entities: where each stands toward the other, in both directions."""
    sentences = whole(tokenizer, row["text"], MAX_PIECES - 2)
    if not sentences:
        return None
    made, ranges = window(tokenizer, sentences, row["id"])
    words, every = range(len(made.offsets)), (ranges[0][0], ranges[-1][1])
    for i, stance in enumerate(row["stances"]):
        holder, target = (pieces_of(made, words, stance[k]["start"], stance[k]["end"]) for k in ("holder", "target"))
        if holder and target:
            one = Pooled((holder, target, every), STANCES.index(stance["label"]), (row["id"], i))
            made.pooled.setdefault("directed", []).append(one)
    return made if made.pooled else None


def content_words(text: str) -> set[str]:
    """Stems of the longer words: what two texts of one topic are likely to share."""
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    return {w[:5] for w in words if len(w) > 4} - {"shoul", "house", "belie", "would", "there", "their"}


def unrelated(topics: list[str], own: str, rng: random.Random) -> str | None:
    """A text of another topic: one that shares no stem of a longer word with the statement's own text."""
    mine = content_words(own)
    for _ in range(20):
        other = rng.choice(topics)
        if other != own and not content_words(other) & mine:
            return other
    return None
