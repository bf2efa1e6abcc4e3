import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

if "DICTUM" not in os.environ:
    built = ROOT / ".build/debug/dictum"
    if built.exists():
        os.environ["DICTUM"] = str(built)
os.environ.setdefault("DICTUM_PIPELINES", str(ROOT / "Pipelines"))

# Emoji, CRLF, combining marks, and quotes around them.
ODD = "\u201cWe won \U0001f389\U0001f3fd,\u201d Ann Lee said.\r\n\r\nJose\u0301 Ruiz said: \u201cNo.\u201d\r\n"

TEXTS = {
    "a": "\u201cThe tax is unfair,\u201d Ann Lee said. Lee blamed Bob Reed for the plan.",
    "b": "Bob Reed said the harbour would open. \u201cAnn Lee has failed,\u201d Reed added.",
    "c": "\u201cThe tax must go,\u201d said Ann Lee, who praised the harbour.",
    "odd": ODD,
}


def layer(text: str, mentions: list[tuple[str, str]], quotes: list[tuple[str, str, str, str]]) -> dict[str, object]:
    """Build a report whose mentions are (words, entity) and whose quotes are (content, source, cue, entity)."""
    entities = list(dict.fromkeys(entity for _, entity in mentions))
    found = []
    at = 0
    for words, entity in mentions:
        at = text.index(words, at)
        found.append((at, words, entity))
        at += len(words)

    def part(words: str) -> list[dict[str, object]]:
        start = text.index(words)
        return [{"start": start, "end": start + len(words), "text": words}]

    return {
        "mentions": [
            {
                "id": f"m{i}",
                "start": start,
                "end": start + len(words),
                "text": words,
                "type": "person",
                "form": "name",
                "entity": f"e{entities.index(entity)}",
                "confidence": 0.9,
            }
            for i, (start, words, entity) in enumerate(found)
        ],
        "entities": [
            {
                "id": f"e{i}",
                "type": "person",
                "name": name,
                "aliases": [],
                "mentions": [f"m{k}" for k, (_, _, entity) in enumerate(found) if entity == name],
            }
            for i, name in enumerate(entities)
        ],
        "quotes": [
            {
                "id": f"q{i}",
                "kind": "direct",
                "spans": part(content),
                "cue": part(cue),
                "source": part(source),
                "speakers": [f"e{entities.index(entity)}"],
                "sentences": [],
                "confidence": 0.9,
                "by": "test",
            }
            for i, (content, source, cue, entity) in enumerate(quotes)
        ],
    }


LAYERS = {
    "a": layer(
        TEXTS["a"],
        [("Ann Lee", "Ann Lee"), ("Lee", "Ann Lee"), ("Bob Reed", "Bob Reed")],
        [("The tax is unfair,", "Ann Lee", "said", "Ann Lee")],
    ),
    "b": layer(
        TEXTS["b"],
        [("Bob Reed", "Bob Reed"), ("Ann Lee", "Ann Lee"), ("Reed", "Bob Reed")],
        [("Ann Lee has failed,", "Reed added", "added", "Bob Reed")],
    ),
    "c": layer(TEXTS["c"], [("Ann Lee", "Ann Lee")], [("The tax must go,", "Ann Lee", "said", "Ann Lee")]),
    "odd": layer(
        TEXTS["odd"],
        [("Ann Lee", "Ann Lee"), ("Jose\u0301 Ruiz", "Jose\u0301 Ruiz")],
        [
            ("We won \U0001f389\U0001f3fd,", "Ann Lee", "said", "Ann Lee"),
            ("No.", "Jose\u0301 Ruiz", "said", "Jose\u0301 Ruiz"),
        ],
    ),
}

STANCES: dict[str, list[tuple[str, str, str | None, str, str]]] = {
    "a": [("q0", "e0", "e1", "Bob Reed", "against")],
    "b": [("q0", "e0", "e1", "Ann Lee", "against")],
    "c": [("q0", "e0", None, "the tax", "against")],
    "odd": [],
}


def report(name: str, day: str) -> dict[str, object]:
    """Give the report of one of the test texts."""
    text = TEXTS[name]
    stances = [
        {
            "of": of,
            "holders": [holder],
            "target": {"text": target, "entity": entity},
            "label": label,
            "confidence": 0.8,
        }
        for of, holder, entity, target, label in STANCES[name]
    ]
    sentiments = [{"of": "q0", "label": "negative", "score": -0.5}]
    head = {
        "report": 1,
        "id": name,
        "source": name,
        "title": f"Title {name}",
        "date": day,
        "url": f"https://example.org/{name}",
        "language": "en",
        "author": "Bo Berg",
        "site": "The Courier",
        "pipeline": {"name": "test", "hash": "0"},
        "models": [],
        "offsets": "unicode-scalar",
        "text": text,
    }
    sentences = [{"id": "s0", "start": 0, "end": len(text.rstrip()), "paragraph": 0}]
    tokens = []
    start, begun = None, ""
    for index, character in enumerate(text + " "):
        kind = "space" if character.isspace() else "word" if character.isalnum() or character == "\u0301" else "mark"
        if start is not None and (kind != "word" or begun != "word"):
            tokens.append({"start": start, "end": index, "kind": "word" if begun == "word" else "punctuation"})
            start = None
        if start is None and kind != "space":
            start, begun = index, kind
    return {
        **head,
        "sentences": sentences,
        "tokens": tokens,
        **LAYERS[name],
        "sentiments": sentiments,
        "stances": stances,
        "diagnostics": [],
    }


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, day in (("a", "2024-01-03"), ("b", "2024-01-20T08:00:00Z"), ("c", "2024-02-01"), ("odd", "")):
        (folder / f"{name}.json").write_text(json.dumps(report(name, day), ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture
def export(reports: Path, tmp_path: Path) -> Path:
    out = tmp_path / "out"
    out.mkdir()
    subprocess.run(
        [
            os.environ["DICTUM"],
            "export",
            str(reports),
            "--sqlite",
            str(out / "corpus.db"),
            "--csv",
            str(out / "csv"),
            "--conll",
            str(out / "corpus.conllu"),
            "--brat",
            str(out / "brat"),
            "--quiet",
        ],
        check=True,
    )
    return out
