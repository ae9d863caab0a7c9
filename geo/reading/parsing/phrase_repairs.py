"""Hang names, days and stays where they belong: a town that the parser takes for a part of the day behind it, a stretch of time for a verb's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from geo.reading.parsing.clauses import FINITE
from geo.reading.parsing.named_vehicles import is_of_vehicle, join_to_vehicle
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.prepositions import BEFORE_PLACE
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["hang_name", "hang_on_nearest", "join_stretch", "make_adjective", "part_from_day", "part_from_state"]

#: Prepositions between an office and the country that it is for.
_OF_OFFICE: Final = frozenset({"for", "in", "of", "to"})
#: The number of a day before its month: "27th May".
_DAY: Final = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")


def make_adjective(participle: Token) -> None:
    """Make an adjective again of a participle before a name, which the parser takes for a verb: "fled to neighbouring X", "met visiting Senator Berg"."""
    noun = next((c for c in participle.children if c.dep_ == "dobj" and c.i > participle.i), None)
    if noun is None or noun.pos_ != "PROPN" or (participle.lower_ == "visiting" and not _is_somebody(noun)):
        return
    for word in [c for c in participle.children if c.i != noun.i]:
        word.head = noun
    noun.head, noun.dep_ = participle.head, "pobj" if participle.head.pos_ == "ADP" else "dobj"
    participle.head, participle.dep_, participle.tag_, participle.pos_ = noun, "amod", "JJ", "ADJ"


def _is_somebody(name: Token) -> bool:
    """Whether a name is a person's, by the parser's label or by the office before it."""
    offices = (t for t in name.doc[name.left_edge.i : name.i] if t.dep_ in ("compound", "nmod"))
    return name.ent_type_ == "PERSON" or any(people_kind(t.lower_) == "person" for t in offices)


def hang_name(name: Token) -> None:
    """Hang a name where it belongs: a day in "in Doha Monday" and "On Monday Lund is to go", a person in "the envoy for Sudan, Otto Kranz", that of a ship.

    And part what is no name from the time behind it.
    """
    if is_of_vehicle(name):
        join_to_vehicle(name)
    elif name.dep_ == "appos":
        _name_officer(name)
    elif name.dep_ == "dobj":
        _part_from_time(name)
    elif name.dep_ == "compound":
        _part_name_from_day(name)
    elif name.dep_ == "npadvmod":
        _hang_on_said(name)
    else:
        _part_town_from_day(name)


def _name_officer(name: Token) -> None:
    """Hang a person's name on his office rather than on the country behind it: "the envoy for Sudan, Otto Kranz, flew to X"."""
    if name.head.dep_ != "pobj":
        return
    office = name.head.head.head
    if name.head.head.lower_ in _OF_OFFICE and office.pos_ == "NOUN" and people_kind(office.lemma_) is not None:
        name.head = office


def _part_town_from_day(day: Token) -> None:
    """Part a town from the day right behind it: "will be in Doha Monday and Tuesday"."""
    preposition, town = day.head, day.nbor(-1) if day.i else day
    if preposition.lower_ not in BEFORE_PLACE or town.dep_ != "compound" or town.head.i != day.i or town.pos_ != "PROPN":
        return
    for word in [c for c in day.children if c.i < town.i]:
        word.head = town
    town.head, town.dep_ = preposition, "pobj"
    day.head, day.dep_ = preposition.head, "npadvmod"


def _hang_on_said(day: Token) -> None:
    """Hang a day on what was said, behind which it stands, and not on the saying: "will arrive in X Monday, an official said"."""
    said = next((c for c in day.head.children if c.dep_ == "ccomp" and c.i < day.i), None)
    if said is not None and day.i < day.head.i and day.i + 1 < len(day.doc) and day.nbor().text == ",":
        day.head = said


def _part_name_from_day(day: Token) -> None:
    """Part who does something from the day right before the name: "On Saturday Lund is to go on to X"."""
    from spacy.tokens import Span

    name, preposition = day.head, day.head.head
    verb = preposition.head
    opens = name.dep_ == "pobj" and preposition.lower_ == "on" and day.i == preposition.i + 1 and name.pos_ == "PROPN"
    if not opens or verb.i < name.i or verb.tag_ not in FINITE or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    day.head, day.dep_ = preposition, "pobj"
    name.head, name.dep_ = verb, "nsubj"
    label = name.ent_type_ if name.ent_type_ not in ("", "DATE") else "PERSON"
    spans = [Span(day.doc, day.i, day.i + 1, "DATE"), Span(day.doc, day.i + 1, name.i + 1, label)]
    day.doc.set_ents(spans, default="unmodified")


def hang_on_nearest(later: Token) -> None:
    """Hang the last town of a way, with its "two days later", on the verb of the way: "will stay in X before heading to Y on Monday and Z a day later"."""
    if not any(c.pos_ == "PROPN" and c.dep_ == "advmod" for c in later.children):
        return
    verbs = [t for t in later.doc[later.head.i + 1 : later.left_edge.i] if t.tag_ == "VBG" and t.dep_ == "pcomp"]
    if verbs and later.head.is_ancestor(verbs[-1]):
        later.head = verbs[-1]


def join_stretch(stay: Token) -> None:
    """Join a stay that is one more of several to the one before it: "will spend an hour in X and then about two in Y", "plans a stop in X, two days in Y"."""
    if not any(c.dep_ == "prep" and c.lower_ in ("at", "in") for c in stay.children):
        return
    doc, first = stay.doc, stay.left_edge.i
    verb = next((t for t in stay.ancestors if t.pos_ == "VERB"), stay)
    before = doc[first - 1] if first > stay.sent.start else stay
    if stay.dep_ == "npadvmod" and before.text != ",":
        return
    known = words_of("nouns", "act")
    others = [
        t
        for t in doc[verb.i : first]
        if t.dep_ in ("dobj", "pobj") and (t.lemma_ in STRETCHES or known.get(t.lemma_) == "stay") and verb.is_ancestor(t)
    ]
    if others and verb.i != stay.i and (stay.pos_ == "NOUN" or others[-1].lemma_ in STRETCHES):
        stay.head, stay.dep_ = others[-1], "conj"


def _part_from_time(who: Token) -> None:
    """Part whom something takes so long from the time behind him, which the parser takes for one: "took the schooner 12 days"."""
    from spacy.tokens import Span

    doc, end = who.doc, who.i + 1
    while end < len(doc) and doc[end].ent_type_ == who.ent_type_ and doc[end].ent_iob_ == "I":
        end += 1
    goes = people_kind(who.lemma_) is not None or who.lemma_ in words_of("vehicles", "mode")
    if goes and who.head.lemma_ == "take" and end > who.i + 1 and doc[who.i + 1].pos_ == "NUM":
        doc.set_ents([Span(doc, who.i + 1, end, who.ent_type_)], outside=[doc[who.left_edge.i : who.i + 1]], default="unmodified")


def part_from_state(state: Token) -> None:
    """Part who begins a sentence from the short name of a state that ends the one before: "stopped in Elkhart, Ind. Students went on to"."""
    people, comma = state.head, state.doc[state.i - 1] if state.i else state
    noun = people.lower_.removesuffix("s")
    if comma.text != "," or comma.i == 0 or people.tag_ not in ("NNS", "NNPS") or people_kind(noun) is None:
        return
    town = comma.nbor(-1)
    if town.pos_ != "PROPN":
        return
    state.head, state.dep_ = town, "appos"
    people.tag_, people.pos_, people.lemma_ = "NNS", "NOUN", noun


def part_from_day(month: Token) -> None:
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
