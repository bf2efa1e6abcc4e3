"""Fine-tune the shared encoder with all heads, within a budget of minutes. See README.md."""

from __future__ import annotations

import argparse
import random
import signal
import time
from collections import defaultdict
from pathlib import Path

import torch

from checkpoint import Progress, load, save
from distil import Tutor
from heads import Model
from losses import batch_loss
from model import Config
from model_file import load_earlier
from start_weights import load_start, start_tokenizer
from tasks import Task, training_tasks
from teacher import SHARE, Teacher, silver_losses


def arguments() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--reports", type=Path, required=True, help="what Dictum found in the training texts: see README.md")
    p.add_argument("--coded", type=Path, help="the codings of Training/positions, joined with their texts")
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--start", type=Path, metavar="MODEL", help="start from an earlier model file, not from the package's weights")
    p.add_argument("--teacher", type=Path, metavar="MODEL", help="an earlier model whose soft labels old heads keep to")
    p.add_argument("--silver", type=Path, metavar="MODEL", nargs="+", default=[], help="who answers where there is no gold")
    p.add_argument("--distil", type=Path, metavar="MODEL", help="start as a student of this larger model, and learn all it says")
    p.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    p.add_argument("--minutes", type=float, default=60, help="budget over all runs; the learning rate falls to 0 at its end")
    p.add_argument("--save-every", type=float, default=300, metavar="SECONDS")
    p.add_argument("--layers", type=int, default=6, help="the first of six")
    p.add_argument("--seed", type=int, default=17)
    p.add_argument("--rate", type=float, default=2e-4, help="peak for the encoder")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--warm-up", type=float, default=0.04, help="part of the budget")
    p.add_argument("--pieces", type=int, default=1600, help="a batch, padding counted")
    p.add_argument("--accumulate", type=int, default=1, help="batches a step")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--small", action="store_true", help="a few documents only, for a trial")
    return p.parse_args()


def make_optimizer(model: Model, a: argparse.Namespace) -> torch.optim.AdamW:
    """No decay of biases, norms and embeddings; heads and the new shape table learn faster; word vectors stay.

    Word vectors are half of all parameters and their dense gradient a tenth of the time.
    """
    model.encoder.embeddings.word.weight.requires_grad_(False)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = defaultdict(list)
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        fresh = name.startswith("heads.") or ".shape." in name
        decay = 0.01 if parameter.ndim > 1 and "embeddings" not in name else 0.0
        groups[a.head_rate if fresh else a.rate, decay].append(parameter)
    made = [{"params": v, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), v in groups.items()]
    return torch.optim.AdamW(made, betas=(0.9, 0.98), eps=1e-6, fused=True)


def factor(part: float, warm_up: float) -> float:
    """Linear warm-up, then linear decay to zero, by the part of the budget that is spent."""
    return min(part / warm_up, (1 - part) / (1 - warm_up)) if part < 1 else 0.0


def main() -> None:
    """Train until the budget is spent, or until told to stop (SIGTERM), which saves first."""
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    tokenizer, model = start_tokenizer(), Model(Config(layers=a.layers, segments=5))
    if a.start and a.start.suffix == ".pt":
        model.load_state_dict(load(a.start)["model"])
    else:
        start = a.start or a.distil
        load_earlier(model, start) if start else load_start(model)
    optimizer, progress, chooser = make_optimizer(model, a), Progress(a.seed), random.Random(a.seed)
    if a.resume:
        state = load(a.checkpoint)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        progress = Progress(**state["progress"])
        chooser.setstate(state["chooser"])
        torch.set_rng_state(state["torch"])
    teacher = Teacher(a.teacher) if a.teacher else None
    silver = [Teacher(path) for path in a.silver]
    tutor = Tutor(a.distil, a.layers) if a.distil else None
    tasks = training_tasks(tokenizer, a.corpora, a.reports, a.coded, a.small)
    streams = {t.name: t.batches(a.seed, a.pieces, model.config.window, progress.batches.get(t.name, 0)) for t in tasks}
    model.train()
    running: dict[str, float] = {}
    done: dict[str, int] = {}
    stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stop.append(number))
    begun, saved, earlier = time.monotonic(), time.monotonic(), progress.seconds
    print(f"start at step {progress.step}", flush=True)
    while progress.seconds < a.minutes * 60 and not stop:
        scale = factor(max(progress.seconds, 1) / (a.minutes * 60), a.warm_up)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        for _ in range(a.accumulate):
            task = next_task(tasks, done, chooser)
            batch = next(streams[task])
            if tutor:
                losses = tutor.losses(model, batch, gold=task != "silver")
                parts = list(losses.values())
            else:
                losses, answers = batch_loss(model, batch)
                losses = silver_losses(silver, batch, answers) if task == "silver" else losses
                soft = teacher.losses(batch, answers) if teacher else {}
                parts = [SHARE * soft[h] + (1 - SHARE) * loss if h in soft else loss for h, loss in losses.items()]
            (sum(parts) / a.accumulate).backward()
            progress.batches[task] = progress.batches.get(task, 0) + 1
            count = int(batch.mask.sum())
            done[task] = done.get(task, 0) + count
            progress.pieces[task] = progress.pieces.get(task, 0) + count
            for head, loss in losses.items():
                key, value = f"{task}/{head}", float(loss.detach())
                running[key] = 0.98 * running.get(key, value) + 0.02 * value
        torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        progress.step += 1
        progress.seconds = earlier + time.monotonic() - begun
        if progress.step % 50 == 0:
            total = sum(progress.pieces.values())
            shown = " ".join(f"{k} {v:.3f}" for k, v in sorted(running.items()))
            print(f"{progress.seconds:.0f}s step {progress.step} pieces {total} scale {scale:.2f} | {shown}", flush=True)
        if time.monotonic() - saved > a.save_every:
            save(a.checkpoint, model, optimizer, progress, chooser)
            saved = time.monotonic()
    save(a.checkpoint, model, optimizer, progress, chooser)
    print("done", progress, flush=True)


def next_task(tasks: list[Task], done: dict[str, int], chooser: random.Random) -> str:
    """A task drawn so that each keeps its share of this run's pieces: the one furthest behind, now and then any."""
    if chooser.random() < 0.2:
        return chooser.choices([t.name for t in tasks], [t.share for t in tasks])[0]
    return min(tasks, key=lambda t: done.get(t.name, 0) / t.share + chooser.random()).name


if __name__ == "__main__":
    main()
