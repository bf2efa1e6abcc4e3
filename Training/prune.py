"""Drop the smallest weights of a linear model file: `python prune.py MODEL STEPS OUTPUT`.

Weights are whole steps of the file's scale; those of at most STEPS are dropped, and features that keep none.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

TYPES = {"F32": np.float32, "I64": np.int64, "I32": np.int32, "I8": np.int8, "U8": np.uint8}


def read(path: Path) -> tuple[dict[str, str], dict[str, np.ndarray], dict[str, str]]:
    """Metadata, tensors and their types."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors, types = {}, {}
    for name, entry in header.items():
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(data[start:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
        types[name] = entry["dtype"]
    return metadata, tensors, types


def pruned(tensors: dict[str, np.ndarray], prefix: str, steps: int) -> dict[str, np.ndarray]:
    """The four tables of one model, without the smallest weights."""
    lengths = tensors[prefix + "row_lengths"].astype(np.int64)
    values = tensors[prefix + "row_values"]
    kept = np.abs(values.astype(np.int16)) > steps
    row = np.repeat(np.arange(len(lengths)), lengths)
    count = np.bincount(row[kept], minlength=len(lengths))
    return {
        prefix + "features": tensors[prefix + "features"][count > 0],
        prefix + "row_lengths": count[count > 0].astype(np.uint8),
        prefix + "row_labels": tensors[prefix + "row_labels"][kept],
        prefix + "row_values": values[kept],
    }


def write(path: Path, metadata: dict[str, str], tensors: dict[str, np.ndarray], types: dict[str, str]) -> None:
    """A safetensors file, widest types first so that each tensor is aligned."""
    header: dict[str, object] = {"__metadata__": metadata} if metadata else {}
    body = b""
    for name in sorted(tensors, key=lambda n: (-tensors[n].itemsize, n)):
        data = tensors[name].tobytes()
        header[name] = {"dtype": types[name], "shape": list(tensors[name].shape), "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + body)


def main() -> None:
    """Prune every model of the file."""
    source, steps, output = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    metadata, tensors, types = read(source)
    for prefix in [n.removesuffix("row_lengths") for n in tensors if n.endswith("row_lengths")]:
        tensors |= pruned(tensors, prefix, steps)
    write(output, metadata, tensors, types)
    print(f"{source.stat().st_size} -> {output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
