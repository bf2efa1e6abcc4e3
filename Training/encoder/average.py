"""Average the weights of two checkpoints of one run (Izmailov et al. 2018): average.py EARLIER LATER SHARE OUT.

SHARE is the part of the earlier one, from 0 to 1. For evaluation and export; training goes on from LATER itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from checkpoint import load


def main() -> None:
    """Write OUT: everything of LATER, with averaged weights."""
    earlier, later, share, out = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4])
    before, state = load(earlier)["model"], load(later)
    state["model"] = {
        name: share * before[name] + (1 - share) * value if value.is_floating_point() else value
        for name, value in state["model"].items()
    }
    torch.save(state, out)


if __name__ == "__main__":
    main()
