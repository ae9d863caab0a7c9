"""Where the path up the dependencies from a place to a word of travel ends: the place only describes something, or belongs to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.frames.gapping import who_else
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.measures import BEARINGS
from geo.reading.vocabulary.place_nouns import BORDERING, CARE_HOUSES, OCCASIONS, PLACE_NOUNS, SETTLEMENTS
from geo.reading.vocabulary.prepositions import AT, NO_END, TO

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["comes_from", "is_cut", "is_of_others", "is_purpose", "names_occasion"]

#: What goes on at a place, and takes nobody there who travels because of it: "arrived with the war in X on his mind".
_EVENTS = frozenset({"attack", "conflict", "crackdown", "crisis", "earthquake", "fighting", "invasion", "situation", "tension", "unrest", "uprising", "violence", "war"})  # fmt: skip
#: Those who have left a place.
_DISPLACED = frozenset({"deportee", "escapee", "evacuee", "refugee"})
_TIMES = frozenset({"year", "season", "career", "term", "century", "decade", "life"})
_MEASURES = frozenset({"km", "kilometers", "kilometres", "mile", "miles"})
#: How far behind the measure, in words, "from" may stand.
_FARTHEST = 8
#: What its owner calls by the place where it is: "left his Lisbon home".
_HOMES = frozenset({"apartment", "home", "house", "office", "ranch", "residence"})
#: What a noun's place lies beside.
_BESIDE = BORDERING | {"abutting", "facing", "overlooking"}


def _measures_distance(preposition: Token) -> bool:
    """Whether "from" belongs to a distance told in passing: "to X, about 200 miles across the sea from Y"."""
    doc, start = preposition.doc, preposition.sent.start
    measures = [i for i in range(max(start + 2, preposition.i - _FARTHEST), preposition.i) if doc[i].lower_ in _MEASURES]
    if not measures or not doc[measures[-1] - 1].like_num:
        return False
    before = measures[-1] - 2
    while before > start and doc[before].pos_ in ("ADV", "ADP", "DET", "ADJ", "SCONJ"):  # "some", "more than"
        before -= 1
    return str(doc[before].text) == ","


def _lies_beside(place: Token) -> bool:
    """Whether a place only tells where another lies: "a port city neighbouring X", but not "in neighbouring X"."""
    first = place.left_edge.i
    word = place.doc[first] if place.doc[first].lower_ in _BESIDE else place.doc[max(first - 1, 0)]
    return word.lower_ in _BESIDE and word.i > 0 and word.nbor(-1).pos_ == "NOUN"


def _is_set_aside(place: Token) -> bool:
    """Whether a place is told as the one that it was not: "to X rather than to Y", "to X instead of Y", "to X, not Y", "not to X but to Y"."""
    doc, before = place.doc, place.left_edge.i - 1
    if before > 1 and doc[before].lower_ in (*TO, *AT):
        before -= 1
    if before < 1:
        return False
    word, ahead = doc[before].lower_, doc[before - 1].lower_
    behind = {t.lower_ for t in doc[place.i + 1 : place.i + 3]}
    return (word == "not" and (ahead in (",", "and", "but") or "but" in behind)) or (ahead, word) in (
        ("rather", "than"),
        ("instead", "of"),
    )


def is_cut(node: Token, place: Token, predicate: Predicate, facts: PassageFacts) -> bool:
    """Tell whether the way up from the place to the word of travel ends at this node: the place only describes something."""
    head, dep = node.head, node.dep_
    if node is place and _lies_beside(place):
        return True
    if "thanks" in (node.lower_, node.nbor(-1).lower_ if node.i else ""):  # "thanks to friends in X"
        return True
    if (node is place and _is_set_aside(place)) or (dep == "prep" and node.lower_ == "from" and _measures_distance(node)):
        return True
    if dep in ("prep", "conj") and who_else(node, facts) is not None:
        return True
    if dep == "poss":
        return lemma_of(head) not in PLACE_NOUNS and not (node is place and _has_venue(place, facts))
    if dep in ("nsubj", "nsubjpass") and _got_away(place, node, predicate):
        return False
    if dep in ("nsubj", "nsubjpass", "relcl"):
        return not (dep == "nsubjpass" and predicate.object == "reached" and head.i == predicate.token.i)
    if dep in ("prep", "nmod") and node is not place and _is_place(head, facts, place):
        if comes_from(place, facts) or _is_left_for(node, predicate):
            return False
        return not (
            node.lower_ in (*TO, "for") and head.dep_ == "pobj" and head.head.lower_ == "from"
        )  # "from A to B", hung on A
    if (
        dep == "compound"
        and head.pos_ == "PROPN"
        and facts.places[place.i].mention.quote.text.startswith(("St. ", "St ", "Saint "))
    ):
        return True  # "St. Joseph Seminary" is named after the saint
    if dep in ("compound", "nmod") and node is place and facts.member_of.get(head.i) in facts.inside and head.i > node.i:
        return False  # "to a Galveston, Texas, scrapyard"
    attached = dep in ("compound", "nmod", "amod", "npadvmod") and node is place and head.pos_ in ("NOUN", "PROPN")
    if attached and _is_region(node, facts) and lemma_of(head) in SETTLEMENTS:
        return True  # "the Gulf city"
    if attached and names_occasion(place) and not _is_region(place, facts):
        return False
    if attached and _is_adjective(place, head, facts):
        return True
    if attached and head.i != predicate.token.i:
        return _is_place(head, facts, place) or not (
            {lemma_of(head), head.lower_} & PLACE_NOUNS or head.text in CARE_HOUSES or _is_own_home(place, head)
        )
    if dep == "prep" and node.lower_ in ("with", "between") and lemma_of(head) in ("border", "frontier"):
        return True
    if dep == "prep" and node.lower_ == "over" and head.pos_ == "NOUN" and head.dep_ == "pobj":
        return True  # "arrived to a sunset over the lake"
    if dep == "appos":
        return _is_place(head, facts, place) and not (_is_list(place, head) or _is_list(node, head))
    if dep == "prep" and lemma_of(head) in _EVENTS and head.dep_ in ("pobj", "conj") and head.head.lower_ not in ("from", "to"):
        return True
    if node.lower_ == "of" and head.lower_ in BEARINGS and _MEASURES & {t.lower_ for t in node.doc[max(0, node.i - 5) : node.i]}:
        return True  # "about 60 km south of X"
    # "going into her senior year at a school in X"
    return (
        dep == "prep" and node.lower_ in AT and lemma_of(head) in _TIMES and head.dep_ == "pobj" and head.i != predicate.token.i
    )


def _has_venue(town: Token, facts: PassageFacts) -> bool:
    """Whether what a town has is a house or a site by its name, where somebody is or goes: "a stop at Bristol's Colston Hall"."""
    venue, place = town.head, facts.places[town.i].place
    named = venue.pos_ == "PROPN" and venue.ent_type_ != "PERSON" and venue.dep_ in ("dobj", "pobj")
    return named and place is not None and place.kind.is_populated


def _is_adjective(country: Token, noun: Token, facts: PassageFacts) -> bool:
    """Whether a country's name only tells whose something is that stands elsewhere: "a US prison in Afghanistan"."""
    place = facts.places[country.i].place
    there = [o for c in noun.children if c.dep_ == "prep" and c.lower_ in AT for o in c.children]
    return place is not None and place.kind.is_country and any(o.i in facts.places for o in there)


