"""What a later reading changed in an itinerary, and who says so: new stops, a plan confirmed, a new conflict, a deleted stop that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.desk.facts import changes_between, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.desk.model import Change
    from geo.model import Claim, Itinerary

__all__ = ["News", "news_between"]


@dataclass(frozen=True, slots=True)
class News:
    """One change.

    Attributes
    ----------
    change
        What changed; of a stop, a leg or a meeting.
    says
        The claim that says so and was not there before, or None.
    returned
        Whether it had been deleted from the file without a mark, and the later reading found it again.
    """

    change: Change
    says: Claim | None = None
    returned: bool = False


def news_between(before: Itinerary, after: Itinerary) -> list[News]:
    """List what changed from an itinerary to what the same file says after a later reading."""
    old, new = facts_of(before), facts_of(after)
    known = {claim.id for claim in before.claims}
    claims = _claims_by_element(after)
    elements = {(fact.role, fact.name): fact.element for fact in new}
    told = []
    for change in changes_between(old, new):
        behind = claims.get(elements.get((change.role, change.name), ""), ())
        fresh = [claim for claim in behind if claim.id not in known]
        # All its claims were in the file, and the stop was not: a person had deleted it.
        returned = change.role == "stop" and change.field == "added" and bool(behind) and not fresh
        told.append(News(change, _best(fresh, change), returned))
    return told


def _claims_by_element(itinerary: Itinerary) -> Mapping[str, list[Claim]]:
    claims = {claim.id: claim for claim in itinerary.claims}
    return {
        element.id: [claims[claim] for claim in element.claims] for journey in itinerary.journeys for element in journey.elements
    }


def _best(fresh: Iterable[Claim], change: Change) -> Claim | None:
    """Choose the claim to name: one that has the new status, else the first."""
    ordered = sorted(fresh, key=lambda claim: claim.status != change.after)
    return ordered[0] if ordered else None
