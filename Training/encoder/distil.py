"""A smaller student of a larger model: its labels on every text, and its vectors after the layers that answer the student's.

Hinton, Vinyals and Dean 2015 (labels); Sun et al. 2019, “Patient Knowledge Distillation” (vectors between).
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import Batch
from checkpoint import load_model
from heads import Model
from losses import arc_losses, batch_loss, logits, states
from model_file import layer_places, open_model
from teacher import TEMPERATURE, ranked

GOLD = 0.4
"""Of a head's loss, the part that gold has; the rest is the teacher's."""
VECTORS = 2.0
"""How much the mean squared distance of vectors weighs beside one head's loss."""


class Tutor:
    """The larger model, frozen."""

    def __init__(self, path: Path, layers: int) -> None:
        self.model: Model = (load_model(path) if path.suffix == ".pt" else open_model(path))[0]
        self.places = layer_places(layers, self.model.config.layers)

    def losses(self, student: Model, batch: Batch, gold: bool) -> dict[str, Tensor]:
        """The loss of each head and of the vectors; without `gold`, what the batch holds as labels is not looked at."""
        mine = states(student, batch)
        with torch.no_grad():
            theirs = states(self.model, batch)
            said = logits(self.model, batch, vectors=theirs[-1])
        losses, answers = batch_loss(student, batch, mine[-1])
        out = {name: GOLD * loss if gold else 0 * loss for name, loss in losses.items()}
        for name, scores in answers.items():
            one = F.log_softmax(ranked(scores, batch.links) / TEMPERATURE, 1)
            two = F.log_softmax(ranked(said[name], batch.links) / TEMPERATURE, 1)
            kept = F.kl_div(one, two, log_target=True, reduction="batchmean") * TEMPERATURE**2
            out[name] = out[name] + ((1 - GOLD) if gold else 1) * kept
        if batch.trees:
            out["syntax"] = out["syntax"] + (1 - GOLD) * arc_losses(student, self.model, batch.trees, mine[-1], theirs[-1])
        far = [F.mse_loss(m[batch.mask], theirs[p][batch.mask]) for m, p in zip(mine, self.places)]
        return out | {"vectors": VECTORS * sum(far) / len(far)}
