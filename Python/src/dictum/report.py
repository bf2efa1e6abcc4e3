"""A report, as an object with the report's own names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from dictum.page import page

Record = dict[str, Any]


class Report(Mapping[str, Any]):
    """What Dictum found in one article: the report's JSON object, with its layers as attributes.

    An absent layer means that its stage did not run; its attribute is then an empty list.
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = dict(content)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """Read a report."""
        return cls(json.loads(text))

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401
        return self._content[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def __len__(self) -> int:
        return len(self._content)

    def __repr__(self) -> str:
        return f"<Report {self.id!r}: {len(self.quotes)} quotes, {len(self.entities)} entities>"

    def _repr_html_(self) -> str:
        return page(self._content)

    @property
    def id(self) -> str:
        """The article's id."""
        return str(self._content["id"])

    @property
    def text(self) -> str:
        """The text that offsets count in; empty when the pipeline leaves it out."""
        return str(self._content.get("text", ""))

    def _known(self, name: str) -> str | None:
        return cast("str | None", self._content.get(name))

    @property
    def title(self) -> str | None:
        """The article's title, if known."""
        return self._known("title")

    @property
    def date(self) -> str | None:
        """When the article was published, as its source says."""
        return self._known("date")

    @property
    def url(self) -> str | None:
        """The article's canonical address."""
        return self._known("url")

    @property
    def language(self) -> str | None:
        """The article's language, a BCP 47 tag."""
        return self._known("language")

    @property
    def author(self) -> str | None:
        """Who wrote the article, as its source says."""
        return self._known("author")

    @property
    def site(self) -> str | None:
        """The site, paper or agency that published the article."""
        return self._known("site")

    def _layer(self, name: str) -> list[Record]:
        return cast("list[Record]", self._content.get(name, []))

    @property
    def sentences(self) -> list[Record]:
        """Sentences in text order."""
        return self._layer("sentences")

    @property
    def mentions(self) -> list[Record]:
        """Places that refer to an entity, in text order."""
        return self._layer("mentions")

    @property
    def entities(self) -> list[Record]:
        """People, bodies, places and things, by first mention."""
        return self._layer("entities")

    @property
    def quotes(self) -> list[Record]:
        """Attributed statements in text order."""
        return self._layer("quotes")

    @property
    def stances(self) -> list[Record]:
        """How holders stand on targets."""
        return self._layer("stances")

    @property
    def sentiments(self) -> list[Record]:
        """Sentiment of statements, sentences and the document."""
        return self._layer("sentiments")

    def entity(self, id: str) -> Record | None:
        """Find the entity with an id."""
        return next((entity for entity in self.entities if entity["id"] == id), None)

    def speakers(self, quote: Record) -> list[str]:
        """Name those who speak in a quote; the words of its source where nobody is known."""
        names = [entity["name"] for id in quote["speakers"] if (entity := self.entity(id))]
        return names or [" ".join(part["text"] for part in quote["source"])] if quote["source"] or names else []

    def to_json(self) -> str:
        """Write the report as one line of JSON."""
        return json.dumps(self._content, ensure_ascii=False, separators=(",", ":"))
