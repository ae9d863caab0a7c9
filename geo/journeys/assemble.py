"""Claims to journeys: one traveller, one trip, its stops in order, the legs between them and the meetings on the way.

A trip's stops are the places of its claims, the same place once. Their order follows, in this strength: what one claim says ("from X to
Y"), what has happened before what is planned, dates, and the order of the telling. A country folds into the city inside it that the
same trip reaches. A leg is drawn only where some claim says that the traveller moved to its end.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from geo.journeys.conflicts import find_conflicts
from geo.journeys.legs import build_legs
from geo.journeys.meetings import build_meetings
from geo.journeys.visits import Visit, gather_visits, order_visits
from geo.model import Itinerary, Journey, Stop
from geo.reading.sources import count_origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.model import Article, Claim, Resolution, Traveller

__all__ = ["assemble"]


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
    journeys: list[Journey] = []
    for trip in _trips(claims):
        journey = _journey(trip, articles, len(journeys))
        if journey is not None:
            journeys.append(journey)
    journeys = _numbered(sorted(journeys, key=lambda j: j.background))
    used = {s.place.id for j in journeys for s in j.stops}
    every = [r for a in articles for r in resolutions.get(a.id, ())]
    return Itinerary(
        articles=tuple(articles),
        travellers=tuple(t for t in travellers if any(c.traveller == t.name for c in claims)),
        claims=tuple(claims),
        journeys=tuple(journeys),
        conflicts=find_conflicts(journeys, claims),
        mentions=_only_mentioned(every, used),
        unlocated=tuple(r for r in every if r.place is None and r.mention.kind == "place"),
    )


def _numbered(journeys: Sequence[Journey]) -> list[Journey]:
    from dataclasses import replace

    return [replace(j, id=f"journey-{n}") for n, j in enumerate(journeys, 1)]


def _trips(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Split the claims by traveller and trip: what is told now, and each earlier trip by itself."""
    by_traveller: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_traveller[claim.traveller].append(claim)
    all_old = bool(claims) and all(c.background for c in claims if c.act != "meet")
    trips: list[tuple[Claim, ...]] = []
    for own in by_traveller.values():
        if not any(c.act != "meet" and c.places for c in own):
            continue
        present = [c for c in own if not c.background or all_old]
        if present:
            trips.append(tuple(present))
        trips.extend(_past_trips([c for c in own if c.background and not all_old]))
    trips.sort(key=lambda t: (-sum(len(c.places) for c in t if c.act != "meet"), claims.index(t[0])))
    return _without_partners(trips, by_traveller)


def _without_partners(trips: Sequence[tuple[Claim, ...]], by_traveller: Mapping[str, Sequence[Claim]]) -> list[tuple[Claim, ...]]:
    """An earlier meeting is told once, as a trip of the one of those who met whom the story is most about."""
    weight = {name: sum(c.act != "meet" for c in own) for name, own in by_traveller.items()}
    return [
        trip for trip in trips
        if any(c.act != "meet" for c in trip) or not any(weight.get(n, 0) > weight[trip[0].traveller] for c in trip for n in c.companions)
    ]  # fmt: skip


def _past_trips(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Group earlier trips: the same year, or no year and the same place, is one trip."""
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if any(_same_past(claim, other) for other in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return [tuple(g) for g in groups]


def _same_past(one: Claim, other: Claim) -> bool:
    if one.when is not None and other.when is not None:
        return one.when.start <= other.when.end and other.when.start <= one.when.end
    return bool(
        {p.resolution.place.id for p in one.places if p.resolution.place}
        & {p.resolution.place.id for p in other.places if p.resolution.place}
    )


def _journey(trip: Sequence[Claim], articles: Sequence[Article], rank: int) -> Journey | None:
    background = all(c.background for c in trip) and rank > 0
    visits = order_visits(gather_visits(trip, background=background))
    if not visits:
        return None
    journey_id = f"journey-{rank + 1}"
    stops = tuple(_stop(v, n, journey_id, articles) for n, v in enumerate(visits, 1))
    legs = build_legs(visits, stops, trip, articles)
    meetings = build_meetings(trip, visits, articles, journey_id, background=background)
    return Journey(journey_id, trip[0].traveller, _title(trip[0].traveller, stops), stops, legs, meetings, background)


def _stop(visit: Visit, number: int, journey_id: str, articles: Sequence[Article]) -> Stop:
    return Stop(
        id=f"{visit.claims[0].id}@{visit.place.id}", number=number, place=visit.place, name_in_text=visit.name_in_text, status=visit.status,
        confidence=visit.confidence, claims=tuple(dict.fromkeys(c.id for c in visit.claims)), arrive=visit.arrive, depart=visit.depart, cue=visit.cue,
        sources=count_origins(visit.claims, articles),
    )  # fmt: skip


def _title(traveller: str, stops: Sequence[Stop]) -> str:
    """A title that says no more than is known: what happened, then what is only planned or possible, in words."""
    done = [s.place.name for s in stops if s.status in ("happened", "under_way", "past")]
    words = " to ".join(dict.fromkeys((done[0], done[-1]))) if done else ""
    for status in ("planned", "possible", "denied"):
        names = [s.place.name for s in stops if s.status == status]
        if names:
            words += ("; " if words else "") + f"{', '.join(dict.fromkeys(names))} {status}"
    return f"{traveller}: {words}"


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
