"""Names that a town shares with something larger: "flew to Almaty" goes to the city, "crossed the Atlantic" is no town in Iowa.

A bare name at the end of a movement is the town rather than the region named after it; a name behind "the" is no town. In a story that
travels, a far town yields to the country or capital of its name, and to the place in the country that the text tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.resolution.others import likeliest_other
from geo.reading.resolution.reasons import is_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
#: A part of a region: "western Lisbon".
_PART = re.compile(r"\b(?:central|rural|upstate|(?:north|south)?-?(?:east|north|south|west)ern)\s$", re.IGNORECASE)
#: What follows a name that only says which thing is meant: "the Lisbon office".
_NOUN = re.compile(
    r"['’]|[-–]\w|\s+(?!(?:after|and|at|before|by|for|from|had|has|in|is|near|of|off|on|or|to|was|when|where|which|will|with)\b)\w"
)
#: What goes on with a list behind its last name but one.
_GOES_ON = re.compile(r"\s+(?:and|or)\b")
_REGIONS = frozenset({"ADM1", "ADM2", "ADM3"})
#: Kinds of towns; parts of cities are called "the Bronx".
_TOWNS = frozenset({"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5"})
_REACH = 120
#: What stands between the adjective of a country and the name of a place in it.
_CALLED = re.compile(r"\s+(?:[a-z-]+\s+){0,2}(?:capital|city|port|resort|town|village)(?:\s+of|,)?\s+")
#: A choice less likely than this yields to a country of the name that is at least so many times as likely. These four are judgement: the
#: weights of the choice come of local news, in which the far town is oftener meant than in a story that travels.
_UNSURE = 0.5
_AS_LIKELY = 0.5
#: A town that the text says nothing of yields to a capital of the name with so many times the people, if that is at all likely.
_OUTSHINES = 20
_THINKABLE = 0.1
#: A region is meant rather than a town in it that holds less than this part of its people: Quebec, but not Kyiv.
_SHARE = 0.2
#: The same for a town that is only called so for short: New York, but not Oklahoma.
_CHIEF_SHARE = 0.25
#: How far a capital may be from the middle of the region around it that it does not belong to.
_AROUND_KM = 150.0


def with_towns(articles: Sequence[Article], resolutions: Mapping[str, Sequence[Resolution]]) -> dict[str, list[Resolution]]:
    """Read the names of regions as those of the towns in them that bear the same name, and those of far towns as countries' and capitals'.

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
    found: list[Resolution] = []
    people: Resolution | None = None
    for resolution in resolutions:
        own = _of_country(resolution, people, text)
        meant = _as_capital(own) or _as_country(own) or own
        holds = bool(found) and _tells_where(found[-1], meant, text)
        found.append(meant if holds else _without_article(_as_town(meant, text), text))
        if resolution.mention.kind == "demonym" and resolution.place is not None and resolution.place.kind.is_country:
            people = resolution
    return found


def _tells_where(town: Resolution, region: Resolution, text: str) -> bool:
    """Whether the name of a region stands behind a town in it to say where that is: "Albany, New York", but not "Albany, New York and Boston"."""
    if town.place is None or region.place is None or not town.place.kind.is_populated or not region.place.contains(town.place):
        return False
    behind = text[town.mention.quote.end : region.mention.quote.start]
    return behind in (", ", ",\n") and _GOES_ON.match(text, region.mention.quote.end) is None


def _of_country(found: Resolution, people: Resolution | None, text: str) -> Resolution:
    """Take a name for the place in the country whose adjective stands before it: "the northern Lebanese port of Tripoli"."""
    if found.place is None or people is None or people.place is None or found.place.country == people.place.country:
        return found
    adjective, country = people.mention.quote, people.place.country
    if not _CALLED.fullmatch(text, adjective.end, found.mention.quote.start):
        return found
    other = likeliest_other(found, lambda candidate, _: candidate.place.country == country)
    if other is None:
        return found
    reasons = (*found.reasons, f"The text calls it {adjective.text}.")
    return replace(found, place=other[0], confidence=max(other[1], found.confidence), reasons=reasons)


def _as_capital(found: Resolution) -> Resolution | None:
    """Take the name of a town of which the text says nothing for that of a far larger capital, if that is thinkable at all."""
    town = found.place
    if town is None or not town.kind.is_populated or is_told(found.reasons):
        return None
    people = _OUTSHINES * town.population
    return _better_known(found, "capital", _THINKABLE, lambda place: place.kind.code == "PPLC" and place.population > people)


def _as_country(found: Resolution) -> Resolution | None:
    """Take the name of a town that may as well be that of a country for the country's."""
    if found.place is None or not found.place.kind.is_populated or found.confidence >= _UNSURE:
        return None
    return _better_known(found, "country", found.confidence * _AS_LIKELY, lambda place: place.kind.is_country)


def _better_known(found: Resolution, what: str, least: float, wanted: Callable[[Place], bool]) -> Resolution | None:
    """Take a name for the likeliest place of a sort that bears it as its own with at least some chance, where there is one."""
    other = likeliest_other(found, lambda c, chance: c.name_kind == "name" and chance >= least and wanted(c.place))
    if other is None or found.place is None:
        return None
    reasons = (*found.reasons, f"The {what} is better known than {found.place.name}, a town.")
    return replace(found, place=other[0], confidence=other[1], reasons=reasons)


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
    other = likeliest_other(found, lambda candidate, _: candidate.place.kind.code in _REGIONS and _is_of(town, candidate.place))
    if other is None:
        return found
    region, chance = other
    reason = f"The words around it call it a region: {region.name}."
    return replace(found, place=region, confidence=min(1.0, found.confidence + chance), reasons=(*found.reasons, reason))


def _without_article(found: Resolution, text: str) -> Resolution:
    """Take a name behind "the" for the best of its meanings that is no town; for none where there is no such meaning."""
    place, quote = found.place, found.mention.quote
    if place is None or found.mention.kind != "place" or place.kind.code not in _TOWNS or place.name.startswith("The "):
        return found
    if _ARTICLE.search(text, max(0, quote.start - 5), quote.start) is None or _NOUN.match(text, quote.end):
        return found
    larger = likeliest_other(found, lambda candidate, _: not candidate.place.kind.is_populated)
    if larger is None:
        return replace(found, place=None, confidence=0.0, reasons=(f"The gazetteer has no place named the {place.name}.",))
    other, chance = larger
    reason = f'It is {other.name} rather than {place.name}, which is not called with "the" before its name.'
    return replace(found, place=other, confidence=chance, reasons=(reason,))


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether the words around a name call it a region, by itself or in a list."""
    after = _REGION.search(text, end, end + _REACH)
    if after is not None and not _LIST.sub("", text[end : after.start()]):
        return True
    if _PART.search(text, max(0, start - _REACH), start) is not None:
        return True
    of = _OF.search(text, max(0, start - _REACH), start)
    return of is not None and any(m.end() == of.start() for m in _REGION.finditer(text, max(0, of.start() - _REACH), of.start()))


def _is_of(town: Place, region: Place) -> bool:
    """Whether a town lies in a region, or in its midst as a region of its own: Kyiv and the oblast around it."""
    near = town.country == region.country and town.km_to(region) <= _AROUND_KM
    return region.contains(town) or near


def _is_large_part(town: Place, region: Place) -> bool:
    short = town.name.startswith(f"{region.name} ")
    return town.population >= (_CHIEF_SHARE if short else _SHARE) * region.population
