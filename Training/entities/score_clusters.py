"""Coreference scores of named entities and their pronouns: score_clusters.py GOLD PREDICTED [--genre news].

Counted are gold entities with a name among their mentions, by those mentions that are names or pronouns, singletons
included; and all entities of the report. A predicted mention is a gold one's if it lies in its span and holds its head.
MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), CEAF-e (Luo 2005); CoNLL is the mean of the three F1.
"""

import argparse
import gzip
import json

import numpy as np
from scipy.optimize import linear_sum_assignment


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def gold_clusters(document):
    clusters = {}
    for m in document["mentions"]:
        if m["form"] in ("name", "pronoun"):
            clusters.setdefault(m["entity"], []).append(m)
    return [c for c in clusters.values() if any(m["form"] == "name" for m in c)]


def report_clusters(report):
    by_id = {m["id"]: m for m in report["mentions"]}
    found = [[by_id[i] for i in e["mentions"] if i in by_id and by_id[i]["form"] in ("name", "pronoun")] for e in report["entities"]]
    return [c for c in found if c]


def keyed(gold, found):
    """Both sides as sets of keys; matched mentions share theirs."""
    flat = sorted((m for c in gold for m in c), key=lambda m: m["end"] - m["start"])
    taken, names = set(), {}
    for c, cluster in enumerate(found):
        for m in cluster:
            match = next((i for i, g in enumerate(flat) if i not in taken and g["start"] <= m["start"] and m["end"] <= g["end"]
                          and m["start"] <= g["head"]["start"] and g["head"]["end"] <= m["end"]), None)
            names[id(m)] = ("p", id(m)) if match is None else ("g", match)
            taken |= {match} - {None}
    index = {id(m): ("g", i) for i, m in enumerate(flat)}
    return [{index[id(m)] for m in c} for c in gold], [{names[id(m)] for m in c} for c in found]


def muc(a, b):
    owner = {m: i for i, c in enumerate(b) for m in c}
    right = sum(len(c) - len({owner.get(m, ("none", m)) for m in c}) for c in a)
    return right, sum(len(c) - 1 for c in a)


def b_cubed(a, b):
    owner = {m: c for c in b for m in c}
    return sum(len(c & owner[m]) / len(c) for c in a for m in c if m in owner), sum(map(len, a))


def ceaf(a, b):
    if not a or not b:
        return 0.0
    similar = np.array([[2 * len(x & y) / (len(x) + len(y)) for y in b] for x in a])
    rows, columns = linear_sum_assignment(-similar)
    return float(similar[rows, columns].sum())


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("gold")
    p.add_argument("predicted")
    p.add_argument("--genre")
    args = p.parse_args()
    reports = {r["id"]: r for r in lines(args.predicted)}
    totals = {name: np.zeros(4) for name in ("muc", "b_cubed", "ceaf_e")}
    for document in lines(args.gold):
        if args.genre and document["genre"] != args.genre:
            continue
        gold, found = keyed(gold_clusters(document), report_clusters(reports[document["id"]]))
        for name, measure in (("muc", muc), ("b_cubed", b_cubed)):
            totals[name] += [*measure(gold, found), *measure(found, gold)]
        same = ceaf(gold, found)
        totals["ceaf_e"] += [same, len(gold), same, len(found)]
    scores = {}
    for name, (right, gold, precise, found) in totals.items():
        recall, precision = right / max(gold, 1), precise / max(found, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        scores[name] = {"p": round(100 * precision, 2), "r": round(100 * recall, 2), "f1": round(100 * f1, 2)}
    scores["conll"] = round(sum(s["f1"] for s in scores.values()) / 3, 2)
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
