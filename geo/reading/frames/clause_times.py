"""The times that a clause has by how it hangs on another: "Friday, when they fly to X", "the day after she reached X", "until Friday and then"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.times.date_words import count_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["times_by_clause"]

_DAYS = ("part", "day")
#: Words by which a noun for a journey is told when it begins: "a visit beginning Friday", "her stay, which starts on Friday".
_STARTS = frozenset({"begin", "commence", "fix", "open", "schedule", "set", "slate", "start"})
#: How many words may stand between a day and "the day" that says it again: "on Monday, the day she arrived".
_NEXT_TO = 4
_UNTIL = frozenset({"till", "until"})


def times_by_clause(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """Find the times that the place of a clause in its sentence gives to a word of travel; empty where it gives none."""
    clause = predicate.clause
    return (
        _of_the_day_it_tells_of(clause, facts)
        or _counted_from_clause(clause, facts)
        or _at_the_end_of_a_stay(clause, facts)
        or _on_the_way(clause, facts)
        or _of_its_beginning(predicate, facts)
    )


def _of_the_day_it_tells_of(clause: Token, facts: PassageFacts) -> list[When]:
    """ "Until Friday, when they fly to X", "on Monday, the day she arrived in X"."""
    while clause.dep_ in ("conj", "xcomp") and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    if clause.dep_ not in ("relcl", "advcl"):
        return []
    if any(c.lower_ == "when" for c in clause.children):
        day = clause.head
        before = [i for i in facts.whens if i == day.i or (i < clause.left_edge.i <= i + 2)]
        return [facts.whens[i] for i in before[-1:]]
    if clause.dep_ == "relcl" and clause.head.lower_ == "day" and clause.head.i not in facts.whens:
        before = [i for i in facts.whens if 0 < clause.head.i - i <= _NEXT_TO]
        return [facts.whens[i] for i in before[-1:]]
    return []


def _counted_from_clause(clause: Token, facts: PassageFacts) -> list[When]:
    """ "On Tuesday, the day after she arrived in X": a day before; "arrived in X a day after leaving Y on Monday": a day after."""
    link = next((c for c in clause.children if c.dep_ == "mark"), clause.head) if clause.dep_ in ("advcl", "pcomp") else None
    if link is not None and (count := _days_before_word(link)) is not None:
        verb = next((t for t in clause.ancestors if t.pos_ in ("VERB", "AUX")), None)
        days = [w for i, w in facts.whens.items() if verb is not None and i < link.i and i in {t.i for t in below(verb)}]
        return _shifted(days, -count if link.lower_ == "after" else count)
    for link in clause.children:
        count = _days_before_word(link) if link.dep_ == "prep" else None
        if count is not None:
            days = [w for i, w in facts.whens.items() if link.is_ancestor(facts.passage.doc[i])]
            return _shifted(days, count if link.lower_ == "after" else -count)
    return []


def _days_before_word(link: Token) -> int | None:
    """How many days stand before "after" or "before": 1 for "the day after", 2 for "two days before"; None for anything else."""
    if link.lower_ not in ("after", "before") or link.i < 2:
        return None
    day, count = link.nbor(-1), link.nbor(-2)
    if day.lower_ not in ("day", "days"):
        return None
    if count.lower_ in ("the", "one"):
        return 1
    try:
        return count_of(count.text)
    except (KeyError, ValueError):
        return None


def _shifted(days: list[When], count: int) -> list[When]:
    return [
        replace(
            w,
            start=w.start + timedelta(days=count),
            end=w.end + timedelta(days=count),
            precision="day",
            part="",
            basis="inferred",
        )
        for w in days[-1:]
        if w.precision in _DAYS and w.start == w.end
    ]


def _at_the_end_of_a_stay(clause: Token, facts: PassageFacts) -> list[When]:
    """ "Will rest until Friday and then make for X", "until Friday before flying to X"."""
    then = clause.dep_ == "conj" and any(c.lower_ == "then" for c in clause.children)
    before = clause.dep_ == "pcomp" and clause.head.lower_ == "before"
    if not then and not before:
        return []
    stay = clause.head if then else clause.head.head
    untils = {t.i for c in stay.children if c.lower_ in _UNTIL for t in c.subtree}
    return [w for i, w in facts.whens.items() if i in untils and i < clause.i and w.precision in _DAYS][-1:]


def _on_the_way(clause: Token, facts: PassageFacts) -> list[When]:
    """ "Will leave for Y on Friday, stopping in X on the way"."""
    aside = clause.tag_ == "VBG" and clause.dep_ == "advcl" and clause.i > clause.head.i
    if not aside or not any(t.lower_ in ("way", "route") for t in clause.subtree):
        return []
    held = {t.i for t in below(clause.head) if t.i < clause.i}
    return [replace(w, basis="inferred") for i, w in facts.whens.items() if i in held and w.precision in _DAYS][-1:]


def _of_its_beginning(predicate: Predicate, facts: PassageFacts) -> list[When]:
    """ "A visit to X beginning on Friday", "his stay in X, which begins on Friday"."""
    noun, support = predicate.token, predicate.support
    if noun.pos_ != "NOUN" or predicate.act == "meet":
        return []
    told = [t for t in noun.subtree if t.dep_ in ("acl", "relcl") and (t.head.i == noun.i or t.head.i in facts.places)]
    told += (
        [c for c in support.children if c.tag_ == "VBG" and c.dep_ in ("prep", "advcl") and c.i > noun.i]
        if support is not None
        else []
    )
    starts = {t.i for verb in told if lemma_of(verb) in _STARTS for t in verb.subtree}
    return [w for i, w in facts.whens.items() if i in starts]
