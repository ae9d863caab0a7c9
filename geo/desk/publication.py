"""From the desk's itinerary to what may be published: people's safety first, then the allow-list, then who answers for it.

Everything that is published, in whatever format, is made from the itinerary that `publish` returns. It is an `Itinerary` like any
other, so whatever can draw or export one can draw or export it, and it is copied field by field: what is not named here stays at the desk.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo.desk.allowed import allowed
from geo.desk.decisions import decide
from geo.desk.model import Edition, Review
from geo.desk.protection import protect
from geo.desk.rules import safety_rules
from geo.desk.seal import seal_of
from geo.desk.whereabouts import newest_day
from geo.desk.wording import Wording
from geo.model import Itinerary, Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazetteer.model import Place
    from geo.desk.decisions import Decision
    from geo.desk.model import Change, QuoteLength, Version
    from geo.desk.rules import Rule

__all__ = ["Held", "Publication", "publish", "published_side", "safety_day"]


@dataclass(frozen=True, slots=True)
class Held:
    """A stop or meeting that is not published as it is, or that an editor published against a rule; for the desk's eyes.

    ``area`` is the area that stands for it, or None: then it is held back, unless ``decision.show`` is ``exact``.
    """

    decision: Decision
    area: Place | None


@dataclass(frozen=True, slots=True)
class Publication:
    """What may be published of an itinerary.

    Attributes
    ----------
    itinerary
        The published side, with its `geo.desk.model.Edition`.
    held
        What is not published as it is, and what an editor overruled; never to be published.
    wording
        Finds the names of protected places, for texts that come from elsewhere (a title given by hand).
    """

    itinerary: Itinerary
    held: tuple[Held, ...]
    wording: Wording


def publish(
    itinerary: Itinerary,
    *,
    as_of: date | None = None,
    quotes: QuoteLength = "short",
    rules: tuple[Rule, ...] | None = None,
) -> Publication:
    """Make what may be published of an itinerary.

    Parameters
    ----------
    itinerary
        The desk's. One that is already the published side comes back as it is.
    as_of
        The day for which people's safety is judged; without it the day of the signature, or else the newest day of publication of the articles.
    quotes
        How much of each passage may be shown: ``none``, ``short`` (25 words) or ``full``.
    rules
        Of people's safety, instead of those that come with Dateline; an empty tuple protects nobody.

    Returns
    -------
    Publication
        Of a retracted itinerary only the notice.
    """
    if itinerary.edition is not None:
        return Publication(itinerary, (), Wording(()))
    if itinerary.record.retraction is not None:
        return Publication(_notice(itinerary), (), Wording(()))
    day = safety_day(itinerary, as_of)
    decisions = decide(itinerary, day, safety_rules() if rules is None else rules)
    protection = protect(itinerary, decisions)
    shown = allowed(protection.itinerary, quotes)
    given = itinerary.review
    whole = shown if quotes == "full" else allowed(protection.itinerary, "full")
    signed = given.signed and given.seal == seal_of(whole, given.reviewed_by, given.reviewed_at)
    review = Review(given.reviewed_by, given.reviewed_at) if signed else Review()
    edition = replace(
        _edition(itinerary, protection.wording),
        quotes=quotes,
        as_of=day.isoformat() if day else "",
        state="signed" if signed else "draft",
    )
    held = tuple(Held(one, protection.areas.get(one.element)) for one in decisions)
    return Publication(replace(shown, review=review, edition=edition), held, protection.wording)


def published_side(itinerary: Itinerary, routes: Iterable[Route]) -> tuple[Itinerary, tuple[Route, ...]]:
    """Give the published side of an itinerary with its routes; what is already published comes back as it is.

    A route that was found for the desk's itinerary is kept where its leg is published unchanged. A leg that ends at an area, for
    people's safety, is drawn over a great circle.
    """
    routes = tuple(routes)
    if itinerary.edition is not None:
        return itinerary, routes
    published = publish(itinerary).itinerary
    legs = {leg.id for journey in published.journeys for leg in journey.legs}
    known = {leg.id for journey in itinerary.journeys for leg in journey.legs}
    return published, (*(route for route in routes if route.leg in legs), *_great_circles(published, legs - known))


def safety_day(itinerary: Itinerary, as_of: date | None = None) -> date | None:
    """Return the day for which people's safety is judged: the one given, that of the signature, or the newest article's."""
    signed = itinerary.review.as_of
    return as_of or (date.fromisoformat(signed) if signed else newest_day(itinerary))


def _great_circles(itinerary: Itinerary, legs: set[str]) -> Iterable[Route]:
    from geo.routes.route import build_routes

    if not legs:
        return ()
    journeys = tuple(
        replace(journey, legs=tuple(replace(leg, mode="other") for leg in journey.legs if leg.id in legs))
        for journey in itinerary.journeys
    )
    return build_routes(replace(itinerary, journeys=journeys))


def _edition(itinerary: Itinerary, wording: Wording) -> Edition:
    """Say what the record says; a change that names a place that is protected by now is not told."""
    record = itinerary.record
    last = record.versions[-1] if record.versions else None
    told = (replace(version, changes=tuple(_changes_to_tell(version, wording))) for version in record.versions)
    return Edition(
        id=record.id or first_id(itinerary),
        version=last.number if last else 0,
        updated=last.day if last else "",
        versions=tuple(version for version in told if version.changes),
        retraction=record.retraction,
    )


def _changes_to_tell(version: Version, wording: Wording) -> Iterator[Change]:
    for change in version.changes:
        if change.field == "position":
            # Where it was before may be what is protected by now; that it was moved is told.
            yield from () if wording.gives_away(change.name) else (replace(change, before="", after=""),)
        elif not any(map(wording.gives_away, (change.name, change.before, change.after))):
            yield change


def first_id(itinerary: Itinerary) -> str:
    """Make the permanent id of a publication from its articles; the record keeps it from the first signature on."""
    told = "\n".join(sorted(article.sha256 for article in itinerary.articles))
    return f"dl-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def _notice(itinerary: Itinerary) -> Itinerary:
    edition = replace(_edition(itinerary, Wording(())), state="retracted", versions=())
    return Itinerary((), edition=edition)
