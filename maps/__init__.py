"""The picture: a journey as a map that stands on its own, and the command that makes it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maps.journey_map import journey_map

if TYPE_CHECKING:
    from folium import Map

__all__ = ["journey_map", "write_page"]


def write_page(m: Map, path: str | os.PathLike[str]) -> None:
    """Write a journey map as one HTML file; see `maps.page.write_page`."""
    from maps.page import write_page as write

    write(m, path)
