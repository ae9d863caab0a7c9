"""Find the words of travel: which token of a parse says that somebody moved, stayed or met, and how its slots are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.awaited import awaited, is_awaited
from geo.reading.travel_words.compounds import is_place_bound
from geo.reading.travel_words.nouns import is_stop_over, noun_predicate
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.presence import AT_PRESENT
from geo.reading.travel_words.tours import clause_of_stops
from geo.reading.travel_words.verbs import verb_predicate
from geo.reading.travel_words.words import AWAITED, DIVERTING, meetings, nouns
from geo.reading.vocabulary.prepositions import OF_ANOTHER_EVENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["find_predicates"]

#: Prepositions of another event than the verb's: "reached X after a crossing from Y".
_BESIDE = OF_ANOTHER_EVENT | {"during", "from", "with"}
#: Who has just come: "fresh from X", "straight off the plane from Y".
_STRAIGHT = frozenset({"fresh", "straight"})

#: Verbs that take somebody out of a journey that he never makes: "pulled out of a trip to X".
_QUITS = frozenset({"back", "bow", "drop", "opt", "pull", "withdraw"})


def find_predicates(doc: Doc) -> tuple[Predicate, ...]:
    """List the words of travel of a mended parse, in the order of the text; they are found once and kept with it."""
    found: tuple[Predicate, ...] | None = doc.user_data.get("predicates")
    if found is None:
        found = doc.user_data["predicates"] = tuple(_find(doc))
    return found


def _find(doc: Doc) -> Iterator[Predicate]:
    verbs = {
        t.i: p
        for t in doc
        if t.pos_ in ("VERB", "AUX") and not _tells_stops(t) and (p := verb_predicate(t)) is not None and not _only_links(p)
    }
    for token in doc:
        predicate = verbs.get(token.i) or (
            noun_predicate(token) if token.pos_ in ("NOUN", "PROPN") or is_stop_over(token) else _phrase(token)
        )
        if predicate is not None and (predicate.support is None or not _same_event(predicate, verbs.get(predicate.support.i))):
            yield predicate


def _tells_stops(verb: Token) -> bool:
    """Whether a verb only tells of a journey that its noun names what belongs to it: "a tour that takes in X"."""
    return verb.dep_ in ("acl", "relcl") and clause_of_stops(verb.head) == verb and noun_predicate(verb.head) is not None


def _only_links(verb: Predicate) -> bool:
    """Whether "be" only joins a journey's noun to what is said of it: "a planned stop in X was on the schedule"."""
    if verb.force != "attach" or verb.token.lemma_ != "be":
        return False
    return any(c.dep_ == "nsubj" and c.pos_ == "NOUN" and noun_predicate(c) is not None for c in verb.token.children)


def _same_event(noun: Predicate, verb: Predicate | None) -> bool:
    """Whether a travel noun only names the movement of its verb: "set out on an excursion to X"."""
    return (
        verb is not None
        and verb.act != "meet"
        and verb.force != "attach"
        and verb.token.lemma_ not in DIVERTING
        and noun.act != "meet"
        and noun.token.dep_ in ("pobj", "dobj")
        and not (verb.act in ("arrive", "pass", "stay") and noun.token.lemma_ == "way")  # "stopped in X on its way to Y"
        and noun.token.head.lower_ not in _BESIDE
        and not (
            noun.token.dep_ == "pobj" and any(c.dep_ == "advmod" for c in noun.token.head.children)
        )  # "boarded a jet, possibly on his way to X"
        and not (
            noun.act in ("arrive", "depart") and noun.token.head.lower_ in ("on", "upon")
        )  # "upon arrival in X she was driven to Y"
        and not (
            noun.token.i < verb.token.i and noun.token.head.lower_ == "on"
        )  # "the bus, on its way from X to Y, plunged into Z"
        and clause_of_stops(noun.token) is None
        and not (verb.token.lemma_ in _QUITS and noun.token.head.lower_ in ("from", "of"))
    )


def _is_there_for(preposition: Token) -> bool:
    """Whether somebody is told to be somewhere beside his name: "Berg, in Jakarta for a meeting, flies to X", "Berg, currently in Y, said", "Now in Z, Berg said"."""
    person, start = preposition.head, preposition.left_edge.i
    if preposition.lower_ != "in" or preposition.dep_ not in ("prep", "relcl"):
        return False
    if person.pos_ == "VERB" and preposition.i - 1 == preposition.sent.start:
        return preposition.nbor(-1).lower_ in AT_PRESENT
    if person.pos_ == "VERB" and preposition.i > 1 and preposition.nbor(-1).text == ",":
        before = preposition.nbor(-2)  # "Berg, in X on a visit, said", hung on "said"
        return before.head.i == person.i and before.dep_ in ("nsubj", "nsubjpass") and _is_visit(preposition)
    if person.pos_ not in ("NOUN", "PROPN") or person.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if start <= person.i or preposition.doc[start - 1].text != ",":
        return False
    if any(c.lower_ in AT_PRESENT for c in preposition.lefts):
        return True
    return any(c.lower_ in ("for", "on") and c.i > preposition.i for t in (person, preposition) for c in t.children)


def _is_here_for(here: Token) -> bool:
    """Whether somebody is told beside his name to be where the news is written: "Berg, here for talks, said", "Berg, here on a visit, flies to X"."""
    if here.lower_ != "here" or here.i < 2 or here.i + 1 == len(here.doc) or here.nbor(-1).text != ",":
        return False
    return here.nbor(-2).pos_ in ("NOUN", "PROPN") and here.nbor(1).lower_ in ("for", "on")


def _is_visit(there: Token) -> bool:
    """Whether somebody is somewhere on a journey, or for a meeting: "in X on an official visit", "here for talks"."""
    own = (there, *(t for t in (there.head,) if t.pos_ in ("NOUN", "PROPN")))
    behind = [c for t in own for c in t.children if c.dep_ == "prep" and c.i > there.i]
    ends = [o for c in behind for o in c.children if o.dep_ == "pobj"]
    on_it = any(o.head.lower_ == "on" and lemma_of(o) in nouns() for o in ends)
    return on_it or any(o.head.lower_ == "for" and (lemma_of(o), "noun") in meetings() for o in ends)


def _phrase(token: Token) -> Predicate | None:
    """ "bound for X", "X-bound", "en route to X", "fresh from X"."""
    lower = token.lower_
    if lower == "bound" and any(c.lower_ == "for" for c in token.children):
        return Predicate(token, "travel", force="strong")
    if is_place_bound(token):
        return Predicate(token, "travel", "to", force="strong")
    if lower in AWAITED and token.pos_ == "ADJ" and is_awaited(token):
        return replace(awaited(token), support=token.head if token.dep_ == "acomp" else None)
    fronted = lower == "back" and token.dep_ == "advmod" and token.is_sent_start  # "Back from X, she told"
    if (lower in _STRAIGHT or fronted) and any(c.lower_ in ("from", "off") and c.dep_ == "prep" for c in token.children):
        return Predicate(token, "depart", force="weak")
    if _is_there_for(token) or _is_here_for(token):
        return Predicate(token, "stay", "there", force="weak" if _is_visit(token) else "attach")
    en_route = lower == "en" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "route"
    return Predicate(token, "travel", force="strong") if en_route else None
