"""The way over land: along track or road, through the countries of its leg if it can, and over no closed border if it can.

1. Only the countries of the ends and of the places on the way: a train from Vladivostok to Moscow stays in Russia, although the
   shortest track crosses China.
2. If nothing joins the places there, any country, where each border costs as much as a long detour; the note names the others. So too
   if what joins them goes far about, and a way through other countries is cheaper with its borders: from Jerusalem to Amman by Eilat.
3. If that leads nowhere, or so far round that nobody would go there, the same twice again over borders that were closed on the day;
   the note names the border. Of an unknown day it is not known whether the border of the leg's own countries was closed: it is
   crossed at once, and the note says why.
4. If nothing joins them at all, or a place has no track or road within reach, there is no answer; the note says which.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from geo.routes.borders import closures_on
from geo.routes.found import Found
from geo.routes.geometry import as_line, geodesic_km
from geo.routes.network import RAIL, ROAD, open_network
from geo.routes.remarks import and_list, borders_crossed, countries_along, country_name, gauge_remarks, straight_remark
from geo.routes.search import BORDER_KM, subnet
from geo.routes.stations import REACH_KM, choose_stations, ways_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from gazetteer.model import Place
    from geo.routes.borders import Closure
    from geo.routes.memory import Memory
    from geo.routes.search import Subnet, Way

__all__ = ["along_ground"]

#: How much farther than the nearest point of the network a place may be joined to it, before other ways are tried, in kilometres.
_SPARE_KM = 15.0
#: A straight line from a place to the network is worth a word from this length, in kilometres.
_ACCESS_KM = 5.0
#: A way longer than this times the straight one and this many kilometres more is not what somebody took: all the way round the Baltic
#: because one border is closed, or round a continent because one road is missing in the source.
_BELIEVED, _BELIEVED_KM = 3.0, 300.0
#: A way through the leg's own countries that is longer than this times the straight one goes far about: another may be cheaper.
_ABOUT = 2.0
#: Shorter ways have no alternatives worth drawing, in kilometres.
_ALTERNATIVE_KM = 100.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What one travels along over land, and the words for it.

    Attributes
    ----------
    path
        The compiled network.
    basis
        What a line along it is called.
    noun, line
        ``railway`` and ``track``, or ``road`` twice.
    way
        What a straight line isn't: ``a train's way``.
    """

    path: Path
    basis: Literal["track", "road"]
    noun: str
    line: str
    way: str


_GROUNDS = {
    "train": Ground(RAIL, "track", "railway", "track", "a train's way"),
    "car": Ground(ROAD, "road", "road", "road", "the road taken"),
    "foot": Ground(ROAD, "road", "road", "road", "the way walked"),
}


def along_ground(places: Sequence[Place], mode: str, *, day: date | None = None, memory: Memory | None = None) -> Found:
    """Find the way over land through places.

    Parameters
    ----------
    places
        The origin, the places on the way and the destination. The line starts and ends at the first and last; it passes the others on
        the track or road nearest to them.
    mode
        ``train``, ``car`` or ``foot``.
    day
        When: it decides which borders were closed. None: those that still are.
    memory
        Searches made before, for many legs in one call.
    """
    ground = _GROUNDS[mode]
    everywhere = subnet(open_network(ground.path), None)
    far = [place for place in places if not len(everywhere.near(place.lat, place.lon, REACH_KM)[0])]
    if far:
        names = and_list(list(dict.fromkeys(place.name for place in far)))
        swapped = " ".join(_swapped_remark(everywhere, place) for place in far)
        return _no_answer(ground, f"No {ground.noun} is known within {REACH_KM:.0f} km of {names}", swapped)
    listed = frozenset(_country(everywhere, place) for place in places)
    closures = closures_on(mode, day)
    straight_km = sum(geodesic_km((a.lon, a.lat), (b.lon, b.lat)) for a, b in itertools.pairwise(places))
    longest, about = 0.0, None
    for field, abroad, spare_km in _fields(everywhere, listed, closures, day):
        stations = choose_stations(field, everywhere, places, spare_km)
        ways = ways_between(field, places, stations, memory) if stations else None
        found = _found(field, ground, places, ways) if ways else None
        leaves = abroad
        if about and (found is None or _price(about) <= _price(found)):
            found, leaves = about, False
        if found is None:
            continue
        if sum(found.access_km) > straight_km or found.km <= sum(found.access_km):
            return _too_near(ground, places)
        if found.km > _BELIEVED * straight_km + _BELIEVED_KM:
            longest = longest or found.km
            continue
        if not leaves and found.km > _ABOUT * straight_km and not about:
            about = found
            continue
        words = _abroad_remark(ground, listed, found, about) if leaves else ""
        return _remarked(found, everywhere, ground, places, [words, *(c.remark(day) for c in _crossed(closures, found))])
    if longest:
        note = f"The way round from {places[0].name} to {places[-1].name} is {longest:,.0f} km long, too far to be believed"
        return Found((), 0.0, ground.basis, note=f"{note}: the line is the shortest over the globe.")
    return _no_answer(ground, f"No {ground.noun} is known that joins {places[0].name} and {places[-1].name}")


