"""Borders by viewpoint: what is in dispute is dashed, or drawn as one of the parties sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from gazetteer.errors import InputError
from maps.vectors import Layer, bundled_layer

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["borders_seen", "drawn_as", "validate_viewpoint", "viewpoints"]

Stroke = Literal["solid", "dashed", "none"]


def drawn_as(border: Mapping[str, Any], viewpoint: str) -> Stroke:
    """Tell how a border is drawn.

    A state that takes a side holds the outer line of its own claim for its border, sees none in the claims of others on what it holds
    or in a line of control beyond which it claims the land, and holds any other line beside it for settled. Disputes of others stay
    dashed.

    Parameters
    ----------
    border
        A record of the compiled borders; see `maps.build.political.borders`.
    viewpoint
        An ISO code, or ``""`` to take no side.
    """
    if not border["disputed"]:
        return "solid"
    if viewpoint not in border["sides"]:
        return "dashed"
    if border["claim"]:
        return "solid" if border["claim"] == viewpoint else "none"
    return "none" if viewpoint in border["beyond"] else "solid"


def borders_seen(name: str, viewpoint: str, stroke: Stroke) -> Layer:
    """Return the borders of a layer of the basemap that are drawn with a stroke."""
    layer = bundled_layer(name)
    pairs = [
        (line, border)
        for line, border in zip(layer.geometries, layer.records, strict=True)
        if drawn_as(border, viewpoint) == stroke
    ]
    return Layer(tuple(line for line, _ in pairs), tuple(border for _, border in pairs))


def viewpoints() -> list[str]:
    """Return the ISO codes of the states that are party to a dispute which the basemap draws."""
    return sorted({side for border in bundled_layer("borders_10m").records for side in border.get("sides", ())})


def validate_viewpoint(code: str) -> str:
    """Return a viewpoint in capitals, or ``""`` for none.

    Raises
    ------
    InputError
        If the state of that code is party to none of the disputes: the map would look as if it took a side, and take none.
    """
    viewpoint = code.strip().upper()
    if viewpoint in ("", "DISPUTED"):
        return ""
    if viewpoint not in viewpoints():
        raise InputError(
            f"{code!r} is no viewpoint on borders; give the two-letter code of a party to a dispute ({', '.join(viewpoints())}), or disputed."
        )
    return viewpoint
