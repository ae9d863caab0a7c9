"""What the grammar says of the order of movements: what had been done before, what was done after, and who went back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.tours import clause_of_stops, is_of_past, is_of_what_comes

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Sequence
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["is_return", "is_told_apart", "told_sequence"]

#: What follows these words was done before what they hang on, or after it.
_LINKS: dict[str, Sequence] = {
    "after": "earlier",
    "following": "earlier",
    "from": "earlier",
    "since": "earlier",
    "before": "later",
    "until": "later",
}
#: Adverbs for what was done before what is told around them, and what "prior to that" and "before then" point at.
_BEFORE = frozenset({"beforehand", "earlier", "previously"})
#: What stands beside a noun of time that counts back: "the day before", "the previous night", "earlier this week".
_COUNTS_BACK = frozenset({"before", "earlier", "preceding", "previous", "previously", "prior"})
_POINTING = frozenset({"that", "then", "this"})
#: Verbs for the end of a tour: "the tour, which included a stop in X, ended in Y".
_ENDS = frozenset({"close", "conclude", "culminate", "end", "finish", "wind", "wrap"})
#: The parts of a tour, and which of them come when most of it is over.
_LATE_PARTS = frozenset({"date", "day", "end", "leg", "part", "stage", "stop"})
_LATE = frozenset({"final", "fourth", "last", "latest", "next-to-last", "penultimate", "second", "third"})
_ON_THE_WAY = ("on the way", "en route", "on route")
#: Times of a day by which something had been done: "by nightfall they had reached X".
_BY_THEN = frozenset({"dawn", "daybreak", "dusk", "midday", "nightfall", "noon", "now", "sunrise", "sunset", "then"})
_BACK = frozenset({"back", "home", "homeward", "homewards"})


def told_sequence(predicate: Predicate) -> Sequence:
    """Tell whether the grammar puts a movement before or after what is told around it.

    ``earlier``: "had left", "having left", "after leaving", "after it left", "after a visit to", "stopping at X on the way", "earlier he met",
    "prior to that". ``later``: "before flying". ``""``: neither.
    """
    link = _link(predicate.token) or _link_of_stop(predicate.token) if predicate.token.pos_ == "NOUN" else ""
    stops = clause_of_stops(predicate.token) if not link else None
    if stops is not None and (is_of_past(stops) or is_of_what_comes(stops)):
        return "earlier" if is_of_past(stops) else "later"
    if link or (predicate.token.pos_ == "NOUN" and predicate.support is None):
        return link
    verb = predicate.clause
    if predicate.object == "listed" and any(_link_of_stop(c) for c in verb.children if c.dep_ in ("attr", "nsubj")):
        return "earlier"  # "her previous stops were X and Y"
    if predicate.act in ("arrive", "meet", "stay") and (_is_en_route(verb) or _sums_up(predicate)):
        return "earlier"
    while verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and not _has_own_subject(verb):  # "had left X and stopped in Y"
        if _is_pluperfect(verb):
            break
        verb = verb.head
    if (
        _is_pluperfect(verb)
        or _is_on_the_way(verb)
        or _tells_whence(verb)
        or _looks_back(verb)
        or (verb.dep_ == "xcomp" and _looks_back(verb.head))
    ):
        return "earlier"
    return _link(verb) or _link_above(verb)


def is_told_apart(noun: Token) -> bool:
    """Tell whether a noun for a movement has no part in the time of its clause: "flew home on Monday after a visit to X", "a tour that includes Y"."""
    return noun.pos_ == "NOUN" and (bool(_link(noun)) or clause_of_stops(noun) is not None)


def _sums_up(predicate: Predicate) -> bool:
    """ "She has already visited X and Y", "her tour has taken in X and Y": what came before the stop where the news finds her."""
    verb = predicate.clause
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    already = any(c.dep_ == "advmod" and c.lower_ == "already" for c in verb.children)
    return perfect and (already or (predicate.act == "stay" and predicate.token.dep_ == "nsubj"))


def _link_of_stop(noun: Token) -> Sequence:
    """ "In Prague, her previous stop, she met him"."""
    return "earlier" if any(c.dep_ == "amod" and c.lower_ in _COUNTS_BACK for c in noun.children) else ""


def _looks_back(verb: Token) -> bool:
    """ "Earlier in the day she met the mayor in X", "prior to that he was in Y", "the day before"; not "left earlier than planned"."""
    for word in verb.children:
        if word.dep_ == "npadvmod" and word.pos_ == "NOUN" and _counts_back(word):
            return True
        if word.dep_ == "advmod" and word.lower_ in _BEFORE:
            return bool(word.i + 1 == len(word.doc) or word.nbor().lower_ != "than")
        if word.dep_ == "prep" and any(c.dep_ == "advmod" and c.lower_ in _BEFORE for c in word.children):  # "earlier in the day"
            return True
        pointed = [o.lower_ for t in (word, *word.children) for o in t.children if o.dep_ in ("pobj", "pcomp", "advmod")]
        if word.lower_ in ("before", "prior") and word.i < verb.i and _POINTING.intersection(pointed):
            return True
    return False


def _counts_back(time: Token) -> bool:
    """ "The day before", "the previous day", "earlier this week", and "The night before she met him in X" with no other clause."""
    behind = time.nbor() if time.i + 1 < len(time.doc) else time
    alone = behind.dep_ == "mark" and behind.head.dep_ == "ROOT" and behind.lower_ == "before"
    return alone or any(c.lower_ in _COUNTS_BACK for c in time.children)


def _link_above(verb: Token) -> Sequence:
    """What links what a relative clause tells of: "after the flight, which took off from X, was diverted", "after a visit during which she met"."""
    subject = verb.head
    if verb.dep_ == "relcl" and subject.pos_ == "NOUN" and _link(subject):
        return _link(subject)
    if verb.dep_ == "relcl" and _is_late_in(subject, verb):
        return "earlier"
    told = verb.dep_ == "relcl" and subject.dep_ in ("nsubj", "nsubjpass") and subject.head.pos_ in ("VERB", "AUX")
    if told and lemma_of(subject.head) in _ENDS and verb.tag_ in ("VBD", "VBN"):
        return "earlier"
    return _link(subject.head) if told else ""


def _is_late_in(tour: Token, verb: Token) -> bool:
    """Whether a clause tells of a tour what had come of it: "the last leg of a tour that has taken him to X", "the end of a trip that took her to Y"."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.tag_ == "MD" for c in verb.children):
        return False
    part = tour.head.head if tour.dep_ == "pobj" and tour.head.lower_ in ("in", "of", "on") else tour
    late = lemma_of(part) in _LATE_PARTS and (lemma_of(part) == "end" or any(c.lower_ in _LATE for c in part.children))
    perfect = any(c.lower_ in ("has", "have") and c.dep_ == "aux" for c in verb.children)
    also = any(c.lower_ in ("already", "also") for c in verb.children)
    return part is not tour and (late or perfect or also)


