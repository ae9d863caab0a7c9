"""Times as a text gives them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.model.texts import Quote

__all__ = ["FINENESS_RANK", "When"]

#: How fine the precision of a time is, 0 the finest.
FINENESS_RANK: Mapping[str, int] = MappingProxyType(
    {"part": 0, "day": 1, "range": 2, "week": 3, "month": 4, "season": 5, "year": 6}
)


@dataclass(frozen=True, slots=True)
class When:
    """A time as a text gives it: an interval of days, how fine it is, and the words.

    Attributes
    ----------
    start, end
        First and last day, both included. In a date without a year ``yearless`` is True and the year of both is meaningless.
    precision
        ``part`` (part of a day), ``day``, ``week``, ``month``, ``season``, ``year`` or ``range``.
    words
        The words that it was read from.
    basis
        ``stated`` or ``inferred``.
    part
        For precision ``part``: ``morning``, ``evening``, or a clock time ``HH:MM`` as the text gives it.
    """

    start: date
    end: date
    precision: Literal["part", "day", "week", "month", "season", "year", "range"]
    words: Quote
    basis: Literal["stated", "inferred"] = "stated"
    part: str = ""
    yearless: bool = False

    @property
    def edtf(self) -> str:
        """The time in EDTF: ``2023-09-12``, ``2019-04``, ``2019``, ``XXXX-09-27``, ``2023-09-10/2023-09-13``."""
        year = "XXXX" if self.yearless else f"{self.start.year:04d}"
        if self.precision in ("part", "day"):
            return f"{year}-{self.start:%m-%d}"
        if self.precision == "month":
            return f"{year}-{self.start:%m}"
        if self.precision == "year":
            return year
        last = "XXXX" if self.yearless else f"{self.end.year:04d}"
        return f"{year}-{self.start:%m-%d}/{last}-{self.end:%m-%d}"
