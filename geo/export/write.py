"""The formats by name, and the one function that writes any of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.desk.publication import published_side
from geo.export.columnar import flatgeobuf_bytes, parquet_bytes
from geo.export.delimited import csv_text
from geo.export.geojson import geojson_text, to_geojson
from geo.export.geopackage import geopackage_bytes
from geo.export.gpx import gpx_text
from geo.export.kml import kml_text
from geo.export.linked_places import to_linked_places
from geo.export.moving_features import to_moving_features
from geo.export.qgis import project_bytes
from geo.export.timeline import to_timeline
from geo.files import write_bytes_whole, written_together

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from geo.model import Itinerary, Route

__all__ = ["FORMATS", "Format", "export_bytes", "write_export"]

#: From the published itinerary, the routes of its legs and its FeatureCollection to the bytes of a file.
Maker = Callable[["Itinerary", "Iterable[Route]", "Mapping[str, Any]"], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ends of its files' names, the usual one first, how it is made, and whether it is text."""

    suffixes: tuple[str, ...]
    make: Maker
    is_text: bool = True


def _json(values: Mapping[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, allow_nan=False, indent=1)
    # Half a surrogate pair, from an article's own JSON escapes, can't be written as UTF-8.
    return f"{text}\n".encode("utf-8", "backslashreplace")


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "geojson": Format((".geojson",), lambda _, __, collection: geojson_text(collection).encode()),
        "gpkg": Format((".gpkg",), lambda _, __, collection: geopackage_bytes(collection), is_text=False),
        "kml": Format((".kml",), lambda _, __, collection: kml_text(collection).encode()),
        "parquet": Format((".parquet", ".geoparquet"), lambda _, __, collection: parquet_bytes(collection), is_text=False),
        "fgb": Format((".fgb",), lambda _, __, collection: flatgeobuf_bytes(collection), is_text=False),
        "csv": Format((".csv",), lambda _, __, collection: csv_text(collection).encode("utf-8", "replace")),
        "gpx": Format((".gpx",), lambda _, __, collection: gpx_text(collection).encode()),
        "linked-places": Format((".lpf.json", ".jsonld"), lambda published, _, collection: _json(to_linked_places(published, collection))),
        "timelinejs": Format((".timeline.json",), lambda _, __, collection: _json(to_timeline(collection))),
        "moving-features": Format((".mf.json",), lambda published, routes, collection: _json(to_moving_features(published, routes, collection))),
        "qgis": Format((".qgz", ".qgs"), lambda _, __, collection: project_bytes(collection, "journey.gpkg"), is_text=False),
    }
)  # fmt: skip


def export_bytes(itinerary: Itinerary, routes: Iterable[Route], file_format: str) -> bytes:
    """Give an itinerary in a format of `FORMATS`; a QGIS project asks for ``journey.gpkg`` beside it.

    Raises
    ------
    InputError
        If there is no such format, or a leg has no route.
    """
    published, routes = published_side(itinerary, routes)
    return _format(file_format).make(published, routes, to_geojson(published, routes))


def write_export(itinerary: Itinerary, routes: Iterable[Route], path: str | os.PathLike[str], *, file_format: str = "") -> Path:
    """Write an itinerary in a format that other programs read; the same itinerary gives the same bytes.

    Parameters
    ----------
    itinerary
        What was read, or the published side of it; only that is written.
    routes
        The lines of its legs, as `geo.build_routes` makes them.
    path
        The file; it is written whole or not at all. Beside a QGIS project its GeoPackage is written, under the same name, both or neither.
    file_format
        One of `FORMATS`; without it, the one that the name of the file ends in.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If there is no such format, the name of a QGIS project ends otherwise, or a leg has no route.
    OutputError
        If a file can't be written.
    """
    target = Path(path)
    chosen = file_format or _format_of(target)
    made = _format(chosen)
    published, routes = published_side(itinerary, routes)
    collection = to_geojson(published, routes)
    if chosen != "qgis":
        return write_bytes_whole(target, made.make(published, routes, collection))
    if target.suffix.lower() not in made.suffixes:
        raise InputError(f"{target} is no name for a QGIS project; end it in {' or '.join(made.suffixes)}.")
    package = f"{target.stem}.gpkg"
    packed = target.suffix.lower() == made.suffixes[0]
    with written_together(target.parent) as stage:
        write_bytes_whole(stage / package, geopackage_bytes(collection))
        write_bytes_whole(stage / target.name, project_bytes(collection, package, packed=packed))
    return target


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise InputError(f"{name!r} is no format; choose one of {', '.join(FORMATS)}.")
    return FORMATS[name]


def _format_of(path: Path) -> str:
    """Find the format that a file's name ends in.

    Raises
    ------
    InputError
        If it ends in none.
    """
    for name, known in FORMATS.items():
        if path.name.lower().endswith(known.suffixes):
            return name
    endings = ", ".join(known.suffixes[0] for known in FORMATS.values())
    raise InputError(f"{path}: its name says no format; end it in {endings}, or name the format.")
