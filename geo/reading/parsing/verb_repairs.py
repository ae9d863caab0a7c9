"""Make a verb of what the parser takes for a noun, for a part of a name or for what is told of its subject: "the six, all women, left for X"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import TENSED
from geo.reading.vocabulary.prepositions import WHENCE_OR_WHITHER
from geo.reading.vocabulary.tables import table, words_of
from geo.reading.vocabulary.verb_forms import past_form

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "is_due_noun",
    "is_going_on_noun",
    "is_verb_of_root",
    "join_verb",
    "make_active",
    "make_due",
    "make_infinitive",
    "make_leaving",
    "make_participle",
    "make_root",
    "make_verb_of_root",
    "take_object",
]


#: Before "to" and what somebody is expected to do, or can not.
_EXPECTED = frozenset({"about", "due", "set", "unable"})


def make_active(verb: Token) -> None:
    """Make a verb that has an object of its own, or goes somewhere in a sentence without another, its verb, and the noun before it the subject."""
    subject = verb.head
    if subject.i > verb.i:
        return
    has_object = any(c.dep_ == "dobj" and c.i == verb.i + 1 and c.pos_ == "PROPN" for c in verb.children)
    if has_object or verb.tag_ == "VBD" or _goes_alone(verb):
        verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
        subject.head, subject.dep_ = verb, "nsubj"
        for word in [c for c in subject.children if c.is_punct and c.i > verb.i]:
            word.head = verb


def _goes_alone(verb: Token) -> bool:
    """Whether somebody told of with an article goes somewhere by the only verb of a full sentence: "The six, all women, left for X."."""
    first, subject = verb.head.left_edge.lower_, verb.head.lower_
    vehicle = first in ("a", "an", "the") and subject in words_of("vehicles", "mode")  # "A bus from X overturned."
    if not (vehicle or (first == "the" and verb.lower_ in _goers())) or verb.sent[-1].text != ".":
        return False
    return not any(t.tag_ in TENSED for t in verb.sent)


@cache
def _goers() -> frozenset[str]:
    """The past forms by which somebody is said to go, and is not sent."""
    rows = [
        r
        for r in table("verbs")
        if not r["particle"] and r["force"] in ("strong", "weak") and r["object"] in ("", "from", "to", "via")
    ]
    return frozenset(past_form(r["lemma"]) for r in rows)


def is_verb_of_root(verb: Token) -> bool:
    """Tell whether the parser hangs the verb of a sentence on the last noun of its subject: "A convoy of 40 trucks carrying flour left X for Y"."""
    root = verb.sent.root
    if root.pos_ not in ("NOUN", "PROPN") or verb.head.i in (root.i, verb.i + 1) or not root.i < verb.head.i < verb.i:
        return False
    finite = verb.tag_ == "VBD" or any(c.dep_ == "dobj" and c.i == verb.i + 1 and c.pos_ == "PROPN" for c in verb.children)
    return finite and root.is_ancestor(verb) and not any(t.tag_ in TENSED and t.i != verb.i for t in verb.sent)


def make_leaving(left: Token) -> None:
    """Make "left" before a name the verb of the sentence: "A plane with 40 people aboard left X for Y" is about no left X."""
    place, root = left.head, left.sent.root
    if not root.i < left.i or place.i == root.i:
        return
    left.tag_, left.pos_, left.lemma_ = "VBD", "VERB", "leave"
    for word in [c for c in (*root.children, *place.children) if c.i > place.i]:
        word.head = left
    make_verb_of_root(left)
    place.head, place.dep_ = left, "dobj"


def make_verb_of_root(verb: Token) -> None:
    """Make such a verb that of the sentence."""
    subject = verb.sent.root
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    for word in [c for c in subject.children if c.is_punct and c.i > verb.i]:
        word.head = verb


def make_infinitive(noun: Token) -> None:
    """Make a noun behind "to" a verb: "forced the jet to land in X" is about no land."""
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_


def is_due_noun(token: Token) -> bool:
    """Tell whether a noun behind "to" is what somebody was expected to do: "which was due to land in X" is about no land."""
    to = token.head
    if token.dep_ != "pobj" or to.lower_ != "to" or to.i != token.i - 1 or to.head.lower_ not in _EXPECTED:
        return False
    return to.head.dep_ in ("acl", "acomp", "amod", "relcl") and token.lower_ in words_of("verbs", "lemma")


def make_due(noun: Token) -> None:
    """Make such a noun the verb that hangs on what was expected."""
    to = noun.head
    make_infinitive(noun)
    noun.head, noun.dep_ = to.head, "xcomp"
    to.head, to.dep_, to.tag_, to.pos_ = noun, "aux", "TO", "PART"


def make_root(infinitive: Token) -> None:
    """Make the infinitive of a headline, "Prime Minister Lund to travel to X", its verb, and the name before it the subject."""
    name = infinitive.head
    if not any(c.lower_ == "to" and c.i == name.i + 1 for c in infinitive.children):
        return
    for word in [c for c in name.children if c.dep_ == "nsubj"]:
        word.dep_ = "compound"
    for word in [c for c in name.children if c.i > infinitive.i or c.dep_ == "advmod"]:
        word.head = infinitive
    infinitive.head, infinitive.dep_ = infinitive, "ROOT"
    name.head, name.dep_ = infinitive, "nsubj"


def take_object(verb: Token) -> None:
    """Make a verb in the present that the parser takes for a part of the noun behind it, "Minister cancels trip to X", the verb of the sentence."""
    thing = verb.head
    before = [c for c in thing.children if c.i < verb.i and c.dep_ in ("compound", "nmod", "nsubj")]
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), before[-1] if before else None)
    if subject is None:
        return
    for word in before:
        word.head, word.dep_ = (verb, "nsubj") if word.i == subject.i else (subject, "compound")
    verb.head, verb.dep_ = verb, "ROOT"
    thing.head, thing.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"


def is_going_on_noun(token: Token) -> bool:
    """Tell whether a noun in -ing must be a participle of going: "a ferry heading for X capsized"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    before = token.doc[token.i - 1] if token.i else token
    return (
        token.tag_ == "NN" and token.lower_ in _participles() and token.lower_ not in words_of("nouns", "act") and following.lower_ in WHENCE_OR_WHITHER
        and before.dep_ == "compound" and before.head.i == token.i and token.dep_ in ("nsubj", "nsubjpass", "pobj")
    )  # fmt: skip


