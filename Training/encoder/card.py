"""Markdown tables for the model card, from what `evaluate.py` wrote."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

MAIN = ("micro_f1", "overlap30_f1", "macro_f1", "link_f1")
SKIP = {"temperature", "ece", "ece_tempered", *MAIN}


def rows(measured: dict) -> list[str]:
    """One row a dev set and head: the main figure in each form, then the details of the shipped form."""
    forms = [f for f in ("fp32", "int8", "dynamic") if f in measured]
    shown = forms[-1]
    out = [f"| dev set | head | figure | {' | '.join(forms)} | details ({shown}) |", "|---|---|---|" + "---|" * (len(forms) + 1)]
    for corpus, heads in measured[shown].items():
        for head, values in heads.items():
            main = next(m for m in MAIN if m in values)
            figures = " | ".join(f"{measured[f][corpus][head][main]:.1f}" for f in forms)
            details = ", ".join(f"{k.replace('_f1', '')} {v:.1f}" for k, v in values.items() if k not in SKIP)
            out.append(f"| {corpus} | `{head}` | {main.replace('_f1', ' F1')} | {figures} | {details} |")
    return out


def calibration(measured: dict) -> list[str]:
    """Expected calibration error before and after the temperature."""
    shown = "dynamic" if "dynamic" in measured else "fp32"
    out = ["| dev set | head | ECE, raw | temperature | ECE with it |", "|---|---|---|---|---|"]
    for corpus, heads in measured[shown].items():
        for head, v in heads.items():
            if "ece" in v:
                out.append(f"| {corpus} | `{head}` | {v['ece']:.1f} | {v['temperature']:.2f} | {v['ece_tempered']:.1f} |")
    return out


def main() -> None:
    """Print both tables."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("figures", type=Path)
    measured = json.loads(p.parse_args().figures.read_text())
    print("\n".join([*rows(measured), "", *calibration(measured)]))


if __name__ == "__main__":
    main()
