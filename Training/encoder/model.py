"""The encoder and its heads, named as in `Docs/model-format.md`."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Config:
    """`dictum.config` of the model file."""

    layers: int = 6
    width: int = 384
    attention_heads: int = 12
    feed_forward: int = 1536
    positions: int = 512
    vocabulary: int = 30522
    shapes: int = 16
    segments: int = 2
    norm_epsilon: float = 1e-12
    window: int = 192

    def metadata(self) -> dict[str, float]:
        """As written to the file."""
        return asdict(self)


class Attention(nn.Module):
    """Multi-head self-attention, query, key and value in one matrix."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.heads = config.attention_heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.output = nn.Linear(config.width, config.width)
        self.norm = nn.LayerNorm(config.width, eps=config.norm_epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` `[batch, pieces, width]`, `mask` true where there is a piece."""
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask[:, None, None, :])
        out = self.output(mixed.transpose(1, 2).reshape(batch, length, width))
        return self.norm(x + F.dropout(out, self.dropout, self.training))


class FeedForward(nn.Module):
    """Two linear layers with an exact GELU between."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.up = nn.Linear(config.width, config.feed_forward)
        self.down = nn.Linear(config.feed_forward, config.width)
        self.norm = nn.LayerNorm(config.width, eps=config.norm_epsilon)

    def forward(self, x: Tensor) -> Tensor:
        """Post-norm residual block."""
        return self.norm(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(config, dropout)
        self.feed_forward = FeedForward(config, dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attention, then feed-forward."""
        return self.feed_forward(self.attention(x, mask))


class Embeddings(nn.Module):
    """Word + position + segment + shape, then norm."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.word = nn.Embedding(config.vocabulary, config.width)
        self.position = nn.Embedding(config.positions, config.width)
        self.segment = nn.Embedding(config.segments, config.width)
        self.shape = nn.Embedding(config.shapes, config.width)
        self.norm = nn.LayerNorm(config.width, eps=config.norm_epsilon)

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor) -> Tensor:
        """All `[batch, pieces]`."""
        position = self.position.weight[: ids.shape[1]]
        return self.norm(self.word(ids) + position + self.segment(segments) + self.shape(shapes))


class Encoder(nn.Module):
    """BERT post-norm encoder with word shapes at the input; dropout there and on what each block adds."""

    def __init__(self, config: Config, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.embeddings = Embeddings(config)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))

    def states(self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """Vectors `[batch, pieces, width]` after each layer."""
        x, out = F.dropout(self.embeddings(ids, segments, shapes), self.dropout, self.training), []
        for layer in self.layers:
            x = layer(x, mask)
            out.append(x)
        return out

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Vectors `[batch, pieces, width]` after the last layer."""
        return self.states(ids, segments, shapes, mask)[-1]
