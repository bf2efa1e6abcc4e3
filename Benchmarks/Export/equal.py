"""Whether an export is sound and says what the batch's summary says: equal.py CORPUS.db SUMMARY.json."""
import json
import sqlite3
import sys

corpus, summary = sqlite3.connect(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8"))


def rows(sql):
    return corpus.execute(sql).fetchall()


checks = {
    "the file is sound": rows("PRAGMA integrity_check") == [("ok",)],
    "articles": rows("SELECT count(*) FROM articles") == [(summary["articles"],)],
    "speakers": rows("SELECT count(*) FROM speakers") == [(summary["speaker_count"],)],
    "positions": rows("SELECT count(*) FROM standings") == [(summary["position_count"],)],
    "each speaker's statements and articles": rows(
        "SELECT corpus_entity, statements, articles FROM speakers ORDER BY statements DESC, corpus_entity LIMIT 200"
    ) == [(s["id"], s["statements"], s["articles"]) for s in summary["speakers"]],
    "each position's counts": rows(
        """SELECT holder_entity, coalesce(target_entity, target), favor, against, neutral, articles FROM standings
        ORDER BY favor + against DESC, neutral DESC, holder_entity, coalesce(target_entity, target) LIMIT 1000"""
    ) == [
        (p["speaker_id"], p["target_id"] or p["target"], p["favor"], p["against"], p["neutral"], p["articles"])
        for p in summary["positions"]
    ],
}
for name, holds in checks.items():
    print(f"{'same' if holds else 'DIFFERENT'}: {name}")
sys.exit(not all(checks.values()))
