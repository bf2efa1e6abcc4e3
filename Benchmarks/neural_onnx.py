"""Time Dictum's encoder and ONNX Runtime side by side: the same weights, the same pieces, one thread each, in turns.

Builds the encoder of a model file as an ONNX graph (fp32, and dynamically quantised by ONNX Runtime's own tool), lets
`bench-neural --serve` and ONNX Runtime take turns, and prints medians. Times are processor seconds: other work on the
machine hardly lengthens them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

DTYPES = {"F32": np.float32, "I8": np.int8, "U8": np.uint8}


def read_model(path: Path) -> tuple[dict, dict[str, np.ndarray]]:
    """Configuration and encoder weights (in floats) of a model file."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    config = json.loads(header.pop("__metadata__")["dictum.config"])
    raw = {}
    for name, entry in header.items():
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        raw[name] = np.frombuffer(data[start:end], DTYPES[entry["dtype"]]).reshape(entry["shape"])
    weights = {}
    for name, value in raw.items():
        if name.startswith("encoder.") and not name.endswith(".scale"):
            scale = raw.get(name.removesuffix("weight") + "scale")
            weights[name] = value.astype(np.float32) if scale is None else value.astype(np.float32) * scale[:, None]
    return config, weights


class Graph:
    """Nodes and constants of an ONNX graph."""

    def __init__(self) -> None:
        self.nodes: list = []
        self.constants: list = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def add(self, kind: str, inputs: list[str], **attributes: object) -> str:
        output = f"{kind.lower()}-{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def linear(self, x: str, prefix: str, weights: dict) -> str:
        """x Wᵀ + b."""
        w = self.constant(prefix + ".w", np.ascontiguousarray(weights[prefix + ".weight"].T))
        return self.add("Add", [self.add("MatMul", [x, w]), self.constant(prefix + ".b", weights[prefix + ".bias"])])

    def norm(self, x: str, prefix: str, weights: dict, epsilon: float) -> str:
        gain = self.constant(prefix + ".g", weights[prefix + ".weight"])
        bias = self.constant(prefix + ".b", weights[prefix + ".bias"])
        return self.add("LayerNormalization", [x, gain, bias], axis=-1, epsilon=epsilon)


def build(config: dict, weights: dict, path: Path) -> None:
    """Write the encoder: `ids`, `shapes` `[batch, pieces]` and an additive `mask` `[batch, 1, 1, pieces]` to vectors."""
    g = Graph()
    width, heads = config["width"], config["attention_heads"]
    size = width // heads
    prefix = "encoder.embeddings."
    tables = {t: g.constant(t, weights[f"{prefix}{t}.weight"]) for t in ("word", "shape")}
    fixed = weights[prefix + "position.weight"] + weights[prefix + "segment.weight"][0]
    position = g.add("Gather", [g.constant("position", fixed), "positions"])
    x = g.add("Add", [g.add("Gather", [tables["word"], "ids"]), g.add("Gather", [tables["shape"], "shapes"])])
    x = g.norm(g.add("Add", [x, position]), prefix + "norm", weights, config["norm_epsilon"])
    split = g.constant("split", np.array([0, 0, 3 * heads, size], np.int64))
    joined = g.constant("joined", np.array([0, 0, width], np.int64))
    scale = g.constant("scale", np.array(size**-0.5, np.float32))
    half, one, root = (g.constant(n, np.array(v, np.float32)) for n, v in (("half", 0.5), ("one", 1), ("root", 2**-0.5)))
    for n in range(config["layers"]):
        p = f"encoder.layers.{n}."
        qkv = g.add("Reshape", [g.linear(x, p + "attention.qkv", weights), split])
        qkv = g.add("Transpose", [qkv], perm=[0, 2, 1, 3])
        parts = [f"{p}{part}" for part in "qkv"]
        sizes = g.constant(p + "sizes", np.array([heads] * 3, np.int64))
        g.nodes.append(helper.make_node("Split", [qkv, sizes], parts, axis=1))
        scores = g.add("MatMul", [parts[0], g.add("Transpose", [parts[1]], perm=[0, 1, 3, 2])])
        scores = g.add("Softmax", [g.add("Add", [g.add("Mul", [scores, scale]), "mask"])], axis=-1)
        context = g.add("Transpose", [g.add("MatMul", [scores, parts[2]])], perm=[0, 2, 1, 3])
        context = g.add("Reshape", [context, joined])
        x = g.add("Add", [x, g.linear(context, p + "attention.output", weights)])
        x = g.norm(x, p + "attention.norm", weights, config["norm_epsilon"])
        up = g.linear(x, p + "feed_forward.up", weights)
        cdf = g.add("Add", [g.add("Erf", [g.add("Mul", [up, root])]), one])
        up = g.add("Mul", [g.add("Mul", [up, cdf]), half])
        x = g.add("Add", [x, g.linear(up, p + "feed_forward.down", weights)])
        x = g.norm(x, p + "feed_forward.norm", weights, config["norm_epsilon"])
    g.nodes.append(helper.make_node("Identity", [x], ["vectors"]))
    integers = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "pieces"]) for n in ("ids", "shapes")]
    others = [
        helper.make_tensor_value_info("positions", TensorProto.INT64, ["pieces"]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", 1, 1, "pieces"]),
    ]
    out = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", "pieces", width])
    graph = helper.make_graph(g.nodes, "encoder", integers + others, [out], g.constants)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)


