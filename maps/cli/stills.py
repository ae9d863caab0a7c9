"""The options of stills, and a word where their fonts come from the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from maps.folium_map import JourneyMap

__all__ = ["COLUMN", "stills_options", "tell_fonts"]

#: The width of stills in pixels, where nobody gives another.
COLUMN = 960


def stills_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    column = click.option(
        "--column", type=click.IntRange(300, 2400), default=COLUMN, show_default=True, help="The width of the stills, in pixels."
    )
    stills = click.option(
        "--stills/--no-stills", default=True, help="Whether SVG, PNG, PDF and card are drawn.  [default: stills]"
    )
    return stills(column(command))


def tell_fonts(m: JourneyMap) -> None:
    """Say so where a picture needs fonts that do not come with Dateline: it may look otherwise on another machine."""
    from maps.stills.type import fonts_for

    names = [place["name"] for journey in m.data["story"]["journeys"] for place in (*journey["stops"], *journey["meetings"])]
    if fonts_for(" ".join([m.title, m.alt, *names]), m.language.code).system:
        click.echo(
            "Some words of this map are in a script that Dateline has no font for: the stills take this machine's fonts. For Chinese, "
            "Japanese and Korean, installing dateline[cjk] makes them the same everywhere.",
            err=True,
        )
