"""What stands where words of an article stood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.model import When

__all__ = ["NO_QUOTE", "silent_times"]

NO_QUOTE = Quote("", 0, 0, "")


def silent_times(times: Iterable[When]) -> tuple[When, ...]:
    """Return the times without the words that they were read from."""
    return tuple(replace(when, words=NO_QUOTE) for when in times)
