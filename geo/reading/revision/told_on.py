"""Take a movement of long ago for the trip of the story where its sentence goes on with it: "left X in May and followed the river to Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS
from geo.reading.revision.quotes import shares_sentence

if TYPE_CHECKING:
    from geo.model import Claim

__all__ = ["told_on"]


def told_on(own: list[Claim]) -> list[Claim]:
    """Take what began long ago and went on as one trip."""
    going = [
        c
        for c in own
        if c.act in MOVEMENTS and c.places and c.status in ("happened", "under_way") and c.when is None and not c.background
    ]
    return [
        replace(c, background=False) if c.background and c.when is not None and any(_goes_on(c, other) for other in going) else c
        for c in own
    ]


def _goes_on(begun: Claim, other: Claim) -> bool:
    return begun.traveller == other.traveller and begun.act in MOVEMENTS and shares_sentence(begun, other)
