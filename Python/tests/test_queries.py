"""Runs every question of Docs/queries.md: SQL, pandas and Datasette give what the page shows.

With DICTUM_UPDATE_DOCS=1, the page's outputs are written anew.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import town

import dictum

DOCS = Path(__file__).resolve().parents[2] / "Docs"
SECTION = re.compile(
    r"^## (?P<title>[^\n]+)\n.*?```sql\n(?P<sql>.*?)```\n\n```python\n(?P<python>.*?)```\n\n```\n(?P<output>.*?)```",
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dictum.Corpus:
    pytest.importorskip("pandas")
    folder = tmp_path_factory.mktemp("town")
    town.write(folder / "reports")
    return dictum.Corpus(folder / "reports", database=folder / "corpus.db")


def sections() -> list[re.Match[str]]:
    return list(SECTION.finditer((DOCS / "queries.md").read_text(encoding="utf-8")))


def shown(columns: list[str], rows: list[tuple[Any, ...]]) -> str:
    cells = [columns, *([f"{v:.2f}" if isinstance(v, float) else str(v) for v in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)
    return "\n".join(lines) + "\n"


def answers(frame: Any) -> list[tuple[Any, ...]]:
    return list(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


def test_there_are_twelve() -> None:
    assert len(sections()) == 12


@pytest.mark.skipif("DICTUM_UPDATE_DOCS" not in os.environ, reason="the page is compared, not written")
def test_update(corpus: dictum.Corpus) -> None:
    page = (DOCS / "queries.md").read_text(encoding="utf-8")
    for section in reversed(list(SECTION.finditer(page))):
        frame = corpus.sql(section["sql"])
        page = (
            page[: section.start("output")] + shown(list(frame.columns), answers(frame)) + page[section.end("output") :]
        )
    (DOCS / "queries.md").write_text(page, encoding="utf-8")


@pytest.mark.parametrize("section", sections(), ids=lambda section: section["title"])
def test_sql_and_pandas_give_what_the_page_shows(corpus: dictum.Corpus, section: re.Match[str]) -> None:
    frame = corpus.sql(section["sql"])
    assert shown(list(frame.columns), answers(frame)) == section["output"]
    names: dict[str, Any] = {"corpus": corpus}
    exec(section["python"], names)  # noqa: S102
    table = names["answer"]
    assert shown(list(table.columns), answers(table)) == section["output"]


def test_datasette_shows_the_questions(corpus: dictum.Corpus) -> None:
    pytest.importorskip("datasette")
    metadata = DOCS / "datasette.yaml"

    def get(path: str) -> Any:
        command = [sys.executable, "-m", "datasette", str(corpus.database), "-m", str(metadata), "--get", path]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    assert get("/corpus/who_speaks.json?_shape=array")[0]["speaker"] == "Ann Lee"
    found = get("/corpus/said_about_someone.json?_shape=array&speaker=Ann+Lee&about=Bob+Reed")
    assert len(found) == 2
    assert {row["id"] for row in get("/corpus/search_statements.json?_shape=array&words=tax")} >= {"harbour", "council"}
