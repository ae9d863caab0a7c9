"""What is asked of the router: from where to where, how, by which places, on which day."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, SupportsFloat, get_args

from gazetteer.errors import InputError
from geo.model import Mode

if TYPE_CHECKING:
    from gazetteer.model import Place

__all__ = ["Trip"]


@dataclass(frozen=True, slots=True)
class Trip:
    """One way to find.

    Attributes
    ----------
    origin, destination
        Where the line starts and ends.
    mode
        How one travels.
    via
        Places on the way, in order.
    day
        When; None if unknown. Of a time its day is taken; pandas' ``NaT`` is unknown.
    leg
        The id that the route is to carry.

    Raises
    ------
    InputError
        If the mode is unknown, a place has no usable coordinates, or the day is no date.
    """

    origin: Place
    destination: Place
    mode: Mode = "train"
    via: tuple[Place, ...] = ()
    day: date | None = None
    leg: str = ""

    def __post_init__(self) -> None:
        if self.mode not in get_args(Mode):
            raise InputError(f"{self.mode!r} is no mode of travel: use one of {', '.join(get_args(Mode))}.")
        for place in self.places:
            _check(place)
        object.__setattr__(self, "day", _as_day(self.day))

    @property
    def ends(self) -> tuple[Place, Place]:
        """Both ends."""
        return self.origin, self.destination

    @property
    def places(self) -> tuple[Place, ...]:
        """The origin, the places on the way and the destination."""
        return self.origin, *self.via, self.destination

    def batch_order(self) -> tuple[str, ...]:
        """Give the key that sorts trips by what they can share: the network, the countries that it is cut down to, the start."""
        start, end = self.origin, self.destination
        return self.mode, str(self.day), start.country, end.country, f"{start.lat} {start.lon}"


def _as_day(day: date | None) -> date | None:
    if day is None:
        return None
    if not isinstance(day, date):
        raise InputError(f"{day!r} is no date: give a datetime.date, or None where the day is unknown.")
    if day != day:  # noqa: PLR0124 -- NaT, a column's missing time, is unlike itself
        return None
    return day.date() if isinstance(day, datetime) else day


def _check(place: Place) -> None:
    if not all(isinstance(degrees, SupportsFloat) and math.isfinite(degrees) for degrees in (place.lat, place.lon)):
        raise InputError(f"{place.name} has no coordinates (lat {place.lat}, lon {place.lon}): give both in degrees.")
    if not -90 <= place.lat <= 90:
        swapped = "; it looks as if lat and lon are swapped" if abs(place.lon) <= 90 else ""
        raise InputError(f"{place.name} has the latitude {place.lat}{swapped}: give one from -90 to 90.")
    if not -180 <= place.lon <= 180:
        raise InputError(f"{place.name} has the longitude {place.lon}: give one from -180 to 180.")
