"""An itinerary as tables: plain GeoDataFrames in EPSG:4326, one row a stop, leg or mention.

Dates stand twice: as EDTF text, which keeps how fine they are, and as the first day of it for sorting and plotting (``NaT`` where
there is no date or no year). Where sources differ it is the drawn one; all of them are in the GeoJSON. Text that is unknown is missing
(``<NA>``), never an empty string.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geopandas import GeoDataFrame

    from geo.model import Itinerary, Route, When

__all__ = ["legs_frame", "mentions_frame", "stops_frame"]

_TEXT, _DAY = "string", "datetime64[s]"

_STOP_COLUMNS = {
    "journey": _TEXT,
    "traveller": _TEXT,
    "order": "int64",
    "name": _TEXT,
    "name_in_text": _TEXT,
    "country": _TEXT,
    "place_id": _TEXT,
    "place_type": _TEXT,
    "status": _TEXT,
    "cue": _TEXT,
    "arrive": _TEXT,
    "arrive_from": _DAY,
    "depart": _TEXT,
    "depart_from": _DAY,
    "confidence": "float64",
    "sources": "int64",
    "basis": _TEXT,
    "checked": "bool",
    "background": "bool",
}
_LEG_COLUMNS = {
    "journey": _TEXT,
    "traveller": _TEXT,
    "from": _TEXT,
    "to": _TEXT,
    "from_id": _TEXT,
    "to_id": _TEXT,
    "mode": _TEXT,
    "status": _TEXT,
    "cue": _TEXT,
    "date": _TEXT,
    "date_from": _DAY,
    "length_km": "float64",
    "on_network": "float64",
    "basis": _TEXT,
    "countries": _TEXT,
    "note": _TEXT,
    "sources": "int64",
    "checked": "bool",
    "background": "bool",
}
_MENTION_COLUMNS = {
    "name": _TEXT,
    "name_in_text": _TEXT,
    "kind": _TEXT,
    "country": _TEXT,
    "place_id": _TEXT,
    "place_type": _TEXT,
    "confidence": "float64",
    "article": _TEXT,
    "start": "int64",
    "end": "int64",
}


def stops_frame(itinerary: Itinerary) -> GeoDataFrame:
    """Build the table of stops, in the order of the journeys; the index is the stop's id, the geometry a point.

    An area's point lies inside it; ``place_type`` tells ``area`` from ``point``. The ``basis`` of a stop is ``stated``, or ``inferred`` from the
    context.
    """
    rows = [
        {
            "id": stop.id,
            "journey": journey.id,
            "traveller": journey.traveller,
            "order": stop.number,
            "name": stop.place.name,
            "name_in_text": stop.name_in_text,
            "country": stop.place.country,
            "place_id": stop.place.id,
            "place_type": "area" if stop.place.is_area else "point",
            "status": stop.status,
            "cue": stop.cue.text if stop.cue else "",
            **_dated("arrive", stop.arrive),
            **_dated("depart", stop.depart),
            "confidence": stop.confidence,
            "sources": stop.sources,
            "basis": stop.basis,
            "checked": stop.checked,
            "background": journey.background,
            "geometry": stop.place.point,
        }
        for journey in itinerary.journeys
        for stop in journey.stops
    ]
    return _frame(rows, _STOP_COLUMNS)


def legs_frame(itinerary: Itinerary, routes: Iterable[Route]) -> GeoDataFrame:
    """Build the table of legs, in the order of the journeys; the index is the leg's id, the geometry its line.

    Parameters
    ----------
    itinerary
        What was read.
    routes
        The line of each leg. One that is cut at the antimeridian becomes a MultiLineString. ``on_network`` is the share of its length along
        track, road or lane.

    Raises
    ------
    InputError
        If a leg has no route, or names a stop that its journey does not have.
    """
    lines = {route.leg: route for route in routes}
    names = {(journey.id, stop.id): stop.place.name for journey in itinerary.journeys for stop in journey.stops}
    rows = [
        {
            "id": leg.id,
            "journey": journey.id,
            "traveller": journey.traveller,
            "from": _stop_name(names, journey.id, leg.origin),
            "to": _stop_name(names, journey.id, leg.destination),
            "from_id": leg.origin,
            "to_id": leg.destination,
            "mode": leg.mode,
            "status": leg.status,
            "cue": leg.cue.text if leg.cue else "",
            **_dated("date", leg.when),
            **_routed(leg.id, lines),
            "sources": leg.sources,
            "checked": leg.checked,
            "background": journey.background,
        }
        for journey in itinerary.journeys
        for leg in journey.legs
    ]
    return _frame(rows, _LEG_COLUMNS)


def mentions_frame(itinerary: Itinerary) -> GeoDataFrame:
    """Build the table of places that are only mentioned; ``start`` and ``end`` are offsets into the article's text."""
    rows = [
        {
            "id": f"{found.mention.quote.article}:{found.mention.quote.start}-{found.mention.quote.end}",
            "name": found.place.name,
            "name_in_text": found.mention.quote.text,
            "kind": found.mention.kind,
            "country": found.place.country,
            "place_id": found.place.id,
            "place_type": "area" if found.place.is_area else "point",
            "confidence": found.confidence,
            "article": found.mention.quote.article,
            "start": found.mention.quote.start,
            "end": found.mention.quote.end,
            "geometry": found.place.point,
        }
        for found in itinerary.mentions
        if found.place is not None
    ]
    return _frame(rows, _MENTION_COLUMNS)


def _stop_name(names: Mapping[tuple[str, str], str], journey: str, stop: str) -> str:
    if (journey, stop) not in names:
        raise InputError(f"journey '{journey}' has no stop '{stop}', which a leg of it names: add it or correct the leg.")
    return names[journey, stop]


def _dated(name: str, times: Sequence[When]) -> dict[str, Any]:
    drawn = times[0] if times else None
    return {name: drawn.edtf if drawn else "", f"{name}_from": drawn.start if drawn and not drawn.yearless else None}


def _routed(leg: str, routes: Mapping[str, Route]) -> dict[str, Any]:
    from shapely.geometry import LineString, MultiLineString

    if leg not in routes:
        raise InputError(f"leg '{leg}' has no line; pass the routes that build_routes makes of this itinerary.")
    route = routes[leg]
    return {
        "length_km": route.length_km,
        "on_network": route.on_network,
        "basis": route.basis,
        "countries": " ".join(route.countries),
        "note": route.note,
        "geometry": LineString(route.lines[0]) if len(route.lines) == 1 else MultiLineString(route.lines),
    }


def _frame(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> GeoDataFrame:
    """Build the table with these columns and types, however few rows it has."""
    import pandas as pd
    from geopandas import GeoDataFrame, GeoSeries

    index = pd.Index([row["id"] for row in rows], name="id", dtype=_TEXT)
    cells = {
        name: pd.Series([_known(row[name], kind) for row in rows], index=index, dtype=object).astype(kind)
        for name, kind in columns.items()
    }
    geometry = GeoSeries([row["geometry"] for row in rows], index=index, crs="EPSG:4326")
    return GeoDataFrame(cells, geometry=geometry, index=index)


def _known(value: Any, kind: str) -> Any:
    """Turn empty text, which means unknown, into a missing value."""
    return None if kind == _TEXT and value == "" else value
