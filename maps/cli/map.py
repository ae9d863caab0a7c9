"""``dateline map``: from articles, or from an itinerary that a person has corrected, to everything that a desk publishes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gazetteer.errors import OutputError
from maps.cli.articles import articles_argument, published_option, read_inputs
from maps.cli.gazetteer import open_gazetteer, places_option
from maps.cli.look import look_from, look_options
from maps.cli.program import Failure, examples
from maps.cli.progress import announcing, counting, steps_of
from maps.cli.table import print_itinerary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from geo.model import Itinerary
    from maps.cli.look import Look

__all__ = ["draw"]

_ITINERARY_SUFFIXES = {".yaml", ".yml"}


@click.command(
    "map",
    epilog=examples(
        "dateline map seeds/ -o out/",
        "dateline map monday.txt tuesday.html --published 2024-05-06",
        'dateline map out/itinerary.yaml -o final/ --title "By train to the coast"',
    ),
)
@articles_argument
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default="out",
    show_default=True,
    help="The folder to write into; it is made if it does not exist.",
)
@published_option
@places_option
@look_options
def draw(inputs: tuple[str, ...], folder: Path, published: date | None, places: Path | None, **given: str | int | None) -> None:
    """Draw articles, or one itinerary.yaml, as a map.

    Writes map.html, journey.geojson and embed.html into the folder, and from articles also itinerary.yaml, which a person may correct
    and draw again. What a person corrected in an itinerary.yaml that is already there is kept, and drawn.

    The path of the map goes to standard output. An article that can't be read is named and the others are drawn; the exit code is
    then 1.
    """
    look = look_from(**given)
    if any(Path(name).suffix.lower() in _ITINERARY_SUFFIXES for name in inputs):
        _draw_itinerary(inputs, folder, published, places, look)
    else:
        _draw_articles(inputs, folder, published, places, look)


def _draw_itinerary(inputs: tuple[str, ...], folder: Path, published: date | None, places: Path | None, look: Look) -> None:
    from geo.journeys.itinerary import load_itinerary

    if len(inputs) > 1:
        raise click.UsageError("An itinerary is drawn alone: give one itinerary.yaml, or only articles.")
    if published:
        raise click.UsageError("--published is for articles; in an itinerary, correct the date itself.")
    if places:
        raise click.UsageError("--places is for articles; in an itinerary, correct the place itself.")
    itinerary = load_itinerary(inputs[0])
    _make(folder)
    with announcing(steps=2) as announce:
        _write_picture(itinerary, folder, look, announce)
    _conclude(itinerary, folder)


def _draw_articles(inputs: tuple[str, ...], folder: Path, published: date | None, places: Path | None, look: Look) -> None:
    import geo
    from geo.journeys.itinerary import update_itinerary

    gazetteer = open_gazetteer(places)
    articles, unread = read_inputs(inputs, published)
    _make(folder)
    with announcing(steps=2 + steps_of(len(articles))) as announce:
        announce(f"Reading {len(articles)} {'article' if len(articles) == 1 else 'articles'}")
        read = geo.read_itinerary(articles, gazetteer, progress=counting(announce))
        itinerary = update_itinerary(read, folder / "itinerary.yaml")
        _write_picture(itinerary, folder, look, announce)
    _conclude(itinerary, folder)
    if unread:
        raise Failure(f"The map was drawn without {', '.join(unread)}.")


def _write_picture(itinerary: Itinerary, folder: Path, look: Look, announce: Callable[[str], None]) -> None:
    import geo
    import maps

    announce("Finding the way of each leg")
    routes = geo.build_routes(itinerary)
    geo.write_geojson(itinerary, routes, folder / "journey.geojson")
    announce("Drawing the map")
    picture = maps.journey_map(itinerary, routes, **look)
    maps.write_page(picture, folder / "map.html")
    maps.write_embed(picture, folder / "embed.html")


def _conclude(itinerary: Itinerary, folder: Path) -> None:
    print_itinerary(itinerary)
    click.echo(folder / "map.html")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} can't be made ({error.strerror}); choose another folder with -o.") from error
