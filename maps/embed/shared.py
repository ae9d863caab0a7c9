"""The files for other sites that need to know where the map will be: oEmbed, the web component, and a sample article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.files import write_text_whole
from maps.embed.pages import article_page
from maps.embed.snippets import asset, snippet

if TYPE_CHECKING:
    import os

    from maps.folium_map import JourneyMap

__all__ = ["SHARED", "oembed", "write_shared"]

#: The files that `write_shared` writes.
SHARED = ("article.html", "dateline-map.js", "oembed.json")
#: The size that is named to sites that ask for numbers.
_WIDTH, _HEIGHT = 720, 640


def oembed(m: JourneyMap, *, card: bool = True) -> dict[str, Any]:
    """Build the oEmbed 1.0 answer (type ``rich``) for a map whose ``base_url`` is known.

    Parameters
    ----------
    m
        What `maps.journey_map` returned.
    card
        Whether ``card.png`` lies beside the page.
    """
    height = m.page_height or _HEIGHT
    thumbnail = {"thumbnail_url": f"{m.base_url}/card.png", "thumbnail_width": 1200, "thumbnail_height": 630} if card else {}
    return {
        "version": "1.0",
        "type": "rich",
        "title": m.title,
        "html": snippet(m, f"{m.base_url}/map.html"),
        "width": _WIDTH,
        "height": height,
        **thumbnail,
    }


def write_shared(m: JourneyMap, folder: str | os.PathLike[str], *, card: bool = True) -> None:
    """Write the files of `SHARED` beside the page of a map whose ``base_url`` is known.

    Raises
    ------
    OutputError
        If a file can't be written.
    """
    place = Path(folder)
    answer = json.dumps(oembed(m, card=card), ensure_ascii=False, indent=1)
    write_text_whole(place / "oembed.json", f"{answer}\n")
    write_text_whole(place / "dateline-map.js", asset("dateline-map.js"))
    write_text_whole(place / "article.html", article_page(m))
