"""``dateline gazetteer``: what is in the gazetteer, and a larger one built; and the options by which other commands take it, and own places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.plain import plain
from maps.cli.program import examples

if TYPE_CHECKING:
    from gazetteer import Gazetteer

__all__ = ["gazetteer", "gazetteer_option", "open_gazetteer", "places_option"]

#: How many rows that can't be used are told on the terminal; the report has them all.
_FIRST = 5

places_option = click.option(
    "--places",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Your own places and spellings, .csv or .geojson with name, lat, lon, aliases, or name, place.",
)

gazetteer_option = click.option(
    "--gazetteer",
    "compiled",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Look places up in this gazetteer, made by 'dateline gazetteer build', in place of the installed one.",
)


def open_gazetteer(places: Path | None = None, compiled: Path | None = None) -> Gazetteer:
    """Open the installed gazetteer or another compiled one, with a newsroom's own places if it has any.

    Rows of the newsroom's that can't be used are told on stderr.
    """
    from gazetteer import Gazetteer
    from gazetteer.own import read_places

    known = Gazetteer.open(compiled) if compiled else Gazetteer.bundled()
    if places is None:
        return known
    own = read_places(places, known)
    if own.faults:
        count = len(own.faults)
        click.echo(f"{places}: {count} {'row is' if count == 1 else 'rows are'} left out.", err=True)
        for fault in own.faults:
            click.echo(f"  {fault}", err=True)
    return known.with_places(own)


@click.group(
    "gazetteer",
    epilog=examples(
        "dateline gazetteer info",
        "dateline gazetteer build --geonames allCountries.zip -o world.gaz",
        "dateline geocode Newsroom --places our-places.csv",
    ),
)
def gazetteer() -> None:
    """Tell about the gazetteer, in which names are looked up, or build a larger one."""


@gazetteer.command("info", epilog=examples("dateline gazetteer info", "dateline gazetteer info --gazetteer world.gaz"))
@gazetteer_option
def info(compiled: Path | None) -> None:
    """Say what is in the gazetteer, from where it is, and under which licence."""
    from gazetteer.contents import describe

    contents = describe(open_gazetteer(compiled=compiled))
    click.echo(f"{contents.path} ({contents.size / 1e6:.1f} MB)")
    click.echo(f"{sum(contents.places.values()):>9,} places under {contents.names:,} names")
    for sort, count in contents.places.items():
        click.echo(f"{count:>9,} {sort}")
    click.echo(f"\nCompiled from:\n\n{contents.sources}", nl=False)
    click.echo(
        "\nRegions, seas, landmarks, abbreviations and demonyms were written for Dateline (MIT); each row names what it follows."
    )


@gazetteer.command(
    "build",
    epilog=examples(
        "dateline gazetteer build --geonames allCountries.zip -o world.gaz",
        "dateline gazetteer build --geonames allCountries.txt --alternate-names alternateNamesV2.zip -o world.gaz",
        "dateline map seeds/ --gazetteer world.gaz",
    ),
)
@click.option(
    "--geonames",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="GeoNames' table of places: allCountries.txt, or that of one country, or the .zip.",
)
@click.option(
    "--alternate-names",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="GeoNames' table of further names: alternateNamesV2.txt, or the .zip.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The gazetteer to write.",
)
def build(geonames: Path, alternate_names: Path | None, output: Path) -> None:
    """Build a gazetteer from a GeoNames dump, with all that the installed one has.

    It takes less than 2 GB of memory, and for the whole world some minutes and 4 GB beside the output, where each step is kept
    until the gazetteer is there: after an accident the same command goes on. The same tables give the same bytes.

    A row that can't be used is left out. The first are told, and FILE.broken.tsv lists them all with their lines.
    """
    from gazetteer.geonames.build import build_gazetteer
    from maps.cli.build_progress import watching

    with watching() as watch:
        built = build_gazetteer(geonames, output, alternate_names=alternate_names, progress=watch)
    for table, faults in built.faults.items():
        for fault in faults[:_FIRST]:
            click.echo(f"{table}, line {fault.line}: {plain(fault.reason)}.", err=True)
    if built.report:
        count = sum(len(faults) for faults in built.faults.values())
        click.echo(f"{count:,} {'row was' if count == 1 else 'rows were'} left out; {built.report} lists them.", err=True)
    click.echo(f"{built.places:,} places and {built.names:,} further names were read.", err=True)
    click.echo(built.path)
