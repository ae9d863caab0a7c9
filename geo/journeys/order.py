"""Put the stops of a trip in order: what one claim says, then what has happened before what is planned, dates, and the telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.journeys.visits import Visit

__all__ = ["order_visits"]


def order_visits(visits: list[Visit]) -> list[Visit]:
    """Put the stops of a trip in order."""
    n = len(visits)
    before: dict[int, set[int]] = {i: set() for i in range(n)}
    index = {id(v): i for i, v in enumerate(visits)}

    def link(a: int, b: int) -> None:
        if a != b and not _reaches(before, a, b):
            before[b].add(a)

    for first, second in _told(visits):
        link(index[id(first)], index[id(second)])
    for a in range(n):
        for b in range(n):
            if _stage(visits[a]) < _stage(visits[b]) or (
                _stage(visits[a]) == _stage(visits[b]) and _earlier(visits[a], visits[b])
            ):
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


def _told(visits: list[Visit]) -> list[tuple[Visit, Visit]]:
    """Pairs that one claim puts in order."""
    return [(one, other) for one in visits for other in visits if one is not other and _claim_orders(one, other)]


def _claim_orders(one: Visit, other: Visit) -> bool:
    rank = {"from": 0, "via": 1, "at": 2, "to": 3, "toward": 3}
    return any(c.id == d.id and rank[r] < rank[s] and c.status != "denied" for c, r in one.evidence for d, s in other.evidence)


def _stage(visit: Visit) -> int:
    return {"past": 0, "happened": 0, "under_way": 1, "planned": 2, "possible": 3, "denied": 4}[visit.status]


def _earlier(one: Visit, other: Visit) -> bool:
    ours = [*one.arrive, *one.depart]
    theirs = [*other.arrive, *other.depart]
    return bool(ours and theirs) and max(w.end for w in ours) < min(w.start for w in theirs)
