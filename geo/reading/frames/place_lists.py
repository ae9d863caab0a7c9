"""Go on through a list of places from the one that hangs on the word of travel, wherever the parse hangs the rest.

"Through X and the border town of Y", "to X, Y and up into Z": the parser loses the later members of long lists, and those behind "the town of".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Resolution, Role
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.frames.slots import Slots
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["list_members", "place_behind_colon"]

#: What joins a member to the one before it; a way out of a place, "and from Y", begins something else.
_JOINT: Final = re.compile(
    r"\s*(?:,?\s*followed\s+by|,\s*(?:and|then)?|and|;)\s+(?:then\s+)?(?:(?:back|down|finally|later|on|over|up)\s+){0,2}(?:(?:in|into|through|to)\s+)?"
    r"(?:the\s+(?:(?:\w+\s+){0,2}(?:cities|city|island|port|resort|town|towns|village|villages)\s+of\s+)?)?"
)
#: A member that no gazetteer holds; "in" tells where it lies: "and the Blue Islands in Australia".
_UNKNOWN: Final = re.compile(r"(?:[A-Z][\w'’-]*\s+){0,3}[A-Z][\w'’-]*(?P<within>\s+in\s+(?:the\s+)?)?")
#: What may stand between a member and its day, and how far apart they are.
_ON: Final = re.compile(r"\s+(?:on\s+|from\s+)?(?:the\s+)?")
_NEAR: Final = 12
#: What stands before the names of places that were counted.
_INTRODUCES: Final = frozenset({":", "–", "—", "-"})
_ROLES: Final = frozenset({"at", "to", "via"})
#: A member is no part of another clause or of something else: "and Paris said", "and Paris's mayor".
_OF_OTHERS: Final = frozenset({"nsubj", "nsubjpass", "poss"})
#: From so many members on, a comma goes on with the list, whatever it joins; before, a state or country may tell where a town lies.
_A_LIST: Final = 3


def list_members(slots: Slots, facts: PassageFacts) -> list[tuple[Role, Resolution, Token]]:
    """Find the places that continue, right behind it, a list of which a word of travel has a member; each has that member's role."""
    roles = {token.i: role for role, _, token in slots.places if role in _ROLES}
    length = dict.fromkeys(roles, 1)
    found: list[tuple[Role, Resolution, Token]] = []
    indices = sorted(i for i, r in facts.places.items() if i in facts.member_of and r.mention.kind == "place")
    for before, index in pairwise(indices):
        owner = _owner(before, indices, facts)
        role = roles.get(owner)
        if role is None or index in facts.inside:
            continue
        joined = _joined(before, index, facts, long=length[owner] >= _A_LIST)
        if joined is None:
            continue
        length[index] = length[owner] + 1
        if index not in roles:
            roles[index] = role
            if joined == "member":
                found.append((role, facts.places[index], facts.passage.doc[index]))
    return found


def place_behind_colon(predicate: Predicate, facts: PassageFacts) -> tuple[Role, Resolution, Token] | None:
    """Find the first of the places that a clause counts before it names them: "visited six capitals in ten days: X, Y and Z"."""
    doc, token = facts.passage.doc, predicate.token
    counted = {"at": "at", "to": "to"}.get(predicate.object, "to" if predicate.act == "travel" else "")
    mark = next((t for t in doc[token.i :] if t.text in _INTRODUCES or (t.is_sent_end and t.text != ":")), None)
    if not counted or mark is None or mark.text not in _INTRODUCES or mark.i + 1 >= len(doc):
        return None
    things = [t for t in doc[token.i : mark.i] if t.tag_ == "NNS" and lemma_of(t) in PLACE_NOUNS and token.is_ancestor(t)]
    index = facts.member_of.get(mark.i + 1)
    if not things or index is None or facts.places[index].mention.kind != "place":
        return None
    return cast("Role", counted), facts.places[index], doc[index]


def _owner(index: int, indices: list[int], facts: PassageFacts) -> int:
    """The member that a place only says where it is: of "X, Westphalia", X."""
    while index in facts.inside and index != indices[0]:
        index = indices[indices.index(index) - 1]
    return index


def _joined(before: int, index: int, facts: PassageFacts, *, long: bool) -> Literal["member", "holder"] | None:
    """What a place is to the list behind whose last member it stands: the next one, or where that one or the next, unknown to us, lies."""
    first, second = facts.places[before], facts.places[index]
    if _is_of_others(facts.passage.doc[index]) or index in facts.predicates:
        return None
    between = facts.passage.article.text[_end_with_day(first, facts) : second.mention.quote.start]
    if between.strip() in ("in", "in the"):
        return "holder"
    joint = _JOINT.match(between)
    if joint is None or _modifies(index, facts):
        return None
    if joint.end() < len(between):
        unknown = _UNKNOWN.match(between, joint.end())
        if unknown is None:
            return None
        if unknown["within"]:
            return "holder" if unknown.end() == len(between) else None
        return "member" if _JOINT.fullmatch(between, unknown.end()) else None
    areas = [r.place is not None and r.place.is_area for r in (first, second)]
    return "member" if long or between.strip() != "," or areas in ([True, True], [False, False]) else None


def _end_with_day(place: Resolution, facts: PassageFacts) -> int:
    """Where a member of a list ends, with the day that is told of it: "to X on Monday, Y on Wednesday"."""
    text, end = facts.passage.article.text, place.mention.quote.end
    days = (
        w.words.end for w in facts.whens.values() if 0 <= w.words.start - end <= _NEAR and _ON.fullmatch(text, end, w.words.start)
    )
    return next(days, end)


def _is_of_others(token: Token) -> bool:
    """Whether a clause of its own begins with a name: "and Porto said", "and the city of Porto said"."""
    town = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return token.dep_ in _OF_OTHERS or town.dep_ in _OF_OTHERS


def _modifies(index: int, facts: PassageFacts) -> bool:
    """Whether a name belongs to what follows it: "and Paris hotels", "and Paris-based"."""
    token = facts.passage.doc[index]
    following = facts.passage.doc[index + 1] if index + 1 < len(facts.passage.doc) else token
    return following.text == "-" or (token.dep_ in ("compound", "amod") and token.head.i not in facts.member_of)
