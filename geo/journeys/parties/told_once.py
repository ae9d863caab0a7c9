"""Give what a story tells once of somebody who is called by common words alone to the party that it tells most of.

"The flight", "players", "the caravan": nearly always that is the party itself, or what carries it, under words that nothing else in the text ties
to it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS
from geo.reading.vocabulary.parties import ANOTHER, OF_ANOTHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim, Traveller

__all__ = ["with_the_main_party"]

#: How many movements the party must have made at least, for a story to be about it.
_LEAST = 2


def with_the_main_party(claims: Sequence[Claim], travellers: Sequence[Traveller]) -> list[Claim]:
    """Give the claims of those of whom only one claim names a place to the main party of their story, where they may be it.

    A vehicle may carry any party, and a group may be that of a vehicle or the group itself by another word. Told apart is whoever is called by
    a name or a number, by words that set him apart ("the second bus"), by what he is to another ("the guest"), or as somebody new ("a bus",
    "their boat"). One person is never taken for another: "the bishop" may be anybody.
    """
    moved = Counter(c.traveller for c in claims if c.places and c.act in MOVEMENTS)
    main, times = next(iter(moved.most_common(1)), ("", 0))
    kinds = {t.name: t.kind for t in travellers}
    if times < _LEAST or main not in kinds:
        return list(claims)
    theirs: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        theirs[claim.traveller].append(claim)
    once = {
        name
        for name, own in theirs.items()
        if name != main and sum(bool(c.places) for c in own) == 1 and not all(c.status == "possible" for c in own)
        and _is_bare(name) and _may_be_of(kinds.get(name, "person"), kinds[main]) and not _is_brought_in(name, own)
    }  # fmt: skip
    return [replace(c, traveller=main) if c.traveller in once else c for c in claims]


def _is_bare(name: str) -> bool:
    words = set(name.casefold().split())
    return (
        not any(w[:1].isupper() for w in name.split())
        and not words & (ANOTHER | OF_ANOTHER)
        and not any(c.isdigit() for c in name)
    )


def _is_brought_in(name: str, own: Sequence[Claim]) -> bool:
    """Whether a text speaks of somebody as of one not known yet, or as of another's: "a bus", "their boat", "the airline's jet"."""
    new = re.compile(
        rf"\b(?:an?|another|her|his|its|our|their|\w+['’]s) (?:[\w-]+ ){{0,3}}{re.escape(name.rsplit(maxsplit=1)[-1])}\b",
        re.IGNORECASE,
    )
    return any(new.search(c.quote.text) for c in own)


def _may_be_of(kind: str, main: str) -> bool:
    return kind == "vehicle" or (kind == "group" and main in ("group", "vehicle"))
