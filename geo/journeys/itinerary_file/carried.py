"""What became of a person's decision when the articles were read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.desk.model import Safety

__all__ = ["Carried", "CarriedRole", "DecisionKind", "Outcome"]

CarriedRole = Literal["journey", "stop", "leg", "meeting", "claim", "mention", "conflict", "traveller", "article"]
DecisionKind = Literal["removed", "safety", "note", "checked", "corrected", "added"]
#: ``kept``: it holds, and what it is about is told otherwise now; ``also``: it holds for one more element; ``fell``: it holds no more;
#: ``untold``: no article tells any more what it is about, and it stays in the file.
Outcome = Literal["kept", "also", "fell", "untold"]


@dataclass(frozen=True, slots=True)
class Carried:
    """One decision that a later reading did not simply leave as it was.

    Attributes
    ----------
    role, name
        What it is about.
    decision, outcome
        What was decided, and what became of that.
    field, value
        Of a correction: the field that was corrected, and what a person wrote in it; a date in EDTF.
    told
        What the later reading says: of the corrected field, else the status.
    before
        The status before.
    safety
        Who decided on safety, and what.
    claims
        The claims that it stands on now.
    """

    role: CarriedRole
    name: str
    decision: DecisionKind
    outcome: Outcome
    field: str = ""
    value: str = ""
    told: str = ""
    before: str = ""
    safety: Safety | None = None
    claims: tuple[str, ...] = ()