def session(path: Path) -> onnxruntime.InferenceSession:
    """A session on one thread with all optimisations."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def batches(rows: list, size: int) -> list[dict[str, np.ndarray]]:
    """Rows of similar length side by side, padded to the longest."""
    out = []
    ordered = sorted(rows, key=lambda r: len(r[0]))
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        longest = max(len(ids) for ids, _ in part)
        made = {n: np.zeros((len(part), longest), np.int64) for n in ("ids", "shapes")}
        made["mask"] = np.full((len(part), 1, 1, longest), -1e9, np.float32)
        made["positions"] = np.arange(longest)
        for i, (ids, shapes) in enumerate(part):
            made["ids"][i, : len(ids)], made["shapes"][i, : len(ids)] = ids, shapes
            made["mask"][i, 0, 0, : len(ids)] = 0
        out.append(made)
    return out


def timed(run: onnxruntime.InferenceSession, work: list[dict[str, np.ndarray]]) -> float:
    """Processor seconds for all batches."""
    start = time.process_time()
    for batch in work:
        run.run(None, batch)
    return time.process_time() - start


def main() -> None:
    """Take turns and print the table."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--bench", type=Path, required=True, help="the built bench-neural")
    p.add_argument("--models", type=Path, required=True)
    p.add_argument("--model", default="standard")
    p.add_argument("--texts", type=Path)
    p.add_argument("--rounds", type=int, default=5)
    a = p.parse_args()
    command = [str(a.bench), "--serve", "--models", str(a.models), "--model", a.model]
    command += ["--texts", str(a.texts)] if a.texts else []
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(line: str) -> str:
        server.stdin.write(line + "\n")
        server.stdin.flush()
        return server.stdout.readline()

    words, pieces = (int(n) for n in ask("volume").split())
    config, weights = read_model(a.models / f"{a.model}.safetensors")
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "int8.onnx"
        build(config, weights, full)
        quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True)
        sessions = {"float32": session(full), "int8": session(small)}
    windows, sentences = json.loads(ask("windows")), json.loads(ask("sentences"))
    work = {
        "windows, one at a time": batches(windows, 1),
        "windows, batches of 8": batches(windows, 8),
        "sentences, batches of 16": batches(sentences, 16),
    }
    times: dict[tuple[str, str], list[float]] = {}
    peaks: dict[str, list[float]] = {}
    for _ in range(a.rounds):
        for precision, run in sessions.items():
            peaks.setdefault(precision, []).append(float(ask(f"peak {precision}")))
            times.setdefault((precision, "Dictum, windows"), []).append(float(ask(f"encode {precision}")))
            for name, part in work.items():
                times.setdefault((precision, f"ONNX Runtime, {name}"), []).append(timed(run, part))
    server.stdin.close()
    operations = 2 * config["layers"] * (4 * config["width"] ** 2 + 2 * config["width"] * config["feed_forward"])
    print(f"{words} words, {pieces} pieces, {len(windows)} windows, {len(sentences)} sentences; medians of {a.rounds} turns, one thread")
    print(f"ONNX Runtime {onnxruntime.__version__}; share: linear layers' operations against oneDNN's product peak in the same run")
    for (precision, name), values in times.items():
        middle, peak = statistics.median(values), statistics.median(peaks[precision])
        share = operations * pieces / middle * 1e-9 / peak
        print(f"{precision:8} {name:40} {words / middle:8.0f} words/s {pieces / middle:8.0f} pieces/s {share:6.0%} of {peak:.0f} G/s")


if __name__ == "__main__":
    main()
