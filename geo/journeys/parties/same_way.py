"""A party that goes where another does, where nothing tells the two apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.claims import is_within
from geo.journeys.parties.called import noun_of
from geo.journeys.parties.told_apart import COUNTS, are_set_apart
from geo.reading.vocabulary.parties import ANOTHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip
    from geo.model import Claim, PlaceRole

__all__ = ["on_same_way"]

#: Those of them that may tell a part of a party, or the party as a whole: "the first refugees", "the last convoy".
_ENDS = frozenset({"first", "last"})


def on_same_way(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one other party that is told to go where this one does, or to a place in it: "The first group was flown to Rwanda. The 66 landed in Kigali".

    One of the two at least is called by common words, and none that set it apart from the other.
    """
    if described.traveller.kind == "person" and noun_of(described)[:1].isupper():
        return None
    alike = [
        t
        for t in trips
        if t is not described
        and t.background == described.background
        and not (noun_of(t)[:1].isupper() and noun_of(described)[:1].isupper())
        and not are_set_apart(t, described)
        and not _is_other(t, described)
        and _goes_along(described, t)
    ]
    of_its_kind = [t for t in alike if t.traveller.kind == described.traveller.kind]
    return next((same[0] for same in (alike, of_its_kind) if len(same) == 1), None)


def _is_other(one: Trip, other: Trip) -> bool:
    """Whether words tell one party from the other: "the second column", but "the last convoy" is that of "the last trucks"."""
    marks = [(ANOTHER - COUNTS) & set(re.sub(r"\bmore than\b", "", t.traveller.name.casefold()).split()) for t in (one, other)]
    return bool((marks[0] | marks[1]) - _ENDS) or (all(marks) and marks[0] != marks[1])


def _goes_along(one: Trip, other: Trip) -> bool:
    """Whether every place of a party's movements is one of another's, or an area around one, in the same role; what it passed does not count."""
    ends = [(c, p) for c in one.moves for p in c.places if p.resolution.place is not None and p.role != "via"]
    reached = any(p.role != "from" for _, p in ends)
    return reached and all(any(_is_same_end(c, p, d, q) for d in other.moves for q in d.places) for c, p in ends)


def _is_same_end(claim: Claim, end: PlaceRole, other: Claim, place: PlaceRole) -> bool:
    one, two = end.resolution.place, place.resolution.place
    if one is None or two is None or not is_within(two, one):
        return False
    real = (claim.status in ("happened", "under_way")) == (other.status in ("happened", "under_way"))
    return real and ((end.role == "from") == (place.role == "from") or claim.act == "stay")
