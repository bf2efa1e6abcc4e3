"""Interviews, lists, live pages, AMP, platforms, pictures: articles of other shapes than news."""
from pieces import *


@site()
def amp(a):
    head = "<script async src='https://cdn.ampproject.org/v0.js'></script><style amp-boilerplate>body{}</style>" + ld(a) + f"<link rel='canonical' href='{url(a)}'>"
    return page(a, head, f"<amp-sidebar id='s'>{LINKS}</amp-sidebar><header><a href='/'>The Courier</a></header><article><h1>{a['title']}</h1><div class='amp-by'>{a['author']} <time datetime='{a['day']}'>{a['shown']}</time></div><amp-img src='p.jpg'><noscript><img src='p.jpg'></noscript></amp-img><div class='amp-txt'>"
        + body(a, between={2: "<amp-ad width=300></amp-ad>", 4: "<amp-social-share type='x'></amp-social-share>"}) + f"</div></article><amp-list src='/more'>{LINKS}</amp-list>", doctype="<!doctype html>").replace("<html", "<html ⚡")


@site()
def interview_bold(a):
    """Questions in bold, answers in the same paragraph behind a break."""
    parts = [inline(plain_keep(b)) for b in blocks(a)]
    rows = [f"<p>{parts[0]}</p>"] + [f"<p><strong>{q}</strong><br>{r}</p>" for q, r in zip(parts[1::2], parts[2::2])] + ([f"<p>{parts[-1]}</p>"] if len(parts) % 2 == 0 else [])
    return page(a, og(a), NAV + f"<article class='interview'><h1>{a['title']}</h1><div class='interview__meta'>{a['author']}, {a['shown']}</div>{''.join(rows)}</article>{FOOTER}")


@site()
def interview_list(a):
    parts = [inline(plain_keep(b)) for b in blocks(a)]
    rows = "".join(f"<dt>{q}</dt><dd>{r}</dd>" for q, r in zip(parts[1::2], parts[2::2])) + (f"<dd>{parts[-1]}</dd>" if len(parts) % 2 == 0 else "")
    return page(a, og(a), NAV + f"<div class='talk'><h1>{a['title']}</h1><p>{parts[0]}</p><dl>{rows}</dl></div>{FOOTER}")


@site()
def numbered(a):
    items = "".join(f"<li><p>{inline(plain_keep(b))}</p></li>" for b in blocks(a)[1:])
    return page(a, og(a), NAV + f"<div class='listicle'><h1>{a['title']}</h1><p>{inline(blocks(a)[0])}</p><ol class='listicle-items'>{items}</ol></div><div class='more-lists'>{LINKS}</div>{FOOTER}")


@site()
def slides(a):
    """Each block with a picture of its own and its credit."""
    parts = "".join(f"<div class='slide'><img src='{i}.jpg'><span class='photo-credit'>Lee Park / The Courier</span><div class='slide-text'><p>{inline(plain_keep(b))}</p></div></div>" for i, b in enumerate(blocks(a)))
    return page(a, og(a), NAV + f"<article><h1>{a['title']}</h1><div class='slides'>{parts}</div></article>{FOOTER}")


@site()
def live(a):
    times = ["18:02", "17:40", "17:15", "16:58", "16:20"] * 5
    posts = "".join(f"<div class='live-post' id='p{i}'><time>{t}</time><div class='live-post-body'><p>{inline(plain_keep(b))}</p></div><div class='live-share'><a>Share</a></div></div>" for i, (t, b) in enumerate(zip(times, blocks(a))))
    return page(a, og(a) + ld(a, "LiveBlogPosting"), NAV + f"<main><h1>{a['title']}</h1><div class='live-feed'>{posts}</div><button>Show more</button></main><aside>{CARDS}</aside>{FOOTER}")


@site()
def live_articles(a):
    posts = "".join(f"<article class='update'><header><h2>Update {i + 1}</h2></header><p>{inline(plain_keep(b))}</p></article>" if len(b) > 900 else f"<article class='update'><p>{inline(plain_keep(b))}</p></article>" for i, b in enumerate(blocks(a)))
    return page(a, og(a), NAV + f"<section><h1>{a['title']}</h1>{posts}</section>{FOOTER}")


@site()
def platform(a):
    """Medium's and Substack's kind: paragraphs with ids and hashed names, claps and follows around."""
    paras = "".join(f"<p id='{i:04x}' class='pw-post-body-paragraph ml mm b mn'>{inline(plain_keep(b))}</p>" for i, b in enumerate(blocks(a)))
    return page(a, ld(a, "SocialMediaPosting"), f"<div id='root'><div class='a b c'>{LINKS}<article><div class='l'><section><div><h1 class='pw-post-title'>{a['title']}</h1><div class='ab'><a>{a['author']}</a> · <button>Follow</button><p>4 min read · <span>{a['shown']}</span></p></div><div><p>312</p><p>Listen</p><p>Share</p></div>{paras}</div></section></div></article></div><div class='pw-author'><h2>Written by {a['author']}</h2><p>1.2K followers</p><p>Writes about towns, water and those who live between the two; speaks for nobody else.</p></div><div><h2>More from {a['author']}</h2>{CARDS}</div></div>", f" | by {a['author']} | Towns | Medium")


framed("listen-and-read", "<article><h1>{title}</h1><div class='audio-player'><span>Listen to this article</span><span>5 min</span></div><div class='reading-time'>4 minutes to read</div>{body}<div class='reaction'><p>Was this article helpful?</p><button>Yes</button></div></article>")
framed("video-first", "<div class='article-wrapper'><h1>{title}</h1><div class='video-player'><video src='v.mp4'></video><p class='video-caption'>Watch: what happened in the night, told by those who were there</p></div><ul class='playlist-items'><li><a>Now playing: the night</a></li><li><a>Up next: the weather</a></li></ul><div class='copy'>{body}</div></div>")
shots = "".join(f"<li class='gallery__item'><img src='{i}.jpg'><p>Picture {i} of 6: the place as it looked on the morning after, with those who came to see it. Lee Park</p></li>" for i in range(1, 7))
framed("gallery", f"<article><h1>{{title}}</h1><div class='gallery'><ul>{shots}</ul></div><div class='article-main'>{{body}}</div></article>")


@site()
def bullets_on_top(a):
    """Key points above the text repeat it; a tabloid's captions between."""
    keys = "<ul class='mol-bullets'><li><strong>What is known so far is told below, point by point</strong></li></ul>"
    return page(a, og(a), NAV + f"<div id='js-article-text'><h1>{a['title']}</h1>{keys}<p class='author-section'>By <a>{a['author']}</a></p><p class='byline-section'><span>Published: {a['shown']}</span></p><div itemprop='articleBody'>"
        + body(a, "<p class='mol-para-with-font'>{}</p>", between={2: "<div class='artSplitter mol-img-group'><img><p class='imageCaption'>Those who live near the place were woken in the middle of the night</p></div>"}) + f"</div></div><div class='shareArticles'>{LINKS}</div><div id='reader-comments'>{COMMENTS}</div>{FOOTER}", " | Daily Courier Online")


@site()
def fragments(a):
    """Sentences of a paragraph in elements of their own; marks and small type inside."""
    def cut(block):
        return re.sub(r"([.?!]”?) (?=[A-Z“])", r"\1</span> <span class='s'>", inline(plain_keep(block)))
    return page(a, og(a), NAV + f"<article><h1>{a['title']}</h1>" + "".join(f"<p><span class='s'>{cut(b)}</span></p>" for b in blocks(a)) + f"</article>{FOOTER}")
