"""Names spelt another way: romanisations that fold alike, and slips of one or two letters."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from typing import Any, Final

from gazetteer.names import edit_distance, fold_normalised

__all__ = ["Respeller"]

#: Below this a fold is shared by names that have nothing to do with each other.
_SHORTEST_FOLD: Final = 3

#: Names are long enough for one wrong letter from here, and for two from there.
_ONE_SLIP: Final = 5
_TWO_SLIPS: Final = 9

#: What a slip puts in.
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz "

#: Consonants that `gazetteer.names.fold` never takes away, puts in or exchanges.
_FIRM: Final = frozenset("blmnr")


class Respeller:
    """Finds other names like a name.

    Parameters
    ----------
    names
        The trie of normal forms.
    first, keys
        Where each bucket of the fold index begins in ``keys``, and the numbers of the names in order of their buckets.
    """

    def __init__(self, names: Any, first: memoryview, keys: memoryview) -> None:
        self._names = names
        self._first = first
        self._buckets = len(first) - 1
        self._keys = keys

    def folded(self, key: str) -> list[tuple[str, float]]:
        """Return the names that fold as a name in normal form does, without itself, with their costs.

        The cost is 0.1 and the edit distance as a share of the longer name.
        """
        target = fold_normalised(key)
        if len(target) < _SHORTEST_FOLD:
            return []
        bucket = zlib.crc32(target.encode()) % self._buckets
        names = map(self._names.restore_key, self._keys[self._first[bucket] : self._first[bucket + 1]])
        # Folding takes longer than reading: most names of a bucket show by their consonants that they are others.
        firm = _FIRM.intersection(key)
        same = [name for name in names if _FIRM.intersection(name) == firm and name != key and fold_normalised(name) == target]
        return [(name, round(0.1 + _share(key, name), 3)) for name in same]

    def slips(self, key: str) -> list[tuple[str, float]]:
        """Return the names one edit away from a name of ASCII letters in normal form, with their costs.

        All such forms are tried, which is quicker than to compare names: 54 for each letter. The cost is as in `nearby`.
        """
        if len(key) < _ONE_SLIP or not key.isascii():
            return []
        # A slip after the last opening that any name has can't mend it.
        dead = bisect_left(range(1, len(key) + 1), True, key=lambda length: not self._is_opening(key[:length]))
        cuts = [(key[:at], key[at:]) for at in range(dead + 1)]
        forms = {before + after[1:] for before, after in cuts if after}
        forms.update(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1)
        forms.update(before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS)
        forms.update(before + letter + after for before, after in cuts for letter in _LETTERS)
        forms.discard(key)
        return [(name, _slip_cost(1, key, name)) for name in sorted(form for form in forms if form in self._names)]

    def _is_opening(self, letters: str) -> bool:
        return next(self._names.iterkeys(letters), None) is not None

    def nearby(self, key: str) -> list[tuple[str, float]]:
        """Return the names within one edit of a name in normal form (two from nine letters on), without itself, with their costs.

        Two edits are looked for only among the names with the same first letter. The cost is 0.2 and twice the edit distance as a share
        of the longer name.
        """
        if len(key) < _TWO_SLIPS and key.isascii():
            return self.slips(key)
        return sorted({**dict(self._scan(key)), **dict(self.slips(key))}.items())

    def _scan(self, key: str) -> list[tuple[str, float]]:
        """Compare a name with all that begin with its letter: some tens of milliseconds."""
        if len(key) < _ONE_SLIP:
            return []
        bound = 2 if len(key) >= _TWO_SLIPS else 1
        letters = set(key)
        near = []
        for name in self._names.iterkeys(key[0]):
            # One edit changes the length by one at most, and the set of letters by two: this leaves few to be measured.
            if abs(len(name) - len(key)) <= bound and len(letters.symmetric_difference(name)) <= 2 * bound:
                edits = edit_distance(key, name)
                if 0 < edits <= bound:
                    near.append((name, _slip_cost(edits, key, name)))
        return near


def _slip_cost(edits: int, key: str, name: str) -> float:
    return round(0.2 + 2 * edits / max(len(key), len(name)), 3)


def _share(first: str, second: str) -> float:
    return edit_distance(first, second) / max(len(first), len(second))
