"""One self-contained HTML file: scripts, styles and data inside it, a strict policy around them, and no request to anyone."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.map import Icon, Marker, Popup
from folium.raster_layers import TileLayer

from gazetteer.errors import InputError
from geo.files import write_text_whole

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from folium import Map

__all__ = ["PageFigure", "as_json", "fit_for_html", "write_page"]

#: Our scripts, in the order in which they are joined; each is a few functions that those after it may call.
_SCRIPTS = (
    "dom",
    "words",
    "select",
    "ground",
    "route",
    "boxes",
    "pins",
    "labels",
    "legend",
    "inset",
    "timeline",
    "panel",
    "notes",
    "picture",
    "controls",
    "gestures",
    "height",
    "start",
    "archive",
)

#: What ends a script or a string in some parser; in JSON they can always be written as escapes.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

#: Controls but for tab and line ends, and halves of surrogate pairs.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def as_json(values: Any) -> str:
    """Write plain values as JSON that is safe inside a script element."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda match: _ESCAPES[match.group()], text)


def fit_for_html(page: str) -> str:
    """Put a replacement sign for each sign that no HTML page may hold: control codes that an article brought."""
    return _UNFIT.sub("\ufffd", page)


def write_page(m: Map, path: str | os.PathLike[str]) -> None:
    """Write a journey map as one HTML file that asks nobody for anything.

    Parameters
    ----------
    m
        What `maps.journey_map` returned, with any layers that were added to it.
    path
        The file; it is written whole or not at all.

    Raises
    ------
    InputError
        If a layer needs the network, by the name of what it needs.
    OutputError
        If the file can't be written.
    """
    write_text_whole(path, m.get_root().render())


class PageFigure(Figure):  # type: ignore[misc] # branca has no types
    """A branca figure that renders as a whole page: every script and style inline, each allowed by its hash and nothing else."""

    def __init__(self, *, title: str, description: str, lang: str, style: str, images: str = "", head: str = "") -> None:
        super().__init__(title=title)
        self._id = "page"
        self.description = description
        self.lang = lang
        self.style = style
        self.images = images
        self.head = head

    def render(self, **kwargs: Any) -> str:
        """Render the page.

        Raises
        ------
        InputError
            If a layer needs the network.
        """
        _settle_ids(self)
        refuse_network(self)
        for part in (self.header, self.html, self.script):
            part._children.clear()  # noqa: SLF001 - a figure may be rendered again after a layer was added
        for child in self._children.values():
            child.render(**kwargs)
        links = list(self.header._children.values())  # noqa: SLF001
        styles = [self.style, *(_packaged(link.url) for link in links if isinstance(link, CssLink)), _asset("page.css")]
        styles += re.findall(r"<style[^>]*>(.*?)</style>", _joined(self.header), flags=re.DOTALL)
        scripts = [*(_packaged(link.url) for link in links if isinstance(link, JavascriptLink)), our_script()]
        scripts += [_marker_images()] if any(isinstance(element, Marker) for element in _walk(self)) else []
        scripts.append(_joined(self.script))
        return self._page("\n".join(styles), scripts)

    def _page(self, style: str, scripts: list[str]) -> str:
        code = [_closed(script) for script in scripts]
        policy = (
            f"default-src 'none'; script-src {' '.join(map(_hash, code))}; style-src {_hash(style)}; "
            f"img-src {' '.join(filter(None, ('data:', self.images)))}; base-uri 'none'; form-action 'none'"
        )
        return fit_for_html(
            f'<!DOCTYPE html>\n<html lang="{html.escape(self.lang)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{html.escape(self.title or '')}</title>\n"
            f'<meta name="description" content="{html.escape(self.description)}">\n'
            f'<link rel="icon" href="data:,">\n{self.head}'
            f"<style>{style}</style>\n</head>\n<body>\n{_joined(self.html)}\n"
            f"{''.join(f'<script>{script}</script>{chr(10)}' for script in code)}</body>\n</html>\n"
        )


