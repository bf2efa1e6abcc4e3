#!/usr/bin/env python3
"""Makes pages with known articles for `make bench-pages`: each of some articles in each of some layouts that sites have.

    Benchmarks/Pages/make.py FOLDER

Texts and layouts are written for this; nothing is from a site.
"""
import json
import pathlib
import sys

ARTICLES = [
    (
        "Fire at the old mill leaves forty people without a home",
        [
            "A fire broke out at the old mill on Sunday night, and forty people had to leave their homes, the police said.",
            "“We lost everything that we owned,” said Bo Berg, who has lived beside it for more than twenty years.",
            "Nobody was hurt.",
            "The firemen of three towns, some of them on their first night of duty, fought the flames until the morning came.",
            "“It could have been worse, and we know it,” said the mayor, Ann Lee, who came at midnight.",
            "The council, the owner and the insurers will meet on Tuesday to decide what becomes of the building.",
        ],
    ),
    (
        "Council votes to close the harbour to large ships",
        [
            "The city council voted on Monday to close the old harbour to large ships from next summer, by thirty votes to twelve.",
            "“The quays were built for sailing boats, not for hotels that float,” said Carla Diaz, who brought the motion.",
            "Shopkeepers near the harbour fear for their trade; about a third of their guests come from the ships, they say.",
            "“Nobody asked us what it will cost,” said Omar Haddad, who sells ice cream on the quay.",
            "“Nobody?” asked Diaz.",
            "The new terminal, outside of the town, is to be ready in two years, and a bus will bring guests to the centre.",
            "Two ships a day may still come until then, the council decided, as long as they turn off their engines.",
        ],
    ),
]
NAV = "<nav><ul>" + "".join(f"<li><a href='/{word}'>{word.title()}</a></li>" for word in "home world sport culture money".split()) + "</ul></nav>"
RELATED = (
    "<div class='related'><h3>Related stories</h3><ul>"
    + "".join(f"<li><a href='/{i}'>What the town has learned from the flood of the year before, part {i}</a></li>" for i in range(4))
    + "</ul></div>"
)
COMMENTS = (
    "<div id='comments'><h3>3 comments</h3>"
    + "".join(f"<div class='comment'><p>Reader {i}: I have said for years that this would happen, and nobody wanted to hear it, as usual.</p></div>" for i in range(3))
    + "</div>"
)
FOOTER = "<footer><p>Copyright The Courier. All rights reserved, and nothing may be copied without our permission.</p></footer>"
COOKIES = "<div class='cookie-consent'><p>We use cookies, and so do our partners, to show you what you may like; choose what you allow.</p></div>"
BIO = "<div class='author-bio'><p>Ann Writer has covered the town for The Courier since she left school, and before that for its paper.</p></div>"
DATE = "2026-03-01"


def paragraphs(text, tag="p"):
    return "".join(f"<{tag}>{line}</{tag}>" for line in text)


def head(title, extra=""):
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Courier</title>{extra}</head><body>"


def layouts(title, text):
    data = {"@type": "NewsArticle", "headline": title, "datePublished": DATE, "publisher": {"name": "The Courier"}}
    og = f"<meta property='og:title' content='{title} - The Courier'><meta property='og:site_name' content='The Courier'>"
    og += f"<meta property='article:published_time' content='{DATE}T08:00:00Z'>"
    half = len(text) // 2
    yield "plain", head(title, og) + NAV + f"<article><h1>{title}</h1>{paragraphs(text)}</article>{RELATED}{FOOTER}"
    yield "jsonld", head(title, f"<script type='application/ld+json'>{json.dumps(data)}</script>") + NAV + (
        f"<main><h1>{title}</h1><div class='byline'>By Ann Writer</div>{paragraphs(text)}{BIO}</main>{COMMENTS}{FOOTER}"
    )
    yield "sidebar-name", head(title) + NAV + (
        f"<div class='contentwithsidebar and-w-sidebar'><h1>{title}</h1><p class='date'>March 1, 2026</p>{paragraphs(text)}</div>{FOOTER}"
    )
    yield "layout-table", head(title, og) + (
        f"<table><tr><td width=150>{NAV}</td><td><font><b>{title}</b></font>{paragraphs(text)}</td><td>{RELATED}</td></tr></table>"
    )
    yield "breaks", head(title) + NAV + f"<h1>{title}</h1><div class='date'>1 March 2026</div><div id='story'>{'<br><br>'.join(text)}</div>{FOOTER}"
    yield "divs", head(title, og) + NAV + f"<div><div>{paragraphs(text, 'div')}</div></div>{RELATED}{COMMENTS}{COOKIES}"
    yield "form", head(title, og) + f"<form action='/'>{NAV}<h1>{title}</h1><div>{paragraphs(text)}</div>{FOOTER}</form>"
    yield "chunks", head(title, og) + NAV + (
        f"<article><h1>{title}</h1><div class='part'><div class='inner'>{paragraphs(text[:half])}</div></div>"
        f"<aside class='newsletter'><p>Get the ten most important stories of the week in your mail every Friday.</p></aside>"
        f"<div class='part'><div class='inner'>{paragraphs(text[half:])}</div></div></article>{RELATED}{FOOTER}"
    )
    yield "teasers", head(title, og) + NAV + (
        f"<article class='teaser'><h3><a href='/x'>Another story</a></h3><p>What happened in the next town, in a few words.</p></article>"
        f"<div class='commentary'><h1>{title}</h1>{paragraphs(text)}</div>"
        + "<article class='teaser'><h3><a href='/y'>A third story</a></h3><p>And what did not happen there.</p></article>" * 3 + FOOTER
    )
    yield "header", head(title) + (
        f"<header><h1>{title}</h1><time datetime='{DATE}'>Sunday</time>{paragraphs(text[:2])}</header>"
        f"<section>{paragraphs(text[2:])}</section>{BIO}{COMMENTS}{FOOTER}"
    )
    yield "after-end", head(title, og) + NAV + f"<h1>{title}</h1><div>{paragraphs(text[:3])}</div></body></html>{paragraphs(text[3:])}"
    yield "deep", head(title, og) + NAV + "<div>" * 300 + f"<h1>{title}</h1>{paragraphs(text)}" + "</div>" * 300 + FOOTER
    yield "figures", head(title, og) + NAV + (
        f"<article><h1>{title}</h1><p>{text[0]}</p><figure><img src='x.jpg'><figcaption>The place, seen from above on Monday morning."
        f"</figcaption></figure><div class='share-tools'><a href='#'>Share</a></div>{paragraphs(text[1:])}"
        f"<p>Read more: <a href='/z'>All that we know so far about what happened there</a></p></article>{COOKIES}{FOOTER}"
    )
    yield "noscript", head(title, og) + f"<div id='app'></div><noscript><h1>{title}</h1>{paragraphs(text)}</noscript>"


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "html").mkdir(parents=True, exist_ok=True)
    truth = {}
    for number, (title, text) in enumerate(ARTICLES, 1):
        for name, page in layouts(title, text):
            dated = DATE in page or "March" in page
            truth[f"{name}-{number}"] = {"articleBody": "\n\n".join(text), "headline": title} | ({"datePublished": DATE} if dated else {})
            (folder / "html" / f"{name}-{number}.html").write_text(page, encoding="utf-8")
    (folder / "ground-truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


main()