def make_participle(going: Token) -> None:
    """Make a noun in -ing what is told of the noun before it."""
    noun = going.nbor(-1)
    for word in [c for c in going.children if c.i < noun.i]:
        word.head = noun
    noun.head, noun.dep_ = going.head, going.dep_
    going.head, going.dep_ = noun, "acl"
    going.tag_, going.pos_, going.lemma_ = "VBG", "VERB", _participles()[going.lower_]


@cache
def _participles() -> dict[str, str]:
    """Map what may be a participle of going, "heading", to its dictionary form."""
    lemmas = [
        r["lemma"] for r in table("verbs") if r["act"] == "travel" and not r["particle"] and r["force"] in ("strong", "weak")
    ]
    return {f"{stem}ing": lemma for lemma in lemmas for stem in (lemma, lemma.removesuffix("e"))}


def join_verb(verb: Token) -> None:
    """Hang a verb without a subject on the verb before it that has its form."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark")]
    if verb.tag_ in ("VB", "VBP") and verb.head.tag_ in ("VBD", "VBN", "VBP", "VBZ") and not auxiliaries:
        before = [t for t in verb.doc[verb.sent.start : verb.i] if t.tag_ == "VB" and any(c.lower_ == "to" for c in t.children)]
        if before and verb.head.i < before[-1].i:
            verb.head = before[-1]
            verb.dep_, verb.tag_ = "conj", "VB"
    elif verb.tag_ in ("VB", "VBP") and verb.head.tag_ == "VB" and not auxiliaries:
        verb.dep_, verb.tag_ = "conj", "VB"  # "will visit X, then travel to Y"
    elif verb.dep_ == "dep" and verb.tag_ == verb.head.tag_ == "VBD" and not auxiliaries:
        verb.dep_ = "conj"
    elif verb.dep_ == "conj" and verb.tag_ == "VBD" and not auxiliaries and _has_no_tense(verb.head):
        finite = next((t for t in verb.head.ancestors if t.tag_ == "VBD"), None)
        verb.head = finite if finite is not None else verb.head  # "went to X to get a truck and then drove to Y"


def _has_no_tense(verb: Token) -> bool:
    """Whether a verb is an infinitive or a participle by itself, which no verb in the past tense goes with."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ in ("VB", "VBG", "VBN") and all(c.lower_ == "to" for c in auxiliaries)
