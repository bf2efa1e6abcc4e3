"""Makes articles out of paragraphs drawn from dev corpora: resample.py CORPORA OUT COUNT [--shuffled].

The same seed gives the same articles; `--shuffled` makes the files in another order.
"""

import gzip
import json
import random
import sys
from pathlib import Path

corpora, out, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
paragraphs = []
for name in ("quotes/polnear", "ner/worldwide"):
    with gzip.open(corpora / f"{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            paragraphs += [p.strip() for p in json.loads(line)["text"].split("\n") if len(p.strip()) > 60]
rng = random.Random(11)
texts = ["\n\n".join(rng.sample(paragraphs, rng.randint(4, 14))) + "\n" for _ in range(count)]
order = list(range(count))
if "--shuffled" in sys.argv:
    random.Random(5).shuffle(order)
for index in order:
    folder = out / f"{index % 20:02d}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"a{index:05d}.txt").write_text(texts[index], encoding="utf-8")
