"""By what a story tells two parties apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.parties.called import is_another

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.journeys.trip import Trip

__all__ = ["COUNTS", "are_in_different_articles", "are_set_apart"]

#: Those of `ANOTHER` that also count a party: "the three elephants".
COUNTS = frozenset({"both", "two", "three"})


def are_set_apart(one: Trip, other: Trip) -> bool:
    """Tell whether each name counts its people, or calls them after a place or people, as the other does not: "700 migrants", "41 migrants"."""

    def marks(trip: Trip, kind: Callable[[str], bool]) -> set[str]:
        return {w.replace(".", "") for w in trip.traveller.name.split() if kind(w[:1])}

    pairs = [(marks(one, kind), marks(other, kind)) for kind in (str.isdigit, str.isupper)]
    return any(first and second and not first & second for first, second in pairs)


def are_in_different_articles(one: Trip, other: Trip) -> bool:
    """Tell whether different articles of the story tell of the two, so that each brings in anew whom it tells of: "a British yacht"."""
    return not is_another(one) and not {c.quote.article for c in one.claims} & {c.quote.article for c in other.claims}
