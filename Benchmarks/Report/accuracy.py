"""How good, by `dictum evaluate` on gold: Dictum's pipelines and the peers' reports by the same definitions."""

import gzip
import json
import subprocess

# Title, task, [(column, file, figure)], pipelines, peers.
NAMES = [("Worldwide, nine types", "ner/worldwide"), ("UNER-EWT", "ner/uner-ewt"), ("Wikigold", "ner/wikigold"), ("GUM-derived", "ner/gum-derived")]
STANCES = [("NewsMTSC", "stance/newsmtsc"), ("SEntFiN", "stance/sentfin"), ("Perspectrum", "stance/perspectrum"), ("ValueEval", "stance/valueeval")]
MATCHED = "of_matched"
TABLES = [
    ("Sentences, F1 of exact boundaries", "sentences",
     [("UD EWT", "sentences/ud-ewt", "f1"), ("UD GUM", "sentences/ud-gum", "f1")],
     ["segment"], [("pySBD", "pysbd"), ("BlingFire", "blingfire"), ("spaCy", "spacy")]),
    ("Statements on PolNeAR: F1 of contents that overlap by 30 or 80 %; of those found, how often source and cue overlap", "quotes",
     [("30 %", "quotes/polnear", "overlap30.f1"), ("80 %", "quotes/polnear", "overlap80.f1"),
      ("source", "quotes/polnear", f"{MATCHED}.source_overlaps"), ("cue", "quotes/polnear", f"{MATCHED}.cue_overlaps")],
     ["quotes", "quotes-small", "quotes-rules"], [("textacy over spaCy", "textacy")]),
    ("Direct quotes of PolNeAR: recall at 30 and 80 % overlap", "quotes",
     [("30 %", "quotes/polnear", "by_kind_recall.direct.overlap30"), ("80 %", "quotes/polnear", "by_kind_recall.direct.overlap80"),
      ("source", "quotes/polnear", "by_kind_recall.direct.source_of_matched")],
     ["quotes", "quotes-small", "quotes-rules"], [("textacy over spaCy", "textacy")]),
    ("Names, F1 of exact spans with types", "mentions",
     [(title, file, "micro.f1") for title, file in NAMES], ["entities", "entities-small"], [("spaCy, names only", "spacy-names")]),
    ("Pronouns of GAP", "pronouns", [("F1", "coref/gap", "f1")], ["entities"], []),
    ("Whole articles coded by readers: of the statements found, all speakers right; positions end to end", "speakers,positions",
     [("speakers, US", "positions/polnear", "all_right_of_matched"), ("speakers, world", "positions/world", "all_right_of_matched"),
      ("positions F1, US", "positions/polnear", "end_to_end.f1"), ("positions F1, world", "positions/world", "end_to_end.f1")],
     ["news", "news-small"], []),
    ("Stance toward given targets, macro-F1", "stances",
     [(title, file, "macro_f1") for title, file in STANCES], ["opinions", "opinions-small"], [("VADER", "vader")]),
    ("Sentiment, macro-F1", "sentiments", [("VADER-NYT", "sentiment/vader-nyt", "macro_f1")], ["opinions", "opinions-small"], [("VADER", "vader")]),
    ("Syntax over own sentences and tokens", "syntax",
     [(f"{name}, {title}", f"syntax/{file}", figure) for title, file in [("UD EWT", "ud-ewt"), ("UD GUM", "ud-gum")]
      for name, figure in [("UPOS", "upos"), ("UAS", "uas"), ("LAS", "las")]],
     ["syntax"], []),
]


def at(figures, path):
    for key in path.split("."):
        figures = figures.get(key) if isinstance(figures, dict) else None
    return figures


class Scorer:
    """Runs each pipeline or peer over each file once."""

    def __init__(self, setting):
        self.setting, self.known = setting, {}

    def peer(self, key, gold, file):
        """The peer's reports of a file of gold, without the gold."""
        out = self.setting.work / f"{key}-{file.replace('/', '-')}.ndjson"
        with gzip.open(gold, "rt", encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as target:
            asked = []
            for line in lines:
                document = json.loads(line)
                targets = [stance["target"] for stance in document.get("stances", [])]
                asked.append(json.dumps({"id": document["id"], "text": document["text"], "targets": targets}))
            command = [self.setting.python, self.setting.folder / "peers.py", key]
            subprocess.run(command, input="\n".join(asked) + "\n", stdout=target, text=True, check=True)
        return out

    def figures(self, who, is_peer, file, task):
        if (who, file, task) in self.known:
            return self.known[who, file, task]
        gold = self.setting.corpora / f"{file}.dev.jsonl.gz"
        if not gold.exists():
            return {}
        words = ["--reports", self.peer(who, gold, file), gold] if is_peer else [who, gold]
        command = [self.setting.dictum, "evaluate", *words, "--task", task, "--json", "--errors", "1"]
        command += ["--samples", "200" if self.setting.quick else "1000"]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        if done.returncode == 2:
            raise SystemExit(f"{' '.join(str(word) for word in command)}\n{done.stderr}")
        figures = {}
        for line in done.stdout.splitlines():
            found = json.loads(line)
            figures = {**found, "intervals": figures.get("intervals", {}) | found.get("intervals", {})} | figures
        self.known[who, file, task] = figures
        return figures


def measure(setting):
    scorer, tables = Scorer(setting), []
    for title, task, columns, pipelines, peers in TABLES:
        print(f"  {title}", flush=True)
        ours = [(f"`{name}`", path, False) for pipeline in pipelines for name, path in setting.pipelines(pipeline)]
        rows = []
        for name, who, is_peer in ours + [(name, key, True) for name, key in peers]:
            cells = []
            for _, file, path in columns:
                figures = scorer.figures(str(who), is_peer, file, task)
                cells.append([at(figures, path), figures.get("intervals", {}).get(path)])
            rows.append({"name": name, "peer": is_peer, "cells": cells})
        tables.append({"title": title, "columns": [column[0] for column in columns], "rows": rows})
    return {"tables": tables}


def page(result):
    lines = ["On the development splits, by `dictum evaluate`. In brackets the interval in which a figure lies with 95 % for texts like these.", ""]
    for table in result["tables"]:
        columns = table["columns"]
        lines += [f"### {table['title']}", "", f"| | {' | '.join(columns)} |", "|---|" + "---|" * len(columns)]
        for row in table["rows"]:
            cells = [cell(*pair) for pair in row["cells"]]
            lines.append(f"| {row['name']} | {' | '.join(cells)} |")
        better = []
        for number, column in enumerate(columns):
            ours = [row["cells"][number][0] for row in table["rows"] if not row["peer"] and row["cells"][number][0] is not None]
            for row in table["rows"]:
                value = row["cells"][number][0]
                if row["peer"] and ours and value is not None and value > max(ours):
                    better.append(f"{row['name']} ({column})")
        if better:
            lines += ["", f"**Better than Dictum here:** {', '.join(better)}."]
        lines.append("")
    return lines


def cell(value, interval):
    if value is None:
        return "–"
    return f"{value:.1f}" + (f" [{interval[0]:.1f} to {interval[1]:.1f}]" if interval else "")
