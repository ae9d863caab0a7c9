"""Mend what the parser is often wrong about in telling of travel."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.reading.parsing.clause_repairs import (
    free_time,
    give_subject,
    is_going_on_noun,
    make_participle,
    make_root,
    move_end,
    part_from_purpose,
    take_object,
)
from geo.reading.parsing.clauses import FINITE
from geo.reading.parsing.diary_verbs import begins_entry, make_entry, past_of
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.parsing.named_vehicles import is_of_vehicle
from geo.reading.parsing.phrase_repairs import (
    hang_name,
    hang_on_nearest,
    join_stretch,
    make_adjective,
    part_from_state,
)
from geo.reading.parsing.present_verbs import is_finite, make_finite
from geo.reading.times.date_words import MONTHS, WEEKDAY_NAMES
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.place_nouns import BORDERING
from geo.reading.vocabulary.tables import table, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

__all__ = ["mend"]

_MONTHS = frozenset(month.lower() for month in MONTHS)
#: The number of a day before its month: "27th May".
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
#: What may stand before a place that is behind somebody, and before a clause.
_AFTERWARDS = frozenset({"after", "before", "since", "until"})


def mend(doc: Doc) -> Doc:
    """Mend a parse in place, and return it.

    The "to" of "carry migrants to Mexico City" is no "to" of "give it to him"; in "fled to X, then went on to Y" the second verb goes with the
    first, and in "he expects to reach X, then go to Y" with the infinitive. In "500 migrants left X" they left, and were not left; in "caught the Sierra
    train to X" a train is no verb, and in "the whole squad flies to X" flies are one. In "on 27 May Lund flew" the day ends before the name. In
    "from X to Y" Y is no verb. In "After X the fleet will stop" it is not X that stops. Where a diary begins a sentence with its verb, "Drove to X",
    that is a verb in the past. In "Minister cancels trip to X" a trip is what is cancelled. And verbs get back what the parser hangs elsewhere, see `geo.reading.parsing.clause_repairs`.
    """
    for token in doc:
        dep, pos, tag, lower = token.dep_, token.pos_, token.tag_, token.lower_
        if dep == "dative" and pos == "ADP":
            token.dep_ = "prep"
        elif (
            ((tag == "VBD" and dep in ("acl", "advcl")) or (tag == "VBN" and dep == "acl"))
            and token.head.dep_ == "ROOT"
            and token.head.pos_ in ("NOUN", "NUM", "PROPN")
        ):
            _make_active(token)
        elif dep in ("acl", "advcl", "amod", "compound", "pcomp", "xcomp") and (repair := _repair_of(token)) is not None:
            repair(token)
        elif dep in ("nsubj", "nsubjpass") and _tells_that(token):
            token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.lower_.removesuffix("s")
        elif tag in ("VB", "VBP") and token.i and lower in words_of("vehicles", "mode"):
            _make_noun(token)
        elif lower == "am" and dep == "pobj" and pos != "NOUN":
            token.pos_, token.tag_ = "NOUN", "NN"  # "at 1.30 a.m. on Tuesday"
        elif lower == "bound" and dep == "acl" and token.head.dep_ == "pobj" and token.head.head.lower_ == "from":
            _hang_higher(token)
        elif (
            (lower in WEEKDAY_NAMES and dep in ("npadvmod", "pobj"))
            or (dep == "appos" and token.ent_type_ == "PERSON")
            or (dep == "dobj" and pos == "NOUN" and token.ent_type_ in ("DATE", "TIME"))
            or is_of_vehicle(token)
        ):
            hang_name(token)
        elif (
            dep in ("conj", "npadvmod")
            and (token.head.pos_ == "VERB" or token.head.dep_ == "appos")
            and (pos == "NUM" or token.lemma_ in STRETCHES)
        ):
            join_stretch(token)
        elif pos == "VERB" and dep in ("dep", "conj") and token.head.i < token.i:
            _join_verb(token)
        elif tag == "NNS" and is_finite(token):
            make_finite(token)
        elif lower == "to" and dep == "aux" and token.head.tag_ == "NNP" and token.head.head.pos_ in ("AUX", "VERB"):
            _make_goal(token)
        elif dep == "mark":
            _make_prepositional(token)
        elif token.is_sent_start and dep == "ROOT" and tag != "VBD" and (past := past_of(token)):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", past  # "Flew to X", in a diary
        elif tag == "VB" and token.head.pos_ == "PROPN" and token.head.dep_ == "ROOT" and token.head.i < token.i:
            make_root(token)
        elif lower in ("from", "to") and pos == "ADP" and (way := _way_before(token)) is not None:
            token.head, token.dep_ = way, "prep"
        elif lower in ("at", "in") and dep == "prep" and (head := _left_behind(token) or _done_here(token)) is not None:
            token.head = head
        elif lower == "to" and pos == "ADP" and token.head.pos_ == "VERB" and dep in ("conj", "prep"):
            move_end(token)
        elif lower == "off" and dep == "prt" and _stands_before_name(token):
            _make_preposition(token)
        elif lower == "later" and dep == "advmod":
            hang_on_nearest(token)
        elif tag == "NN" and is_going_on_noun(token):
            make_participle(token)
        if token.pos_ == "VERB":
            free_time(token)
            give_subject(token)
    return doc


def _tells_that(subject: Token) -> bool:
    """Whether a subject that the parser takes for a verb or a name is a noun: "Reports that he left are false"."""
    following = subject.doc[subject.i + 1] if subject.i + 1 < len(subject.doc) else subject
    told = subject.tag_ in ("NNP", "NNPS") and following.lower_ == "that" and subject.lower_.endswith("s")
    return subject.tag_ == "VBZ" or (told and any(c.dep_ in ("acl", "ccomp") for c in subject.children))


def _make_prepositional(mark: Token) -> None:
    """Make a preposition again of what the parser takes for a conjunction."""
    if mark.lower_ in _AFTERWARDS:
        _part_from_subject(mark)
    elif mark.lower_ == "for":
        part_from_purpose(mark)


def _part_from_subject(mark: Token) -> None:
    """Part a preposition from a clause that would have two subjects side by side: "After X the fleet will stop"."""
    subjects = [c for c in mark.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) != 2 or subjects[0].pos_ != "PROPN" or subjects[0].left_edge.i != mark.i + 1:
        return
    name, subject = subjects
    if subject.left_edge.i == name.right_edge.i + 1 and subject.left_edge.pos_ in ("DET", "PRON"):
        name.head, name.dep_ = mark, "pobj"
        mark.dep_, mark.pos_ = "prep", "ADP"


def _make_goal(to: Token) -> None:
    """Make a name that the parser takes for an infinitive, "drove from X to Y on Monday", what the preposition names."""
    goal, verb = to.head, to.head.head
    for word in [c for c in goal.children if c.dep_ in ("advmod", "npadvmod", "prep") and c.i > goal.i]:
        word.head = verb
    to.head, to.dep_, to.tag_, to.pos_ = verb, "prep", "IN", "ADP"
    goal.head, goal.dep_ = to, "pobj"


def _part_from_day(month: Token) -> None:
    """Part the name of who does something from the day right before it, which the parser takes for its beginning."""
    from spacy.tokens import Span

    doc, subject = month.doc, month.head
    day = doc[month.i - 1] if month.i > month.sent.start else month
    if not _DAY.fullmatch(day.text):
        return
    if subject.dep_ == "pobj":  # "On the morning of 7 May Lund left"
        verb = doc[subject.i + 1] if subject.i + 1 < len(doc) else subject
        if verb.tag_ != "VBD" or not verb.is_ancestor(subject) or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return
        subject.head, subject.dep_ = verb, "nsubj"
    before = doc[day.i - 1] if day.i > day.sent.start else day
    month.head, month.dep_ = (before, "pobj") if before.pos_ == "ADP" else (subject.head, "npadvmod")
    day.head, day.dep_ = month, "nummod"
    label = subject.ent_type_ if subject.ent_type_ not in ("", "DATE") else "PERSON"
    spans = [Span(doc, day.i, month.i + 1, "DATE"), Span(doc, month.i + 1, subject.i + 1, label)]
    doc.set_ents(spans, default="unmodified")


def _make_active(verb: Token) -> None:
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


def _repair_of(token: Token) -> Callable[[Token], None] | None:
    """Find how to make a verb of what the parser takes for part of a noun, or an adjective of what it takes for a verb; None where it is right."""
    dep, tag = token.dep_, token.tag_
    if dep == "compound":
        return _part_of_name(token)
    if dep == "acl" and tag in ("VBD", "VBN") and _is_verb_of_root(token):
        return _make_verb_of_root
    if dep == "xcomp" and tag == "NN" and token.i and token.nbor(-1).tag_ == "TO":
        return _make_infinitive
    if dep == "amod" and begins_entry(token):
        return make_entry
    if tag == "VBG":
        return make_adjective if (dep == "pcomp" and token.lower_ in BORDERING) or _may_be_guest(token) else None
    leaves = dep == "amod" and token.lower_ == "left" and token.head.pos_ == "PROPN" and token.sent.root.pos_ == "NOUN"
    return _make_leaving if leaves else None


def _may_be_guest(participle: Token) -> bool:
    """Whether "visiting" stands right behind a verb or a preposition, and may tell of whom one meets."""
    return (
        participle.lower_ == "visiting"
        and participle.dep_ in ("advcl", "pcomp", "xcomp")
        and participle.i == participle.head.i + 1
    )


def _part_of_name(token: Token) -> Callable[[Token], None] | None:
    """Find how to part a word from the name behind it, which the parser makes one name with it; None where it is one."""
    lower, name = token.lower_, token.head
    if lower in WEEKDAY_NAMES:
        return hang_name
    if lower in _MONTHS:
        return _part_from_day if name.dep_ in ("nsubj", "nsubjpass", "pobj") else None
    if name.i != token.i + 1:
        return None
    if token.text[-1] == ".":
        return part_from_state
    if token.tag_ == "VBZ":
        return take_object if name.dep_ == "ROOT" else None
    return make_entry if begins_entry(token) else None


def _make_infinitive(noun: Token) -> None:
    """ "Forced the jet to land in X" is about no land."""
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_


def _is_verb_of_root(verb: Token) -> bool:
    """Whether the parser hangs the verb of a sentence on the last noun of its subject: "A convoy of 40 trucks carrying flour left X for Y"."""
    root = verb.sent.root
    if root.pos_ not in ("NOUN", "PROPN") or verb.head.i in (root.i, verb.i + 1) or not root.i < verb.head.i < verb.i:
        return False
    finite = verb.tag_ == "VBD" or any(c.dep_ == "dobj" and c.i == verb.i + 1 and c.pos_ == "PROPN" for c in verb.children)
    return finite and root.is_ancestor(verb) and not any(t.tag_ in (*FINITE, "MD") and t.i != verb.i for t in verb.sent)


def _make_leaving(left: Token) -> None:
    """Make "left" before a name the verb of the sentence: "A plane with 40 people aboard left X for Y" is about no left X."""
    place, root = left.head, left.sent.root
    if not root.i < left.i or place.i == root.i:
        return
    left.tag_, left.pos_, left.lemma_ = "VBD", "VERB", "leave"
    for word in [c for c in (*root.children, *place.children) if c.i > place.i]:
        word.head = left
    _make_verb_of_root(left)
    place.head, place.dep_ = left, "dobj"


def _make_verb_of_root(verb: Token) -> None:
    subject = verb.sent.root
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
    return not any(t.tag_ in ("VBD", "VBP", "VBZ", "MD") for t in verb.sent)


@cache
def _goers() -> frozenset[str]:
    """The past forms by which somebody is said to go, and is not sent."""
    rows = [
        r
        for r in table("verbs")
        if not r["particle"] and r["force"] in ("strong", "weak") and r["object"] in ("", "from", "to", "via")
    ]
    known = words_of("irregular_verbs", "forms")
    return frozenset(known[r["lemma"]].split()[0] if r["lemma"] in known else f"{r['lemma'].removesuffix('e')}ed" for r in rows)


def _make_noun(vehicle: Token) -> None:
    """Make a vehicle behind a name, "the Sierra Alpine train", the noun that the name belongs to."""
    name = vehicle.nbor(-1)
    if name.pos_ == "PROPN" and name.dep_ == "nsubj" and name.head.i == vehicle.i and vehicle.dep_ in ("nsubj", "nsubjpass"):
        vehicle.tag_, vehicle.pos_, name.dep_ = "NN", "NOUN", "compound"  # "A Royal Navy frigate carrying 200 people docked"
    elif name.pos_ == "PROPN" and name.dep_ in ("dobj", "pobj") and not vehicle.is_ancestor(name):
        vehicle.head, vehicle.dep_, vehicle.tag_, vehicle.pos_ = name.head, name.dep_, "NN", "NOUN"
        name.head, name.dep_ = vehicle, "compound"


def _stands_before_name(off: Token) -> bool:
    """Whether "off" stands between a verb of lying at sea and a name: "will anchor off X", but not "saw off X"."""
    name = next((c for c in off.head.children if c.dep_ == "dobj"), off)
    return name.pos_ == "PROPN" and name.left_edge.i == off.i + 1 and lemma_of(off.head) in _seafaring()


def _make_preposition(particle: Token) -> None:
    """Make a particle a preposition before the name behind it."""
    name = next(c for c in particle.head.children if c.dep_ == "dobj")
    particle.dep_, particle.tag_, particle.pos_ = "prep", "IN", "ADP"
    name.head, name.dep_ = particle, "pobj"


@cache
def _seafaring() -> frozenset[str]:
    return frozenset(r["lemma"] for r in table("verbs") if r["mode"] == "ship" and not r["particle"])


def _hang_higher(bound: Token) -> None:
    """Hang "bound for Y" in "departed from X bound for Y" on the verb: it was not X that was bound for it."""
    verb = bound.head.head.head
    if verb.pos_ == "VERB":
        bound.head, bound.dep_ = verb, "advcl"


def _way_before(preposition: Token) -> Token | None:
    """The way right before its end or start, which the parser may hang on the verb: "was on his way home from a fair in X"."""
    before = preposition.doc[max(0, preposition.i - 2) : preposition.i]
    if len(before) == 2 and before[1].lower_ in ("back", "home"):
        before = before[:1]
    goal = preposition.head
    if preposition.lower_ == "from" and goal.dep_ == "pobj" and goal.head.lower_ == "for" and goal.head.head.lower_ == "bound":
        return goal.head.head  # "a bus bound for X from Y"
    way = before[-1] if len(before) else preposition
    if way.dep_ == "pobj" and way.head.lower_ == "from" and preposition.lower_ == "to":
        way = way.head.head  # "stopped in Z on his way from X to Y"
    return (
        way if way.lower_ == "way" and way.dep_ == "pobj" and way.head.lower_ == "on" and way.sent == preposition.sent else None
    )


def _left_behind(preposition: Token) -> Token | None:
    """What somebody is on his way from, right before where it was: of "on her way back from a fair in X" the fair."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before if before.dep_ == "pobj" and before.head.lower_ == "from" and before.head.head.lower_ == "way" else None


def _done_here(preposition: Token) -> Token | None:
    """What is done here, on which a phrase behind "here" hangs: "said here at the start of a visit to X"."""
    here = preposition.head
    return here.head if here.lower_ == "here" and here.dep_ == "advmod" and here.head.pos_ == "VERB" else None


def _join_verb(verb: Token) -> None:
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
