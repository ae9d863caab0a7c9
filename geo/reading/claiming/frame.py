"""What a word of travel says with its places and times: whether that is enough for a claim, what was done, when and in which words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.model import FINENESS_RANK, PlaceRole
from geo.reading.frames.arrivals import was_there_then
from geo.reading.frames.datelines import met_on_tour
from geo.reading.frames.slots import fill
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Quote, Resolution, Role, When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.frames.slots import Slots
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["Frame", "act_of", "best_when", "places_of", "says_enough", "support_quote"]


#: How far above a sentence, in characters, the dateline still belongs to what is quoted of it.
_HEADED = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """A word of travel with its slots filled, on the way to a claim."""

    predicate: Predicate
    slots: Slots
    facts: PassageFacts

    @classmethod
    def of(cls, predicate: Predicate, facts: PassageFacts) -> Frame:
        """Fill the slots of a word of travel."""
        slots = fill(predicate, facts)
        slots.places = _without_carrier(slots.places)
        if not slots.places and facts.dateline is not None and met_on_tour(predicate, facts):
            slots.places = [("at", facts.dateline, predicate.token)]
            predicate = replace(predicate, act="stay")
        return cls(predicate, slots, facts)


def _without_carrier(places: list[tuple[Role, Resolution, Token]]) -> list[tuple[Role, Resolution, Token]]:
    """Leave out the place that an airline is called after: "the Delta flight to X", "Delta Flight 12", but not "the Lisbon flight"."""

    def names_carrier(role: Role, token: Token) -> bool:
        flight = token.head
        if role != "to" or token.dep_ != "compound" or vehicle_mode(flight) == "unknown":
            return False
        numbered = any(c.like_num for c in flight.rights)
        return numbered or any(r == "to" and t.i != token.i and t.i > flight.i for r, _, t in places)

    return [p for p in places if not names_carrier(p[0], p[2])]


def says_enough(frame: Frame) -> bool:
    """Tell whether the words name a place in a fitting role, or at least the time of an end of the movement."""
    act, roles = frame.predicate.act, {role for role, _, _ in frame.slots.places}
    if not roles:
        return act in ("meet", "depart", "arrive") and bool(frame.slots.whens)
    through = act == "pass" and roles == {"at"} and lemma_of(frame.predicate.token) != "transit"
    if (
        roles == {"from"}
        and lemma_of(frame.predicate.token) == "come"
        and not frame.slots.whens
        and _are_some(frame.predicate.clause)
    ):
        return False  # "most of those on board came from X": whence they are
    return not through and not (act == "stay" and roles == {"from"})


def _are_some(verb: Token) -> bool:
    """Whether the subject counts out some of many: "most of the passengers", "some of them"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(s.tag_ in ("CD", "DT", "JJ", "JJS") and any(c.lower_ == "of" for c in s.children) for s in subjects)


def act_of(frame: Frame) -> Act:
    """Return the act as the places make it: a departure for a destination that nothing more is told of stays one; a visit "from X to Y" travels."""
    act = frame.predicate.act
    roles = {role for role, _, _ in frame.slots.places}
    if act in ("travel", "pass") and roles == {"at"}:
        return "stay"
    if act == "travel" and roles == {"from"}:
        return "arrive" if lemma_of(frame.predicate.token) == "come" else "depart"
    if (
        act == "travel"
        and lemma_of(frame.predicate.token) == "sail"
        and any(_is_bound_for(t) for r, _, t in frame.slots.places if r == "to")
    ):
        return "depart"
    if act == "depart" and any(role == "to" and was_there_then(end) for role, _, end in frame.slots.places):
        return "travel"
    several = [role for role, _, _ in frame.slots.places].count("to") > 1
    if (
        several and frame.predicate.object == "vehicle" and frame.predicate.token.tag_ == "VBD"
    ):  # "boarded a train to X and went on to Y"
        return "travel"
    return act


def _is_bound_for(place: Token) -> bool:
    """Whether a place is only where a ship sailed for: "sailed from X for Y"."""
    return bool(place.dep_ == "pobj" and place.head.lower_ == "for")


def places_of(frame: Frame, act: Act) -> tuple[PlaceRole, ...]:
    """Return the places with their parts, whence before where and whither; of a meeting only where it was."""
    order: dict[Role, int] = {"from": 0, "via": 1, "at": 2, "to": 3}
    rows = sorted(enumerate(frame.slots.places), key=lambda r: (order[r[1][0]], r[0]))
    return tuple(PlaceRole(role, resolution) for _, (role, resolution, _) in rows if act != "meet" or role in ("at", "to"))


def best_when(frame: Frame) -> When | None:
    """Return the time of the movement: of several the finest, of those the first."""
    return min(frame.slots.whens, key=lambda w: (FINENESS_RANK[w.precision], w.words.start), default=None)


def support_quote(frame: Frame) -> Quote:
    """Quote the sentence, with every place of the claim in it, but for a dateline far above it, which tells nothing of what was done."""
    passage = frame.facts.passage
    quote = passage.sentence_quote(frame.predicate.token)
    named = [r.mention for _, r, _ in frame.slots.places]
    near = [m.quote for m in named if m.kind != "dateline" or quote.start - m.quote.end < _HEADED]
    ends = [(q.start, q.end) for q in near]
    start, end = min([quote.start, *(s for s, _ in ends)]), max([quote.end, *(e for _, e in ends)])
    return quote if (start, end) == (quote.start, quote.end) else passage.article.quote(start, end)
