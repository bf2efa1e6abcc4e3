"""Training tasks: which corpora teach which heads, and how often."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from batches import Batch, bucketed, collate
from corpora import ENTITY_TYPES, Document, read
from examples import Tokenized, Window, hide, tag_windows, tokenized
from heads import HEADS
from link_examples import link_windows
from pooled_examples import Opinion, opinion_window, pair_window, unrelated, whole
from wordpiece import WordPiece

SPECS = {spec.name: spec for spec in HEADS}
HIDDEN_WORDS = 0.06
THREE = {"person", "organization", "location"}


@dataclass
class Task:
    """A stream of windows for one kind of head; `share` is its part of all training pieces."""

    name: str
    share: float
    tagged: list[Tokenized] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    pairs: list[tuple[str, str, str]] = field(default_factory=list)
    chains: list[Document] = field(default_factory=list)

    def windows(self, tokenizer: WordPiece, rng: random.Random, limit: int) -> list[Window]:
        """One epoch, cut anew: six windows of ten are full, the others shorter; opinions alone or in groups."""
        out: list[Window] = []
        for item in self.tagged:
            size = limit if rng.random() < 0.6 else rng.randint(32, limit)
            made = tag_windows(tokenizer, item, size)
            for window in made:
                hide(window, tokenizer.mask, HIDDEN_WORDS, rng)
            out += made
        rest = rng.sample(self.opinions, len(self.opinions))
        while rest:
            group = [rest.pop()]
            count = 1 if rng.random() < 0.7 else rng.randint(2, 4)
            while rest and len(group) < count and sum(s.pieces for _, d in [*group, rest[-1]] for s in d) < limit - 2:
                group.append(rest.pop())
            out.append(opinion_window(tokenizer, group))
        for document in self.chains:
            out += link_windows(tokenizer, document, limit if rng.random() < 0.6 else rng.randint(64, limit))
        topics = sorted({text for _, text, _ in self.pairs})
        for statement, text, label in self.pairs:
            out.append(pair_window(tokenizer, statement, text, label, ("", 0)))
            other = unrelated(topics, text, rng) if rng.random() < 0.35 else None
            if other:
                out.append(pair_window(tokenizer, statement, other, "neutral", ("", 0)))
        return out

    def batches(self, tokenizer: WordPiece, seed: int, pieces: int, limit: int, skip: int = 0) -> Iterator[Batch]:
        """Endless, the same for the same seed; `skip` batches are passed over."""
        epoch = 0
        while True:
            rng = random.Random(f"{seed}/{self.name}/{epoch}")
            for group in bucketed(self.windows(tokenizer, rng, limit), pieces, rng):
                if skip:
                    skip -= 1
                else:
                    yield collate(group)
            epoch += 1


def opinions(tokenizer: WordPiece, documents: list[Document]) -> list[Opinion]:
    """Short documents with their sentences."""
    return [(d, s) for d in documents if (s := whole(tokenizer, d.text, 180))]


def training_tasks(tokenizer: WordPiece, corpora: Path, small: bool = False) -> list[Task]:
    """All tasks, from the `train` files; `small` keeps a few documents of each, for a trial run."""

    def load(*names: str) -> list[Document]:
        found = [d for name in names for d in read(corpora / f"{name}.train.jsonl.gz")]
        return found[:: max(1, len(found) // 40)] if small else found

    def tagged(annotated: set[str] | None, *names: str) -> list[Tokenized]:
        return [t for d in load(*names) if (t := tokenized(tokenizer, d, SPECS, annotated)).sentences]

    stance = load("stance/perspectrum", "stance/valueeval", "stance/ibm-claims")
    return [
        Task("worldwide", 0.38, tagged=tagged(set(ENTITY_TYPES), "ner/worldwide")),
        Task("names", 0.24, tagged=tagged(THREE, "ner/uner-ewt", "ner/gum-derived", "ner/btc")),
        Task("quotes", 0.10, tagged=tagged(None, "quotes/polnear")),
        Task("targets", 0.12, opinions=opinions(tokenizer, load("stance/newsmtsc", "stance/newsmtsc", "stance/sentfin", "stance/ibm-targets"))),
        Task("topics", 0.05, pairs=[(d.text, text, label) for d in stance for text, label in d.topics]),
        Task("links", 0.09, chains=load("coref/gap", "coref/gum")),
        Task("sentiment", 0.02, opinions=opinions(tokenizer, load("sentiment/vader-nyt"))),
    ]
