"""The Spark example on local[2], beside `dictum batch`. Run by `make test-spark`."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from dictum_spark import analyse, errors, quotes, stances
from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]
DICTUM = os.environ["DICTUM"]
PIPELINE = str(ROOT / "Pipelines/news-small.yaml")
SAMPLE = (ROOT / "Examples/trilateral.txt").read_text(encoding="utf-8")


def articles() -> list[dict]:
    made = [
        {"id": f"a{i}", "source": f"wire/{i}", "title": None if i % 3 else f"Number {i}",
         "text": f"“We have won number {i} 🎉,” Ann Lee said on Monday.\n\n{SAMPLE if i % 5 == 0 else 'Bo left.'}"}
        for i in range(40)
    ]
    return [*made, {"id": "bad", "source": "wire/bad", "title": None, "text": None}]


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp())
        (cls.folder / "in").mkdir()
        lines = "".join(json.dumps({k: v for k, v in a.items() if v is not None}) + "\n" for a in articles())
        (cls.folder / "in/articles.jsonl").write_text(lines, encoding="utf-8")
        # Counts how often a worker starts the program.
        wrapper = cls.folder / "dictum"
        wrapper.write_text(f'#!/bin/sh\necho start >> "{cls.folder}/starts"\nexec "{DICTUM}" "$@"\n')
        wrapper.chmod(0o755)
        cls.spark = (
            SparkSession.builder.master("local[2]").appName("test").config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "2").config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1").config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
            .getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("ERROR")
        frame = cls.spark.read.json(str(cls.folder / "in/articles.jsonl")).repartition(6)
        cls.reports = analyse(frame, PIPELINE, str(wrapper)).cache()
        cls.reports.count()
        subprocess.run(
            [DICTUM, "batch", PIPELINE, str(cls.folder / "in"), "--out", str(cls.folder / "out"), "--ndjson", "--quiet"],
            check=False, stderr=subprocess.DEVNULL)
        with open(cls.folder / "out/reports.ndjson", encoding="utf-8") as file:
            cls.batch = [json.loads(line) for line in file]

    @classmethod
    def tearDownClass(cls) -> None:
        cls.spark.stop()

    def test_reports_are_those_of_a_batch(self) -> None:
        of_spark = {row.id: json.loads(row.report) for row in self.reports.collect()}
        of_batch = {report["id"]: report for report in self.batch if "error" not in report}
        self.assertEqual(set(of_spark), {a["id"] for a in articles()})
        self.assertEqual({i: r for i, r in of_spark.items() if "error" not in r}, of_batch)

    def test_quotes_and_stances_are_rows(self) -> None:
        def part(parts: list) -> str:
            return " … ".join(p["text"] for p in parts)

        expected_quotes, expected_stances = set(), set()
        for report in self.batch:
            names = {e["id"]: e["name"] for e in report.get("entities", [])}
            for q in report.get("quotes", []):
                expected_quotes.add((report["id"], q["id"], q["kind"], tuple(names[s] for s in q["speakers"]),
                                     part(q["source"]), part(q["cue"]), part(q["spans"])))
            for s in report.get("stances", []):
                expected_stances.add((report["id"], s["of"], tuple(names[h] for h in s["holders"]), s["target"]["text"],
                                      s["label"], s["confidence"]))
        self.assertGreater(len(expected_quotes), 40)
        self.assertEqual({(r.article, r.quote, r.kind, tuple(r.speakers), r.source, r.cue, r.content)
                          for r in quotes(self.reports).collect()}, expected_quotes)
        self.assertEqual({(r.article, r.quote, tuple(r.holders), r.target, r.label, r.confidence)
                          for r in stances(self.reports).collect()}, expected_stances)

    def test_an_article_that_fails_is_a_row_of_errors(self) -> None:
        self.assertEqual([(r.article, r.code) for r in errors(self.reports).collect()], [("bad", "D206")])

    def test_models_are_loaded_once_a_worker(self) -> None:
        starts = len((self.folder / "starts").read_text().splitlines())
        self.assertLessEqual(starts, 2)


if __name__ == "__main__":
    unittest.main()
