"""The plain values of an itinerary file as an itinerary: what a person left out is filled in, what they removed is left out."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any

from gazetteer.model import BBox, Kind, Place
from geo.journeys.edtf import parse_edtf
from geo.journeys.to_document import leg_fields
from geo.model import (
    Article,
    Claim,
    Conflict,
    ConflictValue,
    Itinerary,
    Journey,
    Leg,
    Meeting,
    Mention,
    PlaceRole,
    Quote,
    Resolution,
    Review,
    Source,
    Stop,
    Traveller,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.journeys.schema import Faults, Record

__all__ = ["from_document"]

#: What a stop or leg is taken for when the person who added it does not say: shown as a guess, never as a fact.
_UNSAID_STATUS = "possible"
_NO_WORDS = Quote("", 0, 0, "")


def from_document(document: Record, faults: Faults) -> Itinerary:
    """Build the itinerary of a document that its schema has passed.

    What does not fit together (a leg to no stop, a claim that is not there, a date that does not exist, a passage that was
    altered) is added to ``faults``; the result then is not to be used.
    """
    return _Reader(document, faults).itinerary()


def _alive(records: list[Record]) -> Iterator[Record]:
    return (record for record in records if not record.get("removed"))


class _Reader:
    def __init__(self, document: Record, faults: Faults) -> None:
        self._document = document
        self._faults = faults
        self._articles = {record["id"] for record in document.get("articles", [])}
        claims = document.get("claims", [])
        self._claims = {record["id"] for record in _alive(claims)}
        self._removed_claims = {record["id"] for record in claims} - self._claims
        self._ids: set[tuple[str, str]] = set()

    def itinerary(self) -> Itinerary:
        document, review = self._document, self._document.get("review", {})
        return Itinerary(
            articles=tuple(self._article(record) for record in document.get("articles", [])),
            travellers=tuple(self._traveller(record) for record in document.get("travellers", [])),
            claims=tuple(self._claim(record) for record in _alive(document.get("claims", []))),
            journeys=tuple(
                self._journey(record, number) for number, record in enumerate(_alive(document.get("journeys", [])), 1)
            ),
            conflicts=tuple(self._conflict(record) for record in _alive(document.get("conflicts", []))),
            mentions=tuple(self._resolution(record) for record in _alive(document.get("mentions", []))),
            unlocated=tuple(self._resolution(record) for record in _alive(document.get("unlocated", []))),
            review=Review(review.get("reviewed_by", ""), review.get("reviewed_at", "")),
        )

    def _identity(self, record: Record, scope: str, made_of: object = None) -> str:
        """Give the element's id, or make one from what a person wrote of a new element; refuse one that stands twice in its list."""
        made = f"desk:{hashlib.sha256(repr(made_of).encode()).hexdigest()[:8]}"
        identity = str(record.get("id", made))
        if (scope, identity) in self._ids and "id" not in record:
            return self._identity(record, scope, (made_of, identity))
        if (scope, identity) in self._ids:
            self._faults.add(record.line, f"the id '{identity}' stands twice; give a new element no id, it gets one")
        self._ids.add((scope, identity))
        return identity

    def _journey(self, record: Record, number: int) -> Journey:
        identity = self._identity(record, "journeys", (number, record["traveller"]))
        stops = self._stops(record)
        return Journey(
            id=identity,
            traveller=record["traveller"],
            title=record.get("title", ""),
            stops=stops,
            legs=tuple(self._legs(record, {stop.id for stop in stops})),
            meetings=tuple(self._meetings(record)),
            background=record.get("background", False),
        )

    def _stops(self, journey: Record) -> tuple[Stop, ...]:
        stops: list[Stop] = []
        for record in _alive(journey.get("stops", [])):
            place = self._place(record["place"])
            if not self._supported(record):
                continue
            stop = Stop(
                id=self._identity(record, "stops", place),
                number=len(stops) + 1,
                place=place,
                name_in_text=record.get("name_in_text", place.name),
                status=record.get("status", _UNSAID_STATUS),
                confidence=record.get("confidence", 1.0),
                claims=self._claim_ids(record),
                arrive=self._times(record, "arrive"),
                depart=self._times(record, "depart"),
                cue=self._cue(record),
                sources=self._sources_count(record),
                checked=record.get("checked", False),
            )
            stops.append(stop)
        return tuple(stops)

    def _legs(self, journey: Record, stops: set[str]) -> Iterator[Leg]:
        gone = {record.get("id") for record in journey.get("stops", [])} - stops
        for record in _alive(journey.get("legs", [])):
            if not self._supported(record):
                continue
            leg = Leg(
                id=self._identity(record, "legs", (record["from"], record["to"])),
                origin=record["from"],
                destination=record["to"],
                mode=record.get("mode", "unknown"),
                status=record.get("status", _UNSAID_STATUS),
                claims=self._claim_ids(record),
                when=self._times(record, "when"),
                cue=self._cue(record),
                via=tuple(self._place(place) for place in record.get("via", [])),
                sources=self._sources_count(record),
                checked=record.get("checked", False),
            )
            astray = [end for end in (leg.origin, leg.destination) if end not in stops]
            if not astray:
                yield leg
            elif not gone.intersection(astray) and leg_fields(leg, {})["read"] != record.get("read"):
                # The reader's own leg loses its end when a person deletes the stop's whole block: it goes with the stop.
                self._faults.add(record.line, f"the leg's end '{astray[0]}' is the id of no stop of this journey")

    def _meetings(self, journey: Record) -> Iterator[Meeting]:
        for record in _alive(journey.get("meetings", [])):
            if not self._supported(record):
                continue
            place = self._place(record["place"])
            yield Meeting(
                id=self._identity(record, "meetings", place),
                place=place,
                name_in_text=record.get("name_in_text", place.name),
                participants=tuple(record.get("participants", [])),
                status=record.get("status", _UNSAID_STATUS),
                claims=self._claim_ids(record),
                when=self._times(record, "when"),
                cue=self._cue(record),
                sources=self._sources_count(record),
                checked=record.get("checked", False),
            )

    def _supported(self, record: Record) -> bool:
        """Tell whether an element may stay: it has a claim left, or never had one because a person added it."""
        claims = record.get("claims", [])
        return not claims or any(claim not in self._removed_claims for claim in claims)

    def _claim_ids(self, record: Record) -> tuple[str, ...]:
        for claim in record.get("claims", []):
            if claim not in self._claims and claim not in self._removed_claims:
                self._faults.add(record.line, f"'{claim}' is the id of no claim; to take a claim out mark it 'removed: true'")
        return tuple(claim for claim in record.get("claims", []) if claim in self._claims)

    def _sources_count(self, record: Record) -> int:
        """Give the count of independent origins, which can't exceed the claims that are left."""
        read, claims = record.get("claims", []), self._claim_ids(record)
        count: int = record.get("sources", len(claims))
        return count if len(claims) == len(read) else min(count, len(claims))

    def _claim(self, record: Record) -> Claim:
        times = self._times(record, "when")
        return Claim(
            id=self._identity(record, "claims"),
            traveller=record["traveller"],
            act=record["act"],
            places=tuple(PlaceRole(role["role"], self._resolution(role)) for role in record.get("places", [])),
            quote=self._quote(record["quote"]),
            status=record["status"],
            cue=self._cue(record),
            when=times[0] if times else None,
            mode=record.get("mode", "unknown"),
            attribution=_attribution(record),
            companions=tuple(record.get("companions", [])),
            background=record.get("background", False),
        )

    def _conflict(self, record: Record) -> Conflict:
        values = tuple(
            ConflictValue(side["value"], side.get("date", ""), _attribution(side), self._quote(side["quote"]))
            for side in record["values"]
        )
        return Conflict(record["about"], record.get("journey", ""), values)

    def _resolution(self, record: Record) -> Resolution:
        passage = self._quote(record["passage"]) if "passage" in record else None
        return Resolution(
            mention=Mention(self._quote(record), record.get("kind", "place"), passage),
            place=self._place(record["place"]) if "place" in record else None,
            confidence=record.get("confidence", 0.0),
            reasons=tuple(record.get("reasons", [])),
        )

    def _traveller(self, record: Record) -> Traveller:
        return Traveller(record["name"], record.get("kind", "person"), tuple(record.get("aliases", [])))

    def _article(self, record: Record) -> Article:
        published = None
        try:
            published = date.fromisoformat(record["published"]) if "published" in record else None
        except ValueError:
            self._faults.add(record.line, f"there is no day {record['published']}")
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

    def _place(self, record: Record) -> Place:
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

    def _times(self, record: Record, field: str) -> tuple[When, ...]:
        """Read a date, a time, or a list of either."""
        given = record.get(field, [])
        times = [self._time(item, record) for item in (given if isinstance(given, list) else [given])]
        return tuple(time for time in times if time)

    def _time(self, given: Any, owner: Record) -> When | None:
        bare = isinstance(given, str)
        text, fields = (given, {}) if bare else (given["date"], given)
        try:
            days = parse_edtf(text)
        except ValueError as error:
            self._faults.add(owner.line if bare else given.line, f"'{text}' is no date: {error}")
            return None
        part = fields.get("part", "")
        return When(
            start=days.start,
            end=days.end,
            precision=fields.get("precision", "part" if part else days.precision),
            words=self._quote(fields["words"]) if "words" in fields else _NO_WORDS,
            basis=fields.get("basis", "stated"),
            part=part,
            yearless=days.yearless,
        )

    def _cue(self, record: Record) -> Quote | None:
        return self._quote(record["cue"]) if "cue" in record else None

    def _quote(self, record: Record) -> Quote:
        article, _, span = record["at"].rpartition(":")
        start, end = (int(offset) for offset in span.split("-"))
        if article not in self._articles:
            self._faults.add(record.line, f"'{article}' is the id of no article of this file")
        if len(record["text"]) != end - start:
            self._faults.add(
                record.line, f"the words at {span} are {end - start} characters long; a passage is never altered, put it back"
            )
        return Quote(article, start, end, record["text"])


def _attribution(record: Record) -> tuple[Source, ...]:
    return tuple(Source(link["name"], link.get("kind", "named")) for link in record.get("attribution", []))
