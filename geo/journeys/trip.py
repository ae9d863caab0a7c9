"""A trip: what is told of one traveller's way, from which its stops and legs are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.model import Place
    from geo.model import Claim, Traveller

__all__ = ["CLOSES", "HOMEWARD", "LONGEST_VOYAGE", "ONWARD", "STEPS_BACK", "STOPOVER", "Trip", "places_of"]

#: The longest that may lie between a departure and the next dated arrival of the same trip, in days.
LONGEST_VOYAGE = 200
#: Words that tell a movement as the next of several.
ONWARD = re.compile(
    r"\b(?:then|next|onwards?|on to|afterwards|continu\w+|proceed\w*|from there|after that|lastly|finally|carry on|move on|go on)\b",
    re.IGNORECASE,
)
#: Where a way is only broken, so that it goes on to the end told before: "flew to Y. The plane refuelled in X".
STOPOVER = re.compile(
    r"\b(?:refuel\w*|stop-?overs?|lay-?overs?|(?:call|paus|stopp)(?:ed|ing) (?:(?:for|to) (?:\w+ ){1,3})?(?:at|in|off)|en route|(?:along|on) the way)\b",
    re.IGNORECASE,
)
#: What is told of the way back, which leads from the end of the way out.
HOMEWARD = re.compile(
    r"\b(?:(?:drive|flight|journey|leg|ride|road|trip|voyage|walk|way) (?:back|home)|homewards?|home-?bound|return (?:flight|journey|leg|trip|voyage))\b",
    re.IGNORECASE,
)
#: Words before a place by which somebody was there before what is told last, so that several go further and further back.
STEPS_BACK = re.compile(
    r"\b(?:before (?:that|then|this)|prior to (?:that|then|this)|beforehand|(?:previous|preceding) (?:day|evening|month|night|week|weekend)"
    r"|(?:day|evening|month|night|week|weekend|year)s? (?:earlier|before(?= (?:at|in|on|that)\b|[,.;)]|\s*$)))\b"
    r"|^The (?:day|evening|month|night|week|weekend) before\b",
    re.IGNORECASE,
)
#: What is told of the last stop of a tour: "will end his tour with a trip to X", "the tour ends in X".
CLOSES = re.compile(
    r"\b(?:clos|complet|conclud|end|finish|round|wind|wrap)\w*(?:\s+[\w-]+){1,4}?\s+(?:journey|tour|trip|voyage)\s+(?:at|in|with)\b"
    r"|\b(?:journey|tour|trip|voyage)(?:\s+(?:is|that|to|which|will)){0,2}\s+(?:clos|conclud|end|finish|wind|wrap)\w*(?:\s+up)?\s+(?:at|in|on|with)\b",
    re.IGNORECASE,
)


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
