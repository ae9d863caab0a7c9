"""What an editor should look at before signing: what is thinly told, disputed, guessed, or no longer what the sources say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.desk.publication import publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from geo.model import Article, Claim, Itinerary, Journey, Leg, Quote, Stop

__all__ = ["Finding", "findings", "source_findings"]

#: Below this chance that the place is right a person should look at it.
_SURE = 0.75
#: No place has a name of more characters.
_LONGEST_NAME = 120
_HEDGED = ("planned", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: ``fault`` must be mended before the itinerary can be trusted, ``look`` asks for an editor's eye; ``where`` names it."""

    kind: Literal["fault", "look"]
    where: str
    what: str


def findings(itinerary: Itinerary, *, as_of: date | None = None) -> list[Finding]:
    """List what an editor should look at, journey by journey, then what concerns the whole.

    Parameters
    ----------
    itinerary
        The desk's, as its file says it.
    as_of
        The day for which people's safety is judged.
    """
    found = [finding for journey in itinerary.journeys for finding in _of_journey(journey, itinerary)]
    found += [
        Finding("look", conflict.about, "the sources disagree; both accounts are published") for conflict in itinerary.conflicts
    ]
    found += [
        Finding("look", _short(one.mention.quote.text), f"not located: {'; '.join(one.reasons) or 'no reason given'}")
        for one in itinerary.unlocated
    ]
    return [*found, *_of_publication(itinerary, as_of)]


def source_findings(itinerary: Itinerary, articles: Iterable[Article]) -> list[Finding]:
    """Tell which passages of an itinerary are no longer in its articles as they are now.

    An article is known again by its name, where its text is no longer the one that was read.
    """
    texts = {article.sha256: article for article in articles}
    names = {article.name: article for article in texts.values()}
    found: list[Finding] = []
    for known in itinerary.articles:
        article = texts.get(known.sha256) or names.get(known.name)
        called = known.title or known.name or known.id
        if article is None:
            found.append(Finding("look", called, "this article was not given, so its passages were not compared"))
        elif article.sha256 != known.sha256:
            found += _changed(called, article, [quote for quote in _quotes(itinerary) if quote.article == known.id])
        else:
            found += [
                _altered(quote) for quote in _quotes(itinerary) if quote.article == known.id and not _stands(quote, article)
            ]
    return found


def _of_journey(journey: Journey, itinerary: Itinerary) -> Iterator[Finding]:
    if journey.background:
        return
    for stop in journey.stops:
        where = f"{stop.number}. {_short(stop.place.name)} ({journey.traveller})"
        yield from (Finding("look", where, what) for what in _of_stop(stop, itinerary))
    names = {stop.id: _short(stop.place.name) for stop in journey.stops}
    for leg in journey.legs:
        where = f"{names[leg.origin]} to {names[leg.destination]} ({journey.traveller})"
        yield from (Finding("look", where, what) for what in _of_leg(leg))


def _of_stop(stop: Stop, itinerary: Itinerary) -> Iterator[str]:
    yield from _of_name(stop.place.name)
    if not stop.claims:
        yield "no passage stands behind it: a person added it"
    elif stop.basis == "inferred":
        yield "no report of a stop here was found: it is inferred from the context"
    elif stop.sources == 1 and stop.status not in _HEDGED:
        yield f"one source only: {_origin(itinerary.claim(stop.claims[0]), itinerary)}"
    if stop.confidence < _SURE:
        yield f"the place is not sure ({stop.confidence:.0%}): {stop.name_in_text or stop.place.name} may be another"
    if len(stop.arrive) > 1 or len(stop.depart) > 1:
        yield "the sources give several dates; the first is drawn"
    if any(when.basis == "inferred" for when in (*stop.arrive, *stop.depart)):
        yield "a date is inferred, not stated"
    if not stop.arrive and not stop.depart and stop.status not in _HEDGED:
        yield "no date is given"


def _of_name(name: str) -> Iterator[str]:
    """Say what no place's name has, which a slip of the hand or an attack put there."""
    if len(name) > _LONGEST_NAME:
        yield f"its name is {len(name):,} characters long"
    if not name.strip():
        yield "its name is empty"
    if odd := sorted({c for c in name if not c.isprintable() or c in "<>{}"}):
        yield f"its name holds what no name does: {', '.join(c if c.isprintable() else f'U+{ord(c):04X}' for c in odd)}"


def _of_leg(leg: Leg) -> Iterator[str]:
    if leg.mode == "unknown" and leg.status not in _HEDGED:
        yield "no means of travel is given"


def _of_publication(itinerary: Itinerary, as_of: date | None) -> Iterator[Finding]:
    if itinerary.record.retraction is not None:
        yield Finding("look", itinerary.record.id, "this publication was taken back; only a notice is made of it")
        return
    publication = publish(itinerary, as_of=as_of)
    for held in publication.held:
        one = held.decision
        shown = "shown as it is" if one.show == "exact" else "shown only as its region" if held.area else "held back"
        yield Finding("look", f"{one.place.name} ({one.traveller})", f"{shown}: {one.why}" + (f" ({one.by})" if one.by else ""))
    review, edition = itinerary.review, publication.itinerary.edition
    if review.signed and edition and edition.state == "draft":
        why = (
            "something that is published changed since"
            if review.seal
            else "the name was typed in; dateline sign makes it a signature"
        )
        yield Finding("look", "signature", f"{review.reviewed_by} does not answer for this any more: {why}")


def _origin(claim: Claim, itinerary: Itinerary) -> str:
    if claim.attribution:
        return claim.attribution[-1].name
    article = itinerary.article(claim.quote.article)
    return article.publisher or article.title or article.name or "the article itself"


def _quotes(itinerary: Itinerary) -> list[Quote]:
    """Gather every passage that something stands on."""
    quotes = [claim.quote for claim in itinerary.claims] + [claim.cue for claim in itinerary.claims if claim.cue]
    quotes += [side.quote for conflict in itinerary.conflicts for side in conflict.values]
    quotes += [found.mention.quote for found in (*itinerary.mentions, *itinerary.unlocated)]
    return list(dict.fromkeys(quotes))


def _stands(quote: Quote, article: Article) -> bool:
    return article.text[quote.start : quote.end] == quote.text


def _altered(quote: Quote) -> Finding:
    return Finding(
        "fault",
        f"{quote.article}:{quote.start}-{quote.end}",
        f"the article does not say “{_short(quote.text)}” there; put its own words back",
    )


def _changed(called: str, article: Article, quotes: Sequence[Quote]) -> list[Finding]:
    """Tell of an article whose text changed: each passage is still in it, somewhere, or is gone."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    text = " ".join(article.text.split())
    gone = [quote for quote in quotes if " ".join(quote.text.split()) not in text]
    found = [Finding("look", called, f"the article changed since it was read (it is {digest} now); read it again")]
    return found + [Finding("fault", called, f"the article does not say “{_short(quote.text)}” any more") for quote in gone]


def _short(text: str, longest: int = 120) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
