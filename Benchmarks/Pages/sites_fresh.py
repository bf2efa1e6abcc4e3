"""Sites of more kinds, written after the reading of pages was made better with the others: they are held out."""
from pieces import *

TWEET = "<blockquote class='twitter-tweet'><a href='https://x.example/1'>A post by the county</a></blockquote>"


@site()
def press_release(a):
    first = f"<p>MILLTOWN, {a['shown']} /Newsline/ -- {inline(blocks(a)[0])}</p>"
    return page(a, og(a), NAV + f"<section class='release-header'><h1>{a['title']}</h1><p class='mb-no'>News provided by</p><p><a href='/n'>Milltown County</a></p><p class='mb-no'>{a['shown']}, 09:00 ET</p></section><section class='release-body'><div class='row'><div class='col-lg-10'>{first}{body(a, skip=1)}</div></div></section><section class='release-more'><h2>Also from this source</h2>{CARDS}</section>{FOOTER}").replace(f"MILLTOWN, {a['shown']} /Newsline/ -- ", "")


@site()
def wiki_news(a):
    info = "<table class='infobox'><tr><th>Related articles</th></tr><tr><td><ul><li><a href='/1'>Night train stops at a station without a name</a></li><li><a href='/2'>Early wave of flu</a></li></ul></td></tr></table>"
    sources = "<h2><span id='Sources'>Sources</span></h2><ul><li><a href='https://a.example'>“Night at the harbour”</a> — Harbour Post, 1 March</li><li><a href='https://b.example'>“What we know”</a> — BBN, 1 March</li></ul>"
    return page(a, "", f"<div id='mw-head'>{LINKS}</div><div id='content'><h1 id='firstHeading'>{a['title']}</h1><div id='siteSub'>From Wikinews, the free news source you can write!</div><div class='mw-parser-output'><p><strong class='published'><span title='{a['day']}'>{a['shown']}</span></strong></p>{info}{body(a)}{sources}</div><div id='catlinks'>Categories: <a>Milltown</a> | <a>Published</a></div></div><div id='mw-panel'>{LINKS}</div>", " - Wikinews, the free news source")


@site()
def government(a):
    return page(a, f"<meta name='dcterms.issued' content='{a['day']}'>", f"<header class='gov-header'><a href='/'>County of Mill</a></header><nav class='crumbs'><ol><li><a>Home</a></li><li><a>News</a></li></ol></nav><main id='content'><span class='gov-caption'>News story</span><h1 class='gov-heading-l'>{a['title']}</h1><div class='gov-meta'><dl><dt>From:</dt><dd><a>County office</a></dd><dt>Published</dt><dd>{a['shown']}</dd></dl></div><div class='gov-govspeak'>{body(a)}</div><div class='gov-share'><h2>Share this page</h2><ul><li><a>Facebook</a></li><li><a>Email</a></li></ul></div></main><div class='gov-feedback'><h2>Is this page useful?</h2><button>Yes</button><button>No</button><p>Help us improve this site: tell us what you were doing and what went wrong. Do not give personal details.</p></div>{FOOTER}", " - County of Mill")


@site()
def opinion(a):
    top = f"<div class='columnist'><img><p>{a['author']} writes a weekly column on what towns are for. Before, she edited a magazine on gardens and one on law.</p></div>"
    views = "<p class='disclaimer-line'>The views expressed in this column are those of its author and not of The Courier.</p>"
    return page(a, og(a), NAV + f"<div class='op'><h1>{a['title']}</h1>{top}<div class='op-text'>{body(a)}</div>{views}</div>{FOOTER}")


@site()
def radio_transcript(a):
    rows = "".join(f"<p><strong>{'HOST' if i % 2 else 'GUEST'}:</strong> {inline(plain_keep(b))}</p>" for i, b in enumerate(blocks(a))).replace("<strong>HOST:</strong> ", "").replace("<strong>GUEST:</strong> ", "")
    return page(a, og(a), NAV + f"<div class='storytitle'><h1>{a['title']}</h1></div><div class='audio-module'><b>4-Minute Listen</b><ul><li><button>Download</button></li><li><a>Transcript</a></li></ul></div><div id='storytext' class='storytext'>{rows}</div><div class='tags-wrap'>{LINKS}</div>{FOOTER}")


@site()
def tabs(a):
    return page(a, og(a), NAV + f"<div class='tabs'><ul role='tablist'><li><a href='#t1'>Story</a></li><li><a href='#t2'>Photos (6)</a></li><li><a href='#t3'>Comments (4)</a></li></ul><div id='t1' role='tabpanel'><h1>{a['title']}</h1>{body(a)}</div><div id='t2' role='tabpanel' style='display: none'><p>Six pictures by Lee Park of what happened in the night and on the morning that followed, in the order in which they were taken.</p></div><div id='t3' role='tabpanel' class='tab-talk'>{COMMENTS}</div></div>{FOOTER}")


