"""A newsroom's own tiles instead of the built-in ground: then, and only then, the page asks somebody for something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from gazetteer.errors import InputError

__all__ = ["Tiles", "tiles_from"]


@dataclass(frozen=True, slots=True)
class Tiles:
    """Where tiles come from.

    Attributes
    ----------
    url
        With ``{z}``, ``{x}`` and ``{y}``.
    attribution
        Whom their licence wants named.
    """

    url: str
    attribution: str

    @property
    def source(self) -> str:
        """The origin for the page's Content-Security-Policy."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def tiles_from(url: str, attribution: str) -> Tiles:
    """Check an address of tiles.

    Raises
    ------
    InputError
        If it is no https address (http only on this machine) with ``{z}``, ``{x}`` and ``{y}``, or nobody is named.
    """
    host = r"https://[\w.-]+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?"
    if not re.fullmatch(rf"({host})/[\w./{{}}@?=&%+~-]*", url) or not all(part in url for part in ("{z}", "{x}", "{y}")):
        raise InputError(f"{url!r} is no address of tiles; write it like https://tiles.example.org/{{z}}/{{x}}/{{y}}.png.")
    if not attribution.strip():
        raise InputError("Tiles have an owner: name whom to credit with --tiles-credit.")
    return Tiles(url, " ".join(attribution.split()))
