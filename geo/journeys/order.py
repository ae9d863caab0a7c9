"""Put the stops of a trip in order: what one claim says, then what has happened before what is planned, dates, and the telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from datetime import date

    from geo.journeys.visits import Visit

__all__ = ["order_visits"]

_RANKS = {"from": 0, "via": 1, "at": 2, "to": 3, "toward": 3}


def order_visits(visits: list[Visit]) -> list[Visit]:
    """Put the stops of a trip in order."""
    n = len(visits)
    above = [0] * n  # for each stop, the set of those before it, as bits
    stages = [CERTAINTY_RANK[v.status] for v in visits]
    days = [_days(v) for v in visits]

    def link(a: int, b: int) -> None:
        """Put a before b, unless that would be a circle."""
        if a == b or above[a] >> b & 1 or above[b] >> a & 1:
            return
        new = above[a] | 1 << a
        for other in range(n):
            if other == b or above[other] >> b & 1:
                above[other] |= new

    for first, second in _told(visits):
        link(first, second)
    for a in range(n):
        for b in range(n):
            if stages[a] < stages[b] or (stages[a] == stages[b] and _is_earlier(days[a], days[b])):
                link(a, b)
    order: list[int] = []
    placed = 0
    while len(order) < n:
        ready = next(i for i in range(n) if not placed >> i & 1 and not above[i] & ~placed)
        order.append(ready)
        placed |= 1 << ready
    return [visits[i] for i in order]


def _told(visits: list[Visit]) -> list[tuple[int, int]]:
    """Pairs of stops, by index, that one claim puts in order."""
    ranks: dict[str, list[tuple[int, int]]] = {}
    for index, visit in enumerate(visits):
        for claim, role in visit.evidence:
            if claim.status != "denied":
                ranks.setdefault(claim.id, []).append((_RANKS[role], index))
    pairs = {(a, b): None for rows in ranks.values() for r, a in rows for s, b in rows if r < s and a != b}
    return sorted(pairs)


def _days(visit: Visit) -> tuple[date, date] | None:
    """The first and last day that a stop is dated by."""
    times = [*visit.arrive, *visit.depart]
    return (min(w.start for w in times), max(w.end for w in times)) if times else None


def _is_earlier(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    return one is not None and other is not None and one[1] < other[0]