def _fields(
    everywhere: Subnet, listed: frozenset[str], closures: tuple[Closure, ...], day: date | None
) -> Iterator[tuple[Subnet, bool, float]]:
    """Give the parts of the network to search, the most plausible first.

    With each: whether it leaves the listed countries, and how much farther than the nearest point of all a place may be joined to it.
    """
    network = everywhere.network
    closed = frozenset(closure.pair for closure in closures if day or not closure.pair <= listed)
    at_home = frozenset(pair for pair in closed if pair <= listed)
    for spare_km in (_SPARE_KM, REACH_KM):
        yield subnet(network, listed, at_home), False, spare_km
        yield subnet(network, None, closed), True, spare_km
        if at_home:
            yield subnet(network, listed), False, spare_km
        if closed:
            yield everywhere, True, spare_km


def _no_answer(ground: Ground, reason: str, more: str = "") -> Found:
    note = f"{reason}: the line is the shortest over the globe, not {ground.way}. {more}"
    return Found((), 0.0, ground.basis, note=note.strip())


def _too_near(ground: Ground, places: Sequence[Place]) -> Found:
    if len({(place.lat, place.lon) for place in places}) == 1:
        return Found((), 0.0, ground.basis, note="Both ends are one place.")
    names = and_list([place.name for place in places])
    return Found((), 0.0, ground.basis, note=f"{names} lie nearer to each other than to the network: the line is straight.")


def _price(found: Found) -> float:
    """Return the length of a way and what its borders cost, in kilometres."""
    return found.km + BORDER_KM * max(len(found.countries) - 1, 0)


def _country(everywhere: Subnet, place: Place) -> str:
    """Return the country whose network serves a place: its own, unless it has none within reach."""
    codes = _codes_near(everywhere, place.lat, place.lon)
    return place.country if place.country in codes else codes[0]


def _codes_near(everywhere: Subnet, lat: float, lon: float) -> list[str]:
    network = everywhere.network
    points, _ = everywhere.near(lat, lon, REACH_KM)
    return [network.countries[code] for code in network.country[points].tolist()]


def _swapped_remark(everywhere: Subnet, place: Place) -> str:
    """Say so if a place has the network of another country around it, or none, and that of its own where lat and lon are swapped."""
    if not place.country or place.country in _codes_near(everywhere, place.lat, place.lon) or abs(place.lon) > 90:
        return ""
    if place.country not in _codes_near(everywhere, place.lon, place.lat):
        return ""
    return f"The coordinates of {place.name} ({place.lat}, {place.lon}) look as if lat and lon were swapped."


def _found(field: Subnet, ground: Ground, places: Sequence[Place], ways: list[Way]) -> Found:
    found = _drawn(field, ground, places, ways)
    if len(ways) > 1 or found.km < _ALTERNATIVE_KM:
        return found
    other = field.other_way(ways[0])
    return found.with_other(_drawn(field, ground, places, [other])) if other else found


def _drawn(field: Subnet, ground: Ground, places: Sequence[Place], ways: list[Way]) -> Found:
    network = field.network
    points = np.concatenate([ways[0].points, *(way.points[1:] for way in ways[1:])])
    line = as_line(network.lon[points], network.lat[points])
    start, end = (places[0].lon, places[0].lat), (places[-1].lon, places[-1].lat)
    access = (geodesic_km(start, line[0]), geodesic_km(line[-1], end))
    km = sum(way.km for way in ways)
    ferry = sum(way.ferry_km for way in ways)
    countries = countries_along(network, points)
    return Found((start, *line, end), km + sum(access), ground.basis, countries, access_km=access, ferry_km=ferry)


def _named(countries: Sequence[str]) -> str:
    return and_list([country_name(code) for code in countries])


def _crossed(closures: Sequence[Closure], found: Found) -> list[Closure]:
    crossed = borders_crossed(found.countries)
    return [closure for closure in closures if closure.pair in crossed]


def _abroad_remark(ground: Ground, listed: frozenset[str], found: Found, about: Found | None) -> str:
    """Say through which countries that its ends don't explain a line goes, and why."""
    others = list(dict.fromkeys(code for code in found.countries if code not in listed))
    if not others:
        return ""
    home = _named(sorted(listed))
    why = f"The way within {home} is {about.km:,.0f} km long" if about else f"No {ground.line} joins the two ends within {home}"
    return f"{why}: the line goes through {_named(others)}."


def _remarked(found: Found, everywhere: Subnet, ground: Ground, places: Sequence[Place], borders: Sequence[str]) -> Found:
    """Add what a reader must know of a line: its borders, as they were told, then gauges, ferries and straight lines."""
    notes = [_swapped_remark(everywhere, place) for place in places]
    notes += borders
    notes += gauge_remarks(found.countries) if ground.basis == "track" else []
    notes += [f"{found.ferry_km:.0f} km of it are by ferry or on a train that carries cars."] if found.ferry_km >= 1 else []
    notes += [straight_remark(found.line)] if ground.basis == "road" else []
    notes += [
        f"{place.name} is {km:.0f} km from the {ground.line}: the line between is straight."
        for place, km in zip((places[0], places[-1]), found.access_km, strict=True)
        if km >= _ACCESS_KM
    ]
    notes += [f"Another way of {found.others[0].km:,.0f} km is about as likely."] if found.others else []
    return found.with_note(" ".join(filter(None, notes)))
