"""Counts keywords: a stage for Dictum's exec. Each line in is a document, each line out its layers."""
import collections, json, re, sys

STOP_WORDS = set("the a an and or but of to in on at for with from by is are was were be been that this it its".split())

for line in sys.stdin:
    words = re.findall(r"\w+", json.loads(line)["text"].lower())
    counts = collections.Counter(word for word in words if len(word) > 3 and word not in STOP_WORDS)
    keywords = [{"label": word, "value": count} for word, count in counts.most_common(5)]
    print(json.dumps({"keywords": keywords}), flush=True)
