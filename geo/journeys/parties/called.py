"""By what words a story calls who makes a trip: a name, an office, common words; as somebody known or as one brought in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.vocabulary.callings import excludes, tells_of_crime
from geo.reading.vocabulary.parties import ANOTHER
from geo.reading.vocabulary.persons import OFFICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip
    from geo.model import Mode

__all__ = [
    "VEHICLES",
    "bears_title",
    "head_noun_of",
    "heads_body",
    "holds_office",
    "is_another",
    "is_couple",
    "is_definite",
    "is_described",
    "is_many",
    "is_nameless",
    "is_new",
    "is_proper",
    "is_somebody_else",
    "is_title",
    "is_told_before",
    "modes_of",
    "noun_of",
    "numbers_of",
    "offices_of",
    "opens_article",
    "others_of_kind",
    "those_of",
]

#: Words of the offices of those who head a body of many states.
_HEADS = frozenset({"chief", "commissioner", "general", "president", "secretary"})
#: Titles that are no office.
_TITLED = frozenset("duchess duke empress lady lord".split())
#: Nouns for two who belong together.
_COUPLES = frozenset("couple duo newlyweds pair royals twosome".split())
#: Nouns for vehicles by which a text calls again what it has named.
VEHICLES = frozenset(
    "aircraft airliner boat carrier craft ferry flight freighter jet jetliner liner plane schooner ship supertanker tanker train trawler vessel warship "
    "yacht".split()
)
#: How a sentence ends, and a headline does not.
_FULL_STOP = re.compile(r"[.!?][\"'”’)]*\s*$")


def is_many(vehicles: Trip) -> bool:
    """Tell whether several vehicles travel: "27 vessels", "two ferries"."""
    noun = head_noun_of(vehicles)
    return noun.endswith("s") and bool({noun.removesuffix("s"), noun.removesuffix("ies") + "y"} & VEHICLES)


def is_proper(trip: Trip) -> bool:
    """Tell whether a traveller is called by a name, and not by common words alone: "Pakistan Cricket Team", but not "players"."""
    return any(w[:1].isupper() for w in trip.traveller.name.split())


def is_title(trip: Trip) -> bool:
    """Tell whether a traveller is only called by an office: "UN Secretary-General"."""
    return noun_of(trip).casefold().split("-")[-1] in OFFICES


def is_definite(trip: Trip) -> bool:
    """Tell whether a text speaks of the traveller as of somebody known: "the retired postman", but not "the second convoy"."""
    if trip.traveller.kind == "vehicle" and trip.traveller.name.casefold().startswith("flight "):
        return True
    definite = re.compile(rf"\b(?:[Tt]he|[Oo]ur|\w+[’']s?) (?:[\w-]+ ){{0,3}}{re.escape(noun_of(trip))}\b")
    return not is_another(trip) and any(definite.search(c.quote.text) for c in trip.claims)


def is_described(trip: Trip) -> bool:
    """Tell whether somebody is called by common words, or by his people alone: "the student", "A 19-year-old Briton"."""
    noun = noun_of(trip)
    people = re.compile(rf"\b(?:[Aa]n?|[Tt]he) ((?:[\da-z-]+ ){{0,3}}){re.escape(noun)}\b")
    told = (m for c in trip.claims if (m := people.search(c.quote.text)) is not None)
    return noun[:1].islower() or any(not VEHICLES & set(m[1].split()) for m in told)  # "The ferry Estonia" has a name


def is_new(vehicle: Trip) -> bool:
    """Tell whether a text brings in a vehicle by what it does, as one that nobody was told to be in: "A helicopter flew to X"."""
    noun = re.escape(noun_of(vehicle))
    return any(re.match(rf"(?:An?|Another|Two|Three) (?:[\w-]+ ){{0,3}}{noun}\b", c.quote.text) for c in vehicle.claims)


def is_another(trip: Trip, but: frozenset[str] = frozenset()) -> bool:
    """Tell whether a name tells its bearer from others; the words of ``but`` do not."""
    return bool((ANOTHER - but) & set(trip.traveller.name.casefold().split()))


def modes_of(trip: Trip) -> set[Mode]:
    """Return by what the claims say that somebody goes."""
    return {c.mode for c in trip.claims} - {"unknown"}


def is_nameless(name: str) -> bool:
    """Tell whether a vehicle is called by common words alone: "plane", "One bus", but not "Airbus" or "Sudan Airways plane"."""
    first, *rest = name.split()
    if ANOTHER & {first.casefold(), *rest} or name[-1].isdigit():  # "Boeing 767"
        return False
    return not any(w[:1].isupper() for w in rest) and (first[:1].islower() or bool(rest))


def noun_of(trip: Trip) -> str:
    """Return the last word of a traveller's name."""
    return trip.traveller.name.split()[-1]


