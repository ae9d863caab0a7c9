"""``dateline read``: the itinerary alone, for a person to check and correct before it is drawn."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.articles import articles_argument, published_option, read_inputs
from maps.cli.gazetteer import open_gazetteer, places_option
from maps.cli.program import Failure, examples
from maps.cli.progress import announcing, counting, steps_of
from maps.cli.table import print_itinerary

if TYPE_CHECKING:
    from datetime import date

    from geo.model import Itinerary

__all__ = ["read"]


@click.command(
    "read",
    epilog=examples(
        "dateline read seeds/ -o itinerary.yaml",
        "dateline read monday.txt --published 2024-05-06 | less",
        "cat monday.txt | dateline read -",
    ),
)
@articles_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="-",
    help="The file to write; - is standard output, which is the default.",
)
@published_option
@places_option
def read(inputs: tuple[str, ...], output: Path, published: date | None, places: Path | None) -> None:
    """Read articles into an itinerary, and draw nothing.

    What a person corrected in an itinerary file that is already there is kept. An article that can't be read is named and the others
    are read; the exit code is then 1.
    """
    import geo
    from geo.journeys.itinerary import update_itinerary

    gazetteer = open_gazetteer(places)
    articles, unread = read_inputs(inputs, published)
    with announcing(steps=steps_of(len(articles))) as announce:
        announce(f"Reading {len(articles)} {'article' if len(articles) == 1 else 'articles'}")
        itinerary = geo.read_itinerary(articles, gazetteer, progress=counting(announce))
    if str(output) == "-":
        click.echo(_as_text(itinerary), nl=False)
    else:
        itinerary = update_itinerary(itinerary, output)
    print_itinerary(itinerary)
    if unread:
        raise Failure(f"The itinerary was made without {', '.join(unread)}.")


def _as_text(itinerary: Itinerary) -> str:
    """Give the itinerary file as text: it is a file that the library writes, whole or not at all."""
    from geo import write_itinerary

    with tempfile.TemporaryDirectory() as folder:
        return write_itinerary(itinerary, Path(folder, "itinerary.yaml")).read_text(encoding="utf-8")
