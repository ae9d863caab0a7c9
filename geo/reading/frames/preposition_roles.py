"""Which part the prepositions before a place give it in a movement; without one, its being the object or an adverb."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.tours import takes_in
from geo.reading.travel_words.words import SUPPORT
from geo.reading.vocabulary.prepositions import AT, FROM, NO_END, TO, VIA

if TYPE_CHECKING:
    from geo.model import Act, Role
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["bare_role", "role_beside_support", "role_of_prepositions"]

#: Verbs of a stage of a journey, and the end of it that they place: "wound up the tour in X".
_STAGES = {
    "begin": "from", "close": "to", "commence": "from", "complete": "to", "conclude": "to", "continue": "to", "end": "to", "finish": "to",
    "kick": "from", "launch": "from", "open": "from", "resume": "to", "start": "from", "wind": "to", "wrap": "to",
}  # fmt: skip
#: Verbs by which a journey is told beside something else, which has its own place: "the visit came ahead of talks in X".
_TOLD_BESIDE = frozenset({"clash", "coincide", "come", "follow", "precede"})
#: Words behind which "for" names where somebody goes.
_TO_FOR = frozenset("head leave depart set sail bind bound embark start flight departure make fly take board route".split())

#: What tells where a flight goes, whoever's it is.
_TOLD_ENDS = frozenset({"bound", "from", "to"})
#: Words of the way, which leave its end to the preposition that follows.
_WAYS = frozenset({"down", "out", "up"})
#: Verbs behind which "on" names where somebody goes: "marched on the capital".
_ONTO = frozenset({"advance", "bear", "close", "converge", "descend", "march"})


def role_of_prepositions(predicate: Predicate, prepositions: list[str], label: str, *, weak: bool) -> Role | None:
    """Tell the role of a place by the way up from it to the word of travel.

    Parameters
    ----------
    predicate
        The word of travel.
    prepositions
        Those on the way, the place's own first.
    label
        What the place is to the word of travel where there is none on the way; ``pobj from`` for a start hung on the end.
    weak
        Whether another clause lies on the way.
    """
    act = predicate.act
    if prepositions[:1] == ["to"] and prepositions[-1] in VIA:
        return "at" if act == "stay" else "to"  # "travel through X and to Y"
    if "via" in prepositions:
        return None if act == "stay" and predicate.force == "attach" else "via"  # "is on a tour, via X": the tour's
    if predicate.token.pos_ == "VERB" and prepositions[1:] and prepositions[0] in AT:  # "at the opening of a museum of art in X"
        while prepositions[1:] and prepositions[-1] == "of":
            prepositions = prepositions[:-1]
    if predicate.token.pos_ == "NOUN" and prepositions[1:] and _hangs_on_traveller(act, prepositions):
        prepositions = prepositions[:-1]
    outer = prepositions[-1] if prepositions else ""
    if outer == "during" and act == "stay" and prepositions[0] in AT:  # "was found during a check in X"
        return "at"
    if outer == "by" and prepositions[0] == "of" and predicate.token.pos_ == "NOUN":
        return None  # "a visit to X by the king of Y"
    if prepositions == ["after"] and not weak and act in ("arrive", "depart", "travel") and predicate.token.pos_ == "VERB":
        return "from"  # "After X they go on to Y"
    if prepositions == ["between"] and predicate.token.lemma_ == "shuttle":
        return "at"
    if any(p in NO_END for p in prepositions):
        return None
    if outer == "from" and any(c.dep_ in ("advmod", "dobj") and c.lower_ == "course" for c in predicate.token.children):
        return None  # "changed course from X to Y": was to go to X
    by_phone = prepositions[:1] == ["from"] and outer in ("by", "on", "over")  # "said by telephone from X"
    if predicate.object == "from" and predicate.force == "attach" and (outer == "from" or by_phone):
        return "at"  # "said from X"
    if act in ("stay", "meet") and predicate.force == "attach" and prepositions and prepositions[0] in (*TO, "from"):
        return None  # "began a walk from X to Y": the walk's
    if predicate.object == "reached" and prepositions:
        return "from" if outer in FROM else None
    if not prepositions:
        return _adverb_role(predicate) if label == "advmod" else bare_role(predicate, label)
    if predicate.force == "barred":
        return "to" if outer in FROM or outer in TO or outer in AT else None
    if prepositions[0] == "from" and label == "pobj from":
        return "from"
    if weak or outer == "with":
        if not any(p in AT for p in prepositions) or prepositions[0] == "with":  # "in a row with X"
            return None
        if (predicate.force == "attach" and act == "depart") or outer == "from":
            return "from"  # "a tour that began with talks in X", "came from a summit in X"
        return "to" if weak and act in ("travel", "arrive", "depart") else "at"
    if predicate.object == "vehicle" and act == "arrive" and prepositions[0] in AT and outer in FROM:
        return "to"  # "disembarked from the ferry in X", hung on "ferry"
    if prepositions[0] in TO and prepositions[1:2] == ["from"] and act == "travel":
        return "to"  # "on a flight from A to B", hung on "from"
    inner = next((p for p in reversed(prepositions) if p in TO or p in FROM), outer)
    if len(prepositions) > 1 and outer in _WAYS and prepositions[-2] in (*TO, "from"):
        outer = prepositions[-2]  # "the drive up to X", "flew out to Y"
    if (
        prepositions[0] == "for" and outer in AT and (act == "depart" or predicate.token.lemma_ == "sail")
    ):  # "left X in Y for Z", hung on "in"
        return "to"
    if prepositions[0] in (*TO, "for") and any(p in FROM for p in prepositions[1:]):  # "from A to B", hung on "from"
        return "at" if act == "stay" else "to"
    role = _preposition_role(predicate, inner if outer in AT else outer, len(prepositions))
    if role == "at" and predicate.token.pos_ == "NOUN" and act == "travel" and (support := predicate.support) is not None:
        return cast("Role", _STAGES.get(support.lemma_, role)) if prepositions[0] in AT else role  # "began his trip in X"
    if role == "at":
        return _at_role(act, predicate)
    kept = role == "from" and predicate.force == "attach" and len(prepositions) > 1  # "was freed from a jail in X"
    return "at" if (role == "to" and act == "stay") or kept else role


def _hangs_on_traveller(act: Act, prepositions: list[str]) -> bool:
    """Whether the parse hangs an end on who makes the movement: "the arrival of the doctors in X", "the departure of 90 soldiers from Y for Z"."""
    ends = {"arrive": (*AT, *TO), "depart": (*AT, *TO, "from", "for"), "travel": (*TO, "from", "for"), "pass": (*TO, "from")}
    return prepositions[-1] == "of" and prepositions[-2] in ends.get(act, ())


def role_beside_support(predicate: Predicate, dep: str, prepositions: list[str]) -> Role | None:
    """Tell the role of a place that hangs on the verb beside a travel noun: "started the journey in X", "her tour will include X"."""
    support = predicate.support
    assert support is not None
    if dep == "advmod" and not prepositions:
        return _adverb_role(predicate)  # "is due here from X", "is here on a visit"
    if dep in ("dobj", "conj") and not prepositions:
        return "at" if predicate.token.dep_ in ("nsubj", "nsubjpass") and takes_in(support) else None
    if any(p in NO_END for p in prepositions) or not prepositions or support.lemma_ in _TOLD_BESIDE:
        return None
    if predicate.token.pos_ == "ADJ" and prepositions == ["from"]:
        return "from"  # "is due in X on Thursday from Y"
    if "via" in prepositions and predicate.act == "travel":
        return "via"
    if prepositions[-1] in AT:
        return cast("Role", _STAGES.get(support.lemma_, "at"))
    moved = predicate.token.dep_ in ("nsubj", "nsubjpass") and support.lemma_ in ("take", "bring", "lead", "carry")
    if moved or (predicate.act in ("pass", "travel") and support.lemma_ in SUPPORT and prepositions[-1] in (*TO, *FROM, *VIA)):
        return _preposition_role(predicate, prepositions[-1], len(prepositions))
    if prepositions[-1] == "with" and prepositions[0] in AT and support.lemma_ in _STAGES:  # "the walk ended with a rally in X"
        return cast("Role", _STAGES[support.lemma_])
    on_it = predicate.token.head.lower_ == "on" and prepositions[-1] in ("at", "in")  # "was in X on the first leg of a tour"
    told = predicate.act != "travel" or (
        support.lemma_ == "be" and (prepositions[-1] == "with" or on_it)
    )  # "is on a tour with concerts in X"
    return "at" if told and any(p in AT for p in prepositions) else None


def _preposition_role(predicate: Predicate, outer: str, depth: int) -> Role | None:
    if outer in FROM:
        return "from"
    if outer in TO:
        return "to"
    if outer == "for":
        return (
            "to"
            if predicate.token.lemma_.lower() in _TO_FOR or predicate.act in ("depart", "travel")
            else ("at" if depth > 1 else None)
        )
    if outer in VIA:
        return "via"
    if outer == "on" and predicate.token.lemma_ in _ONTO:
        return "to"
    if outer in AT:
        return "at"
    if outer == "of":
        return "at" if predicate.token.pos_ == "NOUN" and predicate.act in ("stay", "travel") else None
    return None


def _adverb_role(predicate: Predicate) -> Role:
    """The role of "there": where a movement goes, where somebody was, or what was left or where a ship was boarded."""
    if predicate.act == "depart" and predicate.object in ("from", "vehicle"):
        return "from"
    return "to" if predicate.act in ("travel", "arrive", "depart") else "at"


def _at_role(act: Act, predicate: Predicate) -> Role:
    if act == "arrive":
        return "to"
    if act == "depart" or predicate.object == "vehicle":
        return "from"
    return "at"


def bare_role(predicate: Predicate, label: str) -> Role | None:
    """Tell the role of a place that stands to the word of travel without a preposition: its object, or "a Moscow trip"."""
    if predicate.object == "there":
        return "at" if label in ("", "pobj") else None
    if predicate.object == "reached":
        return ("to" if predicate.act == "arrive" else "at") if label == "nsubjpass" else None
    if label == "appos" and predicate.token.pos_ == "NOUN" and predicate.object == "at":
        return "at"  # "her next stop, Iqaluit"
    if label in ("compound", "amod", "nmod") and predicate.token.pos_ == "NOUN":
        flies = lemma_of(predicate.token) == "flight" and any(c.lower_ in _TOLD_ENDS for c in predicate.token.children)
        return None if flies else cast("Role", predicate.object or "at")  # "a Qatar flight bound for X" may lead anywhere
    if (
        predicate.has_end_as_object
        and predicate.token.pos_ in ("VERB", "AUX")
        and label in ("dobj", "obj", "", "appos", "npadvmod")
    ):
        return cast("Role", predicate.object)
    return None
