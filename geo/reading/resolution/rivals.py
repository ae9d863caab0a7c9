"""Choose again between namesakes in a story that travels: the city that everybody knows, the town in a country that the story is about.

The weights of the choice come of local news, which means the near village oftener than who writes of a journey. A name that its text says
something of is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.names import fold
from geo.reading.recognition.near_spellings import near_spellings
from geo.reading.resolution.others import likeliest_other
from geo.reading.resolution.reasons import is_only_called, is_told
from geo.reading.text.tokens import DIRECTIONS
from geo.reading.vocabulary.common_words import common_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gazetteer import Gazetteer
    from gazetteer.model import Candidate
    from geo.model import Resolution

__all__ = ["with_rivals"]

#: A town yields to a city of its name with so many times the people, and so many at least, that is at least this likely against it; these are
#: judgement, as no corpus of journeys is large enough to fit them.
_GREATER = 8
_GREAT = 100_000
_AS_LIKELY = 0.15
_THINKABLE = 0.11
#: And to one in a country that the story names or has so many other places of, where it has none in the town's own.
_ABOUT = 2
_NEARLY_AS_LIKELY = 0.3
#: The confidence of another spelling, which is not weighed against namesakes.
_NEAR = 0.4
#: Where names are written as they are spelt, so that a village spelt nearly so is another one.
_ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
#: What a name says of the thing it names, so that a town without that word is another one.
_FEATURE = re.compile(
    r"\b(?:[Aa]irport|Base|Bay|Bridge|Canal|Castle|Cay|Desert|Falls|Glacier|Islands?|Islets?|Lake|Mountains?|Palace|Peninsula|Point|River|Square|Street|"
    r"Valley)$"
)
_AIRPORT = re.compile(r"\s+(?:[Ii]nternational\s+)?[Aa]irport$")
#: How many towns of a name are looked at.
_MOST_TOWNS = 20
_PART_OF_TOWN = "PPLX"
_SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})
_CHOSEN_KINDS = frozenset({"place", "dateline"})


def with_rivals(resolutions: Mapping[str, Sequence[Resolution]], gaz: Gazetteer) -> dict[str, list[Resolution]]:
    """Choose again between the namesakes of a story.

    Parameters
    ----------
    resolutions
        By article id: its mentions with the places chosen.
    gaz
        Where other spellings are looked up.

    Returns
    -------
    dict
        The same; one name means one place throughout, as before.
    """
    countries = _countries(resolutions)
    return {article: [_settled(r, countries, gaz) for r in rs] for article, rs in resolutions.items()}


def _countries(resolutions: Mapping[str, Sequence[Resolution]]) -> Counter[str]:
    """Count the names of a story that lie in each country; a country that is itself named counts as `_ABOUT`."""
    places = {r.mention.quote.text: r.place for rs in resolutions.values() for r in rs if r.place is not None}
    found: Counter[str] = Counter()
    for place in places.values():
        found[place.country] += _ABOUT if place.kind.is_country else 1
    del found[""]
    return found


def _settled(found: Resolution, countries: Counter[str], gaz: Gazetteer) -> Resolution:
    if found.mention.kind not in _CHOSEN_KINDS:
        return found
    if found.place is None:
        return (_only_one(found, countries) if found.candidates else _spelt_nearly(found, countries, gaz)) or found
    if _is_elsewhere(found, countries):
        return replace(
            found, place=None, confidence=0.0, reasons=(f"The gazetteer has no place named {found.mention.quote.text}.",)
        )
    if (named := _capital_of_name(found) or _bearer(found)) is not None:
        return named
    if is_told(found.reasons):
        return (_in_story(found, countries) if is_only_called(found.reasons) else None) or found
    return _cape(found) or _airport_town(found, countries, gaz) or _city(found) or _in_story(found, countries) or found


def _is_elsewhere(found: Resolution, countries: Counter[str]) -> bool:
    """Whether "Gloucester Island" is taken for the town of Gloucester, in a country that nothing else of the story lies in."""
    own, name = found.place, found.mention.quote.text
    if own is None or not own.kind.is_populated or countries[own.country] > 1:
        return False
    return _FEATURE.search(name) is not None and _FEATURE.search(own.name) is None


def _capital_of_name(found: Resolution) -> Resolution | None:
    """Take the name of a capital that another language calls the whole country by for the capital: "Brasilia"."""
    own, name = found.place, fold(found.mention.quote.text)
    if own is None or not own.kind.is_country or fold(own.name) == name:
        return None
    return _taken(
        found,
        lambda c, _: c.place.kind.code == "PPLC" and c.place.country == own.country and fold(c.place.name) == name,
        "It is the capital's own name.",
    )


def _bearer(found: Resolution) -> Resolution | None:
    """Take a name for the town that bears it rather than for a smaller one near it that is called so, too: "Karaj" for Karaj, and not for Qods."""
    own, name = found.place, fold(found.mention.quote.text)
    if own is None or not own.kind.is_populated or fold(own.name) == name:
        return None

    def bears_it(candidate: Candidate, _: float) -> bool:
        place = candidate.place
        towns = _is_town(candidate) and place.country == own.country
        return towns and place.population >= own.population and fold(place.name) == name

    taken = _taken(found, bears_it, "It is the town's own name.")
    return replace(taken, confidence=max(found.confidence, taken.confidence)) if taken is not None else None


def _cape(found: Resolution) -> Resolution | None:
    """Take "Cape Horn" for the cape rather than a town named after it."""
    if not found.mention.quote.text.startswith("Cape ") or found.place is None or not found.place.kind.is_populated:
        return None
    return _taken(found, lambda c, _: c.place.kind.code == "CAPE", "It is a cape by its name.")


def _airport_town(found: Resolution, countries: Counter[str], gaz: Gazetteer) -> Resolution | None:
    """Take the airport of a town, where the only one of that name lies where nothing else of the story does, for the town."""
    own, name = found.place, _AIRPORT.sub("", found.mention.quote.text)
    if own is None or own.kind.code != "AIRP" or countries[own.country] > 1 or name == found.mention.quote.text:
        return None
    towns = [
        c.place for c in gaz.lookup(name, limit=_MOST_TOWNS, exact=True) if _is_town(c) and countries[c.place.country] >= _ABOUT
    ]
    if not towns:
        return None
    best = max(towns, key=lambda t: t.population)
    return replace(
        found, place=best, confidence=_NEAR, candidates=(), chances=(), reasons=(f"The airport is read as that of {best.name}.",)
    )


def _city(found: Resolution) -> Resolution | None:
    """Take a name for the city that everybody knows by it rather than for a town, a part of a town or a county."""
    own, chance = found.place, found.confidence
    if own is None or not (own.kind.is_populated or (own.kind.code == "ADM2" and own.name != found.mention.quote.text)):
        return None

    def is_better_known(candidate: Candidate, other: float) -> bool:
        place = candidate.place
        if not _is_town(candidate) or other < max(_THINKABLE, _AS_LIKELY * chance):
            return False
        if not own.kind.is_populated or own.kind.code == _PART_OF_TOWN:
            return place.kind.code in _SEATS and place.population > (own.population if own.kind.is_populated else 0)
        return place.population >= max(_GREAT, _GREATER * own.population)

    return _taken(found, is_better_known, "It is the city best known by this name.")


def _in_story(found: Resolution, countries: Counter[str]) -> Resolution | None:
    """Take a town that lies where nothing else of the story does for its namesake in a country that the story is about.

    A capital yields to the chief town of a province alone: Tripoli in Libya, but not Vienna.
    """
    own = found.place
    if own is None or not own.kind.is_populated or countries[own.country] > 1:
        return None
    least, is_capital = _NEARLY_AS_LIKELY * found.confidence, own.kind.code == "PPLC"
    return _taken(
        found,
        lambda c, chance: (
            _is_town(c)
            and chance >= least
            and countries[c.place.country] >= _ABOUT
            and (not is_capital or c.place.kind.code == "PPLA")
        ),
        "The story names other places in its country.",
    )


def _only_one(found: Resolution, countries: Counter[str]) -> Resolution | None:
    """Take a name of which no place was likely enough for the only one that lies in a country that the story is about."""
    name = found.mention.quote.text
    if name.casefold() in DIRECTIONS:
        return None
    least = 1 if " " in name else _ABOUT
    there = [c for c in found.candidates if _is_town(c) and countries[c.place.country] >= least]
    if len(there) != 1:
        return None
    return _taken(found, lambda c, _: c is there[0], "It is the only one in a country that the story is about.")


def _spelt_nearly(found: Resolution, countries: Counter[str], gaz: Gazetteer) -> Resolution | None:
    """Take a name in no gazetteer for the largest town that is spelt nearly so in a country that the story is about."""
    name = found.mention.quote.text
    if name.isupper() or name.casefold() in common_words():
        return None
    near = [
        c
        for c in near_spellings(name, gaz)
        if countries[c.place.country] >= _ABOUT and (c.place.country not in _ENGLISH or c.place.population >= _GREAT)
    ]
    if not near:
        return None
    best = max(near, key=lambda c: (-c.cost, c.place.population))
    return replace(
        found,
        place=best.place,
        confidence=_NEAR,
        candidates=(),
        chances=(),
        reasons=(f"{name} is read as another spelling of {best.matched}.",),
    )


def _is_town(candidate: Candidate) -> bool:
    return candidate.name_kind == "name" and candidate.place.kind.is_populated


def _taken(found: Resolution, wanted: Callable[[Candidate, float], bool], reason: str) -> Resolution | None:
    """Take a name for the likeliest other place of it that is wanted, where there is one."""
    other = likeliest_other(found, wanted)
    if other is None:
        return None
    reasons = (*(() if found.place is None else found.reasons), reason)
    return replace(found, place=other[0], confidence=other[1], reasons=reasons)
