"""Checkpoints: all that training needs to go on as if it had not stopped."""

from __future__ import annotations

import os
import random
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch.optim import Optimizer

from heads import Model
from model import Config


@dataclass
class Progress:
    """Where training stands."""

    seed: int
    step: int = 0
    seconds: float = 0.0
    pieces: dict[str, int] = field(default_factory=dict)  # trained on, by task
    batches: dict[str, int] = field(default_factory=dict)  # drawn, by task


def save(path: Path, model: Model, optimizer: Optimizer, progress: Progress, chooser: random.Random) -> None:
    """Write, then rename, so that a kill leaves the earlier one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {
        "config": model.config.metadata(),
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "progress": asdict(progress),
        "chooser": chooser.getstate(),
        "torch": torch.get_rng_state(),
    }
    draft = path.with_suffix(".tmp")
    torch.save(state, draft)
    os.replace(draft, path)


def load(path: Path) -> dict:
    """The saved state."""
    return torch.load(path, weights_only=False)


def load_model(path: Path) -> tuple[Model, Progress]:
    """A model for evaluation or export."""
    state = load(path)
    model = Model(Config(**state["config"]))
    model.load_state_dict(state["model"])
    return model.eval(), Progress(**state["progress"])
