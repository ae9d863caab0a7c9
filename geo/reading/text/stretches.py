"""Look stretches of a text up by halves, so that what is read of a long text takes time by its length and no more."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["beginning_in", "overlaps"]

_Item = TypeVar("_Item")


def beginning_in(items: Sequence[_Item], start: int, end: int, begin_of: Callable[[_Item], int]) -> Sequence[_Item]:
    """Return the items that begin from ``start`` to ``end``, both included.

    Parameters
    ----------
    items
        In the order in which they begin.
    start, end
        Offsets.
    begin_of
        Where an item begins.
    """
    return items[bisect_left(items, start, key=begin_of) : bisect_left(items, end + 1, key=begin_of)]


def overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of some stretches (start, end), which are in order and apart, shares a character with the one from ``start`` to ``end``."""
    number = bisect_left(stretches, (end,))
    return number > 0 and stretches[number - 1][1] > start
