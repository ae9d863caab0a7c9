"""``dateline check``: is an itinerary file valid, do its sources still say it, and what should an editor look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.articles import Day, read_inputs
from maps.cli.plain import plain
from maps.cli.program import Failure, examples

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.desk.look import Finding

__all__ = ["check"]


@click.command(
    "check",
    epilog=examples(
        "dateline check itinerary.yaml",
        "dateline check itinerary.yaml --sources story/",
        "dateline check itinerary.yaml --strict && dateline sign itinerary.yaml --by NAME",
    ),
)
@click.argument("path", metavar="itinerary.yaml", type=click.Path(path_type=Path))
@click.option(
    "--sources",
    "inputs",
    metavar="ARTICLE",
    multiple=True,
    help="An article or a folder of them, to compare the passages with; may be given again.",
)
@click.option(
    "--as-of", type=Day(), metavar="DATE", help="The day for which people's safety is judged; else the newest article's."
)
@click.option("--strict", is_flag=True, help="Fail too where an editor should look at something.")
def check(path: Path, inputs: tuple[str, ...], as_of: date | None, strict: bool) -> None:
    """Check an itinerary that a person corrected.

    What is wrong with the file is told all together, with its lines. With --sources every passage is compared with the articles as they
    are now. Then comes what an editor should look at: inferred stops, stops on one source, unsure places, inferred dates, disagreements, what is held
    back to protect people, and a signature that no longer holds.

    The findings go to standard output, one a line. The exit code is 1 if the file is wrong or a passage is not in its article; with
    --strict also if there is anything to look at.
    """
    from geo.desk.look import findings, source_findings
    from geo.journeys.itinerary_file.itinerary import load_itinerary

    itinerary = load_itinerary(path)
    found = findings(itinerary, as_of=as_of)
    if inputs:
        found = [*source_findings(itinerary, read_inputs(inputs, None).articles), *found]
    for finding in found:
        click.echo(plain(f"{finding.kind}: {finding.where}: {finding.what}."))
    _conclude(path, found, strict=strict)


def _conclude(path: Path, found: Sequence[Finding], *, strict: bool) -> None:
    faults = sum(finding.kind == "fault" for finding in found)
    looks = len(found) - faults
    said = f"{path}: the file is valid; {faults} {'fault' if faults == 1 else 'faults'}, {looks} to look at."
    if faults or (strict and looks):
        raise Failure(said)
    click.echo(said, err=True)
