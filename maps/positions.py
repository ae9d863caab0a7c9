"""Where each stop and line is drawn: longitudes unwrapped along the way, so that no line jumps across the map.

A journey is walked from its first stop. Each leg starts where its origin was drawn and goes on without a jump, and its end says
where its destination is drawn. A trip round the world thus ends 360 degrees from where it began, and one across the Pacific
stays in one piece. Everything else is drawn on the turn of the world that is nearest to the journey.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from maps.extent import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Itinerary, Journey, Leg, Route

__all__ = ["Positions", "place_on_map"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Positions:
    """Unwrapped (lon, lat): of stops by their id, and the lines of legs by theirs."""

    stops: Mapping[str, Point]
    legs: Mapping[str, tuple[Point, ...]]
    middle: float

    def of(self, place: Place) -> Point:
        """Tell where any other place is drawn: on the turn of the world nearest to the journeys."""
        return (near(place.lon, self.middle), place.lat)


def place_on_map(itinerary: Itinerary, routes: Iterable[Route]) -> Positions:
    """Unwrap the stops and legs of every journey, the main ones first, around the middle of the first."""
    lines = {route.leg: route.lines for route in routes}
    stops: dict[str, Point] = {}
    legs: dict[str, tuple[Point, ...]] = {}
    middle = 0.0
    for turn, journey in enumerate(sorted(itinerary.journeys, key=lambda journey: journey.background)):
        start = near(journey.stops[0].place.lon, middle) if turn else None
        at, along = _walk(journey, lines, start)
        if not turn and at:
            middle, at, along = _centred(at, along)
        stops.update(at)
        legs.update(along)
    return Positions(stops, legs, middle)


def _walk(
    journey: Journey, lines: Mapping[str, Sequence[Sequence[Point]]], start: float | None
) -> tuple[dict[str, Point], dict[str, tuple[Point, ...]]]:
    into = {leg.destination: leg for leg in journey.legs}
    stops: dict[str, Point] = {}
    legs: dict[str, tuple[Point, ...]] = {}
    before = start
    for stop in journey.stops:
        leg = into.get(stop.id)
        if leg is not None and leg.origin in stops:
            legs[leg.id] = _line(leg, lines, stops[leg.origin], (stop.place.lon, stop.place.lat))
            before = legs[leg.id][-1][0]
        lon = stop.place.lon if before is None else near(stop.place.lon, before)
        stops[stop.id] = (lon, stop.place.lat)
        before = lon
    for leg in journey.legs:  # a leg back to an earlier stop of the list
        if leg.id not in legs and leg.origin in stops and leg.destination in stops:
            legs[leg.id] = _line(leg, lines, stops[leg.origin], stops[leg.destination])
    return stops, legs


def _line(leg: Leg, lines: Mapping[str, Sequence[Sequence[Point]]], start: Point, end: Point) -> tuple[Point, ...]:
    """Join the parts of a route into one line without a jump; a straight one where there is no route."""
    points = [point for part in lines.get(leg.id, ()) for point in part] or [start, end]
    unwrapped = [(near(points[0][0], start[0]), points[0][1])]
    for _, (lon, lat) in pairwise(points):
        point = (near(lon, unwrapped[-1][0]), lat)
        if point != unwrapped[-1]:
            unwrapped.append(point)
    return tuple(unwrapped) if len(unwrapped) > 1 else (*unwrapped, unwrapped[0])


def _centred(
    stops: Mapping[str, Point], legs: Mapping[str, tuple[Point, ...]]
) -> tuple[float, dict[str, Point], dict[str, tuple[Point, ...]]]:
    """Shift all by whole turns until the middle of the journey is within -180 to 180."""
    lons = [lon for lon, _ in stops.values()] + [lon for line in legs.values() for lon, _ in line]
    middle = (min(lons) + max(lons)) / 2
    shift = near(middle, 0.0) - middle
    moved = {key: (lon + shift, lat) for key, (lon, lat) in stops.items()}
    drawn = {key: tuple((lon + shift, lat) for lon, lat in line) for key, line in legs.items()}
    return middle + shift, moved, drawn
