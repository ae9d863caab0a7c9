"""Mend what the parser is often wrong about in telling of travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clause_repairs import free_time, give_subject, move_end
from geo.reading.parsing.diary_verbs import begins_entry, make_entry, past_of
from geo.reading.parsing.forced_turns import forced_to, make_forced
from geo.reading.parsing.named_vehicles import is_of_vehicle, make_noun
from geo.reading.parsing.phrase_repairs import (
    hang_name,
    hang_on_nearest,
    join_stretch,
    make_adjective,
    part_from_day,
    part_from_state,
)
from geo.reading.parsing.preposition_repairs import (
    done_before,
    hang_higher,
    make_goal,
    make_preposition,
    make_prepositional,
    stands_before_name,
    way_before,
)
from geo.reading.parsing.present_verbs import is_finite, make_finite
from geo.reading.parsing.verb_repairs import (
    is_due_noun,
    is_going_on_noun,
    is_verb_of_root,
    join_verb,
    make_active,
    make_due,
    make_infinitive,
    make_leaving,
    make_participle,
    make_root,
    make_verb_of_root,
    take_object,
)
from geo.reading.times.date_words import MONTH_NAMES, WEEKDAY_NAMES
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.place_nouns import BORDERING
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

__all__ = ["mend"]


def mend(doc: Doc) -> Doc:
    """Mend a parse in place, and return it.

    What is mended is told in the modules beside this one: words that are verbs (`verb_repairs`, `present_verbs`, `diary_verbs`), what belongs to
    a verb (`clause_repairs`), prepositions (`preposition_repairs`), names, days and stays (`phrase_repairs`), and vehicles with a name
    (`named_vehicles`). Here stands by what a token is known to need it, and what takes one line: the "to" of "carry migrants to Mexico City" is
    no "to" of "give it to him".
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
            make_active(token)
        elif dep in ("acl", "advcl", "amod", "compound", "pcomp", "xcomp") and (repair := _repair_of(token)) is not None:
            repair(token)
        elif dep in ("nsubj", "nsubjpass") and _tells_that(token):
            token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.lower_.removesuffix("s")
        elif tag in ("VB", "VBP") and token.i and lower in words_of("vehicles", "mode"):
            make_noun(token)
        elif lower == "am" and dep == "pobj" and pos != "NOUN":
            token.pos_, token.tag_ = "NOUN", "NN"  # "at 1.30 a.m. on Tuesday"
        elif lower == "bound" and dep == "acl" and token.head.dep_ == "pobj" and token.head.head.lower_ == "from":
            hang_higher(token)
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
            join_verb(token)
        elif forced_to(token) is not None:
            make_forced(token)
        elif tag == "NNS" and is_finite(token):
            make_finite(token)
        elif lower == "to" and dep == "aux" and token.head.tag_ == "NNP" and token.head.head.pos_ in ("AUX", "VERB"):
            make_goal(token)
        elif dep == "mark":
            make_prepositional(token)
        elif token.is_sent_start and dep == "ROOT" and tag != "VBD" and (past := past_of(token)):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", past  # "Flew to X", in a diary
        elif tag == "VB" and token.head.pos_ == "PROPN" and token.head.dep_ == "ROOT" and token.head.i < token.i:
            make_root(token)
        elif lower in ("from", "to") and pos == "ADP" and (way := way_before(token)) is not None:
            token.head, token.dep_ = way, "prep"
        elif lower in ("at", "in") and dep == "prep" and (head := done_before(token)) is not None:
            token.head = head
        elif lower == "to" and pos == "ADP" and token.head.pos_ == "VERB" and dep in ("conj", "prep"):
            move_end(token)
        elif lower == "off" and dep == "prt" and stands_before_name(token):
            make_preposition(token)
        elif lower == "later" and dep == "advmod":
            hang_on_nearest(token)
        elif tag == "NN" and (repair := _verb_of_noun(token)) is not None:
            repair(token)
        if token.pos_ == "VERB":
            free_time(token)
            give_subject(token)
    return doc


def _tells_that(subject: Token) -> bool:
    """Whether a subject that the parser takes for a verb or a name is a noun: "Reports that he left are false"."""
    following = subject.doc[subject.i + 1] if subject.i + 1 < len(subject.doc) else subject
    told = subject.tag_ in ("NNP", "NNPS") and following.lower_ == "that" and subject.lower_.endswith("s")
    return subject.tag_ == "VBZ" or (told and any(c.dep_ in ("acl", "ccomp") for c in subject.children))


def _verb_of_noun(token: Token) -> Callable[[Token], None] | None:
    """Find how to make a verb of a noun; None where it is one."""
    return make_due if is_due_noun(token) else make_participle if is_going_on_noun(token) else None


def _repair_of(token: Token) -> Callable[[Token], None] | None:
    """Find how to make a verb of what the parser takes for part of a noun, or an adjective of what it takes for a verb; None where it is right."""
    dep, tag = token.dep_, token.tag_
    if dep == "compound":
        return _part_of_name(token)
    if dep == "acl" and tag in ("VBD", "VBN") and is_verb_of_root(token):
        return make_verb_of_root
    if dep == "xcomp" and tag == "NN" and token.i and token.nbor(-1).tag_ == "TO":
        return make_infinitive
    if dep == "amod" and begins_entry(token):
        return make_entry
    if tag == "VBG":
        return make_adjective if (dep == "pcomp" and token.lower_ in BORDERING) or _may_be_guest(token) else None
    leaves = dep == "amod" and token.lower_ == "left" and token.head.pos_ == "PROPN" and token.sent.root.pos_ == "NOUN"
    return make_leaving if leaves else None


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
    if lower in MONTH_NAMES:
        return part_from_day if name.dep_ in ("nsubj", "nsubjpass", "pobj") else None
    if name.i != token.i + 1:
        return None
    if token.text[-1] == ".":
        return part_from_state
    if token.tag_ == "VBZ":
        return take_object if name.dep_ == "ROOT" else None
    return make_entry if begins_entry(token) else None