@site()
def letter(a):
    """A newsletter kept on the web: tables in tables, styles in place of classes."""
    rows = "".join(f"<tr><td style='padding:0 24px;font-family:Georgia'><p style='margin:0 0 16px'>{inline(plain_keep(b))}</p></td></tr>" for b in blocks(a))
    return page(a, "", f"<table width='100%' bgcolor='#eee'><tr><td align='center'><table width='600'><tr><td style='font-size:11px'><a href='/view'>View in browser</a> | <a href='/app'>Open in the app</a></td></tr><tr><td><h1 style='font-size:28px'>{a['title']}</h1></td></tr><tr><td><table>{rows}</table></td></tr><tr><td style='font-size:11px'><p>You get this letter because you signed up at courier.example. <a href='/u'>Unsubscribe</a> or <a href='/p'>change what you get</a>.</p><p>The Courier, 1 Mill Street, Milltown</p></td></tr></table></td></tr></table>", "", doctype="")


@site()
def captions_everywhere(a):
    between = {i: f"<figure class='media'><img src='{i}.jpg'><figcaption>A street near the place in picture {i}, where those who live there stood until the morning and waited for news.<small>Lee Park</small></figcaption></figure>" for i in range(1, 12)}
    return page(a, og(a), NAV + f"<article><h1>{a['title']}</h1>{body(a, between=between)}</article>{FOOTER}")


@site()
def long_read(a):
    parts = "".join(f"<section class='chapter' id='c{i}'><div class='chapter-inner'>{body(a, skip=i, end=i + 4)}</div></section><div class='full-bleed'><img></div>" for i in range(0, len(blocks(a)), 4))
    return page(a, og(a), f"<div class='progress'></div><header class='cover'><h1>{a['title']}</h1><div class='cover-by'>Words by {a['author']} — {a['shown']}</div></header>{parts}<section class='credits'><p>Pictures: Lee Park. Design: Uma Roy. Editing: Tim Ash.</p></section><section class='next-reads'><h2>More long reads</h2>{CARDS}</section>{FOOTER}")


@site()
def scoreboard(a):
    return page(a, og(a), f"<div class='scores'><table><tr><td>Mill 2</td><td>Alder 1</td><td>FT</td></tr><tr><td>Birch 0</td><td>Cedar 0</td><td>HT</td></tr></table></div>{NAV}<div class='match'><h1>{a['title']}</h1><div class='stats'><ul><li>Shots 12-4</li><li>Corners 6-2</li></ul></div><div class='report-text'>{body(a)}</div></div><div class='standings'><table><tr><td>1</td><td>Mill</td><td>61</td></tr><tr><td>2</td><td>Alder</td><td>58</td></tr></table></div>{FOOTER}")


@site()
def mobile(a):
    return page(a, "", f"<div class='m'><a href='/'>Courier</a> | <a href='/n'>News</a> | <a href='/s'>Sport</a><hr>{a['title']}<br><small>{a['shown']}, {a['author']}</small><br><br>{breaks(a)}<br><br><a href='/next'>Next story</a> | <a href='/'>Top</a><hr><small>Full site | Contact</small></div>", " | Courier mobile", doctype="<!DOCTYPE html PUBLIC '-//WAPFORUM//DTD XHTML Mobile 1.0//EN' 'x'>")


@site()
def university(a):
    box = "<div class='contact-box'><h3>Media contact</h3><p>Office of Communications<br>press@mill.example<br>555-0100</p></div>"
    return page(a, og(a, "Mill University"), NAV + f"<div class='uni-layout'><div class='uni-main'><h1>{a['title']}</h1><p class='uni-date'>{a['shown']}</p><div class='wysiwyg'>{body(a)}</div></div><div class='uni-side'>{box}<div class='uni-news'><h3>Latest news</h3>{LINKS}</div></div></div>{FOOTER}")


@site()
def read_on_button(a):
    """What stands below the button is hidden until it is pressed."""
    return page(a, og(a), NAV + f"<div class='st'><h1>{a['title']}</h1><div class='st-top'>{body(a, end=1)}</div><button>Read on</button><div class='st-rest' style='display:none'>{body(a, skip=1)}</div></div>{FOOTER}")


@site()
def recommended_between(a):
    rec = "<div class='rec'><p class='rec-label'>Recommended</p><ul class='rec-list'><li><a href='/1'>The bridge that nobody wanted is now the town's most loved place</a></li><li><a href='/2'>Why the night train stops at a station without a name</a></li></ul></div>"
    return page(a, og(a) + ld(a), NAV + f"<main><div class='wysiwyg--all-content'><h1>{a['title']}</h1>{body(a, between={1: rec, 3: TWEET, 5: rec})}</div><div class='article-source'>Source: The Courier</div></main>{FOOTER}".replace(TWEET, ""))


@site()
def span_soup(a):
    rows = "".join(f"<span class='a'><span class='b'>{inline(plain_keep(b))}</span></span><span class='gap'></span>" if False else f"<div class='r'><span class='b'>{inline(plain_keep(b))}</span></div>" for b in blocks(a))
    return page(a, ld(a), f"<div class='q1'>{LINKS}</div><div class='q2'><div class='q3'><div class='q4'>{a['title']}</div><div class='q5'>{a['author']}</div></div><div class='q6'>{rows}</div></div><div class='q7'>{CARDS}</div><div class='q8'><div class='r'><span class='b'>Terms</span></div><div class='r'><span class='b'>Privacy</span></div></div>")


@site()
def subscriber_note(a):
    return page(a, og(a), NAV + f"<article class='node'><h1>{a['title']}</h1><div class='node-body'>{body(a)}<p><strong>Do you have a story for us? Write to news@courier.example or call 555-0123.</strong></p><p><em>Follow {a['author']} on X: @courier</em></p></div></article>{FOOTER}")
