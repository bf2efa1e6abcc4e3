"""Batches of windows of about the same length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from examples import Window
from parser import Trees
from syntax_examples import collate_trees


@dataclass(slots=True)
class Batch:
    """Padded rows, and for each head what it is asked."""

    ids: Tensor  # [rows, pieces]
    segments: Tensor
    shapes: Tensor
    mask: Tensor
    words: Tensor  # [words, 2]: row, first piece
    context: Tensor  # [words, 3]: shapes of the previous, this and next word
    tags: dict[str, Tensor]  # [words]: bit sets of allowed labels
    spans: dict[str, list[Tensor]]  # per head, per range: [decisions, 3]: row, start, end
    labels: dict[str, Tensor]  # [decisions]
    windows: list[Window]
    links: Links | None = None
    trees: Trees | None = None


@dataclass(slots=True)
class Links:
    """Candidate pairs of a batch, by anaphor."""

    anaphors: Tensor  # [pairs, 3]: row, start, end
    candidates: Tensor  # [pairs, 3]
    distances: Tensor  # [pairs]
    right: Tensor  # [pairs], bool
    groups: Tensor  # [anaphors, most candidates]: indices of pairs, -1 beyond the last


def collate_links(windows: list[Window]) -> Links | None:
    """All pairs of the windows, or nothing."""
    rows = [(row, link) for row, w in enumerate(windows) for link in w.links]
    if not rows:
        return None
    most, groups, at = max(len(link.candidates) for _, link in rows), [], 0
    for _, link in rows:
        count = len(link.candidates)
        groups.append([*range(at, at + count)] + [-1] * (most - count))
        at += count
    return Links(
        anaphors=torch.tensor([(row, *link.anaphor) for row, link in rows for _ in link.candidates]),
        candidates=torch.tensor([(row, *c) for row, link in rows for c in link.candidates]),
        distances=torch.tensor([d for _, link in rows for d in link.distances]),
        right=torch.tensor([r for _, link in rows for r in link.right]),
        groups=torch.tensor(groups),
    )


def collate(windows: list[Window]) -> Batch:
    """Windows to tensors. All windows of a batch answer the same heads."""
    length = max(len(w.ids) for w in windows)
    pad = lambda values: values + [0] * (length - len(values))  # noqa: E731
    words, context = [], []
    for row, w in enumerate(windows):
        shapes = [w.shapes[i] for i in w.firsts]
        words += [(row, i) for i in w.firsts]
        context += zip([0, *shapes[:-1]], shapes, [*shapes[1:], 0])
    spans: dict[str, list[Tensor]] = {}
    labels: dict[str, Tensor] = {}
    for head in {h for w in windows for h in w.pooled}:
        asked = [(row, p) for row, w in enumerate(windows) for p in w.pooled.get(head, [])]
        count = len(asked[0][1].ranges)
        spans[head] = [torch.tensor([(row, *p.ranges[k]) for row, p in asked]) for k in range(count)]
        labels[head] = torch.tensor([p.label for _, p in asked])
    return Batch(
        ids=torch.tensor([pad(w.ids) for w in windows]),
        segments=torch.tensor([pad(w.segments) for w in windows]),
        shapes=torch.tensor([pad(w.shapes) for w in windows]),
        mask=torch.tensor([[True] * len(w.ids) + [False] * (length - len(w.ids)) for w in windows]),
        words=torch.tensor(words),
        context=torch.tensor(context),
        tags={h: torch.tensor([t for w in windows for t in w.tags[h]]) for h in windows[0].tags},
        spans=spans,
        labels=labels,
        windows=windows,
        links=collate_links(windows),
        trees=collate_trees(windows, length),
    )


def bucketed(windows: list[Window], pieces: int, rng: random.Random | None = None) -> Iterator[list[Window]]:
    """Groups of at most `pieces` padded pieces, of similar length; in random order where there is an `rng`."""
    noise = (lambda: rng.random() * 6) if rng else (lambda: 0.0)
    ordered = sorted(windows, key=lambda w: len(w.ids) + noise())
    groups: list[list[Window]] = [[]]
    longest = 0
    for w in ordered:
        longest = max(longest, len(w.ids))
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = len(w.ids)
        groups[-1].append(w)
    if rng:
        rng.shuffle(groups)
    yield from (g for g in groups if g)
