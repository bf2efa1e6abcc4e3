"""From logits to spans: Viterbi over the BIO constraints."""

from __future__ import annotations

import numpy as np

from corpora import Span


def constraints(labels: tuple[str, ...]) -> np.ndarray:
    """`[from, to]`: 0 where a step is allowed, minus infinity where an `I-x` follows neither `B-x` nor `I-x`."""
    out = np.zeros((len(labels), len(labels)), np.float32)
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            out[:, j] = [0 if previous[1:] == label[1:] else -np.inf for previous in labels]
    return out


def viterbi(scores: np.ndarray, labels: tuple[str, ...]) -> list[int]:
    """The best allowed path through `scores` `[words, labels]`."""
    steps = constraints(labels)
    best = scores[0] + np.array([-np.inf if label.startswith("I-") else 0 for label in labels], np.float32)
    back = []
    for row in scores[1:]:
        through = best[:, None] + steps
        back.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(path: list[int], labels: tuple[str, ...], offsets: list[tuple[int, int]]) -> list[Span]:
    """Spans of a BIO path over words at `offsets`."""
    out: list[Span] = []
    for label, (start, end) in zip((labels[i] for i in path), offsets, strict=True):
        if label.startswith("B-"):
            out.append(Span(start, end, label[2:]))
        elif label.startswith("I-") and out:
            out[-1].end = end
    return out
