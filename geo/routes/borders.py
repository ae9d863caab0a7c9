"""Borders that were closed to travellers, each with its dates and its source: ``data/closed_borders.csv``.

The list is short and holds closures of years. It says what ordinary travellers could do: a text that reports a crossing is not
contradicted by it, and a line crosses a closed border where nothing else joins its ends.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from geo.routes.remarks import country_name

__all__ = ["Closure", "closures_on"]

_LIST = Path(__file__).with_name("data") / "closed_borders.csv"


@dataclass(frozen=True, slots=True)
class Closure:
    """A border closed for a time.

    Attributes
    ----------
    pair
        The two countries.
    modes
        To whom it was closed: ``train``, ``car``, ``foot``.
    since, until
        First and last day; ``until`` is None while it lasts.
    source
        Where that is told.
    """

    pair: frozenset[str]
    modes: frozenset[str]
    since: date
    until: date | None
    source: str

    def remark(self, day: date | None) -> str:
        """Say what a reader must know of a line that crosses it all the same, on a day or on an unknown one."""
        one, other = sorted(country_name(code) for code in self.pair)
        span = f"from {self.since} to {self.until}" if self.until else f"since {self.since}"
        why = "for want of another way" if day else "as the day of the journey is not known"
        return f"The border of {one} and {other} is listed as closed {span} ({self.source}): the line crosses it {why}."

    def holds_on(self, mode: str, day: date | None) -> bool:
        """Tell whether it was closed to a mode on a day; of an unknown day, whether it still is."""
        if mode not in self.modes:
            return False
        return self.until is None if day is None else self.since <= day and (self.until is None or day <= self.until)


def closures_on(mode: str, day: date | None) -> tuple[Closure, ...]:
    """Return the borders that were closed to a mode of travel on a day, or (None) that still are."""
    return tuple(closure for closure in _closures() if closure.holds_on(mode, day))


@cache
def _closures() -> tuple[Closure, ...]:
    with _LIST.open(newline="", encoding="utf-8") as file:
        return tuple(
            Closure(
                frozenset((row["one"], row["other"])),
                frozenset(row["modes"].split()),
                date.fromisoformat(row["since"]),
                date.fromisoformat(row["until"]) if row["until"] else None,
                row["source"],
            )
            for row in csv.DictReader(file)
        )
