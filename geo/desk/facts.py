"""The facts that a publication states, and which of them changed from one version to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.desk.model import Change, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.model import Place
    from geo.model import Itinerary, Journey, Leg, Meeting, Stop, When

__all__ = ["changes_between", "facts_of"]


def facts_of(published: Itinerary) -> tuple[Fact, ...]:
    """List what the published side of an itinerary states of each journey, stop, leg and meeting."""
    return tuple(fact for journey in published.journeys for fact in _of_journey(journey))


def changes_between(before: Sequence[Fact], after: Sequence[Fact]) -> tuple[Change, ...]:
    """Tell what changed: facts that came and went, and of those that stayed each value.

    A fact is known again by its element, else by its role and name: what was read anew may have got another id.
    """
    old, new = list(before), list(after)
    pairs = _pairs(old, new)
    told = [change for one, other in pairs for change in _changed(one, other)]
    # That a journey came or went is told by its stops.
    told += [
        Change(fact.role, fact.name, "added") for fact in _points_and_legs(new) if all(fact is not other for _, other in pairs)
    ]
    told += [
        Change(fact.role, fact.name, "removed") for fact in _points_and_legs(old) if all(fact is not one for one, _ in pairs)
    ]
    return tuple(told)


def _points_and_legs(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.role != "journey"]


def _of_journey(journey: Journey) -> Iterator[Fact]:
    names = {stop.id: stop.place.name for stop in journey.stops}
    # Journeys are numbered, and another reading may number them otherwise: one is known again by where it begins.
    yield from (Fact(stop.id, "journey", journey.traveller) for stop in journey.stops[:1])
    yield from (_stop(stop) for stop in journey.stops)
    yield from (_leg(leg, f"{names[leg.origin]} – {names[leg.destination]}") for leg in journey.legs)
    yield from (_meeting(meeting) for meeting in journey.meetings)


def _stop(stop: Stop) -> Fact:
    values = _values(
        position=_position(stop.place),
        status=stop.status,
        arrive=_times(stop.arrive),
        depart=_times(stop.depart),
        basis=stop.basis if stop.basis != "stated" else "",
    )
    return Fact(stop.id, "stop", stop.place.name, values)


def _leg(leg: Leg, name: str) -> Fact:
    return Fact(leg.id, "leg", name, _values(status=leg.status, mode=leg.mode, when=_times(leg.when)))


def _meeting(meeting: Meeting) -> Fact:
    values = _values(
        position=_position(meeting.place),
        status=meeting.status,
        when=_times(meeting.when),
        participants=", ".join(meeting.participants),
    )
    return Fact(meeting.id, "meeting", meeting.place.name, values)


def _values(**values: str) -> tuple[tuple[str, str], ...]:
    return tuple((field, value) for field, value in values.items() if value)


def _position(place: Place) -> str:
    """Give latitude and longitude to about a kilometre: two towns of one name are farther apart."""
    return f"{place.lat:.2f}, {place.lon:.2f}"


def _times(times: Sequence[When]) -> str:
    """Join times in EDTF, each with the part of its day."""
    return " or ".join(dict.fromkeys(f"{when.edtf} {when.part}".rstrip() for when in times))


def _pairs(old: Sequence[Fact], new: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    by_element = {(fact.role, fact.element): fact for fact in new}
    pairs = [(fact, by_element[fact.role, fact.element]) for fact in old if (fact.role, fact.element) in by_element]
    left = [fact for fact in new if all(fact is not other for _, other in pairs)]
    for fact in old:
        if all(fact is not one for one, _ in pairs):
            twin = next((other for other in left if (other.role, other.name) == (fact.role, fact.name)), None)
            if twin is not None:
                left.remove(twin)
                pairs.append((fact, twin))
    return pairs


def _changed(one: Fact, other: Fact) -> Iterator[Change]:
    if one.name != other.name:
        yield Change(other.role, other.name, "name", one.name, other.name)
    before, after = dict(one.values), dict(other.values)
    for field in dict.fromkeys((*before, *after)):
        if before.get(field, "") != after.get(field, ""):
            yield Change(other.role, other.name, field, before.get(field, ""), after.get(field, ""))
