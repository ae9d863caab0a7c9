"""Borders, first-order areas and countries, each under the code by which GeoNames knows it.

Which GeoNames area a polygon is, is not looked up by its name (spellings differ) but by GeoNames' own places that lie in it: the
area takes the code of most of them. It follows that a country here is what GeoNames takes it to be; Crimea is in Ukraine, as in
resolution 68/262 of the UN's General Assembly. Lines that are in dispute are marked so, whatever side the polygons take.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

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
#: Natural Earth's names for the lines of claims, and the claimants.
_CLAIMANTS = {
    "Japanese claim": "JP", "Lebanese claim": "LB", "Chinese claim": "CN", "Bolivian claim": "BO", "Moldovan claim": "MD",
    "Georgian claim": "GE", "Suriname claim": "SR", "Indian claim": "IN", "Sudanese claim": "SD", "Kenyan claim": "KE",
    "Syrian claim": "SY", "Pakistani claim": "PK", "South Sudanese claim": "SS", "Guatemalan claim": "GT", "Venezuelan claim": "VE",
    "Portuguese claim": "PT", "Western Saharan claim": "EH",
}  # fmt: skip
#: Lines of control, by the states on their sides, and which of them claim the land beyond: for those the line is no border.
_CLAIM_BEYOND: dict[tuple[str, ...], tuple[str, ...]] = {
    ("IN", "PK"): ("IN", "PK"), ("CN", "IN"): ("CN", "IN"), ("KP", "KR"): ("KP", "KR"), ("EH", "MA"): ("EH", "MA"), ("IL", "SY"): ("SY",),
    ("RS", "XK"): ("RS",),
}  # fmt: skip
#: Codes that Natural Earth has and ISO has not.
_OTHER_CODES = {"SDS": "SS"}
#: How far the outline of an area may stray, in degrees; finer than a shaded area needs at any zoom of the page.
_AREA_TOLERANCE = 0.01


def borders(sources: Unpacked, scale: str, states: Layer) -> Layer:
    """Build the border lines of a scale; ``states`` are the countries.

    Returns
    -------
    Layer
        Records have ``disputed``; where it is True also ``sides`` (ISO codes of the states beside or behind the line), ``claim`` (the state
        whose claim the line bounds, or ``""``) and ``beyond`` (states that claim what lies beyond, for which the line is no border).
    """
    pairs = [*_boundaries(sources, scale, states), *_claims(sources), _crimea(sources)]
    drawn = [(piece, record) for geometry, record in pairs for piece in lines(geometry, tolerance=SCALES[scale])]
    drawn.sort(key=lambda pair: (pair[1]["disputed"], pair[0].bounds))
    return Layer(tuple(piece for piece, _ in drawn), tuple(record for _, record in drawn))


def _boundaries(sources: Unpacked, scale: str, states: Layer) -> list[tuple[BaseGeometry, dict[str, Any]]]:
    frame = read(sources.natural_earth(scale, "admin_0_boundary_lines_land"), encoding="latin1")
    frame = frame[~frame["featurecla"].isin(_NOT_BORDERS)]
    pairs: list[tuple[BaseGeometry, dict[str, Any]]] = []
    for geometry, kind in zip(frame.geometry, frame["featurecla"], strict=True):
        if kind in _SETTLED:
            pairs.append((geometry, {"disputed": False}))
        else:
            sides = _sides(geometry, states)
            pairs.append((geometry, {"disputed": True, "claim": "", "sides": sides, "beyond": _CLAIM_BEYOND.get(sides, ())}))
    return pairs


def _sides(line: BaseGeometry, states: Layer) -> tuple[str, ...]:
    """Return the two countries nearest to the middle of a line: the smaller scales do not say whose border it is."""
    import shapely

    middle = max(shapely.get_parts(line), key=lambda part: part.length).interpolate(0.5, normalized=True)
    far = sorted(
        (float(shapely.distance(middle, shape)), str(record["code"]))
        for shape, record in zip(states.geometries, states.records, strict=True)
        if record["code"].isalpha()
    )
    return tuple(sorted(code for _, code in far[:2]))


def _claims(sources: Unpacked) -> list[tuple[BaseGeometry, dict[str, Any]]]:
    """Return the outer lines of what a state claims; it holds them for its border, and who has the land does not."""
    frame = read(sources.world_map, layer="disputed_borders")
    frame = frame[~frame["name"].isin(_OVERTAKEN)]
    world = read(sources.world_map, layer="countries")
    codes = {**dict(zip(world["ISO_A3"], world["iso_a2"], strict=True)), **_OTHER_CODES}
    pairs: list[tuple[BaseGeometry, dict[str, Any]]] = []
    for geometry, name, holder in zip(frame.geometry, frame["name"], frame["adm0_a3_l"], strict=True):
        claimant = _CLAIMANTS[name]
        sides = sorted({claimant, codes.get(holder, "")} - {""})
        pairs.append((geometry, {"disputed": True, "claim": claimant, "sides": sides, "beyond": []}))
    return pairs


def _crimea(sources: Unpacked) -> tuple[BaseGeometry, dict[str, Any]]:
    states = read(sources.world_map, layer="states_provinces")
    crimea = states[states["fips"] == _CRIMEA].geometry.iloc[0]
    mainland = states[(states["iso_a2"] == "UA") & (states["fips"] != _CRIMEA)].geometry.union_all()
    line = crimea.boundary.intersection(mainland.buffer(0.001))
    return line, {"disputed": True, "claim": "", "sides": ["RU", "UA"], "beyond": ["UA"]}


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
