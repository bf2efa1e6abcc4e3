"""What an earlier model knew, kept while new heads are learned: soft labels on the texts of the old tasks."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import Batch, Links
from checkpoint import load_model
from heads import Model
from losses import logits
from model_file import open_model

KEPT = ("stance-span", "stance-text", "sentiment", "links")
"""Heads whose small sets a student forgets first; taggers have gold enough."""
TEMPERATURE = 2.0
SHARE = 0.5
"""Of a head's loss, the teacher's part (Hinton, Vinyals and Dean 2015)."""


class Teacher:
    """An earlier model, frozen."""

    def __init__(self, path: Path) -> None:
        self.model: Model = (load_model(path) if path.suffix == ".pt" else open_model(path))[0]

    def losses(self, batch: Batch, student: dict[str, Tensor]) -> dict[str, Tensor]:
        """The divergence of the student's labels from the teacher's, for each head that both answer."""
        heads = [name for name in student if name in KEPT and name in self.model.specs]
        if not heads:
            return {}
        with torch.no_grad():
            soft = logits(self.model, batch, heads)
        return {name: self.divergence(ranked(student[name], batch.links), ranked(soft[name], batch.links)) for name in heads}

    @torch.no_grad()
    def answers(self, batch: Batch) -> dict[str, Tensor]:
        """Its probabilities for what the batch asks."""
        return {name: scores.softmax(1) for name, scores in logits(self.model, batch).items()}

    @staticmethod
    def divergence(student: Tensor, teacher: Tensor) -> Tensor:
        """KL at a temperature, times its square, so that gradients keep their size."""
        one, two = (F.log_softmax(scores / TEMPERATURE, 1) for scores in (student, teacher))
        return F.kl_div(one, two, log_target=True, reduction="batchmean") * TEMPERATURE**2


def silver_losses(teachers: list[Teacher], batch: Batch, student: dict[str, Tensor]) -> dict[str, Tensor]:
    """How far the student is from the mean of several teachers, on texts without gold (Xie et al. 2020)."""
    said = [teacher.answers(batch) for teacher in teachers]
    means = {name: sum(one[name] for one in said) / len(said) for name in student}
    return {name: -(means[name] * F.log_softmax(scores, 1)).sum(1).mean() for name, scores in student.items()}


def ranked(scores: Tensor, links: Links | None) -> Tensor:
    """Labels as they are; links as rows of none and the candidates of an anaphor, -1e4 beyond the last."""
    if scores.ndim > 1 or links is None:
        return scores
    rows = scores[links.groups.clamp(min=0)].masked_fill(links.groups < 0, -1e4)
    return torch.cat([torch.zeros(len(rows), 1), rows], 1)
