"""A sheet to check an itinerary by, on paper or on a screen: each claim, its passage in its context, who says so, and a box to tick.

It is the desk's: it shows true places and passages in full, and says so.
"""

from __future__ import annotations

import base64
import hashlib
import html
from importlib.resources import files
from typing import TYPE_CHECKING

from maps.language import ENGLISH
from maps.words import attribution_words, published_words, shortened, status_word, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.model import Article, Claim, Itinerary, Journey, Quote

__all__ = ["checksheet"]

#: How much of an article stands before and behind a passage, in characters.
_CONTEXT = 240
_ACTS = {"depart": "leaves", "arrive": "arrives in", "pass": "passes", "stay": "is in", "meet": "meets in", "travel": "travels"}
_ROLES = {"from": "from", "to": "to", "via": "by way of", "at": "in"}


def checksheet(itinerary: Itinerary, articles: Iterable[Article] = ()) -> str:
    """Write the sheet as one HTML page that asks nobody for anything.

    Parameters
    ----------
    itinerary
        The desk's.
    articles
        Those of its articles whose text is at hand: passages from them stand in their context.

    Returns
    -------
    str
        HTML. Its button saves the ticks as a file for `geo.journeys.itinerary_file.ticks.carry_ticks`.
    """
    return _Sheet(itinerary, {article.id: article for article in articles}).page()


class _Sheet:
    def __init__(self, itinerary: Itinerary, texts: Mapping[str, Article]) -> None:
        self._itinerary = itinerary
        self._texts = texts
        self._numbers = {claim.id: number for number, claim in enumerate(itinerary.claims, 1)}
        self._uses = dict(_uses(itinerary))

    def page(self) -> str:
        style, script = _asset("checksheet.css"), _asset("checksheet.js")
        policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
        title = next((shortened(journey.title or journey.traveller) for journey in self._itinerary.journeys), "no journey")
        sections = "".join(self._sections())
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>Check sheet: {html.escape(title)}</title>\n"
            f'<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n'
            f"<header><h1>{html.escape(title)}</h1>\n<p>Check sheet. For the desk, not for publication: it names places that are held back, and quotes in full.</p>\n"
            f"<p>{len(self._itinerary.claims)} claims from {len(self._itinerary.articles)} articles. "
            f"Compare each with its article, tick it, and sign with your initials.</p>\n{self._first()}</header>\n"
            f"<main>\n{sections}</main>\n"
            '<p class="save"><button type="button" id="save">Save the ticks</button> Then: dateline checksheet itinerary.yaml --ticks ticks.json</p>\n'
            f"<script>{script}</script>\n</body>\n</html>\n"
        )

    def _first(self) -> str:
        """Lead to the inferred claims: those are to be looked at first."""
        numbers = [self._numbers[claim.id] for claim in self._itinerary.claims if claim.basis == "inferred"]
        if not numbers:
            return ""
        links = ", ".join(f'<a href="#claim-{number}">{number}</a>' for number in numbers)
        return f"<p>Look at these first: no report of them was found, they are inferred from the context. {links}</p>\n"

    def _sections(self) -> Iterator[str]:
        told: set[str] = set()
        for journey in self._itinerary.journeys:
            claims = [claim for claim in self._itinerary.claims if claim.id not in told and claim.id in _claims_of(journey)]
            told |= {claim.id for claim in claims}
            heading = f"{'Earlier trip: ' if journey.background else ''}{shortened(journey.title or journey.traveller)}"
            yield self._section(heading, claims)
        yield self._section("Read, but not on the map", [claim for claim in self._itinerary.claims if claim.id not in told])

    def _section(self, heading: str, claims: list[Claim]) -> str:
        if not claims:
            return ""
        rows = "".join(self._row(claim) for claim in claims)
        return f"<section>\n<h2>{html.escape(heading)}</h2>\n<ol>\n{rows}</ol>\n</section>\n"

    def _row(self, claim: Claim) -> str:
        number = self._numbers[claim.id]
        ticked = " checked" if claim.checked else ""
        label = html.escape(f"Claim {number} is right", quote=True)
        uses = "; ".join(self._uses.get(claim.id, ()))
        used = f'<p class="told">On the map: {html.escape(uses)}</p>\n' if uses else ""
        word = html.escape(status_word(claim))
        return (
            f'<li id="claim-{number}"><input type="checkbox" value="{html.escape(claim.id)}" aria-label="{label}"{ticked}>\n'
            f'<div><p class="says">{number}. {html.escape(_statement(claim))}<span class="word">{word}</span></p>\n'
            f"<blockquote>{self._passage(claim)}</blockquote>\n"
            f'<p class="told">{html.escape(self._source(claim))}</p>\n{used}</div>\n<p class="initials">initials</p></li>\n'
        )

    def _passage(self, claim: Claim) -> str:
        """Write the passage with its cue marked, and what stands around it where the text is at hand."""
        quote = claim.quote
        article = self._texts.get(quote.article)
        before = article.text[max(0, quote.start - _CONTEXT) : quote.start] if article else ""
        behind = article.text[quote.end : quote.end + _CONTEXT] if article else ""
        return f"{_grey(before[before.find(' ') + 1 :])}{_marked(quote, claim.cue)}{_grey(behind[: behind.rfind(' ') + 1])}"

    def _source(self, claim: Claim) -> str:
        article = self._itinerary.article(claim.quote.article)
        chain = attribution_words(claim.attribution) or "the article itself"
        if claim.basis == "inferred":
            chain = "nobody, it is inferred from the context"
        named = ", ".join(filter(None, (article.title or article.name, article.publisher, published_words(article.published))))
        return f"Says so: {chain}. In: {named} (characters {claim.quote.start} to {claim.quote.end})."


