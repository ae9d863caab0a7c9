"""Places of which a text spells the name nearly as the gazetteer does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.model import Candidate

__all__ = ["is_saint", "near_spellings"]

#: How many near spellings of a name are looked at.
_MOST = 12
#: Of longer names only other romanisations are looked for: those with wrong letters take too long.
_LONGEST = 8
#: "St." before the name of a saint, and what maps write for it where English is not spoken.
_SAINT = re.compile(r"(?:St\.?|Saint)\s")
_SAINTS = ("San", "Santa", "Santo", "São", "Sankt", "Sint")


def is_saint(name: str) -> bool:
    """Tell whether a name begins as a saint's does: "St. Fe", but not "Stony Point"."""
    return _SAINT.match(name) is not None


def near_spellings(name: str, gaz: Gazetteer) -> list[Candidate]:
    """Find the towns that a name in no gazetteer may mean by another spelling: "Rozario" is Rosario, "St. Fe" Santa Fe.

    Parameters
    ----------
    name
        As it is written.
    gaz
        Where to look; minor places are left out.
    """
    plain = " ".join(name.split())
    saint = _SAINT.match(plain)
    if saint is not None:
        found = [c for word in _SAINTS for c in gaz.lookup(f"{word} {plain[saint.end() :]}", limit=_MOST, exact=True)]
    else:
        found = [c for c in gaz.lookup(plain, limit=_MOST, fold=True, fuzzy=len(plain) <= _LONGEST) if c.match != "exact"]
    return [c for c in found if c.place.kind.is_populated and c.name_kind != "code" and not gaz.is_minor(c.place)]
