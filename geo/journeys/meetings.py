"""The meetings of a trip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.origins import count_origins
from geo.journeys.stops.visits import same_place
from geo.model import CERTAINTY_RANK, TOOK_PLACE, Meeting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.stops.visits import Visit
    from geo.journeys.trip import Trip
    from geo.model import Article, Claim, Status

__all__ = ["build_meetings"]


def build_meetings(trip: Trip, visits: Sequence[Visit], articles: Sequence[Article]) -> tuple[Meeting, ...]:
    """Gather the meetings of a trip, those at one stop with one certainty as one.

    A meeting told for a country is at the trip's stop inside it; one at no stop of the trip stays out.
    """
    groups: dict[tuple[int, bool], list[Claim]] = {}
    for claim in trip.claims:
        if claim.act != "meet":
            continue
        at = _stop_of(claim, visits)
        if at is not None:
            groups.setdefault((at, claim.status in ("happened", "under_way")), []).append(claim)
    _join_purposes(groups)
    _join_unplaced(trip, groups)
    return tuple(_meeting(claims, visits[at], articles, background=trip.background) for (at, _), claims in sorted(groups.items()))


def _join_unplaced(trip: Trip, groups: dict[tuple[int, bool], list[Claim]]) -> None:
    """A coming meeting told without its place is the one coming meeting of the trip that has a place."""
    coming = [key for key in groups if not key[1]]
    if len(coming) == 1:
        groups[coming[0]] += [c for c in trip.claims if c.act == "meet" and not c.places and c.status in ("planned", "possible")]


def _join_purposes(groups: dict[tuple[int, bool], list[Claim]]) -> None:
    """ "He arrived to meet local officials" and "he was met by officials" are one meeting, and it happened."""
    for at, real in sorted(groups):
        if real or (at, True) not in groups:
            continue
        met = {w for c in groups[(at, True)] for n in c.companions for w in n.casefold().split()}
        same = [c for c in groups[(at, False)] if met & {w for n in c.companions for w in n.casefold().split()}]
        groups[(at, True)] += same
        rest = [c for c in groups.pop((at, False)) if c not in same]
        if rest:
            groups[(at, False)] = rest


def _stop_of(claim: Claim, visits: Sequence[Visit]) -> int | None:
    place = next((p.resolution.place for p in claim.places if p.resolution.place is not None), None)
    if place is None:
        return None
    real = claim.status in ("happened", "under_way")
    exact = [i for i, v in enumerate(visits) if same_place(v.place, place)]
    inside = [i for i, v in enumerate(visits) if place.is_area and place.contains(v.place) and (v.status in TOOK_PLACE) == real]
    return next(iter((*exact, *inside)), None)


def _meeting(claims: Sequence[Claim], visit: Visit, articles: Sequence[Article], *, background: bool) -> Meeting:
    best = min(claims, key=lambda c: CERTAINTY_RANK[c.status])
    status: Status = "past" if background else best.status
    whens = tuple({c.when.edtf: c.when for c in claims if c.when is not None}.values())
    people = tuple(dict.fromkeys(name for c in claims for name in (c.traveller, *c.companions)))
    return Meeting(
        id=f"{best.id}@{visit.place.id}", place=visit.place, name_in_text=visit.name_in_text, participants=people, status=status,
        claims=tuple(c.id for c in claims), when=whens, cue=best.cue, sources=count_origins([c for c in claims if c.status == best.status], articles),
    )  # fmt: skip
