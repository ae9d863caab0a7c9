"""Give back to the names of places what the tagger cut off them: "Dar | es Salaam", "John F. | Kennedy International Airport", "San | Diego Zoo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from geo.model import Mention
from geo.reading.recognition.metonyms import is_dateline
from geo.reading.times.date_words import MONTHS, WEEKDAYS
from geo.reading.vocabulary.common_words import common_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer import Gazetteer
    from geo.model import Article

__all__ = ["WEAK", "is_known", "whole_names", "with_airport"]

#: Kinds of name that are too weak as evidence: an adjective or a code.
WEAK: Final = frozenset({"demonym", "code", "abbreviation"})
_REACH: Final = 40
_AIRPORT: Final = re.compile(r"\s+(?:[Ii]nternational\s+)?[Aa]irport\b")
_HYPHENED: Final = re.compile(r"(?:-[^\W\d_]+)+")
#: What follows a name that was cut at its apostrophe: "Land's End", "King's Lynn".
_POSSESSED: Final = re.compile(r"['’]s [A-Z][^\W\d_]+")
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+$")
#: What a name may have been cut from: "the Cape of Good Hope", "the Isle of Skye".
_KIND_BEFORE: Final = re.compile(r"\b[A-Z][a-z]+ of $")
#: What names are joined by inside, and the parts of "Dar es Salaam", "Sharm el-Sheikh" and "Santa Cruz de la Sierra" on either side of it.
_JOINED: Final = (
    r"(?:a[lmn]|as|bei|bel|bin|da[ls]?|de[ilr]?|do[ls]?|du|e[lns]|im|la|las|les?|los|op|sur|under|upon)(?:[ -](?:el|la|las|los))?"
)
_JOINED_BEHIND: Final = re.compile(rf"[ -]{_JOINED}[ -][A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?")
_JOINED_BEFORE: Final = re.compile(rf"\b[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?[ -]{_JOINED}[ -](?:(?:el|la|las|los)[ -])?$")
#: The day right behind a name, which is no part of it, and a word in small letters before it.
_DAY_BEHIND: Final = re.compile(rf" (?:(?:{'|'.join(m + '|' + m[:3] + r'[.]?' for m in MONTHS)}) \d|(?:{'|'.join(WEEKDAYS)})\b)")
_LOWER_BEFORE: Final = re.compile(r"\b[a-z]+ $")
#: The capitals before and behind a name, one or two of them.
_CAPITALS_BEFORE: Final = re.compile(r"(?:(?<![\w.’'-])[A-Z](?:[\w’'-]+|\.)\s){1,2}$")
_CAPITALS_BEHIND: Final = re.compile(r"(?:\s[A-Z][\w’'-]+){1,2}")
_CAPITAL_BEHIND: Final = re.compile(r"\s(?P<name>[A-Z][\w’'-]+)")
#: How far from its town an airport may lie.
_AIRPORT_KM: Final = 80.0
#: What stands before the place where something is or goes.
_PREPOSITION: Final = re.compile(r"\b(?:[Aa]t|[Ff]rom|[Ii]n|[Ii]nto|[Nn]ear|[Oo]utside|[Oo]ut\s+of|[Tt]o|[Vv]ia)\s+(?:the\s+)?$")
#: What is so surely in the town whose name it begins with that the town tells where it is.
_FACILITY: Final = re.compile(
    r"(?:\s[A-Z][\w’'-]+){0,2}?\s(?:[Aa]irport|[Aa]irfield|[Bb]arracks|[Cc]athedral|[Cc]ourthouse|[Dd]ocks|[Hh]arbou?r|[Hh]ospital|[Pp]rison|"
    r"[Ss]tadium|[Ss]tation|[Zz]oo)\b"
)
#: Behind an adjective, what is the edge or a part of the country: "the Malaysian border", "Turkish waters".
_OF_COUNTRY: Final = re.compile(
    r"\s(?:air\s?space|border|coast|coastline|frontier|shores?|soil|territory|territorial waters|waters)\b"
)


def whole_names(article: Article, mentions: Sequence[Mention], gaz: Gazetteer) -> list[Mention]:
    """Give mentions the whole names that they were cut from.

    Parameters
    ----------
    article, mentions
        An article, and what the tagger found in it.
    gaz
        What tells a name: a longer one is taken only where there is a place of this very name.

    Returns
    -------
    list of Mention
        In the order of the text, none overlapping. The town of a facility ("at Leipzig Zoo") and the country of a border ("the Malaysian
        border") come as places.
    """
    found = [with_airport(_whole(m, article, gaz), article, gaz) for m in mentions]
    return _apart([_as_place(_airport_of_town(m, article, gaz), article.text) for m in found])


def is_known(name: str, gaz: Gazetteer) -> bool:
    """Tell whether the gazetteer has a place of this very name that is no minor one."""
    return any(
        c.name_kind not in WEAK and not gaz.is_minor(c.place) for c in gaz.lookup(" ".join(name.split()), limit=3, exact=True)
    )


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop what a widened mention now covers."""
    kept: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (m.quote.start, -m.quote.end)):
        if not kept or m.quote.start >= kept[-1].quote.end:
            kept.append(m)
    return kept


