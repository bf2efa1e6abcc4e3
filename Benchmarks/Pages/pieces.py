"""What the pages are put together from: articles as HTML, heads, and what sites put around and into articles."""
import html
import json
import re

SITES = []


def site(*languages):
    """A site's way of building its pages, for articles of these languages (English, where none is named)."""

    def note(make):
        SITES.append((make.__name__.replace("_", "-"), languages, make))
        return make

    return note


def blocks(article):
    return article["text"].split("\n\n")


def plain(block):
    return re.sub(r"\[([^\]]*)\]", r"\1", block).removeprefix("# ").removeprefix("* ").removeprefix("> ")


def inline(block):
    return re.sub(r"\[([^\]]*)\]", r"<a href='/background'>\1</a>", html.escape(block, quote=False))


def body(article, p="<p>{}</p>", h="<h2>{}</h2>", skip=0, end=None, between=None):
    """The article's blocks as HTML; `between` says what stands before the block of a number."""
    out, items = [], []
    for number, block in enumerate(blocks(article)[skip:end]):
        if items and not block.startswith("* "):
            out.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
            items = []
        if between and number in between:
            out.append(between[number])
        if block.startswith("# "):
            out.append(h.format(inline(block[2:])))
        elif block.startswith("* "):
            items.append(inline(block[2:]))
        else:
            out.append(p.format(inline(block)))
    return "\n".join(out + (["<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"] if items else []))


def breaks(article, mark="<br><br>\n", skip=0, end=None):
    return mark.join(inline(plain_keep(block)) for block in blocks(article)[skip:end])


def plain_keep(block):
    return re.sub(r"^[#*>] ", "", block)


def meta(**names):
    return "".join(f"<meta property='{k.replace('__', ':')}' content='{html.escape(v)}'>" for k, v in names.items())


def og(article, site="The Courier", suffix="", dated=True):
    found = meta(og__title=article["title"] + suffix, og__site_name=site, og__type="article", og__url=url(article))
    return found + (meta(article__published_time=article["day"] + "T08:15:00+01:00") if dated else "")


def url(article, day=False):
    slug = re.sub(r"[^a-z]+", "-", article["title"].lower()).strip("-")[:50] or "news"
    return "https://www.courier.example/" + (article["day"].replace("-", "/") + "/" if day else "news/") + slug


def ld(article, kind="NewsArticle", graph=False, **more):
    data = {"@type": kind, "headline": article["title"], "datePublished": article["day"] + "T08:15:00Z"}
    data |= {"author": {"@type": "Person", "name": article["author"]}, "publisher": {"@type": "Organization", "name": "The Courier"}} | more
    if graph:
        trail = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "News"}]}
        data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Courier"}, trail, data]}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def page(article, head, content, title=" | The Courier", tail="", doctype="<!DOCTYPE html>\n"):
    name = f"<title>{html.escape(article['title'])}{title}</title>"
    return f"{doctype}<html lang='{article['lang']}'><head><meta charset='utf-8'>{name}{head}</head>\n<body>{content}</body></html>{tail}"


WORDS = "Home News World Politics Business Opinion Sport Culture Travel Weather Video".split()
NAV = "<nav class='main-nav'><ul>" + "".join(f"<li><a href='/{w.lower()}'>{w}</a></li>" for w in WORDS) + "</ul></nav>"
TEASERS = [
    ("The bridge that nobody wanted is now the town's most loved place", "Ten years ago nine in ten were against it. What has changed since then, and who changed it."),
    ("Why the night train stops at a station without a name", "It was meant to be a mistake in the timetable. Then people began to get off."),
    ("Doctors warn of an early wave of flu in the county's schools", "In some classes, one child in three stayed at home last week, the health office says."),
    ("Grandmother, 81, wins the marathon of her age group for the sixth time", "She began to run at seventy, “because the bus was always late”."),
    ("How to grow tomatoes on a balcony that never sees the sun", "Our columnist has tried everything, and one thing worked."),
]
LINKS = "<ul>" + "".join(f"<li><a href='/{i}'>{title}</a></li>" for i, (title, _) in enumerate(TEASERS)) + "</ul>"
CARDS = "".join(f"<div class='card'><h3><a href='/{i}'>{t}</a></h3><p>{s}</p></div>" for i, (t, s) in enumerate(TEASERS))
ARTICLES = "".join(f"<article class='teaser-item'><h3><a href='/{i}'>{t}</a></h3><p>{s}</p></article>" for i, (t, s) in enumerate(TEASERS))
SAID = [
    "I have said for years that this would happen, and nobody at the town hall wanted to hear it, as usual. Let them pay for it themselves this time, I say.",
    "Well, some of us did listen, but what were we to do about it? The last lot spent the money on a fountain, and the one before them on a roundabout.",
    "Typical. And the paper only writes about it when it is too late, instead of asking the right questions in the spring, when there was still time to act.",
    "My cousin works there and says that it is all quite different from what is written here, but of course nobody asks those who know. Sad, really.",
]
COMMENTS = "".join(f"<div class='comment'><span class='comment-author'>reader{i}</span><p>{text}</p></div>" for i, text in enumerate(SAID))
FOOTER = (
    "<footer><div>About us · Contact · Imprint · Privacy</div><p>© 2026 The Courier Ltd. All rights reserved. No part of this site may be "
    "copied or passed on without the written consent of the publisher.</p></footer>"
)
COOKIES = (
    "<div class='cookie-layer'><h2>Your privacy matters to us</h2><p>We and our 842 partners store and read information on your device, "
    "such as cookies, and process personal data, such as unique identifiers, to show you personal advertisements, to measure them, and "
    "to learn about those who read us.</p><p>You may change or withdraw your choice at any time through the link at the foot of each page. "
    "Some partners do not ask for your consent but rely on their legitimate interest, to which you may object.</p><button>Accept all</button></div>"
)
NEWSLETTER = "<div class='nl-box'><h3>The Morning Courier</h3><p>Get the five stories that matter, each weekday before seven, straight to your inbox.</p><form><input><button>Sign up</button></form></div>"
BIO = "<div class='writer-card'><img src='a.jpg'><p>{} has covered the county for The Courier since 2011 and lives with two dogs near the harbour.</p></div>"
SHARE = "<div class='share'><a href='#'>Facebook</a> <a href='#'>X</a> <a href='#'>WhatsApp</a> <a href='#'>Copy link</a></div>"
FIGURE = "<figure><img src='p.jpg' alt='A view'><figcaption>The place as it looked on the morning after, seen from the church tower. Photograph: Lee Park/The Courier</figcaption></figure>"
AD = "<div class='ad-slot'><span>Advertisement</span><div id='ad-1'></div></div>"
DONATE = (
    "<div class='appeal'><h2>Since you are here …</h2><p>… we have a small favour to ask. Millions of readers turn to us for open, independent "
    "news, and we keep it free for all. If you can, please support us with a small amount each month.</p><a href='/give'>Support us</a></div>"
)
TICKER = "<div class='ticker'><ul><li>09:41 Index opens higher</li><li>09:38 Train line closed after storm</li><li>09:12 Cup draw today at noon</li></ul></div>"


def framed(name, template, between=None, head=og):
    """A site that is one template between navigation and footer; `{title}`, `{author}`, `{shown}` and `{body}` are the article's."""

    def make(article):
        fields = globals() | article | {"body": body(article, between=between)}
        return page(article, head(article), NAV + template.format_map(fields) + FOOTER)

    SITES.append((name, (), make))
