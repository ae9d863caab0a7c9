"""The folium side: a `folium.Map` whose page is whole in itself.

folium's own page asks four hosts for ten files. This map lives in a figure of ours, which takes each script and style that a
layer brings from an installed package and puts it into the page, and which refuses a layer that has to ask the network.
"""

from __future__ import annotations

import hashlib
import html
import json
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, MacroElement
from folium.template import Template

from maps.embed.head import head_tags
from maps.page import PageFigure, as_json
from maps.style import theme_css

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maps.language import Language
    from maps.style import Theme
    from maps.tiles import Tiles

__all__ = ["JourneyMap", "OfflineMap", "PageData", "Verbatim"]


class OfflineMap(folium.Map):  # type: ignore[misc] # folium has no types
    """A `folium.Map` that draws no tiles and takes Leaflet from an installed package; it belongs into a `maps.page.PageFigure`.

    Parameters
    ----------
    data
        Plain values for the page's script; ``view`` is [west, south, east, north] in degrees. The map is named after them.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
            center: {{ this.location|tojson }},
            crs: L.CRS.EPSG3857,
            zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
            ...{{ this.options|tojavascript }}
        });
        {% endmacro %}
        """
    )
    default_js = [("leaflet", "xstatic:leaflet/leaflet.js")]  # noqa: RUF012 - folium reads them from the class
    default_css = [("leaflet_css", "xstatic:leaflet/leaflet.css")]  # noqa: RUF012

    def __init__(self, data: Mapping[str, Any]) -> None:
        west, south, east, north = data["view"]
        super().__init__(
            location=[(south + north) / 2, (west + east) / 2], tiles=None, zoom_start=4,
            zoom_snap=0, zoom_delta=1, wheel_px_per_zoom_level=90, max_zoom=13, attribution_control=False, zoom_control=False,
        )  # fmt: skip
        self._id = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


class JourneyMap(OfflineMap):
    """A journey on a Leaflet map; a `folium.Map` like any other, to which layers may be added.

    Parameters
    ----------
    data
        What `maps.journey_map.page_data` builds.
    language, theme
        Of the page.
    tiles
        Whose origin the page may ask for pictures.
    height
        Of the page, in pixels; None to fill its window.
    viewpoint
        Whose view of disputed borders is drawn.
    base_url
        The address of the folder in which the page will be published.
    still
        The name of the SVG still beside the page, for readers without scripts.

    Attributes
    ----------
    data, language, theme, viewpoint, base_url, still
        As given; stills and snippets are made from them.
    title
        The page's title.
    alt
        What the picture shows, in words.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        language: Language,
        theme: Theme,
        tiles: Tiles | None = None,
        height: int | None = None,
        viewpoint: str = "",
        base_url: str = "",
        still: str = "",
    ) -> None:
        super().__init__(data)
        story = data["story"]
        self.data = data
        self.language = language
        self.theme = theme
        self.viewpoint = viewpoint
        self.page_height = height
        self.base_url = base_url
        self.still = still
        self.title: str = story["title"]
        self.alt: str = story["alt"]
        figure = PageFigure(
            title=story["title"],
            description=story["alt"],
            lang=language.code,
            style=f"{theme_css(theme)}{_height_css(height)}",
            images=" ".join(filter(None, (tiles.source if tiles else "", "'self' file:" if still else ""))),
            head=head_tags(data, language, base_url, card=bool(still)),
        )
        figure.add_child(self)
        if not story["retracted"]:
            self.add_child(PageData(data, "start"), name="dateline_story")

    def render(self, **kwargs: Any) -> None:
        """Put the page's frame and the map's script into the figure; a retracted map has no script, and its notice no map."""
        if self.data["story"]["retracted"]:
            self.get_root().html.add_child(Verbatim(self._notice()), name=self.get_name(), index=0)
            return
        super().render(**kwargs)
        self.get_root().html.add_child(Verbatim(self._frame()), name=self.get_name(), index=0)

    def _notice(self) -> str:
        story = self.data["story"]
        return (
            '<main class="dateline"><section class="panel notice">\n'
            f"<h1>{html.escape(story['title'])}</h1>\n<p>{html.escape(story['retracted'])}</p>\n"
            f'<p class="credits">{html.escape(story["edition"]["id"])}</p>\n</section></main>'
        )

    def _frame(self) -> str:
        story = self.data["story"]
        alt = html.escape(story["alt"])
        say = self.language.say
        banner = "" if story["review"] else f'<p class="draft">{html.escape(say("page.draft"))}</p>'
        logo = f'<img class="logo" src="{self.theme.logo}" alt="">\n' if self.theme.logo else ""
        still = f'<img class="still" src="{html.escape(self.still)}" alt="{alt}">' if self.still else ""
        dates = f'<p class="dates">{html.escape(story["dates"])}</p>\n' if story["dates"] else ""
        return (
            '<main class="dateline">\n<div class="picture">\n'
            f'<div class="stage"><div class="folium-map" id="{self.get_name()}" role="region" aria-label="{alt}"></div>{banner}</div>\n'
            "</div>\n"
            f'<section class="panel" id="panel" aria-label="{html.escape(say("page.panel"))}">\n'
            f"{logo}<h1>{html.escape(story['title'])}</h1>\n{dates}"
            f'<p class="summary">{html.escape(story["summary"])}</p>\n'
            f"<noscript>{still or f'<p>{alt}</p>'}</noscript>\n</section>\n</main>"
        )


def _height_css(height: int | None) -> str:
    return f"@media (min-width:820px){{.dateline{{height:{height}px!important}}}}\n" if height else ""


class Verbatim(Element):  # type: ignore[misc]
    """Text that goes into a page as it is: branca would take it for a Jinja template, and run what an article wrote in braces."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._id = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.text = text


class PageData(MacroElement):  # type: ignore[misc]
    """The data of a page, and the call of the function that draws them (one that ``maps.page.our_script`` shows to the outside)."""

    def __init__(self, data: Mapping[str, Any], draw: str) -> None:
        super().__init__()
        self._name = "DatelineStory"
        self._id = "story"
        self.draw = draw
        self.json = as_json(data)

    def render(self, **kwargs: Any) -> None:
        """Put the data and the call into the figure."""
        super().render(**kwargs)
        figure = self.get_root()
        data = f'<script type="application/json" id="dateline-data">{self.json}</script>'
        call = (
            f'dateline.{self.draw}({self._parent.get_name()}, JSON.parse(document.getElementById("dateline-data").textContent));'
        )
        figure.html.add_child(Verbatim(data), name="dateline_data")
        figure.script.add_child(Verbatim(call), name="dateline_start")
