"""Which nouns of a parse say that somebody moved, stayed or met, and which verb they borrow a subject from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import HOLDS, gerunds, meetings, nouns, verbs
from geo.reading.vocabulary.measures import STRETCHES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Mode

__all__ = ["is_stop_over", "noun_predicate"]

_DURING = frozenset({"during", "at", "in", "after", "before"})
_AROUND = frozenset({"after", "before"})
#: What is done with flights that anybody may take.
_SERVES = frozenset({"add", "begin", "introduce", "launch", "offer", "operate", "provide", "restart", "resume", "run", "start"})
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
    if (verb := _ridden(token)) is not None:
        return Predicate(token, "travel", "to", vehicle_mode(token), "noun", verb)
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        return None
    if (verb := gerunds().get(lemma)) is not None and token.dep_ == "pobj" and _has_end(token):  # "after cycling from X"
        return Predicate(token, "travel", "to", cast("Mode", verbs()[verb, ""]["mode"]), "noun", _support(token))
    if (lemma, "noun") in meetings():
        held = token.head if token.dep_ == "dobj" and token.head.lemma_ in HOLDS else None
        return None if held is not None else Predicate(token, "meet", force="weak", support=_support(token))
    row = nouns().get(lemma)
    if row is None and _is_stretch(token, lemma):
        listed = token.dep_ == "conj" and lemma_of(token.head) in nouns()  # "a stop in X and two days in Y"
        return Predicate(token, "stay", "at", force="noun" if listed else "attach", support=_support(token))
    if row is None or token.dep_ in ("compound", "npadvmod"):
        return None
    if lemma == "flight" and token.tag_ == "NNS" and token.dep_ == "dobj" and lemma_of(token.head) in _SERVES:
        return None  # "will begin scheduled flights to X": a service
    if lemma == "way" and not (token.head.lower_ in ("on", "along") and token.dep_ == "pobj"):
        return None
    return Predicate(token, cast("Act", row["act"]), row["place"], cast("Mode", row["mode"]), "noun", _support(token))


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
    if token.dep_ == "pobj" and head.lower_ in _AROUND and head.head.dep_ == "npadvmod" and head.head.head.pos_ == "VERB":
        return head.head.head  # "flew to X a day after talks in Y"
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "out" and head.head.head.pos_ == "VERB":
        return head.head.head  # "backed out of a trip to X"
    if token.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ == "NOUN" and head.head.head.lower_ in _DURING:
        return _support(head.head)  # "at a press conference on his trip from X"
    if token.dep_ == "conj":
        return _support(head)
    root = token.sent.root
    orphaned = root.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in root.children)
    return root if token.dep_ == "appos" and orphaned and root.i > token.i else None  # "According to X, the meeting will be held"
