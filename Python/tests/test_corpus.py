import csv
import sqlite3
from pathlib import Path

import pytest

import dictum


def test_frames_are_the_tables(export: Path) -> None:
    pytest.importorskip("pandas")
    corpus = dictum.Corpus(export / "corpus.db")
    connection = sqlite3.connect(export / "corpus.db")
    for table in corpus.tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        frame = corpus.frame(table)
        values = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
        assert list(values) == rows, table
    assert str(corpus.statements["start"].dtype) == "Int64"


def test_articles_say_who_wrote_them_and_where(export: Path) -> None:
    rows = sqlite3.connect(export / "corpus.db").execute("SELECT title, url, language, author, site FROM articles")
    for title, *known in rows:
        assert known == [title.replace("Title ", "https://example.org/"), "en", "Bo Berg", "The Courier"]


def test_polars_and_parquet_are_the_tables(export: Path, tmp_path: Path) -> None:
    pytest.importorskip("polars")
    pq = pytest.importorskip("pyarrow.parquet")
    corpus = dictum.Corpus(export / "corpus.db")
    corpus.to_parquet(tmp_path / "parquet")
    connection = sqlite3.connect(export / "corpus.db")
    for table in corpus.tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        assert corpus.polars(table).rows() == rows, table
        read = pq.read_table(tmp_path / "parquet" / f"{table}.parquet")
        assert [tuple(row.values()) for row in read.to_pylist()] == rows, table


def test_csv_files_are_the_tables(export: Path) -> None:
    connection = sqlite3.connect(export / "corpus.db")
    for path in (export / "csv").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file)
        cursor = connection.execute(f'SELECT * FROM "{path.stem}"')
        assert header == [column[0] for column in cursor.description]
        rows = [["" if value is None else str(value) for value in row] for row in cursor]
        assert [[cell.removeprefix("'") for cell in line] for line in lines] == rows, path.stem


def test_one_person_over_the_corpus(reports: Path) -> None:
    pytest.importorskip("pandas")
    with dictum.Corpus(reports) as corpus:
        lee = corpus.sql("SELECT * FROM corpus_entities WHERE name = 'Ann Lee'")
        assert lee["articles"].tolist() == [4]
        speakers = corpus.sql("SELECT speaker, statements FROM speakers ORDER BY statements DESC, speaker")
        assert speakers.values.tolist() == [["Ann Lee", 3], ["Bob Reed", 1], ["Jose\u0301 Ruiz", 1]]


def test_a_second_run_reads_only_what_is_new(reports: Path, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    database = tmp_path / "kept.db"
    dictum.Corpus(reports, database=database).close()
    before = database.read_bytes()
    (reports / "bad.json").write_text("{")
    corpus = dictum.Corpus(reports, database=database)
    assert len(corpus.articles) == 4
    assert "bad" in corpus.unreadable[0]
    assert len(before) == database.stat().st_size


def test_search_finds_statements_by_their_words(reports: Path) -> None:
    pytest.importorskip("pandas")
    with dictum.Corpus(reports) as corpus:
        assert sorted(corpus.search("tax")["id"]) == ["a", "c"]


def test_what_is_wrong_has_a_code(tmp_path: Path, reports: Path) -> None:
    with pytest.raises(dictum.DictumError) as caught:
        dictum.Corpus(tmp_path / "nothing")
    assert caught.value.code == "D201"
    pytest.importorskip("pandas")
    with dictum.Corpus(reports) as corpus, pytest.raises(dictum.DictumError, match="no table is called `people`"):
        corpus.frame("people")
