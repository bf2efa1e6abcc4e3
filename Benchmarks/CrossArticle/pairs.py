"""Draws pairs of entities of two articles that an export has joined: pairs.py CORPUS.db [COUNT] [SEED].

Every corpus entity of two or more articles has the same chance, then any two of its articles: pairs drawn from all pairs would
be of the few most frequent names alone. Prints tab-separated lines for a judge: the entity, both articles and the names in each.
"""

import random
import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 22)


def names(article: int, entity: str) -> str:
    aliases = connection.execute("SELECT alias FROM aliases WHERE article = ? AND entity = ? ORDER BY alias", (article, entity))
    name = connection.execute("SELECT name FROM entities WHERE article = ? AND entity = ?", (article, entity)).fetchone()[0]
    return " / ".join([name, *(alias for (alias,) in aliases)])


entities = [
    row[0]
    for row in connection.execute(
        "SELECT corpus_entity FROM entities WHERE corpus_entity IS NOT NULL GROUP BY 1 HAVING count(DISTINCT article) > 1 ORDER BY 1"
    )
]
print("entity\tcertainty\tfirst article\tits names\tsecond article\tits names\tsame")
for entity in rng.sample(entities, min(count, len(entities))):
    rows = connection.execute(
        "SELECT article, entity, id, certainty FROM entities JOIN articles USING(article) WHERE corpus_entity = ? ORDER BY id, entity",
        (entity,),
    ).fetchall()
    first = rng.choice(rows)
    second = rng.choice([row for row in rows if row[0] != first[0]])
    certainty = min(first[3], second[3])
    print(entity, f"{certainty:.2f}", first[2], names(*first[:2]), second[2], names(*second[:2]), "", sep="\t")
