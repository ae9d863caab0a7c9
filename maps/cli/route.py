"""``dateline route``: the line between two places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from maps.cli.gazetteer import gazetteer_option, open_gazetteer
from maps.cli.geocode import best_place
from maps.cli.program import examples

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from gazetteer import Place
    from geo.model import Itinerary, Mode, Route

__all__ = ["route"]

#: ``geo.model.Mode``, written out so that ``--help`` need not load it; a test holds them together.
_MODES = ("train", "plane", "car", "ship", "foot", "other", "unknown")


@click.command(
    "route",
    epilog=examples(
        "dateline route Pyongyang Vladivostok --mode train -o line.geojson",
        "dateline route Vladivostok Moscow --via Ulaanbaatar --map line.html",
        "dateline route Rotterdam Singapore --mode ship > lane.geojson",
        "dateline route --mode car -o road.geojson -- Nairobi '-4.05, 39.67'",
    ),
)
@click.argument("origin", metavar="A")
@click.argument("destination", metavar="B")
@click.option("--mode", type=click.Choice(_MODES), default="train", show_default=True, help="How one travels.")
@click.option("--via", multiple=True, metavar="PLACE", help="A place on the way; give it again for more, in order.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day: it decides which borders were closed.")
@click.option("-o", "--output", default="-", show_default=True, help="The GeoJSON file to write; - is standard output.")
@click.option("--map", "page", type=click.Path(path_type=Path, dir_okay=False), help="Also draw a small map, as one HTML file.")
@gazetteer_option
def route(
    origin: str,
    destination: str,
    mode: str,
    via: Sequence[str],
    day: datetime | None,
    output: str,
    page: Path | None,
    compiled: Path | None,
) -> None:
    """Give the line from A to B as GeoJSON: one leg and its two stops.

    A and B are names, or positions in degrees: latitude, comma, longitude. Trains follow track, cars and walkers roads, ships sea lanes; every other line is a great circle. The places that the names were
    taken for, and what is to be known of the line, are told on standard error.
    """
    import geo
    from geo.files import write_text_whole
    from geo.routes import route as find_route

    if page and (str(page) == "-" or page == Path(output)):
        raise click.UsageError("The map needs a file of its own: name another one with --map.")
    gazetteer = open_gazetteer(compiled=compiled)
    places = [_chosen(asked, _position(asked) or best_place(gazetteer, asked)) for asked in (origin, *via, destination)]
    way = cast("Mode", mode)
    found = find_route(places[0], places[-1], mode=way, via=places[1:-1], day=day.date() if day else None, leg="leg")
    click.echo(f"{found.length_km:,.0f} km, {found.basis}. {found.note}".strip(), err=True)
    itinerary = _itinerary(places, way)
    text = json.dumps(geo.to_geojson(itinerary, [found]), ensure_ascii=False, separators=(",", ":")) + "\n"
    if output == "-":
        click.echo(text, nl=False)
    else:
        write_text_whole(output, text)
    if page:
        _draw(itinerary, found, page)


def _position(asked: str) -> Place | None:
    """Return the place that ``48.85, 2.35`` is; None for what is no pair of numbers. Whether it is on the globe is the router's question."""
    from gazetteer.model import Kind, Place

    lat, comma, lon = asked.partition(",")
    try:
        return Place(f"position:{asked}", asked, Kind("S", "SITE"), float(lat), float(lon)) if comma else None
    except ValueError:
        return None


def _chosen(asked: str, place: Place) -> Place:
    name = f"{place.name}, {place.country}" if place.country else place.name
    click.echo(f"{asked}: {name} ({place.lat:.3f}, {place.lon:.3f}), {place.id}", err=True)
    return place


def _itinerary(places: Sequence[Place], mode: Mode) -> Itinerary:
    """Make a journey of one leg that nobody reported: no claims, and no more than possible."""
    from geo.model import Itinerary, Journey, Leg, Stop

    ends = [
        Stop(f"stop-{number}", number, place, place.name, "possible", 1.0, (), sources=0)
        for number, place in enumerate((places[0], places[-1]), start=1)
    ]
    title = f"{places[0].name} to {places[-1].name}"
    leg = Leg("leg", ends[0].id, ends[1].id, mode, "possible", (), via=tuple(places[1:-1]), sources=0)
    return Itinerary(articles=(), journeys=(Journey("route", "", title, tuple(ends), (leg,)),))


def _draw(itinerary: Itinerary, found: Route, page: Path) -> None:
    import maps

    maps.write_page(maps.journey_map(itinerary, [found], title=itinerary.journeys[0].title), page)
    click.echo(f"The map is in {page}.", err=True)
