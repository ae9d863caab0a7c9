"""How the passages of two claims lie to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import Claim

__all__ = ["shares_sentence"]


def shares_sentence(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of one article are quoted from the same words, at least in part."""
    return one.quote.start < other.quote.end and other.quote.start < one.quote.end
