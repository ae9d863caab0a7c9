"""Nouns that can travel: a person, a group or a vehicle in particular, told from goods, firms, ideas and people in general."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.parsing.plain_text import DIRECTION_MARKS
from geo.reading.times.date_words import NEAR_DAYS
from geo.reading.travel_words.vehicles import is_type_of_aircraft, vehicle_mode
from geo.reading.travellers.nationals import QUANTITIES, nationals
from geo.reading.vocabulary.person_names import name_class
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Mode
    from geo.reading.parsing.passages import Passage

__all__ = [
    "FIRMS",
    "Actor",
    "Kind",
    "first_of_name",
    "is_many",
    "is_vehicle_name",
    "noun_actor",
    "noun_name",
    "office_of",
    "told_mode",
]

Kind = Literal["person", "group", "vehicle"]
_NO_TRAVELLER = frozenset({"DATE", "TIME", "MONEY", "EVENT", "LAW", "PERCENT", "LANGUAGE", "NORP", "WORK_OF_ART"})
_DEFINITE = frozenset({"both", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})
#: Parts of places, which go nowhere and are nobody.
_WHEREABOUTS = frozenset(
    {"beach", "coast", "edge", "outskirt", "outskirts", "road", "shore", "street", "suburb", "surrounding", "vicinity"}
)
#: Last words of the names of firms, bodies and houses, which do not travel.
FIRMS = frozenset(
    "championship championships cup exhibition fair festival games league marathon rally "
    "chronicle herald journal news post press telegraph times tribune "
    "agency airline airlines airways association authority bank board bureau charity co commission committee company congress consulate corp "
    "corporation council department embassy federation foundation fund group inc institute ltd magazine ministry nations ngo office organization "
    "organisation parliament party radio railways senate service society television union university "
    "airport aquarium arena cathedral cinema clinic gallery gardens hospital hostel hotel inn library mall mine mines mosque motel museum prison "
    "restaurant stadium station supermarket theater theatre zoo".split()
)
_COMPANY_SAID = re.compile(
    r"\b(?:brand|carmaker|company|firm|maker|retailer)(?:['’]s? \w+)? (?:added|announced|has|had|is|said|says|was|will)\b"
)
_REGULAR = frozenset({"annual", "daily", "hourly", "nightly", "regular", "scheduled", "weekly", "yearly"})
#: What the names of ships begin with: of navies, of merchants, of research.
_PREFIXES = frozenset(
    "FS FV HDMS HMAS HMCS HMNZS HMS HNLMS INS JS KRI MS MSC MT MV ORP PNS RFA RMS ROKS RRS RV SS TCG USCGC USNS USS".split()
)
#: So many people make no one journey; a march or a caravan may have thousands.
_MOST_TOGETHER = 20_000
_MULTITUDES = frozenset({"million", "millions", "billion"})
#: Nouns for a group that tell nothing of who is in it.
_GROUPS = frozenset(
    "band batch busload boatload column contingent convoy crowd fleet flotilla group party planeload team".split()
)
#: What the parser may take the first word of a name for that is a common word.
_NO_NAMES = frozenset({"DET", "NUM", "PRON"})
_NOBODY = frozenset({"no", "any", "every", "each", "many", "most", "such", "other", "few"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that the text says moved.

    Attributes
    ----------
    name, kind
        What it is called and what it is.
    mode
        What a vehicle implies.
    named
        Whether it is surely able to travel: a name, a vehicle, or a noun for people.
    """

    name: str
    kind: Kind
    mode: Mode = "unknown"
    named: bool = False


def noun_actor(token: Token, passage: Passage) -> Actor | None:
    """Read a noun as a traveller in particular; None for goods, firms and ideas, and for people in general."""
    if (people := nationals(token)) is not None:
        return None if _is_multitude(token) else Actor(noun_name(token, passage), people, named=True)
    lemma = office_of(token)
    if token.pos_ not in ("NOUN", "PROPN") or lemma in _WHEREABOUTS:
        return None
    if lemma in words_of("not_travellers", "why") and not (lemma == "people" and _is_counted(token)):
        return None
    numbered = vehicle_mode(token) != "unknown" and any(
        c.dep_ == "nummod" for c in token.rights
    )  # "Flight 3809", to the parser a date
    if token.ent_type_ in _NO_TRAVELLER and not (numbered or is_vehicle_name(token)):
        return None
    mode, known = told_mode(token), "group" if lemma == "people" else people_kind(lemma)
    plural = (token.tag_ in ("NNS", "NNPS") and not is_type_of_aircraft(token)) or (
        token.pos_ == "PROPN" and lemma != token.lower_
    )
    name = noun_name(token, passage)
    if token.pos_ == "PROPN" and mode == "unknown" and _is_firm(token, name, passage.article.text):
        return None
    if not name or not _is_particular(token, plural=plural, known=known is not None) or _is_multitude(token):
        return None
    if known == "thing" and (plural or _is_surname(token)):
        return None
    kind: Kind = "vehicle" if mode != "unknown" or known == "thing" else "group" if plural or known == "group" else "person"
    return Actor(name, kind, mode, named=token.pos_ == "PROPN" or known is not None or mode != "unknown")


