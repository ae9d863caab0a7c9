"""What was read of one article as rows of plain values: one row a mention, a place of a claim, a stop of a journey."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.model import Place
    from geo.model import Article, Claim, Itinerary, Journey, Resolution, Source, When

__all__ = ["Rows", "claim_rows", "journey_rows", "mention_rows"]

Rows = list[dict[str, Any]]

#: Little-endian WKB of a point.
_POINT = struct.Struct("<BIdd")


def mention_rows(record_id: str, article: Article, resolutions: Sequence[Resolution]) -> Rows:
    """Give a row for each mention, in the order of the text; one that was not located has no place and no point."""
    return [
        {
            "article": record_id,
            "published": article.published,
            "start": found.mention.quote.start,
            "end": found.mention.quote.end,
            "text": found.mention.quote.text,
            "kind": found.mention.kind,
            "confidence": found.confidence,
            **_place(found.place),
        }
        for found in resolutions
    ]


def claim_rows(record_id: str, article: Article, itinerary: Itinerary) -> Rows:
    """Give a row for each place of each claim, with the passage that supports it."""
    return [
        {
            "article": record_id,
            "published": article.published,
            "claim": claim.id,
            "traveller": claim.traveller,
            "companions": "; ".join(claim.companions),
            "act": claim.act,
            "role": part.role,
            "start": claim.quote.start,
            "end": claim.quote.end,
            "quote": claim.quote.text,
            "status": claim.status,
            "cue": claim.cue.text if claim.cue else None,
            "mode": claim.mode,
            "background": claim.background,
            "basis": claim.basis,
            "attribution": _chain(claim.attribution),
            "confidence": part.resolution.confidence,
            **_when("when", (claim.when,) if claim.when else ()),
            **_place(part.resolution.place),
        }
        for claim in itinerary.claims
        for part in claim.places
    ]


def journey_rows(record_id: str, article: Article, itinerary: Itinerary) -> Rows:
    """Give a row for each stop of each journey; ``start`` and ``end`` are those of the first passage that tells of it."""
    claims = {claim.id: claim for claim in itinerary.claims}
    return [row for journey in itinerary.journeys for row in _stops(record_id, article, journey, claims)]


def _stops(record_id: str, article: Article, journey: Journey, claims: dict[str, Claim]) -> Iterator[dict[str, Any]]:
    modes = {leg.destination: leg.mode for leg in journey.legs}
    for stop in journey.stops:
        quote = claims[stop.claims[0]].quote
        yield {
            "article": record_id,
            "published": article.published,
            "journey": journey.id,
            "traveller": journey.traveller,
            "background": journey.background,
            "order": stop.number,
            "start": quote.start,
            "end": quote.end,
            "text": stop.name_in_text,
            "status": stop.status,
            "basis": stop.basis,
            "cue": stop.cue.text if stop.cue else None,
            "mode": modes.get(stop.id),
            "confidence": stop.confidence,
            **_when("arrive", stop.arrive),
            **_when("depart", stop.depart),
            **_place(stop.place),
        }


def _chain(attribution: Sequence[Source]) -> str | None:
    return " > ".join(source.name for source in attribution) or None


def _when(name: str, times: Sequence[When]) -> dict[str, Any]:
    """Give the first time as EDTF, and its first and last day where its year is known."""
    first = times[0] if times else None
    dated = first if first and not first.yearless else None
    return {
        name: first.edtf if first else None,
        f"{name}_from": dated.start if dated else None,
        f"{name}_to": dated.end if dated else None,
    }


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "place_id": place.id,
        "place": place.name,
        "place_type": "area" if place.is_area else "point",
        "feature_code": place.kind.code,
        "country": place.country or None,
        "admin1": place.admin1 or None,
        "lat": place.lat,
        "lon": place.lon,
        "geometry": _POINT.pack(1, 1, place.lon, place.lat),
    }
