"""Colours and sizes, as data: one theme, with a palette for light and one for dark."""

from __future__ import annotations

from dataclasses import asdict, dataclass

__all__ = ["DARK", "LIGHT", "Palette", "theme_css"]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page; every pair of text and ground has a contrast of 4.5 or more."""

    sea: str
    land: str
    border: str
    water: str
    ink: str
    muted: str
    sea_ink: str
    paper: str
    rule: str
    accent: str
    second: str
    third: str
    fourth: str
    fifth: str
    on_accent: str
    rail: str
    casing: str
    past: str
    notice: str


LIGHT = Palette(
    sea="#dbe5eb", land="#f7f3ea", border="#b9ad9b", water="#c3d3dc", ink="#1f2a33", muted="#55636d", sea_ink="#4d6676",
    paper="#ffffff", rule="#d9dfe3", accent="#b3201f", second="#1d5a96", third="#2b6a3b", fourth="#7a3b8c", fifth="#8a5200", on_accent="#ffffff", rail="#26323b", casing="#ffffff", past="#68747c",
    notice="#fdf1d6",
)  # fmt: skip
DARK = Palette(
    sea="#141b21", land="#303a42", border="#66727b", water="#1b242b", ink="#eef2f4", muted="#a9b5bd", sea_ink="#8fa5b3",
    paper="#13181c", rule="#333d45", accent="#ff8a7c", second="#8cc0f5", third="#8fd3a0", fourth="#dba3ec", fifth="#f0bd6a", on_accent="#1c0f0d", rail="#e6ebee", casing="#12171b", past="#98a4ac",
    notice="#3a301a",
)  # fmt: skip


def theme_css() -> str:
    """Write the palettes as CSS custom properties: light, on paper too, and dark on a screen whose reader prefers it."""
    light, dark = _properties(LIGHT), _properties(DARK)
    return (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )  # fmt: skip


def _properties(palette: Palette) -> str:
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in asdict(palette).items())
