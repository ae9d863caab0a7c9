"""What is said of a line over land: its countries, the gauges that change on it, and where the source draws it straight."""

from __future__ import annotations

import csv
import itertools
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geo.routes.geometry import as_line, geodesic_km, length_km, simplify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from geo.routes.geometry import Line
    from geo.routes.network import Network

__all__ = ["and_list", "borders_crossed", "countries_along", "country_name", "gauge_remarks", "straight_remark"]

#: A stretch in another country shorter than this, with the same country on both sides, is the drawing of a border, not a crossing.
_FLICKER_KM = 3.0
#: The source draws a stretch of road as one straight line; from this length a reader would take it for a road, in kilometres.
_STRAIGHT_KM = 60.0
#: How far points of such a line may lie from it: rounding, in degrees.
_STRAIGHT_DEGREES = 0.0005


def countries_along(network: Network, points: NDArray[np.int64]) -> tuple[str, ...]:
    """Return the countries that points lie in, in order, without strays over a border and back."""
    codes = network.country[points]
    starts = np.flatnonzero(np.diff(codes.astype(np.int64), prepend=-1))
    line = as_line(network.lon[points], network.lat[points])
    runs: list[str] = []
    for i, start in enumerate(starts.tolist()):
        stop = int(starts[i + 1]) if i + 1 < len(starts) else len(codes)
        code = network.countries[codes[start]]
        if 0 < i < len(starts) - 1 and codes[start - 1] == codes[stop] and length_km(line[start:stop]) < _FLICKER_KM:
            continue
        if not runs or runs[-1] != code:
            runs.append(code)
    return tuple(runs)


def borders_crossed(countries: Sequence[str]) -> frozenset[frozenset[str]]:
    """Return the pairs of neighbours in a sequence of countries."""
    return frozenset(frozenset(pair) for pair in itertools.pairwise(countries))


def gauge_remarks(countries: Sequence[str]) -> list[str]:
    """Say at which borders on the way the gauge changes, where both countries have one main gauge."""
    gauges = _gauges()
    return [
        f"The gauge changes at the border of {country_name(one)} and {country_name(other)} ({gauges[one]} and {gauges[other]} mm)."
        for one, other in itertools.pairwise(countries)
        # 1,520 and 1,524 mm run through: Finnish and Russian carriages cross that border on their own wheels.
        if one in gauges and other in gauges and abs(gauges[one] - gauges[other]) > 4
    ]


@cache
def _gauges() -> dict[str, int]:
    path = Path(__file__).with_name("data") / "gauges.csv"
    with path.open(newline="", encoding="utf-8") as file:
        return {code: int(row["mm"]) for row in csv.DictReader(file) for code in row["countries"].split()}


def straight_remark(line: Line) -> str:
    """Say how much of a road the source draws as long straight lines; empty if nothing."""
    pieces = (geodesic_km(a, b) for a, b in itertools.pairwise(simplify(line[1:-1], _STRAIGHT_DEGREES)))
    straight = sum(km for km in pieces if km >= _STRAIGHT_KM)
    return f"{straight:.0f} km of the road are known only as straight lines." if straight else ""


def country_name(code: str) -> str:
    """Return the name of a country; its ISO code if the gazetteer does not know it."""
    from gazetteer import Gazetteer

    country = Gazetteer.bundled().country(code)
    return country.name if country else code


def and_list(words: Sequence[str]) -> str:
    """Put words in a list: ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
