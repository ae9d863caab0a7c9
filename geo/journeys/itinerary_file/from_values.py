"""The small values of the itinerary file, read back: a place, a time, a quote, a source, an article."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from gazetteer.model import BBox, Kind, Place
from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.model import Article, Mention, Quote, Resolution, Source, Traveller, When

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from geo.journeys.itinerary_file.schema import Faults, Record

__all__ = ["ValueReader", "attribution_of"]

#: The words of a date that a person wrote: there are none.
_NO_WORDS = Quote("", 0, 0, "")


class ValueReader:
    """Reads values that the schema has passed, and notes in ``faults`` what the schema can't see."""

    def __init__(self, articles: AbstractSet[str], faults: Faults) -> None:
        self.articles = articles
        self.faults = faults

    def resolution(self, record: Record) -> Resolution:
        """Read a mention and the place that it was taken for."""
        passage = self.quote(record["passage"]) if "passage" in record else None
        return Resolution(
            mention=Mention(self.quote(record), record.get("kind", "place"), passage),
            place=self.place(record["place"]) if "place" in record else None,
            confidence=record.get("confidence", 0.0),
            reasons=tuple(record.get("reasons", [])),
        )

    def traveller(self, record: Record) -> Traveller:
        """Read a traveller."""
        return Traveller(
            record["name"], record.get("kind", "person"), tuple(record.get("aliases", [])), tuple(record.get("described", []))
        )

    def article(self, record: Record) -> Article:
        """Read what is known of an article; its text is not in the file."""
        published = date.fromisoformat(record["published"]) if "published" in record else None
        return Article(
            id=record["id"],
            text="",
            sha256=record["sha256"],
            name=record.get("name", ""),
            title=record.get("title", ""),
            publisher=record.get("publisher", ""),
            url=record.get("url", ""),
            lang=record.get("lang", ""),
            published=published,
            published_basis=record.get("published_basis", "editor" if published else "unknown"),
        )

    def place(self, record: Record) -> Place:
        """Read a place; one that a person added needs only a name and a position."""
        kind, _, code = record.get("kind", "P.PPL").partition(".")
        return Place(
            id=record.get("id", f"desk:{record['lat']:.5f},{record['lon']:.5f}"),
            name=record["name"],
            kind=Kind(kind, code),
            lat=record["lat"],
            lon=record["lon"],
            country=record.get("country", ""),
            admin1=record.get("admin1", ""),
            admin2=record.get("admin2", ""),
            population=record.get("population", 0),
            bbox=BBox(*record["bbox"]) if "bbox" in record else None,
            members=tuple(record.get("members", [])),
        )

    def times(self, record: Record, field: str) -> tuple[When, ...]:
        """Read a date, a time, or a list of either."""
        given = record.get(field, [])
        times = [self.time(item, record) for item in (given if isinstance(given, list) else [given])]
        return tuple(time for time in times if time)

    def time(self, given: Any, owner: Record) -> When | None:
        """Read one date or time; None and a fault if it is no date."""
        bare = isinstance(given, str)
        text, fields = (given, {}) if bare else (given["date"], given)
        try:
            days = parse_edtf(text)
        except ValueError as error:
            self.faults.add(owner.line if bare else given.line, f"'{text}' is no date: {error}")
            return None
        part = fields.get("part", "")
        return When(
            start=days.start,
            end=days.end,
            precision=fields.get("precision", "part" if part else days.precision),
            words=self.quote(fields["words"]) if "words" in fields else _NO_WORDS,
            basis=fields.get("basis", "stated"),
            part=part,
            yearless=days.yearless,
        )

    def cue(self, record: Record) -> Quote | None:
        """Read the cue, where there is one."""
        return self.quote(record["cue"]) if "cue" in record else None

    def quote(self, record: Record) -> Quote:
        """Read a passage; a fault if its words were altered or its article is not in the file."""
        article, _, span = record["at"].rpartition(":")
        start, end = (int(offset) for offset in span.split("-"))
        if article not in self.articles:
            self.faults.add(record.line, f"'{article}' is the id of no article of this file")
        if len(record["text"]) != end - start:
            self.faults.add(
                record.line, f"the words at {span} are {end - start} characters long; a passage is never altered, put it back"
            )
        return Quote(article, start, end, record["text"])


def attribution_of(record: Record) -> tuple[Source, ...]:
    """Read an attribution chain; a link that a person added without a kind is a named source."""
    return tuple(Source(link["name"], link.get("kind", "named")) for link in record.get("attribution", []))
