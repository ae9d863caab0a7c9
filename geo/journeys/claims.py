"""What every step asks of claims: which places they name, where they name them, and whether one of these lies in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.model import Place
    from geo.model import Claim

__all__ = ["first_place", "is_within", "places_of"]


def places_of(claim: Claim) -> list[Place]:
    """List the places of a claim that were found, in the order of travel."""
    return [p.resolution.place for p in claim.places if p.resolution.place is not None]


def first_place(claim: Claim) -> int:
    """Return the offset of the first place of a claim, or of its sentence."""
    return min((p.resolution.mention.quote.start for p in claim.places), default=claim.quote.start)


def is_within(place: Place, other: Place) -> bool:
    """Tell whether a place is the other one, or lies in it."""
    return place.id == other.id or (other.is_area and other.contains(place))
