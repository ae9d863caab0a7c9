"""Words that call somebody without a name: a native of a place, somebody of an age, an adjective for people, a number of those named before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.actors import Actor
from geo.reading.travellers.name_spans import proper_run
from geo.reading.vocabulary.measures import NO_COUNT
from geo.reading.vocabulary.persons import is_individual
from geo.reading.vocabulary.pronouns import PERSONAL

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["adjective_actor", "age_of", "counted", "describes_one", "is_all_of_them", "is_native", "named_at_age"]

#: Nouns for some of those whom "of" names: "the remnants of the caravan".
_SHARES = frozenset("bulk dozen half handful hundred majority minority number remainder remnant rest score thousand".split())
#: Words for so many of those who were named before.
_QUANTIFIERS = frozenset({"both", "most", "several", "some"})
#: Endings of nouns for who comes from somewhere, and such nouns without one.
_NATIVE_ENDINGS = ("man", "woman", "ean", "ian", "lander", "ese")
_NATIVES = frozenset(
    "American Arab Aussie Basque Brit Briton Catalan Croat Cuban Cypriot Czech Dane Finn Geordie German Greek Kenyan Kiwi Kurd Londoner "
    "Mexican Moroccan Pole Roman Scot Serb Slovak Slovene Spaniard Swede Texan Thai Turk Ugandan Yank".split()
)
#: Adjectives that stand for people: of several, and of one.
_MANY = frozenset(
    "captured dead detained disabled displaced elderly evacuated exiled freed homeless hurt injured missing rescued sick stranded wounded young".split()
)
_ONE = frozenset("accused bereaved condemned convicted deceased".split())
_SUBJECTS = ("nsubj", "nsubjpass")


def describes_one(token: Token, actor: Actor) -> bool:
    """Tell whether a noun with "the" only describes one person: "the envoy", "the soldier", "the mother of two", but not "the wife of"."""
    of_another = any(c.lower_ == "of" and c.dep_ == "prep" and any(o.pos_ != "NUM" for o in c.children) for c in token.children)
    one = token.tag_ == "NN" and (actor.kind == "person" or is_individual(lemma_of(token)))
    return actor.named and one and not of_another and _is_definite(token)


def is_native(token: Token) -> bool:
    """Tell whether a name by itself calls somebody after a country or town: "the Welshman", "the Pole"."""
    word = str(token.text)
    called = word in _NATIVES or (len(word) > 4 and word.endswith(_NATIVE_ENDINGS))
    alone = token.tag_ == "NNP" and _is_definite(token) and len(proper_run(token)) == 1
    return called and alone and not any(c.dep_ in ("appos", "compound") for c in token.children)


def age_of(token: Token) -> str:
    """Give the years of "the 34-year-old"; "" for any other word."""
    if token.lower_ != "old" or not _is_definite(token):
        return ""
    years = (c for c in token.children if lemma_of(c) == "year")
    return next((str(n.text) for y in years for n in y.children if n.like_num), "")


def named_at_age(text: str, age: str) -> str | None:
    """Give the last word of the name beside which an age stands: "Anna Berg, 34,", "Berg (34)"."""
    found = re.search(rf"([A-Z][\w'’-]+)(?:, (?:aged )?| \(){re.escape(age)}\b(?! [A-Za-z])", text)
    return found[1] if found is not None else None


def adjective_actor(token: Token) -> Actor | None:
    """Read an adjective as people: "the injured were flown to X", "the accused was taken to Y"."""
    if token.pos_ not in ("ADJ", "VERB", "NOUN") or not _is_definite(token) or token.dep_ not in (*_SUBJECTS, "dobj", "pobj"):
        return None
    if token.lower_ in _MANY:
        return Actor(str(token.lower_), "group", named=True)
    return Actor(str(token.lower_), "person", named=True) if token.lower_ in _ONE else None


def counted(token: Token) -> Token | None:
    """Of "twelve of them", "some of the party": what is counted; of "all four", "three were": the word itself; None for any other word."""
    if token.lower_ in PERSONAL or (token.pos_ not in ("NUM", "PRON", "DET", "ADJ") and lemma_of(token) not in _SHARES):
        return None
    whole = next(
        (g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None
    )
    if whole is None and token.dep_ in _SUBJECTS:  # "Of the eleven men, three were landed at X"
        fronted = (c for c in token.head.children if c.lower_ == "of" and c.i < token.i)
        whole = next((o for c in fronted for o in c.children if o.dep_ == "pobj"), None)
    if whole is not None:
        return whole
    told = token.dep_ in _SUBJECTS and token.ent_type_ not in NO_COUNT
    if token.pos_ == "NUM":
        return token if told or any(c.lower_ in ("all", "the") for c in token.children) else None
    return token if told and token.lower_ in _QUANTIFIERS else None


def is_all_of_them(token: Token) -> bool:
    """Tell whether a number means all who were named before: "all four entered X", "the three flew on"; "both"."""
    if token.lower_ == "both" and token.pos_ != "CCONJ":
        return True
    return token.pos_ == "NUM" and token.ent_type_ not in NO_COUNT and any(c.lower_ in ("all", "the") for c in token.children)


def _is_definite(token: Token) -> bool:
    return any(c.lower_ == "the" and c.dep_ == "det" for c in token.children)
