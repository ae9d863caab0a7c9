"""The features of the published GeoJSON: stops, legs, meetings and mentions, with simplestyle colours by status."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.evidence import evidence_of_claims, evidence_of_mention
from geo.routes.doubts import find_doubts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Itinerary, Journey, Leg, Meeting, Quote, Resolution, Route, Status, Stop, When

__all__ = ["STATUS_COLOURS", "features_of"]

#: About a metre, as RFC 7946 advises; finer digits would claim what no gazetteer knows.
_DECIMALS = 5

#: Colour and opacity by status. What did not happen, or may not, is fainter than what did.
STATUS_COLOURS: Mapping[str, tuple[str, float]] = {
    "happened": ("#b3201f", 1.0),
    "under_way": ("#c4560f", 0.9),
    "planned": ("#1f5f9e", 0.6),
    "possible": ("#7a4fa3", 0.5),
    "denied": ("#55636d", 0.3),
    "past": ("#68747c", 0.5),
}
_MENTION_COLOUR = "#9aa5ad"
#: How much fainter a line is that nobody reported.
_INFERRED = 0.7


def features_of(itinerary: Itinerary, routes: Iterable[Route]) -> Iterator[dict[str, Any]]:
    """Build the features journey by journey (stops, legs, meetings), the places that are only mentioned last.

    Raises
    ------
    InputError
        If a leg has no route, or names a stop that its journey does not have.
    """
    return _Features(itinerary, routes).all()


class _Features:
    def __init__(self, itinerary: Itinerary, routes: Iterable[Route]) -> None:
        self._itinerary = itinerary
        self._routes = {route.leg: route for route in routes}
        self._doubts = {doubt.leg: doubt.words for doubt in find_doubts(itinerary, self._routes.values())}

    def all(self) -> Iterator[dict[str, Any]]:
        for journey in self._itinerary.journeys:
            yield from (self._stop(stop, journey) for stop in journey.stops)
            yield from (self._leg(leg, journey) for leg in journey.legs)
            yield from (self._meeting(meeting, journey) for meeting in journey.meetings)
        for found in self._itinerary.mentions:
            if found.place is not None:
                yield self._mention(found, found.place)

    def _stop(self, stop: Stop, journey: Journey) -> dict[str, Any]:
        inferred = stop.basis == "inferred"
        properties = {
            **_common("stop", journey, stop.status, stop.cue),
            "order": stop.number,
            **_named(stop.place, stop.name_in_text),
            "arrive": _dates(stop.arrive),
            "depart": _dates(stop.depart),
            "confidence": round(stop.confidence, 3),
            "sources": stop.sources,
            "basis": stop.basis if inferred else None,
            "protected": stop.protected or None,
            "evidence": evidence_of_claims(stop.claims, self._itinerary, {stop.place.id}),
            "marker-color": STATUS_COLOURS[stop.status][0],
            "marker-size": "small" if inferred else None,
            "marker-symbol": str(stop.number) if stop.number < 100 else None,
        }
        return _feature(f"stop:{stop.id}", _point(stop.place), properties)

    def _meeting(self, meeting: Meeting, journey: Journey) -> dict[str, Any]:
        properties = {
            **_common("meeting", journey, meeting.status, meeting.cue),
            **_named(meeting.place, meeting.name_in_text),
            "participants": list(meeting.participants),
            "when": _dates(meeting.when),
            "confidence": self._confidence(meeting),
            "sources": meeting.sources,
            "protected": meeting.protected or None,
            "evidence": evidence_of_claims(meeting.claims, self._itinerary, {meeting.place.id}),
            "marker-color": STATUS_COLOURS[meeting.status][0],
            "marker-size": "small",
        }
        return _feature(f"meeting:{meeting.id}", _point(meeting.place), properties)

    def _confidence(self, meeting: Meeting) -> float | None:
        """Give the confidence that the meeting's place is right, from its claims; None where a person placed it."""
        parts = [part.resolution for claim in meeting.claims for part in self._itinerary.claim(claim).places]
        known = [found.confidence for found in parts if found.place and found.place.id == meeting.place.id]
        return round(max(known), 3) if known else None

    def _mention(self, found: Resolution, place: Place) -> dict[str, Any]:
        quote = found.mention.quote
        properties = {
            "role": "mention",
            **_named(place, quote.text),
            "kind": found.mention.kind,
            "confidence": round(found.confidence, 3),
            "sources": 1,
            "evidence": evidence_of_mention(found.mention, self._itinerary),
            "marker-color": _MENTION_COLOUR,
            "marker-size": "small",
        }
        return _feature(f"mention:{quote.article}:{quote.start}-{quote.end}", _point(place), properties)

    def _leg(self, leg: Leg, journey: Journey) -> dict[str, Any]:
        ends = self._ends(leg, journey)
        route = self._routes.get(leg.id)
        if route is None or not route.lines:
            raise InputError(f"leg '{leg.id}' has no line; pass the routes that build_routes makes of this itinerary.")
        colour, opacity = STATUS_COLOURS[leg.status]
        properties = {
            **_common("leg", journey, leg.status, leg.cue),
            "from": ends[0].place.name,
            "to": ends[1].place.name,
            "mode": leg.mode,
            "date": _dates(leg.when),
            "length_km": round(route.length_km, 1),
            "basis": route.basis,
            "countries": list(route.countries),
            "note": route.note or None,
            "doubt": self._doubts.get(leg.id),
            "on_network": round(route.on_network, 4),
            "access_km": [round(km, 1) for km in route.access_km],
            "alternatives": [_alternative(other) for other in route.alternatives] or None,
            "confidence": round(min(stop.confidence for stop in ends), 3),
            "sources": leg.sources,
            "evidence": evidence_of_claims(leg.claims, self._itinerary, {stop.place.id for stop in ends}),
            "stroke": colour,
            "stroke-width": 3 if leg.status in ("happened", "under_way") else 2,
            "stroke-opacity": round(opacity * (1.0 if route.basis == "reported" else _INFERRED), 2),
        }
        return _feature(f"leg:{leg.id}", _line(route, ends), properties)

    def _ends(self, leg: Leg, journey: Journey) -> tuple[Stop, Stop]:
        stops = {stop.id: stop for stop in journey.stops}
        try:
            return stops[leg.origin], stops[leg.destination]
        except KeyError as missing:
            raise InputError(f"leg '{leg.id}' ends at {missing}, which is no stop of journey '{journey.id}'.") from missing


