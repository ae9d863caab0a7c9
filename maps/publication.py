"""What may leave the desk: the fields of an itinerary that a page, a still or a card may show, and no others.

Everything published is built here, field by field. What is not named here stays at the desk: the names of the desk's files, the
articles' text beyond short quotes, the candidates and reasons of the reader, claims that no stop, leg or meeting stands on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from maps.headline import alt_text, balance, dates_of, summary, title_of
from maps.words import (
    BASIS_WORDS,
    MODE_WORDS,
    STATUS_WORDS,
    attribution_words,
    counted,
    excerpt,
    join_words,
    published_words,
    shortened,
    when_words,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Article, Claim, Itinerary, Journey, Leg, Meeting, Route, Stop

__all__ = ["publish"]

#: Colours that main journeys take in turn.
_TONES = 5
_CREDITS = {
    "ground": "Basemap: Natural Earth.",
    "places": "Place names: GeoNames, CC BY 4.0.",
    "ways": "Railways and roads: © OpenStreetMap contributors, ODbL.",
}


def publish(itinerary: Itinerary, routes: Iterable[Route], *, title: str | None = None) -> dict[str, Any]:
    """Build all that a picture of the itinerary says in words, as plain values for JSON.

    Parameters
    ----------
    itinerary
        What was read.
    routes
        The lines of its legs: their basis, length and countries are told.
    title
        Instead of the one that is made from the stops.

    Returns
    -------
    dict
        ``title``, ``summary``, ``alt``, ``review``, ``balance``, ``journeys`` (main ones first), ``mentions``, ``unlocated``,
        ``articles`` and ``credits``.
    """
    lines = {route.leg: route for route in routes}
    ordered = sorted(itinerary.journeys, key=lambda journey: journey.background)
    return {
        "title": " ".join((title or title_of(itinerary)).split()),
        "dates": dates_of(ordered[0]) if ordered and not ordered[0].background else "",
        "summary": summary(itinerary),
        "alt": alt_text(itinerary),
        "review": _review(itinerary),
        "balance": balance(itinerary),
        "journeys": [
            {**_journey(journey, letter, itinerary, lines), "tone": place % _TONES}
            for place, (journey, letter) in enumerate(zip(ordered, _letters(ordered), strict=True))
        ],
        "mentions": _mentions(itinerary),
        "unlocated": [
            {"name": shortened(reading.mention.quote.text), "reason": _reason(reading.reasons)} for reading in itinerary.unlocated
        ],
        "articles": [_article(article) for article in itinerary.articles],
        "credits": _credits(lines),
    }


def _review(itinerary: Itinerary) -> str:
    review = itinerary.review
    if not review.signed:
        return ""
    return f"Reviewed by {shortened(review.reviewed_by)}{f', {review.reviewed_at}' if review.reviewed_at else ''}"


def _letters(journeys: Sequence[Journey]) -> list[str]:
    """Give each journey a letter; the only main one needs none, so that its stops are plain numbers."""
    lone = sum(not journey.background for journey in journeys) == 1
    return ["" if lone and not place else _letter(place) for place in range(len(journeys))]


def _letter(place: int) -> str:
    """Count in letters: A to Z, then AA."""
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _journey(journey: Journey, letter: str, itinerary: Itinerary, lines: Mapping[str, Route]) -> dict[str, Any]:
    return {
        "id": journey.id,
        "letter": letter,
        "title": shortened(journey.title or journey.traveller),
        "traveller": shortened(journey.traveller),
        "earlier": journey.background,
        "dates": dates_of(journey),
        "stops": [{**_stop(stop, itinerary), "label": f"{letter}{stop.number}"} for stop in journey.stops],
        "legs": [_leg(leg, journey, itinerary, lines.get(leg.id)) for leg in journey.legs],
        "meetings": [_meeting(meeting, itinerary) for meeting in journey.meetings],
    }


def _stop(stop: Stop, itinerary: Itinerary) -> dict[str, Any]:
    return {
        "id": stop.id,
        **_named(stop.place, stop.name_in_text),
        "status": stop.status,
        "word": STATUS_WORDS[stop.status],
        "times": _times(stop),
        "sources": counted(stop.sources, "independent source"),
        "quotes": _quotes(stop.claims, itinerary),
    }


def _named(place: Place, in_text: str) -> dict[str, Any]:
    spelled = in_text if in_text and in_text.casefold() != place.name.casefold() else ""
    return {"name": shortened(place.name), "inText": shortened(spelled), "area": place.is_area}


def _times(stop: Stop) -> list[str]:
    told = []
    for verb, times in (("Arrived", stop.arrive), ("Left", stop.depart)):
        if times:
            label = (
                verb if stop.status in ("happened", "under_way", "past") else {"Arrived": "Arrival", "Left": "Departure"}[verb]
            )
            doubt = " (sources disagree)" if len(times) > 1 else ""
            told.append(f"{label} {join_words([when_words(when) for when in times], last='or')}{doubt}")
    return told


def _leg(leg: Leg, journey: Journey, itinerary: Itinerary, route: Route | None) -> dict[str, Any]:
    names = {stop.id: stop.place.name for stop in journey.stops}
    length = f", about {_rounded(route.length_km)} km" if route and route.length_km else ""
    return {
        "id": leg.id,
        "from": leg.origin,
        "to": leg.destination,
        "name": f"{names.get(leg.origin, '')} to {names.get(leg.destination, '')}",
        "mode": leg.mode,
        "status": leg.status,
        "word": STATUS_WORDS[leg.status],
        "basis": route.basis if route else "great circle",
        "how": f"{MODE_WORDS[leg.mode]}{length}",
        "line": BASIS_WORDS[route.basis if route else "great circle"],
        "quotes": _quotes(leg.claims, itinerary),
    }


def _rounded(length_km: float) -> str:
    """Round a length to two significant figures or so: the network is no survey."""
    step = 10 if length_km >= 100 else 1
    return f"{round(length_km / step) * step:,}"


def _meeting(meeting: Meeting, itinerary: Itinerary) -> dict[str, Any]:
    return {
        "id": meeting.id,
        **_named(meeting.place, meeting.name_in_text),
        "participants": join_words([shortened(name) for name in meeting.participants]),
        "status": meeting.status,
        "word": STATUS_WORDS[meeting.status],
        "times": [join_words([when_words(when) for when in meeting.when], last="or")] if meeting.when else [],
        "sources": counted(meeting.sources, "independent source"),
        "quotes": _quotes(meeting.claims, itinerary),
    }


def _quotes(claims: Iterable[str], itinerary: Itinerary) -> list[dict[str, str]]:
    """Return the passages behind an element, each once, in the order of its claims."""
    quotes: list[dict[str, str]] = []
    for claim_id in claims:
        claim = itinerary.claim(claim_id)
        quote = _quote(claim, itinerary.article(claim.quote.article))
        if quote not in quotes:
            quotes.append(quote)
    return quotes


def _quote(claim: Claim, article: Article) -> dict[str, str]:
    shown = _article(article)
    source = attribution_words(claim.attribution) or shown["publisher"] or "source not named"
    return {
        "text": excerpt(claim),
        "source": shortened(source),
        "title": shown["title"],
        "published": shown["published"],
        "url": shown["url"],
    }


def _article(article: Article) -> dict[str, str]:
    return {
        "title": shortened(article.title) or "Untitled article",
        "publisher": shortened(article.publisher),
        "published": published_words(article.published),
        "url": _web_address(article.url),
    }


def _web_address(url: str) -> str:
    """Return an address that a reader may follow, or nothing: only http and https, with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname and not any(sign.isspace() for sign in url) else ""


def _mentions(itinerary: Itinerary) -> list[dict[str, str]]:
    """List the places that are only mentioned, each once, with what the name stood for."""
    stood_for = {
        "metonym": "named for its government",
        "demonym": "named for its people",
        "dateline": "where an article was written",
    }
    shown: dict[str, dict[str, str]] = {}
    for reading in itinerary.mentions:
        if reading.place is not None:
            note = stood_for.get(reading.mention.kind, "")
            shown.setdefault(reading.place.id, {"id": reading.place.id, "name": shortened(reading.place.name), "note": note})
    return list(shown.values())


def _reason(reasons: tuple[str, ...]) -> str:
    return shortened(reasons[0]) if reasons else "no place of that name was found"


def _credits(lines: Mapping[str, Route]) -> list[str]:
    ways = any(route.basis in ("track", "road") for route in lines.values())
    return [_CREDITS["ground"], _CREDITS["places"], *([_CREDITS["ways"]] if ways else [])]
