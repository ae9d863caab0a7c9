"""``dateline map``: from articles, or from an itinerary that a person has corrected, to everything that a desk publishes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from gazetteer.errors import OutputError
from maps.cli.address import base_url_option
from maps.cli.articles import articles_argument, published_option, read_inputs
from maps.cli.gazetteer import gazetteer_option, open_gazetteer, places_option
from maps.cli.look import look_from, look_options
from maps.cli.news import former, tell_news
from maps.cli.program import Failure, examples
from maps.cli.progress import announcing, begin_reading, by_tenths, counting, steps_of, tenths_of
from maps.cli.published import publication_of, publication_options, refuse_telling, tell_held
from maps.cli.stills import COLUMN, stills_options, tell_fonts
from maps.cli.table import print_itinerary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from gazetteer import Gazetteer
    from geo.desk.model import QuoteLength
    from geo.desk.publication import Publication
    from geo.journeys.itinerary_file.carried import Carried
    from geo.model import Itinerary
    from maps.cli.look import Look

__all__ = ["draw", "write_set"]

#: What is announced beside the reading: ways, map, stills.
_STEPS = 3
_ITINERARY = "itinerary.yaml"
_ITINERARY_SUFFIXES = {".yaml", ".yml"}


@click.command(
    "map",
    epilog=examples(
        "dateline map seeds/ -o out/",
        "dateline map monday.txt tuesday.html --published 2024-05-06",
        'dateline map out/itinerary.yaml -o final/ --title "By train to the coast"',
    ),
)
@articles_argument
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default="out",
    show_default=True,
    help="The folder to write into; it is made if it does not exist.",
)
@published_option
@places_option
@gazetteer_option
@publication_options
@look_options
@stills_options
@base_url_option
def draw(
    inputs: tuple[str, ...],
    folder: Path,
    published: date | None,
    places: Path | None,
    compiled: Path | None,
    quotes: QuoteLength,
    as_of: date | None,
    stills: bool,
    column: int,
    base_url: str,
    **given: str | int | None,
) -> None:
    """Draw articles, or one itinerary.yaml, as a map.

    Writes map.html, journey.geojson, embed.html and the stills (map.svg, map.png, map@2x.png, map.pdf, card.png) into the folder, and
    from articles also itinerary.yaml, which a person may correct and draw again. What a person corrected in an itinerary.yaml that is
    already there is kept, and drawn. All of them appear together or none does.

    What is published leaves the desk's own words behind, and people who are in danger, or private, are shown only as the region that they
    are in; it is told here what was held back, and why.

    The path of the map goes to standard output. An article that can't be read is named and the others are drawn; the exit code is
    then 1.
    """
    picture = _Picture(look_from(**given), quotes, as_of, column if stills else None, base_url)
    if any(Path(name).suffix.lower() in _ITINERARY_SUFFIXES for name in inputs):
        _refuse_for_itinerary(inputs, published, places, compiled)
        _draw_itinerary(inputs[0], folder, picture)
    else:
        _draw_articles(inputs, folder, published, open_gazetteer(places, compiled), picture)


class _Picture(NamedTuple):
    """What was asked for on the command line: how it looks, what of it is published, the width of stills, if any are drawn, and where it will be."""

    look: Look
    quotes: QuoteLength
    as_of: date | None
    column: int | None
    base_url: str

    def publication(self, itinerary: Itinerary) -> Publication:
        """Make what may be published."""
        publication = publication_of(itinerary, self.quotes, self.as_of)
        refuse_telling(publication, title=self.look["title"], credit=self.look["credit"])
        return publication


def _refuse_for_itinerary(inputs: tuple[str, ...], published: date | None, places: Path | None, compiled: Path | None) -> None:
    """Refuse what is for articles: an itinerary has been read already."""
    if len(inputs) > 1:
        raise click.UsageError("An itinerary is drawn alone: give one itinerary.yaml, or only articles.")
    if published:
        raise click.UsageError("--published is for articles; in an itinerary, correct the date itself.")
    if places:
        raise click.UsageError("--places is for articles; in an itinerary, correct the place itself.")
    if compiled:
        raise click.UsageError("--gazetteer is for articles; in an itinerary, correct the place itself.")


def _draw_itinerary(path: str, folder: Path, picture: _Picture) -> None:
    from geo.files import written_together
    from geo.journeys.itinerary_file.itinerary import load_itinerary

    itinerary = load_itinerary(path)
    publication = picture.publication(itinerary)
    _make(folder)
    with announcing(steps=_STEPS) as announce, written_together(folder) as stage:
        write_set(publication, stage, picture.look, announce, column=picture.column, base_url=picture.base_url)
    _conclude(itinerary, publication, folder)


def _draw_articles(
    inputs: tuple[str, ...], folder: Path, published: date | None, gazetteer: Gazetteer, picture: _Picture
) -> None:
    import geo
    from geo.files import written_together
    from geo.journeys.itinerary_file.itinerary import update_itinerary

    articles, unread = read_inputs(inputs, published)
    carried: list[Carried] = []
    _make(folder)
    with announcing(steps=_STEPS + steps_of(len(articles)) + tenths_of(articles)) as announce, written_together(folder) as stage:
        announce(begin_reading(articles))
        read = geo.read_itinerary(articles, gazetteer, progress=counting(announce), characters=by_tenths(announce, articles))
        before = former(folder / _ITINERARY)
        itinerary = update_itinerary(read, folder / _ITINERARY, into=stage / _ITINERARY, tell=carried.append)
        publication = picture.publication(itinerary)
        write_set(publication, stage, picture.look, announce, column=picture.column, base_url=picture.base_url)
    tell_news(before, itinerary, carried)
    _conclude(itinerary, publication, folder)
    if unread:
        raise Failure(f"The map was drawn without {', '.join(unread)}.")


def write_set(
    publication: Publication,
    folder: Path,
    look: Look,
    announce: Callable[[str], None],
    *,
    column: int | None = COLUMN,
    base_url: str = "",
) -> None:
    """Write every file that is published of an itinerary into a folder; stills as wide as ``column`` in pixels, None for no stills."""
    import geo
    import maps
    from maps.embed import write_shared
    from maps.stills import write_stills

    itinerary = publication.itinerary
    announce("Finding the way of each leg")
    routes = geo.build_routes(itinerary)
    geo.write_geojson(itinerary, routes, folder / "journey.geojson")
    announce("Drawing the map")
    still = "map.svg" if column is not None else ""
    picture = maps.journey_map(itinerary, routes, **look, base_url=base_url, still=still)
    maps.write_page(picture, folder / "map.html")
    maps.write_embed(picture, folder / "embed.html")
    if base_url:
        write_shared(picture, folder, card=column is not None)
    if column is not None:
        announce("Drawing the stills")
        tell_fonts(picture)
        write_stills(picture, folder, width=column)


def _conclude(itinerary: Itinerary, publication: Publication, folder: Path) -> None:
    print_itinerary(replace(itinerary, review=publication.itinerary.review))
    tell_held(publication)
    click.echo(folder / "map.html")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} can't be made ({error.strerror}); choose another folder with -o.") from error
