"""Doubts about claims: legs that nobody could have travelled in the time that they leave."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.routes.clock import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.model import Itinerary, Journey, Leg, Mode, Route, Stop, When

__all__ = ["Doubt", "find_doubts"]

#: No faster, in kilometres an hour, from door to door: the fastest trains in service (China, 350), airliners (about 1,000), a fast
#: ferry (35 knots), a limit on motorways that few break for hours, a brisk walk. Where the means is unknown, an airliner's.
_TOP_KMH: Mapping[Mode, float] = {
    "train": 350.0,
    "plane": 1000.0,
    "car": 130.0,
    "ship": 65.0,
    "foot": 7.0,
    "other": 1000.0,
    "unknown": 1000.0,
}
_BY: Mapping[Mode, str] = {"train": " by train", "plane": " by air", "car": " by road", "ship": " by sea", "foot": " on foot"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A leg whose claims cannot all be true.

    Attributes
    ----------
    journey, leg
        Their ids.
    claims
        The claims that the leg and both of its stops stand on.
    words
        What is wrong, in a sentence.
    km
        The length of the leg's route.
    hours
        The most time that the stated times leave; none or less if the arrival lies before the departure.
    top_kmh
        The speed that the means of travel does not exceed.
    """

    journey: str
    leg: str
    claims: tuple[str, ...]
    words: str
    km: float
    hours: float
    top_kmh: float


def find_doubts(itinerary: Itinerary, routes: Iterable[Route]) -> tuple[Doubt, ...]:
    """Find the legs that the stated times leave too little time for.

    Times are local and no time zone is known, so each leg is given as many hours more as its ends lie apart in solar time, and one. Of
    several times that the sources give, those count that leave most time. Legs that are denied are left out.

    Parameters
    ----------
    itinerary
        What was read.
    routes
        The lines of its legs; one that is missing raises no doubt.
    """
    lengths = {route.leg: route.length_km for route in routes}
    doubts = (
        _doubt(leg, journey, lengths[leg.id])
        for journey in itinerary.journeys
        for leg in journey.legs
        if leg.status != "denied" and leg.id in lengths
    )
    return tuple(doubt for doubt in doubts if doubt)


def _doubt(leg: Leg, journey: Journey, km: float) -> Doubt | None:
    stops = {stop.id: stop for stop in journey.stops}
    start, end = stops[leg.origin], stops[leg.destination]
    hours = _most_hours(start.depart or start.arrive, end.arrive or end.depart)
    if hours is None:
        return None
    hours += _zone_hours(start, end)
    top = _TOP_KMH[leg.mode]
    if km <= top * max(hours, 0.0):
        return None
    claims = tuple(dict.fromkeys((*leg.claims, *start.claims, *end.claims)))
    return Doubt(journey.id, leg.id, claims, _words(start, end, leg.mode, km, hours), round(km, 1), round(hours, 2), top)


def _most_hours(departures: Iterable[When], arrivals: Iterable[When]) -> float | None:
    """Return the most hours between a departure and an arrival; None if either is unknown or has no year."""
    spans = [
        (latest(arrival) - earliest(departure)).total_seconds() / 3600
        for departure, arrival in itertools.product(departures, arrivals)
        if not (departure.yearless or arrival.yearless)
    ]
    return max(spans, default=None)


def _zone_hours(start: Stop, end: Stop) -> float:
    apart = abs(start.place.lon - end.place.lon) % 360
    return min(apart, 360 - apart) / 15 + 1


def _words(start: Stop, end: Stop, mode: Mode, km: float, hours: float) -> str:
    way = f"{start.place.name} to {end.place.name}{_BY.get(mode, '')}"
    if hours <= 0:
        return f"{way}: the stated arrival is earlier than the departure. Check the dates."
    return (
        f"{way}, {km:,.0f} km: the stated times leave {hours:,.0f} hours at most, or {km / hours:,.0f} km an hour, faster than "
        f"the {_TOP_KMH[mode]:,.0f} that are possible. Check the dates or the means of travel."
    )
