"""Claims that cannot both be true: one end of a stop on different days, or a stop that one source tells of and another denies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.model import DONE, Conflict, ConflictValue, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from geo.model import Article, Claim, Journey, Stop, When

__all__ = ["find_conflicts"]

_DAYS = ("part", "day")


#: Words that deny what others tell.
_DENIES = re.compile(r"(?:den[iy]|dismiss|disput|fake|false|never|no\b|not\b|n['’]t|refut|reject|untrue)", re.IGNORECASE)
#: Words by which a denial is of a plan, which may come true after all, and not of what is told as done.
_OF_PLAN = re.compile(r"\b(?:about to|going to|intend\w*|plan\w*|schedul\w*|will|would)\b", re.IGNORECASE)


def find_conflicts(journeys: Sequence[Journey], claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Conflict, ...]:
    """Find the stops for which the sources give different days of departure or arrival, and those that one of them denies.

    Inferred days are no conflict, nor is a denial that came before the account of what was done, or of a plan, or from the same source.
    """
    by_id = {c.id: c for c in claims}
    published = {a.id: a.published for a in articles}
    outlets = {a.id: a.publisher for a in articles}
    found: list[Conflict] = []
    for journey in journeys:
        for stop in journey.stops:
            told = [by_id[i] for i in stop.claims]
            for end, times in (("departure from", stop.depart), ("arrival in", stop.arrive)):
                days = {w.edtf: w for w in times if w.precision in _DAYS and w.basis == "stated"}
                values = [v for w in days.values() if (v := _value(w, told, outlets)) is not None]
                if len(values) > 1:
                    found.append(Conflict(f"day of {end} {stop.place.name}", journey.id, tuple(values)))
            sides = _denied(stop, told, published)
            if sides:
                about = f"whether {journey.traveller} was in {stop.place.name}"
                found.append(
                    Conflict(about, journey.id, tuple(ConflictValue(c.status, "", _said_by(c, outlets), c.quote) for c in sides))
                )
    return tuple(found)


def _denied(stop: Stop, told: Sequence[Claim], published: Mapping[str, date | None]) -> tuple[Claim, ...]:
    """The account of a stop that was reached and the denial of it by another source, or nothing."""
    if stop.status not in DONE:
        return ()
    there = [c for c in told if any(p.role in ("at", "to") and p.resolution.place == stop.place for p in c.places)]
    for denial in (c for c in there if c.attribution and _denies(c)):
        for account in (c for c in there if c.status == stop.status and c.basis == "stated"):
            before, after = published.get(account.quote.article), published.get(denial.quote.article)
            later = before is None or after is None or after >= before
            other_day = account.when is not None and denial.when is not None and account.when.edtf != denial.when.edtf
            if later and not other_day and account.attribution != denial.attribution:
                return account, denial
    return ()


def _denies(claim: Claim) -> bool:
    """Whether words deny that something was done: not that it was planned, and not what came of it instead ("was rerouted to X")."""
    said = claim.status == "denied" and claim.cue is not None and _DENIES.match(claim.cue.text) is not None
    return said and not _OF_PLAN.search(claim.quote.text)


def _value(when: When, claims: Sequence[Claim], outlets: Mapping[str, str]) -> ConflictValue | None:
    """One side of a conflict: the claim whose words give the day."""
    claim = next((c for c in claims if c.when is not None and c.when.words == when.words), None)
    return ConflictValue(when.words.text, when.edtf, _said_by(claim, outlets), claim.quote) if claim is not None else None


def _said_by(claim: Claim, outlets: Mapping[str, str]) -> tuple[Source, ...]:
    """Who gives an account: whom the claim names, else the outlet that tells it in its own name."""
    outlet = outlets.get(claim.quote.article, "")
    return claim.attribution or ((Source(outlet, "outlet"),) if outlet else ())
