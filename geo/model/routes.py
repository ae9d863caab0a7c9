"""The lines of legs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Basis", "Route"]

Basis = Literal["reported", "track", "road", "sea lane", "great circle"]


@dataclass(frozen=True, slots=True)
class Route:
    """The line of a leg.

    Attributes
    ----------
    leg
        The leg's id.
    lines
        One tuple of (lon, lat) pairs for each part, degrees EPSG:4326; several where it is cut at the antimeridian.
    length_km
        Along the track, road or lane (the network's own weights, geodesic where there is none), not the drawn line.
    basis
        What the line was drawn along.
    countries
        ISO codes in the order of travel.
    note
        Why it is not what one would expect (no network answer, access lines), or ``""``.
    on_network
        The share of the length along the track, road or lane, 0 to 1; 0 over a great circle.
    access_km
        The lengths of the straight lines that join the two ends to it: the first and the last piece of the line.
    alternatives
        Other ways that are about as likely.
    """

    leg: str
    lines: tuple[tuple[tuple[float, float], ...], ...]
    length_km: float
    basis: Basis
    countries: tuple[str, ...] = ()
    note: str = ""
    on_network: float = 0.0
    access_km: tuple[float, float] = (0.0, 0.0)
    alternatives: tuple[Route, ...] = ()
