"""Leave out who was only somewhere, "sang in X", unless he is also said to have moved or is on a tour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazetteer import Place
    from geo.model import Claim

__all__ = ["only_movers"]

#: From corner to corner, in kilometres, a country that is one city measures less.
_CITY_STATE = 100.0


def only_movers(claims: Sequence[Claim], attached: set[str], located: set[str]) -> list[Claim]:
    """Leave out who was only somewhere and is not said to have moved; and regions that say nothing of a stop.

    Parameters
    ----------
    claims
        Those of all articles.
    attached
        The ids of those which only tell that somebody was somewhere.
    located
        The ids of those which say where he is, or was held, and may name a country or a region of one.
    """
    told = [c for c in claims if c.id not in attached and c.places]
    movers = {c.traveller for c in told if c.act in MOVEMENTS or (c.act == "stay" and _is_visit(c))} | _tourers(claims, attached)
    found: list[Claim] = []
    for claim in claims:
        if claim.id in attached:
            places = tuple(
                p
                for p in claim.places
                if p.role != "via" and (place := p.resolution.place) is not None and _says_where(place, claim, located)
            )
            if claim.traveller not in movers or not places:
                continue
            found.append(replace(claim, places=places))
        else:
            found.append(claim)
    return found


def _says_where(place: Place, claim: Claim, located: set[str]) -> bool:
    """Whether a place is as much as there is to say of where somebody is: a town, and where a plan or his whereabouts are told, a country."""
    planned = claim.status == "planned" and place.kind.is_country
    return _is_spot(place) or planned or (claim.id in located and place.kind.feature_class == "A")


def _is_spot(place: Place) -> bool:
    """Whether a place says where somebody is: a town, or a country that is no larger, such as Singapore."""
    if not place.is_area:
        return True
    box = place.bbox
    return place.kind.is_country and box is not None and box.km_across < _CITY_STATE


def _is_visit(stay: Claim) -> bool:
    """Whether a stay is a visit by somebody with a name, who has come to a place: "Berg visited X"."""
    return stay.traveller[:1].isupper() and any(p.resolution.place is not None for p in stay.places)


def _tourers(claims: Sequence[Claim], attached: set[str]) -> set[str]:
    """Who is at several towns on a way of which no movement is told.

    In an itinerary, "is to speak in X and in Y", and on different days: "the band played in X on Friday and in Y on Saturday".
    """
    towns: dict[str, set[str]] = {}
    days: dict[str, dict[str, date]] = {}
    for claim in claims:
        there = {p.id for c in claim.places if (p := c.resolution.place) is not None and not p.is_area}
        if claim.id not in attached or not there:
            continue
        if claim.status == "planned" and claim.traveller[:1].isupper():
            towns.setdefault(claim.traveller, set()).update(there)
        when = claim.when
        told = claim.status in ("happened", "planned") and not claim.background
        if told and when is not None and when.precision in ("day", "part"):
            days.setdefault(claim.traveller, {}).update(dict.fromkeys(there, when.start))
    planned = {traveller for traveller, there in towns.items() if len(there) > 1}
    return planned | {traveller for traveller, there in days.items() if len(set(there.values())) > 1}