def _uses(itinerary: Itinerary) -> Iterator[tuple[str, list[str]]]:
    """Tell what stands on each claim."""
    for claim in itinerary.claims:
        uses = []
        for journey in itinerary.journeys:
            names = {stop.id: stop.place.name for stop in journey.stops}
            uses += [f"stop {stop.number}, {stop.place.name}" for stop in journey.stops if claim.id in stop.claims]
            uses += [
                f"way from {names[leg.origin]} to {names[leg.destination]}" for leg in journey.legs if claim.id in leg.claims
            ]
            uses += [f"meeting in {meeting.place.name}" for meeting in journey.meetings if claim.id in meeting.claims]
        yield claim.id, uses


def _claims_of(journey: Journey) -> set[str]:
    return {claim for element in journey.elements for claim in element.claims}


def _statement(claim: Claim) -> str:
    """Say in words what the reader took from the passage."""
    places = [
        f"{_ROLES[part.role]} {shortened(part.resolution.place.name if part.resolution.place else part.resolution.mention.quote.text)}"
        for part in claim.places
    ]
    act = _ACTS[claim.act].split()[0]
    with_whom = f"with {', '.join(map(shortened, claim.companions))}" if claim.companions else ""
    mode = ENGLISH.say(f"mode.{claim.mode}") if claim.mode != "unknown" else ""
    when = when_words(claim.when) if claim.when else "no date"
    return " ".join(filter(None, (shortened(claim.traveller), act, *places, with_whom, mode))) + f"; {when}"


def _grey(context: str) -> str:
    return f'<span class="context">{html.escape(context)}</span>' if context else ""


def _marked(quote: Quote, cue: Quote | None) -> str:
    text = quote.text
    if cue is None or cue.article != quote.article or not quote.start <= cue.start < cue.end <= quote.end:
        return html.escape(text)
    start, end = cue.start - quote.start, cue.end - quote.start
    return f"{html.escape(text[:start])}<mark>{html.escape(text[start:end])}</mark>{html.escape(text[end:])}"


def _asset(name: str) -> str:
    return (files("maps") / "assets" / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
