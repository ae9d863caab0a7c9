"""A trip: what is told of one traveller's way, from which its stops and legs are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim, Traveller

__all__ = ["LONGEST_VOYAGE", "Trip", "main_of"]

#: The longest that may lie between a departure and the next dated arrival of the same trip, in days.
LONGEST_VOYAGE = 200
#: How many times as much is told of whom a story is about as of anybody else.
_CLEARLY = 2


@dataclass(frozen=True, slots=True)
class Trip:
    """The claims of one trip of one traveller; ``background`` for an earlier, finished one, ``voyage`` for one of many months."""

    traveller: Traveller
    claims: tuple[Claim, ...]
    background: bool = False
    voyage: bool = False

    @property
    def moves(self) -> list[Claim]:
        """The claims of movement and stay that name a place."""
        return [c for c in self.claims if c.act != "meet" and c.places]


def main_of(trips: Sequence[Trip]) -> Trip | None:
    """Return the only one of these trips, or the one that the story tells far more of than of any other."""
    ranked = sorted(trips, key=lambda t: -len(t.moves))
    clear = len(ranked) == 1 or (bool(ranked) and len(ranked[0].moves) >= _CLEARLY * max(len(ranked[1].moves), 1))
    return ranked[0] if clear else None
