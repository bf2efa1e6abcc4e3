#!/usr/bin/env python3
"""Speakers all right among statements found, by kind of source: named, pronoun, role, unnamed.

Training/entities/speakers_table.py GOLD.jsonl[.gz] REPORTS.jsonl [--errors N] [--kind KIND]

A statement's kind is that of its gold source: a pronoun; a name of its holder (the source's words hold one of the names that
gold gives); unnamed (gold's name is the phrase itself); a role (anything else that stands for a named holder). A gold
statement without a source in its sentence counts as `none`. Matching and names are as in the corpus's scorer: contents
that overlap by 30 %, names compared without case and punctuation.
"""

import argparse
import collections
import gzip
import json

PRONOUNS = set("i we you he she it they who his her their him them our my me us its himself herself themselves".split())


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def letters(text, spans):
    return {i for s in spans for i in range(s["start"], s["end"]) if i < len(text) and text[i].isalnum()}


def norm(name):
    return " ".join("".join(c.lower() if c.isalnum() else " " for c in name).split())


def words(text, spans):
    return " ".join(text[s["start"]:s["end"]] for s in spans)


def matched(gold, found, text):
    """Pairs of statements, best overlap first."""
    one = [letters(text, q["spans"]) for q in gold]
    two = [letters(text, q["spans"]) for q in found]
    pairs = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(one) for j, b in enumerate(two) if a & b), reverse=True
    )
    seen, taken = set(), set()
    for overlap, i, j in pairs:
        if i not in seen and j not in taken:
            seen.add(i)
            taken.add(j)
            if overlap >= 0.3:
                yield gold[i], found[j]


def kind(quote, text):
    source = norm(words(text, quote.get("source") or []))
    if not source:
        return "none"
    if source in PRONOUNS:
        return "pronoun"
    names = [norm(name) for holder in quote["speakers"] for name in (holder if isinstance(holder, list) else [holder])]
    if any(name == source or "the " + name == source or name == source.split(" ", 1)[-1] for name in names):
        # Gold gives a holder without a name the source's own words, in lower case.
        spelled = [n for holder in quote["speakers"] for n in (holder if isinstance(holder, list) else [holder])]
        return "named" if any(w[:1].isupper() for n in spelled for w in n.split()[-1:]) else "unnamed"
    if any(f" {name} " in f" {source} " for name in names):
        return "named"
    return "role"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("reports")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind")
    args = parser.parse_args()
    reports = {report["id"]: report for report in lines(args.reports)}
    right, total, none = collections.Counter(), collections.Counter(), collections.Counter()
    shown = 0
    for gold in lines(args.gold):
        report, text = reports.get(gold["id"], {}), gold["text"]
        entities = {e["id"]: e for e in report.get("entities", [])}
        for q, found in matched(gold["quotes"], report.get("quotes", []), text):
            if not q["speakers"]:
                continue
            holders = [{norm(n) for n in (h if isinstance(h, list) else [h])} for h in q["speakers"]]
            named = [entities[s] for s in found["speakers"] if s in entities]
            sets = [{norm(n) for n in [e["name"], *e["aliases"]]} for e in named]
            hit = sum(any(h & s for s in sets) for h in holders) == len(holders) == len(sets)
            group = kind(q, text)
            total[group] += 1
            right[group] += hit
            none[group] += not sets
            if not hit and shown < args.errors and args.kind in (None, group):
                shown += 1
                print(f"{group:8}{gold['id'][:24]}  source: {words(text, q.get('source') or [])!r}")
                print(f"        found: {words(text, found['source'])!r} by {found['by']} = {[e['name'] for e in named]}")
                print(f"        gold:  {q['speakers']}")
                first = (q.get("source") or q["spans"])[0]["start"]
                print(f"        {text[max(0, first - 260):first + 160]!r}\n")
    print(f"{'source':10}{'right':>8}{'open':>8}{'of':>7}{'%':>8}")
    for group in ["named", "pronoun", "role", "unnamed", "none"]:
        if total[group]:
            share = 100 * right[group] / total[group]
            print(f"{group:10}{right[group]:8}{none[group]:8}{total[group]:7}{share:8.1f}")
    print(f"{'all':10}{sum(right.values()):8}{sum(none.values()):8}{sum(total.values()):7}"
          f"{100 * sum(right.values()) / max(1, sum(total.values())):8.1f}")


if __name__ == "__main__":
    main()
