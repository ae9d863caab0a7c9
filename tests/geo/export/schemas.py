"""JSON Schemas of formats that publish none, written after their documents: Linked Places 1.3 and TimelineJS 3."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "format": "uri-reference", "minLength": 2}
CERTAINTY = {"enum": ["certain", "less-certain", "uncertain"]}
MOMENT = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "patternProperties": {"^(in|earliest|latest)$": {"type": "string", "pattern": r"^-?\d{4}(-\d{2}(-\d{2})?)?$"}},
}
WHEN = {
    "type": "object",
    "required": ["timespans"],
    "properties": {
        "timespans": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["start"], "properties": {"start": MOMENT, "end": MOMENT}},
        },
        "certainty": CERTAINTY,
    },
}
CITATION = {"type": "object", "required": ["label"], "properties": {"label": TEXT, "year": {"type": "integer"}, "@id": ADDRESS}}
NAME = {
    "type": "object",
    "required": ["toponym"],
    "properties": {"toponym": TEXT, "citations": {"type": "array", "minItems": 1, "items": CITATION}, "when": WHEN},
}
LINKED_PLACE: dict[str, Any] = {
    "type": "object",
    "required": ["@id", "type", "properties", "names", "geometry"],
    "properties": {
        "@id": ADDRESS,
        "type": {"const": "Feature"},
        "properties": {
            "type": "object",
            "required": ["title", "fclasses"],
            "properties": {
                "title": TEXT,
                "ccodes": {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}$"}},
                "fclasses": {"type": "array", "minItems": 1, "items": {"enum": list("AHLPRST")}},
            },
        },
        "when": WHEN,
        "names": {"type": "array", "minItems": 1, "items": NAME, "contains": {"required": ["citations"]}},
        "types": {"type": "array", "items": {"type": "object", "required": ["identifier", "label"]}},
        "geometry": {
            "type": "object",
            "required": ["type", "coordinates"],
            "properties": {"type": {"const": "Point"}, "certainty": CERTAINTY},
        },
        "links": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "identifier"],
                "properties": {"type": {"enum": ["exactMatch", "closeMatch", "primaryTopicOf", "subjectOf", "seeAlso"]}},
            },
        },
        "descriptions": {"type": "array", "items": {"type": "object", "required": ["value"], "properties": {"value": TEXT}}},
    },
    # A record has a time of its own, or the year of a citation.
    "anyOf": [
        {"required": ["when"]},
        {
            "properties": {
                "names": {
                    "contains": {"required": ["citations"], "properties": {"citations": {"contains": {"required": ["year"]}}}}
                }
            }
        },
    ],
}
LINKED_PLACES: dict[str, Any] = {
    "type": "object",
    "required": ["type", "@context", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "@context": {"type": "string", "pattern": r"linkedplaces-context-v1\.1\.jsonld$"},
        "features": {"type": "array", "items": LINKED_PLACE},
    },
}

DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
}
WORDS = {"type": "object", "required": ["headline"], "properties": {"headline": TEXT, "text": {"type": "string"}}}
TIMELINE: dict[str, Any] = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": WORDS}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text"],
                "additionalProperties": False,
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "display_date": TEXT,
                    "text": WORDS,
                    "group": TEXT,
                    "autolink": {"type": "boolean"},
                    "unique_id": {"type": "string", "pattern": r"^[\w.-]+$"},
                },
            },
        },
    },
}
