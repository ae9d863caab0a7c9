"""Put weekdays in the order in which the movements are told that they date: a week back before, or on after, what is dated already."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.reading.revision.quotes import shares_sentence
from geo.reading.times.date_words import WEEKDAY_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim, When

__all__ = ["with_weekdays_in_turn"]

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_DAYS = ("day", "part")
#: How a sentence begins that goes back before the one before it: "She had been", "On Wednesday Anna Berg had been".
_LOOKS_BACK = re.compile(r"(?:On \w+,? )?(?:[A-Z]\w+|he|she|they)(?: [A-Z]\w+)* had\b")
_ONWARD = re.compile(
    r"\b(?:goes|flies|moves|travels|heads|sails|continues|go|fly|move|travel|head|sail|continue) (?:on|onwards?) to\b"
)


def with_weekdays_in_turn(claims: Sequence[Claim]) -> list[Claim]:
    """Date by another week what a bare weekday, which is the one nearest to publication, dates out of turn.

    "Visited X on Friday. On Wednesday she had been in Y": the Wednesday before that Friday. "Will go to X on Tuesday before returning to Y on
    Sunday", "will be in X on Tuesday. She leaves for Y on Sunday": the Sunday after that Tuesday. "Left X on Monday and arrived in Y on
    Thursday": the Monday before that Thursday.
    """
    found: list[Claim] = []
    for n, claim in enumerate(claims):
        if claim.when is not None and _is_bare_weekday(claim.when):
            if claim.sequence == "earlier" and f"by {claim.when.words.text}" not in claim.quote.text:
                claim = _moved(claim, _told_by_then(claim, found, claims[n + 1 :]), -1)  # noqa: PLW2901
            elif claim.act == "depart" and claim.status == "happened":
                claim = _moved(claim, _reached_then(claim, claims[n + 1 :]), -1)  # noqa: PLW2901
            elif claim.status == "planned":
                claim = _moved(claim, _planned_before(claim, found), 1)  # noqa: PLW2901
        found.append(claim)
    return found


def _told_by_then(claim: Claim, before: Sequence[Claim], behind: Sequence[Claim]) -> When | None:
    """When that was which a claim came before: what its sentence tells, else what was told last."""
    own = [c for c in before if c.traveller == claim.traveller and c.sequence != "earlier"]
    after = [c for c in behind if c.traveller == claim.traveller and c.sequence != "earlier" and shares_sentence(c, claim)]
    here = [c for c in own if shares_sentence(c, claim)]
    last = own[-1:] if _LOOKS_BACK.match(claim.quote.text) else []
    return next((c.when for c in (*here[-1:], *after[:1], *last)), None)


def _reached_then(departure: Claim, behind: Sequence[Claim]) -> When | None:
    """When a sentence says that somebody arrived whose departure it tells before."""
    own = [c for c in behind if c.traveller == departure.traveller and shares_sentence(c, departure)]
    return next((c.when for c in own if c.act == "arrive" and c.status == "happened" and not c.sequence), None)


def _planned_before(claim: Claim, before: Sequence[Claim]) -> When | None:
    """When that is planned which a sentence tells before a plan, or from where a plan goes on."""
    own = [c for c in before if c.traveller == claim.traveller and c.status == "planned"]
    here = [c for c in own if shares_sentence(c, claim)] or [c for c in own[-1:] if _goes_on(claim, c)]
    return here[-1].when if here else None


def _goes_on(claim: Claim, last: Claim) -> bool:
    """Whether a movement leads on from where somebody is to be: "will be in X on Monday. She leaves on Friday", "on Friday she flies on to Y"."""
    if claim.when is not None and last.when is not None and last.when.start - claim.when.start <= _DAY:
        return False  # "will meet him in X on Thursday. She leaves on Wednesday": for X
    if re.search(r"\bfirst\b", claim.quote.text):
        return False
    there = {p.resolution.place for p in last.places}
    elsewhere = all((p.role == "from") == (p.resolution.place in there) for p in claim.places)
    return bool(there) and elsewhere and (claim.act == "depart" or _ONWARD.search(claim.quote.text) is not None)


def _is_bare_weekday(when: When) -> bool:
    return when.precision in _DAYS and WEEKDAY_NAMES.issuperset(when.words.text.lower().split()[-1:])


def _moved(claim: Claim, other: When | None, weeks: int) -> Claim:
    """Move the weekday of a claim by so many weeks where it is on the wrong side of another day, less than a week away."""
    when = claim.when
    if when is None or other is None or other.precision not in _DAYS or other.yearless:
        return claim
    apart = (other.start - when.start) * weeks
    if not timedelta() < apart < _WEEK:
        return claim
    return replace(claim, when=replace(when, start=when.start + weeks * _WEEK, end=when.end + weeks * _WEEK, basis="inferred"))
