"""Int8 as the model file and the runtime have it: weights per row, symmetric; activations per row, unsigned, at run time."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from heads import Model


def is_int8(name: str, value: Tensor) -> bool:
    """Which tensors are stored as int8: matrices, but not the tiny tables and the heads' last layers."""
    small = "embeddings.segment" in name or ".shape." in name or ".distance." in name or (name.startswith("heads.") and name.endswith("output.weight"))
    return value.ndim == 2 and not small


def int8_rows(value: Tensor) -> tuple[Tensor, Tensor]:
    """Symmetric -127...127 with one scale a row."""
    scale = value.abs().amax(1).clamp(min=1e-12) / 127
    return (value / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


def dequantized(model: Model) -> Model:
    """A copy with the weights that the int8 file gives back."""
    out = copy.deepcopy(model)
    with torch.no_grad():
        for name, parameter in out.named_parameters():
            if is_int8(name, parameter):
                rows, scale = int8_rows(parameter)
                parameter.copy_(rows.float() * scale[:, None])
    return out


def activation_rows(x: Tensor) -> Tensor:
    """A row rounded to 0...255 between its minimum and maximum (zero included), and back."""
    low, high = x.amin(-1, keepdim=True).clamp(max=0), x.amax(-1, keepdim=True).clamp(min=0)
    scale = ((high - low) / 255).clamp(min=1e-12)
    zero = (-low / scale).round()
    return ((x / scale + zero).round().clamp(0, 255) - zero) * scale


def dynamic(model: Model) -> Model:
    """A copy that also rounds the input of every int8 matrix product, as the quantised path does."""
    out = dequantized(model)
    for name, module in out.named_modules():
        if isinstance(module, nn.Linear) and is_int8(f"{name}.weight", module.weight):
            module.register_forward_pre_hook(lambda _, inputs: (activation_rows(inputs[0]),))
    return out
