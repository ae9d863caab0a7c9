"""``dateline checksheet``: every claim of an itinerary on a page to print or to tick, and the ticks carried back."""

from __future__ import annotations

from pathlib import Path

import click

from maps.cli.articles import read_inputs
from maps.cli.program import examples
from maps.cli.sign import itinerary_argument

__all__ = ["checksheet"]


@click.command(
    "checksheet",
    epilog=examples(
        "dateline checksheet itinerary.yaml --sources story/ -o checksheet.html",
        "dateline checksheet itinerary.yaml --ticks ticks.json",
    ),
)
@itinerary_argument
@click.option(
    "--sources",
    "inputs",
    metavar="ARTICLE",
    multiple=True,
    help="An article or a folder of them, to show passages in their context; may be given again.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default="checksheet.html",
    show_default=True,
    help="The page to write.",
)
@click.option(
    "--ticks",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Carry the ticks that a sheet saved into the itinerary, and write no page.",
)
def checksheet(path: Path, inputs: tuple[str, ...], output: Path, ticks: Path | None) -> None:
    """Make a page of an itinerary's claims, each with its passage, its source, how certain it is, and a box to tick.

    It is for the desk: it quotes in full. Print it, or tick on the screen and press "Save the ticks"; --ticks then marks those claims
    "checked: true" in the itinerary and changes nothing else there.
    """
    from geo.files import write_text_whole
    from geo.journeys.itinerary_file.itinerary import load_itinerary
    from geo.journeys.itinerary_file.ticks import carry_ticks, read_ticks
    from maps.checksheet import checksheet as sheet_of

    if ticks is not None:
        itinerary = carry_ticks(path, read_ticks(ticks))
        click.echo(f"{sum(claim.checked for claim in itinerary.claims)} of {len(itinerary.claims)} claims are checked.", err=True)
        return
    itinerary = load_itinerary(path)
    articles = read_inputs(inputs, None).articles if inputs else []
    write_text_whole(output, sheet_of(itinerary, articles))
    click.echo(output)
