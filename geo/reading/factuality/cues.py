"""The words by which a text says how certain something is, from the table ``data/certainty.csv``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Status

    #: A status, and the word that gives it.
    Cue = tuple[Status, Token | None]

__all__ = ["cues"]


@cache
def cues() -> dict[tuple[str, str], str]:
    """Map each cue, with the kind of word it is as one, to the status that it gives."""
    return {(row["cue"], row["kind"]): row["status"] for row in table("certainty")}
