"""What is only heard, guessed or not confirmed: "rumours say", "unconfirmed reports that", "there is no confirmation that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.factuality.cues import Cue

__all__ = ["TALES", "makes_sure", "status_of_hearsay"]

#: Nouns for what is only told.
TALES = frozenset(
    {"account", "allegation", "claim", "news", "report", "rumor", "rumour", "speculation", "statement", "story", "suggestion"}
)
#: Of these, what nobody answers for.
_WHISPERS = frozenset({"conjecture", "gossip", "guesswork", "hearsay", "rumor", "rumour", "speculation"})
_UNPROVED = frozenset(
    "anonymous conflicting contested contradictory disputed uncertain unconfirmed unproven unsourced unsubstantiated unverified".split()
)
#: What was made up, and how it is called so.
_FORGERIES = frozenset("deepfake fabrication fake falsehood forgery hoax lie".split())
_FORGED = frozenset(
    "bogus counterfeit doctored fabricated fake faked false forged hoax invented manipulated photoshopped satirical spoof".split()
)
#: Nouns that say how sure something is, in "in all likelihood".
_LIKELIHOODS = frozenset({"likelihood", "odds", "probability"})
#: What things do from which somebody only concludes what was done: "the pattern suggests that he crossed".
_HINTS = frozenset({"hint", "imply", "indicate", "suggest"})
#: Verbs and nouns of making sure; what they say is left open where they are denied.
_ESTABLISH = frozenset(
    "ascertain confirm confirmation corroborate establish evidence indication proof prove say sign substantiate tell verify".split()
)


def status_of_hearsay(node: Token) -> list[Cue]:
    """Give "possible" where a clause hangs on a rumour, is told by one, or stands beside one ("according to unconfirmed reports").

    What a forgery tells is denied: "a fake photograph showed her in X".
    """
    if forged := [word for t in _told_by(node) if (word := _forged(t)) is not None]:
        return [("denied", forged[0])]
    if _is_concluded(node):
        return [("possible", node)]
    return [("possible", t) for t in _told_by(node) if _is_whisper(t)][:1]


def _is_concluded(verb: Token) -> bool:
    """Whether a thing, and nobody who could say so, suggests what was done: "phone records indicate that he flew to X"."""
    if lemma_of(verb) not in _HINTS or not any(c.dep_ == "ccomp" for c in verb.children):
        return False
    return any(c.dep_ == "nsubj" and c.pos_ == "NOUN" and people_kind(lemma_of(c)) is None for c in verb.children)


def _forged(noun: Token) -> Token | None:
    """The word that calls what tells something made up: of "a fake photograph" the adjective, of "a hoax" the noun itself."""
    if people_kind(lemma_of(noun)) is not None:
        return None  # "bogus doctors", who may tell the truth
    own = noun if lemma_of(noun) in _FORGERIES else None
    return next((c for c in noun.children if c.lower_ in _FORGED and c.dep_ in ("amod", "compound")), own)


def makes_sure(node: Token) -> bool:
    """Tell whether a word is one of making sure, so that "not" before it leaves open what it says: "could not be confirmed"."""
    return lemma_of(node) in _ESTABLISH


def _told_by(node: Token) -> Iterator[Token]:
    """The nouns by which a clause is told, whatever the parse makes of them."""
    head = node.head
    if node.dep_ in ("acl", "ccomp", "relcl", "appos") and head.pos_ == "NOUN":
        yield head  # "rumours that she had gone"
    if node.dep_ == "pobj" and head.lower_ in ("about", "of") and head.head.pos_ == "NOUN":
        yield head.head  # "rumours of a trip to X"
    if node.pos_ in ("VERB", "AUX"):
        for child in node.children:
            if child.dep_ == "nsubj" and any(c.dep_ in ("ccomp", "xcomp") for c in node.children):
                yield child  # "unconfirmed reports said she had gone"
            if child.dep_ == "prep":
                yield from (o for c in (child, *child.children) for o in c.children if o.dep_ == "pobj" and _tells_how_sure(o))


def _tells_how_sure(noun: Token) -> bool:
    source = noun.head.lower_ == "to" and noun.head.i > 0 and noun.head.nbor(-1).lower_ == "according"
    return source or (noun.head.lower_ == "in" and lemma_of(noun) in _LIKELIHOODS)


def _is_whisper(noun: Token) -> bool:
    lemma = lemma_of(noun)
    if lemma in _WHISPERS or (lemma in _LIKELIHOODS and noun.dep_ == "pobj"):
        return True
    if noun.dep_ == "nsubj" and cues().get((lemma, "noun")) == "possible":
        return False  # "her hope said"
    return lemma in TALES and any(c.lower_ in _UNPROVED for c in noun.children if c.dep_ == "amod")
