"""Fill the slots of a word of travel: which places, which times and which vehicle belong to it.

A place belongs to the word of travel that it reaches by climbing the parse; it stops at every other word of travel and at another
place ("Vladivostok in the Far East" goes to Vladivostok). The preposition next to the word of travel decides its role.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from geo.reading.place_nouns import PLACE_NOUNS
from geo.reading.predicates import Predicate, vehicle_mode
from geo.reading.syntax import lemma_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from geo.model import Act, Mode, Resolution, Role, When
    from geo.reading.syntax import Passage

__all__ = ["PassageFacts", "Slots", "fill"]

_FROM = frozenset({"from", "off", "out"})
_TO = frozenset({"to", "toward", "towards", "into", "onto", "until"})
_AT = frozenset({"in", "at", "on", "near", "inside", "outside", "around", "within", "by", "beside", "aboard", "off"})
_VIA = frozenset({"via", "through", "across", "over", "past", "along"})
#: Prepositions behind which a place is no end of the movement, whatever comes before it.
_NO_END = frozenset({"after", "before", "since", "during", "about", "amid", "despite", "because", "against", "according", "due", "thanks",
                     "than", "like", "as", "under", "without", "between", "behind", "upon", "except", "including", "concerning"})  # fmt: skip
_CARE = frozenset({"hospital", "clinic", "infirmary", "jail", "prison", "court", "courthouse", "morgue", "custody", "hospice"})
_TIMES = frozenset({"year", "season", "month", "week", "career", "term", "century", "decade", "life"})
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


#: What follows a date that heads a diary entry.
_HEADING = re.compile(r"\s*[.:]?\s*(?:--|—|–|:\s)")


@dataclass(slots=True)
class Slots:
    """What belongs to one word of travel."""

    places: list[tuple[Role, Resolution, Token]] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    mode: Mode = "unknown"


@dataclass(slots=True)
class PassageFacts:
    """The places and times of one passage, by the token at the head of each."""

    passage: Passage
    predicates: Mapping[int, Predicate]
    places: dict[int, Resolution] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    whens: dict[int, When] = field(default_factory=dict)
    member_of: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, passage: Passage, predicates: Sequence[Predicate], resolutions: Sequence[Resolution], whens: Sequence[When]
    ) -> PassageFacts:
        """Lay the places and times of an article over the tokens of one of its passages."""
        facts = cls(passage, {p.token.i: p for p in predicates})
        end = passage.start + len(passage.doc.text)
        previous: Resolution | None = None
        last: Resolution | None = None
        for r in resolutions:
            quote = r.mention.quote
            if not (passage.start <= quote.start and quote.end <= end):
                continue
            span = passage.doc.char_span(quote.start - passage.start, quote.end - passage.start, alignment_mode="expand")
            if span is None or not len(span):
                continue
            facts.places[span.root.i] = r
            for token in span:
                facts.member_of[token.i] = span.root.i
            if previous is not None and _is_tail(previous, last, r, passage.article.text):
                facts.inside.add(span.root.i)
            else:
                previous = r
            last = r
        for when in whens:
            if passage.start <= when.words.start and when.words.end <= end:
                span = passage.doc.char_span(
                    when.words.start - passage.start, when.words.end - passage.start, alignment_mode="expand"
                )
                if span is not None and len(span):
                    facts.whens[span.root.i] = when
        return facts

    def heading(self) -> When | None:
        """The date that heads the passage as in a diary: "October 1st.--We started by moonlight"."""
        text = self.passage.article.text
        for when in self.whens.values():
            if when.words.start - self.passage.start <= 2 and _HEADING.match(text, when.words.end):
                return when
        return None


def _is_tail(first: Resolution, last: Resolution | None, second: Resolution, text: str) -> bool:
    """Whether the second only says where the first is: "Springfield, Massachusetts", "Matias Romero, Oaxaca State, Mexico"."""
    between = text[(last or first).mention.quote.end : second.mention.quote.start]
    if first.place is None or second.place is None or between.strip(" \n") not in (",", "(", ", in"):
        return False
    return second.place.contains(first.place)


def fill(predicate: Predicate, facts: PassageFacts) -> Slots:
    """Gather what belongs to a word of travel."""
    slots = Slots(mode=predicate.mode)
    for index, resolution in facts.places.items():
        if index in facts.inside or resolution.mention.kind not in ("place",):
            continue
        token = facts.passage.doc[index]
        role = _role(token, predicate, facts)
        if role is not None:
            slots.places.append((role, resolution, token))
    slots.places = [p for p in slots.places if not _is_care(p[2])]
    _refine(slots, predicate, facts)
    slots.whens = [when for index, when in facts.whens.items() if _holds_time(facts.passage.doc[index], predicate, facts)]
    if not slots.whens:
        slots.whens = _same_day(predicate, facts)
    if slots.mode == "unknown":
        slots.mode = _mode(predicate)
    return slots


def _same_day(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """ "She will leave that day": the last day named before it in the passage."""
    days = [t for t in _reach(predicate.clause) if t.lower_ == "day" and any(c.lower_ in ("that", "same") for c in t.children)]
    before = [w for i, w in sorted(facts.whens.items()) if days and i < days[0].i and w.precision in ("part", "day")]
    return before[-1:]


def _is_care(token: Token) -> bool:
    """Whether the end is a hospital, a court or a jail: being taken there is no journey."""
    run = [t for t in token.doc[max(0, token.i - 5) : token.i + 6] if t.sent == token.sent]
    near = [
        t
        for t in run
        if t.i == token.i or t.head.i == token.i or token.head.i == t.i or (t.pos_ == "PROPN" and abs(t.i - token.i) <= 4)
    ]
    words = {lemma_of(t) for t in near}
    return bool(words & _CARE) or {"medical", "center"} <= words or {"medical", "centre"} <= words


def _refine(slots: Slots, predicate: Predicate, facts: PassageFacts) -> None:
    """A country and, further on in the clause, one place in it: "travel to Portugal for the festival in Lisbon" goes to Lisbon."""
    named = {r.place.id for _, r, _ in slots.places if r.place is not None}
    for number, (role, area, token) in enumerate(slots.places):
        if area.place is None or not area.place.is_area or role not in ("to", "at"):
            continue
        finer = [
            (i, r)
            for i, r in facts.places.items()
            if i > token.i and predicate.token.is_ancestor(facts.passage.doc[i]) and r.place is not None and r.mention.kind == "place"
            and r.place.id not in named and area.place.contains(r.place) and not _claimed(facts.passage.doc[i], predicate, facts)
        ]  # fmt: skip
        if len(finer) == 1:
            slots.places[number] = (role, finer[0][1], facts.passage.doc[finer[0][0]])


def _claimed(token: Token, predicate: Predicate, facts: PassageFacts) -> bool:
    """Whether another word of travel, or a relative clause, stands between."""
    node = token
    while node.i != predicate.token.i and node.head.i != node.i:
        if (node.i in facts.predicates and node.i != predicate.token.i) or node.dep_ == "relcl":
            return True
        node = node.head
    return False


def _role(token: Token, predicate: Predicate, facts: PassageFacts) -> Role | None:
    """The part that the place plays for this word of travel, or None where it belongs to another or to none."""
    if _is_swallowed(token, predicate):
        return "to"
    prepositions: list[str] = []
    node, weak = token, False
    for _ in range(24):
        if node.i == predicate.token.i:
            return _name_role(predicate, prepositions, "", weak=weak)
        head, dep = node.head, node.dep_
        if head.i == node.i:
            return None
        if dep in ("poss", "nsubj", "nsubjpass", "relcl") or (
            dep in ("prep", "nmod") and node is not token and _is_place(head, facts, token)
        ):
            if not (dep == "poss" and head.lemma_.lower() in PLACE_NOUNS):
                return None
        if (
            dep in ("compound", "nmod", "amod", "npadvmod")
            and node is token
            and head.i != predicate.token.i
            and head.pos_ in ("NOUN", "PROPN")
        ):
            if _is_place(head, facts, token) or (head.lemma_.lower() not in PLACE_NOUNS and head.lower_ not in PLACE_NOUNS):
                return None
        if dep == "appos" and _is_place(head, facts, token) and not _is_list(token, head):
            return None
        if dep == "prep" and node.lower_ in _AT and lemma_of(head) in _TIMES and head.dep_ == "pobj":
            return None  # "going into her senior year at a school in X"
        if (dep == "prep" or (dep == "prt" and node is not token)) and not (
            node.lower_ == "of" and lemma_of(head) in PLACE_NOUNS
        ):
            prepositions.append(node.lower_)
        if head.i == predicate.token.i:
            label = dep if dep not in ("prep", "conj", "appos") or node is token else ""
            return _name_role(predicate, prepositions, label, weak=weak)
        if head.i in facts.predicates:
            if facts.predicates[head.i].act != "meet" or predicate.act == "meet":
                return None
            weak = True
        elif head.pos_ in ("VERB", "AUX"):
            if head.i == (predicate.support.i if predicate.support is not None else -1):
                return _support_role(predicate, dep, prepositions)
            if head.dep_ not in ("xcomp", "advcl", "conj") or dep in ("dobj", "nsubj"):
                return None
            if head.dep_ == "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in head.children):
                return None
            weak = True
        if weak and head.pos_ in ("VERB", "AUX") and head.dep_ not in ("xcomp", "advcl"):
            return None
        node = head
    return None


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
    outer = prepositions[-1] if prepositions else ""
    act = predicate.act
    if any(p in _NO_END for p in prepositions):
        return None
    if not prepositions:
        return _bare_role(predicate, label)
    if weak or outer == "with":
        if not any(p in _AT for p in prepositions):
            return None
        return "to" if weak and act in ("travel", "arrive", "depart") else "at"
    inner = next((p for p in reversed(prepositions) if p in _TO or p in _FROM), outer)
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
        return {"start": "from", "begin": "from", "commence": "from", "end": "to", "finish": "to", "conclude": "to"}.get(
            support.lemma_, "at"
        )  # type: ignore[return-value]
    if predicate.token.dep_ in ("nsubj", "nsubjpass") and support.lemma_ in ("take", "bring", "lead", "carry"):
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


def _holds_time(token: Token, predicate: Predicate, facts: PassageFacts) -> bool:
    """Whether the time's nearest governing word is this one, or the verb that it shares its clause with."""
    clause = predicate.clause
    node = token
    for _ in range(24):
        if node.i in (predicate.token.i, clause.i):
            return True
        head = node.head
        if head.i == node.i:
            return False
        if node.dep_ == "relcl" or (node.i in facts.predicates and node.i != predicate.token.i):
            return False
        if head.pos_ in ("VERB", "AUX") and head.i not in (predicate.token.i, clause.i):
            return predicate.token.dep_ == "xcomp" and predicate.token.head.i == head.i
        if head.pos_ in ("NOUN", "PROPN") and node.dep_ == "prep" and head.i != predicate.token.i and head.i in facts.predicates:
            return False
        node = head
    return False


