"""Draw an itinerary as a folium map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Itinerary, Route
    from maps.folium_map import JourneyMap

__all__ = ["journey_map", "page_data"]


def journey_map(itinerary: Itinerary, routes: Sequence[Route] = (), *, title: str | None = None) -> JourneyMap:
    """Draw an itinerary as a folium map that needs no network.

    Parameters
    ----------
    itinerary
        What was read: journeys, stops, legs, and the claims that they stand on.
    routes
        The lines of its legs, as `geo.build_routes` makes them; a leg without one is drawn straight and called inferred.
    title
        Instead of the title that is made from the stops.

    Returns
    -------
    JourneyMap
        A `folium.Map`: add layers to it as usual, show it in a notebook, or give it to `maps.write_page`.
    """
    from maps.folium_map import JourneyMap

    return JourneyMap(page_data(itinerary, routes, title=title))


def page_data(itinerary: Itinerary, routes: Iterable[Route], *, title: str | None = None) -> dict[str, Any]:
    """Build all that the page's script needs, as plain values for JSON.

    Returns
    -------
    dict
        ``story`` (the words, from `maps.publication.publish`), ``drawing`` (marks and lines), ``ground`` (the basemap), ``labels`` (its
        names), ``view`` ([west, south, east, north], unwrapped degrees) and ``attribution``.
    """
    from maps.basemap import basemap, windows
    from maps.labels import ground_labels
    from maps.layers import drawing, everything_extent, view_extent
    from maps.positions import place_on_map
    from maps.publication import publish

    routes = tuple(routes)
    positions = place_on_map(itinerary, routes)
    everything = everything_extent(itinerary, positions)
    view = view_extent(itinerary, positions)
    story = publish(itinerary, routes, title=title)
    taken = [stop["name"] for journey in story["journeys"] for stop in journey["stops"]]
    taken += [] if story["journeys"] else [place["name"] for place in story["mentions"]]
    return {
        "story": story,
        "drawing": drawing(itinerary, positions, view),
        "ground": basemap(windows(view, everything)),
        "labels": ground_labels(view, everything, taken),
        "view": [round(side, 3) for side in (view.west, view.south, view.east, view.north)],
        "attribution": " ".join(line.split(":")[1].strip() for line in story["credits"]),
    }
