"""Lead a line through the stops that are only inferred and lie on its way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Leg, Stop

__all__ = ["join_through", "lead_through"]

#: How much longer the way through the stops between may be than the way past them.
_DETOUR = 1.2


def lead_through(legs: Iterable[Leg], stops: Sequence[Stop]) -> tuple[Leg, ...]:
    """Cut each leg at the inferred stops between its ends, where they lie on its way and are as certain as it is.

    That the traveller went from one end to the other is told, and each part stands on what tells it; that he passed the stop is inferred, which
    marks the stop, and is said of the line. The bend is that of the stops' coordinates over the globe.

    Parameters
    ----------
    legs
        As they are told, between stops of the journey; one that leads back to an earlier stop stays as it is.
    stops
        All of the journey, in order.
    """
    number = {stop.id: n for n, stop in enumerate(stops)}
    ways = ((leg, number[leg.origin], number[leg.destination]) for leg in legs)
    return tuple(part for leg, start, end in ways for part in (_parts(leg, stops[start : end + 1]) if start < end else [leg]))


def join_through(legs: Iterable[Leg], stops: Sequence[Stop]) -> tuple[Leg, ...]:
    """Undo `lead_through`: join the parts that lead to an inferred stop and on from it by the same words.

    So the itinerary file holds what is told: whoever takes the stop out of it leaves the line.
    """
    inferred = {stop.id for stop in stops if stop.basis == "inferred"}
    joined: list[Leg] = []
    for leg in legs:
        last = joined[-1] if joined else None
        if last is None or leg.origin not in inferred or last.destination != leg.origin or _told(last) != _told(leg):
            joined.append(leg)
            continue
        whole = f"{last.origin}>{leg.destination}"
        joined[-1] = replace(last, id=whole, destination=leg.destination, when=last.when or leg.when)
    return tuple(joined)


def _told(leg: Leg) -> tuple[object, ...]:
    return leg.claims, leg.status, leg.mode, leg.checked


def _parts(leg: Leg, way: Sequence[Stop]) -> list[Leg]:
    between = [s for s in way[1:-1] if _may_be_passed(s, leg)]
    through = [way[0], *between, way[-1]]
    if not between or leg.via or leg.status == "denied" or _km(through) > _DETOUR * _km([way[0], way[-1]]):
        return [leg]
    parts = [replace(leg, id=f"{a.id}>{b.id}", origin=a.id, destination=b.id, when=()) for a, b in pairwise(through)]
    dated = 0 if way[0].depart else -1
    parts[dated] = replace(parts[dated], when=leg.when)
    return parts


def _may_be_passed(stop: Stop, leg: Leg) -> bool:
    hidden = stop.safety is not None or stop.protected
    return stop.basis == "inferred" and not hidden and CERTAINTY_RANK[stop.status] <= CERTAINTY_RANK[leg.status]


def _km(stops: Sequence[Stop]) -> float:
    return sum(a.place.km_to(b.place) for a, b in pairwise(stops))
