"""The program that this package runs: the one in the wheel, or one that is installed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from dictum.errors import DictumError

_NATIVE = Path(__file__).parent / "_native"


def program() -> str:
    """Find the program: `$DICTUM`, the wheel's own, or the one on the PATH.

    Raises `DictumError` (D201) when there is none.
    """
    own = _NATIVE / "bin" / "dictum"
    for candidate in (os.environ.get("DICTUM"), str(own) if own.exists() else None, shutil.which("dictum")):
        if candidate:
            return candidate
    raise DictumError("D201", "the program `dictum` was not found: set $DICTUM, or install a wheel that holds it")


def pipeline_file(name: str | Path) -> str:
    """Find a pipeline file by its path, or by the name of one that comes with Dictum, such as `news`."""
    if os.sep in str(name) or str(name).endswith((".yaml", ".yml")):
        return str(name)
    beside = Path(program()).resolve().parent.parent / "share" / "dictum" / "pipelines"
    folders = [_NATIVE / "share" / "dictum" / "pipelines", beside]
    if "DICTUM_PIPELINES" in os.environ:
        folders.insert(0, Path(os.environ["DICTUM_PIPELINES"]))
    for folder in folders:
        if (file := folder / f"{name}.yaml").exists():
            return str(file)
    known = sorted({file.stem for folder in folders if folder.is_dir() for file in folder.glob("*.yaml")})
    hint = f"; there are {', '.join(known)}" if known else "; name a file"
    raise DictumError("D201", f"no pipeline is called `{name}`{hint}")


def main() -> None:
    """Be the wheel's program for its command `dictum`, whatever `$DICTUM` says: it may name this very command."""
    own = _NATIVE / "bin" / "dictum"
    path = str(own) if own.exists() else program()
    os.execv(path, [path, *sys.argv[1:]])  # noqa: S606
