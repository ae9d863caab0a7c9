"""Verbs as they are inflected."""

from __future__ import annotations

from geo.reading.vocabulary.tables import words_of

__all__ = ["past_form"]


def past_form(lemma: str) -> str:
    """Return the past form of a verb: "left" of "leave", "reached" of "reach"."""
    irregular = words_of("irregular_verbs", "forms").get(lemma)
    return irregular.split()[0] if irregular else f"{lemma.removesuffix('e')}ed"
