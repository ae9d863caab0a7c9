"""Numbers and pronouns for some of those told of before: "the other one was sent to X", "another 50 flew to Y", "the rest walked to Z"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.actors import Actor
from geo.reading.travellers.nationals import QUANTITIES
from geo.reading.vocabulary.measures import NO_COUNT
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.actors import Kind

__all__ = ["Share", "happened_once", "share_actor", "share_told"]

_HEADS = frozenset({"nsubj", "nsubjpass"})
#: Words by which some are told from those told of before.
_FURTHER = frozenset({"another", "further", "last", "more", "other", "others", "remaining"})
_OTHER = frozenset({"another", "other"})
_REST = frozenset({"others", "remainder", "rest"})
#: Passages back in which the noun may stand.
_BACK = 2


class Share(NamedTuple):
    """Some of those told of before, or one of them: how the text calls it without its noun."""

    words: str
    single: bool


def share_told(token: Token) -> Share | None:
    """Tell whether a word without a noun, of which something is told that happened once, stands for some of those told of before."""
    if token.dep_ not in _HEADS or token.ent_type_ in NO_COUNT or not happened_once(token):
        return None
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
        return None
    beside = {c.lower_ for c in token.children}
    if token.lower_ in _OTHER or (token.lower_ == "one" and beside & _OTHER):
        return Share("other", single=True)
    if token.lower_ in _REST:
        return Share("other", single=False)
    if token.lower_ == "those" and any(c.dep_ in ("acl", "advmod", "prep") for c in token.children):
        return Share(" ".join(t.text for t in token.subtree if t.i > token.i and not t.is_punct), single=False)
    if token.lower_ in QUANTITIES:
        return Share(token.lower_, single=False)
    if token.pos_ == "NUM" and beside & _FURTHER:
        return Share(token.text, single=False)
    return None


def share_actor(share: Share, token: Token, passage: Passage, passages: Sequence[Passage]) -> Actor | None:
    """Name some of those told of before by the noun that was last used for several; None where nobody was told of whom "one" means.

    Parameters
    ----------
    share, token
        What `share_told` found at a word.
    passage, passages
        Its passage, and all of the same article in the order of the text.
    """
    nouns = _nouns_before(token, passage, passages)
    if any(c.dep_ == "auxpass" for c in token.head.children):  # "others were bused to X" are no buses
        nouns = (n for n in nouns if vehicle_mode(n) == "unknown")
    noun = next(nouns, None)
    if noun is None:
        further = not share.single and share.words != "other" and bool(_FURTHER & {c.lower_ for c in token.children})
        told = further or share.words in QUANTITIES or token.lower_ == "those"
        return Actor(share.words, "group", named=True) if told else None
    word = lemma_of(noun) if share.single else noun.lower_
    mode = vehicle_mode(noun)
    kind: Kind = "vehicle" if mode != "unknown" else "person" if share.single else "group"
    return Actor(f"{share.words} {word}", kind, mode, named=True)


def _nouns_before(token: Token, passage: Passage, passages: Sequence[Passage]) -> Iterator[Token]:
    """The nouns for several people, animals or vehicles, from the word back."""
    yield from (t for t in reversed(token.doc[: token.i]) if _is_several(t))
    number = bisect_left(passages, passage.start, key=lambda p: p.start)
    for earlier in reversed(passages[max(0, number - _BACK) : number]):
        yield from (t for t in reversed(earlier.doc) if _is_several(t))


def _is_several(noun: Token) -> bool:
    if noun.dep_ == "nsubj" and lemma_of(noun.head) in STATING:
        return False  # "officials said"
    known = people_kind(lemma_of(noun)) not in (None, "thing") or vehicle_mode(noun) != "unknown"
    described = noun.dep_ == "pobj" and noun.head.lower_ == "as"  # "flew to X as guests of a club"
    return noun.tag_ == "NNS" and known and noun.dep_ not in ("compound", "poss") and not described


def happened_once(subject: Token) -> bool:
    """Tell whether the clause of a subject tells what happened once: "the rest were flown to X", but not "one can fly to X"."""
    verb = subject.head
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not auxiliaries)  # "a further 25 arrived", to the tagger a participle
    return verb.pos_ in ("VERB", "AUX") and (past or bool(auxiliaries & {"was", "were", "had", "have", "has"}))
