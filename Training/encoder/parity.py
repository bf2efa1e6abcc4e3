"""Fixtures for the runtime's parity tests: what PyTorch makes of a few sentences with a model file's own weights."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from batches import Batch, collate
from corpora import STANCES, Document, Span, Token
from examples import Window, window
from heads import Model
from link_examples import Link, distance_bucket
from losses import logits
from model_file import open_model
from parse import trees
from pooled_examples import opinion_window, pair_window, pieces_of
from syntax_examples import parsed, syntax_windows
from windows import Sentence
from wordpiece import WordPiece

TEXTS = [
    "Minister Zoë Çelik said on Tuesday that “nobody asked us” — not even once.",
    "e\u0301clair, re\u0301sume\u0301 and nai\u0308ve cafe\u0301s in A\u030Angermanland",
    "東京 signed a 50% deal with ROK's 한국은행 (BOK) 😀👩‍👩‍👧 today",
    "DR. McDONALD'S iPhone15 cost €1,299.99 in the U.S.A.!",
    "Straße, ΣΊΣΥΦΟΣ, İstanbul, Москва and ﬁnance: x\u200by \u00adsoft\u00adhyphen",
    "A " + "pneumono" * 14 + " B antidisestablishmentarianismus\u0000!",
    "   \tI  ",
    "‘We will win,’ she told reporters; critics of the plan disagreed…",
]
TARGETS = [(9, 19), (6, 12), (0, 2), (4, 14), (8, 15), (0, 1), (4, 5), (38, 55)]
PAIR = ("The tax would hurt naïve savers in Łódź, and “nobody” wants it.", "We should introduce a wealth tax")


# Tokens as a treebank cuts them, at spaces; a clitic, an abbreviation, a word of several pieces, marks and a rare script.
PARSED = "“ We wo n't sell Łódź 's harbour , ” Dr. Zoë Çelik , the minister , told 東京 reporters who asked about it in the U.S. — twice ."

LINKED = "Zoë Çelik met Łukasz 😀 in Kraków; “she was late,” he wrote."
LINK_SPANS = [(35, 38), (0, 9), (14, 20), (26, 32)]  # an anaphor and its candidates


def link_case(tokenizer: WordPiece) -> Window:
    """A window with one question."""
    made, _ = window(tokenizer, [one_sentence(tokenizer, LINKED)])
    words = range(len(made.offsets))
    place = lambda span: pieces_of(made, words, *span)  # noqa: E731
    first = lambda span: next(i for i in words if made.offsets[i][1] > span[0])  # noqa: E731
    link = Link(place(LINK_SPANS[0]))
    for span in LINK_SPANS[1:]:
        link.candidates.append(place(span))
        link.distances.append(distance_bucket(first(LINK_SPANS[0]) - first(span)))
        link.right.append(False)
    made.links = [link]
    return made


@torch.no_grad()
def tree_case(model: Model, tokenizer: WordPiece) -> tuple[Window, dict]:
    """A window of one sentence, and its tree as the parser head and the decoder make it."""
    places = [Token(m.start(), m.end()) for m in re.finditer(r"\S+", PARSED)]
    document = Document("tree", PARSED, syntax=[places])
    (made,) = syntax_windows(tokenizer, parsed(tokenizer, document), model.config.window)
    (found,) = trees(model, tokenizer, [document])["tree"]
    tokens = [[utf8(PARSED, t.start), utf8(PARSED, t.end), t.upos, t.head, t.relation] for t in found]
    return made, {"tokens": tokens}


def utf8(text: str, offset: int) -> int:
    """A scalar offset in UTF-8 bytes."""
    return len(text[:offset].encode())


def described(tokenizer: WordPiece, text: str) -> dict:
    """Words and pieces as the tokenizer must see them; spans in UTF-8 bytes."""
    words = tokenizer.words(text)
    at = lambda start, end: [utf8(text, start), utf8(text, end)]  # noqa: E731
    return {
        "text": text,
        "words": [{"span": at(w.start, w.end), "shape": w.shape, "pieces": [p for p, _, _ in w.pieces]} for w in words],
        "pieces": [{"id": p, "piece": tokenizer.vocabulary[p], "span": at(s, e)} for w in words for p, s, e in w.pieces],
    }


def one_sentence(tokenizer: WordPiece, text: str) -> Sentence:
    """All of a text as one sentence."""
    words = tokenizer.words(text)
    return Sentence(words[0].start, words[-1].end, words, sum(len(w.pieces) for w in words))


@torch.no_grad()
def run(model: Model, made: Window, heads: list[str]) -> dict[str, np.ndarray]:
    """Encoder vectors `[pieces, width]` and logits by head."""
    batch: Batch = collate([made])
    vectors = model.encoder(batch.ids, batch.segments, batch.shapes, batch.mask)[0]
    out = {f"logits.{head}": scores.numpy() for head, scores in logits(model, batch, heads).items()}
    return {"encoder": vectors.numpy(), **out}


def inputs(made: Window) -> dict:
    """What goes into the encoder, and the piece ranges that the pooled heads read."""
    pooled = {head: [list(map(list, p.ranges)) for p in asked] for head, asked in made.pooled.items()}
    return {"ids": made.ids, "segments": made.segments, "shapes": made.shapes, "firsts": made.firsts, "pooled": pooled}


def main() -> None:
    """Write `parity.safetensors` and `parity.json`."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True, help="a folder")
    a = p.parse_args()
    model, tokenizer = open_model(a.model)
    taggers = [s.name for s in model.specs.values() if s.kind == "tagger"]
    arrays: dict[str, np.ndarray] = {}
    cases = []
    for i, (text, target) in enumerate(zip(TEXTS, TARGETS, strict=True)):
        document = Document(str(i), text, targets=[Span(*target, STANCES[1])], polarity="neutral")
        made = opinion_window(tokenizer, [(document, [one_sentence(tokenizer, text)])])
        arrays |= {f"{i}.{k}": v for k, v in run(model, made, [*taggers, "stance-span", "sentiment"]).items()}
        cases.append({"kind": "text", **described(tokenizer, text), **inputs(made), "target": [utf8(text, x) for x in target]})
    made = link_case(tokenizer)
    arrays |= {f"{len(cases)}.{k}": v for k, v in run(model, made, ["links"]).items()}
    spans = [[utf8(LINKED, x) for x in span] for span in LINK_SPANS]
    cases.append({"kind": "link", **described(tokenizer, LINKED), **inputs(made), "spans": spans})
    made = pair_window(tokenizer, *PAIR, "neutral", ("", 0))
    arrays |= {f"{len(cases)}.{k}": v for k, v in run(model, made, ["stance-text"]).items()}
    cases.append({"kind": "pair", "statement": described(tokenizer, PAIR[0]), "text": described(tokenizer, PAIR[1]), **inputs(made)})
    made, tree = tree_case(model, tokenizer)
    arrays |= {f"{len(cases)}.{k}": v for k, v in run(model, made, []).items()}
    cases.append({"kind": "tree", **described(tokenizer, PARSED), **inputs(made), **tree})
    a.out.mkdir(parents=True, exist_ok=True)
    note = "arrays N.encoder [pieces, width] and N.logits.HEAD of case N; fp32, from the model file's weights"
    save_file(arrays, a.out / "parity.safetensors")
    checksum = hashlib.sha256(a.model.read_bytes()).hexdigest()
    body = {"model": a.model.name, "sha256": checksum, "note": note, "cases": cases}
    (a.out / "parity.json").write_text(json.dumps(body, ensure_ascii=True, indent=1) + "\n")


if __name__ == "__main__":
    main()
