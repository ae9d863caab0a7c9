"""Names spelt another way: romanisations that fold alike, and slips of one or two letters."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from gazetteer.layout import FOLD_BUCKETS
from gazetteer.names import edit_distance, fold_normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Respeller"]

_ALPHABET = "abcdefghijklmnopqrstuvwxyz "

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
        found = sorted(set(self._walk(key[0], key[1:], bound)))
        return [(name, round(0.2 + 2 * _share(key, name), 3)) for name in found if name != key]

    def _walk(self, opening: str, rest: str, bound: int) -> Iterator[str]:
        """Walk the trie below an opening, along the branches whose edit distance to the rest of the name may stay within the bound.

        Each branch carries the last row of its Levenshtein table: the distances from what follows the opening to each head of ``rest``.
        """
        stack: list[tuple[str, list[int]]] = [(opening, list(range(len(rest) + 1)))]
        while stack:
            stem, distances = stack.pop()
            if distances[-1] <= bound and stem in self._names:
                yield stem
            for letter in _ALPHABET:
                longer = _next_row(distances, letter, rest)
                if min(longer) <= bound and self._names.has_keys_with_prefix(stem + letter):
                    stack.append((stem + letter, longer))


def _next_row(distances: list[int], letter: str, target: str) -> list[int]:
    row = [distances[0] + 1]
    for j, other in enumerate(target):
        row.append(min(row[-1] + 1, distances[j + 1] + 1, distances[j] + (letter != other)))
    return row


def _share(first: str, second: str) -> float:
    return edit_distance(first, second) / max(len(first), len(second))
