"""Land, lakes and rivers, at the scales that the map draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maps.vectors import Layer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from maps.build.sources import Unpacked

__all__ = ["SCALES", "lakes", "land", "lines", "read", "rivers"]

#: The scales of the basemap and how far a simplified line may stray from the source, in degrees.
SCALES = {"110m": 0.02, "50m": 0.006, "10m": 0.0015}

#: Water bodies drawn; the rest of that layer is ocean.
_LAKES = ("Lake", "Reservoir", "Alkaline Lake")


def read(path: object, **options: object) -> GeoDataFrame:
    """Read a vector file in EPSG:4326; names in old shapefiles are Latin-1, and their ring order is mended on reading."""
    import warnings

    import geopandas

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return geopandas.read_file(path, **options)


def polygons(geometry: BaseGeometry, *, tolerance: float) -> list[BaseGeometry]:
    """Mend and simplify a geometry and take it apart into polygons."""
    import shapely

    simple = shapely.simplify(shapely.make_valid(shapely.force_2d(geometry)), tolerance)
    return [part for part in shapely.get_parts(simple) if part.geom_type == "Polygon" and not part.is_empty]


def lines(geometry: BaseGeometry, *, tolerance: float) -> list[BaseGeometry]:
    """Join a geometry's segments where they meet, simplify them and take them apart into lines."""
    import shapely

    flat = [part for part in shapely.get_parts(shapely.force_2d(geometry)) if part.geom_type == "LineString"]
    simple = shapely.simplify(shapely.line_merge(shapely.MultiLineString(flat)), tolerance)
    return [part for part in shapely.get_parts(simple) if not part.is_empty]


def land(sources: Unpacked, scale: str) -> Layer:
    """Build the land polygons of a scale, largest first."""
    frame = read(sources.natural_earth(scale, "land"))
    pieces = [piece for geometry in frame.geometry for piece in polygons(geometry, tolerance=SCALES[scale])]
    pieces.sort(key=lambda part: (-part.area, part.bounds))
    return Layer(tuple(pieces), ({},) * len(pieces))


def lakes(sources: Unpacked, scale: str) -> Layer:
    """Build the lakes and reservoirs of a scale, with Natural Earth's rank (0 is the most important) and an English name."""
    frame = read(sources.natural_earth(scale, "ocean"), encoding="latin1")
    frame = frame[frame["featurec_2"].isin(_LAKES)]
    pairs: list[tuple[BaseGeometry, dict[str, Any]]] = []
    for geometry, rank, name in zip(frame.geometry, frame["scaleran_2"], frame["name"], strict=True):
        record = {"rank": int(rank), "name": _clean_name(name)}
        pairs.extend((piece, record) for piece in polygons(geometry, tolerance=SCALES[scale]))
    pairs.sort(key=lambda pair: (pair[1]["rank"], -pair[0].area, pair[0].bounds))
    return Layer(tuple(piece for piece, _ in pairs), tuple(record for _, record in pairs))


def rivers(sources: Unpacked, scale: str) -> Layer:
    """Build the river lines of a scale with Natural Earth's rank; lines through lakes are left out."""
    frame = read(sources.natural_earth(scale, "rivers_lake_centerlines"), encoding="latin1")
    frame = frame[frame["featurecla"] == "River"]
    pairs: list[tuple[BaseGeometry, dict[str, Any]]] = []
    for geometry, rank in zip(frame.geometry, frame["scalerank"], strict=True):
        if geometry is not None and rank <= 7:
            pairs.extend((piece, {"rank": int(rank)}) for piece in lines(geometry, tolerance=SCALES[scale]))
    pairs.sort(key=lambda pair: (pair[1]["rank"], pair[0].bounds))
    return Layer(tuple(piece for piece, _ in pairs), tuple(record for _, record in pairs))


def _clean_name(name: object) -> str:
    """Return an English lake name, or nothing: letters with accents were lost in this edition of the file."""
    words = name if isinstance(name, str) else ""
    return words if words.isascii() and words.startswith("Lake ") and "(" not in words else ""
