"""Which part a place plays for a word of travel: from, to, via, at, or none.

A place belongs to the word of travel that it reaches by climbing the parse; it stops at every other word of travel and at another
place ("Vladivostok in the Far East" goes to Vladivostok). The preposition next to the word of travel decides its role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.listings import listed
from geo.reading.travel_words.words import SUPPORT
from geo.reading.vocabulary.measures import BEARINGS
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Role
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["find_role"]

_FROM = frozenset({"from", "off", "out"})
_TO = frozenset({"to", "toward", "towards", "into", "onto", "until"})
_AT = frozenset({"in", "at", "on", "near", "inside", "outside", "around", "within", "by", "beside", "aboard", "off"})
_VIA = frozenset({"via", "through", "across", "over", "past", "along"})
#: Prepositions behind which a place is no end of the movement, whatever comes before it.
_NO_END = frozenset({"after", "before", "since", "during", "about", "amid", "despite", "because", "against", "according", "due", "thanks",
                     "than", "like", "as", "under", "without", "between", "behind", "upon", "except", "including", "concerning"})  # fmt: skip
#: What goes on at a place, and takes nobody there who travels because of it: "arrived with the war in X on his mind".
_EVENTS = frozenset({"attack", "conflict", "crackdown", "crisis", "earthquake", "fighting", "invasion", "situation", "tension", "unrest", "uprising", "violence", "war"})  # fmt: skip
#: What the place of "where" is to who comes or is there.
_REACHED: dict[Act, Role] = {"arrive": "to", "meet": "at", "stay": "at"}
#: Words of going on from a place.
_ONWARD = frozenset({"back", "home", "on", "onward", "onwards", "out"})
_TIMES = frozenset({"year", "season", "career", "term", "century", "decade", "life"})
#: Verbs of a stage of a journey, and the end of it that they place: "wound up the tour in X".
_STAGES = {
    "begin": "from", "close": "to", "commence": "from", "complete": "to", "conclude": "to", "continue": "to", "end": "to", "finish": "to",
    "kick": "from", "launch": "from", "open": "from", "resume": "to", "start": "from", "wind": "to", "wrap": "to",
}  # fmt: skip
_MEASURES = frozenset({"km", "kilometers", "kilometres", "mile", "miles"})
_SETTLEMENTS = frozenset({"capital", "city", "port", "resort", "town", "village"})
_TO_FOR = frozenset(
    {
        "head",
        "leave",
        "depart",
        "set",
        "sail",
        "bind",
        "bound",
        "embark",
        "start",
        "flight",
        "departure",
        "make",
        "fly",
        "take",
        "board",
        "route",
    }
)


def find_role(token: Token, predicate: Predicate, facts: PassageFacts) -> Role | None:
    """Find the part that the place at a token plays for a word of travel; None where it belongs to another or to none."""
    if predicate.object == "listed":
        return "at" if token.i in {t.i for t in listed(predicate.token)} else None
    if token.lower_ == "where":
        return _where_role(token, predicate)
    if _is_swallowed(token, predicate):
        return "to"
    if token.dep_ == "conj" and token.head.ent_type_ == "DATE":  # "to Rome on Tuesday and Oslo on Thursday"
        before = [i for i in facts.places if i < token.head.i and i not in facts.inside]
        return find_role(facts.passage.doc[max(before)], predicate, facts) if before else None
    if token.dep_ == "compound" and token.head.ent_type_ == "DATE" and token.head.head.i == predicate.token.i:
        return _bare_role(predicate, "npadvmod")  # "departed Rota Dec. 27"
    prepositions: list[str] = []
    raised = _raising(predicate) if predicate.act in ("stay", "meet") else set()
    node, weak = _stands_behind(token), False
    while node.i != predicate.token.i:
        head, dep = node.head, node.dep_
        if head.i == node.i or _is_cut(node, token, predicate, facts):
            return None
        joined = dep == "conj" and node.pos_ == "ADP"  # "from X to Y and then to Z"
        if (dep == "prep" or joined or (dep == "prt" and node is not token)) and not (
            node.lower_ == "of" and lemma_of(head) in PLACE_NOUNS
        ):
            prepositions.append(_plain_preposition(node, predicate))
        if head.i in raised and dep == "prep" and node.lower_ in _AT and node.i < head.i:
            return "at"  # "In X, he is expected to meet"
        if head.i == predicate.token.i:
            label = dep if dep not in ("prep", "conj", "appos") or node is token else ""
            label = "pobj from" if _comes_from(token, facts) else label
            return _name_role(predicate, prepositions, label, weak=weak)
        if predicate.support is not None and head.i == predicate.support.i and predicate.token.dep_ == "nsubj":
            return _support_role(predicate, dep, prepositions)  # "the tour will start in X"
        if head.i in facts.predicates:
            if facts.predicates[head.i].act != "meet" or predicate.act == "meet" or _is_of_others(head):
                return None
            weak = True
        elif head.pos_ in ("VERB", "AUX"):
            if predicate.support is not None and head.i == predicate.support.i:
                return _support_role(predicate, dep, prepositions)
            if not _is_purpose(head, dep, event=node.i in facts.predicates):
                return None
            weak = True
        if weak and head.pos_ in ("VERB", "AUX") and head.dep_ not in ("xcomp", "advcl"):
            return None
        node = head
    return _name_role(predicate, prepositions, "", weak=weak)


def _stands_behind(place: Token) -> Token:
    """The common noun that a place only names, whatever the parser hangs it on: "returned to the capital, X, after"; else the place itself."""
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
        onward = any(c.lower_ in _ONWARD or (c.lower_ in _TO and c.dep_ == "prep") for c in predicate.token.children)
        return "from" if onward else None
    return _REACHED.get(act) if predicate.force != "attach" else None


def _raising(predicate: Predicate) -> set[int]:
    """The words above a word of travel that only say how certain it is: "is likely to stay", "is expected to meet"."""
    node, found = predicate.clause, set[int]()
    while node.dep_ in ("xcomp", "acomp", "oprd") and node.head.i != node.i:
        node = node.head
        found.add(node.i)
    return found


def _comes_from(place: Token, facts: PassageFacts) -> bool:
    """ "To A from B", "reached A from B", where the parse hangs "from" on A."""
    preposition = place.head
    end = preposition.head
    return preposition.lower_ == "from" and end.i in facts.member_of and (end.dep_ == "dobj" or end.head.lower_ in (*_TO, *_AT))


def _plain_preposition(node: Token, predicate: Predicate) -> str:
    """One word for a compound preposition: "as far as X" is to X, "by way of X" is via X; "anchored off X" is near X."""
    if node.lower_ == "off" and predicate.act in ("arrive", "stay") and predicate.object != "vehicle":
        return "near"
    if node.lower_ == "along" and any(c.lower_ == "with" for c in node.children):
        return "with"
    if node.lower_ == "as" and node.head.lower_ == "far":
        return "to"
    if node.lower_ == "of" and node.head.lower_ == "way" and node.head.head.lower_ == "by":
        return "via"
    return str(node.lower_)


def _is_region(token: Token, facts: PassageFacts) -> bool:
    place = facts.places[token.i].place if token.i in facts.places else None
    return place is not None and place.is_area


def _is_cut(node: Token, place: Token, predicate: Predicate, facts: PassageFacts) -> bool:
    """Whether the way up from the place to the word of travel ends at this node: the place only describes something."""
    head, dep = node.head, node.dep_
    if "thanks" in (node.lower_, node.nbor(-1).lower_ if node.i else ""):  # "thanks to friends in X"
        return True
    if dep == "poss":
        return lemma_of(head) not in PLACE_NOUNS
    if dep in ("nsubj", "nsubjpass", "relcl"):
        return True
    if dep in ("prep", "nmod") and node is not place and _is_place(head, facts, place):
        if _comes_from(place, facts):
            return False
        return not (
            node.lower_ in (*_TO, "for") and head.dep_ == "pobj" and head.head.lower_ == "from"
        )  # "from A to B", hung on A
    if (
        dep == "compound"
        and head.pos_ == "PROPN"
        and facts.places[place.i].mention.quote.text.startswith(("St. ", "St ", "Saint "))
    ):
        return True  # "St. Joseph Seminary" is named after the saint
    attached = dep in ("compound", "nmod", "amod", "npadvmod") and node is place and head.pos_ in ("NOUN", "PROPN")
    if attached and _is_region(node, facts) and lemma_of(head) in _SETTLEMENTS:
        return True  # "the Gulf city"
    if attached and head.i != predicate.token.i:
        return _is_place(head, facts, place) or (lemma_of(head) not in PLACE_NOUNS and head.lower_ not in PLACE_NOUNS)
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
    return dep == "prep" and node.lower_ in _AT and lemma_of(head) in _TIMES and head.dep_ == "pobj"


def _is_purpose(verb: Token, dep: str, *, event: bool) -> bool:
    """Whether a verb between the place and the word of travel is its purpose: "arrived to meet officials in X", "to attend a summit in X"."""
    own_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) and not any(
        c.lower_ == "for" for c in verb.children
    )
    return verb.dep_ in ("xcomp", "advcl") and (dep not in ("dobj", "nsubj") or (event and dep == "dobj")) and not own_subject


def _is_of_others(meeting: Token) -> bool:
    """Whether a clause of its own tells of a meeting of others: "arrived in X a day after the envoy held talks in Y"."""
    beside = any(c.dep_ == "mark" and c.lower_ in _NO_END for c in meeting.children)
    return beside and any(c.dep_ in ("nsubj", "nsubjpass") for c in meeting.children)


def _is_swallowed(token: Token, predicate: Predicate) -> bool:
    """ "Leave for X to attend": the parser takes X for who attends."""
    infinitive = token.head
    marked = any(c.dep_ == "mark" and c.lower_ == "for" and c.i < token.i for c in infinitive.children)
    return token.dep_ == "nsubj" and marked and infinitive.head.i == predicate.token.i and predicate.act in ("depart", "travel")


def _is_place(token: Token, facts: PassageFacts, own: Token) -> bool:
    root = facts.member_of.get(token.i)
    return root is not None and root != facts.member_of.get(own.i) and facts.places[root].mention.kind == "place"


def _is_list(token: Token, head: Token) -> bool:
    """An apposition that is really a list: "Madrid, Barcelona and Lisbon"."""
    return any(c.dep_ in ("conj", "cc") for c in (*token.children, *head.children))


def _name_role(predicate: Predicate, prepositions: list[str], label: str, *, weak: bool) -> Role | None:
    if "via" in prepositions:
        return "via"
    outer = prepositions[-1] if prepositions else ""
    act = predicate.act
    if outer == "during" and act == "stay" and prepositions[0] in _AT:  # "was found during a check in X"
        return "at"
    if any(p in _NO_END for p in prepositions):
        return None
    if act in ("stay", "meet") and predicate.force == "attach" and prepositions and prepositions[0] in (*_TO, "from"):
        return None  # "began a walk from X to Y": the walk's
    if not prepositions:
        return _adverb_role(predicate) if label == "advmod" else _bare_role(predicate, label)
    if predicate.force == "barred":
        return "to" if outer in _FROM or outer in _TO or outer in _AT else None
    if prepositions[0] == "from" and label == "pobj from":
        return "from"
    if weak or outer == "with":
        if not any(p in _AT for p in prepositions):
            return None
        return "to" if weak and act in ("travel", "arrive", "depart") else "at"
    inner = next((p for p in reversed(prepositions) if p in _TO or p in _FROM), outer)
    if prepositions[0] == "for" and act == "depart" and outer in _AT:  # "left X in Y for Z", hung on "in"
        return "to"
    if prepositions[0] in (*_TO, "for") and outer in _FROM:  # "from A to B", hung on "from"
        return "at" if act == "stay" else "to"
    role = _preposition_role(predicate, inner if outer in _AT else outer, len(prepositions))
    if role == "at":
        return _at_role(act, predicate)
    return "at" if role == "to" and act == "stay" else role


def _support_role(predicate: Predicate, dep: str, prepositions: list[str]) -> Role | None:
    """The role of a place that hangs on the verb beside a travel noun: "started the journey in X", "her tour will include X"."""
    support = predicate.support
    assert support is not None
    if dep in ("dobj", "conj") and not prepositions:
        return (
            "at"
            if predicate.token.dep_ in ("nsubj", "nsubjpass") and support.lemma_ in ("include", "cover", "feature", "comprise")
            else None
        )
    if any(p in _NO_END for p in prepositions) or not prepositions:
        return None
    if prepositions[-1] in _AT:
        return cast("Role", _STAGES.get(support.lemma_, "at"))
    moved = predicate.token.dep_ in ("nsubj", "nsubjpass") and support.lemma_ in ("take", "bring", "lead", "carry")
    if moved or (predicate.act == "travel" and support.lemma_ in SUPPORT and prepositions[-1] in (*_TO, *_FROM, *_VIA)):
        return _preposition_role(predicate, prepositions[-1], len(prepositions))
    return "at" if any(p in _AT for p in prepositions) and predicate.act != "travel" else None


def _preposition_role(predicate: Predicate, outer: str, depth: int) -> Role | None:
    if outer in _FROM:
        return "from"
    if outer in _TO:
        return "to"
    if outer == "for":
        return (
            "to"
            if predicate.token.lemma_.lower() in _TO_FOR or predicate.act in ("depart", "travel")
            else ("at" if depth > 1 else None)
        )
    if outer in _VIA:
        return "via"
    if outer in _AT:
        return "at"
    if outer == "of":
        return "at" if predicate.token.pos_ == "NOUN" and predicate.act in ("stay", "travel") else None
    return None


def _adverb_role(predicate: Predicate) -> Role:
    """The role of "there": where a movement goes, where somebody was, or where a ship was boarded."""
    if predicate.object == "vehicle" and predicate.act == "depart":
        return "from"
    return "to" if predicate.act in ("travel", "arrive", "depart") else "at"


def _at_role(act: Act, predicate: Predicate) -> Role:
    if act == "arrive":
        return "to"
    if act == "depart" or predicate.object == "vehicle":
        return "from"
    return "at"


def _bare_role(predicate: Predicate, label: str) -> Role | None:
    """The role of a place that stands to the word of travel without a preposition: its object, or "a Moscow trip"."""
    if label in ("compound", "amod", "nmod") and predicate.token.pos_ == "NOUN":
        return cast("Role", predicate.object or "at")
    if (
        predicate.object in ("from", "to", "via", "at")
        and predicate.token.pos_ in ("VERB", "AUX")
        and label in ("dobj", "obj", "", "appos", "npadvmod")
    ):
        return cast("Role", predicate.object)
    return None
