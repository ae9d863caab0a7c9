"""Places told by a description: "the Uzbek capital", "the capital of Uzbekistan", "Uzbekistan's capital" are Tashkent."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.model import Mention, Resolution
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer import Gazetteer
    from gazetteer.model import Place
    from geo.model import Article

__all__ = ["with_capitals"]

#: Behind the country's name or adjective; but not "capital markets", nor where the capital's own name follows: a day may.
_CAPITAL = re.compile(
    r"(?:['’]s)?\s+capital(?: city)?\b(?!['’]|,?\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?-i:[A-Z])|\s+(?:account|flow|fund|gain|good|invest|market|punish|spend))",
    re.IGNORECASE,
)
_CAPITAL_OF = re.compile(r"\bcapital(?: city)? of (?:the )?$", re.IGNORECASE)
#: What tells a half of a country as it was once, whose capital was another: "the West German capital".
_HALF = re.compile(r"\b(?:East|North|South|West)\s+$")
#: The name of a town right before what it is: "in Jowhar, the provisional capital of Somalia".
_CALLED = re.compile(r"(?P<town>[A-Z][^\W\d_]+), (?:the |a )?(?:(?!at|from|in|of|to)[a-z-]+ ){0,2}$")
_REACH = 24
#: The confidence of an adjective, which is not weighed against namesakes.
_SURE = 0.9


def with_capitals(
    articles: Sequence[Article], resolutions: Mapping[str, Sequence[Resolution]], gaz: Gazetteer
) -> dict[str, list[Resolution]]:
    """Read the descriptions of capitals as the places that they stand for.

    Parameters
    ----------
    articles
        The articles of a story.
    resolutions
        By article id: its mentions with the places chosen.
    gaz
        The gazetteer.

    Returns
    -------
    dict
        The same, where a country or its adjective that belongs to such a description has become a mention of the capital.
    """
    return {a.id: [_described(r, a, gaz) or r for r in resolutions.get(a.id, ())] for a in articles}


def _described(found: Resolution, article: Article, gaz: Gazetteer) -> Resolution | None:
    quote = found.mention.quote
    before = _CAPITAL_OF.search(article.text, max(0, quote.start - _REACH), quote.start)
    after = _CAPITAL.match(article.text, quote.end)
    if _HALF.search(article.text, max(0, quote.start - _REACH), quote.start):
        return None
    if (before is None and after is None) or found.mention.kind not in ("place", "demonym", "metonym"):
        return None
    country = _country(found, gaz)
    place = _capital(country, gaz) if country else None
    if place is None or (before is not None and _is_of_other_town(article.text[: before.start()], place)):
        return None
    whole = article.quote(before.start() if before else quote.start, after.end() if after else quote.end)
    if _names(whole.text, place):
        return None
    return Resolution(Mention(whole), place, found.confidence or _SURE, reasons=(f"{place.name} is the capital described",))


def _is_of_other_town(text: str, capital: Place) -> bool:
    """Whether a text ends with a town, other than the capital, that is said to be one: "in Jowhar, the provisional capital of"."""
    called = _CALLED.search(text[-2 * _REACH :])
    return called is not None and called["town"].casefold() not in capital.name.casefold()


def _country(found: Resolution, gaz: Gazetteer) -> str:
    if found.place is not None:
        return found.place.country if found.place.kind.is_country else ""
    adjectives = gaz.lookup(found.mention.quote.text, limit=3, exact=True)
    return next((c.place.country for c in adjectives if c.name_kind == "demonym"), "")


def _names(text: str, place: Place) -> bool:
    return place.name.casefold() in text.casefold()


def _capital(country: str, gaz: Gazetteer) -> Place | None:
    try:
        return gaz.place(_capitals()[country])
    except (KeyError, InputError):  # a gazetteer of somebody's own need not hold every capital
        return None


@cache
def _capitals() -> dict[str, str]:
    return {row["country"]: row["place"] for row in table("capitals")}
