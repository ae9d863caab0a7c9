"""Common nouns that stand for places, or that a place's name goes with: "the port of X", "X airport", "the X region"."""

from __future__ import annotations

from typing import Final

__all__ = ["PLACE_NOUNS"]

PLACE_NOUNS: Final = frozenset(
    "airbase airfield airport area base bay beach border camp capital cemetery center centre city coast cosmodrome country county district "
    "dock edge entrance field front hamlet harbor harbour headquarters hotel island islands mouth municipality nation neighborhood outskirts palace peninsula pier "
    "port prefecture province quay region resort river seminary shore spaceport square state station suburb terminal territory town "
    "township university tip valley vicinity village waters".split()
)
