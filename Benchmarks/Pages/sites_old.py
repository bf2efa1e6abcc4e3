"""Pages as they were built before 2010, and as some still are: tables, fonts, breaks, forms, what no parser likes."""
from pieces import *


@site()
def layout_table(a):
    return page(a, "", f"<table width=780 align=center><tr><td colspan=3><img src=logo.gif alt='The Courier'></td></tr><tr><td width=150 valign=top>{LINKS}</td><td valign=top><font size=5><b>{a['title']}</b></font><br><font size=1>{a['shown']}</font><br><i>By {a['author']}</i>"
        f"{body(a, '<p><font face=Arial size=2>{}</font></p>', '<p><b>{}</b></p>')}</td><td width=160 valign=top bgcolor=#eeeeee><b>Today's stories</b>{LINKS}</td></tr><tr><td colspan=3 align=center><font size=1>Copyright 2004 The Courier. All rights reserved.</font></td></tr></table>", " - The Courier", doctype="")


@site()
def table_of_breaks(a):
    return page(a, "", f"<center><table><tr><td class='nav'><a href=/>Home</a> | <a href=/n>News</a> | <a href=/s>Sport</a></td></tr></table><table><tr><td class='maintext'><span class='headline'>{a['title']}</span><br><span class='datestamp'>{a['shown']}</span><br><br>{breaks(a)}<br><br><a href='javascript:print()'>Print this story</a></td><td class='right'><table><tr><td><b>Related</b></td></tr><tr><td>{LINKS}</td></tr></table></td></tr></table></center>", " :: The Courier Online", doctype="<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>")


@site()
def nested_tables(a):
    rows = "".join(f"<tr><td><table><tr><td class=body>{body(a, skip=i, end=i + 1)}</td></tr></table></td></tr>" for i in range(len(blocks(a))))
    return page(a, "", f"<table><tr><td><table><tr><td>{LINKS}</td></tr></table></td><td><table><tr><td><h1>{a['title']}</h1></td></tr>{rows}</table></td></tr></table>", "", doctype="")


@site()
def asp_form(a):
    return page(a, og(a), f"<form method='post' action='./story.aspx' id='aspnetForm'><input type='hidden' name='__VIEWSTATE' value='x'><div id='ctl00_header'>{NAV}</div><div id='ctl00_Main'><h1 id='ctl00_lblTitle'>{a['title']}</h1><span id='ctl00_lblDate'>{a['shown']}</span><div id='ctl00_pnlBody'>{body(a)}</div></div><div id='ctl00_right'>{CARDS}</div>{FOOTER}</form>", " | The Courier")


@site()
def unclosed(a):
    return page(a, "", f"<div id=top>{LINKS}<div id=main><h1>{a['title']}</h1><p class=by>By {a['author']}<p class=dt>{a['shown']}" + "".join(f"<p>{inline(plain_keep(b))}\n" for b in blocks(a)) + f"<hr><p><a href=/>Back to the front page</a><p><small>© The Courier</small>", " - Courier", doctype="").replace("</body></html>", "")


@site()
def after_the_end(a):
    half = len(blocks(a)) // 2
    return page(a, og(a), NAV + f"<div class='story'><h1>{a['title']}</h1>{body(a, end=half)}", tail=f"{body(a, skip=half)}<p><a href='/'>Home</a></p>")


@site()
def deep(a):
    return page(a, og(a), NAV + "<div>" * 280 + f"<h1>{a['title']}</h1>{body(a)}" + "</div>" * 280 + FOOTER)


@site()
def noscript(a):
    return page(a, ld(a), f"<div id='root'><div class='spinner'>Loading …</div></div><noscript><h1>{a['title']}</h1><p class='meta'>{a['shown']}</p>{body(a)}</noscript>")


@site()
def data_alone(a):
    """A page that scripts fill; the text lies in its data."""
    return page(a, ld(a, articleBody="\n\n".join(plain(b) for b in blocks(a))), "<div id='__next'><header><a href='/'>The Courier</a></header><p>Please turn on JavaScript to read this page.</p></div>")


@site()
def pre_text(a):
    return page(a, "", f"<h1>{a['title']}</h1><p>{LINKS}</p><div>From: {a['author']}<br>Date: {a['shown']}</div><pre>" + "\n\n".join(inline(plain_keep(b)) for b in blocks(a)) + "</pre><hr><a href='/list'>Index of this list</a>", " - newswire", doctype="")


@site()
def drop_cap(a):
    first = blocks(a)[0]
    rest = body(a, skip=1)
    return page(a, og(a), NAV + f"<section class='longform'><h1>{a['title']}</h1><p class='standfirst-meta'>{a['author']}</p><p><span class='dropcap'>{first[0]}</span>{inline(first[1:])}</p>{rest}</section>{FOOTER}")


@site()
def standfirst_apart(a):
    """The first paragraph stands in the head, the others in the body."""
    return page(a, og(a, suffix=" | The Courier"), f"<header>{NAV}</header><div class='hero'><h1>{a['title']}</h1><p class='lead-paragraph'>{inline(blocks(a)[0])}</p><div class='hero-meta'>{a['author']} · {a['shown']}</div></div><div class='columns'><div class='col-8'>{body(a, skip=1)}</div><div class='col-4'>{CARDS}</div></div>{FOOTER}")


@site()
def quotes_set_apart(a):
    pulled = next((plain(b) for b in blocks(a) if "“" in b), plain(blocks(a)[0]))
    return page(a, og(a), NAV + f"<article><h1>{a['title']}</h1>" + body(a, between={2: f"<aside class='pull-quote'><p>{pulled}</p></aside>"}) + f"</article>{FOOTER}")
