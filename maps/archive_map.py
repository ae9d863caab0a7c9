"""Draw where an archive takes place: a folium map of shaded cells beside the counts, in one page that needs no network."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from maps.basemap import basemap, windows
from maps.extent import Extent
from maps.folium_map import OfflineMap, PageData, Verbatim
from maps.language import language_of
from maps.page import PageFigure
from maps.style import read_theme, theme_css

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.corpus.grid import Cell
    from geo.corpus.summary import Count, PlaceCount, Summary

__all__ = ["ArchiveMap", "archive_map"]

_SHADES = 5
#: Rows of each table; the map has the rest.
_ROWS = 15
#: Places that a cell names when it is chosen.
_NAMED = 5
_WORLD = Extent(-170.0, -50.0, 170.0, 72.0)
#: Control characters, and those that turn the order of the text round.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def archive_map(summary: Summary, *, title: str = "Where the archive takes place") -> ArchiveMap:
    """Draw an archive.

    Parameters
    ----------
    summary
        From `geo.corpus.summary.summarise`.
    title
        Of the page.

    Returns
    -------
    ArchiveMap
        A `folium.Map`: add layers to it as usual, or give it to `maps.write_page`.
    """
    return ArchiveMap(summary, title)


class ArchiveMap(OfflineMap):
    """An archive on a Leaflet map; a `folium.Map` like any other."""

    def __init__(self, summary: Summary, title: str) -> None:
        self.title = title
        self.alt = _plain(_sentence(summary))
        self._summary = summary
        language = language_of("en")
        view = _view(summary)
        steps = _steps([mentions for _, mentions in summary.cells])
        data = {
            "lang": language.code,
            "phrases": language.of_page(),
            "view": [round(side, 3) for side in (view.west, view.south, view.east, view.north)],
            "ground": basemap(windows(view, view)),
            "cells": list(_cells(summary, steps)),
            "shades": [[shade, words] for shade, words in _key(steps)],
            "attribution": " ".join(language.say(f"publication.{source}") for source in ("ground", "places")),
        }
        super().__init__(data)
        figure = PageFigure(title=title, description=self.alt, lang=language.code, style=theme_css(read_theme()))
        figure.add_child(self)
        self.add_child(PageData(data, "startArchive"), name="dateline_archive")

    def render(self, **kwargs: Any) -> None:
        """Put the page's frame and the map's script into the figure."""
        super().render(**kwargs)
        self.get_root().html.add_child(Verbatim(self._frame()), name=self.get_name(), index=0)

    def _frame(self) -> str:
        alt = html.escape(self.alt)
        return (
            '<main class="dateline">\n<div class="picture">\n'
            f'<div class="stage"><div class="folium-map" id="{self.get_name()}" role="region" aria-label="{alt}"></div>'
            '<p class="draft">For the desk: read by machine, not reviewed</p></div>\n</div>\n'
            f'<section class="panel" id="panel" aria-label="The counts">\n<h1>{_safe(self.title)}</h1>\n'
            f'<p class="summary">{alt}</p>\n{"".join(_tables(self._summary))}</section>\n</main>'
        )


def _sentence(summary: Summary) -> str:
    first = summary.places[0].name if summary.places else ""
    most = f" The place of most articles is {first}." if first else ""
    aside = f" {summary.set_aside:,} could not be read." if summary.set_aside else ""
    part = "" if summary.complete else " The run that reads the archive has not come to its end: this is a part of it."
    return (
        f"{summary.articles:,} articles name {len(summary.places):,} places {summary.mentions:,} times.{most}{aside}{part} "
        "The map has no countries, regions and seas, which lie in no cell: they are in the tables."
    )


def _tables(summary: Summary) -> Iterator[str]:
    yield _table("Places", "place", "mentions", summary.places[:_ROWS], [place.country for place in summary.places])
    yield _table("Countries", "country", "mentions", summary.countries[:_ROWS])
    yield _table("Who went where", "traveller", "stops", summary.travellers[:_ROWS], [count.note for count in summary.travellers])
    yield _months(summary.months)


def _table(heading: str, named: str, counted: str, counts: Sequence[Count], notes: Sequence[str] = ()) -> str:
    if not counts:
        return ""
    notes = notes or [""] * len(counts)
    rows = "".join(
        f'<tr><th scope="row"><bdi>{_safe(count.name)}</bdi>{f"<small>{_safe(note)}</small>" if note else ""}</th>'
        f"<td>{count.articles:,}</td><td>{count.mentions:,}</td></tr>"
        for count, note in zip(counts, notes, strict=False)
    )
    head = f'<thead><tr><th scope="col">{named}</th><th scope="col">articles</th><th scope="col">{counted}</th></tr></thead>'
    return f'<h2>{heading}</h2>\n<table class="counts">{head}<tbody>{rows}</tbody></table>\n'


def _months(months: Sequence[Count]) -> str:
    most = max((month.articles for month in months), default=0)
    if not most:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{_safe(month.name)}</th>'
        f'<td><meter max="{most}" value="{month.articles}" aria-hidden="true"></meter></td><td>{month.articles:,}</td></tr>'
        for month in months
    )
    return f'<h2>Articles by month</h2>\n<table class="counts"><tbody>{rows}</tbody></table>\n'


def _cells(summary: Summary, steps: Sequence[int]) -> Iterator[dict[str, Any]]:
    from geo.corpus.grid import cell_at

    places: dict[Cell, list[PlaceCount]] = {}
    for place in summary.places:
        if not place.is_area:
            places.setdefault(cell_at(place.lat, place.lon, summary.cell_size), []).append(place)
    for cell, mentions in summary.cells:
        inside = places[cell]
        named = [f"{_plain(place.name)}: {place.articles:,} articles, {place.mentions:,} mentions" for place in inside[:_NAMED]]
        more = [f"and {len(inside) - _NAMED:,} more places"] if len(inside) > _NAMED else []
        yield {
            "box": [cell.south, cell.west, cell.north, cell.east],
            "shade": _shade(mentions, steps),
            "words": [f"{mentions:,} mentions", *named, *more],
        }


def _steps(values: Sequence[int]) -> list[int]:
    """Choose the least value of each shade: equal ratios between the least and the most, since a few places have most mentions."""
    if not values:
        return []
    low, high = min(values), max(values)
    return sorted({round(low * (high / low) ** (shade / _SHADES)) for shade in range(_SHADES)})


def _shade(value: int, steps: Sequence[int]) -> int:
    reached = sum(1 for step in steps if value >= step)
    return reached + _SHADES - len(steps)


def _key(steps: Sequence[int]) -> Iterator[tuple[int, str]]:
    for step, above in zip(steps, [*steps[1:], None], strict=False):
        words = f"{step:,} or more" if above is None else f"{step:,}" if above == step + 1 else f"{step:,} to {above - 1:,}"
        yield _shade(step, steps), f"{words} mentions"


def _view(summary: Summary) -> Extent:
    """Choose the view that opens: all cells, with some room; the world if there are none."""
    cells = [cell for cell, _ in summary.cells]
    if not cells:
        return _WORLD
    every = Extent(
        min(cell.west for cell in cells), min(cell.south for cell in cells),
        max(cell.east for cell in cells), max(cell.north for cell in cells),
    )  # fmt: skip
    return every.grown(max(every.span * 0.05, 1.0))


def _safe(text: str) -> str:
    return html.escape(_plain(text))


def _plain(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