def _joined(part: Element) -> str:
    return "\n".join(child.render().strip() for child in part._children.values())  # noqa: SLF001


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _closed(script: str) -> str:
    """Keep a script from ending its element; the escape means the same in a string, a pattern and a comment."""
    return re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE).replace("<!--", "<\\!--")


@cache
def _asset(name: str) -> str:
    return (files("maps") / "assets" / name).read_text(encoding="utf-8")


@cache
def our_script() -> str:
    """Our scripts as one, in a scope of their own; only ``dateline.start`` and ``dateline.startArchive`` are seen from outside.

    Lines that are only a comment are for those who read the source, and are left out.
    """
    code = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    code = re.sub(r"^ *(//.*|/\*\*.*\*/)?\n", "", code, flags=re.MULTILINE)
    return f'const dateline = (() => {{\n"use strict";\n{code}\nreturn {{ start, startArchive }};\n}})();'


@cache
def _packaged(url: str) -> str:
    """Return the text of a packaged script or style; images that a style names are put into it."""
    name = _package_path(url)
    assert name is not None, "refuse_network has looked at every link"
    text = (files("xstatic.pkg.leaflet") / "data" / name).read_text(encoding="utf-8")
    text = re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE).strip()
    return (
        re.sub(r"url\(([^)#][^)]*)\)", lambda match: f"url({_data_address(match.group(1))})", text)
        if name.endswith(".css")
        else text
    )


def _package_path(url: str) -> str | None:
    """Return the packaged file that a link stands for; Leaflet's own address at any host will do."""
    match = re.search(r"(?:^xstatic:leaflet/|/leaflet@1\.9[\d.]*/dist/)(leaflet\.(?:js|css))$", url)
    return match.group(1) if match else None


def _marker_images() -> str:
    """Write a script that gives Leaflet's own marker its pictures: it looks for them beside a style sheet that is not there."""
    names = {"iconUrl": "marker-icon.png", "iconRetinaUrl": "marker-icon-2x.png", "shadowUrl": "marker-shadow.png"}
    images = {option: _data_address(f"images/{name}") for option, name in names.items()}
    return f'L.Icon.Default.imagePath = ""; L.Icon.Default.mergeOptions({json.dumps(images)});'


def _data_address(name: str) -> str:
    image = (files("xstatic.pkg.leaflet") / "data" / name.strip("'\"")).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(image).decode()}"


def _walk(element: Element) -> Iterator[Element]:
    for child in element._children.values():  # noqa: SLF001 - branca has no public walk
        yield child
        yield from _walk(child)


def refuse_network(figure: Element) -> None:
    """Raise for layers that would have to ask the network: tiles, and scripts or styles that are not packaged.

    Raises
    ------
    InputError
        Naming each.
    """
    wanted = sorted(set(_needs(_walk(figure))))
    if wanted:
        raise InputError(
            f"The map would need the network for {', '.join(wanted)}: take that layer off the map, or save it with folium's own Map."
        )


def _needs(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        name = type(element).__name__
        if isinstance(element, TileLayer):
            yield f"the tiles of {name}"
        elif isinstance(element, Icon):
            yield "the icon font of folium.Icon"
        elif isinstance(element, Popup):
            yield "jQuery, which folium.Popup uses"
        for _, url in (*getattr(element, "default_js", ()), *getattr(element, "default_css", ())):
            if _package_path(url) is None:
                yield f"{url} ({name})"


def _settle_ids(figure: Element) -> None:
    """Give each element that folium named at random a name from its place in the tree, so that a page has the same bytes each time."""
    for position, element in enumerate(_walk(figure)):
        if re.fullmatch(r"[0-9a-f]{32}", element._id):  # noqa: SLF001
            element._id = hashlib.sha256(f"{position} {type(element).__name__}".encode()).hexdigest()[:16]  # noqa: SLF001
