"""Makes exports of news databases and mailboxes in the shape that those have, with texts of our own; see make."""
import email.policy
import io
import mailbox
from email.message import EmailMessage
from pathlib import Path

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from make import PAGE, PARAGRAPHS, TITLE, write

SECOND = "Council closes the harbour"
HARBOUR = [
    "The council closed the old harbour to large ships on Monday, by thirty votes to twelve.",
    "“Nobody asked us,” said Omar Haddad, who sells ice cream on the quay.",
]


def article(title, source, day, byline, body):
    """An article as Nexis Uni shows it, a line each."""
    head = [title, source, f"{day} Sunday", "Copyright 2026 The Courier Ltd All Rights Reserved"]
    labels = ["Section: NEWS; Pg. 3", "Length: 53 words", f"Byline: {byline}", "Dateline: MILLTOWN", "Body"]
    tail = ["Graphic", "The mill, seen from above.", "Classification", "Language: ENGLISH", "Publication-Type: Newspaper"]
    return head + labels + body + tail + [f"Load-Date: {day}", "End of Document"]


COVER = ["User Name: Ann Reader", "Date and Time: Monday, March 2, 2026 10:00 AM", "Job Number: 12345", "Documents (2)"]
COVER += [f"1. {TITLE}", "Client/Matter: -None-", f"2. {SECOND}", "Client/Matter: -None-"]
NEXIS = COVER + article(TITLE, "The Courier", "March 1, 2026", "Ann Lee", PARAGRAPHS)
NEXIS += article(SECOND, "Harbour Post (Milltown)", "March 2, 2026", "By Bo Berg and Carla Diaz", HARBOUR)


def nexis():
    document = docx.Document()
    for line in NEXIS:
        document.add_paragraph(line)
    document.save("nexis.docx")
    # One that was cut off after the first sentences of its second article.
    document = docx.Document()
    for line in NEXIS[: NEXIS.index(HARBOUR[1])]:
        document.add_paragraph(line)
    document.save("damaged-nexis.docx")
    page = "".join(f"<p class='c{i % 9}'><span>{line}</span></p>" for i, line in enumerate(NEXIS))
    write("nexis.html", f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Delivery</title></head><body>{page}</body></html>")
    text = "\n".join(line + ("\n" if line.endswith(("said.", "”", "quay.", "years.")) else "") for line in NEXIS)
    write("nexis.txt", text + "\n")
    write("damaged-nexis.txt", text[: text.index("Nobody asked") + 6])


def lexis():
    """LexisNexis Academic of before 2020."""

    def part(number, title, source, day, byline, body):
        lines = [f"{number} of 2 DOCUMENTS".rjust(50), source.rjust(45), f"{day} Sunday".rjust(45), "Late Edition - Final".rjust(45)]
        lines += [title, f"BYLINE: By {byline.upper()}", "SECTION: Section A; Pg. 3", "LENGTH: 53 words", "DATELINE: MILLTOWN"]
        lines += body + ["URL: http://example.org/mill", f"LOAD-DATE: {day}", "LANGUAGE: ENGLISH", "PUBLICATION-TYPE: Newspaper"]
        return lines + ["Copyright 2026 The Courier Ltd".rjust(50), "All Rights Reserved".rjust(45)]

    lines = part(1, TITLE, "The Courier", "March 1, 2026", "Ann Lee", PARAGRAPHS)
    lines += part(2, SECOND, "Harbour Post", "March 2, 2026", "Bo Berg", HARBOUR)
    write("lexisnexis.txt", "\n\n".join(lines) + "\n")
    write("damaged-lexisnexis.txt", "\n\n".join(lines)[: "\n\n".join(lines).index("Nobody asked") + 6])


FACTIVA = [
    [("SE", ["News"]), ("HD", [TITLE]), ("BY", ["By Ann Lee"]), ("WC", ["53 words"]), ("PD", ["1 March 2026"]), ("ET", ["08:00"]),
     ("SN", ["The Courier"]), ("SC", ["COUR"]), ("LA", ["English"]), ("CY", ["Copyright 2026. The Courier Ltd"]),
     ("LP", PARAGRAPHS[:1]), ("TD", PARAGRAPHS[1:]), ("NS", ["gfire : Fires | gcat : Political News"]), ("RE", ["uk : England"]),
     ("PUB", ["The Courier Ltd"]), ("AN", ["Document COUR000020260301em3100001"])],
    [("HD", [SECOND]), ("BY", ["Bo Berg"]), ("WC", ["28 words"]), ("PD", ["2 March 2026"]), ("SN", ["Harbour Post"]),
     ("SC", ["HARB"]), ("LA", ["English"]), ("CY", ["(c) 2026 Harbour Post"]), ("LP", HARBOUR[:1]), ("TD", HARBOUR[1:]),
     ("AN", ["Document HARB000020260302em3200002"])],
]
SEARCH = "Search Summary: Text mill; Date In the last week; Source All Sources; Results Found 2"


def rtf(text):
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)


