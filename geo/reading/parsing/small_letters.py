"""A passage in capitals, a headline or a wire of long ago, with the small letters that the parser was taught on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from geo.reading.times.date_words import MONTHS, WEEKDAYS
from geo.reading.vocabulary.common_words import common_words
from geo.reading.vocabulary.tables import table

__all__ = ["with_small_letters"]

_WORD: Final = re.compile(r"[A-Z]+(?:['’][A-Z]+)*")
_SMALL: Final = re.compile(r"[a-z]")
#: A headline has so many words.
_FEWEST: Final = 3
#: A word of so many letters that is not common may be an abbreviation.
_INITIALS: Final = 3
_ENDINGS: Final = ("s", "es", "d", "ed", "ing")
_OPENS: Final = re.compile(r"(?:[A-Z]{2}[.!?:]\s)\W*$")
_TABLES: Final = ("verbs", "nouns", "meetings", "people_nouns", "vehicles")
_NAMES: Final = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS)) - {"may", "march"}


def with_small_letters(passage: str, text: str) -> str:
    """Write a passage that is all in capitals as it would stand in a sentence, character for character; leave any other as it is.

    Parameters
    ----------
    passage
        What the parser is to see.
    text
        The whole article: a word that it has in small letters elsewhere is no name, and one that it has with a capital is one. Where it
        tells nothing, common words are none.
    """
    words = list(_WORD.finditer(passage))
    if len(words) < _FEWEST or _SMALL.search(passage):
        return passage
    whole = _Elsewhere.of(text)
    stems = [re.split("['’]", word[0])[0].capitalize() for word in words]
    written, last = [], 0
    for number, (word, stem) in enumerate(zip(words, stems, strict=True)):
        beside = {(stem, *stems[number + 1 : number + 2]), (*stems[max(number - 1, 0) : number], stem)}
        opens = last == 0 or _OPENS.search(passage[max(last - 2, 0) : word.start()]) is not None
        written += [passage[last : word.start()], _written(word[0], stem, whole, opens=opens or bool(beside & whole.names))]
        last = word.end()
    return "".join(written) + passage[last:]


def _written(word: str, stem: str, whole: _Elsewhere, *, opens: bool) -> str:
    small = word.lower()
    name = stem + small[len(stem) :]
    if stem.lower() not in whole.words:
        if len(stem) == 1 and stem != "A":
            return word
        if stem in whole.words or stem.lower() in _NAMES:
            return name
        if not _is_common(stem.lower(), whole.words):
            return word if len(stem) <= _INITIALS else name
    return name if opens else small


def _is_common(word: str, words: frozenset[str]) -> bool:
    """Whether a word, or another form of it, is common, or stands in small letters elsewhere."""
    forms = {word}
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            forms |= {stem, f"{stem}e", stem[:-1], *(f"{stem}{e}" for e in _ENDINGS), f"{stem}{stem[-1:]}ed"}
    return not forms.isdisjoint(_common()) or not forms.isdisjoint(words)


@cache
def _common() -> frozenset[str]:
    irregular = {form for row in table("irregular_verbs") for form in row["forms"].split()}
    return common_words() | irregular | {row["lemma"] for name in _TABLES for row in table(name)}


class _Elsewhere(NamedTuple):
    """The words of an article that have small letters, and those of them that stand side by side with capitals."""

    words: frozenset[str]
    names: frozenset[tuple[str, ...]]

    @classmethod
    @lru_cache(64)
    def of(cls, text: str) -> _Elsewhere:
        pairs = re.finditer(r"\b([A-Z][a-z]+)(?=\s([A-Z][a-z]+)\b)", text)
        return cls(frozenset(re.findall(r"[A-Za-z]?[a-z]+", text)), frozenset((p[1], p[2]) for p in pairs))
