"""Sites that say title, author and day in ways of their own."""
from pieces import *


@site()
def microdata(a):
    return page(a, "", NAV + f"<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop='headline'>{a['title']}</h1><span itemprop='author' itemscope><span itemprop='name'>{a['author']}</span></span><meta itemprop='datePublished' content='{a['day']}T07:00:00Z'><div itemprop='articleBody'>{body(a)}</div></div>{FOOTER}")


@site()
def modified_first(a):
    """The day of change stands before that of publication, and it is today in the page's head."""
    head = meta(article__modified_time="2026-04-02T10:00:00Z") + ld(a, dateModified="2026-04-02T10:00:00Z")
    return page(a, head, f"<div class='today'>Thursday, April 2, 2026</div>{NAV}<article><h1>{a['title']}</h1><p class='stamp'>Updated: <time datetime='2026-04-02'>April 2, 2026</time></p>{body(a)}</article>{FOOTER}")


@site()
def day_in_words(a):
    return page(a, "", f"<div class='datebox'>Thursday, April 2, 2026</div>{NAV}<div class='main'><h1>{a['title']}</h1><p class='writer'>By {a['author']}, The Courier, {a['shown']}</p>{body(a)}</div>{FOOTER}", " | The Courier")


@site()
def day_in_address(a):
    return page(a, f"<link rel='canonical' href='{url(a, True)}'>" + meta(og__title=a["title"]), NAV + f"<div class='body'><h1>{a['title']}</h1>{body(a)}</div>{FOOTER}")


@site()
def published_and_updated(a):
    return page(a, og(a, dated=False), NAV + f"<article><h1>{a['title']}</h1><ul class='times'><li>Published {a['shown']}</li><li>Last updated 2 April 2026</li></ul>{body(a)}</article>{FOOTER}", " - Courier")


@site()
def short_day(a):
    y, m, d = a["day"].split("-")
    return page(a, "", NAV + f"<div id='story'><h1>{a['title']}</h1><div class='credit-line'>{a['author']} · {d}.{m}.{y}, 10:31</div>{body(a)}</div>{FOOTER}")


@site()
def title_with_section(a):
    return page(a, meta(og__title=f"{a['title']} | County | The Courier", og__site_name="The Courier") + f"<meta name='parsely-pub-date' content='{a['day']}T01:00:00Z'>", NAV + f"<div class='kick'>County</div><div class='hl'>{a['title']}</div><div class='tx'>{body(a)}</div>{FOOTER}", " | County | The Courier")


@site()
def site_first(a):
    return page(a, f"<meta name='DC.date.issued' content='{a['day']}'>", f"<h1 id='logo'><a href='/'>The Courier</a></h1>{NAV}<div class='nw'><h2>{a['title']}</h2><p>{a['author']}</p>{body(a)}</div>{FOOTER}", "").replace(f"<title>{a['title']}", f"<title>The Courier: {a['title']}")


@site()
def headline_apart(a):
    """The page's title is shorter than its headline, which Open Graph has for sharing."""
    return page(a, meta(og__title="You will not believe what the county did next", og__site_name="The Courier") + ld(a), NAV + f"<article><h1>{a['title']}</h1>{body(a)}</article>{FOOTER}").replace(f"<title>{a['title']} | The Courier", "<title>County news | The Courier")


@site()
def broken_data(a):
    """JSON-LD with line breaks in its strings and a comma too many."""
    script = f"<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"{a['title']}\n\", \"datePublished\": \"{a['day']}\", \"author\": {{\"name\": \"{a['author']}\"}},}}</script>"
    return page(a, script, NAV + f"<article><h1>{a['title']}</h1><p class='posted-on'>Posted {a['shown']}</p>{body(a)}</article>{FOOTER}")


@site()
def time_of_others(a):
    """Teasers above the article have days of their own."""
    list_ = "".join(f"<div class='mini'><time datetime='2026-04-0{i + 1}'>April {i + 1}, 2026</time><a href='/{i}'>{t}</a></div>" for i, (t, _) in enumerate(TEASERS))
    return page(a, og(a, dated=False), f"<div class='latest'>{list_}</div>{NAV}<article><h1>{a['title']}</h1><time datetime='{a['day']}T05:00'>{a['shown']}</time>{body(a)}</article>{FOOTER}")
