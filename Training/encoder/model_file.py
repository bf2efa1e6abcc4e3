"""Read a model file back, as the runtime does: int8 rows times their scales."""

from __future__ import annotations

import json
import re
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


def layer_places(count: int, of: int) -> list[int]:
    """Which layers of a model of `of` layers one of `count` starts from and is held to: evenly spaced, the last among them."""
    return [(n + 1) * of // count - 1 for n in range(count)]


def load_earlier(model: Model, path: Path) -> None:
    """Fill a model with the weights of an earlier file; heads that the file has not stay as they are.

    Further rows of the segment table start as the first. A model of fewer layers takes those of `layer_places`.
    """
    earlier, _ = open_model(path)
    state, places = model.state_dict(), layer_places(model.config.layers, earlier.config.layers)
    for name, value in earlier.state_dict().items():
        layer = re.match(r"encoder\.layers\.(\d+)\.", name)
        if layer and int(layer[1]) not in places:
            continue
        name = f"encoder.layers.{places.index(int(layer[1]))}.{name[layer.end():]}" if layer else name
        if name.endswith("segment.weight") and len(value) < len(state[name]):
            value = torch.cat([value, value[:1].expand(len(state[name]) - len(value), -1)])
        state[name] = value
    model.load_state_dict(state)
