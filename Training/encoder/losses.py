"""Forward pass through the heads that a batch asks, and its loss."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import Batch, Links
from heads import Model, pooled, pooled_target, role_means, span_means
from parser import Trees, arc_rows, parser_loss


def encode(model: Model, batch: Batch) -> Tensor:
    """Vectors `[rows, pieces, width]`."""
    return model.encoder(batch.ids, batch.segments, batch.shapes, batch.mask)


def states(model: Model, batch: Batch) -> list[Tensor]:
    """Vectors `[rows, pieces, width]` after each layer."""
    return model.encoder.states(batch.ids, batch.segments, batch.shapes, batch.mask)


def logits(model: Model, batch: Batch, heads: list[str] | None = None, vectors: Tensor | None = None) -> dict[str, Tensor]:
    """Logits of every head that the batch has gold for (or of the `heads` named): words or decisions by labels."""
    vectors = encode(model, batch) if vectors is None else vectors
    out = {}
    wanted = heads if heads is not None else [*batch.tags, *batch.spans, *(["links"] if batch.links else [])]
    words = None
    for name in wanted:
        kind, head = model.specs[name].kind, model.heads[name]
        if kind == "tagger":
            words = vectors[batch.words[:, 0], batch.words[:, 1]] if words is None else words
            out[name] = head.tag(words, batch.context)
        elif kind == "link":
            pairs = batch.links
            out[name] = head.link(span_means(vectors, pairs.anaphors), span_means(vectors, pairs.candidates), pairs.distances)
        elif kind in ("roles", "role-target"):
            (spans,) = batch.spans[name]
            rows = role_means(vectors, batch.segments)[spans[:, 0]]
            out[name] = head(rows if kind == "roles" else torch.cat([span_means(vectors, spans), rows], 1))
        else:
            read = pooled_target if kind == "span" else pooled
            out[name] = head(read(vectors, *batch.spans[name]))
    return out


def allowed_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Negative log of the probability that falls on the allowed labels (bit sets): partial gold is marginalised."""
    bits = torch.arange(scores.shape[1])
    out = ~((allowed[:, None] >> bits[None]) & 1).bool()
    inside = scores.masked_fill(out, float("-inf")).logsumexp(1)
    return (scores.logsumexp(1) - inside).mean()


def link_loss(scores: Tensor, links: Links) -> Tensor:
    """Mention ranking (Lee et al. 2017): negative log of the probability of the right candidates, or of none of them."""
    real = links.groups >= 0
    ranked = scores[links.groups.clamp(min=0)].masked_fill(~real, float("-inf"))
    right = links.right[links.groups.clamp(min=0)] & real
    none = torch.zeros(len(ranked), 1)
    inside = torch.cat([none.masked_fill(right.any(1, keepdim=True), float("-inf")), ranked.masked_fill(~right, float("-inf"))], 1)
    return (torch.cat([none, ranked], 1).logsumexp(1) - inside.logsumexp(1)).mean()


def batch_loss(model: Model, batch: Batch, vectors: Tensor | None = None) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """The loss of each head asked, and the logits of all but the parser."""
    vectors = encode(model, batch) if vectors is None else vectors
    out = {"syntax": parser_loss(model.heads["syntax"], vectors, batch.trees)} if batch.trees else {}
    answers = logits(model, batch, vectors=vectors)
    for name, scores in answers.items():
        if name in batch.tags:
            out[name] = allowed_loss(scores, batch.tags[name])
        elif name == "links":
            out[name] = link_loss(scores, batch.links)
        else:
            out[name] = F.cross_entropy(scores, batch.labels[name], label_smoothing=0.05)
    return out, answers


def arc_losses(student: Model, teacher: Model, trees: Trees, mine: Tensor, theirs: Tensor) -> Tensor:
    """How far the student's parts of speech, heads and relations (of the gold heads) are from the teacher's."""
    head = student.heads["syntax"]
    one, known = head(mine, trees), trees.heads >= 0
    with torch.no_grad():
        other = teacher.heads["syntax"]
        two = other(theirs, trees)
        named = other.relate(two, trees, trees.heads.clamp(min=0))
    pairs = [(one.upos, two.upos), (arc_rows(one, trees), arc_rows(two, trees))]
    pairs.append((head.relate(one, trees, trees.heads.clamp(min=0)), named))
    far = 0.0
    for scores, soft in pairs:
        # Places that hold no token are minus infinity in both.
        a, b = (F.log_softmax(x[known].clamp(min=-1e4), 1) for x in (scores, soft))
        far = far + F.kl_div(a, b, log_target=True, reduction="batchmean")
    return far
