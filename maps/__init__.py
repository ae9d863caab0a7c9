"""The picture: a journey as a map that stands on its own, and the command that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.journey_map import journey_map

if TYPE_CHECKING:
    import os

    from folium import Map

    from maps.folium_map import JourneyMap

__all__ = ["journey_map", "write_card", "write_embed", "write_film", "write_page", "write_still"]


def write_page(m: Map, path: str | os.PathLike[str]) -> None:
    """Write a journey map as one HTML file that asks nobody for anything; see `maps.page.write_page`."""
    from maps.page import write_page as write

    write(m, path)


def write_embed(m: JourneyMap, path: str | os.PathLike[str], *, page: str = "map.html") -> None:
    """Write the page that shows how to embed the map; see `maps.embed.write_embed`."""
    from maps.embed import write_embed as write

    write(m, path, page=page)


def write_still(m: JourneyMap, path: str | os.PathLike[str], *, width: int = 960, scale: float = 1.0) -> None:
    """Write the journey as SVG, PNG or PDF, by the name of the file; see `maps.stills.write_still`."""
    from maps.stills import write_still as write

    write(m, path, width=width, scale=scale)


def write_card(m: JourneyMap, path: str | os.PathLike[str]) -> None:
    """Write the PNG that stands for the map where it is linked to; see `maps.stills.write_card`."""
    from maps.stills import write_card as write

    write(m, path)


def write_film(m: JourneyMap, path: str | os.PathLike[str], *, shape: str = "16:9") -> None:
    """Write the journey as a film, MP4 or GIF by the name of the file; see `maps.film.write_film`."""
    from maps.film import write_film as write

    write(m, path, shape=shape)
