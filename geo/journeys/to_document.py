"""An itinerary as the plain values of its file: every element with its id and a hash of what the reader wrote."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geo.journeys.edtf import parse_edtf
from geo.journeys.yaml_text import Explained, OneLine
from geo.passages import claim_passage, mention_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gazetteer.model import Place
    from geo.model import (
        Article,
        Claim,
        Conflict,
        Itinerary,
        Journey,
        Leg,
        Meeting,
        Quote,
        Resolution,
        Source,
        Stop,
        Traveller,
        When,
    )

__all__ = ["FORMAT_VERSION", "leg_fields", "read_hash", "to_document"]

FORMAT_VERSION = 1

#: Fields of an element that are a person's, or hold elements of their own: they do not tell whether the element was corrected.
_NOT_HASHED = frozenset({"id", "read", "removed", "note", "checked", "stops", "legs", "meetings"})


def to_document(itinerary: Itinerary) -> dict[str, Any]:
    """Turn an itinerary into mappings, lists and scalars, in the order of the file.

    Left out are the articles' text and skipped stretches, and the candidates that were weighed for a name. Since the text is left
    out, a mention takes the words around it along, and so does a claim whose passage is too short to be evidence.
    """
    review = itinerary.review
    return {
        "dateline": FORMAT_VERSION,
        "review": {"reviewed_by": review.reviewed_by, "reviewed_at": review.reviewed_at},
        "journeys": [_journey(journey) for journey in itinerary.journeys],
        "conflicts": [_conflict(conflict) for conflict in itinerary.conflicts],
        "travellers": [_traveller(traveller) for traveller in itinerary.travellers],
        "claims": [_claim(claim, itinerary) for claim in itinerary.claims],
        "mentions": [_mention(resolution, itinerary) for resolution in itinerary.mentions],
        "unlocated": [_mention(resolution, itinerary) for resolution in itinerary.unlocated],
        "articles": [_article(article) for article in itinerary.articles],
    }


def read_hash(element: dict[str, Any]) -> str:
    """Hash what the reader wrote of an element: 8 hex digits that a person's correction no longer matches."""
    read = {name: value for name, value in element.items() if name not in _NOT_HASHED}
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()[:8]


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out the fields that hold nothing; false and 0 hold something."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}


def _element(identity: str, fields: dict[str, Any]) -> dict[str, Any]:
    held = _present(fields)
    return {**held, "id": identity, "read": read_hash(held)}


def _journey(journey: Journey) -> dict[str, Any]:
    names = {stop.id: stop.place.name for stop in journey.stops}
    held = {"traveller": journey.traveller, "title": journey.title, "background": journey.background}
    return {
        **_element(journey.id, held),
        "stops": [_stop(stop) for stop in journey.stops],
        "legs": [leg_fields(leg, names) for leg in journey.legs],
        "meetings": [_meeting(meeting) for meeting in journey.meetings],
    }


def _stop(stop: Stop) -> dict[str, Any]:
    return _element(
        stop.id,
        {
            "place": _place(stop.place),
            "name_in_text": stop.name_in_text,
            "status": stop.status,
            "arrive": _times(stop.arrive),
            "depart": _times(stop.depart),
            "cue": _quote(stop.cue),
            "confidence": stop.confidence,
            "sources": stop.sources,
            "checked": stop.checked,
            "claims": list(stop.claims),
        },
    )


def leg_fields(leg: Leg, stop_names: Mapping[str, str]) -> dict[str, Any]:
    """Turn a leg into the fields of its element, its hash among them; the stops' names stand in comments beside their ids."""
    return _element(
        leg.id,
        {
            "from": Explained(leg.origin, stop_names.get(leg.origin, "")),
            "to": Explained(leg.destination, stop_names.get(leg.destination, "")),
            "mode": leg.mode,
            "status": leg.status,
            "when": _times(leg.when),
            "cue": _quote(leg.cue),
            "via": [_place(place) for place in leg.via],
            "sources": leg.sources,
            "checked": leg.checked,
            "claims": list(leg.claims),
        },
    )


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return _element(
        meeting.id,
        {
            "place": _place(meeting.place),
            "name_in_text": meeting.name_in_text,
            "participants": list(meeting.participants),
            "status": meeting.status,
            "when": _times(meeting.when),
            "cue": _quote(meeting.cue),
            "sources": meeting.sources,
            "checked": meeting.checked,
            "claims": list(meeting.claims),
        },
    )


