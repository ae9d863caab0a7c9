"""The plain values of an itinerary file as an itinerary: what a person left out is filled in, what they removed is left out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from geo.journeys.itinerary_file.desk_values import record_of, review_of, safety_of
from geo.journeys.itinerary_file.from_values import ValueReader, attribution_of
from geo.journeys.itinerary_file.read_mark import corrected_fields, is_corrected, mark_of_field
from geo.journeys.itinerary_file.to_document import leg_fields
from geo.led_through import lead_through
from geo.model import Claim, Conflict, ConflictValue, Itinerary, Journey, Leg, Meeting, PlaceRole, Stop, Withheld, basis_of
from geo.titles import journey_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.journeys.itinerary_file.schema import Faults, Record

__all__ = ["from_document"]

#: What a stop or leg is taken for when the person who added it does not say: shown as a guess, never as a fact.
_UNSAID_STATUS = "possible"
#: The blocks that quote from articles.
_OF_ARTICLES = ("claims", "conflicts", "mentions", "unlocated")


def from_document(document: Record, faults: Faults) -> Itinerary:
    """Build the itinerary of a document that its schema has passed.

    What does not fit together (a leg to no stop, a claim that is not there, a date that does not exist, a passage that was
    altered) is added to ``faults``; the result then is not to be used.
    """
    if not document.get("articles") and any(document.get(block) for block in _OF_ARTICLES):
        faults.add(document.line, "the block 'articles' is missing, though the file quotes from articles; put it back")
        return Itinerary(articles=(), travellers=(), claims=(), journeys=())
    return _Reader(document, faults).itinerary()


def _alive(records: list[Record]) -> Iterator[Record]:
    return (record for record in records if not record.get("removed") and not record.get("untold"))


def _title(journey: Record, stops: tuple[Stop, ...]) -> str:
    """Give a journey's title: a reader's title is made anew where a person took a stop out, or changed one, that it may name."""
    title = str(journey.get("title", ""))
    records = journey.get("stops", [])
    changed = len(stops) < len(records) or any(corrected_fields(record, None, {}) for record in records)
    is_readers = mark_of_field(journey, "title") != "-" and "title" not in corrected_fields(journey, None, {})
    return journey_title(journey["traveller"], stops) if changed and is_readers else title


class _Reader(ValueReader):
    def __init__(self, document: Record, faults: Faults) -> None:
        super().__init__({record["id"] for record in document.get("articles", [])}, faults)
        self._document = document
        claims = document.get("claims", [])
        self._claims: dict[str, Claim] = {}
        self._removed_claims = {record["id"] for record in claims if record.get("removed") or record.get("untold")}
        self._ids: set[tuple[str, str]] = set()

    def itinerary(self) -> Itinerary:
        document = self._document
        # A stop's basis is that of its claims, so they are read first.
        self._claims = {claim.id: claim for claim in map(self._claim, _alive(document.get("claims", [])))}
        journeys = tuple(self._journey(record, number) for number, record in enumerate(_alive(document.get("journeys", [])), 1))
        return Itinerary(
            articles=tuple(self.article(record) for record in document.get("articles", [])),
            travellers=tuple(self.traveller(record) for record in _alive(document.get("travellers", []))),
            claims=tuple(self._claims.values()),
            journeys=journeys,
            conflicts=tuple(self._conflict(record) for record in _alive(document.get("conflicts", []))),
            mentions=tuple(self.resolution(record) for record in _alive(document.get("mentions", []))),
            unlocated=tuple(self.resolution(record) for record in _alive(document.get("unlocated", []))),
            withheld=tuple(self._withheld({point.id for journey in journeys for point in journey.points})),
            review=review_of(document.get("review", {})),
            record=record_of(document.get("publication", {})),
        )

    def _identity(self, record: Record, scope: str, made_of: object = None) -> str:
        """Give the element's id, or make one from what a person wrote of a new element; refuse one that stands twice in its list.

        The id is noted in the record too, so that the file's own form of the element can be told from others later.
        """
        made = f"desk:{hashlib.sha256(repr(made_of).encode()).hexdigest()[:8]}"
        identity = str(record.get("id", made))
        if (scope, identity) in self._ids and "id" not in record:
            return self._identity(record, scope, (made_of, identity))
        if (scope, identity) in self._ids:
            self.faults.add(record.line, f"the id '{identity}' stands twice; give a new element no id, it gets one")
        self._ids.add((scope, identity))
        record["id"] = identity
        return identity

    def _journey(self, record: Record, number: int) -> Journey:
        identity = self._identity(record, "journeys", (number, record["traveller"]))
        stops = self._stops(record)
        return Journey(
            id=identity,
            traveller=record["traveller"],
            title=_title(record, stops),
            stops=stops,
            legs=lead_through(self._legs(record, {stop.id for stop in stops}), stops),
            meetings=tuple(self._meetings(record)),
            background=record.get("background", False),
            safety=safety_of(record),
        )

    def _stops(self, journey: Record) -> tuple[Stop, ...]:
        stops: list[Stop] = []
        for record in _alive(journey.get("stops", [])):
            place = self.place(record["place"])
            if not self._supported(record):
                continue
            claims = self._claim_ids(record)
            stop = Stop(
                id=self._identity(record, "stops", place),
                number=len(stops) + 1,
                place=place,
                name_in_text=record.get("name_in_text", place.name),
                status=record.get("status", _UNSAID_STATUS),
                confidence=record.get("confidence", 1.0),
                claims=claims,
                basis=basis_of(self._claims[claim] for claim in claims),
                arrive=self.times(record, "arrive"),
                depart=self.times(record, "depart"),
                cue=self.cue(record),
                sources=self._sources_count(record),
                checked=record.get("checked", False),
                safety=safety_of(record),
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
                when=self.times(record, "when"),
                cue=self.cue(record),
                via=tuple(self.place(place) for place in record.get("via", [])),
                sources=self._sources_count(record),
                checked=record.get("checked", False),
            )
            astray = [end for end in (leg.origin, leg.destination) if end not in stops]
            if not astray:
                yield leg
            elif not gone.intersection(astray) and is_corrected(record, leg_fields(leg, {})):
                # The reader's own leg loses its end when a person deletes the stop's whole block: it goes with the stop.
                self.faults.add(record.line, f"the leg's end '{astray[0]}' is the id of no stop of this journey")

    def _meetings(self, journey: Record) -> Iterator[Meeting]:
        for record in _alive(journey.get("meetings", [])):
            if not self._supported(record):
                continue
            place = self.place(record["place"])
            yield Meeting(
                id=self._identity(record, "meetings", place),
                place=place,
                name_in_text=record.get("name_in_text", place.name),
                participants=tuple(record.get("participants", [])),
                status=record.get("status", _UNSAID_STATUS),
                claims=self._claim_ids(record),
                when=self.times(record, "when"),
                cue=self.cue(record),
                sources=self._sources_count(record),
                checked=record.get("checked", False),
                safety=safety_of(record),
            )

    def _withheld(self, drawn: set[str]) -> Iterator[Withheld]:
        """Give the hidden places that are no stops, or no more: what was removed, or is told no more, stays hidden."""
        for journey in self._document.get("journeys", []):
            for record in (*journey.get("stops", []), *journey.get("meetings", [])):
                safety = safety_of(record) or safety_of(journey)
                if safety is not None and safety.show != "exact" and record.get("id") not in drawn:
                    yield Withheld(record.get("id", ""), journey["traveller"], self.place(record["place"]), safety)

    def _supported(self, record: Record) -> bool:
        """Tell whether an element may stay: it has a claim left, or never had one because a person added it."""
        claims = record.get("claims", [])
        return not claims or any(claim not in self._removed_claims for claim in claims)

    def _claim_ids(self, record: Record) -> tuple[str, ...]:
        for claim in record.get("claims", []):
            if claim not in self._claims and claim not in self._removed_claims:
                self.faults.add(record.line, f"'{claim}' is the id of no claim; to take a claim out mark it 'removed: true'")
        return tuple(claim for claim in record.get("claims", []) if claim in self._claims)

    def _sources_count(self, record: Record) -> int:
        """Give the count of independent origins, which can't exceed the claims that are left; of a stop that was inferred, and is no more, one."""
        read, claims = record.get("claims", []), self._claim_ids(record)
        count: int = record.get("sources", len(claims))
        reported = claims and basis_of(self._claims[claim] for claim in claims) == "stated"
        return max(count if len(claims) == len(read) else min(count, len(claims)), 1 if reported else 0)

    def _claim(self, record: Record) -> Claim:
        times = self.times(record, "when")
        return Claim(
            id=self._identity(record, "claims"),
            traveller=record["traveller"],
            act=record["act"],
            places=tuple(PlaceRole(role["role"], self.resolution(role)) for role in record.get("places", [])),
            quote=self.quote(record["quote"]),
            status=record["status"],
            cue=self.cue(record),
            when=times[0] if times else None,
            mode=record.get("mode", "unknown"),
            attribution=attribution_of(record),
            companions=tuple(record.get("companions", [])),
            background=record.get("background", False),
            checked=record.get("checked", False),
            basis=record.get("basis", "stated"),
        )

    def _conflict(self, record: Record) -> Conflict:
        values = tuple(
            ConflictValue(side["value"], side.get("date", ""), attribution_of(side), self.quote(side["quote"]))
            for side in record["values"]
        )
        return Conflict(record["about"], record.get("journey", ""), values)
