"""What is asked of the router: from where to where, how, by which places, on which day."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from gazetteer.errors import InputError
from geo.model import Mode

if TYPE_CHECKING:
    from datetime import date

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
        When; None if unknown.
    leg
        The id that the route is to carry.

    Raises
    ------
    InputError
        If the mode is unknown, or a place has no usable coordinates.
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


def _check(place: Place) -> None:
    if not (math.isfinite(place.lat) and math.isfinite(place.lon)):
        raise InputError(f"{place.name} has no coordinates (lat {place.lat}, lon {place.lon}): give both in degrees.")
    if not -90 <= place.lat <= 90:
        swapped = "; it looks as if lat and lon are swapped" if abs(place.lon) <= 90 else ""
        raise InputError(f"{place.name} has the latitude {place.lat}{swapped}: give one from -90 to 90.")
    if not -180 <= place.lon <= 180:
        raise InputError(f"{place.name} has the longitude {place.lon}: give one from -180 to 180.")
