"""Where a traveller was on each day between dated stops: on stated days a stop, else an estimate, which says that it is one."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from geo.routes.clock import is_dated, middle
from geo.routes.geometry import geodesic_km, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.model import Itinerary, Journey, Leg, Route, Status, Stop, When

__all__ = ["Position", "estimate_positions"]

#: Longer pauses between two dated stops tell nothing of where somebody was, in days.
_LONGEST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Position:
    """Where a traveller was on a day.

    Attributes
    ----------
    journey
        Its id.
    at
        The day in local time, with the middle of the stated time; noon where the day alone is known, and on a leg.
    lat, lon
        Degrees, EPSG:4326.
    place
        The id of the stop or leg.
    status
        Of that stop or leg: a position on a planned leg is planned too.
    estimated
        False only where a text puts the traveller at the stop on that day.
    """

    journey: str
    at: datetime
    lat: float
    lon: float
    place: str
    status: Status
    estimated: bool


def estimate_positions(itinerary: Itinerary, routes: Iterable[Route]) -> tuple[Position, ...]:
    """Estimate where each traveller was on each day, from stops that are dated to the day.

    On a leg between two dated stops the speed is taken as even from the middle of the departure's time to the middle of the arrival's;
    between arrival and departure the traveller is taken to have stayed. What was denied or is only inferred gives no position, and so
    does a leg or stay of more than 60 days.

    Parameters
    ----------
    itinerary
        What was read.
    routes
        The lines of its legs.

    Returns
    -------
    tuple of Position
        Journeys in their order, times ascending; a day has several positions where a traveller was at several stops.
    """
    lines = {route.leg: route for route in routes}
    return tuple(position for journey in itinerary.journeys for position in sorted(_journey(journey, lines), key=_by_time))


def _by_time(position: Position) -> datetime:
    return position.at


def _journey(journey: Journey, lines: dict[str, Route]) -> Iterator[Position]:
    stops = {stop.id: stop for stop in journey.stops}
    for stop in journey.stops:
        if stop.status != "denied" and stop.basis == "stated":
            yield from _at_stop(journey, stop)
    for leg in journey.legs:
        if leg.status != "denied" and leg.id in lines:
            yield from _on_leg(journey, leg, stops[leg.origin], stops[leg.destination], lines[leg.id])


def _at_stop(journey: Journey, stop: Stop) -> Iterator[Position]:
    place, stated = stop.place, sorted({middle(when) for when in (*stop.arrive[:1], *stop.depart[:1]) if is_dated(when)})
    for at in stated:
        yield Position(journey.id, at, place.lat, place.lon, stop.id, stop.status, estimated=False)
    for at in _noons_between(stated[0], stated[-1]) if stated else []:
        yield Position(journey.id, at, place.lat, place.lon, stop.id, stop.status, estimated=True)


def _on_leg(journey: Journey, leg: Leg, start: Stop, end: Stop, route: Route) -> Iterator[Position]:
    departure, arrival = _first_dated(start.depart), _first_dated(end.arrive)
    if departure is None or arrival is None or middle(arrival) <= middle(departure):
        return
    left, arrived = middle(departure), middle(arrival)
    for at in _noons_between(left, arrived):
        lat, lon = _point_at(route, (at - left) / (arrived - left))
        yield Position(journey.id, at, lat, lon, leg.id, leg.status, estimated=True)


def _first_dated(times: tuple[When, ...]) -> When | None:
    return times[0] if times and is_dated(times[0]) else None


def _noons_between(first: datetime, last: datetime) -> list[datetime]:
    """Return the noons of the days after the first and before the last; none if they lie too far apart."""
    count = (last.date() - first.date()).days
    noon = datetime.combine(first.date(), time(12))
    return [noon + timedelta(days=n) for n in range(1, count)] if count <= _LONGEST_DAYS else []


def _point_at(route: Route, share: float) -> tuple[float, float]:
    """Return latitude and longitude at a share of a line's length."""
    line = unwrap(tuple(itertools.chain.from_iterable(route.lines)))
    pieces = [geodesic_km(a, b) for a, b in itertools.pairwise(line)]
    ahead = share * sum(pieces)
    for (a, b), km in zip(itertools.pairwise(line), pieces, strict=True):
        if ahead <= km and km:
            lon, lat = (one + ahead / km * (other - one) for one, other in zip(a, b, strict=True))
            return round(lat, 5), round((lon + 180) % 360 - 180, 5)
        ahead -= km
    return line[-1][1], line[-1][0]
