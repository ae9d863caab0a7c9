"""Claims to journeys: one traveller, one trip, its stops in order, the legs between them and the meetings on the way.

A trip's stops are the places of its claims, the same place once, and once more for each return to it. Their order follows, in this strength:
what one claim or one sentence says ("from X to Y", "to X after a visit to Y"), what has happened before what is to come, dates, and the order
of the telling, set right where news tells its result first. A country folds into the city inside it that the same trip reaches, and is no
journey by itself where another trip of the story reaches one. A leg is
drawn where a claim says that the traveller moved to its end or left its start, where both stops happened one after the other, and to a visit
that is dated within the same trip.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.conflicts import find_conflicts
from geo.journeys.legs import build_legs
from geo.journeys.meetings import build_meetings
from geo.journeys.order.course import linked_by_grammar, order_of_travel
from geo.journeys.order.order import order_visits
from geo.journeys.origins import count_origins
from geo.journeys.stops.gather import gather_visits
from geo.journeys.stops.returns import join_returns
from geo.journeys.stops.visits import covers
from geo.journeys.trips import split_trips
from geo.led_through import lead_through
from geo.model import CERTAINTY_RANK, Itinerary, Journey, Stop, basis_of
from geo.titles import journey_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.journeys.stops.visits import Visit
    from geo.journeys.trip import Trip
    from geo.model import Article, Claim, Meeting, Resolution, Traveller

__all__ = ["assemble"]

#: Times by which an earlier trip is told apart from the story's own.
_CLOSE = ("part", "day", "month")


def assemble(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    travellers: Sequence[Traveller],
    resolutions: Mapping[str, Sequence[Resolution]],
) -> Itinerary:
    """Assemble the itinerary of a story from its claims.

    Parameters
    ----------
    articles, claims, travellers
        As `geo.reading.claims.find_claims` gives them.
    resolutions
        By article id: every mention, so that the places only mentioned are kept.

    Returns
    -------
    Itinerary
        With the claims that made it and those that did not; nothing is dropped.
    """
    trips = sorted(split_trips(claims, travellers, {a.id: a.text for a in articles}), key=lambda t: t.background)
    read = [journey for trip in trips if (journey := _journey(trip, articles)) is not None]
    journeys = [replace(j, id=f"journey-{n}") for n, j in enumerate(_worth_drawing(read), 1)]
    used = {s.place.id for j in journeys for s in j.stops}
    every = [r for a in articles for r in resolutions.get(a.id, ())]
    return Itinerary(
        articles=tuple(articles),
        travellers=tuple(t for t in travellers if any(c.traveller == t.name for c in claims)),
        claims=tuple(claims),
        journeys=tuple(journeys),
        conflicts=find_conflicts(journeys, claims, articles),
        mentions=_only_mentioned(every, used),
        unlocated=tuple(r for r in every if r.place is None and r.mention.kind == "place"),
    )


def _worth_drawing(journeys: Sequence[Journey]) -> list[Journey]:
    """Leave out who is only said to go to a country, where the story follows another, or the same on another trip, to places in it.

    Nearly always that is the same party by another name, or its trip told once more in general. What is told of somebody else with a time of its
    own, or as done earlier, stays.
    """
    return [j for j in journeys if not _is_told_closer(j, [other for other in journeys if other is not j])]


def _is_told_closer(journey: Journey, others: Sequence[Journey]) -> bool:
    only, area = journey.stops[0], journey.stops[0].place
    if len(journey.stops) > 1 or not area.is_area or journey.meetings:
        return False
    own = journey.background or only.arrive or only.depart
    once_before = journey.background and any(w.precision in _CLOSE for w in (*only.arrive, *only.depart))
    if once_before or (own and all(other.traveller != journey.traveller for other in others)):
        return False
    return any(area.contains(stop.place) for other in others for stop in other.stops)


def _journey(trip: Trip, articles: Sequence[Article]) -> Journey | None:
    gathered = gather_visits(trip, order_of_travel(trip.claims, articles))
    visits = join_returns(order_visits(gathered, linked_by_grammar(trip.claims)))
    if not visits:
        return None
    meetings = build_meetings(trip, visits, articles) if trip.moves else ()
    stops = tuple(_dated(_stop(v, n, articles), meetings) for n, v in enumerate(visits, 1))
    linked = [n for n, s in enumerate(stops) if s.basis == "stated"]
    # What is inferred joins a journey and makes none, as where its day parts it from the trip that it was taken for.
    if not linked:
        return None
    if linked[0] and _leads_to(visits[linked[0] - 1], visits[linked[0]]):
        linked.insert(0, linked[0] - 1)
    told = build_legs([visits[n] for n in linked], [stops[n] for n in linked], trip, articles)
    legs = lead_through(told, stops)
    name = trip.traveller.name if trip.moves else _party(trip)
    return Journey("", name, journey_title(name, stops), stops, legs, meetings, trip.background)


def _leads_to(inferred: Visit, told: Visit) -> bool:
    """Whether a trip goes from where it is inferred to begin to the first stop that is told: told before it, and as certain.

    Of other lines from and to inferred stops fewer are right than wrong; see docs/reading-journeys.md.
    """
    first = [min((c.quote.article, c.quote.start) for c, _ in visit.evidence) for visit in (inferred, told)]
    return inferred.status == told.status and first[0][0] == first[1][0] and first[0] <= first[1]


def _party(trip: Trip) -> str:
    """Those who met, for an earlier trip of which only the meeting is told."""
    others = dict.fromkeys(n for c in trip.claims for n in c.companions)
    return " and ".join((trip.traveller.name, *others))


def _dated(stop: Stop, meetings: Sequence[Meeting]) -> Stop:
    """Give a stop without a time that of a meeting there, as inferred; not of one that is less certain than the stop."""
    if stop.arrive or stop.depart:
        return stop
    there = [m for m in meetings if m.place.id == stop.place.id and CERTAINTY_RANK[m.status] <= CERTAINTY_RANK[stop.status]]
    times = [w for m in there for w in m.when]
    safe = [w for w in times if not any(covers(other, w) for other in times)]  # a finer time may be the guess of one source
    return replace(stop, arrive=tuple(replace(w, basis="inferred") for w in safe))


def _stop(visit: Visit, number: int, articles: Sequence[Article]) -> Stop:
    basis = basis_of(visit.claims)
    return Stop(
        id=f"{visit.claims[0].id}@{visit.place.id}", number=number, place=visit.place, name_in_text=visit.name_in_text, status=visit.status,
        confidence=visit.confidence, claims=tuple(dict.fromkeys(c.id for c in visit.claims)), arrive=visit.arrive, depart=visit.depart, cue=visit.cue,
        sources=count_origins(visit.supporting, articles) if basis == "stated" else 0, basis=basis,
    )  # fmt: skip


def _only_mentioned(every: Iterable[Resolution], used: set[str]) -> tuple[Resolution, ...]:
    """The places that no journey stops at, and the names that are no places, each once."""
    found: dict[tuple[str, str], Resolution] = {}
    for r in every:
        key = r.place.id if r.place is not None else r.mention.quote.text
        if r.place is None and r.mention.kind == "place":
            continue
        if r.mention.kind == "place" and r.place is not None and r.place.id in used:
            continue
        if r.mention.kind in ("place", "metonym"):
            found.setdefault((r.mention.kind, key), r)
    return tuple(found.values())
