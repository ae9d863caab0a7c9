"""``dateline checksheet``: every claim of an itinerary on a page to print or to tick, and the ticks carried back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.articles import read_inputs
from maps.cli.plain import plain
from maps.cli.program import Failure, examples
from maps.cli.sign import itinerary_argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.desk.look import Finding

__all__ = ["checksheet"]

#: How many differences between the itinerary and its sources are told one by one.
_TOLD = 10


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
    "checked: true" in the itinerary and changes nothing else there. With --sources, a passage that is not in its article is told,
    and the exit code is then 1.
    """
    from geo.desk.look import source_findings
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
    if inputs:
        _compare(path, source_findings(itinerary, articles))


def _compare(path: Path, found: Sequence[Finding]) -> None:
    """Tell where the sources that were given are not those that the itinerary was read from; fail if a passage is not in them."""
    for finding in found[:_TOLD]:
        click.echo(plain(f"{finding.kind}: {finding.where}: {finding.what}."), err=True)
    if len(found) > _TOLD:
        click.echo(f"and {len(found) - _TOLD} more; dateline check {path} --sources lists them all.", err=True)
    if any(finding.kind == "fault" for finding in found):
        raise Failure(
            "The sheet was made, but the sources are not what was read: give the right folder, or read the articles again."
        )