def _is_firm(token: Token, name: str, text: str) -> bool:
    """Whether a name is that of a firm or a body: by its words, by a ticker behind it, or to the parser, where the article lets a company speak."""
    if {w.strip(".,<>") for w in name.casefold().split()} & FIRMS or f"{name} <" in text:
        return True
    bare = token.ent_type_ == "ORG" and not any(c.dep_ in ("det", "poss") for c in token.children)
    return bare and not is_vehicle_name(token) and _COMPANY_SAID.search(text) is not None


def _is_surname(token: Token) -> bool:
    """Whether a name that is also a noun for a thing is a person's: "Bell", but not "the Bell"."""
    return token.pos_ == "PROPN" and name_class(token.text) in ("b", "f") and not any(c.lower_ == "the" for c in token.children)


def is_many(vehicles: str) -> bool:
    """Tell whether a vehicle's name means several: "27 vessels", "two ferries", but not "Flight 150" or "Queen of the Seas"."""
    last, known = vehicles.partition(" of ")[0].rsplit(maxsplit=1)[-1], words_of("vehicles", "mode")
    if not (last.islower() and last.endswith("s")) or last in known:  # a capital is a name's, and "bus" is one
        return False
    return bool({last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y"} & known.keys())


def office_of(token: Token) -> str:
    """Give the dictionary form of a noun; of a capitalised plural of office its singular ("the Prime Ministers": minister)."""
    singular = str(token.lower_).removesuffix("s")
    return singular if token.pos_ == "PROPN" and singular in words_of("people_nouns", "kind") else lemma_of(token)


def noun_name(token: Token, passage: Passage) -> str:
    """Name a noun by its own words, without the article before it: "North Korean delegation", "another bus"."""
    words = [
        t
        for t in token.lefts
        if (t.dep_ in ("amod", "compound", "nummod", "nmod", "poss", "quantmod") and t.lower_ not in NEAR_DAYS)
        or t.lower_ == "another"
    ]
    if token.dep_ == "appos" and token.head.ent_type_ == "NORP":  # "Polish, Czech and Slovenian prime ministers"
        words.append(token.head)
    if token.lower_ == "flight" and token.i and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).ent_type_ == "ORG":
        words.append(token.nbor(-1))  # "Delta flight 404 from X to Y", wherever the parser hangs "Delta"
    first = min([*(t.i for w in words for t in w.subtree if not t.is_space), token.i])  # a dateline is white space to the parser
    called = _called(token) or _members(token) or _number_of(token)
    start = first_of_name(token.doc[first]) if token.pos_ == "PROPN" else token.doc[first]
    text = " ".join(passage.quote(start, called if called is not None else token).text.split())
    text = DIRECTION_MARKS.sub("", text)
    text = re.sub(r"[\"“”]", "", text) if called is not None else text
    return re.sub(r"^(?:the|a|an|some|about|his|her|their|its)\s+", "", text, flags=re.IGNORECASE).strip(" ,;\"'“”")


def first_of_name(word: Token) -> Token:
    """Find the first word of a name that begins with a common word, capitalised behind "the": "All" in "the All Blacks"."""
    if word.i < 2 or word.nbor(-2).lower_ != "the":
        return word
    before = word.nbor(-1)
    return before if before.is_title and before.pos_ in _NO_NAMES else word


def _called(vehicle: Token) -> Token | None:
    """The last word of the name that stands right behind a noun for a vehicle: "the cargo ship Halvard"."""
    if vehicle_mode(vehicle) == "unknown" or vehicle.pos_ != "NOUN":
        return None
    named = next((c for c in vehicle.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    between = vehicle.doc[vehicle.i + 1 : named.left_edge.i] if named is not None else ()
    return named if all(t.is_quote for t in between) else None


def _number_of(vehicle: Token) -> Token | None:
    """The number right behind a vehicle's name or type: "Air Inter Flight 65", "a Boeing 737"."""
    behind = vehicle.nbor() if vehicle.i + 1 < len(vehicle.doc) else None
    if behind is None or not behind.text[-1].isdigit() or vehicle_mode(vehicle) == "unknown":
        return None
    below = (behind.dep_ == "nummod" and behind.head.i == vehicle.i) or vehicle.head.i == behind.i  # or above it
    return behind if (below and vehicle.pos_ == "PROPN") or vehicle.lower_ in ("flight", "train") else None


def _members(group: Token) -> Token | None:
    """The noun for those of whom a group is: "a group of 30 pilgrims", "the second contingent of French troops"."""
    if lemma_of(group) not in _GROUPS or group.pos_ != "NOUN":
        return None
    of = next((c for c in group.children if c.lower_ == "of" and c.i == group.i + 1), None)
    whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return whole if whole is not None and whole.tag_ in ("NNS", "NNPS") else None


def _has_prefix(token: Token) -> bool:
    """Whether a name begins as ships' names do: "USS Abraham Lincoln", "MV Alta"."""
    first = token
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN" and first.text not in _PREFIXES:
        first = first.nbor(-1)
    return first.text in _PREFIXES and first.i < token.i


def told_mode(token: Token) -> Mode:
    """Tell the mode of a vehicle noun, or of a name that a vehicle noun introduces: "the research vessel Southern Petrel"."""
    if token.pos_ == "PROPN" and (_has_prefix(token) or _is_flagged(token)):
        return "ship"
    named = token.pos_ == "PROPN" or any(c.isdigit() for c in token.text)  # "the flight AI309"
    before = [t for t in token.lefts if named and t.dep_ in ("amod", "compound", "nmod")]
    return next((m for t in (token, *before) if (m := vehicle_mode(t)) != "unknown"), "unknown")


def _is_flagged(token: Token) -> bool:
    """Whether a name is a ship's by its flag: "the Panama-flagged Halvard"."""
    return any(c.lower_ == "flagged" and c.dep_ == "amod" and c.i > 0 and c.nbor(-1).text == "-" for c in token.lefts)


def is_vehicle_name(token: Token) -> bool:
    """Tell whether a noun for a vehicle stands right before a name: "the ferry Lady of Lorn", "the whaler Harriet", "HMS Kent"."""
    if token.pos_ != "PROPN":
        return False
    if _has_prefix(token):
        return True
    first = token
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN" and vehicle_mode(first.nbor(-1)) == "unknown":
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i > 0 else None
    return before is not None and before.pos_ in ("NOUN", "PROPN") and vehicle_mode(before) != "unknown"


def _is_counted(people: Token) -> bool:
    """Whether it is told what so many did once: "600 people were flown out", but not "600 people are waiting"."""
    if people.dep_ in ("nsubj", "nsubjpass") and not _is_told_of(people):
        return False
    of_many = people.dep_ == "pobj" and people.head.head.lower_ in QUANTITIES
    return of_many or any(c.dep_ == "nummod" for c in people.children)


def _is_multitude(token: Token) -> bool:
    """Whether so many are counted that no one journey is meant: "more than 800,000 refugees", "millions of people"."""
    counts = [t for c in token.children if c.dep_ in ("nummod", "quantmod") for t in c.subtree]
    whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return (
        lemma_of(whole) in _MULTITUDES
        or any(t.lower_ in _MULTITUDES for t in counts)
        or any(_is_large_number(t.text.replace(",", "")) for t in counts)
    )


def _is_large_number(word: str) -> bool:
    """Whether a word is a number of more than make one journey; its first ten digits tell, and Python reads none of thousands."""
    return word.isdecimal() and int(word[:10]) >= _MOST_TOGETHER


def _is_told_of(people: Token) -> bool:
    """Whether a clause tells of people what happened once: "passengers were bused to X", but not "passengers may board at X"."""
    verb = people.head
    if people.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return False
    if any(c.lower_ in ("how", "why") for c in verb.children):
        return False
    return verb.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in verb.children if c.dep_ in ("aux", "auxpass"))


def _is_particular(token: Token, *, plural: bool, known: bool) -> bool:
    """Whether the noun means somebody in particular: named, definite or counted; "tourists fly to X" means nobody."""
    children = list(token.children) + (list(token.head.children) if token.dep_ == "appos" else [])
    if any(c.lower_ in _NOBODY or (c.lower_ in _REGULAR and c.dep_ == "amod") for c in children):
        return False
    definite = any(c.lower_ in _DEFINITE or c.dep_ in ("nummod", "poss") or c.pos_ == "NUM" for c in children)
    if plural and token.dep_ == "pobj" and token.head.head.lower_ in QUANTITIES:
        return True  # "dozens of armoured vehicles"
    if plural:
        if token.tag_ == "NNPS" and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in children):
            return True
        if vehicle_mode(token) != "unknown" and any(True for _ in token.lefts) and _is_told_of(token):
            return True  # "Brazilian air force planes left X"
        return definite or (known and (any(c.dep_ == "amod" and c.pos_ == "ADJ" for c in children) or _is_told_of(token)))
    if not known and vehicle_mode(token) == "unknown":  # "more metal arrived": a stuff, not a thing
        return definite or token.pos_ == "PROPN" or any(c.dep_ == "det" for c in children)
    return definite or token.pos_ == "PROPN" or any(c.dep_ in ("det", "amod", "compound") for c in children)
