"""Lead a line through the stops that are only inferred and lie on its way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Leg, Stop

__all__ = ["lead_through"]

#: How much longer the way through the stops between may be than the way past them.
_DETOUR = 1.2


def lead_through(legs: Iterable[Leg], stops: Sequence[Stop]) -> tuple[Leg, ...]:
    """Cut each leg at the inferred stops between its ends, where they lie on its way and are as certain as it is.

    That the traveller went from one end to the other is told, and each part stands on what tells it; that he passed the stop is inferred, which
    marks the stop, and is said of the line. The bend is that of the stops' coordinates over the globe.

    Parameters
    ----------
    legs
        As they are told.
    stops
        All of the journey, in order.
    """
    number = {stop.id: n for n, stop in enumerate(stops)}
    return tuple(part for leg in legs for part in _parts(leg, stops[number[leg.origin] : number[leg.destination] + 1]))


def _parts(leg: Leg, way: Sequence[Stop]) -> list[Leg]:
    between = [s for s in way[1:-1] if s.basis == "inferred" and CERTAINTY_RANK[s.status] <= CERTAINTY_RANK[leg.status]]
    through = [way[0], *between, way[-1]]
    if not between or leg.status == "denied" or _km(through) > _DETOUR * _km([way[0], way[-1]]):
        return [leg]
    parts = [replace(leg, id=f"{a.id}>{b.id}", origin=a.id, destination=b.id, when=()) for a, b in pairwise(through)]
    parts[0] = replace(parts[0], when=way[0].depart)
    parts[-1] = replace(parts[-1], when=way[-1].arrive)
    return parts


def _km(stops: Sequence[Stop]) -> float:
    return sum(distance_km(a.place.lat, a.place.lon, b.place.lat, b.place.lon) for a, b in pairwise(stops))
