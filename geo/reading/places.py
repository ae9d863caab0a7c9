"""Read the places of texts alone, without their journeys: find every mention, choose its place, and give both as plain records."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.model import Article, Mention
from geo.reading.recognition.mentions import MentionFinder
from geo.reading.resolution.resolve import Resolver
from geo.reading.resolution.vicinity import NAMED_PLACES, VicinityModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer import Gazetteer, Place
    from geo.model import Resolution, Vicinity

__all__ = ["NAMED_PLACES", "PlaceReader", "places_geojson", "resolution_record"]

#: About a metre, as RFC 7946 advises.
_DECIMALS = 5
#: Kinds of mention that say that something is, or was written, at a place; the others are kept out of a map.
_LITERAL = ("place", "dateline")


class PlaceReader:
    """Reads the places of one text after another, and keeps what it looked up.

    Parameters
    ----------
    gaz
        The gazetteer.
    home
        Where the texts are told, such as the paper's town.
    """

    def __init__(self, gaz: Gazetteer, *, home: Place | None = None) -> None:
        self._finder = MentionFinder(gaz)
        self._resolver = Resolver(gaz, home=home)
        self._vicinity = VicinityModel.bundled()

    def read(self, article: Article) -> list[Resolution]:
        """Find the mentions of an article and choose their places, in the order of the text."""
        return self._resolver.resolve([(article, self._finder.find(article))])[0]

    def read_closely(self, article: Article) -> list[Resolution]:
        """Read an article for a person: as `read` does, and of names that are in no gazetteer, about where they lie."""
        return self._vicinity.locate(self.read(article))

    def choose(self, article: Article, spans: Iterable[tuple[int, int]]) -> list[Resolution]:
        """Choose the places of stretches (start, end) of an article's text that are known to name places.

        Raises
        ------
        InputError
            If one does not lie in the text.
        """
        ordered = list(spans)
        for start, end in ordered:
            if not 0 <= start < end <= len(article.text):
                raise InputError(f"The mention {start}-{end} lies outside the text, which has {len(article.text)} characters.")
        mentions = [Mention(article.quote(start, end)) for start, end in ordered]
        return self._vicinity.locate(self._resolver.resolve([(article, mentions)])[0])

    def annotate(self, lines: Iterable[str], *, given: bool = False, first: int = 1) -> Iterator[str]:
        """Add the places to a corpus, line by line.

        Parameters
        ----------
        lines
            JSON objects with ``doc_id`` and ``text``; what else they hold is passed on.
        given
            Only choose the places of the ``mentions`` that are there, of which nothing but ``start`` and ``end`` is read. Those are known to
            be places, so each that is in no gazetteer gets the point that it is thought to be near, and ``approximate`` is true. Of what is
            found in an archive too much is no place, so there it is not asked.
        first
            The number of the first line in its file.

        Yields
        ------
        str
            The same objects with ``mentions`` as `resolution_record` gives them. Names that were found but are no places (adjectives,
            parts of other names, fiction) are apart, in ``others``, unless the mentions are given.

        Raises
        ------
        InputError
            If a line is no such object; the message names it.
        """
        for number, line in enumerate(lines, first):
            if line.strip():
                yield self._annotate(line, number, given=given)

    def _annotate(self, line: str, number: int, *, given: bool) -> str:
        try:
            item = json.loads(line)
            name, text = item["doc_id"], item["text"]
            spans = [(_offset(m["start"]), _offset(m["end"])) for m in item["mentions"]] if given else []
            sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            wanted = "'doc_id', 'text' and 'mentions' with 'start' and 'end'" if given else "'doc_id' and 'text'"
            raise InputError(f"Line {number} of the corpus is no JSON object with {wanted}; correct or remove it.") from error
        article = Article(sha256[:12], text, sha256, name=str(name))
        try:
            found = self.choose(article, spans) if given else self.read(article)
        except InputError as error:
            raise InputError(f"Line {number} of the corpus ({name}): {error}") from error
        places = [r for r in found if given or r.mention.kind in NAMED_PLACES]
        others = [r for r in found if not given and r.mention.kind not in NAMED_PLACES]
        records = {"mentions": [_approximate(resolution_record(r)) if given else resolution_record(r) for r in places]}
        return json.dumps(
            {**item, **records, **({} if given else {"others": [resolution_record(r) for r in others]})}, ensure_ascii=False
        )


def _offset(value: object) -> int:
    """Take a whole number as it is: a text, a truth value or a fraction is a fault of whoever wrote it, not an offset."""
    if type(value) is not int:
        raise TypeError(value)
    return value


def _approximate(record: dict[str, Any]) -> dict[str, Any]:
    """Give a record without a place the point of what it is thought to be near."""
    near = record.get("near")
    return {**record, **{key: near[key] for key in ("lat", "lon", "confidence")}, "approximate": True} if near else record


def _near(vicinity: Vicinity) -> dict[str, Any]:
    other = vicinity.place
    return {
        "id": other.id,
        "place": other.name,
        "country": other.country,
        "lat": round(other.lat, _DECIMALS),
        "lon": round(other.lon, _DECIMALS),
        "confidence": vicinity.confidence,
    }


def resolution_record(found: Resolution, *, explain: bool = False) -> dict[str, Any]:
    """Give a resolution as plain values: start, end, name, kind, lat, lon, id, confidence, and who and where the place is.

    Parameters
    ----------
    found
        The mention and its place; ``lat``, ``lon`` and ``id`` are None without one. What it is then thought to be near is a record of its own,
        ``near``.
    explain
        Also the reasons, and the others that were weighed with the chance of each.
    """
    quote, place = found.mention.quote, found.place
    record: dict[str, Any] = {
        "start": quote.start,
        "end": quote.end,
        "name": quote.text,
        "kind": found.mention.kind,
        "lat": round(place.lat, _DECIMALS) if place else None,
        "lon": round(place.lon, _DECIMALS) if place else None,
        "id": place.id if place else None,
        "confidence": found.confidence,
    }
    if place:
        record |= {"place": place.name, "country": place.country, "feature_code": place.kind.code}
    if found.vicinity:
        record["near"] = _near(found.vicinity)
    if explain:
        record["reasons"] = list(found.reasons)
        record["candidates"] = [
            {"id": c.place.id, "place": c.place.name, "country": c.place.country, "chance": chance}
            for c, chance in zip(found.candidates, found.chances, strict=True)
        ]
    return record


def places_geojson(texts: Iterable[tuple[Article, Sequence[Resolution]]], *, explain: bool = False) -> dict[str, Any]:
    """Give the places of texts as an RFC 7946 FeatureCollection: one Point for each mention of a place that was located.

    A place that speaks, is a part of another name or is a people is not on the map; nor is one that was not located.
    """
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {
                    "type": "Point",
                    "coordinates": [round(found.place.lon, _DECIMALS), round(found.place.lat, _DECIMALS)],
                },
                "properties": {
                    "article": article.name or article.id,
                    "place_type": "area" if found.place.is_area else "point",
                    **{k: v for k, v in resolution_record(found, explain=explain).items() if k not in ("lat", "lon")},
                },
            }
            for article, resolutions in texts
            for found in resolutions
            if found.place is not None and found.mention.kind in _LITERAL
        ],
    }
