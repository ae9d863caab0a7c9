"""What a page, a still or a card says in words, as plain values.

What may be said at all is decided in `geo.desk.publication`: only the published side of an itinerary is put into words, and the desk's own is
turned into it first.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from geo.desk.publication import published_side
from geo.model import TOOK_PLACE
from geo.routes.doubts import find_doubts
from maps.clock import clocks
from maps.disputes import conflict_words, disputes_by_stop
from maps.editions import edition_words
from maps.headline import alt_text, balance, dates_of, summary, title_of
from maps.language import ENGLISH, Language
from maps.lines import ACCESS_KM
from maps.names import place_name
from maps.reasons import reason_words
from maps.remarks import doubt_words, note_words
from maps.words import attribution_words, excerpt, published_words, shortened, sources_of_stop, status_word, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Article, Claim, Itinerary, Journey, Leg, Meeting, Route, Stop
    from geo.routes.doubts import Doubt

__all__ = ["publish"]

#: Colours that main journeys take in turn.
_TONES = 5
_STOOD_FOR = ("metonym", "demonym", "dateline")


def publish(
    itinerary: Itinerary, routes: Iterable[Route], *, title: str | None = None, credit: str = "", language: Language = ENGLISH
) -> dict[str, Any]:
    """Build all that a picture of the itinerary says in words, as plain values for JSON.

    Parameters
    ----------
    itinerary
        What was read.
    routes
        The lines of its legs: their basis, length and countries are told.
    title
        Instead of the one that is made from the stops.
    credit
        Who made the map; it stands first among the credits.
    language
        Of every word that is not an article's or a name.

    Returns
    -------
    dict
        ``title``, ``dates``, ``summary``, ``alt``, ``review``, ``edition`` (which publication this is), ``notes`` (what changed since it was
        first published), ``retracted``, ``balance``, ``conflicts``, ``journeys`` (main ones first), ``mentions``, ``unlocated``, ``articles`` and ``credits``.
    """
    itinerary, routes = published_side(itinerary, routes)
    lines = {route.leg: route for route in routes}
    ordered = sorted(itinerary.journeys, key=lambda journey: journey.background)
    doubts = {doubt.leg: doubt for doubt in find_doubts(itinerary, lines.values())}
    disputes = disputes_by_stop(itinerary.conflicts, itinerary.journeys, language)
    writer = _Writer(itinerary, lines, doubts, disputes, language)
    edition = edition_words(itinerary, language)
    return {
        **_heading(itinerary, title, edition["retracted"], language),
        "dates": dates_of(ordered[0], language) if ordered and not ordered[0].background else "",
        "review": writer.review(),
        **edition,
        "balance": balance(itinerary, language),
        "conflicts": [conflict_words(conflict, language, journeys=itinerary.journeys) for conflict in itinerary.conflicts],
        "journeys": [
            {**writer.journey(journey, letter), "tone": place % _TONES}
            for place, (journey, letter) in enumerate(zip(ordered, _letters(ordered), strict=True))
        ],
        "mentions": writer.mentions(),
        "unlocated": writer.unlocated(),
        "articles": [writer.article(article) for article in itinerary.articles],
        "credits": [*filter(None, [shortened(credit)]), *writer.credits()],
    }


def _heading(itinerary: Itinerary, title: str | None, retracted: str, language: Language) -> dict[str, str]:
    """Give the title, the summary and the alternative text; of what was taken back only that it was."""
    if retracted:
        return {"title": language.say("edition.retracted_title"), "summary": retracted, "alt": retracted}
    made = " ".join((title or title_of(itinerary, language)).split())
    return {"title": made, "summary": summary(itinerary, language), "alt": alt_text(itinerary, language)}


def _letters(journeys: Sequence[Journey]) -> list[str]:
    """Give each journey a letter; the only main one needs none, so that its stops are plain numbers."""
    lone = sum(not journey.background for journey in journeys) == 1
    return ["" if lone and not place else _letter(place) for place in range(len(journeys))]


def _letter(place: int) -> str:
    """Count in letters: A to Z, then AA."""
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Puts the elements of one itinerary into words, field by field."""

    itinerary: Itinerary
    lines: Mapping[str, Route]
    doubts: Mapping[str, Doubt]
    disputes: Mapping[str, Sequence[str]]
    language: Language

    def review(self) -> str:
        review = self.itinerary.review
        if not review.signed:
            return ""
        words = self.language.say("publication.reviewed", name=shortened(review.reviewed_by))
        return f"{words}, {review.reviewed_at}" if review.reviewed_at else words

    def journey(self, journey: Journey, letter: str) -> dict[str, Any]:
        times = {} if journey.background else clocks(journey)
        return {
            "id": journey.id,
            "letter": letter,
            "title": shortened(journey.title or journey.traveller),
            "traveller": shortened(journey.traveller),
            "earlier": journey.background,
            "dates": dates_of(journey, self.language),
            "stops": [
                {**self.stop(stop), "label": f"{letter}{stop.number}", "clock": times.get(stop.id, [])} for stop in journey.stops
            ],
            "legs": [self.leg(leg, journey) for leg in journey.legs],
            "meetings": [self.meeting(meeting) for meeting in journey.meetings],
        }

    def stop(self, stop: Stop) -> dict[str, Any]:
        return {
            "id": stop.id,
            **self.named(stop.place, stop.name_in_text),
            **self.status(stop.status),
            **self.inference(stop),
            **self.protection(stop.protected),
            "times": self.times(stop),
            "disputes": list(self.disputes.get(stop.id, ())),
            "sources": sources_of_stop(stop, self.language),
            "quotes": self.quotes(stop.claims),
        }

    def named(self, place: Place, in_text: str) -> dict[str, Any]:
        name = place_name(place, self.language)
        spelled = in_text if in_text and in_text.casefold() != name.casefold() else ""
        return {"name": shortened(name), "inText": shortened(spelled), "area": place.is_area}

    def status(self, status: str) -> dict[str, str]:
        return {"status": status, "word": self.language.say(f"status.{status}")}

    def inference(self, stop: Stop) -> dict[str, str]:
        """Say, of an inferred stop, that it was read from the context; its word is that, and never ``reported``."""
        if stop.basis != "inferred":
            return {}
        return {"word": status_word(stop, self.language), "inferred": self.language.say("inferred.note")}

    def protection(self, protected: bool) -> dict[str, str]:
        """Say, of a place that an area stands for, that it does."""
        return {"protected": self.language.say("safety.area")} if protected else {}

    def times(self, stop: Stop) -> list[str]:
        """Tell when a stop was reached and left; of one that is inferred only the day, for no report says that anybody arrived."""
        if stop.basis == "inferred":
            days = [when_words(when, self.language) for when in dict.fromkeys((*stop.arrive, *stop.depart))]
            return [self.language.joined(days, last="or")] if days else []
        told = []
        keys = ("arrived", "left") if stop.status in TOOK_PLACE else ("arrival", "departure")
        for key, times in zip(keys, (stop.arrive, stop.depart), strict=True):
            if times:
                words = self.language.joined([when_words(when, self.language) for when in times], last="or")
                doubt = f" {self.language.say('time.disagree')}" if len(times) > 1 else ""
                told.append(f"{self.language.say(f'time.{key}', times=words)}{doubt}")
        return told

    def leg(self, leg: Leg, journey: Journey) -> dict[str, Any]:
        names = {stop.id: shortened(place_name(stop.place, self.language)) for stop in journey.stops}
        route = self.lines.get(leg.id)
        basis = route.basis if route else "great circle"
        ends = {"first": names.get(leg.origin, ""), "last": names.get(leg.destination, "")}
        doubt = self.doubts.get(leg.id)
        name, how = self.language.say("title.way", **ends), self.how(leg, route)
        beside = (leg.origin, leg.destination) in pairwise(stop.id for stop in journey.stops)
        return {
            "id": leg.id,
            "from": leg.origin,
            "to": leg.destination,
            "name": name,
            "mode": leg.mode,
            **self.status(leg.status),
            "basis": basis,
            "how": how,
            # In the list a way stands above its end; where its start is not the stop before, it says from where it comes.
            "listed": how if beside else self.language.say("list.comma").join((name, how)),
            "line": self.language.say(f"basis.{basis.replace(' ', '_')}"),
            **self.note(route, journey),
            "doubt": doubt_words(doubt, leg.mode, **ends, language=self.language) if doubt else "",
            "access": route is not None and max(route.access_km) >= ACCESS_KM and basis in ("track", "road"),
            "other": route is not None and bool(route.alternatives),
            "quotes": self.quotes(leg.claims),
        }

    def note(self, route: Route | None, journey: Journey) -> dict[str, str]:
        """Tell what is to be known of a line; a note that `geo.routes` did not write stays as it is, in English as far as is known."""
        note = route.note if route else ""
        words = note_words(
            note, self.language, {stop.place.name: place_name(stop.place, self.language) for stop in journey.stops}
        )
        return {"note": words} if words or not note else {"note": note, "noteLang": ENGLISH.code}

    def how(self, leg: Leg, route: Route | None) -> str:
        mode = self.language.say(f"mode.{leg.mode}")
        if route is None or not route.length_km:
            return mode
        return self.language.say("publication.length", mode=mode, km=self.language.grouped(_rounded(route.length_km)))

    def meeting(self, meeting: Meeting) -> dict[str, Any]:
        when = [when_words(when, self.language) for when in meeting.when]
        return {
            "id": meeting.id,
            **self.named(meeting.place, meeting.name_in_text),
            "participants": self.language.joined([shortened(name) for name in meeting.participants]),
            **self.status(meeting.status),
            **self.protection(meeting.protected),
            "times": [self.language.joined(when, last="or")] if when else [],
            "sources": self.language.counted(meeting.sources, "source"),
            "quotes": self.quotes(meeting.claims),
        }

    def quotes(self, claims: Iterable[str]) -> list[dict[str, Any]]:
        """Return the passages behind an element, each once, in the order of its claims."""
        quotes: dict[str, dict[str, Any]] = {}
        known = {claim.id: claim for claim in self.itinerary.claims}
        for claim in (known[name] for name in claims):
            quote = self.quote(claim, self.itinerary.article(claim.quote.article))
            quotes.setdefault(repr(quote), quote)
        return list(quotes.values())

    def quote(self, claim: Claim, article: Article) -> dict[str, Any]:
        shown = self.article(article)
        source = attribution_words(claim.attribution, self.language) or shown["publisher"]
        by = dict.fromkeys(filter(None, (shown["publisher"], *(shortened(link.name) for link in claim.attribution))))
        words = self.words(claim)
        return {
            "text": words,
            **({} if words else {"note": self.language.say("safety.none" if claim.quote.end else "safety.held")}),
            "source": shortened(source or self.language.say("source.unknown")),
            "title": shown["title"],
            "published": shown["published"],
            "url": shown["url"],
            "by": list(by),
            "day": article.published.isoformat() if article.published else "",
            "status": claim.status,
            **({"inferred": True} if claim.basis == "inferred" else {}),
        }

    def words(self, claim: Claim) -> str:
        edition = self.itinerary.edition
        return " ".join(claim.quote.text.split()) if edition and edition.quotes == "full" else excerpt(claim)

    def article(self, article: Article) -> dict[str, str]:
        return {
            "title": shortened(article.title) or self.language.say("publication.untitled"),
            "publisher": shortened(article.publisher),
            "published": published_words(article.published, self.language, inferred=article.published_basis == "inferred"),
            "url": article.url,
        }

    def mentions(self) -> list[dict[str, str]]:
        """List the places that are only mentioned, each once, with what the name stood for."""
        shown: dict[str, dict[str, str]] = {}
        for reading in self.itinerary.mentions:
            if reading.place is not None:
                kind = reading.mention.kind
                note = self.language.say(f"publication.{kind}") if kind in _STOOD_FOR else ""
                name = shortened(place_name(reading.place, self.language))
                shown.setdefault(reading.place.id, {"id": reading.place.id, "name": name, "note": note})
        return list(shown.values())

    def unlocated(self) -> list[dict[str, str]]:
        none = self.language.say("publication.no_place")
        return [
            {
                "name": shortened(reading.mention.quote.text),
                "reason": shortened(reason_words(reading.reasons[0], self.language)) if reading.reasons else none,
            }
            for reading in self.itinerary.unlocated
        ]

    def credits(self) -> list[str]:
        ways = any(route.basis in ("track", "road") for route in self.lines.values())
        return [self.language.say(f"publication.{key}") for key in ("ground", "places", *(["ways"] if ways else []))]


def _rounded(length_km: float) -> int:
    """Round a length to two significant figures or so: the network is no survey."""
    step = 10 if length_km >= 100 else 1
    return round(length_km / step) * step
