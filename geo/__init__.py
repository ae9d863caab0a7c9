"""Articles to claims to journeys to geometries. It knows nothing of how a map is drawn.

Every step is one function on plain values; `read_itinerary` joins the first four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.desk.publication import publish
from geo.export import to_geojson, write_export, write_geojson
from geo.frames import legs_frame, mentions_frame, stops_frame
from geo.journeys.itinerary_file.itinerary import load_itinerary, write_itinerary
from geo.reading.articles.article import read_article, read_articles
from geo.routes.route import build_routes, route

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gazetteer import Gazetteer
    from geo.model import Article, Itinerary
    from geo.reading.claim_reader import ClaimReader, Refusal

__all__ = [
    "build_routes",
    "legs_frame",
    "load_itinerary",
    "mentions_frame",
    "publish",
    "read_article",
    "read_articles",
    "read_itinerary",
    "route",
    "stops_frame",
    "to_geojson",
    "write_export",
    "write_geojson",
    "write_itinerary",
]


def read_itinerary(
    articles: Sequence[Article],
    gaz: Gazetteer,
    *,
    progress: Callable[[int, int], None] | None = None,
    characters: Callable[[int, int], None] | None = None,
    reader: ClaimReader | None = None,
    refused: Callable[[Refusal], object] | None = None,
) -> Itinerary:
    """Read the articles of one story: find the places, choose them, read the claims, assemble the journeys.

    Parameters
    ----------
    articles
        The articles, all of one story: names and places of one help to read the others.
    gaz
        The gazetteer to find the places in.
    progress
        Called after each article with the number read so far and the number of all.
    characters
        Called after each passage with how many characters are done, of how many; each counts twice, as it is parsed and as its claims are read.
    reader
        Reads the claims in place of the reader that comes with Dateline: a language model, say. What it returns is checked word for word.
    refused
        Called with each claim of ``reader`` that is not sound; without it such a claim is an error.

    Returns
    -------
    Itinerary
        Without journeys where the texts tell of none.

    Raises
    ------
    InputError
        If ``reader`` returns a claim that is not sound and there is no ``refused``.
    """
    from geo.story import read_story

    return read_story(articles, gaz, progress, characters=characters, reader=reader, refused=refused)
