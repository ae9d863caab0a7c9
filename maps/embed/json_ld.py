"""What search engines read of a map: schema.org's words for it, without a plan among its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.model import TOOK_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["json_ld"]


def json_ld(data: Mapping[str, Any], lang: str, base_url: str = "", *, card: bool = True) -> dict[str, Any]:
    """Build the schema.org description of a map: a `Map` about one `Trip` for each journey, with the articles that it cites.

    Parameters
    ----------
    data
        What `maps.journey_map.page_data` builds.
    lang
        The page's language.
    base_url
        Where the map is published.
    card
        Whether ``card.png`` lies beside it.
    """
    story = data["story"]
    known = {
        "@context": "https://schema.org",
        "@type": "Map",
        "inLanguage": lang,
        "identifier": story["edition"]["id"],
        "name": story["title"],
    }
    if base_url:
        known |= {"url": f"{base_url}/map.html", **({"image": f"{base_url}/card.png"} if card else {})}
    if story["retracted"]:
        return {**known, "creativeWorkStatus": "Retracted", "description": story["retracted"]}
    edition = (
        {"version": story["edition"]["version"], "dateModified": story["edition"]["updated"]}
        if story["edition"]["version"]
        else {}
    )
    return {
        **known,
        **edition,
        "description": story["alt"],
        "creativeWorkStatus": "Published" if story["review"] else "Draft",
        "creditText": " ".join(story["credits"]),
        "about": [trip for trip in (_trip(journey, data["drawing"]["stops"]) for journey in story["journeys"]) if trip],
        "citation": [_article(article) for article in story["articles"]],
    }  # fmt: skip


def _trip(journey: Mapping[str, Any], points: Mapping[str, Iterable[float]]) -> dict[str, Any] | None:
    """Describe a journey by the places that were reached; None if none was."""
    # The format has no word for a plan, and none for what is inferred.
    reached = [stop for stop in journey["stops"] if stop["status"] in TOOK_PLACE and not stop.get("inferred")]
    if not reached:
        return None
    items = [
        {"@type": "ListItem", "position": position, "item": _place(stop, points.get(stop["id"]))}
        for position, stop in enumerate(reached, start=1)
    ]
    ordered = {"@type": "ItemList", "itemListOrder": "https://schema.org/ItemListOrderAscending", "itemListElement": items}
    return {"@type": "Trip", "name": journey["traveller"], "itinerary": ordered}


def _place(stop: Mapping[str, Any], point: Iterable[float] | None) -> dict[str, Any]:
    """Describe a place; an area has a name and no point."""
    named = {"@type": "Place", "name": stop["name"]}
    if stop["area"] or point is None:
        return named
    lon, lat = point
    within = (lon + 180) % 360 - 180
    return {**named, "geo": {"@type": "GeoCoordinates", "latitude": round(lat, 5), "longitude": round(within, 5)}}


def _article(article: Mapping[str, str]) -> dict[str, Any]:
    publisher = {"publisher": {"@type": "Organization", "name": article["publisher"]}} if article["publisher"] else {}
    return {
        "@type": "NewsArticle",
        "headline": article["title"],
        **publisher,
        **({"url": article["url"]} if article["url"] else {}),
    }
