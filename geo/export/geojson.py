"""An itinerary as published GeoJSON (RFC 7946): every feature with the passages it stands on.

Only the published side of an itinerary comes in (`geo.desk.publication`); the desk's own is turned into it first.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from geo.desk.publication import published_side
from geo.evidence import conflict_quote, evidence_of_mention, sources_of
from geo.export.credits import credits_of
from geo.extent import extent_of
from geo.features import features_of
from geo.files import write_text_whole

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from geo.desk.model import Retraction, Version
    from geo.model import Article, Conflict, Itinerary, Resolution, Route

__all__ = ["geojson_text", "to_geojson", "write_geojson"]


def to_geojson(itinerary: Itinerary, routes: Iterable[Route]) -> dict[str, Any]:
    """Build one FeatureCollection of the stops, legs, meetings and mentions.

    Parameters
    ----------
    itinerary
        What was read.
    routes
        The line of each leg, cut at the antimeridian.

    Returns
    -------
    dict
        Plain values for JSON. Foreign members: ``publication``, ``review``, ``credits``, ``articles``, ``conflicts``, ``unlocated``. A feature's
        ``evidence`` holds exact passages with their offsets, of 25 words at most unless it was published with full quotes. A feature that
        is ``protected`` shows the area that stands for its place. A retracted publication has no features, and says why.

    Raises
    ------
    InputError
        If a leg has no route, or names a stop that its journey does not have.
    """
    itinerary, routes = published_side(itinerary, routes)
    features = list(features_of(itinerary, routes))
    box = extent_of(line for feature in features for line in _lines_of(feature["geometry"]))
    return {
        "type": "FeatureCollection",
        **({"bbox": [box.west, box.south, box.east, box.north]} if box else {}),
        "publication": _publication(itinerary),
        "review": _review(itinerary),
        "credits": [credit.published() for credit in credits_of(itinerary, features)],
        "articles": {article.id: _article(article) for article in itinerary.articles},
        "conflicts": [_conflict(conflict, itinerary) for conflict in itinerary.conflicts],
        "unlocated": [_unlocated(found, itinerary) for found in itinerary.unlocated],
        "features": features,
    }


def write_geojson(itinerary: Itinerary, routes: Iterable[Route], path: str | os.PathLike[str]) -> Path:
    """Write the FeatureCollection of `to_geojson`, a feature a line; the same itinerary gives the same bytes.

    Raises
    ------
    InputError
        As `to_geojson`.
    OutputError
        If the file can't be written.
    """
    return write_text_whole(path, geojson_text(to_geojson(itinerary, routes)))


def geojson_text(collection: Mapping[str, Any]) -> str:
    """Write a FeatureCollection as text, a foreign member or a feature a line."""
    members = "".join(f"{_json(name)}: {_json(value)},\n" for name, value in collection.items() if name != "features")
    features = ",\n".join(map(_json, collection["features"]))
    return f'{{\n{members}"features": [\n{features}\n]\n}}\n'


def _json(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # Half a surrogate pair, from an article's own JSON escapes, can't be written as UTF-8.
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", written)


def _lines_of(geometry: Mapping[str, Any]) -> list[list[list[float]]]:
    shape, coordinates = geometry["type"], geometry["coordinates"]
    if shape == "Point":
        return [[coordinates]]
    return [coordinates] if shape == "LineString" else list(coordinates)


def _publication(itinerary: Itinerary) -> dict[str, Any]:
    """Say which publication this is; the published side always has an edition."""
    edition = itinerary.edition
    assert edition is not None
    known = {
        "id": edition.id,
        "version": edition.version,
        "updated": edition.updated or None,
        "state": edition.state,
        "changes": [change for version in edition.versions for change in _changes(version)],
    }
    return known if edition.retraction is None else {**known, "retracted": _retraction(edition.retraction)}


def _changes(version: Version) -> list[dict[str, Any]]:
    return [{"version": version.number, "date": version.day, **asdict(change)} for change in version.changes]


def _retraction(retraction: Retraction) -> dict[str, str]:
    return {"reason": retraction.reason, "date": retraction.day}


def _review(itinerary: Itinerary) -> dict[str, str]:
    review = itinerary.review
    if itinerary.edition and itinerary.edition.retraction:
        return {"status": "retracted", "label": "Taken back"}
    if not review.signed:
        return {"status": "draft", "label": "Draft, not reviewed"}
    return {"status": "reviewed", "label": "Reviewed", "reviewed_by": review.reviewed_by, "reviewed_at": review.reviewed_at}


def _article(article: Article) -> dict[str, str | None]:
    inferred = {"published_basis": "inferred"} if article.published_basis == "inferred" else {}
    return {
        "title": article.title or None,
        "publisher": article.publisher or None,
        "published": article.published.isoformat() if article.published else None,
        **inferred,
        "url": article.url or None,
        "sha256": article.sha256,
    }


def _conflict(conflict: Conflict, itinerary: Itinerary) -> dict[str, Any]:
    values = [
        {
            "value": side.value,
            "date": side.date or None,
            "attribution": sources_of(side.attribution),
            **conflict_quote(side, itinerary),
        }
        for side in conflict.values
    ]
    return {"about": conflict.about, "journey": conflict.journey, "values": values}


def _unlocated(found: Resolution, itinerary: Itinerary) -> dict[str, Any]:
    reason = found.reasons[0] if found.reasons else "no place of this name was found"
    return {"name": found.mention.quote.text, "reason": reason, "evidence": evidence_of_mention(found.mention, itinerary)}
