"""The point of the network that stands for each place: the nearest that is of use, not simply the nearest."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from geo.routes.geometry import geodesic_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.model import Place
    from geo.routes.memory import Memory
    from geo.routes.search import Subnet, Way

__all__ = ["REACH_KM", "choose_stations", "ways_between"]

#: A place farther than this from the network is not served by it, in kilometres.
REACH_KM = 50.0
#: A way longer than this times the straight line may start at the wrong station.
_DETOUR = 1.3
#: Other stations of a town lie no more than this beyond the nearest, and this far from each other, in kilometres; so many are tried.
_IN_TOWN_KM, _APART_KM, _MOST = 4.0, 1.0, 4
#: A kilometre between the place and its station counts as so many of the way, and the whole must come to less than this share of what it is
#: from the nearest station: one takes a farther station for a real gain only.
_ACCESS_WEIGHT, _GAIN = 3.0, 0.95
#: Stations of one town are joined if there is no more than this of track between them, in kilometres.
_JOINED_KM = 15.0


def choose_stations(field: Subnet, everywhere: Subnet, places: Sequence[Place], spare_km: float) -> list[int]:
    """Choose the point of the network for each place: all in one connected part, the one with the shortest straight lines in all.

    Parameters
    ----------
    field
        Where the way is searched.
    everywhere
        The whole network.
    places
        In the order of travel.
    spare_km
        How much longer each of these lines may be than it would be without regard to countries and parts, in kilometres.

    Returns
    -------
    list of int
        A point for each place; empty if no part of the network comes near to all.
    """
    nearest = []
    for place in places:
        longest = min(float(everywhere.near(place.lat, place.lon, REACH_KM)[1][0]) + spare_km, REACH_KM)
        points, km = field.near(place.lat, place.lon, longest)
        parts = field.part[field.network.vertex_near(points)]
        _, first = np.unique(parts, return_index=True)
        nearest.append({int(parts[i]): (float(km[i]), int(points[i])) for i in first})
    shared = set(nearest[0]).intersection(*nearest[1:])
    if not shared:
        return []
    part = min(shared, key=lambda part: (sum(of_place[part][0] for of_place in nearest), part))
    return [of_place[part][1] for of_place in nearest]


def ways_between(field: Subnet, places: Sequence[Place], stations: Sequence[int], memory: Memory | None) -> list[Way] | None:
    """Find the way from station to station, with another station of the same town where that saves more than it costs to get there.

    Parameters
    ----------
    field
        Where the way is searched.
    places
        In the order of travel.
    stations
        A point for each, as `choose_stations` returns them.
    memory
        Searches made before.

    Returns
    -------
    list of Way or None
        One way for each pair of neighbours; None if nothing joins one of them.
    """
    stations = list(stations)
    ways = _ways(field, stations, memory)
    # From south to north, so that the way back is the same.
    for i in sorted(range(len(places)), key=lambda i: (places[i].lat, places[i].lon)):
        place, beside = places[i], slice(max(i - 1, 0), i + 2)
        if ways is None:
            break
        in_town = list(_stations_in_town(field, place, stations[i]))
        if not _goes_about(ways[max(i - 1, 0) : i + 1], places[beside]):
            in_town = [stations[i], *_cut_off(field, in_town)]
        if len(in_town) == 1:
            continue
        costs = {
            other: _cost(
                field, place, other, _ways(field, [*stations[max(i - 1, 0) : i], other, *stations[i + 1 : i + 2]], memory)
            )
            for other in in_town
        }
        best = min(costs, key=lambda other: costs[other])
        if costs[best] < _GAIN * costs[stations[i]]:
            stations[i] = best
            ways = _ways(field, stations, memory)
    return ways


def _ways(field: Subnet, stations: Sequence[int], memory: Memory | None) -> list[Way] | None:
    ways = [field.way(a, b, memory) for a, b in itertools.pairwise(stations)]
    found = [way for way in ways if way is not None]
    return found if len(found) == len(ways) else None


def _goes_about(ways: Sequence[Way], places: Sequence[Place]) -> bool:
    straight = sum(geodesic_km((a.lon, a.lat), (b.lon, b.lat)) for a, b in itertools.pairwise(places))
    return sum(way.km for way in ways) > _DETOUR * straight


def _cut_off(field: Subnet, stations: Sequence[int]) -> list[int]:
    """Return the stations of a town that aren't joined to its first within the town: Boston has two, and no track between them."""
    from geo.routes.memory import Memory

    near = Memory()
    return [other for other in stations[1:] if field.cheapest(stations[0], other, (_JOINED_KM,), near) is None]


def _cost(field: Subnet, place: Place, station: int, ways: Sequence[Way] | None) -> float:
    if ways is None:
        return float("inf")
    access = geodesic_km((place.lon, place.lat), (float(field.network.lon[station]), float(field.network.lat[station])))
    return sum(way.km for way in ways) + _ACCESS_WEIGHT * access


def _stations_in_town(field: Subnet, place: Place, nearest: int) -> Iterator[int]:
    """Give the nearest station, then others of the same connected part that lie apart from those given."""
    network = field.network
    part = field.part[network.vertex_near(np.array([nearest]))][0]
    beyond = geodesic_km((place.lon, place.lat), (float(network.lon[nearest]), float(network.lat[nearest])))
    points, _ = field.near(place.lat, place.lon, beyond + _IN_TOWN_KM)
    points = points[field.part[network.vertex_near(points)] == part]
    given: list[tuple[float, float]] = []
    for point in [nearest, *points.tolist()]:
        at = float(network.lon[point]), float(network.lat[point])
        if all(geodesic_km(at, other) >= _APART_KM for other in given):
            given.append(at)
            yield point
        if len(given) == _MOST:
            return
