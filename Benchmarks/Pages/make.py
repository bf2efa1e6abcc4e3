#!/usr/bin/env python3
"""Makes pages with known articles for `make bench-pages`: some articles as each of some ninety kinds of sites builds them.

    Benchmarks/Pages/make.py FOLDER

Texts and sites are written for this; nothing is from a site. Some kinds of sites are held out (sites_fresh.py): what reads
pages is made better with `tune` alone, and `held` says how well it does on sites that nobody looked at.
"""
import json
import pathlib
import sys

import sites_foreign, sites_frames, sites_fresh, sites_media, sites_meta, sites_old, sites_plain  # noqa: E401,F401
from crowd import crowded
from pieces import SITES, blocks, plain
from texts import ENGLISH, FOREIGN

EACH = 3


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "html").mkdir(parents=True, exist_ok=True)
    for old in (folder / "html").glob("*.html"):
        old.unlink()
    truth = {}
    for number, (name, languages, make) in enumerate(sorted(SITES, key=lambda site: site[0])):
        articles = [FOREIGN[key] for key in languages] or [ENGLISH[(number + 3 * i) % len(ENGLISH)] for i in range(EACH)]
        for i, article in enumerate(articles, 1):
            text = "\n\n".join(plain(block) for block in blocks(article))
            # The last of each kind stands in the crowd that large sites put around their articles.
            page = crowded(make(article)) if i == EACH else make(article)
            truth[f"{name}-{i}"] = {"articleBody": text, "headline": article["title"], "split": "held" if make.__module__ == "sites_fresh" else "tune"}
            if article["day"] in page or article["shown"] in page or article["day"].replace("-", "/") in page or ".".join(reversed(article["day"].split("-"))) in page:
                truth[f"{name}-{i}"]["datePublished"] = article["day"]
            if article["author"] in page:
                truth[f"{name}-{i}"]["author"] = article["author"]
            (folder / "html" / f"{name}-{i}.html").write_text(page, encoding="utf-8")
    (folder / "ground-truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


main()
