"""A partial order of numbered things, built from links of which the first count most."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PartialOrder"]


class PartialOrder:
    """A partial order of things numbered from 0, that takes no link that would close a circle."""

    def __init__(self, size: int) -> None:
        self._above = [0] * size  # for each, the set of those before it, as bits

    def link(self, a: int, b: int) -> None:
        """Put a before b, unless b is before a already."""
        if a == b or self._above[a] >> b & 1 or self._above[b] >> a & 1:
            return
        new = self._above[a] | 1 << a
        for other, above in enumerate(self._above):
            if other == b or above >> b & 1:
                self._above[other] |= new

    def puts(self, a: int, b: int) -> bool:
        """Tell whether the links put a before b."""
        return bool(self._above[b] >> a & 1)

    def link_all(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Put the first of each pair before the second, in turn."""
        for a, b in pairs:
            self.link(a, b)

    def sorted(self) -> list[int]:
        """List all, each after those before it, and the first of those that are free first."""
        found: list[int] = []
        placed = 0
        while len(found) < len(self._above):
            ready = next(i for i, above in enumerate(self._above) if not placed >> i & 1 and not above & ~placed)
            found.append(ready)
            placed |= 1 << ready
        return found
