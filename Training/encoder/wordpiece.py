"""Uncased BERT tokenizer that knows where every word and piece lies in the original text.

Offsets are Unicode scalars (Python string indices), half-open. `Docs/model-format.md` is the contract.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MAX_WORD = 100
SHAPES = 16

Piece = tuple[int, int, int]  # id, start, end


@dataclass(slots=True)
class Word:
    """One basic-tokenizer word: its span, its shape class and its pieces."""

    start: int
    end: int
    shape: int
    pieces: list[Piece]


@lru_cache(maxsize=None)
def kind(char: str) -> str:
    """Character class: `space`, `drop`, `alone` (a word by itself) or `part` (of a word)."""
    category = unicodedata.category(char)
    if char in " \t\n\r" or category in ("Zs", "Zl", "Zp"):
        return "space"
    if char in "\0\ufffd" or category[0] == "C":
        return "drop"
    code = ord(char)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return "alone" if ascii_symbol or category[0] == "P" or is_ideograph(code) else "part"


def is_ideograph(code: int) -> bool:
    """The CJK blocks that BERT splits into single characters."""
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


@lru_cache(maxsize=None)
def fold(char: str) -> str:
    """Lower case, decomposed, without accents; empty for a combining mark."""
    return "".join(c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn")


@lru_cache(maxsize=1 << 18)
def word_shape(word: str) -> int:
    """The shape class (1-9) of a word as it stands in the original text."""
    categories = [unicodedata.category(c) for c in word]
    letters = [c for c in categories if c[0] == "L"]
    digits = any(c[0] == "N" for c in categories)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    upper = sum(c in ("Lu", "Lt") for c in letters)
    lower = letters.count("Ll")
    if upper == 0:
        return 1 if lower else 9
    if lower == 0:
        return 3 if len(letters) == 1 else 4
    return 2 if upper == 1 and letters[0] in ("Lu", "Lt") else 5


class WordPiece:
    """Greedy longest-match word pieces over a BERT vocabulary."""

    def __init__(self, vocabulary: list[str]) -> None:
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.pad, self.unknown = (self.ids[p] for p in (CLS, SEP, PAD, UNKNOWN))
        self.mask = self.ids["[MASK]"]
        self._cut = lru_cache(maxsize=1 << 18)(self._greedy)

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """Read `vocab.txt`: one piece a line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def _greedy(self, folded: str) -> tuple[tuple[int, int, int], ...]:
        if len(folded) > MAX_WORD:
            return ((self.unknown, 0, len(folded)),)
        out, start = [], 0
        while start < len(folded):
            prefix = "##" if start else ""
            for end in range(len(folded), start, -1):
                found = self.ids.get(prefix + folded[start:end])
                if found is not None:
                    out.append((found, start, end))
                    start = end
                    break
            else:
                return ((self.unknown, 0, len(folded)),)
        return tuple(out)

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of `text[start:end]`; words whose characters all fold away are left out."""
        end = len(text) if end is None else end
        out: list[Word] = []
        run: list[int] = []
        for i in range(start, end):
            k = kind(text[i])
            if k == "part":
                run.append(i)
            elif k != "drop":
                self._close(text, run, out)
                if k == "alone":
                    self._close(text, [i], out)
                run = []
        self._close(text, run, out)
        return out

    def _close(self, text: str, run: list[int], out: list[Word]) -> None:
        """Append the word made of the characters at `run`.

        A combining mark that folds away belongs to the piece of the character before it.
        """
        if not run:
            return
        folded, origin, last = [], [], []
        for i in run:
            chars = fold(text[i])
            if not chars and last:
                last[-1] = i + 1
            for c in chars:
                folded.append(c)
                origin.append(i)
                last.append(i + 1)
        if not folded:
            return
        cut = self._cut("".join(folded))
        pieces = [(piece, origin[s], last[e - 1]) for piece, s, e in cut]
        begin, finish = pieces[0][1], pieces[-1][2]
        out.append(Word(begin, finish, word_shape(text[begin:finish]), pieces))
