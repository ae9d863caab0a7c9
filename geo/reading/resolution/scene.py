"""What the texts of a story say beside a name: what it lies in, what it is called, and which other places are about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Article, Mention

__all__ = ["NameInStory", "gather_names", "key_of"]

#: What the words beside a name call it -> the groups of `geo.reading.resolution.options.group_of` that fit.
_CALLED: Final = {
    "county": ("admin2",), "parish": ("admin2",), "district": ("admin2",), "province": ("admin1",), "state": ("admin1",), "region": ("admin1", "region"),
    "oblast": ("admin1",), "governorate": ("admin1",), "prefecture": ("admin1", "admin2"), "territory": ("admin1", "country"), "republic": ("country", "admin1"),
    "country": ("country",), "nation": ("country",), "kingdom": ("country",), "city": ("town", "seat", "capital"), "town": ("town", "seat"),
    "village": ("town",), "suburb": ("town",), "hamlet": ("town",), "neighbourhood": ("town",), "neighborhood": ("town",), "port": ("town", "seat", "capital"),
    "resort": ("town",), "airport": ("airport",), "river": ("water",), "lake": ("water",), "sea": ("water",), "strait": ("water",),
    "gulf": ("water",), "ocean": ("water",), "capital": ("capital", "seat"), "station": ("town", "other"), "railhead": ("town",),
}  # fmt: skip
_WORDS: Final = "|".join(_CALLED)
_BEFORE: Final = re.compile(rf"\b({_WORDS})(?:\s+of|,)?\s+(?:the\s+)?$", re.IGNORECASE)
#: Letters that what is called something has before it; the pattern is slow, and most texts have none.
_CALLING: Final = tuple(_CALLED)
#: "X, the US secretary of state" does not call X a state.
_AFTER: Final = re.compile(
    rf"(?:\s+({_WORDS})\b|,\s+(?:the|a|an)\s+(?:[\w’'-]+\s+){{0,3}}(?<!secretary of )({_WORDS})\b)", re.IGNORECASE
)
_ARTICLES: Final = ("the", "a", "an")
#: Between a name and what holds it: "X, Y", "X (Y", "X in northern Y"; and the other way round in "Y's X", "Y (X".
_COMMA: Final = re.compile(r",?\s*\(|,\s+|\s+-\s+")
_IN: Final = re.compile(
    r",?\s+(?:\w+\s+){0,2}?(?:in|of|near)\s+(?:\w+\s+)?(?:the\s+)?(?:(?:north|south|east|west|central|upper|lower)\w*\s+)?",
    re.IGNORECASE,
)
_POSSESSIVE: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,3}", re.IGNORECASE)
_REACH: Final = 40
#: Before the last name of a list; and how many commas in a row, one name after the other, are a list without it.
_LAST: Final = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")
_LONG_LIST: Final = 4
_KEPT_KEYS: Final = 1 << 15


class NameInStory:
    """One name of a story, with what stands beside any of its mentions.

    Attributes
    ----------
    key
        The normal form that its mentions share.
    surface
        The first spelling.
    mentions
        Positions of its mentions, as (article, mention) numbers.
    inside, near_inside
        Keys of the names that a comma, or a weaker "in", says it lies in.
    listed
        Those of `inside` that a list of names has behind it: "Athens, Geneva and Toronto" says of none that it lies in the next.
    called
        Groups that fit what the text calls it.
    """

    __slots__ = ("called", "called_words", "inside", "key", "listed", "mentions", "near_inside", "surface")

    def __init__(self, key: str, surface: str) -> None:
        self.key = key
        self.surface = surface
        self.mentions: list[tuple[int, int]] = []
        self.inside: dict[str, str] = {}
        self.near_inside: dict[str, str] = {}
        self.listed: set[str] = set()
        self.called: set[str] = set()
        self.called_words: list[str] = []


def gather_names(texts: Sequence[tuple[Article, Sequence[Mention]]]) -> dict[str, NameInStory]:
    """Gather the names of a story: one entry for all mentions of a name, in the order of the first.

    Parameters
    ----------
    texts
        The articles with their mentions, those in the order of the text.

    Returns
    -------
    dict of str to NameInStory
        By key.
    """
    names: dict[str, NameInStory] = {}
    for article_number, (article, mentions) in enumerate(texts):
        chain: list[tuple[NameInStory, str]] = []
        for number, mention in enumerate(mentions):
            name = _entry(names, mention)
            name.mentions.append((article_number, number))
            _note_called(name, article.text, mention)
            if number + 1 < len(mentions):
                _note_holder(names, name, article.text, mention, mentions[number + 1], chain)
    return names


def key_of(mention: Mention) -> str:
    """Return the key under which all mentions of a name come together."""
    return _key(mention.quote.text)


@lru_cache(_KEPT_KEYS)
def _key(text: str) -> str:
    return normalise(" ".join(text.split()))


def _entry(names: dict[str, NameInStory], mention: Mention) -> NameInStory:
    key = key_of(mention)
    name = names.get(key)
    if name is None:
        name = names[key] = NameInStory(key, " ".join(mention.quote.text.split()))
    return name


def _note_called(name: NameInStory, text: str, mention: Mention) -> None:
    start, end = mention.quote.start, mention.quote.end
    found = _called_before(text, start) or _called_behind(text, end)
    if found:
        word = next(group for group in found.groups() if group).lower()
        name.called.update(_CALLED[word])
        if word not in name.called_words:
            name.called_words.append(word)


def _called_before(text: str, start: int) -> re.Match[str] | None:
    first = max(0, start - 24)
    before = text[first:start].rsplit(None, 1)
    if not before or not _may_call(before[-1]):
        return None
    words = text[first:start].lower().rstrip().removesuffix("the").rstrip().removesuffix("of").rstrip(" \n,")
    return _BEFORE.search(text, first, start) if words.endswith(_CALLING) else None


def _called_behind(text: str, end: int) -> re.Match[str] | None:
    mark = text[end : end + 1]
    if not (mark == "," or mark.isspace()):
        return None
    words = text[end + 1 : end + _REACH].split(None, 1)
    if not words or not (words[0].lower() in _ARTICLES if mark == "," else _may_be_called(words[0])):
        return None
    return _AFTER.match(text, end, end + _REACH)


@lru_cache(_KEPT_KEYS)
def _may_be_called(word: str) -> bool:
    """Tell whether what a name is called may begin with the word behind it: most tell that it is called nothing."""
    return word.lower().startswith(_CALLING)


@lru_cache(_KEPT_KEYS)
def _may_call(word: str) -> bool:
    """Tell whether what a name is called may end with a word: most words before names tell that they are called nothing."""
    return word.lower().endswith((*_CALLING, *[f"{called}," for called in _CALLING], "of", "the"))


def _note_holder(
    names: dict[str, NameInStory],
    name: NameInStory,
    text: str,
    mention: Mention,
    following: Mention,
    chain: list[tuple[NameInStory, str]],
) -> None:
    """Note what the gap between two mentions says: one lies in the other. The chain is of names with commas between them so far."""
    start, end = mention.quote.end, following.quote.start
    if end - start > _REACH or following.kind == "demonym":
        chain.clear()
        return
    gap = text[start:end]
    other = _entry(names, following)
    if other.key != name.key and _COMMA.fullmatch(gap):
        name.inside[other.key] = other.surface
        chain.append((name, other.key))
        return
    if len(chain) >= _LONG_LIST or (len(chain) > 1 and _LAST.fullmatch(gap)):
        for listed, holder in chain:
            listed.listed.add(holder)
    chain.clear()
    if other.key == name.key:
        return
    if _IN.fullmatch(gap):
        name.near_inside[other.key] = other.surface
    elif _POSSESSIVE.fullmatch(gap):
        other.near_inside[name.key] = name.surface
