"""The picture: a journey as a map that stands on its own, and the command that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.journey_map import journey_map

if TYPE_CHECKING:
    import os

    from folium import Map

    from maps.folium_map import JourneyMap

__all__ = ["journey_map", "write_embed", "write_page"]


def write_page(m: Map, path: str | os.PathLike[str]) -> None:
    """Write a journey map as one HTML file that asks nobody for anything; see `maps.page.write_page`."""
    from maps.page import write_page as write

    write(m, path)


def write_embed(m: JourneyMap, path: str | os.PathLike[str], *, page: str = "map.html") -> None:
    """Write the page that shows how to embed the map; see `maps.embed.write_embed`."""
    from maps.embed import write_embed as write

    write(m, path, page=page)
