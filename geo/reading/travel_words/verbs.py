"""Which verbs of a parse say that somebody moved, stayed or met, and how their objects are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.awaited import awaited, is_awaited, is_due
from geo.reading.travel_words.idioms import is_idiom, is_moved
from geo.reading.travel_words.listings import is_listing
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.presence import is_being_there
from geo.reading.travel_words.rides import ride
from geo.reading.travel_words.stages import begins_journey, stage
from geo.reading.travel_words.whereabouts import whereabouts
from geo.reading.travel_words.words import HOLDS, meetings, verbs
from geo.reading.vocabulary.prepositions import ALONG
from geo.reading.vocabulary.pronouns import OBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Mode

__all__ = ["verb_predicate"]

#: Verbs whose passive has a place for its subject: "Vienna was reached at nine".
_COMES_TO: dict[str, Act] = {"reach": "arrive", "visit": "stay"}
#: Verbs of one's own movement that with an object tell whose it is: "returned the two men to X", "landed the survivors in Y".
_CAUSATIVE = frozenset({"land", "march", "parachute", "return", "row", "rush", "sail", "shuttle", "walk"})
#: Events that are held.
_HELD = frozenset(
    "banquet briefing ceremony concert conference dinner event exhibition forum funeral gathering hearing interview lunch mass memorial party "
    "rally reception service session vigil workshop".split()
)
#: Where travellers arrive.
_GATES = frozenset({"aerodrome", "airbase", "airfield", "airport", "dock", "harbor", "harbour", "pier", "quay", "wharf"})


def verb_predicate(token: Token) -> Predicate | None:
    """Read a verb as a word of travel; None where it is none."""
    lemma = lemma_of(token)
    if lemma == "be" and (token.dep_ in ("aux", "auxpass") or _is_to_do(token) or is_due(token)):
        return None
    if is_listing(token):
        return Predicate(token, "stay", "listed")
    if lemma == "be" and (act := _gone_or_back(token)) is not None:
        return Predicate(token, act)
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
    passive = token.tag_ == "VBN" and not any(lemma_of(c) == "have" and c.dep_ == "aux" for c in token.children)
    found = ride(token, objects, passive=passive) or whereabouts(token, objects, passive=passive)
    if found is not None:
        return found
    if lemma in _COMES_TO and _is_come_to(token):
        return Predicate(token, _COMES_TO[lemma], "reached", force="weak")
    row = _row(token, lemma)
    if _puts_down(token, lemma, objects):
        return Predicate(token, "arrive", "traveller", force="weak")
    if lemma in _CAUSATIVE and any(is_moved(o) for o in objects):
        return Predicate(token, "travel", "traveller", force="weak")
    if row is None and _makes_way(token, objects):
        return Predicate(token, "travel", force="weak")
    if row is not None and not row["particle"] and (end := stage(token, lemma)) is not None:
        return Predicate(token, end, force="attach")
    if row is not None and row["force"] == "attach" and begins_journey(token, lemma, objects):
        return None  # "began her walk in X", which the walk tells
    if row is not None and row["force"] != "refuse" and not _is_idiom(token, row):
        return Predicate(token, cast("Act", row["act"]), row["object"], cast("Mode", row["mode"]), row["force"])
    if is_awaited(token):
        return awaited(token)
    if lemma in HOLDS:
        return _holding(token, objects, row)
    if (lemma, "verb") in meetings():
        return (
            Predicate(token, "arrive", force="weak")
            if _is_received(token)
            else Predicate(token, "meet", "companion", force="weak")
        )
    return Predicate(token, "stay", force="attach") if is_being_there(token, row) else None


def _puts_down(token: Token, lemma: str, objects: list[Token]) -> bool:
    """Whether a vessel brings somebody to land: "landed the survivors in X", "put the crew ashore at Y"."""
    ashore = lemma == "land" or (lemma == "put" and any(c.lower_ == "ashore" for c in token.children))
    return ashore and any(is_moved(o, ("at", "in", "near", "on")) for o in objects)


def _holding(token: Token, objects: list[Token], row: dict[str, str] | None) -> Predicate | None:
    """Read a verb of holding and having by what is held: a meeting, an event, somebody, or a thing at a place."""
    held = {lemma_of(o) for o in objects}
    if any((lemma, "noun") in meetings() for lemma in held):
        return Predicate(token, "meet", force="weak")
    if held & _HELD:
        return Predicate(token, "stay", force="attach")
    if lemma_of(token) == "hold":
        passive = not objects and any(c.dep_ == "nsubjpass" for c in token.children)  # "is being held in X"
        if not passive and not any(o.lower_ in OBJECTS for o in objects):  # "a burst tyre held her up in X"
            return None
    return Predicate(token, "stay", force="attach") if is_being_there(token, row) else None


def _row(token: Token, lemma: str) -> dict[str, str] | None:
    """The row of the tables for a verb: with the first of its particles with which it is no idiom, else by itself where it moves somebody or none is listed."""
    if lemma == "quit" and token.lower_ != "quitted":  # what quits now fails, and who quits gives up
        return None
    rows = [r for p in _particles(token) if p and (r := verbs().get((lemma, p)))]
    bare = verbs().get((lemma, ""))
    if rows and rows[0]["particle"] == "out" and bare is not None and bare["object"] == "traveller":
        rows.append(bare)  # "were flown out of X to Y": as "were flown", not as "flew out"
    if len(rows) > 1:  # "put down anchor": "put anchor", not "put down"
        return next((r for r in rows if not _is_idiom(token, r)), rows[0])
    return rows[0] if rows else bare


def _is_idiom(token: Token, row: dict[str, str]) -> bool:
    return is_idiom(token, row["particle"], row["object"])


def _makes_way(token: Token, objects: list[Token]) -> bool:
    """Whether a verb of any kind only says how somebody made his way: "bluffed his way to X", "threading their way through Y"."""
    ways = [o for o in objects if lemma_of(o) == "way" and any(c.dep_ == "poss" for c in o.children)]
    return bool(ways) and any(c.dep_ == "prep" and c.lower_ in ALONG for t in (token, *ways) for c in t.children)


def _is_to_do(token: Token) -> bool:
    """ "It was to make stops in X": an obligation, and no being there."""
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" and c.left_edge.i == token.i + 1 for c in token.children)


def _is_come_to(verb: Token) -> bool:
    """ "Vienna was reached at nine", but not "Vienna was visited by thousands"."""
    named = any(c.dep_ == "nsubjpass" and c.pos_ == "PROPN" for c in verb.children)
    return named and not any(c.dep_ == "agent" for c in verb.children)


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


def _gone_or_back(token: Token) -> Act | None:
    """ "is off to X", "is back in Y", "has been to Z": what the adverb makes of "be"."""
    for child in token.children:
        ends = {g.lower_ for g in (*child.children, *token.children) if g.dep_ == "prep" and g.i > child.i}
        been = child.dep_ == "aux" and lemma_of(child) == "have" and token.lower_ == "been"
        if been and "to" in {c.lower_ for c in token.children if c.dep_ == "prep"}:
            return "travel"
        if child.lower_ == "off" and ends & {"to", "for"}:
            return "depart"
        if child.lower_ in ("back", "home", "away") and child.dep_ == "advmod" and ends & {"in", "from", "at"}:
            return "arrive"
    return None


def _particles(token: Token) -> list[str]:
    """What may be a particle of the verb: adverbs and prepositions, its object, "to sea", the next word."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    after = following.lower_ if following.pos_ != "PRON" and not _is_place_preposition(following) else ""
    ends = [f"{c.lower_} {o.lower_}" for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    words = [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod", "prep", "dobj") and not _is_place_preposition(c)]
    hung = [g.lower_ for c in token.children if c.dep_ == "prep" and c.lower_ == "from" for g in c.children if g.dep_ == "prep"]
    return [*ends, *words, after, *hung]  # "fled from X to Y", hung on "from"


def _is_place_preposition(token: Token) -> bool:
    """Whether "in" or "on" goes with what follows it rather than with the verb: "got in on Sunday", but "got drenched in X"."""
    return token.lower_ in ("in", "on") and token.dep_ == "prep" and any(c.dep_ == "pobj" for c in token.children)
