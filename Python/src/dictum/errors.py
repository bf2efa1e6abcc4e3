"""What goes wrong, with Dictum's codes."""

from __future__ import annotations

import re

_CODED = re.compile(r"(?:error|warning) \[(?P<code>[A-Z]+\d+)\]: (?P<message>.*)")


class DictumError(Exception):
    """An error with the code that `dictum explain` knows.

    `id` is the article's and `stage` the stage's that failed, where there is one.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        id: str | None = None,
        stage: str | None = None,
    ) -> None:
        self.code = code
        self.message = message
        self.id = id
        self.stage = stage
        place = f"{id}: " if id else ""
        super().__init__(f"[{code}] {place}{message}")

    @classmethod
    def from_output(cls, text: str, status: int) -> DictumError:
        """Make an error of what the program wrote to its standard error before it ended."""
        if found := _CODED.search(text):
            return cls(found["code"], text.strip())
        return cls("D600", text.strip() or f"dictum ended with status {status}")
