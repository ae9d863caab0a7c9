"""The words of travel by themselves, and those that lend them a subject, a time or a vehicle.

The tables (``verbs.csv``, ``nouns.csv``, ``meetings.csv``) are in the manner of VerbNet's classes: what the direct object is to the movement,
which end a bare verb names, what vehicle it implies.
"""

from __future__ import annotations

from functools import cache

from geo.reading.vocabulary.tables import table

__all__ = [
    "AWAITED",
    "BEGINS",
    "DIVERTING",
    "GETS",
    "HOLDS",
    "LOADS",
    "NAMED_ENDS",
    "PROGRAMMES",
    "SUPPORT",
    "TAKES_VEHICLE",
    "gerunds",
    "meetings",
    "nouns",
    "verbs",
]

#: Verbs that lend a travel noun its subject and its time: "made a visit", "is on a tour".
SUPPORT = frozenset(
    "be begin brave break close complete conclude continue curtail do embark end endure enjoy extend face finish go have interrupt kick launch make open "
    "pay plan prolong resume round shorten start survive take undertake wind wrap".split()
)
#: Verbs that tell of a journey no more than that it begins: "set out on a tour".
BEGINS = frozenset({"begin", "commence", "embark", "launch", "set", "start"})
#: Verbs that keep a movement from its destination.
DIVERTING = frozenset({"divert", "redirect", "reroute", "rerout", "hijack"})
#: Verbs that move whoever their object, a vehicle, takes: "caught a ferry".
TAKES_VEHICLE = frozenset(
    "board captain catch clamber climb cram drive hop navigate nurse pedal pile pilot ride row sail scramble skipper squeeze steer take use".split()
)
#: Verbs that do so where it is told whence or where to: "got an early flight out of X", "grabbed a taxi to Y".
GETS = frozenset({"get", "grab", "hail"})
#: Verbs that reach a place only where it is named: "made Lisbon by nightfall", "gained Oporto", "neared Cork".
NAMED_ENDS = frozenset({"approach", "attain", "gain", "make", "near"})
#: Nouns for a list of what somebody is going to do.
PROGRAMMES = frozenset({"agenda", "calendar", "diary", "itinerary", "plan", "program", "programme", "route", "schedule", "tour"})
#: Verbs that set somebody travelling aboard a vehicle: "were put on a train".
LOADS = frozenset({"bundle", "load", "put"})
#: Passives and adjectives that name a coming arrival by themselves: "is expected in X", "is due at X".
AWAITED = frozenset({"anticipate", "await", "book", "due", "expect", "schedule", "slate"})
#: Verbs of holding a meeting.
HOLDS = frozenset({"hold", "have", "conduct"})


@cache
def verbs() -> dict[tuple[str, str], dict[str, str]]:
    """Map the verbs of travel, each with its particle or ``""``, to their rows."""
    return {(row["lemma"], row["particle"]): row for row in table("verbs")}


@cache
def nouns() -> dict[str, dict[str, str]]:
    """Map the nouns of travel to their rows."""
    return {row["lemma"]: row for row in table("nouns")}


@cache
def meetings() -> frozenset[tuple[str, str]]:
    """Collect the words of meeting, each with its part of speech."""
    return frozenset((row["lemma"], row["pos"]) for row in table("meetings"))


@cache
def gerunds() -> dict[str, str]:
    """Map the verbs of travelling by their forms in -ing, which the parser may take for nouns."""
    lemmas = [
        lemma for (lemma, particle), row in verbs().items() if not particle and (row["act"], row["force"]) == ("travel", "strong")
    ]
    return {f"{stem}ing": lemma for lemma in lemmas for stem in (lemma, lemma.removesuffix("e"))}
