"""Borders, first-order areas and countries, each under the code by which GeoNames knows it.

Which GeoNames area a polygon is, is not looked up by its name (spellings differ) but by GeoNames' own places that lie in it: the
area takes the code of most of them. It follows that a country here is what GeoNames takes it to be; Crimea is in Ukraine, as in
resolution 68/262 of the UN's General Assembly. Lines that are in dispute are marked so, whatever side the polygons take.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maps.build.physical import SCALES, lines, read
from maps.vectors import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from maps.build.sources import Unpacked

__all__ = ["admin1_lines", "areas", "borders", "countries"]

#: Natural Earth's classes of boundary that are drawn solid.
_SETTLED = ("International boundary (verify)", "International boundary (Magics)")
#: Classes that are no border between states.
_NOT_BORDERS = ("Overlay limit", "Lease limit")
#: Claims left out: lines of the first Karabakh war and of 2015 in Donbas, which events overtook.
_OVERTAKEN = ("Former USSR oblast in 1991", "Ceasefire Line 1994", "Ukrainian claim")
#: Natural Earth's code of Crimea, whose land boundary is drawn as disputed.
_CRIMEA = "UP11"
#: How far the outline of an area may stray, in degrees; finer than a shaded area needs at any zoom of the page.
_AREA_TOLERANCE = 0.01


def borders(sources: Unpacked, scale: str) -> Layer:
    """Build the border lines of a scale; ``disputed`` is True for those that a desk should draw dashed."""
    frame = read(sources.natural_earth(scale, "admin_0_boundary_lines_land"), encoding="latin1")
    frame = frame[~frame["featurecla"].isin(_NOT_BORDERS)]
    pairs = [(geometry, kind not in _SETTLED) for geometry, kind in zip(frame.geometry, frame["featurecla"], strict=True)]
    pairs += [(geometry, True) for geometry in _claims(sources)]
    drawn = [
        (piece, {"disputed": disputed}) for geometry, disputed in pairs for piece in lines(geometry, tolerance=SCALES[scale])
    ]
    drawn.sort(key=lambda pair: (pair[1]["disputed"], pair[0].bounds))
    return Layer(tuple(piece for piece, _ in drawn), tuple(record for _, record in drawn))


def _claims(sources: Unpacked) -> list[BaseGeometry]:
    frame = read(sources.world_map, layer="disputed_borders")
    claims = list(frame[~frame["name"].isin(_OVERTAKEN)].geometry)
    states = read(sources.world_map, layer="states_provinces")
    crimea = states[states["fips"] == _CRIMEA].geometry.iloc[0]
    mainland = states[(states["iso_a2"] == "UA") & (states["fips"] != _CRIMEA)].geometry.union_all()
    return [*claims, crimea.boundary.intersection(mainland.buffer(0.001))]


def admin1_lines(sources: Unpacked) -> Layer:
    """Build the lines between first-order areas at 1:10m, with Natural Earth's rank."""
    frame = read(sources.natural_earth("10m", "admin_1_states_provinces_lines"), encoding="latin1")
    frame = frame[(frame["featurecla"] == "Admin-1 boundary") & (frame["scalerank"] <= 7)]
    pairs = [
        (piece, {"rank": int(rank)})
        for geometry, rank in zip(frame.geometry, frame["scalerank"], strict=True)
        for piece in lines(geometry, tolerance=SCALES["10m"])
    ]
    pairs.sort(key=lambda pair: (pair[1]["rank"], pair[0].bounds))
    return Layer(tuple(piece for piece, _ in pairs), tuple(record for _, record in pairs))


def areas(sources: Unpacked) -> Layer:
    """Build the first-order areas, one multipolygon for each GeoNames code (``"RU.59"``)."""
    frame = _coded_states(sources)
    return _dissolved(frame[frame["code"].str.contains(".", regex=False)], "code")


def countries(sources: Unpacked) -> Layer:
    """Build the countries and dependencies, one multipolygon for each ISO code."""
    frame = _coded_states(sources)
    return _dissolved(frame.assign(country=frame["code"].str.split(".").str[0]), "country")


def _coded_states(sources: Unpacked) -> GeoDataFrame:
    states = read(sources.world_map, layer="states_provinces")
    states = states.assign(geometry=states.geometry.make_valid())
    return states.assign(code=_codes(states, _places(sources)))


def _places(sources: Unpacked) -> GeoDataFrame:
    import geopandas
    import pandas as pd

    table = pd.read_csv(
        sources.cities, sep="\t", header=None, usecols=[4, 5, 8, 10], names=["lat", "lon", "country", "admin1"],
        dtype={"country": str, "admin1": str}, keep_default_na=False, quoting=3,
    )  # fmt: skip
    table = table[(table["country"] != "") & (table["admin1"] != "")]
    code = table["country"] + "." + table["admin1"]
    return geopandas.GeoDataFrame({"code": code}, geometry=geopandas.points_from_xy(table["lon"], table["lat"]), crs=4326)


def _codes(states: GeoDataFrame, places: GeoDataFrame) -> Sequence[str]:
    """Give each polygon the code that most of the places in it have; its ISO code alone where it holds none."""
    votes: list[Counter[str]] = [Counter() for _ in range(len(states))]
    inside, polygons = places.sindex.query(states.geometry, predicate="contains")[::-1]
    for place, polygon in zip(inside, polygons, strict=True):
        votes[polygon][places["code"].iloc[place]] += 1
    return [
        min(vote, key=lambda code: (-vote[code], code)) if vote else iso
        for vote, iso in zip(votes, states["iso_a2"], strict=True)
    ]


def _dissolved(frame: GeoDataFrame, key: str) -> Layer:
    import shapely

    whole = frame.dissolve(by=key, sort=True)
    simple = shapely.simplify(whole.geometry.to_numpy(), _AREA_TOLERANCE)
    shapes, records = [], []
    for code, shape in zip(whole.index, simple, strict=True):
        polygons = [part for part in shapely.get_parts(shapely.make_valid(shape)) if part.geom_type == "Polygon"]
        if polygons:
            shapes.append(shapely.MultiPolygon(polygons))
            records.append({"code": str(code)})
    return Layer(tuple(shapes), tuple(records))
