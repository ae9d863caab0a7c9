"""Which spellings of a name are one person's: "Berg" and "Anna Berg", "Zelensky" and "Zelenskyy", "Schultz" beside "George Shultz"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from geo.reading.vocabulary.persons import TITLES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping

__all__ = ["Key", "full_names", "misspelt", "name_key", "person_key", "slips_of", "spelt"]

#: What two spellings of a name share: its words, reduced.
Key = tuple[str, ...]
#: A word of so many letters is still known with one more or less.
_LONG = 6
#: Letters that transcriptions of one name differ in: "Zelensky", "Zelenskyy", "Zelenskiy".
_TRANSCRIBED = str.maketrans("yjw", "iiv")
_DOUBLED = re.compile(r"(.)\1+")


def name_key(text: str) -> tuple[str, ...]:
    """Reduce a name to what two spellings of it share: its words in lower case, hyphens split, titles and possessives dropped."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.sub(r"['’]s?\b", "", text.replace("-", " ").replace("‘", " ")).casefold())
    return tuple(w for w in words if w not in TITLES) or tuple(words)


def spelt(word: str) -> str:
    """Reduce a word of a name to what its transcriptions from other scripts share."""
    return _DOUBLED.sub(r"\1", word.translate(_TRANSCRIBED))


def person_key(text: str) -> tuple[str, ...]:
    """Reduce a name to what all its spellings share."""
    return tuple(spelt(word) for word in name_key(text))


def full_names(
    shown: Mapping[Key, Counter[str]], ranks: Mapping[Key, set[str]], slips: Mapping[str, list[Key]]
) -> dict[Key, str]:
    """Give each name the fullest name of the same person: one that has all its words, and of several with its title the most frequent.

    Parameters
    ----------
    shown
        How often a name is spelt how, by its key.
    ranks
        The titles that stand before it.
    slips
        The full names by their last words, see `slips_of`.

    Returns
    -------
    dict
        The full name by the key of each spelling, those of the most words first.
    """
    count = {key: spellings.total() for key, spellings in shown.items()}
    ordered = sorted(shown, key=lambda k: (-len(k), -count[k], k))
    with_word: dict[str, list[Key]] = defaultdict(list)
    for key in ordered:
        for word in dict.fromkeys(key):
            with_word[word].append(key)
    full: dict[Key, str] = {}
    for key in ordered:
        # All of a name's words stand in a longer name, and the last one in a variant of it; of equals the first in order is taken.
        whole = [o for o in min((with_word[word] for word in key), key=len) if len(o) > len(key) and _is_part(key, o)]
        whole = whole or [o for o in with_word[key[-1]] if o != key and _is_variant(key, o) and o in full]
        whole = whole or misspelt(key, slips)
        titled = [o for o in whole if ranks[o] & ranks[key]]  # "President Berg" is not his wife Anna Berg
        best = max(titled or whole, key=count.__getitem__, default=key)
        full[key] = full.get(best) or _best_spelling(shown[best])
    return full


def _best_spelling(spellings: Counter[str]) -> str:
    """The most frequent spelling of more than one word, of equals the longest and then the first in order."""
    return max(sorted(spellings), key=lambda s: (" " in s, spellings[s], len(s)))


def _is_part(short: Key, whole: Key) -> bool:
    """Whether all words of a short name stand in a longer one, in their order."""
    rest = iter(whole)
    return all(word in rest for word in short)


def slips_of(keys: Iterable[Key]) -> dict[str, list[Key]]:
    """Map the last words of full names, as they are and with a letter left out, to the names."""
    found: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        if len(key) > 1 and len(key[-1]) >= _LONG:
            for word in _without_a_letter(key[-1]):
                found[word].append(key)
    return found


def misspelt(key: Key, slips: Mapping[str, list[Key]]) -> list[Key]:
    """Find the full name whose last word a name by itself spells with a letter more or less, where there is one: "Schultz" beside "George Shultz"."""
    if len(key) != 1 or len(key[0]) < _LONG:
        return []
    near = {o for word in _without_a_letter(key[0]) for o in slips.get(word, ()) if abs(len(o[-1]) - len(key[0])) == 1}
    return list(near) if len(near) == 1 else []


def _without_a_letter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def _is_variant(one: Key, other: Key) -> bool:
    """Whether two full names differ in spelling alone: the same last word, the same initial ("Sergei", "Sergey"), close in length."""
    if not len(one) == len(other) > 1 or one[-1] != other[-1]:
        return False
    return one[0][:2] == other[0][:2] and abs(len(one[0]) - len(other[0])) <= 2
