"""Names that a town shares with something larger: "flew to Almaty" goes to the city, "crossed the Atlantic" is no town in Iowa.

A bare name at the end of a movement is the town rather than the region named after it; a name behind "the" is no town.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Article, Resolution

__all__ = ["with_towns"]

#: What calls a name a region: "Butte County", "Butte, Placer and Yuba counties", "the province of Cordoba".
_REGION = re.compile(
    r"\b(?:count(?:y|ies)|departments?|districts?|governorates?|municipalit(?:y|ies)|oblasts?|parish(?:es)?|prefectures?|provinces?|"
    r"regions?|states?|territor(?:y|ies))\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"[\s,]+|and\b|or\b|[A-Z][\w’'.-]*")
_OF = re.compile(r"\s+of\s+(?:the\s+)?$")
_ARTICLE = re.compile(r"\bthe\s$")
#: What follows a name that only says which thing is meant: "the Lisbon office".
_NOUN = re.compile(
    r"['’]|[-–]\w|\s+(?!(?:after|and|at|before|by|for|from|had|has|in|is|near|of|off|on|or|to|was|when|where|which|will|with)\b)\w"
)
_REGIONS = frozenset({"ADM1", "ADM2", "ADM3"})
#: Kinds of towns; parts of cities are called "the Bronx".
_TOWNS = frozenset({"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5"})
_REACH = 120
#: What stands between the adjective of a country and the name of a place in it.
_CALLED = re.compile(r"\s+(?:[a-z-]+\s+){0,2}(?:capital|city|port|resort|town|village)(?:\s+of|,)?\s+")
#: A choice less likely than this yields to a country of the name that is at least so many times as likely.
_UNSURE = 0.5
_AS_LIKELY = 0.5
#: A town that the text says nothing of yields to a capital of the name with so many times the people, if that is at all likely.
_OUTSHINES = 20
_THINKABLE = 0.1
#: A region is meant rather than a town in it that holds less than this part of its people: Quebec, but not Kyiv.
_SHARE = 0.2
#: How far a capital may be from the middle of the region around it that it does not belong to.
_AROUND_KM = 150.0


def with_towns(articles: Sequence[Article], resolutions: Mapping[str, Sequence[Resolution]]) -> dict[str, list[Resolution]]:
    """Read the names of regions as those of the towns in them that bear the same name.

    Parameters
    ----------
    articles
        The articles of a story.
    resolutions
        By article id: its mentions with the places chosen.

    Returns
    -------
    dict
        The same; a name that the words around it call a region stays one, and so does that of a region whose town is a small part of it.
    """
    return {a.id: _told(a.text, resolutions.get(a.id, ())) for a in articles}


def _told(text: str, resolutions: Sequence[Resolution]) -> list[Resolution]:
    peoples = [r for r in resolutions if r.mention.kind == "demonym" and r.place is not None and r.place.kind.is_country]
    return [_without_article(_as_town(_as_country(_of_country(r, peoples, text)), text), text) for r in resolutions]


def _of_country(found: Resolution, peoples: Sequence[Resolution], text: str) -> Resolution:
    """Take a name for the place in the country whose adjective stands before it: "the northern Lebanese port of Tripoli"."""
    place, quote = found.place, found.mention.quote
    before = next((p for p in reversed(peoples) if p.mention.quote.end < quote.start), None)
    if place is None or before is None or before.place is None or place.country == before.place.country:
        return found
    if not _CALLED.fullmatch(text, before.mention.quote.end, quote.start):
        return found
    for candidate, chance in zip(found.candidates, found.chances, strict=False):
        if candidate.place.country == before.place.country:
            reason = f"The text calls it {before.mention.quote.text}."
            return replace(
                found, place=candidate.place, confidence=max(chance, found.confidence), reasons=(*found.reasons, reason)
            )
    return found


def _as_country(found: Resolution) -> Resolution:
    """Take the name of a country that may as well be that of a town far off for the country's, and a capital's for the capital's."""
    place = found.place
    if place is None or not place.kind.is_populated:
        return found
    if not any(reason.startswith("The text") for reason in found.reasons):
        for candidate, chance in zip(found.candidates, found.chances, strict=False):
            capital = candidate.place
            large = capital.kind.code == "PPLC" and capital.population > _OUTSHINES * place.population
            if large and candidate.name_kind == "name" and chance >= _THINKABLE:
                reason = f"The capital is better known than {place.name}, a town."
                return replace(found, place=capital, confidence=chance, reasons=(*found.reasons, reason))
    if found.confidence >= _UNSURE:
        return found
    for candidate, chance in zip(found.candidates, found.chances, strict=False):
        if candidate.place.kind.is_country and candidate.name_kind == "name" and chance >= found.confidence * _AS_LIKELY:
            reason = f"The country is better known than {place.name}, a town."
            return replace(found, place=candidate.place, confidence=chance, reasons=(*found.reasons, reason))
    return found


