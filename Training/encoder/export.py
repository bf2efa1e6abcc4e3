"""Write a checkpoint as a model file (`Docs/model-format.md`)."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from checkpoint import Progress, load_model
from heads import Model
from parser import UPOS
from quantize import int8_rows, is_int8
from start_weights import start_tokenizer
from wordpiece import WordPiece


def tensors(model: Model, tokenizer: WordPiece, int8: bool) -> dict[str, np.ndarray]:
    """All tensors by name."""
    out = {"tokenizer.vocabulary": np.frombuffer("\n".join(tokenizer.vocabulary).encode(), np.uint8).copy()}
    for name, value in model.state_dict().items():
        if int8 and is_int8(name, value):
            rows, scale = int8_rows(value)
            out[name], out[name.removesuffix("weight") + "scale"] = rows.numpy(), scale.numpy()
        else:
            out[name] = value.float().numpy()
    return out


def metadata(model: Model, name: str, progress: Progress, figures: dict, temperatures: dict[str, float]) -> dict[str, str]:
    """The `dictum.*` strings."""
    heads = [{"name": s.name, "kind": s.kind, "labels": list(s.labels)} for s in model.specs.values()]
    for head in heads:
        if head["kind"] == "parser":
            head["upos"] = UPOS
        if head["name"] in temperatures:
            head["temperature"] = temperatures[head["name"]]
    training = {
        "recipe": "Training/encoder/train.py",
        "seed": progress.seed,
        "steps": progress.step,
        "minutes": round(progress.seconds / 60, 1),
        "pieces": progress.pieces,
        "dev": figures,
    }
    return {
        "dictum.format": "1",
        "dictum.name": name,
        "dictum.config": json.dumps(model.config.metadata()),
        "dictum.heads": json.dumps(heads),
        "dictum.training": json.dumps(training),
    }


def temperatures(figures: dict) -> dict[str, float]:
    """One a head: of the first dev set that has it (for stance toward a span that is NewsMTSC)."""
    out: dict[str, float] = {}
    for heads in figures.values():
        for head, values in heads.items():
            if "temperature" in values:
                out.setdefault(head, values["temperature"])
    return out


def main() -> None:
    """Write the file and print its size and checksum."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--name", default="standard")
    p.add_argument("--fp32", action="store_true", help="no int8, for measurements")
    p.add_argument("--figures", type=Path, help="what evaluate.py wrote")
    a = p.parse_args()
    model, progress = load_model(a.checkpoint)
    measured = json.loads(a.figures.read_text()) if a.figures else {}
    figures = measured.get("dynamic") or measured.get("fp32") or {}
    strings = metadata(model, a.name, progress, figures, temperatures(figures))
    a.out.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors(model, start_tokenizer(), not a.fp32), a.out, strings)
    data = a.out.read_bytes()
    print(f"{hashlib.sha256(data).hexdigest()}  {a.out.name}  {len(data)} bytes, step {progress.step}")


if __name__ == "__main__":
    main()
