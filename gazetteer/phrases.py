"""Names of several words that the gazetteer does not have as they stand: their words in another order, and the names inside them.

"Tisza River" is the River Tisza, and the "Port of Rotterdam" is in Rotterdam. What is found so is never taken for an exact match: the store
marks it ``reordered`` or ``contained`` and gives it a cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["contained", "reordered"]

#: Words that say what a place is. English puts them before or after its name, with or without "of".
_KINDS = frozenset(
    "area bay beach bight borough canal canyon cape city coast county creek dam desert district falls fjord fort gulf harbor harbour island "
    "islands isle isles lagoon lake loch mount mountain mountains oasis ocean parish pass peak peninsula plain plateau point port prefecture "
    "province reef region republic river sea sound state strait straits territory town township university valley village volcano".split()
)

#: Words that are also names of villages somewhere, and that in a longer name say what a place is, or where in another it lies.
_COMMON = _KINDS | frozenset(
    "abbey academy airport arena avenue bank bar base basin boulevard bridge building camp castle cathedral cemetery center central centre chapel "
    "church circle civic clinic college community company corner council court cross de del district downtown east eastern el estate fair farm "
    "field forest foundation garden gardens gate general grand great greater green grove hall hill hills historic hospital hotel house inn "
    "institute international junction la lane las library little los lower mall market memorial metro mill mills mission monument mosque museum "
    "national new north northeast northern northwest old palace park people place plaza pond prison public ranch reserve resort ridge road "
    "royal school shore side site south southeast southern southwest spring springs square stadium station store street suburb temple "
    "the theater theatre tower trail union university upper view war way west western white wood woods zoo".split()
)

#: Shorter parts are mostly articles and initials.
_SHORTEST_PART = 4

#: A name of more words than this is a sentence.
_MOST_WORDS = 10

#: What it costs to change the order of words, or to put in or leave out "of".
_REORDERED_COST = 0.1


def reordered(key: str) -> list[tuple[str, float]]:
    """Return the orders in which the words of a name may stand, without its own, with their costs.

    Parameters
    ----------
    key
        A name in normal form.

    Returns
    -------
    list of tuple of str and float
        Normal forms; for "gulf of aden" these are "aden gulf" and "gulf aden".
    """
    words = key.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return []
    forms = []
    for kind, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if kind in _KINDS:
            name = " ".join(rest[1:] if rest[0] == "of" else rest)
            forms += [f"{kind} {name}", f"{kind} of {name}", f"{name} {kind}"] if name else []
    return [(form, _REORDERED_COST) for form in dict.fromkeys(forms) if form != key]


def contained(key: str, is_name: Callable[[str], bool]) -> list[tuple[str, float]]:
    """Return the longest names inside a name, with their costs, the cheapest first.

    Parameters
    ----------
    key
        A name in normal form.
    is_name
        Tells whether a normal form is a name.

    Returns
    -------
    list of tuple of str and float
        Runs of words, none inside another, and none of common words alone. The cost is at least 0.5 and grows with the share of letters left out.
    """
    words = key.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return []
    found: list[tuple[int, int, str]] = []
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            last = first + length
            inside = any(start <= first and last <= end for start, end, _ in found)
            if not inside and _says_where(words[first:last]) and is_name(part := " ".join(words[first:last])):
                found.append((first, last, part))
    costs = [(part, round(1 - len(part) / len(key) / 2, 3)) for _, _, part in found]
    return sorted(costs, key=lambda item: item[1])


def _says_where(words: list[str]) -> bool:
    """Tell whether a run of words may be a name of its own: no "of" at its ends, and not of common words alone."""
    if words[0] in {"of", "and", "the"} or words[-1] in {"of", "and", "the"}:
        return False
    return len(" ".join(words)) >= _SHORTEST_PART and not all(word in _COMMON or word == "of" for word in words)
