"""Who answers for a publication: signing a version, and taking a publication back.

Both write only the head of an itinerary file; every other line, and whatever a person wrote there, stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.desk.facts import changes_between, facts_of
from geo.desk.model import Record, Retraction, Review, Version
from geo.desk.publication import first_id, publish, safety_day
from geo.desk.seal import seal_of

if TYPE_CHECKING:
    from datetime import date

    from geo.model import Itinerary

__all__ = ["retract", "sign"]


def sign(itinerary: Itinerary, *, by: str, day: date, as_of: date | None = None) -> Itinerary:
    """Sign what an itinerary publishes now, as a new version if a published fact changed.

    Parameters
    ----------
    itinerary
        The desk's.
    by
        Who answers for it.
    day
        The day of the signature.
    as_of
        The day for which people's safety is judged, from now on; without it the newest day of publication of the articles.

    Returns
    -------
    Itinerary
        With the signature, and the new version in its record.

    Raises
    ------
    InputError
        If there is no name, or the publication was taken back.
    """
    if not by.strip():
        raise InputError("a signature needs a name: give --by NAME.")
    if itinerary.record.retraction is not None:
        raise InputError(
            "this publication was taken back; take 'retracted' out of the itinerary's 'publication' before you sign it anew."
        )
    judged = as_of or safety_day(replace(itinerary, review=Review()))
    published = publish(itinerary, as_of=judged, quotes="full").itinerary
    review = Review(" ".join(by.split()), day.isoformat(), seal_of(published), judged.isoformat() if judged else "")
    return replace(itinerary, review=review, record=_next(itinerary, published, day))


def retract(itinerary: Itinerary, *, reason: str, day: date, by: str = "") -> Itinerary:
    """Take a publication back: from now on all that is made of it is a notice with this reason.

    Raises
    ------
    InputError
        If there is no reason.
    """
    if not reason.strip():
        raise InputError("readers are told why a map was taken back: give --reason.")
    record = replace(itinerary.record, id=itinerary.record.id or first_id(itinerary))
    return replace(itinerary, record=replace(record, retraction=Retraction(" ".join(reason.split()), day.isoformat(), by)))


def _next(itinerary: Itinerary, published: Itinerary, day: date) -> Record:
    """Add a version to the record where a published fact changed; the first signature makes the first."""
    record, facts = itinerary.record, facts_of(published)
    changes = changes_between(record.facts, facts) if record.versions else ()
    if record.versions and not changes:
        return replace(record, facts=facts)
    version = Version(len(record.versions) + 1, day.isoformat(), changes)
    return Record(record.id or first_id(itinerary), (*record.versions, version), facts)
