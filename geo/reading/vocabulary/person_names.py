"""Given names and surnames of many languages, by which a person's name is told from a place's: "Georgia Whitfield"."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Final

__all__ = ["name_class"]

_CACHED_WORDS: Final = 1 << 16


@lru_cache(maxsize=2)
def _names(kind: str) -> frozenset[str]:
    text = resources.files("geo.reading").joinpath(f"data/{kind}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


@lru_cache(_CACHED_WORDS)
def name_class(word: str) -> str:
    """Return ``g`` for a given name, ``f`` for a surname, ``b`` for what is both, ``""`` for neither."""
    name = word.capitalize() if word.isupper() else word
    given, family = name in _names("given_names"), name in _names("surnames")
    return "b" if given and family else "g" if given else "f" if family else ""
