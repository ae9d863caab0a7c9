"""A word of travel in a parse, and how its slots are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Mode

__all__ = ["Predicate"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of travel in a parse.

    Attributes
    ----------
    token
        The verb, the noun or the adjective ("bound for").
    act
        What it says was done.
    object
        What its direct object is: ``from``, ``to``, ``via``, ``at``, ``vehicle``, ``traveller``, ``companion``, ``listed`` (the place is what the
        clause is about), ``reached`` (its subject is the place) or ``""``; of a noun, the part of a place that stands before it ("a Lisbon trip").
    mode
        What it implies of the vehicle.
    force
        ``strong``: a movement whoever the subject is; ``barred``: one that was not allowed; ``weak``: only with a subject that can travel;
        ``vehicle``: only of a ship or the like; ``noun``: of a noun; ``attach``: no movement, but being there, which counts only for
        somebody of whom a movement is told.
    support
        The verb that a noun borrows its subject from, if any.
    """

    token: Token
    act: Act
    object: str = ""
    mode: Mode = "unknown"
    force: str = "strong"
    support: Token | None = None

    @property
    def clause(self) -> Token:
        """The word whose clause gives the time and the certainty."""
        return self.support if self.support is not None else self.token

    @property
    def has_end_as_object(self) -> bool:
        """Whether its direct object is a place of the movement: "left X", "visited Y"."""
        return self.object in ("from", "to", "via", "at")
