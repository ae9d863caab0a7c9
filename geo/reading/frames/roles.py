"""Which part a place plays for a word of travel: from, to, via, at, or none.

A place belongs to the word of travel that it reaches by climbing the parse; it stops at every other word of travel and at another
place ("Vladivostok in the Far East" goes to Vladivostok). The preposition next to the word of travel decides its role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.frames.dependency_paths import comes_from, is_cut, is_of_others, is_purpose, names_occasion
from geo.reading.frames.preposition_roles import bare_role, role_beside_support, role_of_prepositions
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.compounds import based_there
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.listings import listed
from geo.reading.travel_words.tours import clause_of_stops
from geo.reading.travel_words.words import nouns
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS
from geo.reading.vocabulary.prepositions import AT, TO, VIA

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Role
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["find_role"]

#: What the place of "where" is to who comes or is there.
_REACHED: dict[Act, Role] = {"arrive": "to", "meet": "at", "stay": "at"}
#: What a place is to a clause that says what belongs to a journey.
_TAKEN_IN = frozenset({"dobj", "npadvmod", "prep"})
#: Words of going on from a place.
_ONWARD = frozenset({"back", "home", "on", "onward", "onwards", "out"})


#: What stands between a journey and where it leads: "left Y on a tour of X", "set off from Y on a ride across X".
_TOURED = frozenset({"across", "around", "of", "through"})


def find_role(token: Token, predicate: Predicate, facts: PassageFacts) -> Role | None:
    """Find the part that the place at a token plays for a word of travel; None where it belongs to another or to none."""
    if predicate.object == "listed":
        return "at" if token.i in {t.i for t in listed(predicate.token)} else None
    if token.lower_ == "where":
        return _where_role(token, predicate)
    if _is_swallowed(token, predicate):
        return "to"
    if token.dep_ in ("appos", "conj") and token.head.ent_type_ == "DATE":  # "to Rome on Tuesday and Oslo on Thursday"
        before = [i for i in facts.places if token.sent.start <= i < token.head.i and i not in facts.inside]
        return find_role(facts.passage.doc[max(before)], predicate, facts) if before else None
    if token.dep_ == "compound" and token.head.ent_type_ == "DATE" and token.head.head.i == predicate.token.i:
        return bare_role(predicate, "npadvmod")  # "departed Rota Dec. 27"
    before_it = _followed(token, facts)
    if before_it is not None:
        return find_role(before_it, predicate, facts)
    prepositions = ["in"] if names_occasion(token) else []
    raised = _raising(predicate)
    fronted = AT if predicate.act in ("stay", "meet") else {"from"}
    node, weak, toured = _stands_behind(token), False, ""
    while node.i != predicate.token.i:
        head, dep = node.head, node.dep_
        if head.i == node.i or is_cut(node, token, predicate, facts):
            return None
        if dep == "conj" and lemma_of(node) in PLACE_NOUNS and head.dep_ == "pobj" and head.head.lower_ == "of":
            node = head.head.head  # "visited the grave of a king and the village of X"
            continue
        if (
            node.lower_ == "way"
            and head.lower_ == "on"
            and prepositions == ["to"]
            and predicate.act in ("meet", "stay")
            and predicate.force != "attach"  # "on its way to X it was seized off Y"
            and lemma_of(predicate.clause) != "be"
        ):
            return "to"  # "on his way to X he will visit Y"
        joined = dep == "conj" and node.pos_ == "ADP"  # "from X to Y and then to Z"
        if (dep == "prep" or joined or (dep == "prt" and node is not token)) and not (
            node.lower_ == "of" and (lemma_of(head) in PLACE_NOUNS or head.pos_ == "NUM" or told_on_course(head) is not None)
        ):
            prepositions.append(_plain_preposition(node, predicate))
        if head.i in raised and dep == "prep" and node.lower_ in fronted and node.i < head.i:
            return "from" if node.lower_ == "from" else "at"  # "In X, he is expected to meet", "From X he was due to go to Y"
        behind = prepositions[-1] if prepositions else ""
        if not toured and dep == "pobj" and node is not token and behind in _TOURED and lemma_of(node) in nouns():
            toured = behind
        if head.i == predicate.token.i:
            if prepositions[:1] == ["outside"] and _is_country(token, facts):
                return None  # "his 25th visit outside Italy"
            if toured and predicate.act == "depart":
                return "to" if toured == "of" else "via"  # "left Y on a tour of X", "on a ride across Z"
            label = dep if dep not in ("prep", "conj", "appos") or node is token else ""
            label = "pobj from" if comes_from(token, facts) else label
            return role_of_prepositions(predicate, prepositions, label, weak=weak)
        if predicate.support is not None and head.i == predicate.support.i and predicate.token.dep_ == "nsubj":
            if told_on_course(predicate.token) is not None:
                return None  # the verb's own
            return role_beside_support(predicate, dep, prepositions)  # "the tour will start in X"
        if head.head.i == predicate.token.i and dep in _TAKEN_IN and head == clause_of_stops(predicate.token):
            return "at"  # "a tour that took in X"
        if _is_beside_being(head, token, predicate, prepositions):
            return role_beside_support(predicate, dep, prepositions)
        if _is_only_being(predicate, head):
            return None
        if head.i in facts.predicates:
            if facts.predicates[head.i].act != "meet" or predicate.act == "meet" or is_of_others(head):
                return None
            weak = True
        elif _describes_what_is_seen(node, head, predicate) and prepositions and prepositions[0] in AT:
            pass  # "toured a factory owned by a Korean firm in X"
        elif head.pos_ in ("VERB", "AUX"):
            if predicate.support is not None and head.i == predicate.support.i:
                return role_beside_support(predicate, dep, prepositions)
            if not is_purpose(head, dep, event=node.i in facts.predicates):
                return None
            weak = True
        elif any(c.tag_ == "TO" for c in head.children):
            return None  # "a visit to X on her doctor's advice to rest in Y"
        if weak and head.pos_ in ("VERB", "AUX") and head.dep_ not in ("xcomp", "advcl"):
            return None
        node = head
    return role_of_prepositions(predicate, prepositions, "", weak=weak)


def _is_only_being(predicate: Predicate, verb: Token) -> bool:
    """Whether "to be" only holds up what is still to be done or reached: "was due to meet the king in X", "was on his way to his home in Y"."""
    be = predicate.token
    if predicate.force != "attach" or lemma_of(be) != "be":
        return False
    on_way = any(o.lower_ == "way" for c in be.children if c.lower_ == "on" for o in c.children)
    return on_way or (verb.pos_ == "VERB" and verb.dep_ == "xcomp")


def _is_beside_being(verb: Token, place: Token, predicate: Predicate, prepositions: list[str]) -> bool:
    """Whether the parse hangs a place of a journey on the verb that says that somebody is on it: "is on a tour, via Y", "is in X on a visit"."""
    support, noun = predicate.support, predicate.token
    if support is None or verb.i != support.i or lemma_of(verb) != "be" or predicate.act not in ("stay", "travel"):
        return False
    outer = prepositions[-1] if prepositions else ""
    if predicate.act == "travel" and (outer in ("from", "to", "with") or any(p in VIA for p in prepositions)):
        return True
    return place.i < noun.i and noun.dep_ == "pobj" and noun.head.lower_ == "on" and outer in ("", "at", "in")


def _is_country(token: Token, facts: PassageFacts) -> bool:
    place = facts.places[token.i].place
    return place is not None and place.kind.is_country


def _describes_what_is_seen(node: Token, participle: Token, predicate: Predicate) -> bool:
    """Whether a participle tells of what somebody visited, which is where he was: "visited clinics funded by a charity in X"."""
    seen = participle.head
    while seen.dep_ == "conj":
        seen = seen.head
    whole = participle.dep_ == "acl" and participle.tag_ == "VBN" and seen.dep_ == "dobj" and seen.head.i == predicate.token.i
    return whole and node.dep_ in ("agent", "prep") and predicate.act == "stay" and predicate.force == "strong"


def _followed(place: Token, facts: PassageFacts) -> Token | None:
    """The place that one comes next to in a list: of X, in "to Y, followed by W and X", Y."""
    first = place
    while first.dep_ == "conj":
        first = first.head
    verb = first.head.head
    behind = first.head.lower_ == "by" and verb.lower_ == "followed"
    return verb.head if behind and verb.head.i in facts.places else None


def _stands_behind(place: Token) -> Token:
    """The common noun that a place only names, whatever the parser hangs it on: "returned to the capital, X, after"; else the place itself.

    Of "flew to an X-based unit" the unit.
    """
    if (based := based_there(place)) is not None:
        return based
    start = place.left_edge.i
    if start < 2 or place.doc[start - 1].text != ",":
        return place
    noun = place.doc[start - 2]
    return noun if noun.pos_ == "NOUN" and lemma_of(noun) in PLACE_NOUNS and place.dep_ == "npadvmod" else place


def _where_role(where: Token, predicate: Predicate) -> Role | None:
    """The role of the place that a clause with "where" is about: "X, where he landed", "Y, from where they were flown to Z"."""
    away = where.head.lower_ == "from"
    verb = where.head.head if away else where.head
    clause, act = predicate.clause, predicate.act
    while (
        act in ("stay", "meet") and clause.dep_ == "conj" and clause.i != verb.i
    ):  # "where he met the king and spoke at a rally"
        clause = clause.head
    if verb.i != clause.i and verb.i not in _raising(predicate):
        return None
    if away or act == "depart":
        return "from" if act in ("depart", "travel") else None
    if act == "travel":
        beside = [c for c in predicate.token.children if not any(o.ent_type_ in ("DATE", "TIME") for o in c.children)]
        left = any(c.lower_ == "from" and c.dep_ == "prep" for c in beside)
        if any(c.lower_ in _ONWARD or (c.lower_ in TO and c.dep_ == "prep") for c in beside):
            return None if left else "from"  # "Z, where he stopped on his way from X to Y"
        return "to" if left else None
    return _REACHED.get(act) if predicate.force != "attach" else None


def _raising(predicate: Predicate) -> set[int]:
    """The words above a word of travel that only say how certain it is: "is likely to stay", "is expected to meet"."""
    node, found = predicate.clause, set[int]()
    while node.dep_ in ("xcomp", "acomp", "oprd") and node.head.i != node.i:
        node = node.head
        found.add(node.i)
    return found


def _plain_preposition(node: Token, predicate: Predicate) -> str:
    """One word for a compound preposition: "as far as X" is to X, "by way of X" is via X; "anchored off X" is near X."""
    if node.lower_ == "off" and predicate.act in ("arrive", "stay") and predicate.object != "vehicle":
        return "near"
    if node.lower_ in ("of", "to") and node.head.lower_ in ("ahead", "prior"):
        return "before"
    if node.lower_ == "along" and any(c.lower_ == "with" for c in node.children):
        return "with"
    if node.lower_ == "as" and node.head.lower_ == "far":
        return "to"
    if node.lower_ == "of" and node.head.lower_ == "way" and node.head.head.lower_ == "by":
        return "via"
    return str(node.lower_)


def _is_swallowed(token: Token, predicate: Predicate) -> bool:
    """ "Leave for X to attend": the parser takes X for who attends."""
    infinitive = token.head
    marked = any(c.dep_ == "mark" and c.lower_ == "for" and c.i < token.i for c in infinitive.children)
    return token.dep_ == "nsubj" and marked and infinitive.head.i == predicate.token.i and predicate.act in ("depart", "travel")