def factiva():
    row = "\\trowd\\cellx900\\cellx9000\\pard\\intbl {\\b %s}\\cell %s\\cell\\row\n"
    rows = "".join(row % (code, rtf("\\par ".join(lines))) for fields in FACTIVA for code, lines in fields)
    write("factiva.rtf", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n" + rows + f"\\pard {SEARCH}\\par}}\n")
    write("damaged-factiva.rtf", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n" + rows[: rows.index("Nobody asked") + 6])
    tables = "".join(
        "<div class='article enArticle'><table>"
        + "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td>{''.join(f'<p>{line}</p>' for line in lines)}</td></tr>" for code, lines in fields)
        + "</table></div>"
        for fields in FACTIVA
    )
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>{tables}<p>{SEARCH}</p></body></html>"
    write("factiva.html", page)
    text = "\n".join(f"{code}  " + "\n\n".join(lines) + ("\n" if code in "LP TD AN" else "") for fields in FACTIVA for code, lines in fields)
    write("factiva.txt", text)
    write("damaged-factiva.txt", text[: text.index("Nobody asked") + 6])
    # The same without codes.
    def shown(fields):
        lines = dict(fields)
        order = [key for key in ["HD", "BY", "WC", "PD", "ET", "SN", "SC", "LA", "CY", "LP", "TD", "AN"] if key in lines]
        return "".join(f"<p>{line}</p>" for key in order for line in lines[key])

    plain = [list(fields) for fields in FACTIVA]
    plain[1][1] = ("BY", ["By Bo Berg"])
    body = "".join(f"<div class='article enArticle'>{shown(fields)}</div>" for fields in plain)
    write("factiva-plain.html", f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>{body}</body></html>")


def mails():
    Path("mails.mbox").unlink(missing_ok=True)
    box = mailbox.mbox("mails.mbox")
    for number, (subject, lines) in enumerate([(TITLE, PARAGRAPHS), (SECOND, ["From the quay, a report."] + HARBOUR)], 1):
        message = EmailMessage(policy=email.policy.SMTPUTF8.clone(linesep="\n"))
        message["From"], message["To"] = "Ann Lee <ann@example.org>", "desk@example.org"
        message["Subject"], message["Date"] = subject, f"Sun, 0{number} Mar 2026 10:00:00 +0000"
        message.set_content("\n\n".join(lines) + "\n", cte="8bit")
        message.add_alternative(PAGE, subtype="html")
        kept = mailbox.mboxMessage(message)
        kept.set_from(f"ann@example.org Sun Mar  {number} 10:00:00 2026")
        box.add(kept)
    box.close()
    whole = Path("mails.mbox").read_bytes()
    write("damaged-mails.mbox", whole[: whole.rindex(b"<article>")])
    for name in ("mail.eml", "page.mhtml"):
        write(f"damaged-{name}", Path(name).read_bytes()[: -len(Path(name).read_bytes()) // 8])


def crawl():
    """As Common Crawl's news crawl has them: what the crawler says of itself, answers as they came, also bad ones."""
    with open("ccnews.warc.gz", "wb") as output:
        writer = WARCWriter(output, gzip=True, warc_version="1.0")
        writer.write_record(writer.create_warcinfo_record("CC-NEWS-20260301.warc.gz", {"software": "StormCrawler"}))
        data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann Lee"}, "datePublished": "2026-03-01"}</script>'
        page = PAGE.replace("</head>", data + "</head>")
        for status, url, body, extra in [
            ("200 OK", "https://example.org/mill", page, [("X-Crawler-content-encoding", "gzip")]),
            ("301 Moved Permanently", "https://example.org/old", "", [("Location", "/mill")]),
            ("404 Not Found", "https://example.org/gone", "<p>Not found, though we have looked for it everywhere.</p>", []),
            ("200 OK", "https://example.org/ticker.css", "p { color: red }", []),
        ]:
            kind = "text/css" if url.endswith("css") else "text/html; charset=utf-8"
            head = StatusAndHeaders(status, [("Content-Type", kind), *extra], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body.encode()), http_headers=head))


for make in (nexis, lexis, factiva, mails, crawl):
    make()
