"""Find the verb in what makes somebody go where he did not mean to: "Fog forces ferry to return to X", "A storm forced the jet to land in Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["forced_to", "make_forced"]

#: How far behind "forces" the "to" may stand that tells to do what.
_REACH = 8
#: What stands between: whom or what is forced.
_OF_A_NOUN = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})


def forced_to(word: Token) -> Token | None:
    """Find the verb of what "forces" and "forced" make somebody do, where the parser takes the one or the other for a noun; None where it is right."""
    if word.lower_ not in ("forced", "forces") or word.i == word.sent.start or word.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return None
    end = min(word.i + _REACH, word.sent.end - 1)
    to = next((t for t in word.doc[word.i + 1 : end] if t.lower_ == "to" or t.tag_ in ("VBD", "VBZ", "MD")), None)
    if to is None or to.lower_ != "to" or to.i == word.i + 1 or not _is_of_noun(word.nbor(1)):
        return None
    verb = to.nbor(1)
    if verb.tag_ == "VB":
        if not any(t.lower_ in words_of("vehicles", "mode") for t in word.doc[word.i + 1 : to.i]):
            return None  # "the UN forces commander is to visit X"
        if verb.lower_ == "be" and verb.i + 1 < len(verb.doc) and verb.nbor(1).tag_ == "VBN":
            verb = verb.nbor(1)
        return verb if word.tag_ == "NNS" or verb.dep_ in ("acl", "advcl", "relcl") else None
    return verb if verb.tag_ == "NN" and verb.dep_ == "pobj" and verb.lower_ in words_of("verbs", "lemma") else None


def _is_of_noun(token: Token) -> bool:
    return token.pos_ in _OF_A_NOUN or token.lower_ in words_of("vehicles", "mode")


def make_forced(word: Token) -> None:
    """Make "forces" the verb of its sentence, with its subject before it, whom it forces behind it, and what they then do."""
    verb = forced_to(word)
    if verb is None:
        return
    root, subject, whom = word.sent.root, word.nbor(-1), word.nbor(1)
    to = verb.nbor(-1) if verb.nbor(-1).lower_ == "to" else verb.nbor(-2)
    while whom.i + 1 < to.i and _is_of_noun(whom.nbor(1)):
        whom = whom.nbor(1)
    before = [t for t in word.doc[word.sent.start : subject.i] if t.head.i >= subject.i]
    between = [t for t in word.doc[word.i + 1 : whom.i] if not word.i < t.head.i <= whom.i]
    behind = [t for t in (*root.children, *word.children, *to.children) if t.i > verb.i]
    if word.tag_ == "NNS":
        word.tag_ = "VBZ"
    word.head, word.dep_, word.pos_, word.lemma_ = word, "ROOT", "VERB", "force"
    subject.head, subject.dep_ = word, "nsubj"
    whom.head, whom.dep_ = word, "dobj"
    verb.head, verb.dep_ = word, "xcomp"
    if verb.tag_ == "NN":
        verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    if whom.pos_ == "VERB":
        whom.tag_, whom.pos_ = "NN", "NOUN"
    to.head, to.dep_, to.tag_, to.pos_ = verb, "aux", "TO", "PART"
    for told in before:
        told.head = subject
    for told in between:
        told.head = whom
    for told in behind:
        told.head = word if told.is_punct else verb
    if root.i not in (word.i, subject.i, whom.i, verb.i):
        root.head = whom if word.i < root.i < to.i else word
