"""The way of a train: along track, through the countries of its leg if it can.

1. Only the countries of the ends and of the places on the way: a train from Vladivostok to Moscow stays in Russia, although the
   shortest track crosses China.
2. If no track joins the places there, any country, where each border costs as much as a long detour; the note names the others.
3. If no track joins them at all, or a place has no track within reach, there is no answer; the note says which.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from geo.routes.found import Found
from geo.routes.geometry import as_line, geodesic_km, length_km
from geo.routes.network import open_network
from geo.routes.search import subnet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gazetteer.model import Place
    from geo.routes.network import Network
    from geo.routes.search import Subnet, Way

__all__ = ["along_rail"]

#: A place farther than this from track is not served by it, in kilometres.
_REACH_KM = 50.0
#: A straight line from a place to its track is worth a word from this length, in kilometres.
_ACCESS_KM = 5.0
#: A stretch in another country shorter than this, with the same country on both sides, is the drawing of a border, not a crossing.
_FLICKER_KM = 3.0


def along_rail(places: Sequence[Place]) -> Found:
    """Find the way of a train through places.

    Parameters
    ----------
    places
        The origin, the places on the way and the destination. The line starts and ends at the first and last; it passes the others on
        the track nearest to them.
    """
    network = open_network()
    everywhere = subnet(network, None)
    far = [place.name for place in places if not len(everywhere.near(place.lat, place.lon, _REACH_KM)[0])]
    if far:
        return _no_answer(f"No railway is known within {_REACH_KM:.0f} km of {_and(far)}")
    listed = frozenset(_country(everywhere, place) for place in places)
    at_home = subnet(network, listed)
    for field, note in ((at_home, ""), (everywhere, "No track joins the two ends within {}: the line goes through {}.")):
        stations = _stations(field, places)
        ways = [field.way(a, b) for a, b in itertools.pairwise(stations)] if stations else [None]
        if all(ways):
            return _found(network, places, [way for way in ways if way], note, listed)
    return _no_answer(f"No railway is known that joins {places[0].name} and {places[-1].name}")


def _no_answer(reason: str) -> Found:
    return Found((), 0.0, "track", note=f"{reason}: the line is the shortest over the globe, not a train's way.")


def _country(everywhere: Subnet, place: Place) -> str:
    """Return the country whose track serves a place: its own, unless it has none within reach."""
    network = everywhere.network
    points, _ = everywhere.near(place.lat, place.lon, _REACH_KM)
    codes = [network.countries[code] for code in network.country[points].tolist()]
    return place.country if place.country in codes else codes[0]


def _stations(field: Subnet, places: Sequence[Place]) -> list[int]:
    """Choose the point of track for each place: all in one connected part, the one with the shortest straight lines in all."""
    nearest = []
    for place in places:
        points, km = field.near(place.lat, place.lon, _REACH_KM)
        parts = field.part[field.network.vertex_near(points)]
        _, first = np.unique(parts, return_index=True)
        nearest.append({int(parts[i]): (float(km[i]), int(points[i])) for i in first})
    shared = set(nearest[0]).intersection(*nearest[1:])
    if not shared:
        return []
    part = min(shared, key=lambda part: (sum(of_place[part][0] for of_place in nearest), part))
    return [of_place[part][1] for of_place in nearest]


def _found(network: Network, places: Sequence[Place], ways: list[Way], note: str, listed: frozenset[str]) -> Found:
    points = np.concatenate([ways[0].points, *(way.points[1:] for way in ways[1:])])
    track = as_line(network.lon[points], network.lat[points])
    start, end = (places[0].lon, places[0].lat), (places[-1].lon, places[-1].lat)
    access = [geodesic_km(start, track[0]), geodesic_km(track[-1], end)]
    countries = _countries(network, points)
    others = [code for code in countries if code not in listed]
    notes = [note.format(_and(sorted(listed)), _and(others))] if note and others else []
    notes += [
        f"{place.name} is {km:.0f} km from the track: the line between is straight."
        for place, km in zip((places[0], places[-1]), access, strict=True)
        if km >= _ACCESS_KM
    ]
    km = sum(way.km for way in ways) + sum(access)
    return Found((start, *track, end), km, "track", countries, " ".join(notes))


def _countries(network: Network, points: NDArray[np.int64]) -> tuple[str, ...]:
    """Return the countries that points lie in, in order, without strays over a border and back."""
    codes = network.country[points]
    starts = np.flatnonzero(np.diff(codes, prepend=codes[0] + 1))
    line = as_line(network.lon[points], network.lat[points])
    runs: list[str] = []
    for i, start in enumerate(starts.tolist()):
        stop = int(starts[i + 1]) if i + 1 < len(starts) else len(codes)
        code = network.countries[codes[start]]
        if 0 < i < len(starts) - 1 and codes[start - 1] == codes[stop] and length_km(line[start:stop]) < _FLICKER_KM:
            continue
        if not runs or runs[-1] != code:
            runs.append(code)
    return tuple(runs)


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
