"""Figures in percent, computed as the project's scorer does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from corpora import Document, Span

FOLD = {"facility": "location"}
Figures = dict[str, float]


def f1(right: int, predicted: int, gold: int) -> float:
    """Percent."""
    return round(200 * right / (predicted + gold), 2) if right else 0.0


def trimmed(text: str, span: Span) -> tuple[int, int]:
    """Without white space at the edges."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def span_f1(pairs: Sequence[tuple[Document, list[Span], list[Span]]], types: set[str]) -> Figures:
    """Exact micro-F1 of (document, gold, predicted), and F1 by type; facilities are locations where no type says otherwise."""
    right, predicted, gold = Counter(), Counter(), Counter()
    fold = {} if "facility" in types else FOLD
    for document, g, p in pairs:
        sets = [{(*trimmed(document.text, s), t) for s in x if (t := fold.get(s.label, s.label)) in types} for x in (g, p)]
        for counter, found in ((gold, sets[0]), (predicted, sets[1]), (right, sets[0] & sets[1])):
            counter.update(t for _, _, t in found)
    out = {"micro_f1": f1(right.total(), predicted.total(), gold.total())}
    out |= {t: f1(right[t], predicted[t], gold[t]) for t in sorted(types)} if len(types) > 1 else {}
    return out


def covered(text: str, values: list[Span]) -> set[int]:
    """Offsets of the letters and digits in spans."""
    return {i for s in values for i in range(s.start, s.end) if text[i].isalnum()}


def quote_f1(pairs: Sequence[tuple[Document, list[Span], list[Span]]]) -> Figures:
    """Of spans: exact F1, F1 of spans that overlap (union of at most 1/0.3, as overlap30), F1 of characters."""
    n: Counter[str] = Counter()
    for document, g, p in pairs:
        gold, predicted = ([covered(document.text, [s]) for s in x] for x in (g, p))
        n["gold"] += len(gold)
        n["predicted"] += len(predicted)
        scored = sorted(((len(x & y) / len(x | y), i, j) for i, x in enumerate(gold) for j, y in enumerate(predicted) if x & y), reverse=True)
        used: set[tuple[int, int]] = set()
        for overlap, i, j in scored:
            if (0, i) in used or (1, j) in used:
                continue
            used |= {(0, i), (1, j)}
            n["exact"] += overlap == 1
            n["overlap"] += overlap >= 0.3
        a, b = covered(document.text, g), covered(document.text, p)
        n.update(both=len(a & b), a=len(a), b=len(b))
    whole = lambda key: f1(n[key], n["predicted"], n["gold"])  # noqa: E731
    return {"exact_f1": whole("exact"), "overlap30_f1": whole("overlap"), "characters_f1": f1(n["both"], n["a"], n["b"])}


def link_f1(decisions: Sequence[tuple[list[bool], list[bool]]]) -> Figures:
    """Of candidates taken, as the GAP task counts them."""
    gold = sum(g for right, _ in decisions for g in right)
    taken = sum(p for _, chosen in decisions for p in chosen)
    both = sum(g and p for right, chosen in decisions for g, p in zip(right, chosen))
    return {"link_f1": f1(both, taken, gold), "precision": round(100 * both / max(taken, 1), 2), "recall": round(100 * both / max(gold, 1), 2)}


def label_f1(gold: Sequence[int], predicted: Sequence[int], labels: tuple[str, ...]) -> Figures:
    """Accuracy, macro-F1 over the labels that occur in the gold, F1 by label."""
    by = {
        label: f1(sum(g == p == i for g, p in zip(gold, predicted)), predicted.count(i), gold.count(i))  # type: ignore[attr-defined]
        for i, label in enumerate(labels)
        if i in set(gold)
    }
    accuracy = 100 * sum(g == p for g, p in zip(gold, predicted)) / len(gold)
    return {"macro_f1": round(sum(by.values()) / len(by), 2), "accuracy": round(accuracy, 2), **by}


def softmax(scores: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Over the last axis."""
    raised = np.exp((scores - scores.max(-1, keepdims=True)) / temperature)
    return raised / raised.sum(-1, keepdims=True)


def calibration_error(scores: np.ndarray, gold: np.ndarray, temperature: float = 1.0, bins: int = 15) -> float:
    """Expected calibration error (Guo et al. 2017), in percent."""
    chances = softmax(scores, temperature)
    sure, right = chances.max(1), chances.argmax(1) == gold
    place = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [(place == b).sum() * abs(right[place == b].mean() - sure[place == b].mean()) for b in range(bins) if (place == b).any()]
    return round(100 * float(sum(gaps)) / len(gold), 2)


def best_temperature(scores: np.ndarray, gold: np.ndarray) -> float:
    """The temperature of the lowest negative log likelihood."""
    grid = np.exp(np.linspace(np.log(0.4), np.log(5), 101))
    loss = [-np.log(softmax(scores, t)[np.arange(len(gold)), gold] + 1e-12).mean() for t in grid]
    return round(float(grid[int(np.argmin(loss))]), 3)