def head_noun_of(trip: Trip) -> str:
    """Return what a traveller is called, without what it is of: "convoy" of "convoy of 12 trucks"."""
    return trip.traveller.name.partition(" of ")[0].split()[-1].casefold()


def numbers_of(trip: Trip) -> set[str]:
    """Return the words of a name with figures in them: a flight's number."""
    return {w for w in trip.traveller.name.split() if any(c.isdigit() for c in w)}


def opens_article(described: Trip, trips: Sequence[Trip]) -> bool:
    """Tell whether an article begins with somebody whom it names only afterwards: "A Cornish plumber rolled into X. Denzil Trewin, 44, ..."."""
    first = min(described.claims, key=lambda c: c.quote.start)
    before = [
        c
        for t in trips
        for c in t.claims
        if c.quote.article == first.quote.article and c.quote.start < first.quote.start and _FULL_STOP.search(c.quote.text)
    ]  # a headline begins nothing
    return not before and not is_another(described)


def others_of_kind(trip: Trip, trips: Sequence[Trip]) -> list[Trip]:
    """List the trips of other travellers of the same kind."""
    return [
        t
        for t in trips
        if t.traveller.kind == trip.traveller.kind and t.background == trip.background and t.traveller.name != trip.traveller.name
    ]


def those_of(kind: str, like: Trip, trips: Sequence[Trip]) -> list[Trip]:
    """List the trips of a kind of traveller that are told as news, or as earlier ones, as one is."""
    return [t for t in trips if t.traveller.kind == kind and t.background == like.background]


def holds_office(named: Trip) -> bool:
    """Tell whether an office stands before a name where somebody's way is told: "The prime minister, Denzil Trewin, flew to X"."""
    return bool(offices_of(named))


def is_somebody_else(described: Trip, named: Trip) -> bool:
    """Tell whether a text gives somebody another office or calling: "the bishop" is not President Denzil Trewin, nor "the thief" a tenor."""
    held, noun = offices_of(named), noun_of(described).casefold()
    if heads_body(described):
        return not held & _HEADS
    if noun in OFFICES and held:
        return noun not in held
    charged = tells_of_crime(word for c in named.claims for word in re.findall(r"\w+", c.quote.text.casefold()))
    return excludes(described.traveller.name.casefold().split(), _words_beside(named), charged=charged)


def heads_body(described: Trip) -> bool:
    """Tell whether somebody is called the chief of what has a name: "the U.N. chief", "the EU chief"."""
    *words, noun = described.traveller.name.split()
    return noun == "chief" and any(w[:1].isupper() for w in words)


def _words_beside(named: Trip) -> set[str]:
    """The words right before a name, and those of the apposition behind it, where its way is told: "the tenor Denzil Trewin", "Trewin, a tenor,"."""
    name = re.escape(named.traveller.name)
    texts = [c.quote.text for c in named.claims]
    beside = [text[: m.start()].split()[-4:] for text in texts if (m := re.search(name, text))]
    beside += [m[1].split() for text in texts if (m := re.search(rf"{name}, (?:an?|the) ([^,.;]+)", text))]
    return {word.casefold() for words in beside for word in words}


def offices_of(named: Trip) -> set[str]:
    """Return the offices that a name holds, or that stand before it where somebody's way is told."""
    own = {word for word in re.findall(r"\w+", named.traveller.name.casefold()) if " " in named.traveller.name}
    before = (c.quote.text.casefold().partition(named.traveller.name.casefold()) for c in named.claims)
    return (own | {word for words, name, _ in before if name for word in re.findall(r"\w+", words)[-4:]}) & OFFICES


def bears_title(trip: Trip, title: str) -> bool:
    """Tell whether the text calls a traveller by a title somewhere: "President Otto Kranz"."""
    called = re.compile(rf"\b{re.escape(title)} (?:\w+ ){{0,2}}{re.escape(noun_of(trip))}\b", re.IGNORECASE)
    return any(called.search(c.quote.text) for c in trip.claims)


def is_told_before(one: Trip, other: Trip) -> bool:
    """Tell whether one article tells of both, of the one first."""
    first = other.claims[0].quote
    return any(c.quote.article == first.article and c.quote.start <= first.start for c in one.claims)


def is_couple(trip: Trip) -> bool:
    """Tell whether two are called by what they are together: "the couple", "the Duke and Duchess"."""
    words = trip.traveller.name.casefold().split()
    return words[-1] in _COUPLES or ("and" in words and {words[0], words[-1]} <= OFFICES | _TITLED)
