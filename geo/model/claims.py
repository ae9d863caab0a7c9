"""What one passage says of one movement, stay or meeting: who, where, how, how surely, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.model.places import Resolution
    from geo.model.texts import Quote
    from geo.model.times import When

__all__ = [
    "CERTAINTY_RANK",
    "DONE",
    "MOVEMENTS",
    "NARRATOR",
    "TOOK_PLACE",
    "Act",
    "Claim",
    "ClaimBasis",
    "Mode",
    "PlaceRole",
    "Role",
    "Sequence",
    "Source",
    "SourceKind",
    "Status",
    "Traveller",
    "basis_of",
]

Status = Literal["happened", "under_way", "planned", "possible", "denied", "past"]
#: Whether the grammar puts a movement before or after what is told around it.
Sequence = Literal["", "earlier", "later"]
Act = Literal["depart", "arrive", "pass", "stay", "meet", "travel"]
Role = Literal["from", "to", "via", "at"]
Mode = Literal["train", "plane", "car", "ship", "foot", "other", "unknown"]
ClaimBasis = Literal["stated", "inferred"]
SourceKind = Literal["outlet", "agency", "official", "state media", "named", "unnamed"]
#: How sure a status is, 0 the surest.
CERTAINTY_RANK: Mapping[str, int] = MappingProxyType(
    {"happened": 0, "past": 0, "under_way": 1, "planned": 2, "possible": 3, "denied": 4}
)
#: Statuses of what is told as over, and of what is told as having taken place so far.
DONE: tuple[Status, ...] = ("happened", "past")
TOOK_PLACE: tuple[Status, ...] = ("happened", "under_way", "past")
#: The name of who tells a story in the first person and is not named; each article has its own.
NARRATOR = "the narrator"
#: The acts that are movements; the others are stays and meetings.
MOVEMENTS: frozenset[Act] = frozenset({"travel", "arrive", "depart", "pass"})


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain: who says so."""

    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Traveller:
    """Who travels: a person, a group or a vehicle, under one name for all its aliases.

    ``described`` are the words beside the name, in the texts, by which `geo.desk.safety` tells who is to be protected: ``minister``,
    ``refugee``, ``15-year-old``.
    """

    name: str
    kind: Literal["person", "group", "vehicle"] = "person"
    aliases: tuple[str, ...] = ()
    described: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceRole:
    """A place and its part in a claim: ``from``, ``to``, ``via`` or ``at``."""

    role: Role
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says of one movement, stay or meeting.

    Attributes
    ----------
    id
        Stable: article id, offsets of the movement word, act.
    traveller
        The name in `Itinerary.travellers`.
    act
        What was done; ``travel`` has both ends, ``depart`` and ``arrive`` one.
    places
        The places with their roles, in the order of travel.
    quote
        The passage that supports it, holding the place or the movement word.
    status, cue
        How certain, and the words of the text that say so (None: plain past or present tense).
    when
        None where the text gives no time.
    mode
        ``unknown`` unless the text says it or clearly implies it.
    attribution
        From the outlet to the origin; the last is the origin. Empty: the article itself says so.
    companions
        Others who made the same movement or who met the traveller.
    background
        Whether it belongs to an earlier, finished trip.
    checked
        Whether a person has compared it with its article.
    basis
        ``stated`` where words of travel or of being there tell it; ``inferred`` where the passage names the place and the story makes it
        likely that the traveller was there, or is to be, see `geo.reading.implied`.
    sequence, returning
        Whether the grammar puts it before or after what is told around it ("having left", "before flying"), and whether it goes back
        to where the traveller was. They serve to put the stops in order; the itinerary file does not hold them, so they take no part
        in comparisons.
    """

    id: str
    traveller: str
    act: Act
    places: tuple[PlaceRole, ...]
    quote: Quote
    status: Status
    cue: Quote | None = None
    when: When | None = None
    mode: Mode = "unknown"
    attribution: tuple[Source, ...] = ()
    companions: tuple[str, ...] = ()
    background: bool = False
    checked: bool = False
    basis: ClaimBasis = "stated"
    sequence: Sequence = field(default="", compare=False)
    returning: bool = field(default=False, compare=False)

    def place(self, role: Role) -> Resolution | None:
        """Return the first place of this role, or None."""
        return next((p.resolution for p in self.places if p.role == role), None)


def basis_of(claims: Iterable[Claim]) -> ClaimBasis:
    """Tell whether what stands on these claims is ``inferred``: all of them are, and there is one; else it is ``stated``."""
    bases = {claim.basis for claim in claims}
    return "inferred" if bases == {"inferred"} else "stated"
