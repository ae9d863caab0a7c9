"""The features as GPX 1.1, for navigation devices and apps. Nothing in it was recorded, and it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.export.credits import credit_words, licence_of
from geo.export.table import rows_of
from geo.export.wording import MODE_WORDS, basis_words, hedged_name, leg_name, publication_words, status_words, title_of
from geo.export.xml_text import element, inner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["gpx_text"]


def gpx_text(collection: Mapping[str, Any]) -> str:
    """Write stops, meetings and mentions as waypoints and legs as tracks; a plan has its word in its name, its description and its type.

    There are no times: in GPX a time says when a device was at a point.
    """
    rows = rows_of(collection)
    marks = [_waypoint(row) for row in rows if row["role"] in ("stop", "meeting", "mention")]
    tracks = [_track(row) for row in rows if row["role"] == "leg"]
    body = "\n".join([_metadata(collection), *marks, *tracks])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gpx version="1.1" creator="Dateline" xmlns="http://www.topografix.com/GPX/1/1">\n{body}\n</gpx>\n'
    )


def _metadata(collection: Mapping[str, Any]) -> str:
    credits_, licence = credit_words(collection["credits"]), licence_of(collection["credits"])
    rights = [f'<copyright author="{inner(credits_)}">{element("license", licence)}</copyright>'] if licence else []
    words = f"{publication_words(collection)} Made from news reports; no line in it was recorded by a device."
    return element("metadata", [element("name", title_of(collection)), element("desc", words), *rights])


def _waypoint(row: Mapping[str, Any]) -> str:
    number = f"{row['order']}. " if row["role"] == "stop" else "Meeting in " if row["role"] == "meeting" else ""
    lon, lat = row["geometry"]["coordinates"]
    parts = [
        element("name", hedged_name(f"{number}{row['name']}", row)),
        element("desc", f"{basis_words(row['basis'])} {_described(row)}" if row["basis"] else _described(row)),
        element("type", status_words(row)),
    ]
    return element("wpt", parts, lat=str(lat), lon=str(lon))


def _track(row: Mapping[str, Any]) -> str:
    geometry = row["geometry"]
    lines = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
    parts = [
        element("name", leg_name(row)),
        element("desc", f"{MODE_WORDS[row['mode']].capitalize()}. {basis_words(row['basis'])} {_described(row)}"),
        element("type", status_words(row)),
        *map(_segment, lines),
    ]
    return element("trk", parts)


def _described(row: Mapping[str, Any]) -> str:
    days = " or ".join(dict.fromkeys(filter(None, (row["arrive"], row["depart"], row["when"], row["date"]))))
    status = status_words(row).capitalize()
    return "\n".join(filter(None, (f"{status}{f', {days}' if days else ''}.", row["review"], row["evidence"])))


def _segment(points: Sequence[Sequence[float]]) -> str:
    return element("trkseg", [element("trkpt", "", lat=str(lat), lon=str(lon)) for lon, lat in points])