def _mode(predicate: Predicate) -> Mode:
    """The vehicle that the words name: "by train", "in a green armoured train", "aboard a ferry"."""
    nodes = [predicate.token, predicate.clause]
    if (
        predicate.clause.dep_ in ("xcomp", "advcl") and predicate.clause.tag_ == "VB"
    ):  # "were put aboard a train to continue to X"
        nodes.append(predicate.clause.head)
    for node in nodes:
        for token in _reach(node):
            if (
                token.dep_ == "pobj"
                and token.head.lower_ in ("by", "in", "into", "on", "onto", "aboard", "with", "via")
                and (mode := vehicle_mode(token)) != "unknown"
            ):
                if (
                    token.head.lower_ == "by"
                    or token.lemma_ not in ("rail", "road", "sea", "flight", "foot", "caravan", "carriage")
                    or token.lemma_ == "foot"
                ):
                    return mode
    return "unknown"


def _reach(node: Token) -> list[Token]:
    """The tokens below the node that no other clause holds."""
    found: list[Token] = []
    for child in node.children:
        if child.dep_ in ("relcl", "ccomp", "advcl", "conj", "parataxis", "acl") and child.pos_ in ("VERB", "AUX"):
            continue
        found.append(child)
        found.extend(_reach(child))
    return found
