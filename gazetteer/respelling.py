"""Names spelt another way: romanisations that fold alike, and slips of one or two letters."""

from __future__ import annotations

import zlib
from typing import Any

from gazetteer.layout import FOLD_BUCKETS
from gazetteer.names import edit_distance, fold_normalised

__all__ = ["Respeller"]

#: Below this a fold is shared by names that have nothing to do with each other.
_SHORTEST_FOLD = 3

#: Names are long enough for one wrong letter from here, and for two from there.
_ONE_SLIP, _TWO_SLIPS = 5, 9


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
        self._keys = keys

    def folded(self, key: str) -> list[tuple[str, float]]:
        """Return the names that fold as a name in normal form does, without itself, with their costs.

        The cost is 0.1 and the edit distance as a share of the longer name.
        """
        target = fold_normalised(key)
        if len(target) < _SHORTEST_FOLD:
            return []
        bucket = zlib.crc32(target.encode()) % FOLD_BUCKETS
        names = (self._names.restore_key(number) for number in self._keys[self._first[bucket] : self._first[bucket + 1]])
        same = [name for name in names if name != key and fold_normalised(name) == target]
        return [(name, round(0.1 + _share(key, name), 3)) for name in same]

    def nearby(self, key: str) -> list[tuple[str, float]]:
        """Return the names within one edit of a name in normal form (two from nine letters on), without itself, with their costs.

        The first letter is taken to be right. The cost is 0.2 and twice the edit distance as a share of the longer name.
        """
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
                    near.append((name, round(0.2 + 2 * edits / max(len(key), len(name)), 3)))
        return near


def _share(first: str, second: str) -> float:
    return edit_distance(first, second) / max(len(first), len(second))
