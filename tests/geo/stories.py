"""Read made-up stories as the command does, and look at what came out in few words. No text here was published anywhere."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import geo
from gazetteer import Gazetteer
from geo.reading.articles.article import article_from_text

if TYPE_CHECKING:
    from geo.model import Article, Claim, Itinerary, Journey, Stop

#: A Wednesday: "on Monday" is 13 May, "on Friday", to come, 17 May.
PUBLISHED = date(2024, 5, 15)


@cache
def gazetteer() -> Gazetteer:
    """Open the bundled gazetteer once."""
    return Gazetteer.bundled()


def articles(*texts: str, published: date | None = PUBLISHED) -> list[Article]:
    """Make articles of texts."""
    return [article_from_text(text, published=published) for text in texts]


def tell(*texts: str, published: date | None = PUBLISHED) -> Itinerary:
    """Read texts as the articles of one story."""
    return geo.read_itinerary(articles(*texts, published=published), gazetteer())


def journey(itinerary: Itinerary) -> Journey:
    """Return the one journey that is no background."""
    (only,) = [j for j in itinerary.journeys if not j.background]
    return only


def stop(itinerary: Itinerary, name: str) -> Stop:
    """Return the one stop at the place of this name, background or not."""
    (only,) = [s for j in itinerary.journeys for s in j.stops if s.place.name == name]
    return only


def claim(itinerary: Itinerary) -> Claim:
    """Return the one claim of a story."""
    (only,) = itinerary.claims
    return only


def statuses(itinerary: Itinerary) -> dict[str, str]:
    """Map the name of each stop to its status."""
    return {s.place.name: s.status for j in itinerary.journeys for s in j.stops}


def stops(itinerary: Itinerary) -> list[str]:
    """List the names of the stops of the one journey, in order."""
    return [s.place.name for s in journey(itinerary).stops]


def legs(itinerary: Itinerary) -> list[tuple[str, str, str]]:
    """List the legs of the one journey, as (from, to, mode)."""
    told = journey(itinerary)
    name = {s.id: s.place.name for s in told.stops}
    return [(name[leg.origin], name[leg.destination], leg.mode) for leg in told.legs]


def arrival(itinerary: Itinerary, name: str) -> list[str]:
    """List when the traveller came to a place, in EDTF."""
    return [w.edtf for w in stop(itinerary, name).arrive]


def departure(itinerary: Itinerary, name: str) -> list[str]:
    """List when the traveller left a place, in EDTF."""
    return [w.edtf for w in stop(itinerary, name).depart]


def mentioned(itinerary: Itinerary) -> list[tuple[str, str]]:
    """List the places that are only mentioned, as (words of the text, kind)."""
    return [(r.mention.quote.text, r.mention.kind) for r in itinerary.mentions]
