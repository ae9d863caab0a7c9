"""``dateline route``: the line between two places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import click

from maps.cli.geocode import best_place
from maps.cli.program import examples

if TYPE_CHECKING:
    from gazetteer import Place
    from geo.model import Mode, Route

__all__ = ["route"]

#: ``geo.model.Mode``, written out so that ``--help`` need not load it; a test holds them together.
_MODES = ("train", "plane", "car", "ship", "foot", "other", "unknown")


@click.command(
    "route",
    epilog=examples("dateline route Vladivostok Khabarovsk", "dateline route Rotterdam Singapore --mode ship > lane.geojson"),
)
@click.argument("origin", metavar="A")
@click.argument("destination", metavar="B")
@click.option("--mode", type=click.Choice(_MODES), default="train", show_default=True, help="How one travels.")
def route(origin: str, destination: str, mode: str) -> None:
    """Give the line from A to B as a GeoJSON feature.

    Trains follow track and ships sea lanes; every other line is a great circle. The places that the two names were taken for are told
    on standard error.
    """
    from gazetteer import Gazetteer
    from geo.routes import route as find_route

    gazetteer = Gazetteer.bundled()
    ends = best_place(gazetteer, origin), best_place(gazetteer, destination)
    for asked, place in zip((origin, destination), ends, strict=True):
        click.echo(f"{asked}: {place.name}, {place.country} ({place.lat:.3f}, {place.lon:.3f}), {place.id}", err=True)
    found = find_route(*ends, mode=cast("Mode", mode))
    if found.note:
        click.echo(found.note, err=True)
    click.echo(json.dumps(_feature(found, *ends, mode), ensure_ascii=False, separators=(",", ":")))


def _feature(found: Route, origin: Place, destination: Place, mode: str) -> dict[str, Any]:
    lines = [[[round(lon, 5), round(lat, 5)] for lon, lat in line] for line in found.lines]
    # Cut at the antimeridian, as RFC 7946 asks, a line has several parts.
    whole = len(lines) == 1
    return {
        "type": "Feature",
        "geometry": {"type": "LineString" if whole else "MultiLineString", "coordinates": lines[0] if whole else lines},
        "properties": {
            "role": "leg",
            "from": origin.name,
            "to": destination.name,
            "mode": mode,
            "length_km": round(found.length_km, 1),
            "basis": found.basis,
            "countries": list(found.countries),
            "note": found.note,
        },
    }
