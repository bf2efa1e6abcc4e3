"""Read a model file back, as the runtime does: int8 rows times their scales."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors import safe_open

from heads import HeadSpec, Model
from model import Config
from wordpiece import WordPiece


def open_model(path: Path) -> tuple[Model, WordPiece]:
    """The model in fp32, and its tokenizer."""
    with safe_open(path, "pt") as file:
        strings = file.metadata()
        values = {name: file.get_tensor(name) for name in file.keys()}
    tokenizer = WordPiece(bytes(values.pop("tokenizer.vocabulary").numpy()).decode().split("\n"))
    hidden = {name: values[f"heads.{name}.hidden.weight"].shape[0] for name in (h["name"] for h in json.loads(strings["dictum.heads"]))}
    heads = [HeadSpec(h["name"], h["kind"], tuple(h["labels"]), hidden[h["name"]]) for h in json.loads(strings["dictum.heads"])]
    state = {}
    for name, value in values.items():
        if not name.endswith(".scale"):
            scale = values.get(name.removesuffix("weight") + "scale")
            state[name] = value if value.dtype != torch.int8 else value.float() * scale[:, None]
    model = Model(Config(**json.loads(strings["dictum.config"])), heads)
    model.load_state_dict(state)
    return model.eval(), tokenizer


def load_earlier(model: Model, path: Path) -> None:
    """Fill a model with the weights of an earlier file; heads that the file has not stay as they are.

    Further rows of the segment table start as the first.
    """
    earlier, _ = open_model(path)
    state = model.state_dict()
    for name, value in earlier.state_dict().items():
        if name.endswith("segment.weight") and len(value) < len(state[name]):
            value = torch.cat([value, value[:1].expand(len(state[name]) - len(value), -1)])
        state[name] = value
    model.load_state_dict(state)
