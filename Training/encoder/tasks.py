"""Training tasks: which corpora teach which heads, and how often."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from batches import Batch, bucketed, collate
from corpora import ENTITY_TYPES, Document, read
from cutters import Cutter, of_opinions, of_pairs, of_statements, of_tags, of_trees, some
from examples import Tokenized, tokenized
from heads import HEADS
from link_examples import link_windows
from pooled_examples import directed_window, whole
from source_links import source_links
from statements import Statement, directed, rows, statements, unlabelled
from syntax_examples import parsed
from wordpiece import WordPiece

SPECS = {spec.name: spec for spec in HEADS}
THREE = {"person", "organization", "location"}


@dataclass
class Task:
    """A stream of windows; `share` is its part of all training pieces, `cut` makes one epoch of them."""

    name: str
    share: float
    cut: Cutter

    def batches(self, seed: int, pieces: int, limit: int, skip: int = 0) -> Iterator[Batch]:
        """Endless, the same for the same seed; `skip` batches are passed over."""
        epoch = 0
        while True:
            rng = random.Random(f"{seed}/{self.name}/{epoch}")
            for group in bucketed(self.cut(rng, limit), pieces, rng):
                if skip:
                    skip -= 1
                else:
                    yield collate(group)
            epoch += 1


CODED = {"polnear": "quotes-polnear", "world": "ner-worldwide", "sentences": "stance-sentences"}
"""The codings of `Training/positions`, and whose reports and trees go with them."""


def training_tasks(tokenizer: WordPiece, corpora: Path, reports: Path, coded: Path | None, small: bool = False) -> list[Task]:
    """All tasks, from the `train` files; `small` keeps a few documents of each, for a trial run.

    `reports` holds what Dictum itself found in some of the texts, and their trees; `coded` the codings of
    `Training/positions`, joined with their texts: `README.md` says how they are made.
    """

    def few(found: list) -> list:
        return found[:: max(1, len(found) // 40)] if small else found

    def load(*names: str) -> list[Document]:
        return few([d for name in names for d in read(corpora / f"{name}.train.jsonl.gz")])

    def tagged(annotated: set[str] | None, *names: str) -> list[Tokenized]:
        return [t for d in load(*names) if (t := tokenized(tokenizer, d, SPECS, annotated)).sentences]

    def found(corpus: str, trees: bool) -> list[Statement]:
        name = corpus.replace("/", "-")
        parsed_file = reports / f"{name}.trees.jsonl" if trees else None
        return few(statements(corpora / f"{corpus}.train.jsonl.gz", reports / f"{name}.jsonl", parsed_file))

    stance = load("stance/perspectrum", "stance/valueeval", "stance/ibm-claims")
    targets = load("stance/newsmtsc", "stance/newsmtsc", "stance/sentfin", "stance/ibm-targets")
    opinions = [(d, s) for d in targets if (s := whole(tokenizer, d.text, 180))]
    polarities = [(d, s) for d in load("sentiment/vader-nyt") if (s := whole(tokenizer, d.text, 180))]
    links = load("coref/gap", "coref/gum")
    for name in ("polnear", "world"):
        links += few(source_links(corpora / f"positions/{name}.train.jsonl.gz", reports / f"positions-{name}.jsonl")) * 3
    positions = found("positions/polnear", True) + found("positions/world", True)
    for name, report in CODED.items() if coded else ():
        corpus = coded / f"{name}.train.jsonl.gz"
        positions += few(statements(corpus, reports / f"{report}.jsonl", reports / f"{report}.trees.jsonl"))
        # Who is meant in a sentence without its article, nobody has said.
        links += few(source_links(corpus, reports / f"{report}.jsonl")) if name != "sentences" else []
    world = ["positions/world"] * 3
    dse = few(list(rows(corpora / "stance/dse.train.jsonl.gz")))
    trees = reports / "quotes-polnear.trees.jsonl"
    silver = few(unlabelled(corpora / "quotes/polnear.train.jsonl.gz", reports / "quotes-polnear.jsonl", trees))
    cut_links: Cutter = lambda rng, limit: [  # noqa: E731
        w for d in links for w in link_windows(tokenizer, d, limit if rng.random() < 0.6 else rng.randint(64, limit))
    ]
    tasks = [
        Task("worldwide", 0.06, of_tags(tokenizer, tagged(set(ENTITY_TYPES), "ner/worldwide"))),
        Task("names", 0.05, of_tags(tokenizer, tagged(THREE, "ner/uner-ewt", "ner/gum-derived", "ner/btc"))),
        Task("quotes", 0.08, of_tags(tokenizer, tagged(None, "quotes/polnear", *world))),
        Task("targets", 0.07, of_opinions(tokenizer, opinions)),
        Task("topics", 0.05, of_pairs(tokenizer, [(d.text, text, label) for d in stance for text, label in d.topics])),
        Task("links", 0.09, cut_links),
        Task("sentiment", 0.02, of_opinions(tokenizer, polarities)),
        Task("syntax", 0.07, of_trees(tokenizer, [parsed(tokenizer, d) for d in load("syntax/ud-ewt", "syntax/ud-gum")])),
        Task("positions", 0.55, of_statements(tokenizer, positions)),
        Task("statements", 0.03, of_statements(tokenizer, found("quotes/polnear", False))),
        Task("holders", 0.03, of_statements(tokenizer, few(directed(corpora / "stance/dse.train.jsonl.gz")))),
        Task("directed", 0.04, some([w for row in dse if (w := directed_window(tokenizer, row))])),
    ]
    return tasks if coded else [*tasks, Task("silver", 0.10, of_statements(tokenizer, silver))]


