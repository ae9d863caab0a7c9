"""Guess the nominatives of Russian and Ukrainian names that stand in another case; the gazetteer tells which are names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["nominatives"]

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
#: Endings of both languages, the longer ones first.
_ENDINGS = (
    "ами", "ями", "ого", "ому", "ові", "єві", "еві", "ой", "ей", "ом", "ем", "єм", "ью", "ою", "ею", "єю", "ах", "ях", "ии", "ию", "ия", "ії", "ію",
    "у", "ю", "а", "я", "е", "и", "ы", "і", "ї",
)  # fmt: skip
_NOMINATIVES = ("", "а", "я", "ь", "й", "о", "е", "и", "ы", "ія", "ия", "і")
#: A closed syllable of Ukrainian that opens where an ending follows: Київ, Києва; Харків, Харкова; Львів, Львова.
_OPENED = (("єв", "їв"), ("ов", "ів"), ("ев", "ів"), ("ол", "іл"), ("оп", "іп"))
#: A stem is at least so long.
_SHORTEST = 3


def nominatives(name: str) -> Iterator[str]:
    """Yield what a name in Cyrillic may be in the nominative, the likelier first; nothing for other names."""
    if _CYRILLIC.search(name) is None:
        return
    for ending in _ENDINGS:
        stem = name.removesuffix(ending)
        if stem == name or len(stem) < _SHORTEST:
            continue
        yield from (stem + nominative for nominative in _NOMINATIVES if nominative != ending)
        for opened, closed in _OPENED:
            if stem.endswith(opened):
                yield stem[: -len(opened)] + closed
