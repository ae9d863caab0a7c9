"""The options of a command that draws: how the map looks and in which language it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from maps.style import Theme
    from maps.tiles import Tiles

__all__ = ["Look", "look_from", "look_options"]

_OPTIONS = (
    click.option("--title", help="The map's title, instead of one made from its stops."),
    click.option("--lang", default="en", show_default=True, help="The page's language: de, en, es, fr, ja, ko, ru, uk or zh."),
    click.option("--theme", default="daylight", show_default=True, help="How it looks: daylight, press, or your theme file (TOML)."),
    click.option("--credit", default="", help="Who made the map, for its credits."),
    click.option("--borders", default="disputed", show_default=True, help="A two-letter code: disputed borders as that country sees them."),
    click.option("--height", type=click.IntRange(240, 4000), help="The page's height in pixels, on a wide screen."),
    click.option("--tiles", metavar="URL", help="Tiles instead of the built-in ground: https://host/{z}/{x}/{y}.png. Readers then ask that host."),
    click.option("--tiles-credit", default="", help="Whom the tiles' licence wants named."),
)  # fmt: skip


class Look(TypedDict):
    """What `maps.journey_map` takes beside the itinerary and its routes."""

    title: str | None
    lang: str
    theme: Theme
    credit: str
    borders: str
    tiles: Tiles | None
    height: int | None


def look_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, in the order in which its help shows them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def look_from(**given: Any) -> Look:
    """Check what was given before anything is read, and warn that a page with tiles is no longer on its own.

    Raises
    ------
    InputError
        If a language, theme, viewpoint or address can't be used.
    """
    from maps.borders import validate_viewpoint
    from maps.language import language_of
    from maps.style import read_theme
    from maps.tiles import tiles_from

    language_of(given["lang"])
    tiles = tiles_from(given["tiles"], given["tiles_credit"]) if given["tiles"] else None
    if tiles is not None:
        click.echo(
            f"Readers of this map will ask {tiles.source} for tiles: it needs the network, and that host sees them.", err=True
        )
    return Look(
        title=given["title"], lang=given["lang"], theme=read_theme(given["theme"]), credit=given["credit"],
        borders=validate_viewpoint(given["borders"]), tiles=tiles, height=given["height"],
    )  # fmt: skip
