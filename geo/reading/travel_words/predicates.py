"""Find the words of travel: which token of a parse says that somebody moved, stayed or met, and how its slots are read.

The words are data (``verbs.csv``, ``nouns.csv``, ``meetings.csv``, ``vehicles.csv``), in the manner of VerbNet's classes: what the
direct object is to the movement, which end a bare verb names, what vehicle it implies.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from geo.reading.parsing.syntax import lemma_of, table, words_of
from geo.reading.travel_words.idioms import is_idiom
from geo.reading.travel_words.listings import is_listing
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS
from geo.reading.vocabulary.pronouns import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from geo.model import Act, Mode

__all__ = [
    "AWAITED", "DIVERTING", "LOADS", "PROGRAMMES", "SUPPORT", "TAKES_VEHICLE", "Predicate", "find_predicates", "is_awaited", "vehicle_mode",
]  # fmt: skip

#: Verbs that lend a travel noun its subject and its time: "made a visit", "is on a tour".
SUPPORT = frozenset({"be", "begin", "brave", "close", "complete", "conclude", "continue", "do", "embark", "end", "endure", "enjoy", "face", "finish", "go", "have", "kick", "launch", "make", "open", "pay",
                     "plan", "resume", "start", "survive", "take", "undertake", "wind", "wrap"})  # fmt: skip
#: Verbs that keep a movement from its destination.
DIVERTING = frozenset({"divert", "redirect", "reroute", "rerout", "hijack"})
#: Prepositions of another event than the verb's: "reached X after a crossing from Y".
_BESIDE = frozenset({"after", "before", "following", "during", "since"})
_DURING = frozenset({"during", "at", "in", "after", "before"})
#: Verbs that move whoever their object, a vehicle, takes: "caught a ferry".
TAKES_VEHICLE = frozenset({"board", "catch", "cram", "drive", "hop", "pile", "ride", "squeeze", "take", "use"})
#: Verbs that take a carrier, which may be called by its name alone.
_BOOKED = frozenset({"board", "catch", "ride", "take"})
_HELD = frozenset({"hold", "have", "conduct"})
#: Nouns for a list of what somebody is going to do.
PROGRAMMES = frozenset({"agenda", "calendar", "diary", "itinerary", "plan", "program", "programme", "route", "schedule", "tour"})
#: Verbs that set somebody travelling aboard a vehicle: "were put on a train".
LOADS = frozenset({"bundle", "load", "put"})
#: What a carrier that is a ship carries; others are firms.
_CARRIED = frozenset({"aircraft", "bulk", "car", "cattle", "container", "gas", "livestock", "lng", "ore", "troop"})
#: Verbs of where a journey begins and ends, where nothing else is begun or ended.
_STAGE_ACTS: dict[str, Act] = {"begin": "depart", "end": "arrive", "finish": "arrive", "start": "depart"}
#: Words of the clock.
_HOURS = frozenset({"am", "h", "hours", "hr", "hrs", "noon", "pm"})
#: Prepositions of being at a place.
_THERE = frozenset({"in", "at", "near", "outside", "aboard", "off"})
#: Passives and adjectives that name a coming arrival by themselves: "is expected in X", "is due at X".
AWAITED = frozenset({"await", "book", "due", "expect", "schedule", "slate"})
#: Where travellers arrive.
_GATES = frozenset({"aerodrome", "airbase", "airfield", "airport", "dock", "harbor", "harbour", "pier", "quay", "wharf"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of travel in a parse.

    Attributes
    ----------
    token
        The verb, the noun or the adjective ("bound for").
    act
        What it says was done.
    object
        What its direct object is: ``from``, ``to``, ``via``, ``at``, ``vehicle``, ``traveller``, ``companion``, ``listed`` (the place is what the
        clause is about) or ``""``; of a noun, the part of a
        place that stands before it ("a Lisbon trip").
    mode
        What it implies of the vehicle.
    force
        ``strong``: a movement whoever the subject is; ``barred``: one that was not allowed; ``weak``: only with a subject that can travel; ``vehicle``: only of a ship or the
        like; ``attach``: no movement, but being there, which counts only for somebody of whom a movement is told.
    support
        The verb that a noun borrows its subject from, if any.
    """

    token: Token
    act: Act
    object: str = ""
    mode: Mode = "unknown"
    force: str = "strong"
    support: Token | None = None

    @property
    def clause(self) -> Token:
        """The word whose clause gives the time and the certainty."""
        return self.support if self.support is not None else self.token