def with_airport(mention: Mention, article: Article, gaz: Gazetteer) -> Mention:
    """Widen a name to the airport that bears it, where the gazetteer has one: "Larnaca airport"."""
    if mention.kind not in ("place", "part"):
        return mention
    start, end = mention.quote.start, mention.quote.end
    whole = [(start, end)] if mention.kind == "place" else []
    for first, last in (*_joined(article.text, start, end), *whole):  # "Charles | de Gaulle airport"
        after = _AIRPORT.match(article.text, last)
        name = " ".join(f"{article.text[first:last]} airport".split())
        if after is not None and any(c.place.kind.feature_class == "S" for c in gaz.lookup(name, limit=3, exact=True)):
            return Mention(article.quote(first, after.end()))
    return mention


def _airport_of_town(mention: Mention, article: Article, gaz: Gazetteer) -> Mention:
    """Take a town and the name of its airport for the airport where that is all that the name means, else for the town: "London Gatwick"."""
    quote, text = mention.quote, article.text
    after = _CAPITAL_BEHIND.match(text, quote.end, quote.end + _REACH)
    if after is None or mention.kind not in ("place", "part"):
        return mention
    bearing = [c.place for c in gaz.lookup(after["name"], limit=3, exact=True)]
    towns = [c.place for c in gaz.lookup(" ".join(quote.text.split()), limit=3, exact=True) if c.place.kind.is_populated]
    near = [p for p in bearing if any(p.km_to(t) <= _AIRPORT_KM for t in towns)]
    if not any(p.kind.code == "AIRP" for p in near):
        return mention
    return Mention(article.quote(after.start("name"), after.end()) if len(near) == len(bearing) else quote)


def _whole(mention: Mention, article: Article, gaz: Gazetteer) -> Mention:
    text, start, end = article.text, mention.quote.start, mention.quote.end
    if mention.kind not in ("place", "dateline", "metonym", "part"):
        return mention
    if mention.kind == "part" and _DAY_BEHIND.match(text, end) and _LOWER_BEFORE.search(text, max(0, start - 24), start):
        return Mention(mention.quote)  # "will visit Hanoi May 12-14", "arrived in Norway Monday"
    for first, last in (*_joined(text, start, end), *_longer(text, start, end)):
        if is_known(text[first:last], gaz):
            kind = (
                "place" if mention.kind == "part" and _PREPOSITION.search(text, max(0, first - _REACH), first) else mention.kind
            )
            return Mention(article.quote(first, last), "dateline" if is_dateline(text, first, last) else kind)
    return mention


def _joined(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """List the longer names, the longest first, of which a mention is the part before or behind a small word."""
    behind = _JOINED_BEHIND.match(text, end)
    before = _JOINED_BEFORE.search(text, max(0, start - _REACH), start)
    starts = [before.start(), text.find(" ", before.start(), start) + 1] if before is not None else []
    ends = [behind.end(), text.rfind(" ", end, behind.end())] if behind is not None else []
    spans = [(first, last) for first in (*starts, start) for last in (*ends, end) if first <= start and end <= last]
    return [span for span in spans if span != (start, end)]


def _longer(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the longer names that the text may have there, the likelier first."""
    after = _HYPHENED.match(text, end) or _POSSESSED.match(text, end)
    behind = after.end() if after is not None else end
    before = start
    while (
        before > 1
        and text[before - 1] == "-"
        and (word := _WORD_BEFORE.search(text, max(0, before - _REACH), before - 1)) is not None
    ):
        before = word.start()
    kind = _KIND_BEFORE.search(text, max(0, before - 24), before)
    before = kind.start() if kind is not None else before
    if (before, behind) != (start, end):
        yield before, behind
    capitals = _CAPITALS_BEFORE.search(text, max(0, start - _REACH), start)
    if capitals is not None and capitals.group().split()[0].lower() not in common_words():
        yield capitals.start(), end
    for following in _ends_behind(text, end):
        yield start, following


def _ends_behind(text: str, end: int) -> list[int]:
    """List where a longer name may end, the longest first: behind capitals that are no common words ("Lincoln City" has a shorter name)."""
    following = _CAPITALS_BEHIND.match(text, end, end + _REACH)
    ends, position = list[int](), end
    for word in following.group().split() if following is not None else ():
        if word.lower() in common_words():
            break
        position = text.index(word, position) + len(word)
        ends.append(position)
    return ends[::-1]


def _as_place(mention: Mention, text: str) -> Mention:
    """Take a name that is a part of a facility's, or the adjective of a country before "border" and the like, for the place."""
    start, end = mention.quote.start, mention.quote.end
    if mention.kind == "part":
        found = _FACILITY.match(text, end, end + _REACH) and _PREPOSITION.search(text, max(0, start - _REACH), start)
    elif mention.kind == "demonym":
        found = (
            _OF_COUNTRY.match(text, end, end + _REACH) if text[start - 1 : start] != "-" else None
        )  # "the inter-Korean border"
    else:
        return mention
    return Mention(mention.quote) if found else mention
