"""From arc scores to trees: the maximum spanning tree with one root (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np


def tree_heads(scores: np.ndarray) -> list[int]:
    """The head of each token, from 1; 0 is the root. `scores` `[tokens, 1 + tokens]`, minus infinity on a token itself."""
    count = len(scores)
    if count == 1:
        return [0]
    full = np.full((count + 1, count + 1), -1e9)
    full[1:] = np.maximum(scores, -1e9)
    best, heads = -np.inf, []
    greedy = full[1:].argmax(1)
    # One root: the likeliest roots are tried in turn, as a second one would change the tree.
    for root in np.argsort(-full[1:, 0])[:3] + 1:
        single = full.copy()
        single[1:, 0] = -1e9
        single[root] = -1e9
        single[root, 0] = full[root, 0]
        found = spanning(single)
        value = sum(full[i, found[i]] for i in range(1, count + 1))
        if value > best:
            best, heads = value, found[1:].tolist()
    return heads if heads else greedy.tolist()


def spanning(scores: np.ndarray) -> np.ndarray:
    """Heads of all nodes, node 0 being the root; `scores` `[dependent, head]`."""
    scores = scores.copy()
    np.fill_diagonal(scores, -1e18)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    nodes = np.array(cycle)
    gain = scores[nodes] - scores[nodes, heads[nodes]][:, None]
    small = np.full((len(rest) + 1, len(rest) + 1), -1e18)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    into = gain[:, rest]
    small[-1, :-1] = into.max(0)
    out_of = scores[np.ix_(rest, nodes)]
    small[:-1, -1] = out_of.max(1)
    found = spanning(small)
    result = heads.copy()
    for i, node in enumerate(rest):
        if node:
            result[node] = nodes[out_of[i].argmax()] if found[i] == len(rest) else rest[found[i]]
    entry = found[-1]
    broken = into[:, entry].argmax()
    result[nodes[broken]] = rest[entry]
    return result


def find_cycle(heads: np.ndarray) -> list[int]:
    """The nodes of one cycle, or nothing."""
    state = np.zeros(len(heads), int)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return []
