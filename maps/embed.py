"""The page that shows a web editor how to put the map into an article: the snippet to copy, and the map inside a sample article."""

from __future__ import annotations

import base64
import hashlib
import html
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.files import write_text_whole

if TYPE_CHECKING:
    import os

    from maps.folium_map import JourneyMap

__all__ = ["snippet", "write_embed"]

#: The frame's shape: as wide as the column, tall enough for the map and the first stops on a phone.
_HEIGHT = "clamp(560px,75vw,720px)"

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 1100px; padding: 24px 16px 60px; font: 17px/1.6 Georgia, "Times New Roman", serif; }
h1 { line-height: 1.2; } p, h1, h2 { max-width: 680px; }
pre { overflow-x: auto; padding: 14px; border: 1px solid #8886; border-radius: 5px; font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.filler { color: #767676; } figure { margin: 28px 0; } figcaption { font: 14px/1.4 sans-serif; }
iframe { width: 100%; height: HEIGHT; border: 0; }
"""


def snippet(m: JourneyMap, address: str, *, styled: bool = True) -> str:
    """Write the frame that puts a map into another page: no script, and no more rights than the map needs.

    Parameters
    ----------
    m
        What `maps.journey_map` returned; the frame takes its title.
    address
        Where the map's page is, seen from the host page.
    styled
        Whether the frame carries its own size, for pages whose style sheet cannot be touched.

    Returns
    -------
    str
        HTML.
    """
    style = f' style="width:100%;height:{_height(m)};border:0"' if styled else ""
    return (
        f'<iframe src="{html.escape(address)}" title="{html.escape(m.title)}" loading="lazy" '
        f'sandbox="allow-scripts allow-popups" allowfullscreen{style}></iframe>'
    )


def _height(m: JourneyMap) -> str:
    return f"{m.page_height}px" if m.page_height else _HEIGHT


def write_embed(m: JourneyMap, path: str | os.PathLike[str], *, page: str = "map.html") -> None:
    """Write a page that shows the snippet and, below it, the map in a sample article.

    Parameters
    ----------
    m
        What `maps.journey_map` returned.
    path
        The file; it is written whole or not at all.
    page
        The file name of the map's page, which lies in the same folder.

    Raises
    ------
    OutputError
        If the file can't be written.
    """
    address = quote(Path(page).name)
    style = _STYLE.replace("HEIGHT", _height(m))
    policy = f"default-src 'none'; style-src '{_digest(style)}'; img-src data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'"
    text = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>How to embed: {html.escape(m.title)}</title>\n"
        f'<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n<main>\n'
        "<h1>How to embed this map</h1>\n"
        "<p>Put the map’s page on your server, and this line into the article, with the address of that page:</p>\n"
        f"<pre><code>{html.escape(snippet(m, address))}</code></pre>\n"
        "<h2>In an article it looks like this</h2>\n"
        '<p class="filler">The text of your article stands above the map, as wide as a column is.</p>\n'
        f"<figure>{snippet(m, address, styled=False)}\n<figcaption>{html.escape(m.alt)}</figcaption></figure>\n"
        '<p class="filler">And it goes on below. The wheel scrolls this page; with Ctrl held it zooms the map.</p>\n'
        "</main>\n</body>\n</html>\n"
    )
    write_text_whole(path, text)


def _digest(style: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"
