"""How fast, beside others: tables of words a second of processor time."""

import statistics

from turns import Contestant, figure, ratio, take_turns

# Title, the pipelines of Dictum, the peers; ratios are to the first peer.
GROUPS = [
    ("Names", ["entities-small", "entities"], [("spaCy, names only", "spacy-names")]),
    ("The whole job", ["news-small", "news"], [("spaCy, textacy and VADER", "everything"), ("spaCy, full", "spacy")]),
    ("Statements", ["quotes-rules", "quotes-small", "quotes"], [("textacy over spaCy, direct quotes only", "textacy")]),
    ("Sentences", ["segment"], [("pySBD", "pysbd"), ("BlingFire", "blingfire")]),
    ("Sentiment", ["opinions-small"], [("VADER", "vader")]),
]


def measure(setting):
    """A list of tables: title, rows of name, words a second, ratios, isPeer."""
    articles = setting.articles(20 if setting.quick else 200)
    words = sum(len(article.split()) for article in articles)
    lines = [{"id": str(number), "text": text} for number, text in enumerate(articles)]
    tables = []
    for title, pipelines, peers in GROUPS:
        ours = [
            Contestant(f"`{name}`", [setting.dictum, "stream", path])
            for pipeline in pipelines
            for name, path in setting.pipelines(pipeline)
        ]
        others = [Contestant(name, [setting.python, setting.folder / "peers.py", key]) for name, key in peers]
        print(f"  {title}", flush=True)
        take_turns(ours + others, lines, 3 if setting.quick else 5)
        rows = []
        for contestant in ours + others:
            rows.append({
                "name": contestant.name,
                "speed": words / statistics.median(contestant.seconds),
                "ratio": ratio(contestant.seconds, others[0].seconds),
                "peer": contestant in others,
            })
        tables.append({"title": title, "peer": others[0].name, "rows": rows})
    return {"words": words, "articles": len(articles), "rounds": 3 if setting.quick else 5, "tables": tables}


def page(result):
    lines = [
        f"{result['articles']} articles of {result['words']:,} words, drawn from the paragraphs of those in `Tests/Golden/articles`; "
        f"medians of {result['rounds']} turns. Words a second of processor time; in brackets the lowest and the highest of the turns.",
        "",
    ]
    for table in result["tables"]:
        lines += [f"### {table['title']}", "", f"| | words/s | times as fast as {table['peer']} |", "|---|---|---|"]
        for row in table["rows"]:
            low, middle, high = row["ratio"]
            spread = "1" if row["name"] == table["peer"] else f"{figure(middle)} ({figure(low)} to {figure(high)})"
            lines.append(f"| {row['name']} | {figure(row['speed'])} | {spread} |")
        best = max(row["speed"] for row in table["rows"] if not row["peer"])
        for row in table["rows"]:
            if row["peer"]:
                slower = [r["name"] for r in table["rows"] if not r["peer"] and r["speed"] < row["speed"]]
                if slower:
                    every = " than all of Dictum here" if row["speed"] > best else f" than {', '.join(slower)}"
                    lines += ["", f"**{row['name']} is faster**{every}."]
        lines.append("")
    return lines
