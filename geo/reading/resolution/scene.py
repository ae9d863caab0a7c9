"""What the texts of a story say beside a name: what it lies in, what it is called, and which other places are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gazetteer.names import normalise
from geo.reading.text.beside import word_before, word_behind

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
_COMMA: Final = re.compile(r",?\s*\(|\s?,\s+|\s+-\s+")
_IN: Final = re.compile(
    r",?\s+(?:\w+\s+){0,2}?(?:in|of|near)\s+(?:the\s+(?:(?:north|south|east|west|cent)\w*|heart|middle)\s+(?:\w+\s+)?of\s+)?(?:\w+\s+)?(?:the\s+)?(?:(?:north|south|east|west|central|upper|lower)\w*\s+)?",
    re.IGNORECASE,
)
_POSSESSIVE: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,3}", re.IGNORECASE)
_REACH: Final = 40
#: Before the last name of a list; and how many commas in a row, one name after the other, are a list without it.
_LAST: Final = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")
_LONG_LIST: Final = 4
_KEPT_KEYS: Final = 1 << 15
_APOSTROPHES: Final = ("'", "’")
_WORDS_IN: Final = ("in", "of", "near")


#: How a word before a name ends that it is called, or that goes on to what it is called.
_ENDS_CALL: Final = (*_CALLING, *[f"{called}," for called in _CALLING], "of", "the")
#: The keys of names as they are spelt, and what words beside them tell; in dictionaries, for a decorator costs more than what it keeps.
_KEYS: Final[dict[str, str]] = {}
_MAY_CALL: Final[dict[str, bool]] = {}
_MAY_BE_CALLED: Final[dict[str, bool]] = {}


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
    has_article
        Whether "the" stands before the first of them: "the Gulf".
    """

    __slots__ = ("called", "called_words", "has_article", "inside", "key", "listed", "mentions", "near_inside", "surface")

    def __init__(self, key: str, surface: str) -> None:
        self.key = key
        self.surface = surface
        self.has_article = False
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
            if not name.mentions:
                name.has_article = article.text[max(0, mention.quote.start - 5) : mention.quote.start].lower().endswith(" the ")
            name.mentions.append((article_number, number))
            _note_called(name, article.text, mention)
            if number + 1 < len(mentions):
                _note_holder(names, name, article.text, mention, mentions[number + 1], chain)
    return names


def key_of(mention: Mention) -> str:
    """Return the key under which all mentions of a name come together."""
    text: str = mention.quote.text
    key = _KEYS.get(text)
    if key is None:
        if len(_KEYS) >= _KEPT_KEYS:
            _KEYS.clear()
        key = _KEYS[text] = normalise(" ".join(text.split()))
    return key


def _entry(names: dict[str, NameInStory], mention: Mention) -> NameInStory:
    key = key_of(mention)
    name = names.get(key)
    if name is None:
        name = names[key] = NameInStory(key, " ".join(mention.quote.text.split()))
    return name


def _note_called(name: NameInStory, text: str, mention: Mention) -> None:
    quote = mention.quote
    start, end = quote.start, quote.end
    found = _called_before(text, start) or _called_behind(text, end)
    if found:
        word = next(group for group in found.groups() if group).lower()
        name.called.update(_CALLED[word])
        if word not in name.called_words:
            name.called_words.append(word)


def _called_before(text: str, start: int) -> re.Match[str] | None:
    word = word_before(text, start)
    may_call = _MAY_CALL.get(word)
    if may_call is None:
        may_call = _may_call(word)
    if not may_call:
        return None
    first = max(0, start - 24)
    words = text[first:start].lower().rstrip().removesuffix("the").rstrip().removesuffix("of").rstrip(" \n,")
    return _BEFORE.search(text, first, start) if words.endswith(_CALLING) else None


def _called_behind(text: str, end: int) -> re.Match[str] | None:
    mark = text[end : end + 1]
    if not (mark == "," or mark.isspace()):
        return None
    word = word_behind(text, end + 1)
    if mark == ",":
        may_be_called: bool | None = word.lower() in _ARTICLES
    else:
        may_be_called = _MAY_BE_CALLED.get(word)
        if may_be_called is None:
            may_be_called = _may_be_called(word)
    if not may_be_called:
        return None
    return _AFTER.match(text, end, end + _REACH)


def _may_be_called(word: str) -> bool:
    """Tell whether what a name is called may begin with the word behind it: most tell that it is called nothing."""
    if len(_MAY_BE_CALLED) >= _KEPT_KEYS:
        _MAY_BE_CALLED.clear()
    found = _MAY_BE_CALLED[word] = word.lower().startswith(_CALLING)
    return found


def _may_call(word: str) -> bool:
    """Tell whether what a name is called may end with a word: most words before names tell that they are called nothing."""
    if len(_MAY_CALL) >= _KEPT_KEYS:
        _MAY_CALL.clear()
    found = _MAY_CALL[word] = word.lower().endswith(_ENDS_CALL)
    return found


def _note_holder(
    names: dict[str, NameInStory],
    name: NameInStory,
    text: str,
    mention: Mention,
    following: Mention,
    chain: list[tuple[NameInStory, str]],
) -> None:
    """Note what the gap between two mentions says: one lies in the other. The chain is of names with commas between them so far."""
    start: int = mention.quote.end
    end: int = following.quote.start
    if end - start > _REACH or following.kind == "demonym":
        chain.clear()
        return
    gap = text[start:end]
    other = _entry(names, following)
    if other.key != name.key and _is_comma(gap):
        name.inside[other.key] = other.surface
        chain.append((name, other.key))
        return
    if len(chain) >= _LONG_LIST or (len(chain) > 1 and _LAST.fullmatch(gap)):
        for listed, holder in chain:
            listed.listed.add(holder)
    chain.clear()
    if other.key == name.key:
        return
    if _is_in(gap):
        name.near_inside[other.key] = other.surface
    elif gap[:1] in _APOSTROPHES and _POSSESSIVE.fullmatch(gap):
        other.near_inside[name.key] = name.surface


# Most gaps are neither, and the patterns are slow.


def _is_comma(gap: str) -> bool:
    mark = gap.strip()
    return (mark in (",", "-") or mark.endswith("(")) and _COMMA.fullmatch(gap) is not None


def _is_in(gap: str) -> bool:
    if not gap[-1:].isspace():
        return False
    low = gap.lower()
    return any(word in low for word in _WORDS_IN) and _IN.fullmatch(gap) is not None
