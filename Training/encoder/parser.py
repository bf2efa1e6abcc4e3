"""The parser head: parts of speech and a dependency tree (Dozat and Manning, “Deep Biaffine Attention”, 2017)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model import Config

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RELATIONS = (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop "
    "csubj dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss "
    "nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum root "
    "vocative xcomp"
).split()
SPACE = 192


@dataclass(slots=True)
class Trees:
    """The tokens of a batch, by sentence. `N` tokens, `S` sentences of at most `T` tokens."""

    places: Tensor  # [pieces of tokens]: row times length plus piece
    owners: Tensor  # [pieces of tokens]: the token of each
    context: Tensor  # [N, 3]: shapes of the previous, this and next token of the sentence
    sentences: Tensor  # [S, T]: tokens, -1 beyond the last
    upos: Tensor  # [N]
    heads: Tensor  # [N]: place in the sentence from 1, 0 is the root, -1 unknown
    relations: Tensor  # [N]


@dataclass(slots=True)
class Parse:
    """Scores of a batch's tokens."""

    upos: Tensor  # [N, parts of speech]
    arcs: Tensor  # [S, T, 1 + T]: dependent, head (0 is the root); minus infinity where there is no token
    features: Tensor  # [N, features]


class ParserHead(nn.Module):
    """Features of a token: the mean of its pieces, and the shapes around."""

    def __init__(self, config: Config, hidden: int, shape_width: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = dropout
        features = config.width + 3 * shape_width
        self.shape = nn.Embedding(config.shapes, shape_width)
        self.hidden, self.output = nn.Linear(features, hidden), nn.Linear(hidden, len(UPOS))
        self.arc_dependent, self.arc_head = nn.Linear(features, SPACE), nn.Linear(features, SPACE)
        self.arc_bilinear = nn.Linear(SPACE, SPACE)
        self.root = nn.Parameter(torch.randn(SPACE) * 0.1)
        self.rel_dependent, self.rel_head = nn.Linear(features, SPACE), nn.Linear(features, SPACE)
        self.rel_root = nn.Parameter(torch.randn(SPACE) * 0.1)
        self.rel_output = nn.Linear(SPACE, len(RELATIONS))

    def drop(self, x: Tensor) -> Tensor:
        """Dropout in training."""
        return F.dropout(x, self.dropout, self.training)

    def forward(self, vectors: Tensor, trees: Trees) -> Parse:
        """`vectors` `[rows, pieces, width]`."""
        flat = vectors.flatten(0, 1)[trees.places]
        count = len(trees.upos)
        sums = vectors.new_zeros(count, vectors.shape[-1]).index_add(0, trees.owners, flat)
        pieces = torch.bincount(trees.owners, minlength=count).clamp(min=1)
        x = self.drop(torch.cat([sums / pieces[:, None], self.shape(trees.context).flatten(1)], 1))
        upos = self.output(self.drop(F.gelu(self.hidden(x))))
        dependent = self.arc_bilinear(self.drop(F.gelu(self.arc_dependent(x))))
        head = self.drop(F.gelu(self.arc_head(x)))
        at = trees.sentences.clamp(min=0)
        heads = torch.cat([self.root.expand(len(at), 1, SPACE), head[at]], 1)
        arcs = dependent[at] @ heads.transpose(1, 2)
        real = trees.sentences >= 0
        arcs = arcs.masked_fill(~F.pad(real, (1, 0), value=True)[:, None, :], float("-inf"))
        itself = torch.eye(at.shape[1], dtype=torch.bool)[None]
        arcs = arcs.masked_fill(F.pad(itself, (1, 0)), float("-inf"))
        return Parse(upos, arcs, x)

    def relate(self, parse: Parse, trees: Trees, heads: Tensor) -> Tensor:
        """Logits of relations `[N, relations]`, given each token's head (as in `Trees.heads`)."""
        sentence = torch.zeros(len(heads), dtype=torch.long)
        real = trees.sentences >= 0
        sentence[trees.sentences[real]] = torch.arange(len(trees.sentences))[:, None].expand_as(real)[real]
        tokens = trees.sentences[sentence, (heads - 1).clamp(min=0)]
        governors = self.rel_head(parse.features)[tokens]
        governors = torch.where((heads > 0)[:, None], governors, self.rel_root)
        return self.rel_output(self.drop(F.gelu(self.rel_dependent(parse.features) + governors)))


def arc_rows(parse: Parse, trees: Trees) -> Tensor:
    """`Parse.arcs` by token: `[N, 1 + T]`."""
    real = trees.sentences >= 0
    rows = parse.arcs[real]
    out = torch.empty_like(rows)
    out[trees.sentences[real]] = rows
    return out


def parser_loss(head: ParserHead, vectors: Tensor, trees: Trees) -> Tensor:
    """Cross entropy of parts of speech, heads and relations (of the gold heads)."""
    parse = head(vectors, trees)
    known = trees.heads >= 0
    upos = F.cross_entropy(parse.upos, trees.upos)
    arcs = F.cross_entropy(arc_rows(parse, trees)[known], trees.heads[known])
    relations = F.cross_entropy(head.relate(parse, trees, trees.heads.clamp(min=0))[known], trees.relations[known])
    return upos + arcs + relations
