"""What is told of a journey that is only named: its adjectives, the verb that it is the subject or object of, the noun that it hangs on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from geo.reading.factuality.ahead import find_ahead
from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import drops, is_off, lacks_particle
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import BEGINS, PROGRAMMES, SUPPORT, nouns
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.factuality.cues import Cue
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["cues_of_noun"]

#: What is said of a journey that is to come, in a headline: "visit to X confirmed".
_ANNOUNCED = frozenset({"announce", "confirm", "expect", "plan", "propose", "schedule", "set", "slate"})
#: Verbs of what is not more than a thought: "is thinking of a visit to X".
_MUSES = frozenset({"dream", "muse", "speculate", "talk", "think"})
#: Where a journey lies that nobody has settled: "is under consideration", "remains in doubt".
_UNSETTLED = frozenset({"balance", "consideration", "discussion", "doubt", "jeopardy", "question", "review", "study"})
_STANDS = frozenset({"be", "come", "hang", "lie", "put", "remain", "stand", "stay"})
#: Journeys that one is on until they end.
_VOYAGES = frozenset({"crossing", "flight", "passage", "voyage"})
#: Prepositions of a way that is told for somebody who is on it.
_ALONG = frozenset({"from", "via"})
#: What is done to a journey that somebody makes.
_MADE = frozenset({"complete", "conclude", "finish", "make", "operate", "pay"})
_HINGES = frozenset({"depend", "hinge", "rest"})
#: Prepositions before a noun of travel that give it the status of what stands before them: "the prospect of a visit", "keen on a trip".
_HANGS_BY = frozenset({"about", "for", "of", "on", "to"})


def cues_of_noun(predicate: Predicate) -> list[Cue]:
    """Give what stands beside a noun of travel: its adjectives, the verb that supports it and what is then told of the journey."""
    token, support = predicate.token, predicate.support
    if token.dep_ == "appos" and lemma_of(token.head) in nouns():  # "announced her next journey, a walk to X"
        return [*_modifiers(token), *cues_of_noun(replace(predicate, token=token.head))]
    found = [*_modifiers(token), *_behind_preposition(token)]
    if support is not None and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        cue = cues().get((lemma_of(support), "verb"), "") if lemma_of(support) not in SUPPORT - {"plan"} else ""
        visit = token.dep_ == "nsubjpass" and predicate.act in ("stay", "travel")  # but "his arrival was announced"
        if cue in ("planned", "possible") and (token.dep_ == "dobj" or visit):
            found.append((cast("Status", cue), support))
        found += [
            ("denied", verb)
            for verb in (support, *_then_told(predicate))
            if drops(verb) or (token.dep_ != "dobj" and is_off(verb))
        ]
        found += [("possible", o) for o in _lies_in(support) if lemma_of(o) in _UNSETTLED]
        if token.dep_ == "nsubj" and support.lemma_ != "be":  # "a trip to X looks likely"
            looks = [(c, cues().get((lemma_of(c), "adjective"))) for c in support.children if c.dep_ in ("acomp", "oprd")]
            found += [(cast("Status", status), c) for c, status in looks if status]
        if token.dep_ == "nsubj" and lemma_of(support) == "be":  # "her trip to X was a hoax"
            found += [
                ("denied", c) for c in support.children if c.dep_ == "attr" and cues().get((lemma_of(c), "noun")) == "denied"
            ]
        if token.dep_ == "nsubj" and lemma_of(support) in _HINGES:
            found.append(("possible", support))
        if cue and token.dep_ == "dobj" and any(c.lower_ in ("had", "'d") for c in support.children if c.dep_ == "aux"):
            found.append(("denied", support))  # "had planned a visit to X"
    if support is not None:  # "her itinerary includes a stop in X"
        found += [("planned", c) for c in support.children if c.dep_ == "nsubj" and lemma_of(c) in PROGRAMMES - {"tour"}]
        found += [("planned", o) for o in _lies_on(support) if lemma_of(o) in PROGRAMMES - {"tour"} and token.dep_ == "nsubj"]
    if (
        support is not None
        and token.dep_ in ("dobj", "nsubj")
        and lemma_of(support) == "include"
        and support.tag_ in ("VBZ", "VBP")
    ):
        found.append(("planned", support))  # "a trip that includes stops in X and Y", "stops include X and Y"
    if (token.lemma_ == "way" and predicate.clause.lemma_ != "do") or (predicate.act == "travel" and _only_begins(predicate)):
        found.append(("under_way", token))
    if (
        lemma_of(token) in _VOYAGES
        and token.head.lower_ == "on"
        and (lemma_of(predicate.clause) == "be" or _is_between_commas(token))
    ):
        found.append(("under_way", token))  # "was on a voyage from X to Y"
    if predicate.act == "travel" and support is not None and support.tag_ in ("VBP", "VBZ") and lemma_of(support) == "be":
        if (
            token.head.lower_ in ("aboard", "on")
            and token.head.head == support
            and any(c.lower_ in _ALONG for t in (token, support) for c in t.children)
        ):
            found.append(("under_way", token))  # "is on a journey across X, via Y"
        if token.dep_ == "attr" and _is_on_journey(support):
            found.append(("under_way", token))  # "is on its last voyage, a trip from X to Y"
        if token.dep_ == "pobj" and token.head.head.dep_ == "attr":
            found.append(("planned", token))  # "the visit to X is a stop on her trip via Y"
    found += [("planned", c) for c in token.children if c.dep_ == "acl" and lemma_of(c) in _ANNOUNCED and c.tag_ == "VBN"]
    if support is not None and token.head.lower_ in ("about", "of") and lemma_of(support) in _MUSES:
        found.append(("possible", support))
    ahead = find_ahead(token)
    return [*found, ("planned", ahead)] if ahead is not None else found


def _is_on_journey(verb: Token) -> bool:
    """Whether a verb of being has a journey behind "on": "is on its last voyage"."""
    return any(c.lower_ == "on" and any(lemma_of(o) in nouns() for o in c.children) for c in verb.children)


def _lies_on(verb: Token) -> list[Token]:
    """What a journey is on: "stops in X and Y are on her itinerary"."""
    on = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "on")) if lemma_of(verb) == "be" else ()
    return [o for c in on for o in c.children]


def _lies_in(verb: Token) -> list[Token]:
    """What a journey is in or under: "is under consideration", "remains in doubt"."""
    if lemma_of(verb) not in _STANDS:
        return []
    return [o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "in", "under") for o in c.children]


def _behind_preposition(token: Token) -> list[Cue]:
    """ "The prospect of a visit to X", "was keen on a trip", "pulled out of a tour", "withdrew from a trip", "went home without a visit to X"."""
    if token.dep_ != "pobj":
        return []
    preposition, head = token.head, token.head.head
    if token.lemma_ == "way" and not any(c.dep_ == "auxpass" for c in head.children):
        return []  # "stopped in X on her way to Y", but not "was stopped on her way to Y"
    if preposition.lower_ == "without" or (
        preposition.lower_ == "of" and preposition.i and preposition.nbor(-1).lower_ == "instead"
    ):
        return [("denied", preposition)]
    if preposition.lower_ in ("during", "on") and (preposition.i < head.i or lemma_of(head) in STATING):
        return []  # "Berg, on a visit to X, told reporters", "told reporters on her return from X"
    above = head.head if head.dep_ in ("prep", "prt", "advmod") and head.lower_ == "out" else head
    if preposition.lower_ in ("from", "of", "against") and above.pos_ == "VERB" and drops(above):
        return [("denied", above)]
    if preposition.lower_ == "against" and above.pos_ == "VERB" and cues().get((lemma_of(above), "verb")):
        return [("denied", preposition)]
    if preposition.lower_ == "to" and lemma_of(head) == "look" and any(c.lower_ == "forward" for c in head.children):
        return [("planned", head)]
    if preposition.lower_ == "on" and any(c.dep_ == "nsubj" and vehicle_mode(c) != "unknown" for c in head.children):
        return []  # "the plane dropped off the screens on a flight to X"
    kind = {"NOUN": "noun", "ADJ": "adjective", "VERB": "verb"}.get(head.pos_, "")
    status = cues().get((lemma_of(head), kind), "") if preposition.lower_ in _HANGS_BY else ""
    return [(cast("Status", status), head)] if status and not lacks_particle(head) else []


def _is_between_commas(voyage: Token) -> bool:
    """Whether it is told between commas on what voyage a vehicle was: "the bulk carrier, on a voyage from X to Y, lost her rudder"."""
    on = voyage.head
    subject = next((c for c in on.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    whose = on.head if on.head.pos_ in ("NOUN", "PROPN") else subject
    behind = on.i > 0 and on.nbor(-1).text == ","
    return behind and whose is not None and whose.i < on.i and (whose.pos_ == "PROPN" or vehicle_mode(whose) != "unknown")


def _only_begins(predicate: Predicate) -> bool:
    """Whether a journey has only begun: "have begun a walk from X to Y"."""
    return predicate.support is not None and lemma_of(predicate.support) in BEGINS and predicate.token.dep_ in ("dobj", "pobj")


def _then_told(predicate: Predicate) -> list[Token]:
    """What else is told of a journey that is the subject: "a stop in X had been considered but was ruled out"."""
    support = predicate.support
    if support is None or predicate.token.dep_ not in ("nsubj", "nsubjpass"):
        return []
    verbs = [*support.conjuncts, *(c for c in support.children if c.dep_ == "xcomp")]  # "had to be dropped"
    return [v for v in verbs if v.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in v.children)]


def _modifiers(token: Token) -> list[Cue]:
    found: list[Cue] = []
    for child in token.children:
        if child.dep_ in ("amod", "compound", "advmod") and child.lower_ != "stop":  # "a stop-over"
            kinds = [(lemma_of(child), "adjective"), (child.lower_, "adjective")]
            kinds += [(lemma_of(child), "verb")] if child.tag_ in ("VBN", "VBD", "VBG") else []
            status = next((s for kind in kinds if (s := cues().get(kind))), None)
            if status and not (status == "planned" and _is_made(token)):
                found.append((cast("Status", status), child))
    return found


def _is_made(token: Token) -> bool:
    """Whether a journey of which it was known ahead was made: "completed its first scheduled flight to X"."""
    verb = token.head
    asked = any(c.dep_ in ("aux", "neg") and c.lower_ not in ("had", "has", "have") for c in verb.children)
    return token.dep_ == "dobj" and lemma_of(verb) in _MADE and verb.tag_ in ("VBD", "VBN") and not asked
