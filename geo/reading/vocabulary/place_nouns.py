"""Common nouns that stand for places, or that a place's name goes with: "the port of X", "X airport", "the X region"."""

from __future__ import annotations

from typing import Final

__all__ = ["CARE", "COURTS", "OCCASIONS", "PLACE_NOUNS"]

PLACE_NOUNS: Final = frozenset(
    "abbey airbase airfield airport aquarium area base battlefield battleground bay beach border camp campground campsite "
    "capital castle cathedral cemetery center centre church city coast convent cosmodrome country county dam district dock "
    "dockyard edge entrance facility factory fairground fairgrounds falls farm field fort front garden gardens gorge hamlet "
    "harbor harbour headquarters hotel island islands lighthouse marina monastery mouth municipality museum nation "
    "neighborhood outskirts palace park peninsula pier plant port prefecture province quay racecourse racetrack ranch region "
    "reserve resort river ruins sanctuary scrapyard seminary shipyard shore shrine spaceport speedway square stadium state "
    "station suburb temple terminal territory tip town township university valley vicinity village waters yard zoo".split()
)

#: What is held at the place that it is called by: "spoke at the X summit", "went to the Y book fair".
OCCASIONS: Final = frozenset(
    {"conference", "congress", "convention", "expo", "fair", "festival", "forum", "marathon", "regatta", "summit", "synod"}
)

#: Where people are taken when they are hurt, ill or under arrest.
CARE: Final = frozenset(
    {"ambulance", "hospital", "clinic", "infirmary", "jail", "prison", "court", "courthouse", "morgue", "hospice"}
)

#: Those of them where one stands trial and is held.
COURTS: Final = frozenset({"court", "courthouse", "jail", "prison"})
