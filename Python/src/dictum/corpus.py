"""Reports of a folder as tables: pandas, polars, Parquet or SQL."""

from __future__ import annotations

import sqlite3
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dictum.errors import DictumError
from dictum.program import program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    import pandas as pd
    import polars as pl
    import pyarrow as pa

_PANDAS = {"INTEGER": "Int64", "REAL": "Float64", "TEXT": "string"}


class Corpus:
    """The tables of a folder of reports, or of a file that `dictum export --sqlite` made.

    >>> corpus = Corpus("reports")
    >>> corpus.statements.groupby("kind").size()
    >>> corpus.sql("SELECT speaker, statements FROM speakers ORDER BY statements DESC LIMIT 5")

    A table is an attribute (`corpus.entities`), and `Docs/export.md` describes them. Tables join on `article` and the
    column of the thing itself.
    """

    def __init__(
        self, source: str | Path, *, database: str | Path | None = None, people: str | Path | None = None
    ) -> None:
        """Load a folder of reports, or a file of tables.

        `database` keeps the tables in a file, so that the next time only new reports are read; `people` names a
        file of canonical names.
        """
        source = Path(source)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.unreadable: list[str] = []
        if source.is_file() and source.suffix not in {".json", ".jsonl", ".ndjson"}:
            self.database = source
        else:
            if database is None:
                self._folder = tempfile.TemporaryDirectory(prefix="dictum-")
                database = Path(self._folder.name) / "corpus.db"
            self.database = Path(database)
            self._export(source, people)
        self._connection = sqlite3.connect(f"{self.database.absolute().as_uri()}?mode=ro", uri=True)

    def _export(self, source: Path, people: str | Path | None) -> None:
        command = [program(), "export", str(source), "--sqlite", str(self.database), "--quiet"]
        if people is not None:
            command += ["--people", str(people)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in {0, 1}:
            raise DictumError.from_output(done.stderr, done.returncode)
        self.unreadable = [line for line in done.stderr.splitlines() if line]

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and remove it when it was temporary."""
        self._connection.close()
        if self._folder is not None:
            self._folder.cleanup()

    @property
    def tables(self) -> list[str]:
        """The names of tables and views."""
        rows = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%fts%' "
            "AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        return [name for (name,) in rows]

    def _rows(self, query: str, values: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
        try:
            cursor = self._connection.execute(query, values)
        except sqlite3.Error as error:
            raise DictumError("D504", str(error)) from error
        return [column[0] for column in cursor.description or []], cursor.fetchall()

    def _query(self, table: str) -> tuple[str, dict[str, str]]:
        if table not in self.tables:
            raise DictumError("D504", f"no table is called `{table}`; there are {', '.join(self.tables)}")
        info = self._connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        return f'SELECT * FROM "{table}"', {row[1]: row[2].upper() for row in info}  # noqa: S608

    def sql(self, query: str, values: Sequence[Any] = ()) -> pd.DataFrame:
        """Ask in SQL; the answer is a pandas frame."""
        import pandas as pd

        columns, rows = self._rows(query, values)
        return pd.DataFrame.from_records(rows, columns=columns)

    def frame(self, table: str) -> pd.DataFrame:
        """Give a table or view as a pandas frame; whole numbers stay whole where some are missing."""
        import pandas as pd

        query, types = self._query(table)
        columns, rows = self._rows(query)
        frame = pd.DataFrame.from_records(rows, columns=columns)
        return frame.astype({name: _PANDAS[kind] for name, kind in types.items() if kind in _PANDAS})

    def polars(self, table: str) -> pl.DataFrame:
        """Give a table or view as a polars frame."""
        import polars as pl

        query, types = self._query(table)
        columns, rows = self._rows(query)
        known = {"INTEGER": pl.Int64, "REAL": pl.Float64, "TEXT": pl.String}
        schema = {name: known.get(types.get(name, "")) for name in columns}
        return pl.DataFrame(rows, schema=schema, orient="row", infer_schema_length=None)

    def arrow(self, table: str) -> pa.Table:
        """Give a table or view as a pyarrow table."""
        import pyarrow as pa

        query, types = self._query(table)
        columns, rows = self._rows(query)
        known = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
        lists = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
        arrays = [
            pa.array(list(values), type=known.get(types.get(name, "")))
            for name, values in zip(columns, lists, strict=True)
        ]
        return pa.Table.from_arrays(arrays, names=columns)

    def to_parquet(self, folder: str | Path, tables: Sequence[str] | None = None) -> list[Path]:
        """Write tables (all, unless some are named) as Parquet files of a folder."""
        import pyarrow.parquet as pq

        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for table in tables or self.tables:
            path = folder / f"{table}.parquet"
            pq.write_table(self.arrow(table), path)
            written.append(path)
        return written

    def search(self, words: str) -> pd.DataFrame:
        """Find statements by their words, in the syntax of SQLite's FTS5 (`tax AND (cut OR rise)`)."""
        return self.sql(
            "SELECT quoted.id, quoted.day, quoted.speaker, statements.text FROM statements_fts "
            "JOIN statements ON statements.rowid = statements_fts.rowid "
            "LEFT JOIN quoted ON quoted.statement_rowid = statements.rowid "
            "WHERE statements_fts MATCH ? ORDER BY statements_fts.rank",
            [words],
        )

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or "_connection" not in self.__dict__ or name not in self.tables:
            raise AttributeError(name)
        return self.frame(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def _count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

    def __repr__(self) -> str:
        return f"<Corpus {str(self.database)!r}: {self._count('articles')} articles>"

    def _repr_html_(self) -> str:
        counts = [(name, self._count(name)) for name in ("articles", "statements", "corpus_entities", "positions")]
        rows = "".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in counts)
        return f"<table>{rows}</table>"
