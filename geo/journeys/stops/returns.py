"""Round trips and returns: the second time at a place is a stop of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.claims import places_of
from geo.journeys.stops.visits import Visit, effective_status, same_place, was_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.model import Claim, When

__all__ = ["join_returns", "split_returns"]

#: Statuses of what is still to come.
_COMING = ("under_way", "planned", "possible")
#: Precisions fine enough to tell that one day lies between two others.
_DAYS = ("part", "day")


class _Past:
    """What the claims about a stop say together, so that each of them need not be held against all the others.

    No time is after itself, and no claim is told before itself: so a claim may be asked about what it is one of.
    """

    def __init__(self, visit: Visit, order: Mapping[str, int]) -> None:
        departures = [(c, effective_status(c, r)) for c, r in visit.evidence if r == "from"]
        left = [c for c, status in departures if status == "happened"]
        self.claims = {c.id for c, _ in visit.evidence}
        self.first = min((order[c.id] for c, _ in visit.evidence), default=0)
        self.back_from = {c.id for c, _ in departures if c.returning}
        self.left = _different(c.when for c in left)
        self.always_dated = bool(left) and all(c.when is not None for c in left)
        self.first_left: dict[str, int] = {}
        for claim in left:
            article = claim.quote.article
            self.first_left[article] = min(order[claim.id], self.first_left.get(article, order[claim.id]))
        self.here = _different(c.when for c, r in visit.evidence if effective_status(c, r) == "happened")


def split_returns(visits: Sequence[Visit], order: Mapping[str, int]) -> list[Visit]:
    """Split off each return to a place where the trip was before; ``order`` ranks the claims, by id, in the order of travel."""
    found: list[Visit] = []
    for visit in visits:
        found.append(visit)
        past = _Past(visit, order)
        back = [e for e in visit.evidence if _is_return(e, visit, past, visits, order)]
        if not back:
            continue
        again = {(c.id, r) for c, r in back}
        first = min(order[c.id] for c, _ in back)
        day = min((c.when.start for c, _ in back if c.when is not None), default=None)
        for claim, role in visit.evidence:  # what left again after the return left from it
            later = claim.when is not None and day is not None and claim.when.start > day
            since = order[claim.id] > first or (later and role == "from" and not visit.place.is_area)
            left = role == "from" and (later or claim.when is None)
            came = (
                role in ("to", "at")
                and claim.act in ("arrive", "travel")
                and claim.status == "happened"
                and (claim.when is None or _is_after_leaving(claim, past))
            )
            if since and (left or came) and (claim.id, role) not in again:
                again.add((claim.id, role))
                back.append((claim, role))
        if rest := [(c, r) for c, r in visit.evidence if (c.id, r) not in again]:
            visit.evidence = rest
            found.append(
                Visit(visit.place, visit.name_in_text, visit.confidence, visit.rank, back, visit.background, earlier=visit)
            )
    return found


def join_returns(visits: Sequence[Visit]) -> list[Visit]:
    """Join a return to the stop right before it, where nothing tells that the traveller left there and no two days tell them apart.

    ``visits`` are in order: only then is it known that nothing lies between.
    """
    kept: list[Visit] = []
    for visit in visits:
        before = kept[-1] if kept else None
        if before is not None and visit.earlier is before and not was_left(before) and not _are_two_days(before, visit):
            before.evidence += visit.evidence
        else:
            kept.append(visit)
    return kept


def _are_two_days(one: Visit, other: Visit) -> bool:
    return any(_is_after(late, early) for early in one.arrive for late in other.arrive)


def _is_return(evidence: tuple[Claim, str], visit: Visit, past: _Past, visits: Sequence[Visit], order: Mapping[str, int]) -> bool:
    """Whether a claim comes to the place for another time."""
    claim, role = evidence
    own = [p.resolution.place for p in claim.places if p.role == "from"]
    if (
        role == "from"
        and claim.returning
        and claim.status == "happened"
        and any(p is not None and same_place(p, visit.place) for p in own)
    ):
        return _was_away(claim, visit, visits, order)
    if role in ("from", "toward") or claim.act == "meet" or claim.status == "denied":
        return False
    of_area = visit.place.is_area or not any(same_place(visit.place, p) for p in places_of(claim))
    if of_area and not claim.returning:  # a country is come to and left at many places
        return False
    if claim.returning and len(past.claims) > 1:
        return past.back_from <= {claim.id} and past.first < order[claim.id]
    if any(_is_after(claim.when, when) for when in past.left):
        away = any(_is_between(v, when, claim.when) for v in visits if v is not visit for when in past.left)
        return away or claim.status in _COMING or _comes_from_elsewhere(claim, visit)
    if claim.status in _COMING and not _is_over(claim, visits):
        return past.first_left.get(claim.quote.article, order[claim.id]) < order[claim.id]
    return any(_is_between(v, when, claim.when) for v in visits if v is not visit for when in past.here)


def _is_over(claim: Claim, visits: Sequence[Visit]) -> bool:
    """Whether what is only possible would have been before something that happened: "where he apparently stopped on Friday"."""
    real = [w for v in visits if v.status == "happened" for w in (*v.arrive, *v.depart)]
    return claim.status == "possible" and any(_is_after(when, claim.when) for when in real)


def _was_away(departure: Claim, visit: Visit, visits: Sequence[Visit], order: Mapping[str, int]) -> bool:
    """Whether somebody who went home from a place had gone on from it to another: "flew to X and drove to Y. They flew home from X"."""

    def came(stop: Visit) -> list[int]:
        reached = [
            c
            for c, r in stop.evidence
            if r in ("to", "at") and c.act != "meet" and c.status == "happened" and c.basis == "stated"
        ]
        return [order[c.id] for c in reached if not c.returning]

    here = [n for n in came(visit) if n < order[departure.id]]
    others = [n for v in visits if v is not visit and not v.place.is_area for n in came(v)]
    return bool(here) and any(min(here) < n < order[departure.id] for n in others)


def _is_after_leaving(claim: Claim, past: _Past) -> bool:
    """Whether a claim is dated after every departure from the place, so that it tells of the return."""
    return past.always_dated and all(_is_after(claim.when, when) for when in past.left)


def _comes_from_elsewhere(claim: Claim, visit: Visit) -> bool:
    """Whether a claim tells where the traveller came to the place from, and not by looking back."""
    if claim.sequence == "earlier":
        return False
    starts = [p.resolution.place for p in claim.places if p.role == "from"]
    return any(place is not None and not same_place(place, visit.place) and not visit.place.contains(place) for place in starts)


def _different(times: Iterable[When | None]) -> list[When]:
    """The times that are not the same days: many claims tell the same."""
    return list({(w.start, w.end, w.yearless): w for w in times if w is not None}.values())


def _is_after(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and not one.yearless and not other.yearless and one.start > other.end


def _is_between(visit: Visit, start: When | None, end: When | None) -> bool:
    """Whether the traveller is said to have been at the stop on a day strictly between the two."""
    if not _is_after(end, start) or visit.status != "happened":
        return False
    days = [w for w in (*visit.arrive, *visit.depart) if w.precision in _DAYS]
    return any(_is_after(w, start) and _is_after(end, w) for w in days)
