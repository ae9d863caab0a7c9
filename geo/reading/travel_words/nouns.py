"""Which nouns of a parse say that somebody moved, stayed or met, and which verb they borrow a subject from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import GETS, HOLDS, SUPPORT, TAKES_VEHICLE, gerunds, meetings, nouns, verbs
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.place_nouns import EVENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Mode

__all__ = ["is_stop_over", "noun_predicate", "support_of"]

_DURING = frozenset({"during", "at", "in", "after", "before"})
_AROUND = frozenset({"after", "before"})
_BRING = frozenset({"bring", "entail", "involve", "mean", "require"})
_BEHIND = frozenset({"after", "following"})
#: By what somebody gets away from where he was held.
_FREED = frozenset({"discharge", "expulsion", "release"})
#: What is done with flights that anybody may take.
_SERVES = frozenset({"add", "begin", "introduce", "launch", "offer", "operate", "provide", "restart", "resume", "run", "start"})
#: What one has who travels by a vehicle.
_SEATS = frozenset({"berth", "place", "room", "seat", "space", "spot"})
#: What a part of a journey is called.
_STAGES = frozenset({"chapter", "part", "phase", "section", "stage", "start"})
#: Words of the clock.
_HOURS = frozenset({"am", "h", "hours", "hr", "hrs", "noon", "pm"})


def noun_predicate(token: Token) -> Predicate | None:
    """Read a noun as a word of travel; None where it is none."""
    lemma = lemma_of(token)
    if is_stop_over(token):
        lemma = "stopover"
    if _opens_item(token) and (item := _item(token)) is not None:
        return item
    if (verb := told_on_course(token)) is not None:
        return Predicate(token, "travel", "to", vehicle_mode(token), "noun", verb)
    if (verb := _ridden(token) or _ridden_then(token)) is not None:
        return Predicate(token, "travel", "to", vehicle_mode(token), "noun", verb)
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        return None
    if (verb := gerunds().get(lemma)) is not None and token.dep_ == "pobj" and _has_end(token):  # "after cycling from X"
        return Predicate(token, "travel", "to", cast("Mode", verbs()[verb, ""]["mode"]), "noun", support_of(token))
    if (lemma, "noun") in meetings():
        held = token.head if token.dep_ == "dobj" and token.head.lemma_ in HOLDS else None
        return None if held is not None else Predicate(token, "meet", force="weak", support=support_of(token))
    row = nouns().get(lemma)
    if row is None and _is_event_before(token, lemma):
        return Predicate(token, "stay", "at", force="attach", support=support_of(token))
    if row is None and _is_stretch(token, lemma):
        listed = token.dep_ == "conj" and lemma_of(token.head) in nouns()  # "a stop in X and two days in Y"
        listed = listed or (token.head.lower_ == "with" and token.dep_ == "pobj")  # "will end the tour with two nights in X"
        return Predicate(token, "stay", "at", force="noun" if listed else "attach", support=support_of(token))
    if row is None or token.dep_ in ("compound", "npadvmod"):
        return None
    if lemma == "flight" and token.tag_ == "NNS" and token.dep_ == "dobj" and lemma_of(token.head) in _SERVES:
        return None  # "will begin scheduled flights to X": a service
    if lemma == "exit" and any(c.dep_ == "compound" for c in token.children):
        return None  # "at the Mill Road exit of the motorway"
    if lemma == "call" and any(c.lower_ in ("for", "on") for c in token.rights):
        return None  # "his call for troops to leave X"
    if lemma == "way" and not (token.head.lower_ in ("on", "along") and token.dep_ == "pobj"):
        return None
    return Predicate(token, cast("Act", row["act"]), row["place"], cast("Mode", row["mode"]), "noun", support_of(token))


def _ridden(vehicle: Token) -> Token | None:
    """The verb of what somebody did on a vehicle to a place, which it takes him to: "stood for hours on a train to X"."""
    aboard = vehicle.dep_ == "pobj" and vehicle.head.lower_ in ("aboard", "in", "on") and vehicle.head.dep_ == "prep"
    verb = vehicle.head.head
    if not aboard or verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBN", "VBG") or vehicle_mode(vehicle) == "unknown":
        return None
    moves = (row := verbs().get((lemma_of(verb), ""))) is not None and row["force"] != "attach"
    if moves or any(c.dep_ in ("dobj", "nsubjpass", "prt", "agent") for c in verb.children):
        return None
    behind = next((c for c in vehicle.rights if c.lower_ == "to" and c.dep_ == "prep"), None)
    return verb if behind is not None and any(o.pos_ == "PROPN" for o in behind.children) else None


def _ridden_then(vehicle: Token) -> Token | None:
    """The verb of taking a vehicle that is told of the next one too: "took a flight to X and a bus to Y"."""
    if vehicle.dep_ != "conj" or vehicle_mode(vehicle) == "unknown":
        return None
    first = vehicle.head
    verb = first if first.pos_ == "VERB" else first.head
    taken = lemma_of(verb) in TAKES_VEHICLE | GETS and any(
        c.dep_ == "dobj" and vehicle_mode(c) != "unknown" for c in verb.children
    )
    ends = any(c.lower_ in ("from", "to") and any(o.pos_ == "PROPN" for o in c.children) for c in vehicle.rights)
    return verb if taken and ends else None


def _opens_item(token: Token) -> bool:
    """Whether a word is the first of an item of a programme, behind its hour: "18.45 Departure for X", "7.30 pm: Arrive at Y"."""
    numbered = False
    for before in reversed(token.doc[: token.i]):
        if before.is_alpha and before.lower_ not in _HOURS:
            return False
        numbered = numbered or before.like_num
    return numbered


def _item(token: Token) -> Predicate | None:
    """The coming or going that the first word of an item tells, though the parser takes it for a name."""
    row = nouns().get(token.lower_) or next((r for w in (token.lower_, lemma_of(token)) if (r := verbs().get((w, "")))), None)
    if row is None or row["act"] not in ("arrive", "depart"):
        return None
    return Predicate(token, cast("Act", row["act"]), row.get("place", row.get("object", "")), cast("Mode", row["mode"]), "noun")


def _has_end(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("from", "to", "through", "across", "into") for c in noun.children)


def is_stop_over(token: Token) -> bool:
    """Tell whether a word is the last of the three that "a stop-over in X" is to the parser."""
    return token.lower_ == "over" and any(c.lower_ == "stop" for c in token.children)


def _is_stretch(token: Token, lemma: str) -> bool:
    """ "after a night in X", "ended three days in Y": time passed at a place, told by no verb of its own."""
    first = token
    while first.dep_ == "conj" and lemma_of(first.head) in STRETCHES:
        first = first.head  # "spent two nights in X and a day in Y"
    told = first.head.lemma_ == "spend" or token.head.lower_ in ("from", "in", "on", "for", "of", "at", "by", "to")
    brought = token.head if token.dep_ == "dobj" and lemma_of(token.head) in _BRING else token  # "will mean a week in X"
    there = any(c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i > token.i for t in (token, brought) for c in t.children)
    return lemma in STRETCHES and not told and there


def _is_event_before(token: Token, lemma: str) -> bool:
    """ "Flew to Y after an operation in X": what somebody did or went through before he moved."""
    verb = token.head.head
    behind = token.dep_ == "pobj" and token.head.lower_ in _BEHIND and verb.pos_ == "VERB"
    moves = behind and (row := verbs().get((lemma_of(verb), ""))) is not None and row["force"] in ("strong", "weak")
    places = {c.lower_ for c in token.children if c.dep_ == "prep"}
    return moves and ((lemma in EVENTS | STRETCHES and bool(places & {"in", "at"})) or (lemma in _FREED and "from" in places))


def _is_stage(noun: Token) -> bool:
    """Whether a noun, or the number of one, is a part of a journey: "part of her tour", "the third on a trip"."""
    return lemma_of(noun) in _STAGES or lemma_of(noun) in nouns() or noun.tag_ in ("CD", "JJ")


def _raised(verb: Token) -> Token:
    """What is told of a journey behind a verb that only says how certain it is: of "the airlift is expected to begin", "begin"."""
    told = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.left_edge.lower_ == "to"), None)
    return verb if told is None or any(c.dep_ in ("dobj", "acomp", "attr") for c in verb.children) else _raised(told)


def support_of(token: Token) -> Token | None:
    """The verb whose subject and time the noun shares."""
    head = token.head
    if (
        head.lower_ == "by" and head.head.lower_ == "followed" and head.head.dep_ == "acl"
    ):  # "a visit to X, followed by a stop in Y"
        return support_of(head.head.head)
    if head.lower_ == "of" and lemma_of(head.head) in STRETCHES:  # "ended two days of talks"
        return support_of(head.head)
    if token.dep_ in ("dobj", "attr", "nsubjpass", "nsubj") and head.pos_ in ("VERB", "AUX"):
        return _raised(head) if token.dep_ in ("nsubj", "nsubjpass") else head
    if token.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("VERB", "AUX"):
        return head.head
    if token.dep_ == "pobj" and head.lower_ in ("in", "of", "on") and head.head.dep_ == "attr" and _is_stage(head.head):
        return head.head.head  # "the visit to X is a stop on a tour of Y"
    if token.dep_ == "pobj" and head.lower_ in _AROUND and head.head.dep_ == "npadvmod" and head.head.head.pos_ == "VERB":
        return head.head.head  # "flew to X a day after talks in Y"
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "out" and head.head.head.pos_ == "VERB":
        return head.head.head  # "backed out of a trip to X"
    if token.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ == "NOUN" and head.head.head.lower_ in _DURING:
        return support_of(head.head)  # "at a press conference on his trip from X"
    if token.dep_ == "pobj" and head.lower_ == "with" and head.head.dep_ == "dobj" and lemma_of(head.head) in nouns():
        return head.head.head if lemma_of(head.head.head) in SUPPORT else None  # "began a tour with a stop in X"
    if token.dep_ == "pobj" and head.lower_ in ("aboard", "on") and head.head.dep_ == "dobj" and lemma_of(head.head) in _SEATS:
        return head.head.head  # "got seats on a flight to X"
    if token.dep_ == "conj":
        return head if head.pos_ == "VERB" else support_of(head)
    if token.dep_ == "appos" and lemma_of(head) in nouns():  # "is on its last voyage, a trip from X to Y"
        return support_of(head)
    root = token.sent.root
    orphaned = root.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in root.children)
    return root if token.dep_ == "appos" and orphaned and root.i > token.i else None  # "According to X, the meeting will be held"
