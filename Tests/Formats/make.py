"""Makes the files that no command makes; see make."""
import gzip
import io
import json
import lzma
import bz2
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import py7zr
import zstandard
from fpdf import FPDF
from feedgen.feed import FeedGenerator
from odf.opendocument import OpenDocumentText
from odf.text import H, P
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "Fire at the old mill"
PARAGRAPHS = [
    "A fire broke out at the old mill on Sunday night, and forty people had to leave, the police said.",
    "“We lost everything,” said Bo Berg, who has lived beside it for more than twenty years.",
    "Nobody was hurt.",
]
HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
PAGE = (
    f"<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'><title>{TITLE} | The Courier</title></head>"
    f"<body><nav><a href='/'>Home</a></nav><article><h1>{TITLE}</h1>{HTML}</article></body></html>"
)
OBJECT = {"headline": TITLE, "author": "Ann Lee", "datePublished": "2026-03-01", "articleBody": "\n\n".join(PARAGRAPHS)}


def write(name, content):
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def word():
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = TITLE, "Ann Lee"
    document.sections[0].header.paragraphs[0].text = "The Courier, page 1"
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    document.save("article.docx")


def odt():
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=TITLE))
    for text in PARAGRAPHS:
        document.text.addElement(P(text=text))
    document.save("article.odt")


class Paper(FPDF):
    def header(self):
        self.set_font("Times", size=9)
        self.cell(0, 8, f"THE COURIER                                   {self.page_no()}", new_x="LMARGIN", new_y="NEXT")


def pdf():
    paper = Paper()
    paper.set_title(TITLE)
    paper.set_author("Ann Lee")
    for number in range(2):
        paper.add_page()
        paper.set_font("Times", size=12)
        text = [
            f"Part {number + 1}: a fire broke out at the old mill on Sunday night, and forty people had to leave their "
            "homes, the police said. The firemen of three towns were there until the morning came.",
            "\"We lost everything,\" said Bo Berg, who has lived beside it for more than twenty years. The neighbour-\n"
            "hood is without power until Tuesday, when the council meets to decide what comes next.",
        ]
        for paragraph in text:
            paper.multi_cell(150, 6, paragraph, align="L")
            paper.ln(6)
    paper.output("article.pdf")


def feeds():
    feed = FeedGenerator()
    feed.id("https://example.org/")
    feed.title("The Courier")
    feed.link(href="https://example.org/")
    feed.description("News")
    feed.language("en")
    for number, text in enumerate(["A fire broke out.", "Nobody was hurt."], 1):
        entry = feed.add_entry(order="append")
        entry.id(f"https://example.org/{number}")
        entry.title(f"Fire, part {number}")
        entry.link(href=f"https://example.org/{number}")
        entry.author(name="Ann Lee", email="ann@example.org")
        entry.published("2026-03-01T10:00:00Z")
        entry.content(f"<p>{text}</p><p>{PARAGRAPHS[1]}</p>", type="html")
    feed.rss_file("feed.rss", pretty=True)
    feed.atom_file("feed.atom", pretty=True)


def news():
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    write(
        "article.nitf.xml",
        f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>{TITLE}</title><docdata><date.issue norm="20260301T100000Z"/></docdata>
<pubdata type="print" name="The Courier"/></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>
<byline>By Ann Lee</byline></body.head><body.content>{body}<media><media-caption><p>The mill.</p></media-caption></media>
</body.content></body></nitf>""",
    )
    write(
        "article.newsml.xml",
        f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1" version="1">
<itemMeta><provider literal="courier"><name>The Courier</name></provider><versionCreated>2026-03-01T10:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>{TITLE}</headline><by>By Ann Lee</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{body}</body></html></inlineXML></contentSet></newsItem>""",
    )


def mail():
    message = EmailMessage()
    message["From"], message["To"] = '"Ann Lee" <ann@example.org>', "desk@example.org"
    message["Subject"], message["Date"] = "Feuer in der Mühle", "Sun, 01 Mar 2026 10:00:00 +0000"
    message.set_content("\n\n".join(PARAGRAPHS) + "\n", cte="quoted-printable")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="mill.png")
    write("mail.eml", message.as_bytes())
    saved = EmailMessage()
    saved["From"], saved["Subject"] = "<Saved by Blink>", TITLE
    saved["Snapshot-Content-Location"] = "https://example.org/mill"
    saved["Date"] = "Mon, 02 Mar 2026 10:00:00 +0000"
    saved.make_related()
    part = EmailMessage()
    part.set_content(PAGE, subtype="html", cte="quoted-printable")
    saved.attach(part)
    write("page.mhtml", saved.as_bytes())


def data():
    write("article.json", json.dumps(OBJECT, ensure_ascii=False))
    write("list.json", json.dumps([{"text": text} for text in PARAGRAPHS], ensure_ascii=False))
    write("nested.json", json.dumps({"main": {"body": HTML}}, ensure_ascii=False))
    ninjs = {"uri": "urn:example:1", "headline": TITLE, "byline": "Ann Lee", "versioncreated": "2026-03-01T10:00:00Z"}
    write("article.ninjs.json", json.dumps(ninjs | {"body_xhtml": HTML}, ensure_ascii=False))
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in PARAGRAPHS)
    write("lines.jsonl", lines)
    write("lines.jsonl.gz", gzip.compress(lines.encode(), mtime=0))
    write("lines.jsonl.zst", zstandard.compress(lines.encode()))
    row = '1,2026-03-01,{},"{}",https://example.org/1,en,The Courier\n'
    table = "stories_id,publish_date,title,text,url,language,media_name\n"
    write("mediacloud.csv", table + row.format(TITLE, "\n\n".join(PARAGRAPHS)) + row.format("Short", "Nobody was hurt."))
    write("table.tsv", "headline\tbody\n" + "\n".join(f"{TITLE}\t{text}" for text in PARAGRAPHS) + "\n")
    write("damaged-mediacloud.csv", table + '1,2026-03-01,"open,\n')
    write("damaged-table.tsv", f"headline\tbody\n{TITLE}\t{PARAGRAPHS[0]}\tone too many\n{TITLE}\t{PARAGRAPHS[1]}\n")


def archives():
    write("page.html", PAGE)
    members = {"one.txt": PARAGRAPHS[0], "deep/page.php": PAGE, "../escape.txt": PARAGRAPHS[2], "picture.png": b"\x89PNG\r\n"}
    members = {name: text if isinstance(text, bytes) else text.encode() for name, text in members.items()}
    with zipfile.ZipFile("articles.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, text in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
    write("articles.tar.xz", lzma.compress(packed.getvalue()))
    write("articles.tar.bz2", bz2.compress(packed.getvalue()))
    with py7zr.SevenZipFile("articles.7z", "w") as archive:
        for name, text in members.items():
            if not name.startswith(".."):
                archive.writestr(text, name)
    with open("crawl.warc.gz", "wb") as output:
        writer = WARCWriter(output, gzip=True)
        for number in (1, 2):
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            url = f"https://example.org/{number}/"
            record = writer.create_warc_record(url, "response", payload=io.BytesIO(PAGE.encode()), http_headers=head)
            writer.write_record(record)


if __name__ == "__main__":
    for make in (word, odt, pdf, feeds, news, mail, data, archives):
        make()
