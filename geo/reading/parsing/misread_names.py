"""Give names back that the parser takes for common words: "Starmer left Paris", "Merz heads to X", "arrived at Stansted".

A capital in the middle of a sentence makes a name of a noun. At the beginning, where every word has one, the rest of the article tells:
a word that it also has with a capital elsewhere, as in "Prime Minister Keir Starmer", and nowhere without, is a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["give_back_names"]

#: What unknown names are taken for.
_NAMELESS: Final = frozenset({"FW", "JJ", "NN", "NNS", "UH", "VB", "VBD", "VBN", "VBP"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OBJECTS: Final = frozenset({"dobj", "pobj"})
#: Words of which it is kept how a text has them, a page of names or a book of them.
_KEPT: Final = 512


def give_back_names(doc: Doc, text: str) -> Doc:
    """Mark misread names of a parse as such, in place, and return it; ``text`` is the whole article."""
    for token in doc:
        if token.is_title and token.tag_ in _NAMELESS and len(token) > 1 and _may_be_name(token) and _is_name(token, text):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
            if token.dep_ == "amod":
                token.dep_ = "nsubj" if token.head.tag_ == "VBZ" else "compound"
    return doc


def _may_be_name(token: Token) -> bool:
    """Whether a name can stand where the word does: as a subject, or as a place; also right before what may be its verb, "Lund lands in X"."""
    if token.dep_ in ("amod", "compound"):
        verb = token.head
        return bool(verb.dep_ == "ROOT" and verb.i == token.i + 1 and verb.tag_ in ("NNS", "VBZ") and token.is_sent_start)
    if any(c.dep_ in ("amod", "det", "nummod", "poss") for c in token.children):
        return False
    return token.dep_ in _SUBJECTS or (token.dep_ in _OBJECTS and token.tag_ in ("JJ", "NN") and not token.is_sent_start)


def _is_name(token: Token, text: str) -> bool:
    """Whether the text has the word with a capital in the middle of a sentence, and never without one."""
    common = (
        token.lower_ in words_of("vehicles", "mode")
        or people_kind(token.lower_) is not None
        or people_kind(token.lemma_.lower()) is not None
    )
    return not common and (not token.is_sent_start or _is_met_inside(token.text, text)) and not _is_met_small(token.text, text)


# A long text has the same name many times, and is searched for it once.


@lru_cache(_KEPT)
def _is_met_inside(word: str, text: str) -> bool:
    """Whether a text has a capitalised word where no sentence begins."""
    before = r"(?:[a-z,;]|\b[A-Z][\w’'-]*|\b(?:Capt|Dr|Gen|Gov|Mr|Mrs|Ms|Rep|Sen|Sgt)\.)"
    return re.search(rf"{before} {re.escape(word)}\b", text) is not None


@lru_cache(_KEPT)
def _is_met_small(word: str, text: str) -> bool:
    """Whether a text has a word in small letters."""
    return re.search(rf"\b{re.escape(word).lower()}\b", text) is not None
