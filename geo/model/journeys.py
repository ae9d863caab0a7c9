"""Journeys made of claims, and the itinerary that holds all that was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.desk.model import Edition, Record, Review, Safety

if TYPE_CHECKING:
    from gazetteer.model import Place
    from geo.model.claims import Claim, ClaimBasis, Mode, Source, Status, Traveller
    from geo.model.places import Resolution
    from geo.model.texts import Article, Quote
    from geo.model.times import When

__all__ = ["Conflict", "ConflictValue", "Itinerary", "Journey", "Leg", "Meeting", "Stop", "Withheld"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a journey, made of claims.

    ``arrive`` and ``depart`` hold several times where the sources differ, the drawn one first. ``status`` is never stronger than the
    strongest claim. ``claims`` are ids in `Itinerary.claims`; ``sources`` is the number of independent origins, 0 where nobody reports
    the stop. ``name_in_text`` is how the text spells it. ``number`` is the label on pin and list, from 1 in each journey. ``basis`` is
    ``inferred`` where every one of its claims is: no words were read as telling of the stop, and a leg leads to it only as part of the way between
    two stops that are told, and from it also where the trip begins there; see `basis_of`. ``safety`` is an editor's decision; ``protected``
    tells, on the published side, that the place is an area that stands for the true one, for people's safety.
    """

    id: str
    number: int
    place: Place
    name_in_text: str
    status: Status
    confidence: float
    claims: tuple[str, ...]
    arrive: tuple[When, ...] = ()
    depart: tuple[When, ...] = ()
    cue: Quote | None = None
    sources: int = 1
    checked: bool = False
    basis: ClaimBasis = "stated"
    safety: Safety | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """A movement between two stops (``origin`` and ``destination`` are stop ids), made of claims; ``via`` are reported places on the way."""

    id: str
    origin: str
    destination: str
    mode: Mode
    status: Status
    claims: tuple[str, ...]
    when: tuple[When, ...] = ()
    cue: Quote | None = None
    via: tuple[Place, ...] = ()
    sources: int = 1
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting at a place of a journey, made of claims; ``safety`` and ``protected`` as in `Stop`."""

    id: str
    place: Place
    name_in_text: str
    participants: tuple[str, ...]
    status: Status
    claims: tuple[str, ...]
    when: tuple[When, ...] = ()
    cue: Quote | None = None
    sources: int = 1
    checked: bool = False
    safety: Safety | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One side of a conflict: ``value`` in words, ``date`` in EDTF, who says so and the passage."""

    value: str
    date: str
    attribution: tuple[Source, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot both be true; both are shown."""

    about: str
    journey: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """One traveller (or party), one trip.

    ``background``: an earlier, finished trip that the texts only recall. ``safety``: an editor's decision for all of it.
    """

    id: str
    traveller: str
    title: str
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    background: bool = False
    safety: Safety | None = None

    @property
    def points(self) -> tuple[Stop | Meeting, ...]:
        """The stops and meetings: whatever stands at a place."""
        return (*self.stops, *self.meetings)

    @property
    def elements(self) -> tuple[Stop | Leg | Meeting, ...]:
        """The stops, legs and meetings: whatever stands on claims."""
        return (*self.stops, *self.legs, *self.meetings)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A stop or meeting that is not drawn, because a person took it out or no article tells of it any more, and of which nothing may be told.

    ``element`` is its id in the file, ``traveller`` whose it was, ``safety`` the editor's decision that still holds for its place.
    """

    element: str
    traveller: str
    place: Place
    safety: Safety


@dataclass(frozen=True, slots=True)
class Itinerary:
    """All that was read of a set of articles.

    ``mentions`` are the places only mentioned (kinds ``place``, ``metonym``...), one resolution for each place or reading, and ``unlocated``
    those that were taken for places but not found, each with its reason. ``withheld`` are places that are no stops and must stay hidden. ``record`` is what the desk has published of it. ``edition`` is
    None at the desk; only the published side (`geo.publish`) has one, and holds nothing that must not leave the desk.
    """

    articles: tuple[Article, ...]
    travellers: tuple[Traveller, ...] = ()
    claims: tuple[Claim, ...] = ()
    journeys: tuple[Journey, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mentions: tuple[Resolution, ...] = ()
    unlocated: tuple[Resolution, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    review: Review = field(default_factory=Review)
    record: Record = field(default_factory=Record)
    edition: Edition | None = None

    def claim(self, claim_id: str) -> Claim:
        """Return the claim of this id; KeyError if there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def article(self, article_id: str) -> Article:
        """Return the article of this id; KeyError if there is none."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)
