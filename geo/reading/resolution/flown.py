"""Between what places somebody flies: nobody flies the twenty miles from a village in Illinois to Chicago, so "from Frankfurt to Chicago" starts in Germany.

The weights of the choice come of local news, which means the near namesake; a flight tells that the places are far apart.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.reading.resolution.others import likeliest_other
from geo.reading.resolution.reasons import is_told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.model import Candidate, Place
    from geo.model import Article, Resolution

__all__ = ["with_flown"]

#: How far apart, in km, the ends of a flight are at least, and where one is a small town, which has no airport of its own. These, and what a
#: city has more than the town that yields to it, are judgement.
_FLOWN_KM = 200.0
_FLOWN_FAR_KM = 600.0
_SMALL_TOWN = 20_000
_GREAT = 100_000
_GREATER = 8
#: What stands between the two ends of a flight.
_BETWEEN = re.compile(r",?\s+(?:for|from|to)\s+|-to-|[-–]")
_FLIES = re.compile(
    r"\b(?:airbus|airlines?|airliners?|airways|boeing|fl(?:ew|ies|ights?|own|y|ying)|jetliners?|jets?|planes?)\b", re.IGNORECASE
)
#: What flies a short way.
_LIGHT = re.compile(
    r"\b(?:balloons?|biplanes?|cessna|choppers?|drones?|gliders?|helicopters?|light (?:aircraft|planes?)|microlights?|piper|seaplanes?|small planes?)\b",
    re.IGNORECASE,
)
#: How far around the two names, in characters, the words for a flight stand.
_REACH = 100
_SENTENCE = re.compile(r"[.!?]\s|\n")


def with_flown(articles: Sequence[Article], resolutions: Mapping[str, Sequence[Resolution]]) -> dict[str, list[Resolution]]:
    """Take the ends of flights that would lie close together for the cities of their names that everybody knows.

    Parameters
    ----------
    articles
        The articles of a story.
    resolutions
        By article id: its mentions with the places chosen.

    Returns
    -------
    dict
        The same; a name means the same place in the whole story, and one of which its text says where it lies is left as it is.
    """
    texts = {a.id: a.text for a in articles}
    cities = {name: city for article, own in resolutions.items() for name, city in _cities(texts[article], own)}
    return {article: [_as_city(r, cities.get(r.mention.quote.text)) for r in own] for article, own in resolutions.items()}


def _cities(text: str, resolutions: Sequence[Resolution]) -> list[tuple[str, Place]]:
    """The names that the flights of an article tell to be those of other places, with these."""
    ends = [r for r in resolutions if r.mention.kind == "place" and r.place is not None and r.place.kind.is_populated]
    found: list[tuple[str, Place]] = []
    for one, other in pairwise(ends):
        if not _is_flight(text, one, other):
            continue
        for end, far in ((one, other), (other, one)):
            city = _known_city(end, far)
            if city is not None:
                found.append((end.mention.quote.text, city))
                break
    return found


def _is_flight(text: str, one: Resolution, other: Resolution) -> bool:
    """Whether two places that lie close together are told as the ends of a flight of some length."""
    start, end = one.mention.quote, other.mention.quote
    if one.place is None or other.place is None:
        return False
    least = _FLOWN_FAR_KM if min(one.place.population, other.place.population) < _SMALL_TOWN else _FLOWN_KM
    if one.place.km_to(other.place) >= least:
        return False
    if _BETWEEN.fullmatch(text, start.end, end.start) is None:
        return False
    before = _SENTENCE.split(text[max(0, start.start - _REACH) : start.start])[-1]
    behind = _SENTENCE.split(text[end.end : end.end + _REACH])[0]
    words = f"{before} {behind}"
    return _FLIES.search(words) is not None and _LIGHT.search(words) is None


def _known_city(end: Resolution, far: Resolution) -> Place | None:
    """The city of a name, far larger than the town that it was taken for, that somebody may fly to from the other end."""
    town, other = end.place, far.place
    if town is None or other is None or is_told(end.reasons):
        return None
    people = max(_GREAT, _GREATER * town.population)

    def is_flown_to(candidate: Candidate, _: float) -> bool:
        place = candidate.place
        known = place.population >= people or (place.kind.code == "PPLC" and place.population > town.population)
        return place.kind.is_populated and known and place.km_to(other) >= _FLOWN_KM

    found = likeliest_other(end, is_flown_to)
    return found[0] if found is not None else None


def _as_city(found: Resolution, city: Place | None) -> Resolution:
    if city is None or found.place is None or found.place.id == city.id or is_told(found.reasons):
        return found
    chances = {c.place.id: chance for c, chance in zip(found.candidates, found.chances, strict=False)}
    reasons = (*found.reasons, f"{found.place.name} would be too near to fly from or to.")
    return replace(found, place=city, confidence=max(chances.get(city.id, 0.0), 0.5), reasons=reasons)
