"""Put the stops of a trip in order: what one claim says, then what has happened before what is planned, dates, and the telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from geo.journeys.visits import Visit

__all__ = ["order_visits"]

#: What comes first on a map of a trip: what happened, then what is under way, planned, possible, and last what was denied.
_STAGES = {"past": 0, "happened": 0, "under_way": 1, "planned": 2, "possible": 3, "denied": 4}
_RANKS = {"from": 0, "via": 1, "at": 2, "to": 3, "toward": 3}


def order_visits(visits: list[Visit]) -> list[Visit]:
    """Put the stops of a trip in order."""
    n = len(visits)
    before: dict[int, set[int]] = {i: set() for i in range(n)}
    stages = [_STAGES[v.status] for v in visits]
    days = [_days(v) for v in visits]

    def link(a: int, b: int) -> None:
        if a != b and not _reaches(before, a, b):
            before[b].add(a)

    for first, second in _told(visits):
        link(first, second)
    for a in range(n):
        for b in range(n):
            if stages[a] < stages[b] or (stages[a] == stages[b] and _is_earlier(days[a], days[b])):
                link(a, b)
    order: list[int] = []
    rest = list(range(n))
    while rest:
        ready = next(i for i in rest if not before[i] & set(rest))
        order.append(ready)
        rest.remove(ready)
    return [visits[i] for i in order]


def _reaches(before: dict[int, set[int]], a: int, b: int) -> bool:
    """Whether b already comes before a, so that a before b would be a circle."""
    seen, stack = set(), [a]
    while stack:
        node = stack.pop()
        if node == b:
            return True
        if node not in seen:
            seen.add(node)
            stack.extend(before[node])
    return False


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
