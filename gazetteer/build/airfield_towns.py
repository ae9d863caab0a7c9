"""Hamlets that no list of towns has and that an airfield names as where it is."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from gazetteer.build.entry import Entry
from gazetteer.names import normalise
from gazetteer.spatial import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["read_airfield_towns"]

#: An airfield farther than this from a town (km) belongs to another town of the same name.
_SAME_TOWN_KM = 80.0

#: What the column holds beside names of towns: "Fort Benning (Columbus)", "Burlington/Mount Vernon".
_NOT_A_TOWN = re.compile(r"[\d()/,]|\b(Mil|Base|Camp|Island|Township|Platform)\b")


def read_airfield_towns(path: Path, towns: Iterable[Entry], areas: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the towns of airportsdata's airfields that are not among the populated places.

    A town stands at the median of its airfields, which are mostly within a few kilometres of it; its people are not known.

    Parameters
    ----------
    path
        airportsdata's ``airports.csv``.
    towns
        The populated places that are known.
    areas
        First-order areas: a town lies in the one that its airfield names, if that is known.
    """
    known = _by_name(towns)
    codes = {
        (area.area.split(".")[0], normalise(name)): area.area
        for area in areas
        if area.code == "ADM1"
        for name in (area.name, *area.names)
    }
    found: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            town = row["city"].strip()
            if town and not _NOT_A_TOWN.search(town) and not _is_near(row, known[row["country"], normalise(town)]):
                found[town, codes.get((row["country"], normalise(row["subd"])), row["country"])].append(row)
    for (town, area), rows in sorted(found.items()):
        lat, lon = (round(median(float(row[axis]) for row in rows), 5) for axis in ("lat", "lon"))
        yield Entry(f"airfield:{min(row['icao'] for row in rows)}", town, "P", "PPL", lat, lon, area)


def _by_name(towns: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    known: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for town in towns:
        for key in {normalise(name) for name in (town.name, *town.names)}:
            known[town.area.split(".")[0], key].append(town)
    return known


def _is_near(row: dict[str, str], towns: Sequence[Entry]) -> bool:
    lat, lon = float(row["lat"]), float(row["lon"])
    return any(distance_km(lat, lon, town.lat, town.lon) < _SAME_TOWN_KM for town in towns)
