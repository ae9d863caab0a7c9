"""The values that pass between the rooms of ``geo``: from articles to claims to journeys.

Everything here is a frozen dataclass of plain values. Nothing is computed from hidden state, and the order of every tuple is
meaningful and reproducible. Offsets are into the original text of an article, in Python characters: ``text[start:end]``.
"""

from geo.desk.model import Review
from geo.model.claims import (
    CERTAINTY_RANK,
    DONE,
    MOVEMENTS,
    NARRATOR,
    TOOK_PLACE,
    Act,
    Claim,
    ClaimBasis,
    Mode,
    PlaceRole,
    Role,
    Sequence,
    Source,
    SourceKind,
    Status,
    Traveller,
    basis_of,
)
from geo.model.journeys import Conflict, ConflictValue, Itinerary, Journey, Leg, Meeting, Stop, Withheld
from geo.model.places import Mention, MentionKind, Resolution, Vicinity
from geo.model.routes import Basis, Route
from geo.model.texts import Article, Quote, Span
from geo.model.times import FINENESS_RANK, When

__all__ = [
    "CERTAINTY_RANK", "DONE", "FINENESS_RANK", "MOVEMENTS", "NARRATOR", "TOOK_PLACE", "Act", "Article", "Basis", "Claim", "ClaimBasis", "Conflict",
    "ConflictValue", "Itinerary", "Journey", "Leg", "Meeting", "Mention", "MentionKind", "Mode", "PlaceRole", "Quote", "Resolution", "Review",
    "Role", "Route", "Sequence", "Source", "SourceKind", "Span", "Status", "Stop", "Traveller", "Vicinity", "When",
    "Withheld", "basis_of",
]  # fmt: skip