def _same_event(noun: Predicate, verb: Predicate | None) -> bool:
    """Whether a travel noun only names the movement of its verb: "set out on an excursion to X"."""
    return (
        verb is not None
        and verb.act != "meet"
        and verb.force != "attach"
        and verb.token.lemma_ not in DIVERTING
        and noun.act != "meet"
        and noun.token.dep_ in ("pobj", "dobj")
        and noun.token.head.lower_ not in _BESIDE
    )


@cache
def _verbs() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["lemma"], row["particle"]): row for row in table("verbs")}


@cache
def _nouns() -> dict[str, dict[str, str]]:
    return {row["lemma"]: row for row in table("nouns")}


@cache
def _meetings() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["pos"]) for row in table("meetings"))


@cache
def _vehicles() -> dict[str, str]:
    return {row["lemma"]: row["mode"] for row in table("vehicles")}


def vehicle_mode(token: Token) -> Mode:
    """The mode that a noun stands for (train, ship...), ``unknown`` for any other word."""
    lemma = lemma_of(token)
    if lemma == "carrier" and token.i and token.nbor(-1).lower_ in _CARRIED:
        return "ship"
    return cast("Mode", _vehicles().get(lemma, "unknown"))


def find_predicates(doc: Doc) -> Iterator[Predicate]:
    """Yield the words of travel of a parse, in the order of the text."""
    verbs = {t.i: p for t in doc if t.pos_ in ("VERB", "AUX") and (p := _verb(t)) is not None}
    for token in doc:
        predicate = verbs.get(token.i) or (
            _noun(token) if token.pos_ in ("NOUN", "PROPN") or _is_stop_over(token) else _phrase(token)
        )
        if predicate is not None and (predicate.support is None or not _same_event(predicate, verbs.get(predicate.support.i))):
            yield predicate


def _verb(token: Token) -> Predicate | None:
    lemma = lemma_of(token)
    if lemma == "be" and token.dep_ in ("aux", "auxpass"):
        return None
    if is_listing(token):
        return Predicate(token, "stay", "listed")
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
    vehicles = objects or _objects_of(token, "into", "onto", "on", "in")
    vehicles = [
        *vehicles,
        *(o.nbor(1) for o in objects if o.pos_ == "PROPN" and o.i + 1 < len(o.doc)),
    ]  # "the Tranz Alpine train"
    riding = next((o for o in vehicles if vehicle_mode(o) != "unknown"), None)
    if lemma in TAKES_VEHICLE and riding is not None and token.tag_ != "VBN":
        return Predicate(token, "depart" if lemma == "board" else "travel", "vehicle", vehicle_mode(riding))
    if lemma in _BOOKED and token.tag_ != "VBN" and any(_is_service(o) for o in objects):
        return Predicate(token, "travel", "vehicle")
    aboard = next((m for o in _objects_of(token, "on", "aboard", "onto", "into") if (m := vehicle_mode(o)) != "unknown"), None)
    if lemma in LOADS and aboard is not None:
        return Predicate(token, "depart", "traveller", aboard, "weak")
    if lemma == "be" and (act := _gone_or_back(token)) is not None:
        return Predicate(token, act)
    row = next((r for p in (*_particles(token), "") if (r := _verbs().get((lemma, p)))), None)
    if row is not None and not row["particle"] and (stage := _stage(token, lemma)) is not None:
        return Predicate(token, stage, force="attach")
    if row is not None and row["force"] != "refuse" and not is_idiom(token, row["particle"], row["object"]):
        return Predicate(token, cast("Act", row["act"]), row["object"], cast("Mode", row["mode"]), row["force"])
    if is_awaited(token):
        return Predicate(token, "arrive", force="weak")
    if (lemma, "verb") in _meetings():
        if lemma in _HELD:
            held = next((o for o in objects if (o.lemma_.lower(), "noun") in _meetings()), None)
            if held is not None or not any(o.lower_ in OBJECTS for o in objects):  # "a burst tyre held her up in X"
                return Predicate(token, "meet", force="weak") if held is not None else None
            return Predicate(token, "stay", force="attach") if _is_being_there(token, row) else None
        if _is_received(token):
            return Predicate(token, "arrive", force="weak")
        return Predicate(token, "meet", "companion", force="weak")
    return Predicate(token, "stay", force="attach") if _is_being_there(token, row) else None


def _stage(token: Token, lemma: str) -> Act | None:
    """What a verb that only says where a journey began or ended makes of it: "starting in X", "will finish at Y"; not "started talks in X"."""
    of_something = any(c.dep_ in ("dobj", "obj", "xcomp", "ccomp", "acomp", "prt") for c in token.children)
    if of_something or not any(c.dep_ == "prep" and c.lower_ in ("in", "at", "from", "near") for c in token.children):
        return None
    return _STAGE_ACTS.get(lemma)


