"""``dateline sign``: record who answers for what an itinerary publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.articles import Day
from maps.cli.program import examples
from maps.cli.published import tell_held

if TYPE_CHECKING:
    from geo.model import Itinerary

__all__ = ["day_option", "itinerary_argument", "sign"]

itinerary_argument = click.argument("path", metavar="itinerary.yaml", type=click.Path(path_type=Path))
day_option = click.option("--date", "day", type=Day(), metavar="DATE", help="The day, like 2024-05-31; else today.")


@click.command(
    "sign",
    epilog=examples(
        'dateline sign out/itinerary.yaml --by "A. Editor"',
        'dateline sign out/itinerary.yaml --by "A. Editor" --as-of 2024-05-31',
        "dateline map out/itinerary.yaml -o out/",
    ),
)
@itinerary_argument
@click.option("--by", required=True, help="Who answers for it; the name is published.")
@day_option
@click.option(
    "--as-of", type=Day(), metavar="DATE", help="The day for which people's safety is judged; else the newest article's."
)
def sign(path: Path, by: str, day: date | None, as_of: date | None) -> None:
    """Sign an itinerary, so that what is made of it is no draft any more.

    The signature covers exactly what is published now: if anything of it changes, what is made of the itinerary is a draft again until
    somebody signs. The first signature makes version 1 and a permanent id; a later one makes a new version where a published fact changed,
    and the map tells its readers what that was. Only the head of the file is written. Draw it again with dateline map.
    """
    from geo.desk.publication import publish
    from geo.desk.signing import sign as sign_itinerary
    from geo.journeys.itinerary_file.head import write_head
    from geo.journeys.itinerary_file.itinerary import load_itinerary

    itinerary = sign_itinerary(load_itinerary(path), by=by, day=day or date.today(), as_of=as_of)  # noqa: DTZ011 - the desk's own day
    write_head(itinerary, path)
    _tell(itinerary)
    tell_held(publish(itinerary))


def _tell(itinerary: Itinerary) -> None:
    from maps.editions import change_words

    version = itinerary.record.versions[-1]
    click.echo(
        f"Signed by {itinerary.review.reviewed_by}: {itinerary.record.id}, version {version.number} of {version.day}.", err=True
    )
    if version.day == itinerary.review.reviewed_at:
        for change in version.changes:
            click.echo(f"  {change_words(change)}", err=True)
