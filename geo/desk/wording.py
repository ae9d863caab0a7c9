"""Words that give a protected place away, taken out of everything that is published beside the map."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Wording"]

#: What stands for a name that was taken out.
_GAP = "…"
#: Shorter names are looked for as whole words; longer ones also where an ending follows, as in "Aleppo's".
_FEWEST_LETTERS = 4
#: The most words of a name that is looked up.
_MOST_WORDS = 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


class Wording:
    """Finds names of protected places in texts.

    Parameters
    ----------
    names
        The names, in any spelling. Case, accents and punctuation are evened out, as the gazetteer does.
    is_other_name
        Tells of a name whether one of the places bears it too: Kiev, where Kyiv is protected. Asked of what is written with a capital,
        and of every word of an address or an id.
    """

    def __init__(self, names: Iterable[str], is_other_name: Callable[[str], bool] | None = None) -> None:
        names = list(names)
        self._is_other_name = cache(is_other_name) if is_other_name else None
        plain = {normalise(name) for name in names} - {""}
        longest_first = sorted(plain, key=lambda name: (-len(name), name))
        self._normal = _any_of(longest_first)
        self._raw = _any_of(
            sorted({" ".join(name.split()) for name in names if name.strip()}, key=lambda name: (-len(name), name))
        )

    def gives_away(self, text: str) -> bool:
        """Tell whether a text, or a web address, names one of the places."""
        told = unquote(text)
        if self._normal is not None and self._normal.search(normalise(told)) is not None:
            return True
        return self._is_other_name is not None and any(map(self._is_other_name, _possible_names(told)))

    def without(self, text: str) -> str:
        """Return the text with an ellipsis for each of the names; if that is not enough, the ellipsis alone."""
        if not self.gives_away(text):
            return text
        cut = self._raw.sub(_GAP, " ".join(text.split())) if self._raw else text
        return _GAP if self.gives_away(cut) else cut


def _possible_names(text: str) -> Iterator[str]:
    """Give every run of words that may be a name: in an address or an id, which know no capitals, all of the longer words."""
    words = _WORD.findall(text)
    slug = not any(sign.isspace() for sign in text.strip())
    for start, first in enumerate(words):
        if not (first[0].islower() and (not slug or len(first) < _FEWEST_LETTERS)):
            yield from (" ".join(words[start:end]) for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1))


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    parts = (re.escape(name) + (r"(?!\w)" if len(name) < _FEWEST_LETTERS else r"\w*") for name in names)
    # Scripts that put no spaces between words have no edge before a name either.
    return re.compile("|".join(rf"(?<![a-zA-Z0-9]){part}" for part in parts), re.IGNORECASE)
