"""How names are compared: a normal form for exact lookup, and a transliteration fold for names spelt another way.

`normalise` takes away what writers vary without meaning it: case, accents, hyphens, apostrophes, full stops, "St." for "Saint".
`fold` goes further and maps the romanisations of one name onto one key: Khasan and Hassan, Semyonov and Semenov. What only folds
alike is never taken for an exact match; the store marks it ``folded`` and gives it a cost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["edit_distance", "fold", "fold_all", "fold_normalised", "normalise"]

#: Letters that Unicode does not decompose, in the spelling that English text gives them.
_LETTERS: Final = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "ng", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ß": "ss",
    "ŧ": "t", "ĸ": "k", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o", "ƴ": "y", "ǀ": "", "ǁ": "", "ǂ": "", "ǃ": "",
}  # fmt: skip

#: Marks that stand for a glottal stop, an elision or a soft sign, and join the letters beside them: L'Aquila, Xi'an, Sana`a.
_JOINERS: Final = "'’‘ʼʻʹʾʿ`´′ˈ·"

_TRANSLATION: Final = str.maketrans({**_LETTERS, **dict.fromkeys(_JOINERS, ""), "&": " and "})
_SEPARATORS: Final = re.compile(r"[^\w]+|_+")

#: ASCII names that are in normal form once they are in lower case: no initials, no short forms, no punctuation. Most names are of this sort.
_PLAIN: Final = re.compile(r"(?:(?!st |ste |mt |ft )[a-z0-9]{2,} )*[a-z0-9]+", re.ASCII)

#: Marks that writers leave out: the accents of Latin, Greek and Cyrillic, and the vowel points of Hebrew and Arabic. The vowel signs of Indian
#: and other scripts are letters in all but name and stay.
_OPTIONAL_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff]+"
)
_SHORT_FORMS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def normalise(name: str) -> str:
    """Return the form in which names are stored and looked up.

    Case, accents, punctuation and the spelling of "Saint", "Mount" and "Fort" are evened out and initials are joined, so that
    ``U. S.``, ``U.S.`` and ``US`` are one. It is idempotent.

    Parameters
    ----------
    name
        A name as written.

    Returns
    -------
    str
        Lower-case words with single spaces; ``""`` if the name has neither letter nor digit.
    """
    lower = name.lower()
    if lower.isascii() and (lower.isalnum() or _PLAIN.fullmatch(lower)):
        return lower
    return _normalise(name)


@lru_cache(maxsize=1 << 16)
def _normalise(name: str) -> str:
    """Return the normal form of a name that is not in it already."""
    if name.isascii():
        # The table without its letters: three replacements take a third of the time of a translation.
        text = name.lower().replace("'", "").replace("`", "").replace("&", " and ")
        text = _SEPARATORS.sub(" ", text)
    else:
        text = _strip_accents(name.casefold().translate(_TRANSLATION))
        text = _SEPARATORS.sub(" ", text) if text.isascii() else _only_letters(text)
    words = text.split()
    if len(words) > 1:
        words = _join_initials(words)
        words = [_SHORT_FORMS.get(word, word) for word in words[:-1]] + words[-1:]
    return " ".join(words)


def _strip_accents(text: str) -> str:
    """Drop optional marks and compatibility forms, until nothing changes: a decomposition may hold further case or letters."""
    while True:
        plain = _OPTIONAL_MARKS.sub("", unicodedata.normalize("NFKD", text))
        plain = unicodedata.normalize("NFKC", plain.casefold().translate(_TRANSLATION))
        if plain == text or plain.isascii():
            return plain
        text = plain


def _only_letters(text: str) -> str:
    """Put spaces for what is no letter, digit or vowel sign; signs that are not seen (category Cf) go without one."""
    kinds = [(c, unicodedata.category(c)) for c in text]
    return "".join(c if kind[0] in "LMN" else "" if kind == "Cf" else " " for c, kind in kinds)


def _join_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    open_run = False
    for word in words:
        initial = len(word) == 1
        if initial and open_run:
            joined[-1] += word
        else:
            joined.append(word)
        open_run = initial
    return joined


#: Rewritings of a normal form, in order: digraphs of the romanisations of Russian, Arabic, Korean, Chinese and German come first, then
#: single letters that the systems exchange, then what is often doubled or dropped.
_FOLDS: Final = (
    (r"\s+", ""),
    (r"s[hc]{2}h|sch", "S"),
    (r"tsch|tch|ch|cz", "C"),
    (r"sh|sz", "S"),
    (r"zh|dzh|dj|dz|j(?=[aeou])", "Z"),
    (r"kh|gh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"ts|tz|c(?=[eiy])", "z"),
    (r"ck|c|q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"(?<=[aeiou])h(?![aeiou])", ""),
    (r"iye|ye|ie|yo|jo|io|oe|ae", "e"),
    (r"ia|ya|ja", "a"),
    (r"ou|oo|iu|yu|ju|ue|eu", "u"),
    (r"ee|[iyj]+", "i"),
    (r"(?<=[bcdfgklmnprstvzCSZ])ii?(?=e)", ""),
    (r"(.)\1+", r"\1"),
)


@lru_cache(maxsize=1)
def _folds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _FOLDS)


def fold(name: str) -> str:
    """Return the key under which the romanisations of one name come together.

    Parameters
    ----------
    name
        A name as written.

    Returns
    -------
    str
        The key; it is not meant to be read. Capitals in it stand for the sounds sh, ch and zh.
    """
    return fold_normalised(normalise(name))


def fold_normalised(key: str) -> str:
    """Return the fold of a name that is in normal form already."""
    for pattern, replacement in _folds():
        key = pattern.sub(replacement, key)
    return key


def fold_all(keys: Sequence[str]) -> list[str]:
    """Return the folds of many names that are in normal form and in ASCII letters: `fold_normalised` of each, in half the time.

    They are folded as one text, parted by a sign that no normal form has and no fold touches.
    """
    return fold_normalised("|".join(keys)).split("|") if keys else []


def edit_distance(first: str, second: str) -> int:
    """Count the insertions, deletions, substitutions and swaps of neighbours between two strings (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