def _is_received(token: Token) -> bool:
    """Whether somebody is met where travellers arrive: "were welcomed at X airport by the mayor"."""
    passive = any(c.dep_ == "nsubjpass" for c in token.children)
    return passive and any(
        lemma_of(o) in _GATES
        for t in token.subtree
        if t.lower_ in ("at", "in") and t.i > token.i
        for o in t.children
        if o.dep_ == "pobj"
    )


def _is_service(noun: Token) -> bool:
    """Whether what is taken is a carrier by its name, with both ends or as one of several: "took Airtrans from X to Y", "an early Eurostar to X"."""
    if noun.pos_ != "PROPN" or noun.ent_type_ in ("PERSON", "GPE", "LOC", "DATE", "TIME"):
        return False
    ends = {c.lower_ for t in (noun, noun.head) for c in t.children if c.dep_ == "prep" and c.i > noun.i}
    one_of_several = any(c.lower_ in ("a", "an") for c in noun.children)
    return {"from", "to"} <= ends or (one_of_several and "to" in ends)


def _gone_or_back(token: Token) -> Act | None:
    """ "is off to X", "is back in Y": what the adverb makes of "be"."""
    for child in token.children:
        ends = {g.lower_ for g in (*child.children, *token.children) if g.dep_ == "prep" and g.i > child.i}
        if child.lower_ == "off" and ends & {"to", "for"}:
            return "depart"
        if child.lower_ in ("back", "home", "away") and child.dep_ == "advmod" and ends & {"in", "from", "at"}:
            return "arrive"
    return None


def is_awaited(token: Token) -> bool:
    """Tell whether a word names a coming arrival by itself: "is expected in X on Friday", "is due back there"."""
    if (token.lower_ if token.pos_ == "ADJ" else lemma_of(token)) not in AWAITED or any(
        c.dep_ in ("xcomp", "ccomp", "dobj") for c in token.children
    ):
        return False
    passive = token.tag_ in ("VBN", "VBD") and any(c.dep_ in ("nsubjpass", "auxpass", "nsubj") for c in token.children)
    near = {c.lower_ for c in token.children} | {c.lower_ for c in token.head.children if c.i > token.i and token.dep_ == "acomp"}
    return (passive or token.dep_ in ("acomp", "acl", "oprd", "ROOT")) and bool(
        near & {"in", "at", "back", "home", "there", "into"}
    )


def _is_being_there(token: Token, row: dict[str, str] | None) -> bool:
    """Whether a verb of any kind tells what somebody did at a place: "signed a treaty in X", "spoke at a rally in Y".

    Not verbs of a life's stations and of the mind (``not_there.csv``), nor those used for something else than travel.
    """
    if token.pos_ != "VERB" or row is not None or lemma_of(token) in words_of("not_there", "why"):
        return False
    if token.tag_ == "VBG" and token.dep_ == "xcomp":  # "stopped smoking in X"
        return False
    return any(_is_venue(o, c.lower_) for c in token.children if c.dep_ == "prep" and c.lower_ in _THERE for o in c.children)


def _is_venue(noun: Token, preposition: str) -> bool:
    """Whether what stands behind the preposition is a place, or something at a place: "in X", "at a rally in Y"."""
    if noun.dep_ == "pcomp" or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if noun.pos_ == "PROPN" or lemma_of(noun) in PLACE_NOUNS:
        return True
    inner = [o for c in noun.children if c.dep_ == "prep" and c.lower_ in _THERE for o in c.children if o.pos_ == "PROPN"]
    return bool(inner) and preposition != "in"


