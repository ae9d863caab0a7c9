"""Tell where a vehicle was headed and never came: "was flying to X", in the story of a plane that crashed, was diverted or hijacked.

Within one sentence `geo.reading.frames.diversions` tells it; here the accident may be told anywhere in the article.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.factuality.bare_tense import in_present
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from geo.model import Claim
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["came_elsewhere", "deny_end", "never_reached", "was_broken_off", "was_on_course"]

_VEHICLES = frozenset({"car", "plane", "ship", "train"})
#: A way as a whole, during which something happened.
_WAYS = frozenset({"crossing", "drive", "flight", "journey", "passage", "ride", "trip", "voyage"})


def was_on_course(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a vehicle is said to have been on its way somewhere, and not to be so still."""
    headed = any(p.role == "to" for p in claim.places)
    token = predicate.token
    is_way = lemma_of(token) == "be" or (lemma_of(token) in _WAYS and token.pos_ == "NOUN")
    if is_way and headed and {p.role for p in claim.places} >= {"from", "to"}:
        within = predicate.token.head.lower_ in ("during", "on")  # "had broken down during a trip from X to Y"
        return claim.status == "happened" and (predicate.support is None or lemma_of(predicate.support) == "be" or within)
    return claim.status == "under_way" and claim.mode in _VEHICLES and headed and not in_present(predicate.clause)


def was_broken_off(predicate: Predicate) -> bool:
    """Tell whether something happened on a way that was told of: "was on a flight from X to Y when a window cracked"."""
    then = (c for c in predicate.clause.children if c.dep_ == "advcl" and c.i > predicate.clause.i)
    return any(c.lower_ == "when" for verb in then for c in verb.children)


def came_elsewhere(claims: Sequence[Claim], on_course: Collection[str], broken_off: Collection[str]) -> set[str]:
    """Choose the ways, by id, on which vehicles went back to their start, and of those broken off also on which planes or ships came down or put in elsewhere.

    Not those to whose end an article tells that the vehicle went in spite of that, or will go on.
    """
    came = [c for c in claims if c.act == "arrive" and c.status == "happened" and c.mode in ("plane", "ship")]
    back = [c for c in claims if c.returning and c.status == "happened" and c.act in ("arrive", "travel")]
    found: set[str] = set()
    for way in claims:
        starts = {p.resolution.place.id for p in way.places if p.role == "from" and p.resolution.place is not None}
        elsewhere = way.id in broken_off and any(c.traveller == way.traveller and not _ends(c) & _ends(way) for c in came)
        turned = way.id in on_course and any(c.traveller == way.traveller and starts & _ends(c) for c in back)
        goes_on = any(_ends(c) & _ends(way) for c in claims if c.id not in on_course and c.status != "denied")
        if (elsewhere or turned) and not goes_on:
            found.add(way.id)
    return found


def never_reached(claims: Sequence[Claim], on_course: Collection[str]) -> list[Claim]:
    """Deny the ends to which vehicles were on their way, unless somebody is told to have come there.

    Parameters
    ----------
    claims
        Those of an article that tells of an accident or a diversion.
    on_course
        The ids of those of which `was_on_course` holds.

    Returns
    -------
    list of Claim
        In the same order; where one also told the start, a departure stands before it, which did happen.
    """
    reached = {
        place.id
        for c in claims
        if c.status == "happened" and c.id not in on_course
        for p in c.places
        if p.role in ("at", "to") and (place := p.resolution.place)
    }
    found: list[Claim] = []
    for claim in claims:
        found += deny_end(claim) if claim.id in on_course and not reached & _ends(claim) else [claim]
    return found


def deny_end(claim: Claim) -> list[Claim]:
    """Deny the end of a claim, but of a journey that was begun not its start: two claims where it names both."""
    begun = claim.status in ("happened", "under_way")
    starts = tuple(p for p in claim.places if p.role == "from" and begun)
    rest = tuple(p for p in claim.places if p not in starts)
    end = replace(claim, status="denied", places=rest)
    if not starts:
        return [end]
    departure = claim.id.replace(f":{claim.act}:", ":depart:", 1)
    return [
        replace(
            claim,
            id=departure if departure != claim.id else f"{claim.id}:from",
            act="depart",
            status="happened",
            cue=None,
            places=starts,
        ),
        end,
    ]


def _ends(claim: Claim) -> set[str]:
    return {p.resolution.place.id for p in claim.places if p.role == "to" and p.resolution.place is not None}
