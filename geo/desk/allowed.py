"""The allow-list: what of an itinerary may leave the desk, copied field by field.

Left at the desk are the articles' text and file names, the words by which times were read, the candidates and the reasons of the
reader, descriptions of travellers, ticks, editors' decisions, the record, and every claim and article on which nothing published stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geo.desk.silence import NO_QUOTE
from geo.model import (
    Article,
    Claim,
    Conflict,
    ConflictValue,
    Itinerary,
    Journey,
    Leg,
    Meeting,
    Mention,
    PlaceRole,
    Quote,
    Resolution,
    Stop,
    Traveller,
    When,
)
from geo.passages import long_enough, mention_passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.desk.model import QuoteLength

__all__ = ["allowed", "web_address"]


def allowed(itinerary: Itinerary, quotes: QuoteLength) -> Itinerary:
    """Copy what may be published; with ``quotes`` ``none`` the passages' words go, and where they stand stays."""
    return _Copier(itinerary, bare=quotes == "none").itinerary()


def web_address(url: str) -> str:
    """Return an address that any reader may follow, or nothing: no path of the desk's own disk, no user name or password."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    fit = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
    return url if fit and not any(sign.isspace() for sign in url) else ""


class _Copier:
    def __init__(self, itinerary: Itinerary, *, bare: bool) -> None:
        self._whole = itinerary
        self._bare = bare

    def itinerary(self) -> Itinerary:
        whole = self._whole
        used = {claim for journey in whole.journeys for element in journey.elements for claim in element.claims}
        travellers = {journey.traveller for journey in whole.journeys}
        return Itinerary(
            articles=tuple(_article(article) for article in whole.articles),
            travellers=tuple(
                Traveller(each.name, each.kind, each.aliases) for each in whole.travellers if each.name in travellers
            ),
            claims=tuple(self._claim(claim) for claim in whole.claims if claim.id in used),
            journeys=tuple(_journey(journey) for journey in whole.journeys),
            conflicts=tuple(self._conflict(conflict) for conflict in whole.conflicts),
            mentions=tuple(self._mention(found) for found in whole.mentions),
            unlocated=tuple(self._mention(found) for found in whole.unlocated),
        )

    def _passage(self, quote: Quote) -> Quote:
        if not quote.text:
            return quote
        whole = long_enough(quote, self._whole)
        return Quote(whole.article, whole.start, whole.end, "") if self._bare else whole

    def _claim(self, claim: Claim) -> Claim:
        return Claim(
            id=claim.id,
            traveller=claim.traveller,
            act=claim.act,
            places=tuple(PlaceRole(part.role, _resolution(part.resolution, None, ())) for part in claim.places),
            quote=self._passage(claim.quote),
            status=claim.status,
            cue=claim.cue,
            when=claim.when,
            mode=claim.mode,
            attribution=claim.attribution,
            companions=claim.companions,
            background=claim.background,
            basis=claim.basis,
        )

    def _conflict(self, conflict: Conflict) -> Conflict:
        sides = (ConflictValue(side.value, side.date, side.attribution, self._passage(side.quote)) for side in conflict.values)
        return Conflict(conflict.about, conflict.journey, tuple(sides))

    def _mention(self, found: Resolution) -> Resolution:
        """Copy a mention with its passage; of the reasons only the one that says why a name has no place."""
        passage = mention_passage(found.mention, self._whole)
        shown = self._passage(passage) if passage else None
        return _resolution(found, shown, found.reasons[:1] if found.place is None else ())


def _article(article: Article) -> Article:
    return Article(
        id=article.id,
        text="",
        sha256=article.sha256,
        title=article.title,
        publisher=article.publisher,
        url=web_address(article.url),
        lang=article.lang,
        published=article.published,
        published_basis=article.published_basis,
    )


def _resolution(found: Resolution, passage: Quote | None, reasons: tuple[str, ...]) -> Resolution:
    mention = Mention(found.mention.quote, found.mention.kind, passage)
    return Resolution(mention, found.place, found.confidence, reasons=reasons)


def _journey(journey: Journey) -> Journey:
    return Journey(
        id=journey.id,
        traveller=journey.traveller,
        title=journey.title,
        stops=tuple(map(_stop, journey.stops)),
        legs=tuple(map(_leg, journey.legs)),
        meetings=tuple(map(_meeting, journey.meetings)),
        background=journey.background,
    )


def _stop(stop: Stop) -> Stop:
    return Stop(
        id=stop.id,
        number=stop.number,
        place=stop.place,
        name_in_text=stop.name_in_text,
        status=stop.status,
        confidence=stop.confidence,
        claims=stop.claims,
        arrive=_times(stop.arrive),
        depart=_times(stop.depart),
        cue=stop.cue,
        sources=stop.sources,
        basis=stop.basis,
        protected=stop.protected,
    )


def _leg(leg: Leg) -> Leg:
    return Leg(
        id=leg.id,
        origin=leg.origin,
        destination=leg.destination,
        mode=leg.mode,
        status=leg.status,
        claims=leg.claims,
        when=_times(leg.when),
        cue=leg.cue,
        via=leg.via,
        sources=leg.sources,
    )


def _meeting(meeting: Meeting) -> Meeting:
    return Meeting(
        id=meeting.id,
        place=meeting.place,
        name_in_text=meeting.name_in_text,
        participants=meeting.participants,
        status=meeting.status,
        claims=meeting.claims,
        when=_times(meeting.when),
        cue=meeting.cue,
        sources=meeting.sources,
        protected=meeting.protected,
    )


def _times(times: Iterable[When]) -> tuple[When, ...]:
    return tuple(When(when.start, when.end, when.precision, NO_QUOTE, when.basis, when.part, when.yearless) for when in times)
