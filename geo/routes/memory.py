"""Searches kept for the legs that start where others do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.routes.search import Subnet, Tree

__all__ = ["Memory"]


class Memory:
    """The searches made from the points met last, for many legs in one call."""

    _MOST = 24

    def __init__(self) -> None:
        self._trees: dict[tuple[Subnet, int], Tree] = {}

    def spread(self, field: Subnet, origin: int, limit: float) -> Tree:
        """Return the search from a point up to a cost at least, made before or now."""
        tree = self._trees.pop((field, origin), None)
        if tree is None:
            tree = field.spread(origin, limit)
        elif tree.limit < limit:
            # Whoever needs a second, wider search may need a third: the widest serves all.
            tree = field.spread(origin, float("inf"))
        self._trees[field, origin] = tree
        if len(self._trees) > self._MOST:
            self._trees.pop(next(iter(self._trees)))
        return tree
