"""Which of the times of a passage belong to a word of travel."""

from __future__ import annotations

import calendar
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.frames.clause_times import times_by_clause
from geo.reading.frames.sequence import is_told_apart
from geo.reading.parsing.clauses import below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.times.date_context import is_of_a_report
from geo.reading.vocabulary.prepositions import OF_ANOTHER_EVENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["find_whens"]

_VERBAL = ("VERB", "AUX")
#: Verbs by which a text tells when an event is held: "the forum, which takes place on 3 May".
_HELD = frozenset({"take", "hold", "run", "open", "begin", "start", "schedule", "set", "last"})


def find_whens(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """Find the times of a word of travel: its own, else those that its sentence lends it, as inferred."""
    doc = facts.passage.doc
    own = [
        when
        for index, when in facts.whens.items()
        if _holds(doc[index], when, predicate, facts) and not _ends_stay(doc[index], predicate)
    ]
    return (
        own
        or _same_day(predicate, facts)
        or times_by_clause(predicate, facts)
        or _lent(predicate, facts)
        or _of_the_event(predicate, facts)
    )


def _holds(token: Token, when: When, predicate: Predicate, facts: PassageFacts) -> bool:
    """Whether the time's nearest governing word is this one, or the verb that it shares its clause with.

    "Flew home on Monday after a visit to X" does not date the visit; "in May after a visit to X" does, as far as one can tell.
    """
    apart = when.precision in ("day", "part") and is_told_apart(predicate.token)
    clause = predicate.token if apart else predicate.clause
    later = _later_conjunct(token)
    if later is not None:
        return later.i in (predicate.token.i, clause.i)
    node = token
    for _ in range(24):
        if node.i in (predicate.token.i, clause.i):
            return True
        head = node.head
        if head.i == node.i:
            return False
        if node.dep_ == "relcl" or (node.i in facts.predicates and node.i != predicate.token.i):
            return False
        if head.pos_ in _VERBAL and head.i not in (predicate.token.i, clause.i):
            return _shares(clause, head, token)
        if (
            head.pos_ == "NOUN"
            and node.dep_ == "prep"
            and head.dep_ == "pobj"
            and head.head.lower_ in OF_ANOTHER_EVENT
            and head.i != predicate.token.i
        ):
            return False  # "flew to X after the election on Monday"
        if node.i != predicate.token.i and node.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and _is_ahead_of(head):
            return False  # "flew to X ahead of Monday's election"
        if head.pos_ in ("NOUN", "PROPN") and node.dep_ == "prep" and head.i != predicate.token.i and head.i in facts.predicates:
            return False
        node = head
    return False


def _is_ahead_of(event: Token) -> bool:
    """Whether something was done ahead of an event, which has the day: "in time for the Friday vote", "before a June 1 deadline"."""
    before = event.head
    if event.pos_ not in ("NOUN", "PROPN") or event.dep_ != "pobj" or event.ent_type_ in ("DATE", "TIME"):
        return False
    return before.lower_ == "before" or (before.lower_, before.head.lower_) in (("of", "ahead"), ("for", "time"))


def _shares(clause: Token, verb: Token, time: Token) -> bool:
    """Whether a clause shares a time that the parse gives to the verb above it or before it."""
    if clause.dep_ == "xcomp":
        return bool(clause.head.i == verb.i)
    if (
        verb.lemma_ == "be" and clause.head.i == verb.i and verb.i < time.i < clause.i
    ):  # "was on Monday flown to X", "it was on Monday that"
        having = any(c.lower_ == "having" for c in clause.children)  # "is due in X on Friday, having visited Y"
        return bool(
            (clause.tag_ == "VBN" and clause.dep_ == "advcl" and not having)
            or (clause.dep_ == "ccomp" and time.head.dep_ == "prep")
        )
    first = clause
    while first.dep_ == "conj" and first.head.pos_ in _VERBAL and first.i != verb.i:
        first = first.head
    if clause.dep_ == "relcl" and any(
        c.lower_ == "after" and any(o.lower_ == "which" for o in c.children) for c in clause.children
    ):
        first = next((t for t in clause.ancestors if t.pos_ in _VERBAL), clause)  # "will meet the mayor, after which she leaves"
    return bool(first.i == verb.i and first.i != clause.i and _is_fronted(time, verb))


def _ends_stay(time: Token, predicate: Predicate) -> bool:
    """Whether a time is that to which somebody stays, "will be in X until Wednesday", and not that of his coming."""
    until = next((t for t in (time, *time.ancestors) if t.dep_ == "prep"), None)
    if until is None or until.lower_ not in ("till", "until") or predicate.act != "stay":
        return False
    return not any(c.dep_ == "neg" for c in predicate.clause.children)


def _later_conjunct(time: Token) -> Token | None:
    """The verb that a time belongs to though the parse gives it to one before: "took off at nine and landed about one"."""
    verb = next((t for t in time.ancestors if t.pos_ in _VERBAL), None)
    found: Token | None = None
    while verb is not None:
        verb = max(
            (c for c in verb.children if c.dep_ == "conj" and c.pos_ in _VERBAL and verb.i < c.i < time.i),
            key=lambda c: c.i,
            default=None,
        )
        found = verb if verb is not None else found
    return found


def _is_fronted(time: Token, verb: Token) -> bool:
    """Whether a time stands before its clause: "On Sunday he left X and flew to Y" dates both."""
    return time.i < verb.i and all(time.i < c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))