def _as_town(found: Resolution, text: str) -> Resolution:
    place, quote = found.place, found.mention.quote
    if place is not None and place.kind.is_populated and _is_called(text, quote.start, quote.end):
        return _as_region(found, place)
    if (
        place is None
        or place.kind.code not in _REGIONS
        or found.mention.kind != "place"
        or _is_called(text, quote.start, quote.end)
    ):
        return found
    towns = [
        (c.place, chance)
        for c, chance in zip(found.candidates, found.chances, strict=False)
        if c.place.kind.is_populated and _is_of(c.place, place) and _is_large_part(c.place, place)
    ]
    if not towns:
        return found
    town, chance = max(towns, key=lambda t: t[0].population)
    reason = f"{town.name} is the town that the region is named after."
    return replace(found, place=town, confidence=min(1.0, found.confidence + chance), reasons=(*found.reasons, reason))


def _as_region(found: Resolution, town: Place) -> Resolution:
    """Take a name that the words around it call a region for the region that bears the name of the town chosen."""
    for candidate, chance in zip(found.candidates, found.chances, strict=False):
        region = candidate.place
        if region.kind.code in _REGIONS and _is_of(town, region):
            reason = f"The words around it call it a region: {region.name}."
            return replace(found, place=region, confidence=min(1.0, found.confidence + chance), reasons=(*found.reasons, reason))
    return found


def _without_article(found: Resolution, text: str) -> Resolution:
    """Take a name behind "the" for the best of its meanings that is no town; for none where there is no such meaning."""
    place, quote = found.place, found.mention.quote
    if place is None or found.mention.kind != "place" or place.kind.code not in _TOWNS or place.name.startswith("The "):
        return found
    if _ARTICLE.search(text, max(0, quote.start - 5), quote.start) is None or _NOUN.match(text, quote.end):
        return found
    larger = [
        (c.place, chance) for c, chance in zip(found.candidates, found.chances, strict=False) if not c.place.kind.is_populated
    ]
    if not larger:
        return replace(found, place=None, confidence=0.0, reasons=(f"The gazetteer has no place named the {place.name}.",))
    other, chance = larger[0]
    reason = f'It is {other.name} rather than {place.name}, which is not called with "the" before its name.'
    return replace(found, place=other, confidence=chance, reasons=(reason,))


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether the words around a name call it a region, by itself or in a list."""
    after = _REGION.search(text, end, end + _REACH)
    if after is not None and not _LIST.sub("", text[end : after.start()]):
        return True
    of = _OF.search(text, max(0, start - _REACH), start)
    return of is not None and any(m.end() == of.start() for m in _REGION.finditer(text, max(0, of.start() - _REACH), of.start()))


def _is_of(town: Place, region: Place) -> bool:
    """Whether a town lies in a region, or in its midst as a region of its own: Kyiv and the oblast around it."""
    near = town.country == region.country and distance_km(town.lat, town.lon, region.lat, region.lon) <= _AROUND_KM
    return region.contains(town) or near


def _is_large_part(town: Place, region: Place) -> bool:
    return town.population >= _SHARE * region.population
