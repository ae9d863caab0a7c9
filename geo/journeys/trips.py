"""Split claims into trips: by traveller, what is told now apart from each earlier trip, a party and its vehicle together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.journeys.claims import places_of
from geo.journeys.parties.join import join_parties
from geo.journeys.parties.told_once import with_the_main_party
from geo.journeys.trip import LONGEST_VOYAGE, Trip
from geo.model import NARRATOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Claim, Quote, Traveller

__all__ = ["split_trips"]

#: So many stages without a day behind one of long ago make a tale of it.
_TALE = 2


def split_trips(claims: Sequence[Claim], travellers: Sequence[Traveller], texts: Mapping[str, str]) -> list[Trip]:
    """Split the claims into trips, the one that the story tells most of first; ``texts`` are those of the articles, by id.

    A traveller of whom nothing but meetings is told makes no trip. Where a story tells of old trips alone, they are no background.
    """
    by_name = {t.name: t for t in travellers}
    claims = with_the_main_party(claims, travellers)
    own: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:  # each article has a narrator of its own
        own[claim.traveller, claim.quote.article if claim.traveller == NARRATOR else ""].append(claim)
    order = {c.id: n for n, c in enumerate(claims)}
    all_old = bool(claims) and all(c.background for c in claims if c.act != "meet")
    whole = [
        Trip(by_name[name], tuple(theirs))
        for (name, _), theirs in own.items()
        if any(_makes_trip(c) or c.act == "depart" for c in theirs)
    ]
    trips = [trip for party in join_parties(whole, order, texts) for trip in _told_apart(party, order, all_old=all_old)]
    movers = {t.traveller.name for t in trips if any(_makes_trip(c) for c in t.claims)}
    trips = [t for t in trips if t.traveller.name in movers]
    trips.sort(key=lambda t: (-sum(len(c.places) for c in t.moves), order[t.claims[0].id]))
    return _without_partners(trips, {name: theirs for (name, _), theirs in own.items()})


def _told_apart(whole: Trip, order: Mapping[str, int], *, all_old: bool) -> list[Trip]:
    """The trip that is told as news, with what led to it, and each earlier one."""
    theirs = whole.claims
    all_old = all_old or _is_tale(theirs)
    old = [] if all_old else [c.quote for c in theirs if c.background and c.when is not None]
    present = [c for c in theirs if not (c.background or _is_told_with(c, old)) or all_old]
    known = {c.id for c in present}
    voyage = [] if all_old else [*_long_voyage(theirs, present), *_in_between(theirs, present)]
    present += [c for c in theirs if c.id not in known and _sets_off(c, theirs, present)]
    news = [c.quote for c in voyage]
    known = {c.id for c in (*present, *voyage, *(c for c in theirs if not c.background and _is_told_with(c, news)))}
    present = [c for c in theirs if c.id in known]
    now = [replace(whole, claims=tuple(sorted(present, key=lambda c: order[c.id])), voyage=bool(voyage))] if present else []
    past = [c for c in theirs if c.id not in known]
    return [*now, *(replace(whole, claims=group, background=True) for group in _past_groups(past))]


def _is_tale(theirs: Sequence[Claim]) -> bool:
    """Whether all days that are told of somebody are long ago, the first of them with what is told first: the rest went on from there."""
    real = [
        c for c in theirs if c.act != "meet" and c.places and c.status in ("happened", "under_way") and c.sequence != "earlier"
    ]
    ahead = any(c.status == "planned" for c in theirs)
    first = bool(real) and real[0].when is not None and sum(c.when is None for c in real) >= _TALE
    return first and not ahead and all(c.background for c in real if c.when is not None)


def _is_told_with(claim: Claim, old: Sequence[Quote]) -> bool:
    """Whether a stay without a time is told in the sentence of an earlier trip: "last set foot in Sudan in 2021, when he saw X in Khartoum"."""
    stay = claim.act == "stay" and claim.status == "happened" and claim.when is None
    return stay and any(q.overlaps(claim.quote) for q in old)


def _sets_off(claim: Claim, theirs: Sequence[Claim], present: Sequence[Claim]) -> bool:
    """Whether an old departure, after which no arrival is told but those of now, set off on the trip that still goes on."""
    if claim.act != "depart" or claim.status != "happened" or claim.when is None or claim.when.precision == "year":
        return False
    real = [c for c in present if c.status in ("happened", "under_way") and c.act in ("arrive", "travel", "pass")]
    days = [(c.when.start - claim.when.end).days for c in real if c.when is not None]
    ended = any(c.background and c.act != "depart" and _is_same_trip(c, claim) for c in theirs)
    return bool(real) and not ended and all(0 <= gap <= LONGEST_VOYAGE for gap in days)


def _long_voyage(theirs: Sequence[Claim], present: Sequence[Claim]) -> list[Claim]:
    """What is told of a voyage of many months from its departure on: never so long without news that it would be another trip.

    "The yacht docked in Z on Monday. She left X last August and stopped in Y in November."
    """
    known = {c.id for c in present}
    came = [c.when.start for c in present if c.when is not None and c.status == "happened" and c.act in ("arrive", "travel")]
    old = [
        (c.when, c)
        for c in theirs
        if c.id not in known and c.status == "happened" and c.when is not None and c.when.precision != "year"
    ]
    old.sort(key=lambda e: (e[0].start, e[1].act != "depart"))
    if not came or not any(c.background for _, c in old):
        return []
    for n, (_, departure) in enumerate(old):
        days = [w.start for w, _ in old[n:]] + [min(came)]
        if departure.act == "depart" and all(0 <= (b - a).days <= LONGEST_VOYAGE for a, b in pairwise(days)):
            return [c for _, c in old[n:]]
    return []


def _in_between(theirs: Sequence[Claim], present: Sequence[Claim]) -> list[Claim]:
    """What is dated long before publication, but between two days that belong to the trip."""
    known = {c.id for c in present}
    days = [c.when for c in present if c.when is not None and c.when.precision != "year" and c.status == "happened"]
    if not days:
        return []
    first, last = min(w.start for w in days), max(w.end for w in days)
    return [
        c
        for c in theirs
        if c.id not in known
        and c.when is not None
        and c.when.precision != "year"
        and first <= c.when.start
        and c.when.end <= last
    ]


def _makes_trip(claim: Claim) -> bool:
    """Whether the claim alone is enough for a trip: a movement, or a stay at a place; being somewhere in a region is not."""
    places = places_of(claim)
    if claim.act == "meet" or not places:
        return False
    return claim.act != "stay" or any(not p.is_area or p.kind.is_country for p in places)


def _past_groups(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Group earlier trips: times that overlap, or no time and a place in common, are one trip."""
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if any(_is_same_trip(claim, other) for other in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return [tuple(g) for g in groups]


def _is_same_trip(one: Claim, other: Claim) -> bool:
    if one.when is not None and other.when is not None:
        return one.when.start <= other.when.end and other.when.start <= one.when.end
    return bool({p.id for p in places_of(one)} & {p.id for p in places_of(other)})


def _without_partners(trips: Sequence[Trip], own: Mapping[str, Sequence[Claim]]) -> list[Trip]:
    """An earlier meeting is told once, as a trip of the one of those who met whom the story is most about."""
    weight = {name: sum(c.act != "meet" for c in theirs) for name, theirs in own.items()}
    return [
        trip
        for trip in trips
        if trip.moves or not any(_outweighs(n, trip.traveller.name, weight) for c in trip.claims for n in c.companions)
    ]


def _outweighs(one: str, other: str, weight: Mapping[str, int]) -> bool:
    """Whether the story is more about the one than about the other; of equals, about the one who comes first in it."""
    order = list(weight)
    if one not in weight:
        return False
    return (weight[one], -order.index(one)) > (weight[other], -order.index(other))
