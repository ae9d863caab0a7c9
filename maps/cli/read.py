"""``dateline read``: the itinerary alone, for a person to check and correct before it is drawn."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.articles import articles_argument, published_option, read_inputs
from maps.cli.gazetteer import gazetteer_option, open_gazetteer, places_option
from maps.cli.news import former, tell_news
from maps.cli.output import output_option
from maps.cli.program import Failure, examples
from maps.cli.progress import announcing, begin_reading, by_tenths, counting, steps_of, tenths_of
from maps.cli.table import print_itinerary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.journeys.itinerary_file.carried import Carried
    from geo.model import Article, Itinerary

__all__ = ["read"]


@click.command(
    "read",
    epilog=examples(
        "dateline read seeds/ -o itinerary.yaml",
        "dateline read monday.txt --published 2024-05-06 | less",
        "dateline read seeds/ tuesday.txt --add itinerary.yaml",
        "cat monday.txt | dateline read -",
    ),
)
@articles_argument
@output_option
@click.option(
    "--add",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="itinerary.yaml",
    help="Add articles to this itinerary, and write it; give those that it was read from as well.",
)
@published_option
@places_option
@gazetteer_option
def read(
    inputs: tuple[str, ...], output: Path, add: Path | None, published: date | None, places: Path | None, compiled: Path | None
) -> None:
    """Read articles into an itinerary, and draw nothing.

    What a person corrected in an itinerary file that is already there is kept, and it is told what the reading changed in it: new
    stops, plans that came true, new disagreements, and deleted stops that came back. With --add no article that the itinerary was read from
    may be missing. An article that can't be read is named and the others are read; the exit code is then 1.
    """
    import geo
    from geo.journeys.itinerary_file.itinerary import update_itinerary

    gazetteer = open_gazetteer(places, compiled)
    articles, unread = read_inputs(inputs, published)
    output = _added_to(add, articles) if add else output
    with announcing(steps=steps_of(len(articles)) + tenths_of(articles)) as announce:
        announce(begin_reading(articles))
        itinerary = geo.read_itinerary(articles, gazetteer, progress=counting(announce), characters=by_tenths(announce, articles))
    if str(output) == "-":
        click.echo(_as_text(itinerary), nl=False)
    else:
        before = former(output)
        carried: list[Carried] = []
        itinerary = update_itinerary(itinerary, output, tell=carried.append)
        tell_news(before, itinerary, carried)
    print_itinerary(itinerary)
    if unread:
        raise Failure(f"The itinerary was made without {', '.join(unread)}.")


def _added_to(path: Path, articles: Sequence[Article]) -> Path:
    """Refuse to add to an itinerary without the articles that it was read from: what they say would be lost."""
    from geo.journeys.itinerary_file.itinerary import load_itinerary

    given = {article.sha256 for article in articles}
    held = load_itinerary(path).articles
    # What a person decided of an article's earlier text keeps that in the file.
    newer = {article.name for article in held if article.sha256 in given} - {""}
    missing = [
        article.name or article.title or article.id
        for article in held
        if article.sha256 not in given and article.name not in newer
    ]
    if missing:
        raise Failure(f"{path} was read from {', '.join(missing)} too: give that as well, unchanged, with what is to be added.")
    return path


def _as_text(itinerary: Itinerary) -> str:
    """Give the itinerary file as text: it is a file that the library writes, whole or not at all."""
    from geo import write_itinerary

    with tempfile.TemporaryDirectory() as folder:
        return write_itinerary(itinerary, Path(folder, "itinerary.yaml")).read_text(encoding="utf-8")
