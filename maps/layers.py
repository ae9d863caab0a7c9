"""What is drawn over the ground: stops, legs, areas, meetings and mentions, as plain values in the page's own coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maps.basemap import area_rings, encode
from maps.extent import Extent, extent_of
from maps.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.model import BBox, Place
    from geo.model import Itinerary, Journey, Route, Status
    from maps.positions import Positions

__all__ = ["drawing", "everything_extent", "view_extent"]

#: Lines keep this share of the view's width as detail.
_LINE_DETAIL = 1 / 5000
#: How much wider the first view may become for further journeys and for stops that are only possible, denied, past or inferred.
_WIDEST_FOR_MORE = 2.0
#: An area wider than this share of the view is outlined: shaded, it would be the ground of the whole map.
_BROAD = 0.6
#: Lines closer than this share of the view's width run the same way, and legs are drawn beside each other where most of one does.
_SAME_WAY = 0.004
_MOSTLY = 0.5
#: The smallest view, in degrees: about 40 km.
_LEAST_VIEW = 0.4
_FIRM: tuple[Status, ...] = ("happened", "under_way", "planned")


def view_extent(itinerary: Itinerary, positions: Positions) -> Extent:
    """Return what the map shows when it opens: the main journey, and the others and doubtful stops if they are near enough."""
    main = [journey for journey in itinerary.journeys if not journey.background] or list(itinerary.journeys)
    stops = [stop for journey in main for stop in journey.stops]
    firm = {stop.id for stop in stops if stop.status in _FIRM and stop.basis == "stated"} or {stop.id for stop in stops}
    if not firm:
        return _least(everything_extent(itinerary, positions))
    return _widened(
        [_least(_around(main, wanted, positions)) for wanted in (_first_of(main, firm), firm, {stop.id for stop in stops})]
    )


def _first_of(journeys: Sequence[Journey], stops: set[str]) -> set[str]:
    """Return the first journey's share of the stops, where it has most of them; else all."""
    first = {stop.id for stop in journeys[0].stops} & stops
    return first if len(first) * 2 >= len(stops) else stops


def _widened(views: Sequence[Extent]) -> Extent:
    """Return the widest view that is not much wider than the first, which has to be shown."""
    return [view for view in views if view.span <= views[0].span * _WIDEST_FOR_MORE][-1]


def _around(journeys: Sequence[Journey], stops: set[str], positions: Positions) -> Extent:
    points = [positions.stops[stop.id] for journey in journeys for stop in journey.stops if stop.id in stops]
    for leg in (leg for journey in journeys for leg in journey.legs):
        if leg.id in positions.legs and {leg.origin, leg.destination} <= stops:
            points.extend(positions.legs[leg.id])
    return extent_of(points)


def everything_extent(itinerary: Itinerary, positions: Positions) -> Extent:
    """Return what holds every stop, line, meeting and mention; the whole world if there is none."""
    points = [*positions.stops.values(), *(point for line in positions.legs.values() for point in line)]
    points += [positions.of(meeting.place) for journey in itinerary.journeys for meeting in journey.meetings]
    if not itinerary.journeys:
        points += [positions.of(reading.place) for reading in itinerary.mentions if reading.place is not None]
    return extent_of(points) if points else Extent(-170.0, -55.0, 190.0, 75.0)


def _least(extent: Extent) -> Extent:
    return extent if extent.span >= _LEAST_VIEW else extent.grown((_LEAST_VIEW - extent.span) / 2)


def drawing(itinerary: Itinerary, positions: Positions, view: Extent, routes: Iterable[Route] = ()) -> dict[str, Any]:
    """Build all marks and lines, by id where the words of the publication refer to them.

    Parameters
    ----------
    itinerary, positions
        What is drawn, and where.
    view
        What the map shows when it opens: it decides how fine the lines are.
    routes
        What the lines of the legs follow, and their other ways; without them they are drawn as they are.

    Returns
    -------
    dict
        ``step`` (degrees), ``stops`` {id: [lon, lat]}, ``legs`` {id: encoded line},
        ``access`` {id: [1 or 0, 1 or 0], whether its first and last piece only join a stop to the network}, ``others`` {id: encoded lines of other ways}, ``beside`` {id: how many legs lie under it already}, ``areas`` {id: rings}, ``broad`` [ids of areas that are only outlined], ``boxes`` {id: [west, south, east, north]}, ``meetings`` and ``mentions`` {id: [lon, lat]}.
    """
    step = max(float(f"{view.width * _LINE_DETAIL:.1g}"), 0.0002)
    lines = Lines(positions, routes, step=step, view=view)
    meetings = [meeting for journey in itinerary.journeys for meeting in journey.meetings]
    shaded = [(stop.id, stop.place) for journey in itinerary.journeys for stop in journey.stops if stop.place.is_area]
    return {
        "step": step,
        "stops": {stop: _rounded(point) for stop, point in positions.stops.items()},
        "legs": {leg: encode(lines.drawn(leg), step) for leg in positions.legs},
        "access": {leg: list(ends) for leg in positions.legs if any(ends := lines.access(leg))},
        "others": {leg: [encode(way, step) for way in ways] for leg in positions.legs if (ways := lines.others(leg))},
        "beside": _beside(itinerary, positions, view),
        "areas": {key: rings for key, place in shaded if (rings := _rings(place, positions, step))},
        "broad": [key for key, place in shaded if place.bbox is not None and _width(place.bbox) > view.span * _BROAD],
        "boxes": {key: box for key, place in shaded if (box := _box(place, positions))},
        "meetings": {meeting.id: _rounded(positions.of(meeting.place)) for meeting in meetings},
        "mentions": {
            reading.place.id: _rounded(positions.of(reading.place)) for reading in itinerary.mentions if reading.place is not None
        },
    }


def _rounded(point: tuple[float, float]) -> list[float]:
    return [round(point[0], 4), round(point[1], 4)]


def _beside(itinerary: Itinerary, positions: Positions, view: Extent) -> dict[str, int]:
    """Count, for each leg that mostly runs where others do, those before it: it is drawn beside them and hides none."""
    import shapely

    near = view.width * _SAME_WAY
    legs = [
        leg.id for journey in itinerary.journeys if not journey.background for leg in journey.legs if leg.id in positions.legs
    ]
    lines = {leg: shapely.LineString(positions.legs[leg]).simplify(near / 4) for leg in legs}
    drawn = [(line, line.buffer(near)) for line in lines.values() if line.length]
    # Most of many legs are far from each other, which their boxes tell.
    tree = shapely.STRtree([around for _, around in drawn])
    beside: dict[str, int] = {}
    for number, leg in enumerate(leg for leg, line in lines.items() if line.length):
        line = lines[leg]
        shared = sum(_share(line, drawn[other]) > _MOSTLY for other in tree.query(line) if other < number)
        if shared:
            beside[leg] = shared
    return beside


def _share(line: Any, other: tuple[Any, Any]) -> float:
    """Return how much of the shorter of two lines runs where the other does."""
    shorter = min(line.length, other[0].length)
    return float(line.intersection(other[1]).length / shorter)


def _rings(place: Place, positions: Positions, step: float) -> list[list[int]]:
    return area_rings(place.area_codes, positions.of(place)[0], step) if place.area_codes else []


def _width(bbox: BBox) -> float:
    return (bbox.east - bbox.west) % 360


def _box(place: Place, positions: Positions) -> list[float]:
    if place.bbox is None:
        return []
    west = positions.of(place)[0] - (place.lon - place.bbox.west) % 360
    return [round(west, 3), place.bbox.south, round(west + _width(place.bbox), 3), place.bbox.north]
