"""Windows for the parser: treebank tokens over the pieces of whole sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch

from corpora import Document, Token
from examples import Window, window
from parser import RELATIONS, UPOS, Trees
from windows import Sentence, pack
from wordpiece import WordPiece, word_shape


@dataclass(slots=True)
class Tree:
    """A sentence's tokens in a window: the pieces of each, and its gold."""

    pieces: list[list[int]]
    shapes: list[int]
    upos: list[int]
    heads: list[int]
    relations: list[int]


@dataclass(slots=True)
class Parsed:
    """A document of a treebank, tokenized once."""

    document: Document
    sentences: list[Sentence]
    tokens: dict[int, list[Token]] = field(default_factory=dict)  # by start of the sentence's first word


def relation(name: str) -> int:
    """The index of a relation; rare subtypes count as their base."""
    return RELATIONS.index(name if name in RELATIONS else name.split(":")[0])


def parsed(tokenizer: WordPiece, document: Document) -> Parsed:
    """Sentences as the gold has them."""
    out = Parsed(document, [])
    for tokens in document.syntax:
        words = tokenizer.words(document.text, tokens[0].start, tokens[-1].end)
        if words:
            out.sentences.append(Sentence(words[0].start, words[-1].end, words, sum(len(w.pieces) for w in words)))
            out.tokens[words[0].start] = tokens
    return out


def pieces_of_tokens(tokenizer: WordPiece, sentence: Sentence, first: int, tokens: list[Token]) -> list[list[int]]:
    """For each token the window's pieces that start in it or, where none does, the one that overlaps its start.

    `first` is the place of the sentence's first piece in its window.
    """
    places = [(start, end) for word in sentence.words for _, start, end in word.pieces]
    out = []
    for token in tokens:
        inside = [first + i for i, (start, _) in enumerate(places) if token.start <= start < token.end]
        over = [first + i for i, (start, end) in enumerate(places) if start <= token.start < end]
        out.append(inside or over[:1])
    return out


def tree(tokenizer: WordPiece, sentence: Sentence, first: int, tokens: list[Token], text: str) -> Tree:
    """A sentence's tokens in its window."""
    return Tree(
        pieces_of_tokens(tokenizer, sentence, first, tokens),
        [word_shape(text[t.start : t.end]) for t in tokens],
        [UPOS.index(t.upos) if t.upos else 0 for t in tokens],
        [t.head for t in tokens],
        [relation(t.relation) if t.relation else 0 for t in tokens],
    )


def syntax_windows(tokenizer: WordPiece, item: Parsed, limit: int) -> list[Window]:
    """The windows of a document; a sentence longer than a window is left out."""
    out = []
    for sentences in pack([s for s in item.sentences if s.pieces <= limit - 2], limit):
        made, ranges = window(tokenizer, sentences, item.document.id)
        made.trees = [tree(tokenizer, s, r[0], item.tokens[s.start], item.document.text) for s, r in zip(sentences, ranges)]
        made.sentence_starts = [s.start for s in sentences]
        out.append(made)
    return out


def collate_trees(windows: list[Window], length: int) -> Trees | None:
    """The trees of a batch whose rows are `length` pieces long."""
    placed = [(row, t) for row, w in enumerate(windows) for t in w.trees]
    if not placed:
        return None
    places, owners, context, table = [], [], [], []
    longest, count = max(len(t.shapes) for _, t in placed), 0
    for row, t in placed:
        size = len(t.shapes)
        table.append([*range(count, count + size)] + [-1] * (longest - size))
        for i, pieces in enumerate(t.pieces):
            places += [row * length + p for p in pieces]
            owners += [count + i] * len(pieces)
        context += zip([0, *t.shapes[:-1]], t.shapes, [*t.shapes[1:], 0])
        count += size
    every = [t for _, t in placed]
    return Trees(
        torch.tensor(places),
        torch.tensor(owners),
        torch.tensor(context),
        torch.tensor(table),
        torch.tensor([x for t in every for x in t.upos]),
        torch.tensor([x for t in every for x in t.heads]),
        torch.tensor([x for t in every for x in t.relations]),
    )
