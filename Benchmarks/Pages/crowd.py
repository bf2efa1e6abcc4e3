"""What large sites put around any page: menus with stories in them, bars, boxes, lists, long lines at the foot."""
import re

from pieces import TEASERS

ALERT = "<div class='x1 alert-bar'><span>Breaking</span> <a href='/live'>Storm warning for the coast: follow the latest as it comes in</a></div>"
MENU = "<div class='mega'>" + "".join(
    f"<div class='mega-col'><h4><a href='/{s.lower()}'>{s}</a></h4><ul>" + "".join(f"<li><a href='/{s.lower()}/{i}'>{t}</a></li>" for i, (t, _) in enumerate(TEASERS)) + "</ul></div>"
    for s in ("News", "Money", "Life")
) + "<div class='mega-promo'><p>Our weekend edition is out now: forty pages on how we live, what we eat and where we go. Read it in print or in the app.</p></div></div>"
SIDE = "<div class='c7 s-rail'><div class='w'><h3>Trending</h3>" + "".join(
    f"<div class='w-item'><a href='/t{i}'><img src='{i}.jpg'></a><div><a href='/t{i}'>{t}</a><p>{s} And there is more to it than that, as our reporters have found.</p><span>{i + 2} hours ago</span></div></div>" for i, (t, s) in enumerate(TEASERS)
) + "</div><div class='w'><h3>Puzzles</h3><p>Can you solve today's? Nine in ten cannot, and most of them give up after the third word.</p><a href='/play'>Play now</a></div></div>"
MODAL = "<div class='m2 overlay-sub' style='display:none'><div><h2>Stay with us</h2><p>Get unlimited access to everything that we publish, on all your devices, for less than a coffee a week.</p></div></div>"
FOOT = (
    "<div class='c9 ft'><div><h5>About The Courier</h5><p>The Courier has been published every day since 1871. It belongs to a trust whose only aim is to keep it alive and "
    "free, and it is printed in the building in which it was founded. More than two hundred people work for it in nine towns.</p></div><div><h5>Help</h5><ul><li><a href='/c'>Contact us</a></li>"
    "<li><a href='/j'>Work with us</a></li></ul></div><p>Market data is delayed by at least fifteen minutes and is given for information only, not for trading. Prices may differ from those at which you can deal.</p>"
    "<p>If you have a complaint about what we have published, please write to the readers' editor within four weeks; we answer every letter.</p></div>"
)
SCRIPT = "<script>window.dataLayer=[];var a='<p>not text</p>';</script><style>.x{color:red}</style><svg><title>Logo</title><path d='M0'/></svg>"


def crowded(page):
    """The page with a crowd around what is in its body."""
    start = re.search("<body[^>]*>", page).end()
    end = page.find("</body>")
    end = end if end >= 0 else len(page)
    inner = f"<div class='c4 page-shell'><div class='c5'><div>{page[start:end]}</div></div>{SIDE}</div>"
    return page[:start] + SCRIPT + ALERT + MENU + inner + FOOT + MODAL + page[end:]
