"""Reports of a small town's news, for the questions of Docs/queries.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

# Marks: [e0 Ann Lee] is a mention of the entity e0; {q0 e0|said|…} is a statement of e0, whose content follows its cue.
ARTICLES: list[tuple[str, str, list[tuple[str, str]], str, list[tuple[str, str, str, str, str]]]] = [
    # id, day, entities (type, name), text with mentions in brackets, positions (statement, holder, target, entity, label)
    (
        "harbour",
        "2024-01-03",
        [("person", "Ann Lee"), ("person", "Bob Reed"), ("organization", "Harbour Trust")],
        (
            "[0:Ann Lee] said |q0:0|that the plan of [1:Bob Reed] is unfair|. The [2:Harbour Trust] warned |q1:2|that the "
            "new tax would cost jobs|."
        ),
        [("q0", "0", "Bob Reed", "1", "against"), ("q1", "2", "the new tax", "", "against")],
    ),
    (
        "council",
        "2024-01-18",
        [("person", "Bob Reed"), ("person", "Ann Lee"), ("location", "Norland")],
        (
            "[0:Bob Reed] told |q0:0|that [1:Lee] had failed [2:Norland]|. Later [0:Reed] added |q1:0|that the new tax is "
            "right|."
        ),
        [("q0", "0", "Lee", "1", "against"), ("q1", "0", "the new tax", "", "favor")],
    ),
    (
        "market",
        "2024-02-02",
        [("person", "Ann B. Lee"), ("organization", "Harbour Trust"), ("person", "Cora Diaz")],
        "[0:Ann B. Lee] praised |q0:0|the work of the [1:Harbour Trust]|. [2:Cora Diaz] watched.",
        [("q0", "0", "Harbour Trust", "1", "favor")],
    ),
    (
        "school",
        "2024-02-20",
        [("person", "Cora Diaz"), ("person", "Ann Lee"), ("person", "Bob Reed")],
        (
            "[0:Cora Diaz] said |q0:0|that [1:Ann Lee] is right about the tax|. [2:Bob Reed] replied |q1:2|that nobody "
            "likes a tax|."
        ),
        [("q0", "0", "Ann Lee", "1", "favor")],
    ),
    (
        "vote",
        "2024-03-05",
        [("person", "Ann Lee"), ("person", "Bob Reed"), ("person", "Dan Holt")],
        "[0:Lee], that is [0:Ann Lee], said |q0:0|that [1:Bob Reed] should go|. [2:Dan Holt] stayed away.",
        [("q0", "0", "Bob Reed", "1", "against")],
    ),
]
CUES = ("said", "warned", "told", "added", "praised", "replied")
SENTIMENTS = {"against": ("negative", -0.6), "favor": ("positive", 0.7)}


def write(folder: Path) -> None:
    """Write a report an article."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in ARTICLES:
        report = _report(*article)
        (folder / f"{report['id']}.json").write_text(json.dumps(report), encoding="utf-8")


def _report(
    name: str,
    day: str,
    entities: list[tuple[str, str]],
    marked: str,
    positions: list[tuple[str, str, str, str, str]],
) -> dict[str, Any]:
    text = ""
    mentions: list[tuple[int, str, str]] = []
    contents: list[tuple[str, str, int, int]] = []
    parts = marked.split("|")
    statement = ""
    for index, part in enumerate(parts):
        # Bars: prose | id:speaker | content | prose …
        if index % 3 == 1:
            statement = part
            continue
        start = len(text)
        for number, piece in enumerate(part.replace("]", "[").split("[")):
            if number % 2 == 0:
                text += piece
                continue
            entity, words = piece.split(":")
            mentions.append((len(text), words, f"e{entity}"))
            text += words
        if index % 3 == 2:
            identifier, speaker = statement.split(":")
            contents.append((identifier, speaker, start, len(text)))
    quotes = []
    for identifier, speaker, start, end in contents:
        cue_at, cue = max((text.rindex(word, 0, start), word) for word in CUES if word in text[:start])
        source = max((at, words) for at, words, entity in mentions if entity == f"e{speaker}" and at < start)
        quotes.append(
            {
                "id": identifier,
                "kind": "indirect",
                "spans": [_part(start, text[start:end])],
                "cue": [_part(cue_at, cue)],
                "source": [_part(*source)],
                "speakers": [f"e{speaker}"],
                "sentences": ["s0" if start < text.index(".") else "s1"],
                "confidence": 0.9,
                "by": "test",
            }
        )
    border = text.index(". ") + 1 if ". " in text else len(text)
    return {
        "report": 1,
        "id": name,
        "source": f"{name}.txt",
        "title": name.capitalize(),
        "date": day,
        "url": None,
        "language": "en",
        "pipeline": {"name": "town", "hash": "0"},
        "models": [],
        "offsets": "unicode-scalar",
        "text": text,
        "sentences": [
            {"id": "s0", "start": 0, "end": border, "paragraph": 0},
            {"id": "s1", "start": border + 1, "end": len(text), "paragraph": 0},
        ],
        "mentions": [
            {**_part(at, words), "id": f"m{i}", "form": "name", "type": entities[int(entity[1:])][0], "entity": entity}
            | {"confidence": 0.9}
            for i, (at, words, entity) in enumerate(mentions)
        ],
        "entities": [
            {
                "id": f"e{i}",
                "type": kind,
                "name": full,
                "aliases": sorted({words for _, words, entity in mentions if entity == f"e{i}" and words != full}),
                "mentions": [f"m{k}" for k, (_, _, entity) in enumerate(mentions) if entity == f"e{i}"],
            }
            for i, (kind, full) in enumerate(entities)
        ],
        "quotes": quotes,
        "sentiments": [
            {"of": of, "label": SENTIMENTS[label][0], "score": SENTIMENTS[label][1]} for of, _, _, _, label in positions
        ],
        "stances": [
            {
                "of": of,
                "holders": [f"e{holder}"],
                "target": {"text": target, "entity": f"e{entity}" if entity else None},
                "label": label,
                "confidence": 0.8,
            }
            for of, holder, target, entity, label in positions
        ],
        "diagnostics": [],
    }


def _part(start: int, words: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(words), "text": words}
