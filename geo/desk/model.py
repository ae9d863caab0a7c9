"""The values of the desk: an editor's decision on safety, a signature, and what was published when.

They are part of an itinerary (`geo.model`), so nothing here knows of stops or claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "Edition", "Fact", "FactRole", "QuoteLength", "Record", "Retraction", "Review", "Safety", "Show", "Version"]

#: How exactly an element is published: as it is, as the first-order area that it lies in, or not at all.
Show = Literal["exact", "area", "none"]
#: How much of a passage is published: nothing but where it stands, 25 words, or all of it.
QuoteLength = Literal["none", "short", "full"]
#: What a fact is of.
FactRole = Literal["journey", "stop", "leg", "meeting"]


@dataclass(frozen=True, slots=True)
class Safety:
    """An editor's decision how exactly a journey, stop or meeting is published, against the rules or beyond them: who, and why."""

    show: Show
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who answers for the itinerary; empty until a person signs.

    Attributes
    ----------
    reviewed_by, reviewed_at
        The name, and the day in ISO form.
    seal
        A hash of what was to be published when it was signed; see `geo.desk.seal`. A signature without it seals nothing.
    as_of
        The day, in ISO form, for which the rules of safety were applied when it was signed.
    """

    reviewed_by: str = ""
    reviewed_at: str = ""
    seal: str = ""
    as_of: str = ""

    @property
    def signed(self) -> bool:
        """Whether a person has signed; only the published side knows whether the signature still holds."""
        return bool(self.reviewed_by)


@dataclass(frozen=True, slots=True)
class Fact:
    """What was published of one journey, stop, leg or meeting: its element's id, its role, its name and its values by field."""

    element: str
    role: FactRole
    name: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One published fact that changed.

    ``field`` is ``added``, ``removed``, ``name``, ``position``, ``status``, ``arrive``, ``depart``, ``when``, ``mode``, ``participants`` or
    ``basis``; ``before`` and ``after`` are its values, and the basis of what articles tell is empty: a time is in EDTF, followed by the part of the day if one was told, and several are joined by
    `` or ``; a position is latitude and longitude in degrees. The name of a journey is its traveller's.
    """

    role: FactRole
    name: str
    field: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One signed version: its number from 1, its day in ISO form, and what changed since the one before."""

    number: int
    day: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Retraction:
    """A publication taken back: the reason, which is published, the day in ISO form, and who did it."""

    reason: str
    day: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What the desk has published of an itinerary: the permanent id, the versions, and the facts of the last one."""

    id: str = ""
    versions: tuple[Version, ...] = ()
    facts: tuple[Fact, ...] = ()
    retraction: Retraction | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """What the published side of an itinerary says of itself.

    Attributes
    ----------
    id
        Permanent; kept in the itinerary from the first signature on, made from the articles until then.
    version
        Of the last signature; 0 before the first.
    updated
        The day of that version, ISO; ``""`` before the first.
    state
        ``draft`` unless a signature covers exactly what is published here, ``signed``, or ``retracted``.
    quotes
        How much of each passage may be shown.
    as_of
        The day for which the rules of safety were applied, ISO; ``""`` if no article is dated.
    versions
        Those in which a published fact changed.
    retraction
        Why there is a notice in place of the map.
    """

    id: str
    version: int = 0
    updated: str = ""
    state: Literal["draft", "signed", "retracted"] = "draft"
    quotes: QuoteLength = "short"
    as_of: str = ""
    versions: tuple[Version, ...] = ()
    retraction: Retraction | None = None
