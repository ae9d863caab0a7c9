"""Ids that tell nothing, in place of those that were made from a protected place or lead to a passage that tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.passages import long_enough

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.desk.hidden import Hidden
    from geo.model import Claim, Itinerary

__all__ = ["Pseudonyms", "find_pseudonyms"]


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The ids that are published instead of their own: of the claims whose passages are not published, and of stops, legs and meetings."""

    claims: Mapping[str, str]
    elements: Mapping[str, str]


def find_pseudonyms(itinerary: Itinerary, hidden: Hidden) -> Pseudonyms:
    """Choose an id for whatever must not bear its own."""
    claims = sorted(claim.id for claim in itinerary.claims if _tells(claim, itinerary, hidden))
    legs = [leg.id for journey in itinerary.journeys for leg in journey.legs if hidden.is_touched(leg)]
    # A traveller's name is part of the ids, and may name the place: "mayor-of-aleppo".
    telling = [one.id for journey in itinerary.journeys for one in journey.elements if hidden.wording.gives_away(one.id)]
    elements = dict.fromkeys([*hidden.areas, *legs, *telling])
    return Pseudonyms(
        {claim: f"protected-claim-{number}" for number, claim in enumerate(claims, 1)},
        {element: f"protected-{number}" for number, element in enumerate(elements, 1)},
    )


def _tells(claim: Claim, itinerary: Itinerary, hidden: Hidden) -> bool:
    """Tell whether a claim's passage, as it would be published, or its id tells of a protected place."""
    return hidden.wording.gives_away(claim.id) or hidden.is_told_by(long_enough(claim.quote, itinerary))
