"""Find the words of travel: which token of a parse says that somebody moved, stayed or met, and how its slots are read.

The words are data (``verbs.csv``, ``nouns.csv``, ``meetings.csv``, ``vehicles.csv``), in the manner of VerbNet's classes: what the
direct object is to the movement, which end a bare verb names, what vehicle it implies.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from geo.reading.idioms import is_idiom
from geo.reading.syntax import lemma_of, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from geo.model import Act, Mode

__all__ = ["Predicate", "find_predicates", "vehicle_mode"]

#: Verbs that lend a travel noun its subject and its time: "made a visit", "is on a tour".
SUPPORT = frozenset({"be", "begin", "complete", "conclude", "continue", "do", "embark", "end", "finish", "go", "have", "kick", "make", "pay",
                     "plan", "resume", "start", "take", "undertake"})  # fmt: skip
#: Verbs that keep a movement from its destination.
DIVERTING = frozenset({"divert", "redirect", "reroute", "rerout", "hijack"})
_DURING = frozenset({"during", "at", "in", "after", "before"})
_TAKES_VEHICLE = frozenset({"board", "catch", "cram", "drive", "hop", "pile", "ride", "squeeze", "take", "use"})
_HELD = frozenset({"hold", "have", "conduct"})


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
        What its direct object is: ``from``, ``to``, ``via``, ``at``, ``vehicle``, ``traveller``, ``companion`` or ``""``; of a noun, the part of a
        place that stands before it ("a Lisbon trip").
    mode
        What it implies of the vehicle.
    force
        ``strong``: a movement whoever the subject is; ``weak``: only with a subject that can travel; ``attach``: no movement, but being
        there, which counts only for somebody of whom a movement is told.
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
    return cast("Mode", _vehicles().get(lemma_of(token), "unknown"))


def find_predicates(doc: Doc) -> Iterator[Predicate]:
    """Yield the words of travel of a parse, in the order of the text."""
    verbs = {t.i: p for t in doc if t.pos_ in ("VERB", "AUX") and (p := _verb(t)) is not None}
    for token in doc:
        predicate = verbs.get(token.i) or (_noun(token) if token.pos_ in ("NOUN", "PROPN") else _phrase(token))
        if predicate is not None and (predicate.support is None or not _same_event(predicate, verbs.get(predicate.support.i))):
            yield predicate


def _verb(token: Token) -> Predicate | None:
    lemma = lemma_of(token)
    if lemma == "be" and token.dep_ in ("aux", "auxpass"):
        return None
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
    riding = next((o for o in (*objects, *_objects_of(token, "into", "onto", "on", "in")) if vehicle_mode(o) != "unknown"), None)
    if lemma in _TAKES_VEHICLE and riding is not None and token.tag_ != "VBN":
        return Predicate(token, "depart" if lemma == "board" else "travel", "vehicle", vehicle_mode(riding))
    row = next((r for p in (*_particles(token), "") if (r := _verbs().get((lemma, p)))), None)
    if row is not None and row["force"] != "refuse" and not is_idiom(token, row["particle"], row["object"]):
        return Predicate(token, cast("Act", row["act"]), row["object"], cast("Mode", row["mode"]), row["force"])
    if (lemma, "verb") in _meetings():
        if lemma in _HELD:
            held = next((o for o in objects if (o.lemma_.lower(), "noun") in _meetings()), None)
            return Predicate(token, "meet", force="weak") if held is not None else None
        return Predicate(token, "meet", "companion", force="weak")
    return None


def _particles(token: Token) -> list[str]:
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return [*(c.lower_ for c in token.children if c.dep_ in ("prt", "advmod", "prep", "dobj")), after]


def _objects_of(token: Token, *prepositions: str) -> list[Token]:
    return [o for c in token.children if c.dep_ == "prep" and c.lower_ in prepositions for o in c.children if o.dep_ == "pobj"]


def _noun(token: Token) -> Predicate | None:
    lemma = lemma_of(token)
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        return None
    if (lemma, "noun") in _meetings():
        held = token.head if token.dep_ == "dobj" and token.head.lemma_ in _HELD else None
        return None if held is not None else Predicate(token, "meet", force="weak", support=_support(token))
    row = _nouns().get(lemma)
    if row is None or token.dep_ in ("compound", "npadvmod"):
        return None
    if lemma == "way" and not (token.head.lower_ in ("on", "along") and token.dep_ == "pobj"):
        return None
    return Predicate(token, cast("Act", row["act"]), row["place"], cast("Mode", row["mode"]), "noun", _support(token))


def _support(token: Token) -> Token | None:
    """The verb whose subject and time the noun shares."""
    head = token.head
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
    en_route = lower == "en" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "route"
    return Predicate(token, "travel", force="strong") if en_route else None
