"""An itinerary as the plain values of its file: every element with its id and a hash of what the reader wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geo.journeys.itinerary_file.desk_values import record_fields, review_fields, safety_fields
from geo.journeys.itinerary_file.read_mark import read_mark
from geo.journeys.itinerary_file.values import (
    article_fields,
    at_text,
    place_fields,
    present,
    quote_fields,
    resolution_fields,
    sources_list,
    time_fields,
    times_list,
    traveller_fields,
)
from geo.journeys.itinerary_file.yaml_text import Explained
from geo.led_through import join_through
from geo.passages import long_enough, mention_passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import (
        Claim,
        Conflict,
        Itinerary,
        Journey,
        Leg,
        Meeting,
        Resolution,
        Stop,
    )

__all__ = ["leg_fields", "to_document"]

_FORMAT_VERSION = 1


def to_document(itinerary: Itinerary) -> dict[str, Any]:
    """Turn an itinerary into mappings, lists and scalars, in the order of the file.

    Left out are the articles' text and skipped stretches, and the candidates that were weighed for a name. Since the text is left
    out, a mention takes the words around it along, and so does a claim whose passage is too short to be evidence.
    """
    return {
        "dateline": _FORMAT_VERSION,
        "review": review_fields(itinerary.review),
        **present({"publication": record_fields(itinerary.record)}),
        "journeys": [_journey(journey) for journey in itinerary.journeys],
        "conflicts": [_conflict(conflict, itinerary) for conflict in itinerary.conflicts],
        "travellers": [_with_mark(traveller_fields(traveller)) for traveller in itinerary.travellers],
        "claims": [_claim(claim, itinerary) for claim in itinerary.claims],
        "mentions": [_mention(resolution, itinerary) for resolution in itinerary.mentions],
        "unlocated": [_mention(resolution, itinerary) for resolution in itinerary.unlocated],
        "articles": [_with_mark(article_fields(article)) for article in itinerary.articles],
    }


def _with_mark(fields: dict[str, Any], *, watched: bool = False) -> dict[str, Any]:
    return {**fields, "read": read_mark(fields, watched=watched)}


def _element(identity: str, fields: dict[str, Any], *, watched: bool = False) -> dict[str, Any]:
    return _with_mark({**present(fields), "id": identity}, watched=watched)


def _journey(journey: Journey) -> dict[str, Any]:
    names = {stop.id: stop.place.name for stop in journey.stops}
    held = {"traveller": journey.traveller, "title": journey.title, "background": journey.background}
    held |= {"safety": safety_fields(journey.safety)}
    return {
        **_element(journey.id, held, watched=True),
        "stops": [_stop(stop) for stop in journey.stops],
        "legs": [leg_fields(leg, names) for leg in join_through(journey.legs, journey.stops)],
        "meetings": [_meeting(meeting) for meeting in journey.meetings],
    }


def _stop(stop: Stop) -> dict[str, Any]:
    return _element(
        stop.id,
        {
            "place": place_fields(stop.place),
            "name_in_text": stop.name_in_text,
            "status": stop.status,
            "arrive": times_list(stop.arrive),
            "depart": times_list(stop.depart),
            "cue": quote_fields(stop.cue),
            "confidence": stop.confidence,
            "sources": stop.sources,
            "checked": stop.checked,
            "safety": safety_fields(stop.safety),
            "claims": list(stop.claims),
        },
        watched=True,
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
            "when": times_list(leg.when),
            "cue": quote_fields(leg.cue),
            "via": [place_fields(place) for place in leg.via],
            "sources": leg.sources,
            "checked": leg.checked,
            "claims": list(leg.claims),
        },
        watched=True,
    )


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return _element(
        meeting.id,
        {
            "place": place_fields(meeting.place),
            "name_in_text": meeting.name_in_text,
            "participants": list(meeting.participants),
            "status": meeting.status,
            "when": times_list(meeting.when),
            "cue": quote_fields(meeting.cue),
            "sources": meeting.sources,
            "checked": meeting.checked,
            "safety": safety_fields(meeting.safety),
            "claims": list(meeting.claims),
        },
        watched=True,
    )


def _conflict(conflict: Conflict, itinerary: Itinerary) -> dict[str, Any]:
    values = [
        present(
            {
                "value": side.value,
                "date": side.date,
                "attribution": sources_list(side.attribution),
                "quote": quote_fields(long_enough(side.quote, itinerary)),
            }
        )
        for side in conflict.values
    ]
    held = {"about": conflict.about, "journey": conflict.journey, "values": values}
    return _element(f"conflict:{read_mark(held)}", held)


def _claim(claim: Claim, itinerary: Itinerary) -> dict[str, Any]:
    return _element(
        claim.id,
        {
            "traveller": claim.traveller,
            "act": claim.act,
            "status": claim.status,
            "quote": quote_fields(long_enough(claim.quote, itinerary)),
            "cue": quote_fields(claim.cue),
            "when": time_fields(claim.when) if claim.when else None,
            "mode": claim.mode,
            "attribution": sources_list(claim.attribution),
            "companions": list(claim.companions),
            "background": claim.background,
            "basis": claim.basis if claim.basis != "stated" else None,
            "checked": claim.checked or None,
            "places": [{"role": part.role, **resolution_fields(part.resolution)} for part in claim.places],
        },
    )


def _mention(resolution: Resolution, itinerary: Itinerary) -> dict[str, Any]:
    mention = replace(resolution.mention, passage=mention_passage(resolution.mention, itinerary))
    return _element(at_text(mention.quote), resolution_fields(replace(resolution, mention=mention)))
