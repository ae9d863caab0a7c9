"""Read lists of days and places without a verb, a line for each day: "April 10: Blenheim", "Tue, Sep 29 - Kansas City, KS".

Such lines name no traveller. They belong to whoever was last said to travel or to be somewhere before the list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.model import Claim, PlaceRole
from geo.reading.text.stretches import beginning_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Article, Resolution, Status, When

__all__ = ["read_day_list"]

#: What may stand before the day in its line, between it and the place, and between the place and what it lies in.
_BEFORE = re.compile(r"(?:\W|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)*", re.IGNORECASE)
_BETWEEN = re.compile(r"[ \t]*[:,–—-]?[ \t]*")
_INSIDE = re.compile(r",?[ \t]+")
#: Behind the place: nothing, or what goes on there; a match "X v Y" or a sentence is no stop.
_BEHIND = re.compile(r"[ \t]*(?:[.(,;:–—-].*)?")
#: What joins the places of one day.
_AND = re.compile(r"(?:,|/|\+|,?\s+(?:and|&))[ \t]+|/")
_DROPPED = re.compile(r"\bcancel", re.IGNORECASE)
#: Fewer lines than this are no list.
_FEWEST = 2


class _Line(NamedTuple):
    """A line of a list: where it begins and ends, its day and its places."""

    start: int
    end: int
    when: When
    places: tuple[Resolution, ...]


def read_day_list(
    article: Article, resolutions: Sequence[Resolution], whens: Sequence[When], told: Sequence[Claim]
) -> list[Claim]:
    """Read the lines of an article that only name a day and a place, as stays.

    Parameters
    ----------
    article
        The article; a day after its publication is still to come.
    resolutions, whens
        Its mentions with the places chosen, and the times that it states, in the order of the text.
    told
        What the article tells in sentences: the last claim before the list says whose it is.

    Returns
    -------
    list of Claim
        None where fewer than two lines are such, or nobody was said to travel before them.
    """
    lines = [line for when in whens if (line := _line(article, resolutions, when)) is not None]
    before = [c for c in told if lines and c.places and c.quote.start < lines[0].start]
    if len(lines) < _FEWEST or not before:
        return []
    last = max(before, key=lambda c: c.quote.start)
    return [
        Claim(
            id=f"{article.id}:{line.start}:stay:day", traveller=last.traveller, act="stay",
            places=tuple(PlaceRole("at", place) for place in line.places), quote=article.quote(line.start, line.end),
            status=_status(line, article, last), when=line.when,
        )
        for line in lines
    ]  # fmt: skip


def _line(article: Article, resolutions: Sequence[Resolution], when: When) -> _Line | None:
    """The line that a day begins, if all that it says is a place."""
    text = article.text
    start = text.rfind("\n", 0, when.words.start) + 1
    stop = text.find("\n", when.words.end)
    stop = stop if stop >= 0 else len(text)
    if when.precision not in ("part", "day") or not _BEFORE.fullmatch(text, start, when.words.start):
        return None
    behind = beginning_in(resolutions, when.words.end, stop - 1, lambda r: r.mention.quote.start)
    named = [r for r in behind if r.mention.kind == "place"]
    if not named or named[0].place is None or not _BETWEEN.fullmatch(text, when.words.end, named[0].mention.quote.start):
        return None
    row, end = [named[0]], named[0].mention.quote.end
    for other in named[1:]:
        last = row[-1].place
        if other.place is None or last is None:
            break
        if other.place.contains(last) and _INSIDE.fullmatch(text, end, other.mention.quote.start):
            end = other.mention.quote.end
        elif _AND.fullmatch(text, end, other.mention.quote.start):
            row, end = [*row, other], other.mention.quote.end
    if not _BEHIND.fullmatch(text, end, stop) or _DROPPED.search(text, end, stop):
        return None
    return _Line(start, start + len(text[start:stop].rstrip()), when, tuple(row))


def _status(line: _Line, article: Article, last: Claim) -> Status:
    """Still to come after the day of publication; where that is not known, as certain as what was told before the list."""
    if article.published is None or line.when.yearless:
        return "planned" if last.status in ("planned", "under_way") else "happened"
    return "planned" if line.when.start > article.published else "happened"
