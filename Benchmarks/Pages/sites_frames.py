"""Sites whose frames are larger or look more like text than their articles, and names that lead astray."""
from pieces import *


@site()
def comments_as_articles(a):
    said = "".join(f"<article class='comment-body'><footer>reader{i} says:</footer><p>{t} {SAID[(i + 1) % 4]} {SAID[(i + 2) % 4]}</p></article>" for i, t in enumerate(SAID * 2))
    return page(a, og(a), NAV + f"<div class='single'><h1>{a['title']}</h1><div class='post-txt'>{body(a)}</div></div><section class='discussion'><h2>8 Comments</h2>{said}</section>{FOOTER}")


framed("teasers-as-articles", "<div class='stage'>{ARTICLES}</div><div class='commentary'><h1>{title}</h1><div class='by'>{author}</div>{body}</div><div class='more'>{ARTICLES}</div>")
framed("content-with-sidebar", "<div class='contentwithsidebar'><div class='share-zone'><h1>{title}</h1>{body}</div></div><div class='sidebar-right'>{CARDS}</div>")


@site()
def party_page(a):
    return page(a, "", f"<div id='socialist-party' class='and-w-sidebar'>{NAV}<div class='news-comment-item'><h2>{a['title']}</h2><span>{a['shown']}</span>{body(a)}</div></div>{FOOTER}", " - Socialist Party")


@site()
def cookie_wall(a):
    return page(a, og(a), f"<div id='sp_message_container_1'>{COOKIES}{COOKIES.replace('842', '117')}</div>" + NAV + f"<main><h1>{a['title']}</h1><time>{a['shown']}</time>{body(a)}</main>{FOOTER}")


@site()
def consent_in_main(a):
    return page(a, og(a), f"<main><section role='dialog' aria-label='consent'>{COOKIES}</section><h1>{a['title']}</h1><div class='c-article'>{body(a)}</div></main>{FOOTER}")


@site()
def paywall(a):
    offer = "<div class='piano-offer'><h2>Read on with Courier+</h2><p>Subscribe now and read all articles for one euro in the first month; you can cancel at any time, and your first month is on us.</p><ul><li>All articles, all day</li><li>The digital paper every evening</li></ul></div>"
    return page(a, ld(a, isAccessibleForFree=False), NAV + f"<article class='article--premium'><h1>{a['title']}</h1><p class='article__author'>By {a['author']}</p><div class='article__body paywall'>{body(a)}</div>{offer}</article>{FOOTER}")


framed("metered", "<div class='story-wrap'><h1>{title}</h1><div class='meter'><p>You have 2 free articles left this month. Already a subscriber? Log in to read as much as you like.</p></div><div class='story-text'>{body}</div></div>")
box = "<div class='inline-box'><h4>Also interesting</h4><a href='/1'><img><span>The bridge that nobody wanted is now the town's most loved place</span></a><a href='/2'><span>Why the night train stops at a station without a name</span></a></div>"
framed("related-inside", "<article><h1>{title}</h1><div class='txt'>{body}</div></article>", between={2: box, 4: AD})
card = "<aside class='embedded-story'><a href='/3'><h3>Doctors warn of an early wave of flu in the county's schools</h3><p>In some classes, one child in three stayed at home last week, the health office says.</p></a></aside>"
framed("teaser-inside", "<article><h1>{title}</h1>{body}</article>", between={1: card, 3: card.replace('/3', '/4')})


@site()
def newsletter_inside(a):
    return page(a, og(a), NAV + f"<article><h1>{a['title']}</h1><div class='rich-text'>" + body(a, between={2: NEWSLETTER}) + f"</div>{BIO.format(a['author'])}{DONATE}</article>{FOOTER}")


@site()
def newsletter_plain(a):
    """A call to sign up as a paragraph like the others."""
    return page(a, og(a), NAV + f"<article><h1>{a['title']}</h1>" + body(a, between={3: "<p><em>Sign up for our newsletter and get the best of the week every Friday.</em></p>"}) + f"<p><a href='/app'>Download the Courier app for the latest from the county.</a></p></article>{FOOTER}")


@site()
def endless(a):
    """The next article follows in the same page."""
    other = "".join(f"<p>{t}</p>" for _, t in TEASERS) * 2
    return page(a, og(a) + ld(a), NAV + f"<div class='article-list'><article class='article-full' data-url='/1'><h1>{a['title']}</h1><div class='article-body'>{body(a)}</div></article><article class='article-full' data-url='/2'><h1>{TEASERS[0][0]}</h1><div class='article-body'>{other}</div></article></div>{FOOTER}")


@site()
def many_summaries(a):
    """The list of other stories says more than a short article."""
    return page(a, og(a), NAV + f"<div class='wrapper'><div class='left'><h1>{a['title']}</h1><div>{body(a)}</div></div><div class='right'><h3>Top stories</h3>{CARDS}{CARDS.replace('0', '9')}</div><div class='bottom'>{ARTICLES}</div></div>{FOOTER}")


framed("share-between", "<div class='news-detail'><h1>{title}</h1>{SHARE}{body}{SHARE}<div class='tags'><a>county</a> <a>mill</a></div><p class='copyright-line'>© 2026 The Courier</p></div>", between={1: SHARE, 3: FIGURE})
framed("company-lines", "<div class='release'><h1>{title}</h1>{body}<div class='boilerplate'><h2>About Milltown Holdings</h2><p>Milltown Holdings (MLT) is a leading provider of solutions for towns. Founded in 1998, it employs 1,200 people in nine countries. More at www.milltown.example.</p><p>Media contact: press@milltown.example, +1 555 0100</p></div></div>")