"""``dateline gazetteer``: what is in the gazetteer; and the option by which other commands take a newsroom's own places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.program import examples

if TYPE_CHECKING:
    from gazetteer import Gazetteer

__all__ = ["gazetteer", "open_gazetteer", "places_option"]

places_option = click.option(
    "--places",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Your own places and spellings, .csv or .geojson with name, lat, lon, aliases, or name, place.",
)


def open_gazetteer(places: Path | None = None) -> Gazetteer:
    """Open the installed gazetteer, with a newsroom's own places if it has any; rows that can't be used are told on stderr."""
    from gazetteer import Gazetteer
    from gazetteer.own import read_places

    bundled = Gazetteer.bundled()
    if places is None:
        return bundled
    own = read_places(places, bundled)
    if own.faults:
        count = len(own.faults)
        click.echo(f"{places}: {count} {'row is' if count == 1 else 'rows are'} left out.", err=True)
        for fault in own.faults:
            click.echo(f"  {fault}", err=True)
    return bundled.with_places(own)


@click.group("gazetteer", epilog=examples("dateline gazetteer info", "dateline geocode Newsroom --places our-places.csv"))
def gazetteer() -> None:
    """Tell about the gazetteer, in which names are looked up."""


@gazetteer.command("info", epilog=examples("dateline gazetteer info"))
def info() -> None:
    """Say what is in the gazetteer, from where it is, and under which licence."""
    from gazetteer.contents import describe

    contents = describe(open_gazetteer())
    click.echo(f"{contents.path} ({contents.size / 1e6:.1f} MB)")
    click.echo(f"{sum(contents.places.values()):>9,} places under {contents.names:,} names")
    for sort, count in contents.places.items():
        click.echo(f"{count:>9,} {sort}")
    click.echo(f"\nCompiled from:\n\n{contents.sources}", nl=False)
    click.echo(
        "\nRegions, seas, landmarks, abbreviations and demonyms were written for Dateline (MIT); each row names what it follows."
    )
