"""The look as data: a theme file with a palette for light and one for dark, fonts, the credit, the logo and the house's place names."""

from __future__ import annotations

import base64
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["THEMES", "Palette", "Theme", "contrast", "read_theme", "theme_css"]

#: The themes that come with Dateline, the usual one first.
THEMES = ("daylight", "press")
_MOST_BYTES = 100_000
_IMAGES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
#: Pairs of text and ground that a reader has to tell apart, and the least contrast of WCAG 2.2, 1.4.3.
_READ = (("ink", "paper"), ("muted", "paper"), ("ink", "land"), ("muted", "land"), ("sea_ink", "sea"), ("accent", "paper"), ("on_accent", "accent"), ("past", "paper"), ("ink", "notice"))  # fmt: skip
_LEAST_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page, each ``#rrggbb``."""

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


@dataclass(frozen=True, slots=True)
class Theme:
    """How a newsroom's maps look.

    Attributes
    ----------
    light, dark
        The palettes.
    sans, serif
        CSS font lists.
    size
        Of the body text, in pixels.
    credit
        Who makes the maps.
    logo
        A ``data:`` address, or ``""``.
    places
        How the house writes names, by the English ones.
    """

    light: Palette
    dark: Palette
    sans: str
    serif: str
    size: int
    credit: str
    logo: str
    places: Mapping[str, str]


def read_theme(name: str | Path = THEMES[0]) -> Theme:
    """Read a theme: one of `THEMES`, or a TOML file whose keys stand before those of the usual one.

    Raises
    ------
    InputError
        If there is no such theme or file, or a value in it can't be used; the message names the value.
    """
    usual = tomllib.loads((files("maps") / "themes" / f"{THEMES[0]}.toml").read_text(encoding="utf-8"))
    if str(name) in THEMES:
        return _theme(tomllib.loads((files("maps") / "themes" / f"{name}.toml").read_text(encoding="utf-8")), usual, Path(name))
    path = Path(name)
    try:
        own = tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        raise InputError(f"{path} can't be read ({error.strerror}); give a theme file or one of {', '.join(THEMES)}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no theme: it is not written in TOML ({error}).") from error
    return _theme(own, usual, path)


def _theme(own: dict[str, Any], usual: dict[str, Any], path: Path) -> Theme:
    for key in own:
        if key not in usual:
            raise InputError(f"{path}: there is nothing called {key!r} in a theme; the keys are {', '.join(usual)}.")
    fonts = {**usual["fonts"], **_table(own, "fonts", path)}
    places = _table(own, "places", path)
    if not all(isinstance(value, str) for value in (own.get("credit", ""), own.get("logo", ""), *places.values())):
        raise InputError(f"{path}: the credit, the logo and every place name have to be text in quotes.")
    return Theme(
        light=_palette({**usual["light"], **_table(own, "light", path)}, f"{path}, light"),
        dark=_palette({**usual["dark"], **_table(own, "dark", path)}, f"{path}, dark"),
        sans=_font_list(fonts["sans"], path),
        serif=_font_list(fonts["serif"], path),
        size=_size(fonts["size"], path),
        credit=own.get("credit", ""),
        logo=_picture(own["logo"], path) if own.get("logo") else "",
        places=places,
    )


def _table(own: dict[str, Any], key: str, path: Path) -> dict[str, Any]:
    table = own.get(key, {})
    if not isinstance(table, dict):
        raise InputError(f"{path}: {key} has to be a table, [{key}].")
    return table


def _palette(colours: Mapping[str, Any], where: str) -> Palette:
    names = [field.name for field in fields(Palette)]
    for name, colour in colours.items():
        if name not in names:
            raise InputError(f"{where}: there is no colour called {name!r}; the colours are {', '.join(names)}.")
        if not isinstance(colour, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
            raise InputError(f"{where}: {name} is {colour!r}; write a colour like #b3201f.")
    for text, ground in _READ:
        found = contrast(colours[text], colours[ground])
        if found < _LEAST_CONTRAST:
            raise InputError(
                f"{where}: {text} on {ground} has a contrast of {found:.1f}; readers need {_LEAST_CONTRAST} or more."
            )
    return Palette(**colours)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _font_list(families: Any, path: Path) -> str:
    if not isinstance(families, list) or not families:
        raise InputError(f'{path}: a font has to be a list of families, like ["Georgia", "serif"].')
    for family in families:
        if not isinstance(family, str) or not re.fullmatch(r"[\w][\w -]{0,60}", family):
            raise InputError(f"{path}: {family!r} is no font family; write letters, digits, spaces and hyphens.")
    return ",".join(family if family in ("serif", "sans-serif", "monospace") else f'"{family}"' for family in families)


def _size(size: Any, path: Path) -> int:
    if not isinstance(size, int) or isinstance(size, bool) or not 13 <= size <= 20:
        raise InputError(f"{path}: the size of the text is {size!r}; write a whole number from 13 to 20.")
    return size


def _picture(name: str, path: Path) -> str:
    """Read the logo as a ``data:`` address; as an image, not even an SVG can run anything."""
    file = path.parent / name
    kind = _IMAGES.get(file.suffix.lower())
    try:
        image = file.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the logo {name!r} can't be read; give its path seen from the theme file.") from error
    if kind is None or len(image) > _MOST_BYTES:
        raise InputError(f"{path}: the logo {name!r} has to be a PNG, JPEG or SVG of {_MOST_BYTES // 1000} kB at most.")
    return f"data:{kind};base64,{base64.b64encode(image).decode()}"


def theme_css(theme: Theme) -> str:
    """Write a theme as CSS custom properties: light, on paper too, and dark on a screen whose reader prefers it."""
    light, dark = _properties(theme.light), _properties(theme.dark)
    fonts = f"--sans:{theme.sans};--serif:{theme.serif};--size:{theme.size}px;"
    return (
        f":root{{color-scheme:light dark;{fonts}{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )  # fmt: skip


def _properties(palette: Palette) -> str:
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in asdict(palette).items())
