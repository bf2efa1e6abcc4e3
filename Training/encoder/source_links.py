"""Links of sources: “he”, “the minister” and the names of the person or body that gold speakers say it is."""

from __future__ import annotations

from pathlib import Path

from corpora import Document, Mention
from statements import ranges, rows

BODIES = {"person", "organization", "location", "norp"}  # types of names that may speak
POINTING = set("he she they it who i we you him her them this that these those".split())


def plain(text: str) -> str:
    """Lower case, letters and digits alone: as the scorer compares names."""
    return " ".join("".join(c.lower() if c.isalnum() else " " for c in text).split())


def is_anaphor(text: str) -> bool:
    """A pronoun, or a phrase without a name: no capital after its first word, nor a first word that is a name's."""
    words = text.split()
    if not words or len(words) > 6:
        return False
    return plain(text) in POINTING or not any(w[0].isupper() for w in words[1:]) and (len(words) > 1 or words[0].islower())


def source_links(corpus: Path, reports: Path) -> list[Document]:
    """The documents of a corpus with speakers, each source without a name beside the names that reports find in the text."""
    reported = {r["id"]: r for r in rows(reports)}
    out = []
    for row in rows(corpus):
        report, text = reported.get(row["id"]), row["text"]
        if report is None:
            continue
        names = [Mention(m["start"], m["end"]) for m in report["mentions"] if m["form"] == "name" and m["type"] in BODIES]
        made, seen = Document(row["id"], text), set()
        for quote in row["quotes"]:
            for start, end in ranges(quote.get("source")):
                if (start, end) in seen or not is_anaphor(text[start:end]):
                    continue
                seen.add((start, end))
                known = {plain(n) for holder in quote["speakers"] for n in holder}
                free = [n for n in names if n.end <= start or n.start >= end]
                candidates = [(n, plain(text[n.start : n.end]) in known) for n in free]
                if candidates:
                    made.links.append((Mention(start, end), candidates))
        if made.links:
            out.append(made)
    return out
