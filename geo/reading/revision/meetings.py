"""Tell of everybody who met that he was there: "the leaders will hold talks", "the president met Francis at the airport"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS
from geo.reading.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim

__all__ = ["met_there", "name_parties"]

#: Names for those who meet, where the text has named them before.
_UNNAMED_PARTIES = frozenset(
    {
        "both leaders",
        "leaders",
        "men",
        "ministers",
        "pair",
        "politicians",
        "presidents",
        "two",
        "two leaders",
        "two men",
        "two sides",
    }
)


def name_parties(claims: Sequence[Claim]) -> list[Claim]:
    """Give each by name those who were last said to meet: "The leaders will hold talks"."""
    found: list[Claim] = []
    party: tuple[str, ...] = ()
    for claim in claims:
        if claim.act == "meet" and claim.companions:
            party = (claim.traveller, *claim.companions)
        if claim.act == "meet" and not claim.companions and claim.traveller.casefold() in _UNNAMED_PARTIES and len(party) > 1:
            found += [
                replace(claim, id=f"{claim.id}:{slug(name)}", traveller=name, companions=tuple(n for n in party if n != name))
                for name in party
            ]
        else:
            found.append(claim)
    return found


def met_there(claims: Sequence[Claim]) -> list[Claim]:
    """Let whoever is met at a place be there too, if he is said to have moved: "the president met Francis at the airport"."""
    movers = {c.traveller for c in claims if c.act in MOVEMENTS and c.places}
    told = {(c.traveller, c.quote) for c in claims if c.act == "meet"}
    found: list[Claim] = []
    for claim in claims:
        found.append(claim)
        if claim.act != "meet" or not claim.places or claim.traveller in movers:
            continue
        for name in claim.companions:
            if name in movers and (name, claim.quote) not in told:
                rest = (claim.traveller, *(n for n in claim.companions if n != name))
                found.append(replace(claim, id=f"{claim.id}:{slug(name)}", traveller=name, companions=rest))
    return found
