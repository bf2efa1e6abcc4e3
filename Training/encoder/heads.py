"""Heads over the shared encoder: tagger, span, sentence, pair."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from corpora import ENTITY_TYPES, POLARITIES, STANCES
from model import Config, Encoder
from parser import RELATIONS, ParserHead


@dataclass(frozen=True)
class HeadSpec:
    """A head's line in `dictum.heads`."""

    name: str
    kind: str
    labels: tuple[str, ...]
    hidden: int
    shape_width: int = 16


def bio(types: list[str]) -> tuple[str, ...]:
    """`O`, then `B-` and `I-` of each type."""
    return ("O", *(f"{p}-{t}" for t in types for p in "BI"))


HEADS = [
    HeadSpec("entities", "tagger", bio(ENTITY_TYPES), 256),
    HeadSpec("quote-content", "tagger", bio(["content"]), 256),
    HeadSpec("quote-cue", "tagger", bio(["cue"]), 256),
    HeadSpec("quote-source", "tagger", bio(["source"]), 256),
    HeadSpec("stance-span", "span", tuple(STANCES), 256),
    HeadSpec("stance-text", "pair", tuple(STANCES), 256),
    HeadSpec("links", "link", ("same",), 256),
    HeadSpec("sentiment", "sentence", tuple(POLARITIES), 128),
    HeadSpec("syntax", "parser", tuple(RELATIONS), 256),
    HeadSpec("statement", "roles", ("other", "statement"), 128),
    HeadSpec("position", "role-target", tuple(STANCES), 256),
    HeadSpec("directed", "spans", tuple(STANCES), 256),
]


WIDTHS = {"sentence": 2, "span": 3, "pair": 3, "roles": 4, "role-target": 5, "spans": 4}
"""How many vectors a pooled head reads."""
ROLES = {"source": 2, "cue": 3, "content": 4}
"""Segments of a statement's pieces, in a window that was encoded for it."""


class Head(nn.Module):
    """Features, hidden, GELU, output: logits."""

    def __init__(self, spec: HeadSpec, config: Config, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        if spec.kind == "tagger":
            features = config.width + 3 * spec.shape_width
            self.shape = nn.Embedding(config.shapes, spec.shape_width)
        elif spec.kind == "link":
            features = 3 * config.width + spec.shape_width
            self.distance = nn.Embedding(config.shapes, spec.shape_width)
        else:
            features = config.width * WIDTHS[spec.kind]
        self.hidden = nn.Linear(features, spec.hidden)
        self.output = nn.Linear(spec.hidden, len(spec.labels))

    def forward(self, features: Tensor) -> Tensor:
        """`[n, features]` to `[n, labels]`."""
        dropped = F.dropout(features, self.dropout, self.training)
        return self.output(F.dropout(F.gelu(self.hidden(dropped)), self.dropout, self.training))

    def tag(self, vectors: Tensor, context: Tensor) -> Tensor:
        """Logits of words: `vectors` `[n, width]`, `context` `[n, 3]` shapes of the previous, this and next word."""
        return self(torch.cat([vectors, self.shape(context).flatten(1)], 1))

    def link(self, anaphor: Tensor, candidate: Tensor, distance: Tensor) -> Tensor:
        """Scores `[n]` of pairs: `anaphor` and `candidate` `[n, width]`, `distance` `[n]` buckets; no link scores 0."""
        return self(torch.cat([anaphor, candidate, anaphor * candidate, self.distance(distance)], 1))[:, 0]


def made(spec: HeadSpec, config: Config) -> nn.Module:
    """The module of a head."""
    return ParserHead(config, spec.hidden, spec.shape_width) if spec.kind == "parser" else Head(spec, config)


class Model(nn.Module):
    """One encoder, several heads."""

    def __init__(self, config: Config, heads: list[HeadSpec] | None = None) -> None:
        super().__init__()
        self.config = config
        self.specs = {spec.name: spec for spec in heads or HEADS}
        self.encoder = Encoder(config)
        self.heads = nn.ModuleDict({name: made(spec, config) for name, spec in self.specs.items()})


def span_means(vectors: Tensor, spans: Tensor) -> Tensor:
    """Means over `spans` `[n, 3]` (row, start, end in pieces) of `vectors` `[batch, pieces, width]`."""
    rows = vectors[spans[:, 0]]
    places = torch.arange(vectors.shape[1])[None]
    inside = ((places >= spans[:, 1:2]) & (places < spans[:, 2:3])).to(vectors.dtype)
    return torch.bmm((inside / inside.sum(1, keepdim=True).clamp(min=1))[:, None], rows)[:, 0]


def pooled(vectors: Tensor, *spans: Tensor) -> Tensor:
    """What sentence and pair heads read: `[CLS]`, then the mean of each group of spans `[n, 3]`."""
    cls = vectors[spans[0][:, 0], 0]
    return torch.cat([cls, *(span_means(vectors, s) for s in spans)], 1)


def role_means(vectors: Tensor, segments: Tensor) -> Tensor:
    """What statement heads read of each row: `[CLS]`, then the means over its content, cue and source (zero without)."""
    inside = torch.stack([(segments == ROLES[r]).to(vectors.dtype) for r in ("content", "cue", "source")], 1)
    means = torch.bmm(inside / inside.sum(2, keepdim=True).clamp(min=1), vectors)
    return torch.cat([vectors[:, 0], means.flatten(1)], 1)


def pooled_target(vectors: Tensor, target: Tensor, sentence: Tensor) -> Tensor:
    """What span heads read: target mean, `[CLS]`, sentence mean."""
    return torch.cat([span_means(vectors, target), vectors[target[:, 0], 0], span_means(vectors, sentence)], 1)
