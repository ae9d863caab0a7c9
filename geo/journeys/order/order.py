"""Put the stops of a trip in order: what one claim says, then what has happened before what is to come, dates, and the telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.order.between import after_the_way_home, around_stopovers, before_the_goal, on_the_way
from geo.journeys.order.days import days_of, is_earlier, told_before_their_time
from geo.journeys.order.ends import (
    OPENS,
    called_by,
    final_destination,
    goes_home,
    goes_on_from,
    is_start,
    is_start_told_last,
)
from geo.journeys.order.partial_order import PartialOrder
from geo.journeys.order.said import before_turning_back, is_told_first, listed_in_turn, told_by_one_claim, told_by_one_sentence
from geo.journeys.stops.visits import was_left
from geo.journeys.way_words import CLOSES
from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.stops.visits import Visit

__all__ = ["order_visits"]

#: What has happened comes before what is to come, and what was denied last; dates order what is to come, whatever its certainty.
_PHASES = {"happened": 0, "past": 0, "under_way": 1, "planned": 1, "possible": 1, "denied": 2}


def order_visits(visits: list[Visit], linked: Sequence[tuple[str, str]] = ()) -> list[Visit]:
    """Put the stops of a trip in order; those that nothing puts in order stay as they are.

    ``linked`` holds pairs of claims, by id, that the grammar of a sentence puts one before the other.
    """
    order = PartialOrder(len(visits))
    stages = [CERTAINTY_RANK[v.status] for v in visits]
    phases = [_PHASES[v.status] for v in visits]
    days = [days_of(v) for v in visits]
    final = final_destination(visits)
    next_trip = after_the_way_home(visits)
    started = {a for a, _ in next_trip}
    home = {
        n for n, v in enumerate(visits) if n not in started and goes_home(v) and not any(is_earlier(days[n], day) for day in days)
    }
    pairs = [(a, b) for a in range(len(visits)) for b in range(len(visits))]
    first_stop = called_by(visits, OPENS)
    order.link_all([*_returns(visits), *told_by_one_claim(visits)])
    order.link_all((a, b) for a, b in pairs if phases[a] == phases[b] and a in first_stop)
    order.link_all([*told_by_one_sentence(visits, linked), *before_turning_back(visits, phases)])
    order.link_all((a, b) for a, b in pairs if phases[a] < phases[b] or (phases[a] == phases[b] and is_earlier(days[a], days[b])))
    order.link_all([*around_stopovers(visits), *next_trip])
    last = called_by(visits, CLOSES)
    order.link_all((a, b) for a, b in pairs if phases[a] == phases[b] and b in last and not goes_home(visits[a]))
    order.link_all(
        (a, b)
        for a, b in pairs
        if phases[a] == phases[b] == _PHASES["planned"] and is_start(visits[a]) and days[b] is None and not is_start(visits[b])
    )
    order.link_all(
        (a, b)
        for a, b in pairs
        if phases[a] == phases[b] == _PHASES["planned"] and b in home and a not in home and not goes_on_from(visits[b], visits[a])
    )
    order.link_all((a, b) for a, b in pairs if b == final and stages[a] == CERTAINTY_RANK["planned"])
    set_plans = [n for n, v in enumerate(visits) if v.status == "planned" and (days[n] or was_left(v))]
    order.link_all(
        (a, b)
        for a, b in pairs
        if a in set_plans and visits[b].status == "possible" and days[b] is None and not is_told_first(visits, b, a)
    )
    order.link_all([*listed_in_turn(visits), *on_the_way(visits), *before_the_goal(visits)])
    begun = {n for n, v in enumerate(visits) if days[n] is None and v.status == "happened" and is_start_told_last(v, visits)}
    order.link_all((a, b) for a, b in pairs if a in begun and phases[a] == phases[b])
    for n in range(1, len(visits)):  # what has no day goes with what was told before it
        if phases[n - 1] == phases[n] and days[n] is None:
            before = n - 1
            while (
                before > 0 and phases[before - 1] == phases[n] == _PHASES["planned"] and _is_told_ahead(before, n, visits, order)
            ):
                before -= 1
            order.link(before, n)
            for later in told_before_their_time(visits, days, phases, n):
                order.link(n, later)
    return [visits[i] for i in order.sorted()]


def _is_told_ahead(goal: int, n: int, visits: list[Visit], order: PartialOrder) -> bool:
    """Whether a stop told before another is told again behind it, as one that others come before: "a trip to meet the king in X. He will be in Y, then go to X"."""
    start = min(c.quote.start for c, _ in visits[n].evidence)
    again = any(r != "from" and c.quote.start > start for c, r in visits[goal].evidence)
    return again and any(order.puts(m, goal) for m in range(n + 1, len(visits)))


def _returns(visits: list[Visit]) -> list[tuple[int, int]]:
    """Each return after the stop that it goes back to."""
    return [(visits.index(v.earlier), n) for n, v in enumerate(visits) if v.earlier is not None]
