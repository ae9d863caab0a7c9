"""Tell under one name what is told of those who are first counted and then named, or named by their family: "Two Britons ... Berg and Lund"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim
    from geo.reading.travellers.actors import Actor

__all__ = ["under_one_name"]

#: How many a word counts that stands first, or last, in what a party is called.
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5, "couple": 2, "duo": 2, "pair": 2, "newlyweds": 2, "trio": 3,
}  # fmt: skip
_OF_NAME = re.compile(r"(.+) (?:brothers|expedition|family|party|siblings|sisters)")
_JOINTS = re.compile(r", and |, | and ")


def under_one_name(claims: Sequence[Claim], actors: Sequence[Actor]) -> list[Claim]:
    """Give the claims of a party that is counted or named by its family to those who bear the names.

    Parameters
    ----------
    claims
        Those of a story, in the order of articles and text.
    actors
        Who made them.

    Returns
    -------
    list of Claim
        In the same order.
    """
    known = {a.name: a for a in actors}
    told = [known[n] for n in dict.fromkeys(c.traveller for c in claims) if n in known]
    bearers = {**_named_after(told), **_of_the_family(told)}
    return (
        [replace(c, traveller=bearers[c.traveller]) if c.traveller in bearers else c for c in claims] if bearers else list(claims)
    )


def _named_after(told: Sequence[Actor]) -> dict[str, str]:
    """Those who are counted when a story begins, and the only ones named after them of whom there are as many: "Two Britons ... Berg and Lund"."""
    first = next((a for a in told if a.kind == "group"), None)
    many = _count(first.name) if first is not None else 0
    named = [a.name for a in told if a.kind == "group" and a is not first and len(_JOINTS.split(a.name)) == many]
    return {first.name: named[0]} if first is not None and many and len(named) == 1 else {}


def _count(name: str) -> int:
    words = name.casefold().split()
    return _COUNTS.get(words[0], _COUNTS.get(words[-1], 0)) if " and " not in name else 0


def _of_the_family(told: Sequence[Actor]) -> dict[str, str]:
    """Families and parties called by a name, and the only one who bears it, or the family itself: "the Lunds", "the Lund family", "the Lund party"."""
    people = [a.name for a in told if a.kind == "person" and " " in a.name]
    families: dict[str, str] = {}
    found: dict[str, str] = {}
    for family in (a.name for a in told if a.kind == "group"):
        named = _OF_NAME.fullmatch(family)
        surname = named[1] if named is not None else family.removesuffix("s")
        bearers = [p for p in people if p.split()[-1] == surname]
        if surname == family:
            continue
        if len(bearers) == 1:
            found[family] = bearers[0]
        elif not bearers and (first := families.setdefault(surname, family)) != family:
            found[family] = first
    return found
