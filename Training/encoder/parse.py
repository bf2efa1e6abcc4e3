"""Write the trees that a checkpoint gives the tokens of reports (`dictum stream` with `tokens: true`), or of a treebank.

One JSON object a line: `id`, and `syntax` as the treebanks have it.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import torch

from batches import bucketed, collate
from checkpoint import load_model
from corpora import Document, Token, read
from heads import Model
from losses import encode
from parser import RELATIONS, UPOS
from start_weights import start_tokenizer
from syntax_examples import parsed, syntax_windows
from tree_decode import tree_heads
from wordpiece import WordPiece


def documents(reports: Path, texts: Path) -> Iterator[Document]:
    """The documents of a corpus with the sentences and tokens that reports have of them, without gold."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        text = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for line in reports.open(encoding="utf-8"):
        row = json.loads(line)
        tokens = [Token(t["start"], t["end"]) for t in row["tokens"]]
        at, sentences = 0, []
        for s in row["sentences"]:
            end = at
            while end < len(tokens) and tokens[end].end <= s["end"]:
                end += 1
            if end > at:
                sentences.append(tokens[at:end])
            at = end
        yield Document(row["id"], text[row["id"]], syntax=sentences)


def reported(reports: Path) -> dict[str, list[list[Token]]]:
    """The sentences' trees as the tokens of reports hold them, of a pipeline with `syntax`."""
    out = {}
    for line in reports.open(encoding="utf-8"):
        row = json.loads(line)
        tokens, at, out[row["id"]] = row["tokens"], 0, []
        for s in row["sentences"]:
            end = at
            while end < len(tokens) and tokens[end]["start"] < s["end"]:
                end += 1
            made = []
            for t in tokens[at:end]:
                head = int(t["head"][1:]) - at + 1 if t["head"] else 0
                made.append(Token(t["start"], t["end"], t["upos"], head, t["deprel"]))
            if made:
                out[row["id"]].append(made)
            at = end
    return out


@torch.no_grad()
def trees(model: Model, tokenizer: WordPiece, given: list[Document]) -> dict[str, list[list[Token]]]:
    """The parsed sentences of each document, in order."""
    head, out = model.heads["syntax"], {d.id: {} for d in given}
    items = {d.id: parsed(tokenizer, d) for d in given}
    windows = [w for item in items.values() for w in syntax_windows(tokenizer, item, model.config.window)]
    sources = {id(t): (w.document, t) for w in windows for t in w.trees}
    starts = {id(t): s for w in windows for t, s in zip(w.trees, w.sentence_starts)}
    for group in bucketed(windows, 4096):
        batch = collate(group)
        parse = head(encode(model, batch), batch.trees)
        upos, order = parse.upos.argmax(1).tolist(), [t for w in group for t in w.trees]
        heads = [tree_heads(parse.arcs[i, : len(t.shapes), : len(t.shapes) + 1].numpy()) for i, t in enumerate(order)]
        flat = torch.tensor([h for row in heads for h in row])
        relations = head.relate(parse, batch.trees, flat).argmax(1).tolist()
        at = 0
        for t, row in zip(order, heads):
            document, start = sources[id(t)][0], starts[id(t)]
            made = []
            for token, h in zip(items[document].tokens[start], row):
                made.append(Token(token.start, token.end, UPOS[upos[at]], h, RELATIONS[relations[at]] if h else "root"))
                at += 1
            out[document][start] = made
    return {k: [v[s] for s in sorted(v)] for k, v in out.items()}


def main() -> None:
    """Read, parse, write."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--checkpoint", type=Path, help="needed without --tokens")
    p.add_argument("--tokens", action="store_true", help="take the trees that the reports hold")
    p.add_argument("--texts", type=Path, help="a corpus file; needed without --tokens")
    p.add_argument("--reports", type=Path, help="reports of its texts; without them the corpus has gold trees, to measure")
    p.add_argument("--out", type=Path)
    a = p.parse_args()
    torch.set_num_threads(1)
    if a.tokens:
        found = reported(a.reports)
    else:
        model, _ = load_model(a.checkpoint)
        given = list(documents(a.reports, a.texts)) if a.reports else list(read(a.texts))
        found = trees(model, start_tokenizer(), given)
    if not a.reports:
        print(json.dumps(attachment(given, found)))
    if a.out:
        with a.out.open("w", encoding="utf-8") as out:
            for name, sentences in found.items():
                rows = [[[t.start, t.end, t.upos, t.head, t.relation] for t in s] for s in sentences]
                out.write(json.dumps({"id": name, "syntax": rows}) + "\n")


def attachment(gold: list[Document], found: dict[str, list[list[Token]]]) -> dict[str, float]:
    """UPOS of all tokens, UAS and LAS (base relations) of all but punctuation, with gold tokens and sentences."""
    upos = words = heads = labelled = count = 0
    for document in gold:
        made = {t.start: t for s in found[document.id] for t in s}
        for t in (t for s in document.syntax for t in s):
            p = made.get(t.start, Token(0, 0))
            count, upos = count + 1, upos + (p.upos == t.upos)
            if t.upos != "PUNCT":
                right = p.head == t.head
                words, heads = words + 1, heads + right
                labelled += right and p.relation.split(":")[0] == t.relation.split(":")[0]
    return {"upos": 100 * upos / count, "uas": 100 * heads / words, "las": 100 * labelled / words}


if __name__ == "__main__":
    main()
