"""The values that pass between the rooms of ``geo``: from articles to claims to journeys.

Everything here is a frozen dataclass of plain values. Nothing is computed from hidden state, and the order of every tuple is
meaningful and reproducible. Offsets are into the original text of an article, in Python characters: ``text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from geo.desk.model import Record, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from gazetteer.model import Candidate, Place
    from geo.desk.model import Edition, Safety

__all__ = [
    "CERTAINTY_RANK", "DONE", "FINENESS_RANK", "MOVEMENTS", "NARRATOR", "TOOK_PLACE", "Act", "Article", "Basis", "Claim", "ClaimBasis", "Conflict",
    "ConflictValue", "Itinerary", "Journey", "Leg", "Meeting", "Mention", "MentionKind", "Mode", "PlaceRole", "Quote", "Resolution", "Review",
    "Role", "Route", "Sequence", "Source", "SourceKind", "Span", "Status", "Stop", "Traveller", "Vicinity", "When", "basis_of",
]  # fmt: skip

Status = Literal["happened", "under_way", "planned", "possible", "denied", "past"]
#: Whether the grammar puts a movement before or after what is told around it.
Sequence = Literal["", "earlier", "later"]
Act = Literal["depart", "arrive", "pass", "stay", "meet", "travel"]
Role = Literal["from", "to", "via", "at"]
Mode = Literal["train", "plane", "car", "ship", "foot", "other", "unknown"]
Basis = Literal["reported", "track", "road", "sea lane", "great circle"]
ClaimBasis = Literal["stated", "inferred"]
MentionKind = Literal["place", "metonym", "part", "demonym", "dateline", "former", "fictional"]
SourceKind = Literal["outlet", "agency", "official", "state media", "named", "unnamed"]

_Value = TypeVar("_Value")

#: How sure a status is, 0 the surest. It is also the order in which a map tells the stops of one trip.
CERTAINTY_RANK: Mapping[str, int] = MappingProxyType(
    {"happened": 0, "past": 0, "under_way": 1, "planned": 2, "possible": 3, "denied": 4}
)
#: Statuses of what is told as over, and of what is told as having taken place so far.
DONE: tuple[Status, ...] = ("happened", "past")
TOOK_PLACE: tuple[Status, ...] = ("happened", "under_way", "past")
#: How fine the precision of a time is, 0 the finest.
FINENESS_RANK: Mapping[str, int] = MappingProxyType(
    {"part": 0, "day": 1, "range": 2, "week": 3, "month": 4, "season": 5, "year": 6}
)
#: The name of who tells a story in the first person and is not named; each article has its own.
NARRATOR = "the narrator"
#: The acts that are movements; the others are stays and meetings.
MOVEMENTS: frozenset[Act] = frozenset({"travel", "arrive", "depart", "pass"})


def _quickly_made(cls: type[_Value]) -> type[_Value]:
    """Let a frozen dataclass fill its slots directly; for what is made by the million.

    What `dataclass` writes goes through ``object.__setattr__``, which looks each slot up by its name: that takes twice the time.
    """
    kind: Any = cls
    usual, names = kind.__init__, kind.__slots__
    found: dict[str, Any] = {f"set_{name}": getattr(kind, name).__set__ for name in names}
    body = "; ".join(f"set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self, {', '.join(names)}): {body}", found)  # noqa: S102 - as dataclass does, and of the names of fields alone
    quick = kind.__init__ = found["__init__"]
    quick.__defaults__, quick.__annotations__, quick.__qualname__ = usual.__defaults__, usual.__annotations__, usual.__qualname__
    return cls


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text that is not prose, and what it is: ``header``, ``chrome``, ``caption``, ``byline``, ``separator``."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text never altered.

    Attributes
    ----------
    id
        The first 12 hex digits of ``sha256``.
    text
        The original text; every offset in the project counts its characters.
    sha256
        Of the text's UTF-8 bytes.
    name
        What the desk calls it: a file's name. It never leaves the desk.
    title, publisher, url, lang
        ``""`` where unknown (``lang``: BCP 47).
    published
        The day of publication, or None.
    published_basis
        ``text`` (read from it), ``editor`` (given), ``inferred`` (from other articles of the story) or ``unknown``.
    skipped
        The stretches that are not prose, in order; readers skip them.
    """

    id: str
    text: str
    sha256: str
    name: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    lang: str = ""
    published: date | None = None
    published_basis: Literal["text", "editor", "inferred", "unknown"] = "unknown"
    skipped: tuple[Span, ...] = ()

    def quote(self, start: int, end: int) -> Quote:
        """Cut a quote from the text; ``article.text[start:end] == quote.text``."""
        return Quote(self.id, start, end, self.text[start:end])