def names_occasion(place: Token) -> bool:
    """Tell whether a place's name stands before what is held there: "the X summit", "the X book fair", "the X security conference"."""
    if place.dep_ not in ("compound", "nmod") or place.head.i < place.i:
        return False
    behind = place.doc[place.i + 1 : max(place.head.i + 2, place.i + 2)]
    return any(t.lower_ in OCCASIONS for t in behind)


def _got_away(place: Token, people: Token, predicate: Predicate) -> bool:
    """Whether those who go somewhere are called by what they left a place for: "evacuees from X arrived in Y", but not "pilgrims from X"."""
    away = place.head.lower_ == "from" and place.head.head.i == people.i and lemma_of(people) in _DISPLACED
    reaches = predicate.act in ("arrive", "travel") and people.head.i == predicate.token.i
    return away and reaches and not any(c.lower_ == "from" for c in predicate.token.children)


def _is_own_home(place: Token, noun: Token) -> bool:
    """Whether a place's name tells where the traveller's own home is: "left his Lisbon home", but not "came to the couple's Lisbon home"."""
    first = place.left_edge.i
    return lemma_of(noun) in _HOMES and first > 0 and (place.left_edge.tag_ == "PRP$" or place.doc[first - 1].tag_ == "PRP$")


def is_purpose(verb: Token, dep: str, *, event: bool) -> bool:
    """Tell whether a verb between the place and the word of travel is its purpose: "arrived to meet officials in X", "to attend a summit in X"."""
    own_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) and not any(
        c.lower_ == "for" for c in verb.children
    )
    return verb.dep_ in ("xcomp", "advcl") and (dep not in ("dobj", "nsubj") or (event and dep == "dobj")) and not own_subject


def is_of_others(meeting: Token) -> bool:
    """Tell whether a clause of its own tells of a meeting of others: "arrived in X a day after the envoy held talks in Y"."""
    beside = any(c.dep_ == "mark" and c.lower_ in NO_END for c in meeting.children)
    return beside and any(c.dep_ in ("nsubj", "nsubjpass") for c in meeting.children)


def comes_from(place: Token, facts: PassageFacts) -> bool:
    """Tell whether a place is the start that stands behind an end, "to A from B", "reached A from B", where the parse hangs "from" on A."""
    preposition = place.head
    end = preposition.head
    placed = end.i in facts.member_of or any(
        c.dep_ == "compound" and c.i in facts.member_of for c in end.lefts
    )  # "into X airport from"
    return preposition.lower_ == "from" and placed and (end.dep_ == "dobj" or end.head.lower_ in (*TO, *AT))


def _is_left_for(preposition: Token, predicate: Predicate) -> bool:
    """Whether "for" names where somebody goes who leaves a place, though the parse hangs it on that: "left X for Y", "left her flat in X for Y"."""
    left = preposition.head
    if preposition.lower_ != "for" or predicate.object != "from":
        return False
    if left.dep_ == "pobj" and left.head.lower_ in AT:
        holder = left.head.head
        left = holder if holder.dep_ == "dobj" else left.head
    return left.head.i == predicate.token.i and left.dep_ in ("dobj", "prep")


def _is_region(token: Token, facts: PassageFacts) -> bool:
    place = facts.places[token.i].place if token.i in facts.places else None
    return place is not None and place.is_area


def _is_place(token: Token, facts: PassageFacts, own: Token) -> bool:
    root = facts.member_of.get(token.i)
    return root is not None and root != facts.member_of.get(own.i) and facts.places[root].mention.kind == "place"


def _is_list(token: Token, head: Token) -> bool:
    """An apposition that is really a list: "Madrid, Barcelona and Lisbon", "to Poland, Slovakia and on to Hungary"."""
    above = head.head.children if head.dep_ == "pobj" else ()
    return any(c.dep_ in ("conj", "cc") for c in (*token.children, *head.children, *above))