def _feature(identity: str, geometry: dict[str, Any], properties: Mapping[str, Any]) -> dict[str, Any]:
    """Build a feature; properties that are None are unknown and left out."""
    known = {name: value for name, value in properties.items() if value is not None}
    return {"type": "Feature", "id": identity, "geometry": geometry, "properties": known}


def _common(role: str, journey: Journey, status: Status, cue: Quote | None) -> dict[str, Any]:
    return {
        "role": role,
        "journey": journey.id,
        "traveller": journey.traveller,
        "status": status,
        "cue": cue.text if cue else None,
    }


def _named(place: Place, name_in_text: str) -> dict[str, Any]:
    box = place.bbox
    return {
        "name": place.name,
        "name_in_text": name_in_text or None,
        "country": place.country or None,
        "place_type": "area" if place.is_area else "point",
        "area_bbox": [_rounded(side) for side in (box.west, box.south, box.east, box.north)] if box and place.is_area else None,
    }


def _dates(times: Sequence[When]) -> str | list[str] | None:
    """Give the time in EDTF, a list where the sources differ (the drawn one first), or None."""
    dates = list(dict.fromkeys(when.edtf for when in times))
    return dates if len(dates) > 1 else next(iter(dates), None)


def _rounded(degrees: float) -> float:
    return round(degrees, _DECIMALS) + 0.0  # -0.0 would be written as such


def _position(place: Place) -> list[float]:
    return [_rounded(place.lon), _rounded(place.lat)]


def _point(place: Place) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _position(place)}


def _line(route: Route, ends: tuple[Stop, Stop]) -> dict[str, Any]:
    """Build the leg's geometry: it starts and ends at its stops to the last digit, whatever the network's rounding."""
    parts = [[[_rounded(lon), _rounded(lat)] for lon, lat in line] for line in route.lines]
    parts[0][0], parts[-1][-1] = _end_at(ends[0], parts[0][0]), _end_at(ends[1], parts[-1][-1])
    parts = [_without_repeats(part) for part in parts]
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def _end_at(stop: Stop, drawn: list[float]) -> list[float]:
    """Give the end of a line its stop's position; a stop at 180 degrees is taken on the side on which the line runs."""
    lon, lat = _position(stop.place)
    return [math.copysign(lon, drawn[0]) if abs(lon) == 180.0 else lon, lat]


def _alternative(route: Route) -> dict[str, Any]:
    lines = [[[_rounded(lon), _rounded(lat)] for lon, lat in line] for line in route.lines]
    return {
        "length_km": round(route.length_km, 1),
        "countries": list(route.countries),
        "geometry": {"type": "MultiLineString", "coordinates": lines},
    }


def _without_repeats(line: list[list[float]]) -> list[list[float]]:
    """Drop points that rounding made equal to the one before; a line keeps two points even if it goes nowhere."""
    kept = [line[0], *(point for before, point in itertools.pairwise(line) if point != before)]
    return kept if len(kept) > 1 else [line[0], line[-1]]
