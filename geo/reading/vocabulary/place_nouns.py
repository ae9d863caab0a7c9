"""Common nouns that stand for places, or that a place's name goes with: "the port of X", "X airport", "the X region"."""

from __future__ import annotations

from typing import Final

__all__ = ["BORDERING", "CARE", "CARE_HOUSES", "COURTS", "EVENTS", "OCCASIONS", "PLACE_NOUNS", "SETTLEMENTS"]

PLACE_NOUNS: Final = frozenset(
    "abbey airbase airfield airport aquarium area base battlefield battleground bay beach border camp campground campsite "
    "capital castle cathedral cemetery center centre church city coast convent cosmodrome country county dam district dock "
    "dockyard edge entrance facility factory fairground fairgrounds falls farm field fort front garden gardens gorge ground hamlet "
    "harbor harbour headquarters hotel island islands lighthouse marina monastery mosque mouth municipality museum nation "
    "neighborhood outskirts palace park peninsula pier plant port prefecture province quay racecourse racetrack ranch region "
    "reserve resort river ruins sanctuary scrapyard seminary shantytown shipyard shore shrine slum spaceport speedway square stadium state "
    "station suburb temple terminal territory tip town township university valley vicinity village waters yard zoo".split()
)

#: What a town is called: "the resort of X".
SETTLEMENTS: Final = frozenset({"capital", "city", "port", "resort", "town", "village"})
#: Participles by which a place is told to lie beside another.
BORDERING: Final = frozenset({"adjoining", "bordering", "neighboring", "neighbouring"})
#: What is held at the place that it is called by: "spoke at the X summit", "went to the Y book fair".
OCCASIONS: Final = frozenset(
    {"conference", "congress", "convention", "expo", "fair", "festival", "forum", "marathon", "regatta", "summit", "synod"}
)

#: What somebody takes part in or goes through at a place: "after a concert in X", "underwent surgery in Y".
EVENTS: Final = OCCASIONS | frozenset(
    "appearance audience banquet bout briefing captivity ceremony concert confinement contest convalescence debate defeat dinner draw exile "
    "final friendly funeral game gig hearing imprisonment internment internship interview lecture loss lunch mass match opener operation "
    "party performance race rally recital rehearsal residency retreat semester semi-final semifinal service session show speech spell stint "
    "study surgery term test tie tournament training treatment victory wedding win workshop year".split()
)

#: The houses where people are when they are hurt, ill or under arrest.
CARE_HOUSES: Final = frozenset({"hospital", "clinic", "infirmary", "jail", "prison", "court", "courthouse", "morgue", "hospice"})
#: Where people are taken then.
CARE: Final = CARE_HOUSES | {"ambulance"}

#: Those of them where one stands trial and is held.
COURTS: Final = frozenset({"court", "courthouse", "jail", "prison"})
