"""A trip: what is told of one traveller's way, from which its stops and legs are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.model import Place
    from geo.model import Claim, Traveller

__all__ = ["LONGEST_VOYAGE", "Trip", "places_of"]

#: The longest that may lie between a departure and the next dated arrival of the same trip, in days.
LONGEST_VOYAGE = 200


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


def places_of(claim: Claim) -> list[Place]:
    """List the places of a claim that were found, in the order of travel."""
    return [p.resolution.place for p in claim.places if p.resolution.place is not None]
