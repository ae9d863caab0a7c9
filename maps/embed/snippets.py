"""What a web editor copies into an article, one function a way of putting the map there."""

from __future__ import annotations

import html
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maps.folium_map import JourneyMap

__all__ = ["asset", "component", "growing_frame", "height_of", "snippet", "still_link", "wordpress_frame", "wordpress_still"]

#: The frame's shape: as wide as the column, tall enough for the map and the first stops on a phone.
_HEIGHT = "clamp(560px,75vw,720px)"


def height_of(m: JourneyMap) -> str:
    """Give the height of a frame that can't ask the page for it, in CSS."""
    return f"{m.page_height}px" if m.page_height else _HEIGHT


@cache
def asset(name: str) -> str:
    """Read one of our scripts."""
    return (files("maps") / "assets" / name).read_text(encoding="utf-8")


def snippet(m: JourneyMap, address: str, *, styled: bool = True, marked: bool = False) -> str:
    """Write the frame that puts a map into another page: no script, and no more rights than the map needs.

    Parameters
    ----------
    m
        What `maps.journey_map` returned; the frame takes its title.
    address
        Where the map's page is, seen from the host page.
    styled
        Whether the frame carries its own size, for pages whose style sheet cannot be touched.
    marked
        Whether the host's script may set its height.

    Returns
    -------
    str
        HTML.
    """
    style = f' style="width:100%;height:{height_of(m)};border:0"' if styled else ""
    mark = " data-dateline" if marked else ""
    return (
        f'<iframe src="{html.escape(address)}" title="{html.escape(m.title)}" loading="lazy" '
        f'sandbox="allow-scripts allow-popups" allowfullscreen{mark}{style}></iframe>'
    )


def growing_frame(m: JourneyMap, address: str) -> str:
    """Write the frame with the script that gives it the height it asks for."""
    return f"{snippet(m, address, marked=True)}\n<script>\n{asset('host.js')}</script>"


def still_link(m: JourneyMap, address: str, still: str) -> str:
    """Write the still as a link to the map."""
    alt = html.escape(m.alt)
    return f'<a href="{html.escape(address)}"><img src="{html.escape(still)}" alt="{alt}" loading="lazy" style="width:100%;height:auto"></a>'


def component(m: JourneyMap, address: str, still: str, script: str) -> str:
    """Write the web component; where no script runs, the still inside it is shown."""
    return (
        f'<script src="{html.escape(script)}" defer></script>\n'
        f'<dateline-map src="{html.escape(address)}" title="{html.escape(m.title)}">{still_link(m, address, still)}</dateline-map>'
    )


def wordpress_frame(m: JourneyMap, address: str) -> str:
    """Write a static block of WordPress with the frame, for authors who may use HTML."""
    return f"<!-- wp:html -->\n{snippet(m, address)}\n<!-- /wp:html -->"


def wordpress_still(m: JourneyMap, address: str, picture: str) -> str:
    """Write a static image block of WordPress that links to the map; it survives where frames are taken out."""
    return (
        '<!-- wp:image {"linkDestination":"custom"} -->\n'
        f'<figure class="wp-block-image"><a href="{html.escape(address)}"><img src="{html.escape(picture)}" alt="{html.escape(m.alt)}"/></a>'
        f'<figcaption class="wp-element-caption">{html.escape(m.title)}</figcaption></figure>\n<!-- /wp:image -->'
    )