def _conflict(conflict: Conflict) -> dict[str, Any]:
    values = [
        _present({"value": side.value, "date": side.date, "attribution": _sources(side.attribution), "quote": _quote(side.quote)})
        for side in conflict.values
    ]
    held = {"about": conflict.about, "journey": conflict.journey, "values": values}
    return _element(f"conflict:{read_hash(held)}", held)


def _traveller(traveller: Traveller) -> dict[str, Any]:
    return _present({"name": traveller.name, "kind": traveller.kind, "aliases": list(traveller.aliases)})


def _claim(claim: Claim, itinerary: Itinerary) -> dict[str, Any]:
    return _element(
        claim.id,
        {
            "traveller": claim.traveller,
            "act": claim.act,
            "status": claim.status,
            "quote": _quote(claim_passage(claim, itinerary)),
            "cue": _quote(claim.cue),
            "when": _time(claim.when) if claim.when else None,
            "mode": claim.mode,
            "attribution": _sources(claim.attribution),
            "companions": list(claim.companions),
            "background": claim.background,
            "places": [{"role": part.role, **_resolution(part.resolution)} for part in claim.places],
        },
    )


def _mention(resolution: Resolution, itinerary: Itinerary) -> dict[str, Any]:
    mention = replace(resolution.mention, passage=mention_passage(resolution.mention, itinerary))
    return _element(_at(mention.quote), _resolution(replace(resolution, mention=mention)))


def _resolution(resolution: Resolution) -> dict[str, Any]:
    mention, place = resolution.mention, resolution.place
    return _present(
        {
            "text": mention.quote.text,
            "at": _at(mention.quote),
            "kind": mention.kind,
            "passage": _quote(mention.passage),
            "place": OneLine(_place(place)) if place else None,
            "confidence": resolution.confidence,
            "reasons": list(resolution.reasons),
        }
    )


def _article(article: Article) -> dict[str, Any]:
    return _present(
        {
            "id": article.id,
            "sha256": article.sha256,
            "name": article.name,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "published_basis": article.published_basis,
            "url": article.url,
            "lang": article.lang,
        }
    )


def _place(place: Place) -> dict[str, Any]:
    box = place.bbox
    return _present(
        {
            "name": place.name,
            "lat": place.lat,
            "lon": place.lon,
            "country": place.country,
            "kind": f"{place.kind.feature_class}.{place.kind.code}",
            "id": place.id,
            "admin1": place.admin1,
            "admin2": place.admin2,
            "population": place.population or None,
            "bbox": [box.west, box.south, box.east, box.north] if box else None,
            "members": list(place.members),
        }
    )


def _times(times: Iterable[When]) -> list[dict[str, Any]]:
    return [_time(when) for when in times]


def _time(when: When) -> dict[str, Any]:
    plain = "part" if when.part else parse_edtf(when.edtf).precision
    return _present(
        {
            "date": when.edtf,
            "precision": when.precision if when.precision != plain else None,
            "part": when.part,
            "basis": when.basis if when.basis != "stated" else None,
            "words": _quote(when.words) if when.words.article else None,
        }
    )


def _quote(quote: Quote | None) -> dict[str, Any] | None:
    return {"text": quote.text, "at": _at(quote)} if quote else None


def _at(quote: Quote) -> str:
    return f"{quote.article}:{quote.start}-{quote.end}"


def _sources(chain: Iterable[Source]) -> list[dict[str, Any]]:
    return [OneLine(name=source.name, kind=source.kind) for source in chain]
