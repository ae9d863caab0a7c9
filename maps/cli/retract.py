"""``dateline retract``: take a publication back, and leave a notice where the map was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from maps.cli.address import base_url_option
from maps.cli.look import look_from
from maps.cli.program import examples
from maps.cli.progress import announcing
from maps.cli.sign import day_option, itinerary_argument

__all__ = ["retract"]


@click.command(
    "retract",
    epilog=examples(
        'dateline retract out/itinerary.yaml --reason "The convoy was mistaken for another." --by "A. Editor"',
        'dateline retract desk/itinerary.yaml -o web/ --reason "The sources withdrew their account."',
    ),
)
@itinerary_argument
@click.option("--reason", required=True, help="Why, in a sentence for readers; it is published.")
@click.option("--by", default="", help="Who decided; it is kept in the itinerary and not published.")
@day_option
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder that was published; else the itinerary's own.",
)
@click.option("--lang", default="en", show_default=True, help="The notice's language.")
@base_url_option
def retract(path: Path, reason: str, by: str, day: date | None, folder: Path | None, lang: str, base_url: str) -> None:
    """Take a publication back: a notice with the reason takes the place of the map.

    Every file that dateline map writes is written anew as the notice, under its old name, so that pages which embed the map show it too.
    The retraction is kept in the itinerary: whatever is drawn or exported from it from now on is the notice. Other files in the folder are
    named: export them again, or take them down.
    """
    from geo.desk.publication import publish
    from geo.desk.signing import retract as retract_itinerary
    from geo.files import write_text_whole, written_together
    from geo.journeys.itinerary_file.head import with_head
    from geo.journeys.itinerary_file.itinerary import load_itinerary
    from maps.cli.map import write_set

    folder = folder or path.parent
    itinerary = retract_itinerary(load_itinerary(path), reason=reason, day=day or date.today(), by=by)  # noqa: DTZ011 - the desk's own day
    look = look_from(
        title=None, lang=lang, theme="daylight", credit="", borders="disputed", height=None, tiles=None, tiles_credit=""
    )
    text = with_head(itinerary, path)
    with announcing(steps=3) as announce, written_together(folder) as stage:
        write_set(publish(itinerary), stage, look, announce, base_url=base_url)
        written = {made.name for made in stage.iterdir()} | {path.name}
    # Last, so that it does not say what is not so where the notice can't be written.
    write_text_whole(path, text)
    left = sorted(other.name for other in folder.iterdir() if other.is_file() and other.name not in written)
    click.echo(f"{itinerary.record.id} is taken back; the notice is in {folder}.", err=True)
    if left:
        click.echo(f"Not replaced: {', '.join(left)}. Export what was published of it again, or take it down.", err=True)
    click.echo(folder / "map.html")
