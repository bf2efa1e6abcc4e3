"""Sites that build their pages as most do: WordPress, Drupal, Blogger, papers of the region."""
from pieces import *


@site()
def wordpress(a):
    return page(a, og(a) + ld(a, "Article", graph=True), NAV + (
        f"<div id='content'><main><article id='post-12' class='post type-post hentry category-news'><header class='entry-header'><h1 class='entry-title'>{a['title']}</h1>"
        f"<div class='entry-meta'>Posted on <time class='entry-date' datetime='{a['day']}'>{a['shown']}</time> by <span class='author vcard'><a rel='author'>{a['author']}</a></span></div></header>"
        f"<div class='entry-content'>{body(a)}<div class='sharedaddy'><h3>Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div>"
        f"<div id='jp-relatedposts'><h3>Related</h3>{LINKS}</div></div><footer class='entry-footer'>Posted in <a>News</a>, tagged <a>county</a>, <a>council</a></footer></article>"
        f"<div id='comments'><h2>4 thoughts on “{a['title']}”</h2><ol>{COMMENTS}</ol></div></main><aside id='secondary'>{CARDS}</aside></div>{FOOTER}"), " – The Courier")


@site()
def wordpress_builder(a):
    rows = "".join(f"<div class='elementor-widget elementor-widget-text-editor'><div class='elementor-widget-container'>{body(a, skip=i, end=i + 3)}</div></div>" for i in range(0, len(blocks(a)), 3))
    return page(a, og(a), NAV + (
        f"<div class='elementor elementor-9'><section class='elementor-section'><div class='elementor-widget-heading'><h1>{a['title']}</h1></div><div class='elementor-widget'>{a['author']} | {a['shown']}</div></section>"
        f"<section class='elementor-section'>{rows}</section><section class='elementor-section'>{NEWSLETTER}</section><section class='elementor-section'><div class='elementor-posts'>{ARTICLES}</div></section></div>{FOOTER}"), " - The Courier")


@site()
def drupal(a):
    return page(a, f"<link rel='canonical' href='{url(a, True)}'>", NAV + (
        f"<div class='region region-content'><h1 class='page-header'>{a['title']}</h1><div class='node node-article'><div class='submitted'>Submitted by {a['author']} on {a['shown']}</div>"
        f"<div class='field field-name-field-image'><img src='x.jpg'><blockquote class='image-field-caption'>The place as it looked on the morning after the night.</blockquote></div>"
        f"<div class='field field-name-body field-type-text-with-summary'><div class='field-items'><div class='field-item even' property='content:encoded'>{body(a)}</div></div></div>"
        f"<div class='field field-name-field-tags'><div class='field-label'>Tags:</div><a>county</a><a>council</a></div></div></div><div class='region region-sidebar'><div class='block'><h2>Most read</h2>{LINKS}</div></div>{FOOTER}"))


@site()
def blogger(a):
    return page(a, "", f"<div class='header'><h1 class='title'><a href='/'>Notes from the harbour</a></h1></div><div class='date-outer'><h2 class='date-header'><span>{a['shown']}</span></h2><div class='post'><h3 class='post-title entry-title'>{a['title']}</h3>"
        f"<div class='post-body entry-content' id='post-body-1'>{breaks(a, '<br /><br />')}<div style='clear: both;'></div></div><div class='post-footer'>Posted by <span class='fn'>{a['author']}</span> at <a>9:12 AM</a></div></div></div>"
        f"<div class='comments' id='comments'><h4>4 comments:</h4>{COMMENTS}</div><div class='blog-pager'><a>Newer Post</a> <a>Older Post</a></div><div class='column-right'><div class='widget'><h2>Blog Archive</h2>{LINKS}</div></div>",
        "", doctype="").replace(f"<title>{a['title']}", f"<title>Notes from the harbour: {a['title']}")


@site()
def regional(a):
    """BLOX and its like: preview and the rest in two boxes, an asset's frame around."""
    return page(a, ld(a) + og(a, "Courier Online", dated=False), NAV + TICKER + (
        f"<article class='asset'><div class='asset-masthead'><h1 class='headline'><span itemprop='headline'>{a['title']}</span></h1><div class='asset-info'><ul><li><span class='tnt-byline'>By {a['author']} Staff Writer</span></li><li><time datetime='{a['day']}T10:00:00'>{a['shown']}</time></li></ul></div></div>"
        f"<div class='asset-photo'><img><div class='caption-container'><p>The place on the morning after, as firefighters leave.</p><p>Lee Park, The Courier</p></div></div>"
        f"<div class='asset-content subscriber-premium' id='article-body' itemprop='articleBody'><div class='subscriber-preview'>{body(a, end=2)}</div><div class='subscriber-only'>{body(a, skip=2)}</div><div class='subscriber-offers'><h2>Thank you for reading!</h2><p>Please log in, or sign up for a new account and buy a subscription to read or post comments.</p></div></div></article>"
        f"<div id='asset-below'><h4>More from this section</h4>{CARDS}</div>{FOOTER}"), " | Local | courieronline.example")