def _same_day(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """ "She will leave that day": the last day named before it in the passage."""
    days = [t for t in below(predicate.clause) if t.lower_ == "day" and any(c.lower_ in ("that", "same") for c in t.children)]
    before = [w for i, w in sorted(facts.whens.items()) if days and i < days[0].i and w.precision in ("part", "day")]
    return before[-1:]


def _lent(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """The day of the clause that this one goes with: "signed it on Monday and flew home", "it rained on Monday when he landed".

    Two movements one after the other share no day: who left on Monday may arrive on Tuesday.
    """
    clause = predicate.clause
    head = clause.head
    other = facts.predicates.get(head.i)
    if head.i == clause.i or head.pos_ not in _VERBAL or (other is not None and other.force != "attach"):
        return []
    at_once = clause.dep_ == "advcl" and any(c.lower_ in ("when", "while") for c in clause.children)
    in_turn = (
        clause.dep_ == "conj" and clause.tag_ == head.tag_ and not any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    )
    return _inferred(_days_under(head, facts)) if at_once or in_turn else []


def _of_the_event(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """The month of the event that somebody travels to: "for the summit in Lisbon, which takes place on June 3-5".

    Its days are not those of the journey: who goes there may come before it and leave early.
    """
    told = [t for t in predicate.token.subtree if lemma_of(t) in _HELD and t.i not in facts.predicates]
    under = [t for t in told if t.dep_ in ("acl", "relcl") or (t.dep_ == "advcl" and _is_to_be_held(t))]
    return _inferred([_month_of(w) for w in _days_under(under[0], facts)]) if under else []


def _is_to_be_held(verb: Token) -> bool:
    """ "For the festival, to be held on June 3"."""
    return verb.tag_ == "VBN" and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")


def _month_of(when: When) -> When:
    if (when.start.year, when.start.month) != (when.end.year, when.end.month):
        return when
    last = calendar.monthrange(when.start.year, when.start.month)[1]
    return replace(when, start=when.start.replace(day=1), end=when.end.replace(day=last), precision="month", part="")


def _days_under(verb: Token, facts: PassageFacts) -> list[When]:
    held = {t.i for t in below(verb)}
    text = facts.passage.article.text
    return [w for i, w in facts.whens.items() if i in held and not is_of_a_report(text, w.words.start)]


def _inferred(whens: Sequence[When]) -> list[When]:
    return [replace(w, basis="inferred") for w in whens if w.precision in ("part", "day", "range", "month")]