def _particles(token: Token) -> list[str]:
    """What may be a particle of the verb: adverbs and prepositions, its object, "to sea", the next word."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    after = following.lower_ if following.pos_ != "PRON" and not _is_place_preposition(following) else ""
    ends = [f"{c.lower_} {o.lower_}" for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    words = [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod", "prep", "dobj") and not _is_place_preposition(c)]
    return [*ends, *words, after]


def _is_place_preposition(token: Token) -> bool:
    """Whether "in" or "on" goes with what follows it rather than with the verb: "got in on Sunday", but "got drenched in X"."""
    return token.lower_ in ("in", "on") and token.dep_ == "prep" and any(c.dep_ == "pobj" for c in token.children)


def _objects_of(token: Token, *prepositions: str) -> list[Token]:
    return [o for c in token.children if c.dep_ == "prep" and c.lower_ in prepositions for o in c.children if o.dep_ == "pobj"]


def _noun(token: Token) -> Predicate | None:
    lemma = lemma_of(token)
    if _is_stop_over(token):
        lemma = "stopover"
    if _opens_item(token) and (item := _item(token)) is not None:
        return item
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        return None
    if (verb := _gerunds().get(lemma)) is not None and token.dep_ == "pobj" and _has_end(token):  # "after cycling from X"
        return Predicate(token, "travel", "to", cast("Mode", _verbs()[verb, ""]["mode"]), "noun", _support(token))
    if (lemma, "noun") in _meetings():
        held = token.head if token.dep_ == "dobj" and token.head.lemma_ in _HELD else None
        return None if held is not None else Predicate(token, "meet", force="weak", support=_support(token))
    row = _nouns().get(lemma)
    if row is None and _is_stretch(token, lemma):
        return Predicate(token, "stay", "at", force="attach", support=_support(token))
    if row is None or token.dep_ in ("compound", "npadvmod"):
        return None
    if lemma == "way" and not (token.head.lower_ in ("on", "along") and token.dep_ == "pobj"):
        return None
    return Predicate(token, cast("Act", row["act"]), row["place"], cast("Mode", row["mode"]), "noun", _support(token))


def _opens_item(token: Token) -> bool:
    """Whether a word is the first of an item of a programme, behind its hour: "18.45 Departure for X", "7.30 pm: Arrive at Y"."""
    before = token.doc[: token.i]
    return any(t.like_num for t in before) and all(not t.is_alpha or t.lower_ in _HOURS for t in before)


def _item(token: Token) -> Predicate | None:
    """The coming or going that the first word of an item tells, though the parser takes it for a name."""
    row = _nouns().get(token.lower_) or next((r for w in (token.lower_, lemma_of(token)) if (r := _verbs().get((w, "")))), None)
    if row is None or row["act"] not in ("arrive", "depart"):
        return None
    return Predicate(token, cast("Act", row["act"]), row.get("place", row.get("object", "")), cast("Mode", row["mode"]), "noun")


@cache
def _gerunds() -> dict[str, str]:
    """The verbs of travelling by their forms in -ing, which the parser may take for nouns."""
    lemmas = [
        lemma
        for (lemma, particle), row in _verbs().items()
        if not particle and (row["act"], row["force"]) == ("travel", "strong")
    ]
    return {f"{stem}ing": lemma for lemma in lemmas for stem in (lemma, lemma.removesuffix("e"))}


def _has_end(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("from", "to", "through", "across", "into") for c in noun.children)


def _is_stop_over(token: Token) -> bool:
    """Whether a word is the last of the three that "a stop-over in X" is to the parser."""
    return token.lower_ == "over" and any(c.lower_ == "stop" for c in token.children)


def _is_stretch(token: Token, lemma: str) -> bool:
    """ "after a night in X", "ended three days in Y": time passed at a place, told by no verb of its own."""
    told = token.head.lemma_ == "spend" or token.head.lower_ in ("from", "in", "on", "for", "of", "at", "by", "to")
    return lemma in STRETCHES and not told and any(c.dep_ == "prep" and c.lower_ in ("in", "at") for c in token.children)


def _support(token: Token) -> Token | None:
    """The verb whose subject and time the noun shares."""
    head = token.head
    if head.lower_ == "of" and lemma_of(head.head) in STRETCHES:  # "ended two days of talks"
        return _support(head.head)
    if token.dep_ in ("dobj", "attr", "nsubjpass", "nsubj") and head.pos_ in ("VERB", "AUX"):
        return head
    if token.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("VERB", "AUX"):
        return head.head
    if token.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ == "NOUN" and head.head.head.lower_ in _DURING:
        return _support(head.head)  # "at a press conference on his trip from X"
    if token.dep_ == "conj":
        return _support(head)
    root = token.sent.root
    orphaned = root.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in root.children)
    return root if token.dep_ == "appos" and orphaned and root.i > token.i else None  # "According to X, the meeting will be held"


def _phrase(token: Token) -> Predicate | None:
    """ "bound for X", "en route to X"."""
    lower = token.lower_
    if lower == "bound" and any(c.lower_ == "for" for c in token.children):
        return Predicate(token, "travel", force="strong")
    if lower in AWAITED and token.pos_ == "ADJ" and is_awaited(token):
        return Predicate(token, "arrive", force="weak", support=token.head if token.dep_ == "acomp" else None)
    en_route = lower == "en" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "route"
    return Predicate(token, "travel", force="strong") if en_route else None
