"""When each stop of a journey was, as numbers on one scale, so that the page can tell where the traveller may have been between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.model import TOOK_PLACE

if TYPE_CHECKING:
    from geo.model import Journey, When

__all__ = ["clocks"]

#: The middle of a part of a day, as a share of the day; half a day where a text says something else.
_PARTS = {"early": 0.2, "dawn": 0.22, "morning": 0.35, "noon": 0.5, "afternoon": 0.62, "evening": 0.8, "night": 0.93}
_DAYS = ("part", "day")


def clocks(journey: Journey) -> dict[str, list[float]]:
    """Return the times of stops that were told as reached and whose day is known; no stop that is only inferred.

    Times are days since 1 January of the year 1, with the part of the day as a fraction. A stop whose time would be earlier than that
    of the stop before it is left out: the order of the list is what the articles say, and the marker must not run backwards.

    Returns
    -------
    dict
        ``[first, last]`` by the id of the stop, in the order of travel.
    """
    times: dict[str, list[float]] = {}
    latest = 0.0
    for stop in journey.stops:
        known = [moment for when in (*stop.arrive[:1], *stop.depart[:1]) if (moment := _moment(when)) is not None]
        if stop.basis == "stated" and stop.status in TOOK_PLACE and known and max(known) >= latest:
            times[stop.id] = [round(max(min(known), latest), 2), round(max(known), 2)]
            latest = times[stop.id][1]
    return times


def _moment(when: When) -> float | None:
    if when.yearless or when.precision not in _DAYS:
        return None
    clock = re.fullmatch(r"(\d{1,2}):(\d\d)", when.part)
    if clock:
        return when.start.toordinal() + (int(clock[1]) * 60 + int(clock[2])) / 1440
    return when.start.toordinal() + next((share for part, share in _PARTS.items() if part in when.part), 0.5)
