"""``dateline film``: a journey as a moving picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.look import look_from, look_options
from maps.cli.program import examples
from maps.cli.progress import announcing, measuring
from maps.cli.published import publication_of, publication_options, refuse_telling, tell_held

if TYPE_CHECKING:
    from datetime import date

    from geo.desk.model import QuoteLength

__all__ = ["film"]


@click.command(
    "film",
    epilog=examples(
        "dateline film out/itinerary.yaml -o film.mp4",
        "dateline film out/itinerary.yaml -o story.mp4 --shape 9:16",
        "dateline film out/itinerary.yaml -o film.gif --shape 1:1 --lang de",
    ),
)
@click.argument("itinerary", metavar="ITINERARY.YAML", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default="film.mp4",
    show_default=True,
    help="The film: .mp4 or .gif.",
)
@click.option("--shape", type=click.Choice(["16:9", "1:1", "9:16"]), default="16:9", show_default=True, help="Width to height.")
@publication_options
@look_options
def film(itinerary: Path, output: Path, shape: str, quotes: QuoteLength, as_of: date | None, **given: Any) -> None:
    """Draw an itinerary as a film that goes from stop to stop.

    Each leg grows along its way; the words of its certainty stand under it, and what is planned or possible is dotted and hollow. At the
    end stands the whole map. MP4 and GIF need the extra film.
    """
    import geo
    import maps
    from geo.journeys.itinerary_file.itinerary import load_itinerary
    from maps.film import check_film, write_film

    look = look_from(**given)
    check_film(output, shape)
    publication = publication_of(load_itinerary(itinerary), quotes, as_of)
    refuse_telling(publication, title=look["title"], credit=look["credit"])
    with announcing(steps=2) as announce:
        announce("Finding the way of each leg")
        routes = geo.build_routes(publication.itinerary)
        announce("Drawing the map")
        picture = maps.journey_map(publication.itinerary, routes, **look)
    with measuring("Drawing the film") as progress:
        write_film(picture, output, shape=shape, progress=progress)
    tell_held(publication)
    click.echo(output)
