import json
from pathlib import Path

import pytest
from conftest import TEXTS, report

import dictum


def test_spacy_spans_keep_their_offsets() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    for name in TEXTS:
        made = dictum.Report(report(name, ""))
        doc = dictum.to_spacy(made, nlp)
        assert doc.text == made.text
        for key, records in (("mentions", made.mentions), ("quotes", [q["spans"][0] for q in made.quotes])):
            places = [(span.start_char, span.end_char, span.text) for span in doc.spans[key]]
            assert places == [(part["start"], part["end"], part["text"]) for part in records]
        assert [span.text for span in doc.ents] == [mention["text"] for mention in made.mentions]
        assert doc.spans["quotes"][0]._.dictum is made.quotes[0]


def test_spacy_needs_offsets_in_characters() -> None:
    spacy = pytest.importorskip("spacy")
    wrong = dictum.Report({**report("a", ""), "offsets": "utf-8"})
    with pytest.raises(dictum.DictumError, match="D207"):
        dictum.to_spacy(wrong, spacy.blank("en"))


def test_conllu_is_read_back(export: Path) -> None:
    conllu = pytest.importorskip("conllu")
    sentences = conllu.parse((export / "corpus.conllu").read_text(encoding="utf-8"))
    assert [s.metadata["newdoc id"] for s in sentences] == sorted(TEXTS)
    for sentence, name in zip(sentences, sorted(TEXTS), strict=True):
        tokens = report(name, "")["tokens"]
        assert isinstance(tokens, list)
        assert [t["form"] for t in sentence] == [TEXTS[name][t["start"] : t["end"]] for t in tokens]
    first = sentences[0]
    assert [t["form"] for t in first if "q0.cue" in (t["misc"] or {}).get("Statement", "")] == ["said"]


def test_entities_are_read_back_as_coreference(export: Path) -> None:
    pytest.importorskip("udapi")
    from udapi.core.document import Document

    document = Document(str(export / "corpus.conllu"))
    found = {frozenset(" ".join(w.form for w in m.words) for m in e.mentions) for e in document.coref_entities}
    assert frozenset({"Ann Lee", "Lee"}) in found
    assert frozenset({"Bob Reed", "Reed"}) in found
    assert {e.etype for e in document.coref_entities} == {"person"}


def test_brat_is_read_back(export: Path) -> None:
    pytest.importorskip("bratly.io")
    from bratly import EntityAnnotation  # type: ignore[attr-defined]
    from bratly.io import parse_ann_file  # type: ignore[attr-defined]

    for name, text in TEXTS.items():
        plain = (export / "brat" / f"{name}.txt").read_text(encoding="utf-8")
        assert plain == text.replace("\r", " ")
        path = export / "brat" / f"{name}.ann"
        document = parse_ann_file(path.read_text(encoding="utf-8"), str(path))
        entities = [a for a in document.annotations if isinstance(a, EntityAnnotation)]
        wanted = json.loads(json.dumps(report(name, "")))
        assert {(e.fragments[0].start, e.fragments[0].end, e.content) for e in entities if e.label == "person"} == {
            (m["start"], m["end"], m["text"]) for m in wanted["mentions"]
        }
