"""A report as HTML for notebooks: Dictum's own page where the program makes one, else a short list."""

from __future__ import annotations

import json
import subprocess
from html import escape
from typing import TYPE_CHECKING, Any

from dictum.errors import DictumError
from dictum.program import program

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = 20


def page(report: Mapping[str, Any]) -> str:
    """Show a report: the page of `dictum view` in a frame of its own."""
    try:
        made = subprocess.run(
            [program(), "view", "-"],
            input=json.dumps(report).encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
        source = escape(made.stdout.decode(), quote=True)
    except (DictumError, OSError, subprocess.SubprocessError):
        return _list(report)
    return f'<iframe srcdoc="{source}" sandbox="allow-scripts" width="100%" height="640" style="border:0"></iframe>'


def _list(report: Mapping[str, Any]) -> str:
    names = {entity["id"]: entity["name"] for entity in report.get("entities", [])}
    rows = []
    for quote in report.get("quotes", []):
        who = ", ".join(names[id] for id in quote["speakers"] if id in names)
        source = who or " ".join(part["text"] for part in quote["source"])
        content = " … ".join(part["text"] for part in quote["spans"])
        rows.append(f"<tr><td>{escape(source)}</td><td>{escape(quote['kind'])}</td><td>{escape(content)}</td></tr>")
    head = escape(str(report.get("title") or report.get("id", "")))
    return f"<table><caption>{head}</caption><tr><th>who</th><th>kind</th><th>what</th></tr>{''.join(rows)}</table>"
