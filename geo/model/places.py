"""Names of places in a text, and the places that they were taken for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from geo.model.quickly_made import quickly_made

if TYPE_CHECKING:
    from gazetteer.model import Candidate, Place
    from geo.model.texts import Quote

__all__ = ["Mention", "MentionKind", "Resolution", "Vicinity"]

MentionKind = Literal["place", "metonym", "part", "demonym", "dateline", "former", "fictional"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Mention:
    """A quote that names a place, or looks like it.

    ``passage`` holds the words around it by which a reader may judge it. It is None until a mention leaves the desk or is written
    to the itinerary file, which does not hold the articles' text.
    """

    quote: Quote
    kind: MentionKind = "place"
    passage: Quote | None = None


@dataclass(frozen=True, slots=True)
class Vicinity:
    """About where a place lies that the gazetteer does not hold.

    Attributes
    ----------
    place
        Another place of the text, which it is thought to lie near, within about 160 km.
    confidence
        0 to 1: the chance that it does.
    """

    place: Place
    confidence: float


@quickly_made
@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention and the place that it was taken for.

    Attributes
    ----------
    mention
        What was found.
    place
        The chosen place, or None; the reasons then say why.
    confidence
        0 to 1: the chance that the place is right.
    candidates
        The others that were weighed, best first.
    reasons
        Why, in words that a reporter understands.
    chances
        The chance that each of the candidates is right, 0 to 1; empty in a resolution read from a file, so it takes no part in comparisons.
    vicinity
        For a place that the gazetteer does not hold, about where it lies, where that was asked for: too little for a pin or for a stop of a journey.
    """

    mention: Mention
    place: Place | None
    confidence: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[str, ...] = ()
    chances: tuple[float, ...] = field(default=(), compare=False)
    vicinity: Vicinity | None = field(default=None, compare=False)
