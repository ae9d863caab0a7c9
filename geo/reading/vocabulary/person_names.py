"""Given names and surnames of many languages, by which a person's name is told from a place's: "Georgia Whitfield"."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Final

from geo.reading.vocabulary.pronouns import FEMININE
from geo.reading.vocabulary.tables import words_of

__all__ = ["may_mean", "name_class"]

_CACHED_WORDS: Final = 1 << 16
#: Titles and nouns that only a woman or only a man is called by.
_WOMEN: Final = frozenset(
    "actress aunt bride dame daughter duchess empress girl grandmother heiress hostess lady miss mother mrs ms niece nun princess queen "
    "schoolgirl sister stewardess widow wife woman".split()
)
_MEN: Final = frozenset(
    "archbishop bishop boy brother cardinal duke emperor father groom grandfather grandson husband imam king lord monk mr nephew pope prince "
    "rabbi schoolboy sir son sultan uncle widower".split()
)


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


@lru_cache(_CACHED_WORDS)
def may_mean(pronoun: str, name: str) -> bool:
    """Tell whether "he" or "she", in any case, may mean somebody of this name or noun: not "she" Otto Berg, nor "he" the queen.

    A title tells, else the given name, where it is one of women or of men alone.
    """
    words = name.replace(".", "").split()
    titles = {word.casefold() for word in words[:1]} | {word for word in words if word.islower()}
    told = "f" if titles & _WOMEN else "m" if titles & _MEN else ""
    genders = words_of("name_genders", "gender")
    given = (word.split("-")[0] for word in words[:-1])
    told = told or next((gender for word in given if (gender := genders.get(word, ""))), "")  # "Pc Lucy Barnes"
    return not told or (told == "f") == (pronoun in FEMININE)
