"""The features as KML, for Google Earth: a folder for each journey, a style for each status."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from geo.export.credits import credit_words
from geo.export.table import rows_of
from geo.export.wording import basis_words, drawn_date, hedged_name, leg_name, publication_words, status_words, title_of
from geo.export.xml_text import element
from geo.features import STATUS_COLOURS
from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.model import TOOK_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["kml_text"]

#: Cells of the table that stand elsewhere in a placemark.
_ELSEWHERE = ("geometry", "name", "evidence")


def kml_text(collection: Mapping[str, Any]) -> str:
    """Write KML 2.2. Each placemark has its row of the table as data, its passages as description, and its status in its name.

    KML knows no dotted lines: what is not reported is thinner and fainter.
    """
    rows = {row["id"]: row for row in rows_of(collection)}
    credits_ = credit_words(collection["credits"])
    document = [
        element("name", title_of(collection)),
        element("description", "\n".join(filter(None, (publication_words(collection), credits_)))),
        *(_style(status) for status in STATUS_COLOURS),
        *_folders(collection["features"], rows),
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<kml xmlns="http://www.opengis.net/kml/2.2">{element("Document", document)}</kml>\n'
    )


def _style(status: str) -> str:
    colour, opacity = STATUS_COLOURS[status]
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    line = f"{round(opacity * 255):02x}{blue}{green}{red}"
    width = "4" if status == "happened" else "2"
    parts = [
        element("IconStyle", [element("color", f"ff{blue}{green}{red}")]),
        element("LineStyle", [element("color", line), element("width", width)]),
    ]
    return element("Style", parts, id=status)


def _folders(features: Sequence[Mapping[str, Any]], rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Write the features of each journey into a folder; they stand together already."""
    for journey, inside in groupby(features, key=lambda feature: feature["properties"].get("journey", "")):
        members = list(inside)
        traveller = members[0]["properties"].get("traveller") or journey
        name = f"{traveller} ({journey})" if journey else "Only mentioned"
        marks = (f"\n{_placemark(feature, rows[feature['id']])}" for feature in members)
        yield "\n" + element("Folder", [element("name", name), *marks])


def _placemark(feature: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    data = [
        element("Data", [element("value", str(value))], name=name)
        for name, value in row.items()
        if value is not None and name not in _ELSEWHERE
    ]
    return element(
        "Placemark",
        [
            element("name", _name(feature["properties"])),
            element("description", _description(feature["properties"], row)),
            *_time(feature["properties"]),
            element("styleUrl", f"#{row['status'] if row['status'] in STATUS_COLOURS else 'past'}"),
            element("ExtendedData", data),
            _geometry(feature["geometry"]),
        ],
    )


def _name(properties: Mapping[str, Any]) -> str:
    match properties["role"]:
        case "leg":
            return leg_name(properties)
        case "stop":
            return hedged_name(f"{properties['order']}. {properties['name']}", properties)
        case "meeting":
            return hedged_name(f"Meeting in {properties['name']}", properties)
        case _:
            return str(properties["name"])


def _description(properties: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    told = [status_words(row).capitalize() + ".", row["review"]]
    if "basis" in properties:
        told.append(basis_words(properties["basis"]))
    return "\n".join([" ".join(told), *filter(None, [row["evidence"]])])


def _time(properties: Mapping[str, Any]) -> list[str]:
    """Give the day of what was reported; what is only planned or inferred is no event on a time line."""
    drawn = drawn_date(properties.get("arrive") or properties.get("depart") or properties.get("when") or properties.get("date"))
    if not drawn or properties["status"] not in TOOK_PLACE or properties.get("basis") == "inferred":
        return []
    days = parse_edtf(drawn)
    if days.yearless:
        return []
    return [element("TimeSpan", [element("begin", days.start.isoformat()), element("end", days.end.isoformat())])]


def _geometry(geometry: Mapping[str, Any]) -> str:
    shape, coordinates = geometry["type"], geometry["coordinates"]
    if shape == "Point":
        return element("Point", [element("coordinates", f"{coordinates[0]},{coordinates[1]}")])
    if shape == "LineString":
        return _line(coordinates)
    return element("MultiGeometry", [_line(part) for part in coordinates])


def _line(points: Sequence[Sequence[float]]) -> str:
    return element(
        "LineString", [element("tessellate", "1"), element("coordinates", " ".join(f"{lon},{lat}" for lon, lat in points))]
    )
