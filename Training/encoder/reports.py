"""Write what a checkpoint predicts on dev as reports, for the project's scorer; spans in Unicode scalars."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from checkpoint import load_model
from dev_sets import DevSet, dev_sets
from evaluate import Outcome, predict
from heads import Model
from start_weights import start_tokenizer


def report_lines(model: Model, dev: DevSet, outcome: Outcome) -> list[dict]:
    """One report a document: mentions, stances, sentiments (quotes need the relation step, which is not here)."""
    rows = {d.id: {"id": d.id, "offsets": "unicode-scalar", "mentions": [], "stances": [], "sentiments": []} for d in dev.documents}
    documents = {d.id: d for d in dev.documents}
    for document, found in outcome.spans.get("entities", {}).items():
        rows[document]["mentions"] = [{"start": s.start, "end": s.end, "type": s.label, "form": "name"} for s in found]
    for head, groups in outcome.scores.items():
        best = [int(i) for scores in groups for i in scores.argmax(1)]
        for (name, index), label in zip(outcome.sources[head], (model.specs[head].labels[i] for i in best), strict=True):
            if head == "sentiment":
                rows[name]["sentiments"].append({"of": "document", "label": label})
            elif head == "stance-span":
                target = documents[name].targets[index]
                rows[name]["stances"].append({"target": {"start": target.start, "end": target.end}, "label": label})
            else:
                rows[name]["stances"].append({"target": {"text": documents[name].topics[index][0]}, "label": label})
    return list(rows.values())


def main() -> None:
    """One file a dev set."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    a = p.parse_args()
    model, _ = load_model(a.checkpoint)
    a.out.mkdir(parents=True, exist_ok=True)
    for dev in dev_sets(start_tokenizer(), a.corpora, model.config.window):
        lines = report_lines(model, dev, predict(model, dev))
        (a.out / f"{dev.name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


if __name__ == "__main__":
    main()
