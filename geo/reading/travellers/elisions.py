"""Sentences whose subject is left out, as diaries, logs and postcards leave out "I": "Left X at six. Shall reach Y tonight"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["heads_entry", "opens_entry"]

_SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
#: Verbs of somebody's own plans, which "I" may be left out before.
_PLANS = frozenset({"aim", "expect", "hope", "intend", "mean", "plan", "propose"})
#: Auxiliaries that begin such a sentence but no question.
_AUXILIARIES = frozenset({"am", "had", "have", "shall", "was", "were", "will"})
#: What may stand before its verb.
_ADVERBIALS = frozenset({"advmod", "aux", "auxpass", "cc", "mark", "neg", "npadvmod", "prep", "punct"})


def opens_entry(verb: Token, *, told: bool) -> bool:
    """Tell whether a verb, or the one that it hangs on, has no subject because who writes left himself out.

    Parameters
    ----------
    verb
        A verb of travel for which no subject was found.
    told
        Whether the one who writes was the last to travel, so that the sentence may begin with other words than its verb.
    """
    main = _main_verb(verb)
    if main.dep_ != "ROOT" or main.pos_ not in ("VERB", "AUX") or _has_subject(main):
        return False
    first = _first_words(main)
    if not first:
        return False
    finite = main.tag_ == "VBD" or (main.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in main.children))
    if first[0].i == main.i and finite:
        return True
    if not told or first[0].tag_ in ("WDT", "WP", "WRB"):
        return False
    if lemma_of(main) in _PLANS and first[0].i == main.i:
        return any(c.dep_ == "xcomp" for c in main.children)
    helped = [c for c in main.children if c.dep_ in ("aux", "auxpass")]
    if helped:
        return helped[0].lower_ in _AUXILIARIES and _is_led_in(main)
    return main.tag_ == "VBD" and _is_led_in(main)


def heads_entry(subject: Token) -> bool:
    """Tell whether what the parser takes for a subject is the heading of an entry: "Day 9: Left Lisbon at six"."""
    return subject.lower_ == "day" and any(c.like_num for c in subject.children) and any(c.text == ":" for c in subject.children)


def _main_verb(verb: Token) -> Token:
    """The verb of the sentence whose missing subject one shares: "Had meant to go on", "Passed the cape and anchored off X"."""
    while verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX") and not _has_subject(verb):
        verb = verb.head
    return verb


def _has_subject(verb: Token) -> bool:
    words = (verb, *(c for c in verb.children if c.dep_ == "aux"))
    return any(c.dep_ in _SUBJECTS and not heads_entry(c) for w in words for c in w.children)


def _first_words(verb: Token) -> list[Token]:
    """The words of a sentence from its first, past the heading of an entry: "Day 9: Left Lisbon", "12 May. Drove to X"."""
    words = [t for t in verb.sent if t.is_alpha]
    if len(words) > 1 and words[0].lower_ == "day":
        return words[1:]
    return words


def _is_led_in(verb: Token) -> bool:
    """Whether nothing but words of time, place and manner stands before a verb: "At noon reached X", "Then walked on"."""
    return all(c.dep_ in _ADVERBIALS for c in verb.children if c.i < verb.i)
