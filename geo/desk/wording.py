"""Words that give a protected place away, taken out of everything that is published beside the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Wording"]

#: What stands for a name that was taken out.
_GAP = "…"
#: Shorter names are looked for as whole words; longer ones also where an ending follows, as in "Aleppo's".
_FEWEST_LETTERS = 4


class Wording:
    """Finds names of protected places in texts.

    Parameters
    ----------
    names
        The names, in any spelling. Case, accents and punctuation are evened out, as the gazetteer does.
    """

    def __init__(self, names: Iterable[str]) -> None:
        plain = {normalise(name) for name in names} - {""}
        longest_first = sorted(plain, key=lambda name: (-len(name), name))
        self._normal = _any_of(longest_first)
        self._raw = _any_of(
            sorted({" ".join(name.split()) for name in names if name.strip()}, key=lambda name: (-len(name), name))
        )

    def gives_away(self, text: str) -> bool:
        """Tell whether a text, or a web address, names one of the places."""
        return self._normal is not None and self._normal.search(normalise(unquote(text))) is not None

    def without(self, text: str) -> str:
        """Return the text with an ellipsis for each of the names; if that is not enough, the ellipsis alone."""
        if not self.gives_away(text) or self._raw is None:
            return text
        cut = self._raw.sub(_GAP, " ".join(text.split()))
        return _GAP if self.gives_away(cut) else cut


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    parts = (re.escape(name) + (r"(?!\w)" if len(name) < _FEWEST_LETTERS else r"\w*") for name in names)
    # Scripts that put no spaces between words have no edge before a name either.
    return re.compile("|".join(rf"(?<![a-zA-Z0-9]){part}" for part in parts), re.IGNORECASE)
