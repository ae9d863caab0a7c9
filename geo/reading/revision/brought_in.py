"""Give whom an article begins with the name that its next sentence brings in: "A French yachtsman was rescued off X. Thierry Dubois was taken to Y"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim

__all__ = ["name_brought_in"]

#: How far behind somebody without a name, in characters, the name may stand that is his.
_NEAR = 400
#: What a text calls somebody by who is new to it: his trade or people, with a word at least that describes him.
_NEW = r"(?:An?) (?:[\w'’-]+ ){{1,4}}{noun}\b"
#: A name as the subject of its sentence, or with an aside behind it.
_FULL = r"{name}(?=,| [a-z])"
#: Titles that go with a given name alone.
_ROYAL = frozenset({"Countess", "Crown", "Duchess", "Duke", "Earl", "Prince", "Princess", "Royal"})
#: A name of two words or more.
_NAME = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)+")


def name_brought_in(claims: Sequence[Claim]) -> list[Claim]:
    """Join the claims of who is brought in by what he is, and the one named right after it, under the name.

    The first claims of an article must be of somebody new, "A Swedish tourist", and the sentence of the next other traveller must begin with a
    full name, which no office stands before. Behind "The Prince of Wales" it may be a given name.
    """
    return [c for _, group in groupby(claims, key=lambda c: c.quote.article) for c in _named(list(group))]


def _named(own: list[Claim]) -> list[Claim]:
    first = own[0]
    following = next((c for c in own if c.traveller != first.traveller), None)
    if following is None or not (_is_new(first) or _is_royal(first)) or not _begins_with_name(following, given=_is_royal(first)):
        return own
    if following.quote.start - first.quote.end > _NEAR or following.quote.start < first.quote.end:
        return own
    return [replace(c, traveller=following.traveller) if c.traveller == first.traveller else c for c in own]


def _is_new(claim: Claim) -> bool:
    noun = claim.traveller.split()[-1]
    return not claim.companions and re.match(_NEW.format(noun=re.escape(noun)), claim.quote.text) is not None


def _is_royal(claim: Claim) -> bool:
    """Whether somebody is called by a title that goes with his given name alone: "The Prince of Wales", "The Princess Royal"."""
    return set(claim.traveller.split()) <= _ROYAL


def _begins_with_name(claim: Claim, *, given: bool) -> bool:
    named = _NAME.fullmatch(claim.traveller) is not None or (given and claim.traveller.isalpha() and claim.traveller.istitle())
    return named and re.match(_FULL.format(name=re.escape(claim.traveller)), claim.quote.text) is not None
