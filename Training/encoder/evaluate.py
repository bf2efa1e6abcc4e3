"""Dev metrics of every head, in fp32, with int8 weights, and with int8 weights and activations."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from batches import Links, bucketed, collate
from checkpoint import load_model
from corpora import Span
from decode import spans, viterbi
from dev_sets import DevSet, dev_sets
from heads import Model
from losses import logits
from metrics import Figures, best_temperature, calibration_error, label_f1, link_f1, quote_f1, span_f1
from quantize import dequantized, dynamic
from start_weights import start_tokenizer
from wordpiece import WordPiece

Predicted = dict[str, dict[str, list[Span]]]  # head, document


class Outcome:
    """What a model says of one dev set: spans of taggers, scores and gold of the other heads."""

    def __init__(self) -> None:
        self.spans: Predicted = {}
        self.scores: dict[str, list[np.ndarray]] = {}
        self.gold: dict[str, list[int]] = {}
        self.sources: dict[str, list[tuple[str, int]]] = {}
        self.links: list[tuple[list[bool], list[bool]]] = []


def decide(scores: torch.Tensor, links: Links) -> list[tuple[list[bool], list[bool]]]:
    """Of each anaphor's candidates: which are right, and which one the model takes (none where no score is above 0)."""
    out = []
    for group in links.groups.tolist():
        pairs = [i for i in group if i >= 0]
        best = max(pairs, key=lambda i: float(scores[i]))
        out.append(([bool(links.right[i]) for i in pairs], [i == best and float(scores[i]) > 0 for i in pairs]))
    return out


@torch.no_grad()
def predict(model: Model, dev: DevSet) -> Outcome:
    """Run the windows of a dev set."""
    out = Outcome()
    for group in bucketed(dev.windows, 4096):
        batch = collate(group)
        for head, scores in logits(model, batch, dev.heads).items():
            if head == "links":
                out.links += decide(scores, batch.links)
                continue
            if head in batch.spans:
                out.scores.setdefault(head, []).append(scores.numpy())
                out.gold.setdefault(head, []).extend(batch.labels[head].tolist())
                out.sources.setdefault(head, []).extend(p.source for w in group for p in w.pooled[head])
                continue
            labels, at = model.specs[head].labels, 0
            for w in group:
                rows = scores[at : at + len(w.offsets)].numpy()
                at += len(w.offsets)
                found = spans(viterbi(rows, labels), labels, w.offsets)
                out.spans.setdefault(head, {}).setdefault(w.document, []).extend(found)
    return out


def figures(model: Model, dev: DevSet, outcome: Outcome) -> dict[str, Figures]:
    """Per head."""
    made: dict[str, Figures] = {}
    for head in dev.heads:
        if head == "links":
            made[head] = link_f1(outcome.links)
        elif head in outcome.scores:
            scores, gold = np.concatenate(outcome.scores[head]), outcome.gold[head]
            made[head] = label_f1(gold, scores.argmax(1).tolist(), model.specs[head].labels)
            warmth = best_temperature(scores, np.array(gold))
            made[head] |= {"ece": calibration_error(scores, np.array(gold)), "temperature": warmth}
            made[head] |= {"ece_tempered": calibration_error(scores, np.array(gold), warmth)}
        else:
            rows = [(d, dev.gold(head, d), outcome.spans[head].get(d.id, [])) for d in dev.documents]
            made[head] = span_f1(rows, dev.types) if head == "entities" else quote_f1(rows)
    return made


def evaluate(model: Model, tokenizer: WordPiece, corpora: Path, only: str | None = None) -> dict[str, dict[str, Figures]]:
    """By corpus and head."""
    sets = [d for d in dev_sets(tokenizer, corpora, model.config.window) if only is None or d.name in only.split(",")]
    return {d.name: figures(model, d, predict(model, d)) for d in sets}


def main() -> None:
    """Print JSON."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--forms", default="fp32,int8,dynamic")
    p.add_argument("--only", help="names of dev sets, with commas")
    p.add_argument("--out", type=Path)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    model, progress = load_model(a.checkpoint)
    forms = {"fp32": lambda m: m, "int8": dequantized, "dynamic": dynamic}
    out = {form: evaluate(forms[form](model), start_tokenizer(), a.corpora, a.only) for form in a.forms.split(",")}
    text = json.dumps({"step": progress.step, "pieces": progress.pieces, **out}, indent=1)
    print(text)
    if a.out:
        a.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
