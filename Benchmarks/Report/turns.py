"""Programs that take turns at the same work, and what they needed for it."""

import json
import os
import statistics
import subprocess
import threading
from dataclasses import dataclass, field

TICKS = os.sysconf("SC_CLK_TCK")
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}


@dataclass
class Contestant:
    """A program that answers a JSON line with a line."""

    name: str
    command: list
    seconds: list = field(default_factory=list)

    def start(self):
        self.process = subprocess.Popen(
            [str(word) for word in self.command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=os.environ | ONE_THREAD,
        )
        # What it loads at its first line is no part of its speed.
        self.answer([{"id": "warm", "text": "“We won,” Ann Lee of Google said in Oslo. It was good."}])

    def answer(self, lines):
        """Hands lines over and waits for as many answers; the processor's seconds in between."""
        data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
        before = self.used()

        def write():
            self.process.stdin.write(data)
            self.process.stdin.flush()

        writer = threading.Thread(target=write)
        writer.start()
        for _ in lines:
            if not self.process.stdout.readline():
                raise SystemExit(f"{self.name} ended")
        writer.join()
        return self.used() - before

    def used(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as file:
            words = file.read().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / TICKS

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def take_turns(contestants, lines, rounds):
    """Every contestant does all the lines in each round, one after the other."""
    for contestant in contestants:
        contestant.start()
    for _ in range(rounds):
        for contestant in contestants:
            contestant.seconds.append(max(contestant.answer(lines), 1 / TICKS))
    for contestant in contestants:
        contestant.stop()


def ratio(ours, theirs):
    """How many times as fast, as `median (lowest to highest)` of the rounds."""
    ratios = sorted(b / a for a, b in zip(ours, theirs, strict=True))
    return ratios[0], statistics.median(ratios), ratios[-1]


def figure(value):
    """A number with as many digits as it deserves."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
