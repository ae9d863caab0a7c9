"""Who answers for a publication: signing a version, and taking a publication back.

Both write only the head of an itinerary file; every other line, and whatever a person wrote there, stays as it is.
"""

from __future__ import annotations

import unicodedata
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

#: The longest name and the longest reason that are published whole, in characters.
_LONGEST_NAME, _LONGEST_REASON = 100, 600
#: Unicode's categories of controls, formats, surrogates, private and unassigned signs, and of line and paragraph breaks.
_UNSEEN = frozenset("Cc Cf Cs Co Cn Zl Zp".split())
#: Formats that some scripts are not written without: zero-width joiner and non-joiner.
_JOINERS = "\u200c\u200d"


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
        If the name is missing, too long or not on one line of plain text, or the publication was taken back.
    """
    if not by.strip():
        raise InputError("a signature needs a name: give --by NAME.")
    name = _plain_line(by, "--by", _LONGEST_NAME)
    if itinerary.record.retraction is not None:
        raise InputError(
            "this publication was taken back; take 'retracted' out of the itinerary's 'publication' before you sign it anew."
        )
    judged = as_of or safety_day(replace(itinerary, review=Review()))
    published = publish(itinerary, as_of=judged, quotes="full").itinerary
    seal = seal_of(published, name, day.isoformat())
    review = Review(name, day.isoformat(), seal, judged.isoformat() if judged else "")
    return replace(itinerary, review=review, record=_next(itinerary, published, day))


def retract(itinerary: Itinerary, *, reason: str, day: date, by: str = "") -> Itinerary:
    """Take a publication back: from now on all that is made of it is a notice with this reason.

    Raises
    ------
    InputError
        If the reason is missing, or reason or name is too long or not on one line of plain text.
    """
    if not reason.strip():
        raise InputError("readers are told why a map was taken back: give --reason.")
    why, name = _plain_line(reason, "--reason", _LONGEST_REASON), _plain_line(by, "--by", _LONGEST_NAME)
    record = replace(itinerary.record, id=itinerary.record.id or first_id(itinerary))
    return replace(itinerary, record=replace(record, retraction=Retraction(why, day.isoformat(), name)))


def _plain_line(text: str, option: str, longest: int) -> str:
    """Return a text with its spaces made single.

    Raises
    ------
    InputError
        If it is too long, or holds a line break, or another sign that is not seen and may turn or hide the words around it.
    """
    unseen = next((sign for sign in text if unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS), None)
    if unseen is not None:
        raise InputError(
            f"{option} holds a line break or a sign that can't be seen (U+{ord(unseen):04X}): give it as one line of plain text."
        )
    if len(text) > longest:
        raise InputError(f"{option} is {len(text):,} characters long: give at most {longest}.")
    return " ".join(text.split())


def _next(itinerary: Itinerary, published: Itinerary, day: date) -> Record:
    """Add a version to the record where a published fact changed; the first signature makes the first."""
    record, facts = itinerary.record, facts_of(published)
    changes = changes_between(record.facts, facts) if record.versions else ()
    if record.versions and not changes:
        return replace(record, facts=facts)
    version = Version(len(record.versions) + 1, day.isoformat(), changes)
    return Record(record.id or first_id(itinerary), (*record.versions, version), facts)
