"""Makes columns.odt, a paper of two columns with running heads and words parted at line ends, and columns.txt, its text.

LibreOffice makes columns.pdf of it; see make.
"""
import sys
from pathlib import Path

from odf.opendocument import OpenDocumentText
from odf.style import Column, Columns, Footer, Header, MasterPage, PageLayout, PageLayoutProperties, ParagraphProperties
from odf.style import SectionProperties, Style, TextProperties
from odf.text import H, P, PageNumber, Section

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Benchmarks" / "Pages"))
from pieces import blocks, plain  # noqa: E402
from texts import ENGLISH  # noqa: E402

TITLE = ENGLISH[7]["title"]
TEXT = [plain(block) for number in (7, 0, 5, 2) for block in blocks(ENGLISH[number])]


def add(parent, *children):
    for child in children:
        parent.addElement(child)
    return parent


paper = OpenDocumentText()
layout = PageLayout(name="page")
add(paper.automaticstyles, add(layout, PageLayoutProperties(pagewidth="21cm", pageheight="29.7cm", margin="2cm")))
master = MasterPage(name="Standard", pagelayoutname=layout)
head = add(Header(), P(text="THE COURIER — Sunday, March 1, 2026"))
foot = add(Footer(), add(P(text="Page "), PageNumber(selectpage="current")))
add(paper.masterstyles, add(master, head, foot))
body = Style(name="body", family="paragraph")
parted = {"hyphenate": "true", "hyphenationremaincharcount": "2", "hyphenationpushcharcount": "2"}
type_ = TextProperties(fontsize="11pt", language="en", country="US", fontname="Liberation Serif", **parted)
add(paper.styles, add(body, ParagraphProperties(textalign="justify", marginbottom="0.2cm"), type_))
two = Style(name="two", family="section")
columns = add(Columns(columncount="2", columngap="0.6cm"), Column(relwidth="1*"), Column(relwidth="1*"))
add(paper.automaticstyles, add(two, add(SectionProperties(dontbalancetextcolumns="false"), columns)))
add(paper.text, H(outlinelevel=1, text=TITLE))
add(paper.text, add(Section(stylename=two, name="text"), *[P(stylename=body, text=text) for text in TEXT]))
paper.save("columns.odt")
Path("columns.txt").write_text("\n\n".join([TITLE, *TEXT]) + "\n", encoding="utf-8")
