"""Dictum on Apache Spark: articles in a DataFrame, reports and typed columns out.

Each Python worker starts `dictum stream` once and keeps it, so the models are loaded once a worker and not once an
article. Reports are those of `dictum stream` and `dictum batch --ndjson`, byte for byte.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import threading
from collections.abc import Iterator

import pandas as pd
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

FIELDS = ("id", "text", "source", "title", "date", "url", "language", "author", "site")
PARTS = "array<struct<start: int, end: int, text: string>>"
REPORT = f"""
    id string,
    entities array<struct<id: string, type: string, name: string>>,
    quotes array<struct<id: string, kind: string, spans: {PARTS}, cue: {PARTS}, source: {PARTS},
                        speakers: array<string>, confidence: double, `by`: string>>,
    stances array<struct<of: string, holders: array<string>,
                         target: struct<start: int, end: int, text: string, entity: string>,
                         label: string, confidence: double>>,
    error struct<code: string, message: string, stage: string>
"""


class Dictum:
    """A `dictum stream` process: lines in, as many lines out, in their order."""

    _running: dict[tuple[str, ...], Dictum] = {}

    def __init__(self, command: tuple[str, ...]) -> None:
        self.command = command
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        atexit.register(self.process.kill)

    @classmethod
    def of(cls, *command: str) -> Dictum:
        """This worker's process for a command line; started when there is none, or none any more."""
        running = cls._running.get(command)
        if running is None or running.process.poll() is not None:
            running = cls._running[command] = cls(command)
        return running

    def reports(self, lines: list[bytes]) -> list[str]:
        """A report a line. Writing goes on beside reading, so that neither pipe fills up while nobody reads."""
        writer = threading.Thread(target=self._write, args=(lines,))
        writer.start()
        found = [self.process.stdout.readline() for _ in lines]
        writer.join()
        if not all(line.endswith(b"\n") for line in found):
            raise RuntimeError(f"{' '.join(self.command)} ended with {self.process.wait()}; its messages are in the log")
        return [line[:-1].decode() for line in found]

    def _write(self, lines: list[bytes]) -> None:
        try:
            for line in lines:
                self.process.stdin.write(line)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # Reading meets the end and says so.


def analyse(articles: DataFrame, pipeline: str, dictum: str = "dictum", jobs: int = 1) -> DataFrame:
    """`id` and `report` (one JSON object) of every article: rows with `text`, and what there is of FIELDS.

    `pipeline` and `dictum` are paths on the workers. An article that fails has an object with `error` for a report.
    """
    columns = [name for name in FIELDS if name in articles.columns]

    def run(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for frame in frames:
            rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
            lines = [json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows]
            reports = Dictum.of(dictum, "stream", pipeline, "--jobs", str(jobs)).reports(lines)
            ids = frame["id"] if "id" in frame else [json.loads(report)["id"] for report in reports]
            yield pd.DataFrame({"id": ids, "report": reports})

    return articles.select(*columns).mapInPandas(run, "id string, report string")


def _parsed(reports: DataFrame) -> DataFrame:
    return reports.select("id", F.from_json("report", REPORT).alias("r"))


def _names(ids: str) -> F.Column:
    """The names of the entities with these ids."""
    return F.expr(f"transform({ids}, i -> element_at(filter(r.entities, e -> e.id = i), 1).name)")


def quotes(reports: DataFrame) -> DataFrame:
    """A row for each statement: article, quote, kind, speakers (canonical names), source, cue, content, confidence."""
    joined = "concat_ws(' … ', transform(q.{}, p -> p.text))"
    return _parsed(reports).select("id", "r", F.explode("r.quotes").alias("q")).select(
        F.col("id").alias("article"), F.col("q.id").alias("quote"), "q.kind", _names("q.speakers").alias("speakers"),
        F.expr(joined.format("source")).alias("source"), F.expr(joined.format("cue")).alias("cue"),
        F.expr(joined.format("spans")).alias("content"), "q.confidence", "q.by")


def stances(reports: DataFrame) -> DataFrame:
    """A row for each stance: article, quote (or sentence), holders (canonical names), target, label, confidence."""
    return _parsed(reports).select("id", "r", F.explode("r.stances").alias("s")).select(
        F.col("id").alias("article"), F.col("s.of").alias("quote"), _names("s.holders").alias("holders"),
        F.col("s.target.text").alias("target"), F.element_at(_names("array(s.target.entity)"), 1).alias("entity"),
        "s.label", "s.confidence")


def errors(reports: DataFrame) -> DataFrame:
    """A row for each article that failed: article, code, message, stage."""
    return _parsed(reports).where("r.error is not null").select(F.col("id").alias("article"), "r.error.*")
