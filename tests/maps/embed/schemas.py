"""JSON Schemas of what other sites and machines read of a map, written after oEmbed 1.0 and schema.org."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
SIZE = {"type": "integer", "minimum": 1}
_THUMBNAIL = ("thumbnail_url", "thumbnail_width", "thumbnail_height")
OEMBED: dict[str, Any] = {
    "type": "object",
    "required": ["version", "type", "html", "width", "height"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "1.0"},
        "type": {"const": "rich"},
        "title": TEXT,
        "html": {"type": "string", "pattern": "^<iframe "},
        "width": SIZE,
        "height": SIZE,
        "thumbnail_url": ADDRESS,
        "thumbnail_width": SIZE,
        "thumbnail_height": SIZE,
    },
    # All three or none.
    "dependentRequired": {name: [other for other in _THUMBNAIL if other != name] for name in _THUMBNAIL},
}


def typed(kind: str, required: str, /, **properties: Any) -> dict[str, Any]:
    """Give the schema of a schema.org type with these properties and no others."""
    return {
        "type": "object",
        "required": ["@type", *required.split()],
        "additionalProperties": False,
        "properties": {"@type": {"const": kind}, "@context": {"const": "https://schema.org"}, **properties},
    }


PLACE = typed(
    "Place",
    "name",
    name=TEXT,
    geo=typed(
        "GeoCoordinates",
        "latitude longitude",
        latitude={"type": "number", "minimum": -90, "maximum": 90},
        longitude={"type": "number", "minimum": -180, "maximum": 180},
    ),
)
ITEM = typed("ListItem", "position item", position=SIZE, item=PLACE)
LIST = typed(
    "ItemList",
    "itemListElement itemListOrder",
    itemListOrder={"const": "https://schema.org/ItemListOrderAscending"},
    itemListElement={"type": "array", "minItems": 1, "items": ITEM},
)
ARTICLE = typed("NewsArticle", "headline", headline=TEXT, url=ADDRESS, publisher=typed("Organization", "name", name=TEXT))
MAP = typed(
    "Map",
    "@context name identifier creativeWorkStatus description",
    name=TEXT,
    identifier=TEXT,
    inLanguage=TEXT,
    description=TEXT,
    url=ADDRESS,
    image=ADDRESS,
    creativeWorkStatus={"enum": ["Draft", "Published", "Retracted"]},
    creditText=TEXT,
    version={"type": "integer"},
    dateModified={"type": "string", "format": "date"},
    about={"type": "array", "items": typed("Trip", "itinerary", name={"type": "string"}, itinerary=LIST)},
    citation={"type": "array", "items": ARTICLE},
)