@_quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article, with where they stand: ``article.text[start:end] == text``, white space included."""

    article: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Quote) -> bool:
        """Tell whether both are of one article and share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@_quickly_made
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


@_quickly_made
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


@dataclass(frozen=True, slots=True)
class When:
    """A time as a text gives it: an interval of days, how fine it is, and the words.

    Attributes
    ----------
    start, end
        First and last day, both included. In a date without a year ``yearless`` is True and the year of both is meaningless.
    precision
        ``part`` (part of a day), ``day``, ``week``, ``month``, ``season``, ``year`` or ``range``.
    words
        The words that it was read from.
    basis
        ``stated`` or ``inferred``.
    part
        For precision ``part``: ``morning``, ``evening``, or a clock time ``HH:MM`` as the text gives it.
    """

    start: date
    end: date
    precision: Literal["part", "day", "week", "month", "season", "year", "range"]
    words: Quote
    basis: Literal["stated", "inferred"] = "stated"
    part: str = ""
    yearless: bool = False

    @property
    def edtf(self) -> str:
        """The time in EDTF: ``2023-09-12``, ``2019-04``, ``2019``, ``XXXX-09-27``, ``2023-09-10/2023-09-13``."""
        year = "XXXX" if self.yearless else f"{self.start.year:04d}"
        if self.precision in ("part", "day"):
            return f"{year}-{self.start:%m-%d}"
        if self.precision == "month":
            return f"{year}-{self.start:%m}"
        if self.precision == "year":
            return year
        last = "XXXX" if self.yearless else f"{self.end.year:04d}"
        return f"{year}-{self.start:%m-%d}/{last}-{self.end:%m-%d}"


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


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a journey, made of claims.

    ``arrive`` and ``depart`` hold several times where the sources differ, the drawn one first. ``status`` is never stronger than the
    strongest claim. ``claims`` are ids in `Itinerary.claims`; ``sources`` is the number of independent origins, 0 where nobody reports
    the stop. ``name_in_text`` is how the text spells it. ``number`` is the label on pin and list, from 1 in each journey. ``basis`` is
    ``inferred`` where every one of its claims is: no words were read as telling of the stop, and no leg is drawn to it; see
    `basis_of`. ``safety`` is an editor's decision; ``protected`` tells, on the published side, that the place is an area that stands
    for the true one, for people's safety.
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
class Itinerary:
    """All that was read of a set of articles.

    ``mentions`` are the places only mentioned (kinds ``place``, ``metonym``...), one resolution for each place or reading, and ``unlocated``
    those that were taken for places but not found, each with its reason. ``record`` is what the desk has published of it. ``edition`` is
    None at the desk; only the published side (`geo.publish`) has one, and holds nothing that must not leave the desk.
    """

    articles: tuple[Article, ...]
    travellers: tuple[Traveller, ...] = ()
    claims: tuple[Claim, ...] = ()
    journeys: tuple[Journey, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mentions: tuple[Resolution, ...] = ()
    unlocated: tuple[Resolution, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Route:
    """The line of a leg.

    Attributes
    ----------
    leg
        The leg's id.
    lines
        One tuple of (lon, lat) pairs for each part, degrees EPSG:4326; several where it is cut at the antimeridian.
    length_km
        Along the track, road or lane (the network's own weights, geodesic where there is none), not the drawn line.
    basis
        What the line was drawn along.
    countries
        ISO codes in the order of travel.
    note
        Why it is not what one would expect (no network answer, access lines), or ``""``.
    on_network
        The share of the length along the track, road or lane, 0 to 1; 0 over a great circle.
    access_km
        The lengths of the straight lines that join the two ends to it: the first and the last piece of the line.
    alternatives
        Other ways that are about as likely.
    """

    leg: str
    lines: tuple[tuple[tuple[float, float], ...], ...]
    length_km: float
    basis: Basis
    countries: tuple[str, ...] = ()
    note: str = ""
    on_network: float = 0.0
    access_km: tuple[float, float] = (0.0, 0.0)
    alternatives: tuple[Route, ...] = ()
