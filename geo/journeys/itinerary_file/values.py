"""The small values of the itinerary file: how a place, a time, a quote, a source, an article is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.journeys.itinerary_file.yaml_text import OneLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.model import Place
    from geo.model import Article, Quote, Resolution, Source, Traveller, When

__all__ = [
    "article_fields",
    "at_text",
    "place_fields",
    "present",
    "quote_fields",
    "resolution_fields",
    "sources_list",
    "time_fields",
    "times_list",
    "traveller_fields",
]


def present(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out the fields that hold nothing; false and 0 hold something."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}


def traveller_fields(traveller: Traveller) -> dict[str, Any]:
    """Give a traveller's fields."""
    return present(
        {
            "name": traveller.name,
            "kind": traveller.kind,
            "aliases": list(traveller.aliases),
            "described": list(traveller.described),
        }
    )


def resolution_fields(resolution: Resolution) -> dict[str, Any]:
    """Give the fields of a mention and the place that it was taken for, without the candidates."""
    mention, place = resolution.mention, resolution.place
    return present(
        {
            "text": mention.quote.text,
            "at": at_text(mention.quote),
            "kind": mention.kind,
            "passage": quote_fields(mention.passage),
            "place": OneLine(place_fields(place)) if place else None,
            "confidence": resolution.confidence,
            "reasons": list(resolution.reasons),
        }
    )


def article_fields(article: Article) -> dict[str, Any]:
    """Give what is known of an article, but not its text."""
    return present(
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


def place_fields(place: Place) -> dict[str, Any]:
    """Give a place's fields."""
    box = place.bbox
    return present(
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


def times_list(times: Iterable[When]) -> list[dict[str, Any]]:
    """Give each time's fields, the drawn one first."""
    return [time_fields(when) for when in times]


def time_fields(when: When) -> dict[str, Any]:
    """Give a time's fields; the precision only where the date's form does not tell it."""
    plain = "part" if when.part else parse_edtf(when.edtf).precision
    return present(
        {
            "date": when.edtf,
            "precision": when.precision if when.precision != plain else None,
            "part": when.part,
            "basis": when.basis if when.basis != "stated" else None,
            "words": quote_fields(when.words) if when.words.article else None,
        }
    )


def quote_fields(quote: Quote | None) -> dict[str, Any] | None:
    """Give the words and where they stand, or None for no quote."""
    return {"text": quote.text, "at": at_text(quote)} if quote else None


def at_text(quote: Quote) -> str:
    """Say where a quote stands: the article's id and the offsets."""
    return f"{quote.article}:{quote.start}-{quote.end}"


def sources_list(chain: Iterable[Source]) -> list[dict[str, Any]]:
    """Give an attribution chain, a link a line."""
    return [OneLine(name=source.name, kind=source.kind) for source in chain]
