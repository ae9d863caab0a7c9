"""Whom a pronoun recalls, where nothing nearer names its noun: a subject told before it, in the same paragraph or the ones above.

News keeps to its topic: "they" at the head of a paragraph are those whom the paragraph above was about.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.persons import KIN, is_animal, people_kind
from geo.reading.vocabulary.pronouns import FEMININE, FIRST, PLURAL, SINGULAR, THING
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.actors import Actor

__all__ = ["foretell", "is_aside", "is_quoted", "recall", "speaks_for_others"]

_SUBJECTS = ("nsubj", "nsubjpass")
#: Those who say what others do: for whom they speak, and whom they hunt, judge or search for.
_SPOKESMEN = frozenset(
    "aide attorney chief constable coroner deputy detective inspector investigator lawyer marshal officer official prosecutor sheriff source "
    "spokesman spokesperson spokeswoman superintendent trooper".split()
)
#: How far behind a subject, in words, those with whom it goes may stand: "Anna Berg, 62, together with Otto Kranz".
_ASIDE = 12


def recall(
    token: Token, passage: Passage, passages: Sequence[Passage], reach: int, actor_of: Callable[[Token, Passage], Actor | None]
) -> Actor | None:
    """Recall whom a pronoun means.

    Parameters
    ----------
    token
        The pronoun.
    passage, passages
        Its passage, and all of the same article in the order of the text.
    reach
        How many characters back the noun may stand.
    actor_of
        Says who stands at a noun of a passage.

    Returns
    -------
    Actor or None
        The nearest subject before it that agrees in number and kind.
    """
    position = passage.offset(token)
    for subject, where in _subjects_before(token, passage, passages):
        if where.offset(subject) < position - reach:
            return None
        if not _may_agree(token, subject) or speaks_for_others(subject, token):
            continue
        actor = actor_of(subject, where)
        if actor is not None and actor.named and _agrees(token, subject, actor):
            return actor
    return None


def foretell(
    token: Token, passage: Passage, passages: Sequence[Passage], reach: int, actor_of: Callable[[Token, Passage], Actor | None]
) -> Actor | None:
    """Foretell whom "they" means that opens an article and names its travellers only afterwards: "They rode into X. ... The cyclists".

    Parameters and returns are those of `recall`; ``reach`` goes the other way.
    """
    number = bisect_left(passages, passage.start, key=lambda p: p.start)
    position = passage.offset(token)
    for where in passages[number:]:
        for subject in _subjects(where.doc):
            if where.offset(subject) > position + reach:
                return None
            after = where.offset(subject) > position and not is_quoted(subject)
            bare = subject.pos_ == "NOUN" and not any(True for _ in subject.lefts)  # "friends came to help them"
            if not after or bare or not _may_agree(token, subject) or lemma_of(subject.head) in STATING:
                continue
            actor = actor_of(subject, where)
            if actor is not None and actor.named and actor.kind == "group":
                return actor
    return None


def _subjects_before(token: Token, passage: Passage, passages: Sequence[Passage]) -> Iterator[tuple[Token, Passage]]:
    """The nouns that are subjects of clauses, from the pronoun back; what others say within quotation marks is passed over outside them."""
    quoted = is_quoted(token)
    yield from ((t, passage) for t in reversed(_subjects(token.doc)) if t.i < token.i and not is_aside(t, token))
    number = bisect_left(passages, passage.start, key=lambda p: p.start)
    for earlier in reversed(passages[:number]):
        if not earlier.caption:
            subjects = (t for t in reversed(_subjects(earlier.doc)) if not is_aside(t, token))
            yield from ((t, earlier) for t in subjects if quoted or not is_quoted(t))
    if token.lower_ in SINGULAR:
        yield from ((t, passage) for t in reversed(_done_to_by_many(token.doc)) if t.i < token.i)


def is_aside(subject: Token, pronoun: Token) -> bool:
    """Tell whether somebody is only told of by the way, before the sentence of a pronoun: "the column reached X, where volunteers gave out water. They"."""
    clause = subject.head
    bare = subject.pos_ == "NOUN" and not any(c.dep_ in ("det", "nummod", "poss") for c in subject.children)
    by_the_way = bare and clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children)
    return by_the_way and (subject.doc is not pronoun.doc or subject.sent != pronoun.sent)


def is_quoted(token: Token) -> bool:
    """Tell whether a word stands between quotation marks, as far as its passage tells."""
    words = token.doc.to_array("ORTH")[: token.i]
    return bool(np.count_nonzero(words == token.vocab.strings['"']) % 2)


def speaks_for_others(subject: Token, pronoun: Token) -> bool:
    """Tell whether somebody is only told to have said what a sentence tells of another, whom a pronoun of the next one means.

    "The chancellor will visit X, government spokesman Ost said. He will go on to Y."
    """
    elsewhere = subject.doc is not pronoun.doc or subject.sent != pronoun.sent
    said = next((c for c in subject.head.children if c.dep_ == "ccomp" and c.i < subject.i), None)
    if said is None or not elsewhere or lemma_of(subject.head) not in STATING:
        return False
    office = {lemma_of(t) for t in (subject, *(c for c in subject.children if c.dep_ in ("appos", "compound", "nmod")))}
    many = pronoun.lower_ in PLURAL
    return bool(office & _SPOKESMEN) or any(_is_of_others(c, many=many) for c in said.children if c.dep_ in _SUBJECTS)


def _is_of_others(told: Token, *, many: bool) -> bool:
    """Whether the subject of what somebody said is another: a person by name, "he", "she" or "they", or those whom "they" of the next sentence means."""
    if many and (told.tag_ == "NNS" or people_kind(lemma_of(told)) == "group"):
        return True
    return told.ent_type_ == "PERSON" or told.lower_ in SINGULAR or told.lower_ in PLURAL - FIRST


def _subjects(doc: Doc) -> list[Token]:
    return [t for t in doc if t.dep_ in _SUBJECTS and t.pos_ in ("NOUN", "PROPN", "NUM")]


def _done_to_by_many(doc: Doc) -> list[Token]:
    """Whom several did something to, who alone of a sentence may be "he": "police arrested the smuggler in X"."""
    verbs = (t.head for t in _subjects(doc) if t.tag_ in ("NNS", "NNPS") or people_kind(lemma_of(t)) == "group")
    return [c for v in verbs for c in v.children if c.dep_ == "dobj" and people_kind(lemma_of(c)) == "person"]


def _may_agree(pronoun: Token, noun: Token) -> bool:
    """Whether the two go together in number as far as the words alone tell."""
    many = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in noun.children)
    if pronoun.lower_ in PLURAL:
        return many or people_kind(lemma_of(noun)) == "group" or noun.pos_ == "PROPN" or _has_company(noun)
    return not many


def _agrees(pronoun: Token, noun: Token, actor: Actor) -> bool:
    if pronoun.lower_ in SINGULAR:
        if (
            noun.pos_ == "NOUN"
            and lemma_of(noun.head) in STATING
            and actor.name[:1].islower()
            and not _says_of_himself(noun, pronoun)
        ):
            return False  # "a senior official said"
        if not may_mean(pronoun.lower_, actor.name):
            return False
        return actor.kind == "person" or (actor.kind == "vehicle" and pronoun.lower_ in FEMININE)
    if pronoun.lower_ in THING:
        led = people_kind(lemma_of(noun)) == "group"  # "a delegation led by Berg", which is told of under her name
        return actor.kind != "person" or led or vehicle_mode(noun) != "unknown" or is_animal(lemma_of(noun))
    return actor.kind != "person" or _has_company(noun) or any(c.dep_ == "conj" for c in noun.children)


def _says_of_himself(speaker: Token, pronoun: Token) -> bool:
    """Whether somebody definite, who speaks for nobody else, says what "he" or "she" does: "the climber said she would leave"."""
    definite = any(c.lower_ == "the" for c in speaker.children) and people_kind(lemma_of(speaker)) == "person"
    return definite and lemma_of(speaker) not in _SPOKESMEN and pronoun.head.dep_ == "ccomp" and pronoun.head.head == speaker.head


def _has_company(noun: Token) -> bool:
    """Whether somebody moves with others: "she walked for nine days with her children", "Berg, together with Otto Kranz, sailed"."""
    with_others = [c for c in noun.head.children if c.dep_ == "prep" and c.lower_ in ("with", "alongside")]
    if any(people_kind(lemma_of(o)) is not None for c in with_others for o in c.children if o.dep_ == "pobj"):
        return True
    if any(c.dep_ == "appos" and lemma_of(c) in KIN and any(g.tag_ == "PRP$" for g in c.children) for c in noun.children):
        return True  # "Anna Berg, her husband Otto and their son"
    near = noun.doc[noun.i : min(noun.head.i, noun.i + _ASIDE)]
    return any(t.lower_ in ("together", "along") and t.nbor(1).lower_ == "with" for t in near if t.i + 1 < len(noun.doc))
