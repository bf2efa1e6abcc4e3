"""A report as a spaCy `Doc`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dictum.errors import DictumError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from dictum.report import Report


_STANCE = "stance-"


def to_spacy(report: Report, nlp: Language) -> Doc:
    """Make a `Doc` of a report's text with its findings.

    `doc.ents` are the names; `doc.spans` has `mentions`, `quotes` (their contents), `sources`, `cues` and `targets`;
    sentences are the report's. `span._.dictum` is the record that a span comes from, `doc._.dictum` the report.
    Tokens are the tokeniser's, split where a span begins or ends within one, so that every span keeps its offsets.
    """
    from spacy.tokens import Doc, Span

    if report.get("offsets") != "unicode-scalar":
        raise DictumError(
            "D207", "spaCy counts characters: use a pipeline with `offsets: unicode-scalar`", id=report.id
        )
    if "text" not in report:
        raise DictumError("D206", "the report has no text", id=report.id)
    if not Doc.has_extension("dictum"):
        Doc.set_extension("dictum", default=None)
        Span.set_extension("dictum", getter=_record)
    doc = _tokens(report, nlp)
    doc._.dictum = report
    doc.spans["mentions"] = [_span(doc, part, part["type"], part["id"]) for part in report.mentions]
    for name, field in (("quotes", "spans"), ("sources", "source"), ("cues", "cue")):
        parts = ((part, quote) for quote in report.quotes for part in quote[field])
        doc.spans[name] = [_span(doc, part, quote["kind"], quote["id"]) for part, quote in parts]
    placed = (entry for entry in enumerate(report.stances) if "start" in entry[1]["target"])
    doc.spans["targets"] = [
        _span(doc, stance["target"], stance["label"], f"{_STANCE}{index}") for index, stance in placed
    ]
    names = [span for span in doc.spans["mentions"] if span._.dictum["form"] == "name"]
    from spacy.util import filter_spans

    doc.ents = filter_spans(names)
    return doc


def _tokens(report: Report, nlp: Language) -> Doc:
    from spacy.tokens import Doc

    text = report.text
    plain = nlp.make_doc(text)
    borders = {0, len(text)}
    for token in plain:
        borders |= {token.idx, token.idx + len(token)}
    for place in _places(report):
        borders |= {place["start"], place["end"]}
    starts = {sentence["start"] for sentence in report.sentences}
    words: list[str] = []
    spaces: list[bool] = []
    sentences: list[bool | int | None] = []
    for start, end in pairwise(sorted(borders)):
        word = text[start:end]
        if word == " " and spaces and not spaces[-1]:
            spaces[-1] = True
            continue
        words.append(word)
        spaces.append(False)
        sentences.append(start in starts)
    if not words:
        return Doc(nlp.vocab)
    sentences[0] = True
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=sentences if report.sentences else None)


def _places(report: Report) -> Iterable[dict[str, Any]]:
    yield from report.sentences
    yield from report.mentions
    for quote in report.quotes:
        for field in ("spans", "source", "cue"):
            yield from quote[field]
    for stance in report.stances:
        if "start" in stance["target"]:
            yield stance["target"]


def _span(doc: Doc, part: dict[str, Any], label: str, id: str) -> Span:
    span = doc.char_span(part["start"], part["end"], label=label, span_id=id, alignment_mode="expand")
    if span is None:
        raise DictumError("D207", f"no words at {part['start']}..{part['end']}")
    return span


def _record(span: Span) -> dict[str, Any] | None:
    """Find the record that a span comes from: spans of one place share what spaCy keeps of them, but not their ids."""
    report: Report | None = span.doc._.dictum
    if report is None or not span.id_:
        return None
    if span.id_.startswith(_STANCE):
        return report.stances[int(span.id_.removeprefix(_STANCE))]
    return next((record for record in (*report.mentions, *report.quotes) if record["id"] == span.id_), None)
