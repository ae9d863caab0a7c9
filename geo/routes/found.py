"""What a search along a network comes back with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.routes.geometry import Line

__all__ = ["Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """A line along a network, or the reason why there is none.

    Attributes
    ----------
    line
        From the first place to the last, not yet simplified or cut; empty if there is no answer.
    km
        Its length along the network, with the straight lines to and from it.
    basis
        What it runs along.
    countries
        In the order of travel.
    note
        What a reader must know of it, or why there is no line.
    access_km
        The lengths of the straight lines from the first place and to the last.
    ferry_km
        How much of it is by ferry.
    others
        Other ways that are about as likely.
    """

    line: Line
    km: float
    basis: Literal["track", "road", "sea lane"]
    countries: tuple[str, ...] = ()
    note: str = ""
    access_km: tuple[float, float] = (0.0, 0.0)
    ferry_km: float = 0.0
    others: tuple[Found, ...] = ()

    @property
    def on_network(self) -> float:
        """The share of the length that runs along the network, 0 to 1."""
        return 1.0 - sum(self.access_km) / self.km if self.km else 1.0

    def with_note(self, note: str) -> Found:
        """Return the same line with a note."""
        return replace(self, note=note)

    def with_other(self, other: Found) -> Found:
        """Return the same line with another way beside it."""
        return replace(self, others=(*self.others, other))
