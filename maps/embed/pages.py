"""The pages for web editors: the snippets to copy, and a sample article with the map in it."""

from __future__ import annotations

import base64
import hashlib
import html
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.files import write_text_whole
from maps.embed.snippets import (
    asset,
    component,
    growing_frame,
    height_of,
    snippet,
    still_link,
    wordpress_frame,
    wordpress_still,
)
from maps.page import fit_for_html

if TYPE_CHECKING:
    import os

    from maps.folium_map import JourneyMap

__all__ = ["article_page", "write_embed"]

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 1100px; padding: 24px 16px 60px; font: 17px/1.6 Georgia, "Times New Roman", serif; }
h1 { line-height: 1.2; } p, h1, h2 { max-width: 680px; }
pre { overflow-x: auto; padding: 14px; border: 1px solid #8886; border-radius: 5px; font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.filler { color: #767676; } figure { margin: 28px 0; } figcaption { font: 14px/1.4 sans-serif; }
iframe { width: 100%; height: HEIGHT; border: 0; }
"""


def write_embed(m: JourneyMap, path: str | os.PathLike[str], *, page: str = "map.html") -> None:
    """Write a page that shows the snippets and, below them, the map in a sample article.

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
    here = quote(Path(page).name)
    there = f"{m.base_url}/{here}" if m.base_url else here
    ways = "".join(_way(heading, words, code) for heading, words, code in _ways(m, there))
    body = (
        "<h1>How to embed this map</h1>\n"
        f"<p>Put the files on your server, and one of these into the article{'' if m.base_url else ', with the address of the page'}.</p>\n"
        f"{ways}"
        "<h2>In an article it looks like this</h2>\n"
        '<p class="filler">The text of your article stands above the map, as wide as a column is.</p>\n'
        f"<figure>{snippet(m, here, styled=False)}\n<figcaption>{html.escape(m.alt)}</figcaption></figure>\n"
        '<p class="filler">And it goes on below. The wheel scrolls this page; with Ctrl held it zooms the map.</p>\n'
    )
    write_text_whole(path, _page(m, f"How to embed: {m.title}", body))


def _ways(m: JourneyMap, address: str) -> list[tuple[str, str, str]]:
    """List the ways to embed: a heading, words, and what to copy."""
    ways = [
        ("A frame, without a script", "It keeps its shape in columns of 300 to 1,200 pixels.", snippet(m, address)),
        (
            "A frame that takes the height it needs",
            "Its script is the whole of it. Pages with @newswire/frames, pym.js or AMP need only the frame: the map speaks to them.",
            growing_frame(m, address),
        ),
        ("WordPress", "A block with the frame, for authors who may use HTML.", wordpress_frame(m, address)),
    ]
    if m.base_url and m.still:
        still, picture, script = (f"{m.base_url}/{name}" for name in ("map.svg", "map.png", "dateline-map.js"))
        ways += [
            ("WordPress, where frames are taken out", "A picture that links to the map.", wordpress_still(m, address, picture)),
            ("A web component", "Where no script runs it is the still.", component(m, address, still, script)),
            ("The still alone", "It links to the map.", still_link(m, address, still)),
        ]
    return ways


def _way(heading: str, words: str, code: str) -> str:
    return f"<h2>{html.escape(heading)}</h2>\n<p>{html.escape(words)}</p>\n<pre><code>{html.escape(code)}</code></pre>\n"


def article_page(m: JourneyMap, *, page: str = "map.html") -> str:
    """Write a sample article with the map in a frame that takes the height it needs."""
    script = asset("host.js")
    body = (
        f"<h1>{html.escape(m.title)}</h1>\n"
        '<p class="filler">This is a sample article, to try the map in your own layout. Its column is as wide as the window, to 1,100 pixels.</p>\n'
        f"<figure>{snippet(m, quote(page), styled=False, marked=True)}\n<figcaption>{html.escape(m.alt)}</figcaption></figure>\n"
        '<p class="filler">The text of the article goes on here.</p>\n'
        f"<script>{script}</script>\n"
    )
    return _page(m, f"Sample article: {m.title}", body, script)


def _page(m: JourneyMap, title: str, body: str, script: str = "") -> str:
    style = _STYLE.replace("HEIGHT", height_of(m))
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    policy = f"default-src 'none'; {scripts}style-src '{_digest(style)}'; img-src data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'"
    return fit_for_html(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n"
        f'<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n'
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
