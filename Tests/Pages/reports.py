"""Reports made up for the tests of pages."""

HOSTILE = "\"><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202e\u200b\x1b[2J"


def report(number, title, date):
    """A report by hand: two people, of whom one backs and one blames the other or a harbour."""
    text = (
        f"Minister Ann Lee said: “The harbour in Oslo must be built, and Bo Ek is wrong about number {number}.”\n\n"
        f"“She has wasted our money,” Bo Ek said. He added that the plan {HOSTILE} was a mistake.\n\n"
        "A spokesman may have praised the weather."
    )

    def span(words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return {"start": start, "end": start + len(words), "text": words}

    def mention(id, words, entity, form="name", nth=0, type="person"):
        return {"id": id, **span(words, nth), "type": type, "form": form, "entity": entity, "confidence": 0.9}

    def quote(id, kind, words, cue, source, speakers, sentence, certainty="sure"):
        return {
            "id": id, "kind": kind, "spans": [span(words)], "cue": [span(cue)], "source": [span(source)],
            "speakers": speakers, "sentences": [sentence], "confidence": 0.91, "certainty": certainty, "by": "test",
        }

    def stance(of, holder, words, entity, label, confidence=0.8):
        return {"of": of, "holders": [holder], "target": {**span(words), "entity": entity}, "label": label,
                "confidence": confidence}

    paragraphs = [0] + [i + 2 for i in range(len(text)) if text.startswith("\n\n", i)] + [len(text) + 2]
    return {
        "report": 1, "id": f"a{number}", "source": f"a{number}.txt", "title": title, "date": date, "url": None,
        "language": "en", "pipeline": {"name": "test", "hash": "0"}, "models": [], "offsets": "unicode-scalar",
        "text": text,
        "sentences": [
            {"id": f"s{i}", "start": a, "end": b - 2, "paragraph": i}
            for i, (a, b) in enumerate(zip(paragraphs, paragraphs[1:]))
        ],
        "mentions": [
            mention("m0", "Minister Ann Lee", "e0"), mention("m1", "Oslo", "e2", type="location"),
            mention("m2", "Bo Ek", "e1"), mention("m3", "She", "e0", "pronoun"), mention("m4", "Bo Ek", "e1", nth=1),
            mention("m5", "He", "e1", "pronoun"),
        ],
        "entities": [
            {"id": "e0", "type": "person", "name": "Ann Lee", "aliases": ["Minister Ann Lee"], "mentions": ["m0", "m3"]},
            {"id": "e1", "type": "person", "name": "Bo Ek", "aliases": [], "mentions": ["m2", "m4", "m5"]},
            {"id": "e2", "type": "location", "name": "Oslo", "aliases": [], "mentions": ["m1"]},
        ],
        "quotes": [
            quote("q0", "direct", f"The harbour in Oslo must be built, and Bo Ek is wrong about number {number}.", "said",
                  "Minister Ann Lee", ["e0"], "s0"),
            quote("q1", "direct", "She has wasted our money,", "said", "Bo Ek", ["e1"], "s1"),
            quote("q2", "indirect", f"the plan {HOSTILE} was a mistake", "added", "He", ["e1"], "s1"),
        ],
        "sentiments": [{"of": "document", "label": "negative", "score": -0.4}],
        "stances": [
            stance("q0", "e0", "harbour", None, "favor"), stance("q0", "e0", "Bo Ek", "e1", "against"),
            stance("q1", "e1", "She", "e0", "against"), stance("q2", "e1", "plan", None, "against", 0.3),
        ],
        "diagnostics": [],
    }