@site()
def sections(a):
    parts = "".join(f"<section class='article-section'><div class='lg:w-8-col'>{body(a, skip=i, end=i + 2)}</div></section>" for i in range(0, len(blocks(a)), 2))
    return page(a, ld(a), f"<header>{NAV}</header><main><article><header><span>County</span><h2><span class='kicker'>Harbour</span> <span>{a['title']}</span></h2><div>From <a>{a['author']}</a> <time datetime='{a['day']} 08:15:00'>{a['shown']}</time></div></header>{parts}"
        f"<section data-area='related'>{ARTICLES}</section></article></main>{FOOTER}", " - The Courier")


@site()
def paragraphs_as_divs(a):
    return page(a, og(a), NAV + f"<div class='StandardArticle_inner'><h1>{a['title']}</h1><div class='Byline'>{a['author']}</div><div class='date'>{a['shown']} / 5:03 PM</div><div class='ArticleBody'>"
        + body(a, "<div class='text__text paragraph-0' data-testid='paragraph'>{}</div>", "<div class='heading'>{}</div>")
        + f"<div class='sign-off'>Reporting by {a['author']}; Editing by Tim Ash</div><div class='trust'>Our Standards: <a>The Courier Trust Principles.</a></div></div>{AD}<div class='read-next'>{CARDS}</div></div>{FOOTER}", " | The Courier")


@site()
def text_blocks(a):
    """Each paragraph in boxes of its own, as the BBC has them, with hashed names."""
    return page(a, ld(a) + og(a, "BBN News"), NAV + "<main id='main-content'><article class='ssrcss-1072xwf-ArticleWrapper'>" + f"<div data-component='headline-block' class='ssrcss-1'><h1 id='main-heading'>{a['title']}</h1></div>"
        f"<div data-component='image-block'>{FIGURE}</div><div data-component='byline-block'><div>{a['author']}</div><div>County correspondent</div></div>"
        + body(a, "<div data-component='text-block' class='ssrcss-7uxr49-RichTextContainer'><div class='ssrcss-11r1m41'><p class='ssrcss-1q0x1qg-Paragraph'>{}</p></div></div>", "<div data-component='subheadline-block'><h2>{}</h2></div>")
        + f"<div data-component='links-block'><h2>More on this story</h2>{LINKS}</div></article></main><aside>{ARTICLES}</aside>{FOOTER}", " - BBN News")


@site()
def lines_of_spans(a):
    return page(a, "", NAV + f"<div class='wrap'><h1>{a['title']}</h1><span class='pub'>Published: {a['shown']}</span><div class='txt'>" + body(a, "<div><span style='font-size:16px'>{}</span></div><div><br></div>", "<div><b>{}</b></div><div><br></div>") + f"</div>{SHARE}</div>{FOOTER}")


@site()
def companion_columns(a):
    """Paragraphs in groups beside empty columns, as large papers build them; hashed names alone."""
    half = len(blocks(a)) // 2
    column = "<div class='css-s99gbd StoryBodyCompanionColumn'><div class='css-53u6y8'>{}</div><aside class='css-ew4tgv'></aside></div>"
    return page(a, ld(a) + og(a), f"<div id='app'><div>{NAV}</div><main id='site-content'><article id='story' class='css-1vxca1d'><header class='css-1y'><h1 class='css-88wicj'>{a['title']}</h1><p id='article-summary' class='css-x'></p></header><div class='css-1e2jphy'><span>By <a>{a['author']}</a></span><time datetime='{a['day']}T03:00:01-05:00'>{a['shown']}</time></div>"
        f"<section name='articleBody' class='meteredContent css-1r7ky0e'>{column.format(body(a, '<p class=css-at9mc1>{}</p>', end=half))}<div><div id='story-ad-1-wrapper'><p>Advertisement</p><a href='#after'>SKIP ADVERTISEMENT</a></div></div>{column.format(body(a, '<p class=css-at9mc1>{}</p>', skip=half))}</section>"
        f"<div class='css-bio'><p>{a['author']} is a reporter who covers the valley and the coast for The Courier.</p></div><section id='site-index'>{LINKS}</section></article></main></div>", " - The New Courier")
