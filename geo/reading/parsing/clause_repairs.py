"""Give a verb of a parse its subject, its clause or its end back where the parser hangs them on a neighbour of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.reading.parsing.clauses import FINITE, TENSED
from geo.reading.vocabulary.prepositions import WHENCE_OR_WHITHER

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["free_time", "give_subject", "move_end"]

_SUBJECTS: Final = frozenset({"attr", "csubj", "expl", "nsubj", "nsubjpass"})
#: Labels of what does nothing.
_NO_ACTORS: Final = frozenset({"DATE", "FAC", "GPE", "LOC", "TIME"})
_TIMES: Final = frozenset({"DATE", "TIME"})
#: Clauses that say what somebody goes somewhere for.
_PURPOSES: Final = frozenset({"advcl", "conj", "relcl", "xcomp"})


def give_subject(verb: Token) -> None:
    """Give a verb without a subject the last names of a phrase before it: "From X, Lund and Berg flew to Y" is not from X, Lund and Berg."""
    if _right_opening(verb):
        return
    _right_aside(verb)
    helped = any(c.tag_ == "MD" or (c.tag_ in FINITE and c.dep_ == "aux") for c in verb.children)
    if (verb.tag_ not in FINITE and not helped) or any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    phrase = next((c for c in verb.lefts if c.dep_ == "prep" and c.left_edge.is_sent_start), None)
    swallowed = [t for t in phrase.subtree if t.dep_ in ("appos", "conj", "dep")] if phrase is not None else []
    for name in swallowed:
        if name.dep_ == "dep" and name.pos_ == "NOUN":  # "By nightfall the column, led by a boy, had reached X"
            name.head, name.dep_ = verb, "nsubj"
            return
        if name.dep_ != "dep" and name.doc[name.left_edge.i - 1].text == "," and name.ent_type_ not in _NO_ACTORS:
            name.head, name.dep_ = verb, "nsubj"
            return


def _right_aside(verb: Token) -> None:
    """Make the name that opens a sentence its subject though an aside parts it from the verb: "Lund, after a long flight, is due in X"."""
    name = next((c for c in verb.lefts if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and c.left_edge.is_sent_start), None)
    if name is None or name.ent_type_ in _NO_ACTORS or name.doc[name.right_edge.i + 1].text != ",":
        return
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    finite = any(t.tag_ in TENSED for t in (verb, *auxiliaries))
    if finite and not any(c.dep_ in _SUBJECTS for c in verb.children):
        name.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in auxiliaries) else "nsubj"


def free_time(verb: Token) -> None:
    """Take a time for none who does something: "sailed on Monday, and after four days came to X", "slept at X and next morning rode to Y"."""
    if (
        verb.dep_ != "conj"
        or verb.tag_ not in ("VBD", "VBN")
        or any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in verb.children)
    ):
        return
    shared = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.head.children)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if shared and len(subjects) == 1 and (subjects[0].ent_type_ in _TIMES or subjects[0].pos_ == "NUM"):
        subjects[0].dep_ = "npadvmod"


def _right_opening(verb: Token) -> bool:
    """Set a sentence right of which the parser takes the phrase that it opens with for all, and tell whether it was one: "From X, Lund and two friends cycled to Y"."""
    name = verb.head
    first = name
    while first.dep_ == "conj":
        first = first.head
    phrase = first.head
    whole = verb.dep_ == "acl" and first.dep_ == "pobj" and phrase.dep_ == "ROOT" and phrase.is_sent_start
    if not whole or verb.tag_ not in ("VBD", "VBN"):
        return False
    chain = [t for t in phrase.subtree if t.dep_ == "conj" and t.doc[t.left_edge.i - 1].text == ","]
    if not chain or not (chain[0].i == name.i or chain[0].is_ancestor(name)):
        return False
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    phrase.head, phrase.dep_ = verb, "prep"
    chain[0].head, chain[0].dep_ = verb, "nsubj"
    return True


def move_end(to: Token) -> None:
    """Hang a second end on the verb of going whose purpose stands between: "will travel to X to attend a summit and then to Y"."""
    doc, verb = to.doc, to.head
    before = doc[to.i - 1] if to.i else to
    own = before.dep_ == "prt" and before.head.i == verb.i  # "will go on to X"
    if own or before.lower_ not in ("and", "then", "on", ",") or verb.tag_ not in ("VB", "VBG") or to.i < verb.i:
        return
    while verb.dep_ in _PURPOSES and verb.head.pos_ == "VERB":
        verb = verb.head
        first = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in WHENCE_OR_WHITHER and c.i < to.head.i), None)
        if first is not None:
            to.head, to.dep_ = first, "conj"
            return
