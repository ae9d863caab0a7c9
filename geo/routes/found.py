"""What a search along a network comes back with."""

from __future__ import annotations

from dataclasses import dataclass
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
    """

    line: Line
    km: float
    basis: Literal["track", "road", "sea lane"]
    countries: tuple[str, ...] = ()
    note: str = ""
