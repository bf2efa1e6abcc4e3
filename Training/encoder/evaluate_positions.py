"""Positions of dev statements that Dictum found, as `score.py positions` counts them, by threshold; and the second look.

Also the five classes of Directed Sentiment Extraction, given both entities.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from batches import bucketed, collate
from checkpoint import load_model
from corpora import STANCES, Span, Token
from heads import Model
from losses import logits
from metrics import calibration_error
from pooled_examples import directed_window
from start_weights import start_tokenizer
from statement_examples import statement_windows
from statements import Statement, pairs, ranges, reach, rows, statement
from targets import candidates
from wordpiece import WordPiece


@dataclass
class Found:
    """A statement found, the gold positions of the one it is (none: it is no statement), and what the model says."""

    made: Statement
    gold: list[Span] | None
    real: float = 0.0
    sides: list[tuple[Span, np.ndarray]] = field(default_factory=list)


def dev_statements(corpus: Path, reports: Path, trees: Path) -> tuple[list[Found], int, int]:
    """Statements found, how many gold positions there are, and how many gold statements."""
    reported = {r["id"]: r for r in rows(reports)}
    parsed = {r["id"]: [[Token(*t) for t in s] for s in r["syntax"]] for r in rows(trees)}
    out, positions, count = [], 0, 0
    for row in rows(corpus):
        report, text = reported[row["id"]], row["text"]
        matched = pairs(text, row["quotes"], report["quotes"])
        positions += sum(len(q["positions"]) for q in row["quotes"])
        count += len(row["quotes"])
        for j, quote in enumerate(report["quotes"]):
            made = statement(row, text, ranges(report["sentences"]), quote)
            made.targets = [Span(c.start, c.end, "neutral") for c in candidates(parsed[row["id"]], reach(made))]
            made.real = True
            meant = row["quotes"][matched[j]]["positions"] if j in matched else None
            gold = None if meant is None else [Span(p["target"]["start"], p["target"]["end"], p["label"]) for p in meant]
            out.append(Found(made, gold))
    return out, positions, count


@torch.no_grad()
def answer(model: Model, tokenizer: WordPiece, found: list[Found]) -> None:
    """Run the two heads."""
    windows, owner = [], {}
    for f in found:
        for w in statement_windows(tokenizer, f.made):
            owner[id(w)] = f
            windows.append(w)
    for group in bucketed(windows, 4096):
        scores = logits(model, collate(group))
        for head, values in scores.items():
            rows_ = values.softmax(1).numpy()
            at = 0
            for w in group:
                for asked in w.pooled.get(head, []):
                    if head == "statement":
                        owner[id(w)].real = float(rows_[at][1])
                    else:
                        owner[id(w)].sides.append((owner[id(w)].made.targets[asked.source[1]], rows_[at]))
                    at += 1


def overlapping(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def positions(found: list[Found], total: int, threshold: float, least: float) -> dict[str, float]:
    """Precision and recall end to end and of statements matched, of what the model says above the threshold."""
    n = dict.fromkeys(("pred", "pred_m", "right", "turned", "gold_m", "hit"), 0)
    for f in found:
        said = []
        if f.real >= least:
            said = [Span(t.start, t.end, STANCES[2 if p[2] > p[0] else 0]) for t, p in f.sides if max(p[0], p[2]) >= threshold]
        n["pred"] += len(said)
        if f.gold is None:
            continue
        n["pred_m"] += len(said)
        n["gold_m"] += len(f.gold)
        for x in f.gold:
            n["hit"] += any(overlapping(x, y) and x.label == y.label for y in said)
        for y in said:
            near = [x for x in f.gold if overlapping(x, y)]
            n["right"] += any(x.label == y.label for x in near)
            n["turned"] += bool(near) and all(x.label != y.label for x in near)
    ratio = lambda a, b: 100 * a / b if b else 0.0  # noqa: E731
    f1 = lambda p, r: 2 * p * r / (p + r) if p + r else 0.0  # noqa: E731
    p, r = ratio(n["right"], n["pred"]), ratio(n["hit"], total)
    pm, rm = ratio(n["right"], n["pred_m"]), ratio(n["hit"], n["gold_m"])
    polarity = ratio(n["right"], n["right"] + n["turned"])
    return {"p": p, "r": r, "f1": f1(p, r), "matched_p": pm, "matched_r": rm, "matched_f1": f1(pm, rm), "polarity": polarity}


def second_look(found: list[Found], gold: int) -> list[str]:
    """Precision and recall of statements at bounds on the second look."""
    out = []
    for least in (0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [f for f in found if f.real >= least]
        right = sum(f.gold is not None for f in kept)
        out.append(f"{least}: p {100 * right / max(1, len(kept)):.1f} r {100 * right / gold:.1f}")
    return out


@torch.no_grad()
def directed(model: Model, tokenizer: WordPiece, corpus: Path) -> dict[str, float]:
    """Accuracy and macro-F1 of the five classes, from the likelier direction."""
    given = list(rows(corpus))
    windows = [w for row in given if (w := directed_window(tokenizer, row))]
    said: dict[tuple[str, int], np.ndarray] = {}
    for group in bucketed(windows, 4096):
        values = logits(model, collate(group))["directed"].softmax(1).numpy()
        said |= {p.source: v for p, v in zip((p for w in group for p in w.pooled["directed"]), values, strict=True)}
    pairs_ = []
    for row in given:
        one = lambda labels: next((f"{l}{'><'[i]}" for i, l in enumerate(labels) if l != "neutral"), "neutral")  # noqa: E731, E741
        gold = one([s["label"] for s in row["stances"]])
        best = ("neutral", 0.0)
        for i in range(2):
            p = said.get((row["id"], i), np.array([0, 1, 0]))
            if p.argmax() != 1 and p.max() > best[1]:
                best = (STANCES[int(p.argmax())] + "><"[i], float(p.max()))
        pairs_.append((gold, best[0]))
    f = []
    for label in ("neutral", "favor>", "favor<", "against>", "against<"):
        tp = sum(g == y == label for g, y in pairs_)
        total = sum(y == label for _, y in pairs_) + sum(g == label for g, _ in pairs_)
        f.append(200 * tp / total if total else 0.0)
    return {"accuracy": 100 * sum(g == y for g, y in pairs_) / len(pairs_), "macro": sum(f) / 5}


def main() -> None:
    """Print a curve a set."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--reports", type=Path, required=True, help="positions-NAME.dev.jsonl and positions-NAME.dev.trees.jsonl")
    p.add_argument("--checkpoint", type=Path, required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    model, _ = load_model(a.checkpoint)
    tokenizer = start_tokenizer()
    for name in ("polnear", "world"):
        report = a.reports / f"positions-{name}.dev.jsonl"
        found, total, count = dev_statements(a.corpora / f"positions/{name}.dev.jsonl.gz", report, a.reports / f"positions-{name}.dev.trees.jsonl")
        answer(model, tokenizer, found)
        print(name, "statements", *second_look(found, count), sep="\n  ")
        for least in (0.0, 0.5):
            for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
                print(name, least, threshold, json.dumps({k: round(v, 1) for k, v in positions(found, total, threshold, least).items()}))
        said = [(t, p, f) for f in found if f.gold is not None for t, p in f.sides]
        labels = [next((STANCES.index(x.label) for x in f.gold if overlapping(x, t)), 1) for t, _, f in said]
        print(name, "calibration error of all candidates", calibration_error(np.log(np.array([p for _, p, _ in said]) + 1e-9), np.array(labels)))
    print("directed", directed(model, tokenizer, a.corpora / "stance/dse.dev.jsonl.gz"))


if __name__ == "__main__":
    main()