def is_return(predicate: Predicate) -> bool:
    """Tell whether a movement goes back to where the traveller was before: "returned to X", "flew back to X", "home to X"."""
    token = predicate.token
    around = (token,) if is_told_apart(token) else (token, predicate.clause)
    return any(lemma_of(t) == "return" or any(c.lower_ in _BACK for c in t.children) for t in around)


def _is_on_the_way(verb: Token) -> bool:
    """ "will head for X, refuelling at Y on the way": Y comes first."""
    words = " ".join(t.lower_ for t in verb.subtree)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and words.endswith(_ON_THE_WAY)


def _tells_whence(verb: Token) -> bool:
    """ "Will visit X on Saturday, travelling from Y": Y comes first."""
    ends = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and verb.head.tag_ in ("VB", "VBD")
    return beside and "from" in ends and not ends & {"for", "into", "to"}


def _is_en_route(verb: Token) -> bool:
    """ "En route to X she plans to stop in Y", "on his way to X he landed in Y": Y comes first."""
    above = [verb.head] if verb.dep_ == "xcomp" else []
    before = [c for v in (verb, *above) for c in v.children if c.dep_ in ("prep", "advmod")]
    ends = [(c, o) for c in before for o in c.children if o.lower_ in ("route", "way") and c.lower_ in ("en", "on")]
    towards = [{g.lower_ for g in o.children if g.dep_ in ("advmod", "prep")} for _, o in ends]
    return any(words & {"here", "to"} and "from" not in words for words in towards)


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)


def _is_pluperfect(verb: Token) -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    by_then = [o for c in verb.children if c.lower_ == "by" for o in c.children]
    if any(o.ent_type_ in ("DATE", "TIME") or o.lower_ in _BY_THEN for o in by_then):
        return False  # "by nightfall they had reached X"
    have = any(lemma_of(a) == "have" and a.tag_ in ("VBD", "VBN", "VBG") for a in auxiliaries)
    return have and verb.tag_ in ("VBN", "VBD") and not any(a.tag_ in ("MD", "TO") for a in auxiliaries)


def _link(token: Token) -> Sequence:
    """What the preposition or conjunction says that the word hangs on."""
    if token.dep_ in ("pobj", "pcomp") and token.head.dep_ in ("prep", "mark", "advmod"):
        onward = token.dep_ == "pcomp" and any(c.lower_ == "where" for c in token.children)  # "to X, from where they flew to Y"
        return "" if onward else _LINKS.get(token.head.lower_, "")
    if token.dep_ == "conj" and token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children):
        return _link_beside(token)
    marks = [c.lower_ for c in token.children if c.dep_ == "mark"] if token.dep_ == "advcl" else []
    return next((_LINKS[m] for m in marks if m in _LINKS), "")


def _link_beside(gerund: Token) -> Sequence:
    """What links the phrase that a gerund goes on: "after meeting A and visiting X", "after talks with A and visiting X"."""
    verb = gerund.head
    if verb.tag_ == "VBG":
        return _link(verb)
    links = [_LINKS[c.lower_] for c in verb.children if c.dep_ == "prep" and c.lower_ in _LINKS and verb.i < c.i < gerund.i]
    return links[-1] if links else ""
