"""Draw an itinerary as a folium map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Itinerary, Route
    from maps.folium_map import JourneyMap
    from maps.language import Language
    from maps.style import Theme
    from maps.tiles import Tiles

__all__ = ["journey_map", "page_data"]


def journey_map(
    itinerary: Itinerary,
    routes: Sequence[Route] = (),
    *,
    title: str | None = None,
    lang: str = "en",
    theme: Theme | None = None,
    credit: str = "",
    borders: str = "",
    tiles: Tiles | None = None,
    height: int | None = None,
    base_url: str = "",
    still: str = "",
) -> JourneyMap:
    """Draw an itinerary as a folium map that needs no network.

    Parameters
    ----------
    itinerary
        What was read: journeys, stops, legs, and the claims that they stand on.
    routes
        The lines of its legs, as `geo.build_routes` makes them; a leg without one is drawn straight and called inferred.
    title
        Instead of the title that is made from the stops.
    lang
        The language of the page, one of `maps.language.LANGUAGES`. What articles say stays as it is.
    theme
        How it looks, from `maps.style.read_theme`.
    credit
        Who made the map, for the credits.
    borders
        The two-letter code of a country whose view of disputed borders is drawn; without one they are dashed.
    tiles
        Drawn instead of the built-in ground. The page then asks their host for them.
    height
        Of the page where it has room, in pixels; without one it fills its window or frame.
    base_url
        The address of the folder in which the page will be published; cards and snippets name it.
    still
        The name of the SVG still that will lie beside the page, shown to readers without scripts.

    Returns
    -------
    JourneyMap
        A `folium.Map`: add layers to it as usual, show it in a notebook, or give it to `maps.write_page`.

    Raises
    ------
    InputError
        If there is no such language or viewpoint, or ``base_url`` is no address.
    """
    from maps.borders import validate_viewpoint
    from maps.embed.head import validate_base_url
    from maps.folium_map import JourneyMap
    from maps.language import language_of
    from maps.style import read_theme

    theme = theme or read_theme()
    language = replace(language_of(lang), house=theme.places)
    makers = " · ".join(filter(None, (credit.strip(), theme.credit.strip())))
    data = page_data(itinerary, routes, title=title, credit=makers, language=language, borders=borders, tiles=tiles)
    viewpoint = validate_viewpoint(borders)
    return JourneyMap(
        {**data, "height": height},
        language=language,
        theme=theme,
        tiles=tiles,
        height=height,
        viewpoint=viewpoint,
        base_url=validate_base_url(base_url) if base_url else "",
        still=still,
    )


def page_data(
    itinerary: Itinerary,
    routes: Iterable[Route],
    *,
    language: Language,
    title: str | None = None,
    credit: str = "",
    borders: str = "",
    tiles: Tiles | None = None,
) -> dict[str, Any]:
    """Build all that the page's script needs, as plain values for JSON.

    Returns
    -------
    dict
        ``story`` (the words, from `maps.publication.publish`), ``phrases`` (of the page's language), ``drawing`` (marks and lines), ``ground``
        (the basemap), ``labels`` (its names), ``view`` ([west, south, east, north], unwrapped degrees) and ``attribution``.
    """
    from geo.desk.publication import published_side
    from maps.basemap import basemap, windows
    from maps.borders import validate_viewpoint
    from maps.labels import ground_labels
    from maps.layers import drawing, everything_extent, view_extent
    from maps.positions import place_on_map
    from maps.publication import publish

    itinerary, routes = published_side(itinerary, routes)
    viewpoint = validate_viewpoint(borders)
    positions = place_on_map(itinerary, routes)
    everything = everything_extent(itinerary, positions)
    view = view_extent(itinerary, positions)
    story = publish(itinerary, routes, title=title, credit=credit, language=language)
    if tiles is not None:
        story["credits"].append(language.say("publication.tiles", credit=tiles.attribution))
    # An earlier trip to a country is seldom in view: the country keeps its name, and the page shows one of the two.
    stops = [(stop, journey["earlier"]) for journey in story["journeys"] for stop in journey["stops"]]
    taken = [stop["name"] for stop, earlier in stops if not (earlier and stop["area"])]
    taken += [] if story["journeys"] else [place["name"] for place in story["mentions"]]
    return {
        "story": story,
        "lang": language.code,
        "phrases": language.of_page(),
        "drawing": drawing(itinerary, positions, view, routes),
        "ground": [] if tiles else basemap(windows(view, everything), viewpoint=viewpoint),
        "labels": [] if tiles else ground_labels(view, everything, taken, language),
        "view": [round(side, 3) for side in (view.west, view.south, view.east, view.north)],
        "attribution": " ".join(story["credits"]),
        "tiles": tiles.url if tiles else "",
    }
