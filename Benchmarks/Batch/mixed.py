"""Makes articles in several formats out of sentences of its own: mixed.py OUT COUNT. The same count gives the same bytes."""

import csv
import gzip
import io
import json
import random
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

GIVEN = "Ann Bob Carla Dev Elena Farid Greta Hugo Ines Jonas Kofi Lena Mona Nils Olga Paul".split()
FAMILY = "Lee Roe Berg Costa Dorn Ekman Fuchs Gupta Haas Ito Jung Kane Lund Mora Nagy Obi".split()
BODIES = "Google|the World Bank|the Ministry of Health|Oxfam|Siemens|the city council|the Labour Party|Reuters".split("|")
PLACES = "Oslo Ghent Porto Lyon Accra Quito Turin Malmo".split()
THINGS = "the new tax|the treaty|the dam|higher wages|the ban on coal|the budget|open borders|the strike".split("|")
VERBS = "said told warned added insisted".split()
FRAMES = [
    "“{Thing} is {judged},” {verb} {name}, {role} of {body}.",
    "{name} {sided} {thing} in {place} on {day}.",
    "According to {name}, {thing} will cost {number} million euros.",
    "{Body} said that {thing} was {judged} and that {place} would {act}.",
    "{family} told reporters in {place} that “{thing} must {act}”.",
    "The vote in {place} was {number} to {less}; {body} had asked for more time.",
    "“We will not {act},” the spokesman added, “and {thing} is why.”",
    "Nobody in {place} was hurt, but {number} people had to leave their homes.",
]


def sentence(rng):
    name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    body, thing = rng.choice(BODIES), rng.choice(THINGS)
    words = {
        "name": name, "family": name.split()[1], "body": body, "Body": body[0].upper() + body[1:], "thing": thing,
        "Thing": thing[0].upper() + thing[1:], "place": rng.choice(PLACES), "verb": rng.choice(VERBS),
        "role": rng.choice(["head", "spokeswoman", "chief economist"]), "number": rng.randint(20, 900),
        "less": rng.randint(1, 19), "day": rng.choice(["Monday", "Friday"]), "act": rng.choice(["pay", "stay", "wait"]),
        "judged": rng.choice(["a disaster", "good for all", "long overdue", "not fair"]),
        "sided": rng.choice(["criticised", "welcomed", "backed", "rejected"]),
    }
    return rng.choice(FRAMES).format(**words)


def paragraphs(rng):
    return [" ".join(sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(3, 12))]


def page(text):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    head = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>News</title></head>"
    return f"{head}<body><nav><a href=/>Home</a></nav><article><h1>News</h1>{body}</article></body></html>"


def word(text):
    body = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in text)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped({"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'})


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0)), content)
    return file.getvalue()


def mail(text):
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@example.org", "News"
    message.set_content("\n\n".join(text))
    return message.as_bytes()


def rich(text):
    escaped = ["".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in paragraph) for paragraph in text]
    return r"{\rtf1\ansi " + r"\par ".join(escaped) + "}"


def lines(texts):
    return "".join(json.dumps({"text": "\n\n".join(text)}, ensure_ascii=False) + "\n" for text in texts)


def table(texts):
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["title", "text"])
    writer.writerows([["News", "\n\n".join(text)] for text in texts])
    return file.getvalue()


# Ending, how many articles a file holds, and what makes it.
KINDS = [
    ("txt", 1, lambda texts: "\n\n".join(texts[0])), ("html", 1, lambda texts: page(texts[0])),
    ("md", 1, lambda texts: "# News\n\n" + "\n\n".join(texts[0])), ("docx", 1, lambda texts: word(texts[0])),
    ("json", 1, lambda texts: json.dumps({"title": "News", "text": "\n\n".join(texts[0])})),
    ("eml", 1, lambda texts: mail(texts[0])), ("rtf", 1, lambda texts: rich(texts[0])),
    ("jsonl", 10, lines), ("jsonl.gz", 10, lambda texts: gzip.compress(lines(texts).encode(), mtime=0)), ("csv", 10, table),
    ("zip", 5, lambda texts: zipped({f"{number}.html": page(text) for number, text in enumerate(texts)})),
]


def make(out, count, seed=7):
    """Writes files that hold `count` articles altogether."""
    rng, made, number = random.Random(seed), 0, 0
    while made < count:
        ending, held, write = KINDS[number % len(KINDS)] if count - made >= 10 else KINDS[0]
        content = write([paragraphs(rng) for _ in range(held)])
        folder = Path(out) / f"{number % 20:02d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"a{number:04d}.{ending}").write_bytes(content if isinstance(content, bytes) else content.encode())
        made, number = made + held, number + 1


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]))
