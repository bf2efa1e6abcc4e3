"""Accuracy of the stance toward a text on IBM claims, which have no dev split: cross-validation over topics.

Each fold trains an encoder from the start weights on Perspectrum, ValueEval and the claims on other topics, and answers
favor or against for the claims left out.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch

from batches import bucketed, collate
from corpora import Document, read
from dev_sets import pairs
from heads import Model
from losses import batch_loss, logits
from model import Config
from start_weights import load_start, start_tokenizer
from tasks import Task
from train import factor, make_optimizer
from wordpiece import WordPiece


def arguments() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--minutes", type=float, default=6, help="a fold")
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--seed", type=int, default=17)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    return p.parse_args()


def trained(a: argparse.Namespace, tokenizer: WordPiece, documents: list[Document]) -> Model:
    """A model that has learned these pairs for a fold's minutes."""
    torch.manual_seed(a.seed)
    model = Model(Config(layers=a.layers))
    load_start(model)
    optimizer = make_optimizer(model, a)
    task = Task("topics", 1, pairs=[(d.text, text, label) for d in documents for text, label in d.topics])
    stream = task.batches(tokenizer, a.seed, 1600, model.config.window)
    model.train()
    begun = time.monotonic()
    while (part := (time.monotonic() - begun) / (60 * a.minutes)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * factor(max(part, 1e-3), 0.06)
        sum(batch_loss(model, next(stream)).values()).backward()
        torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
    return model.eval()


@torch.no_grad()
def right(model: Model, tokenizer: WordPiece, documents: list[Document]) -> tuple[int, int]:
    """How many of the pairs are answered as they should be, and how many there are."""
    dev = pairs(tokenizer, "ibm-claims", documents)
    labels = model.specs["stance-text"].labels
    sides = [labels.index("against"), labels.index("favor")]
    good = count = 0
    for group in bucketed(dev.windows, 4096):
        batch = collate(group)
        chosen = logits(model, batch, ["stance-text"])["stance-text"][:, sides].argmax(1)
        gold = batch.labels["stance-text"]
        good += sum(sides[c] == g for c, g in zip(chosen.tolist(), gold.tolist()))
        count += len(gold)
    return good, count


def main() -> None:
    """Fold after fold."""
    a = arguments()
    torch.set_num_threads(1)
    tokenizer = start_tokenizer()
    claims = list(read(a.corpora / "stance/ibm-claims.train.jsonl.gz"))
    others = [d for name in ("perspectrum", "valueeval") for d in read(a.corpora / f"stance/{name}.train.jsonl.gz")]
    topics = sorted({text for d in claims for text, _ in d.topics})
    random.Random(a.seed).shuffle(topics)
    good = count = 0
    for fold in range(a.folds):
        held = set(topics[fold :: a.folds])
        out = [d for d in claims if any(text in held for text, _ in d.topics)]
        model = trained(a, tokenizer, others + [d for d in claims if d not in out])
        found, asked = right(model, tokenizer, out)
        good, count = good + found, count + asked
        print(f"fold {fold + 1}: {len(held)} topics, {asked} claims, accuracy {100 * found / asked:.1f}", flush=True)
    print(f"all: {count} claims, accuracy {100 * good / count:.1f}")


if __name__ == "__main__":
    main()
