"""``dateline read``: the itinerary alone, for a person to check and correct before it is drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.articles import articles_argument, published_option, read_inputs
from maps.cli.desk_file import guard_corrections, itinerary_text
from maps.cli.program import Failure
from maps.cli.progress import announcing
from maps.cli.table import print_itinerary

if TYPE_CHECKING:
    from datetime import date

__all__ = ["read"]


@click.command("read")
@articles_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="-",
    help="The file to write; - is standard output, which is the default.",
)
@published_option
def read(inputs: tuple[str, ...], output: Path, published: date | None) -> None:
    r"""Read articles into an itinerary, and draw nothing.

    An article that can't be read is named and the others are read; the exit code is then 1.

    \b
    Examples:
      dateline read seeds/ -o itinerary.yaml
      dateline read monday.txt --published 2024-05-06 | less
      cat monday.txt | dateline read -
    """
    import geo
    from gazetteer import Gazetteer

    articles, unread = read_inputs(inputs, published)
    to_stdout = str(output) == "-"
    if not to_stdout:
        guard_corrections(output)
    with announcing(steps=1) as announce:
        announce(f"Reading {len(articles)} {'article' if len(articles) == 1 else 'articles'}")
        itinerary = geo.read_itinerary(articles, Gazetteer.bundled())
    if to_stdout:
        click.echo(itinerary_text(itinerary), nl=False)
    else:
        geo.write_itinerary(itinerary, output)
    print_itinerary(itinerary)
    if unread:
        raise Failure(f"The itinerary was made without {', '.join(unread)}.")
