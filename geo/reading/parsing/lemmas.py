"""The dictionary forms of words, as the parser gives them and as news wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["lemma_of"]

#: Where the model's lemma is wrong: "he hopes to" is no hop, and "having" is no verb of its own.
_LEMMAS = {
    "poised": "poise",
    "slated": "slate",
    "riding": "ride",
    "dining": "dine",
    "having": "have",
    "flies": "fly",
    "flew": "fly",
    "sped": "speed",
    "hops": "hop",
    "hop": "hop",
    "hopping": "hop",
    "hoping": "hope",
    "hopes": "hope",
    "hoped": "hope",
    "loped": "lope",
    "choppered": "chopper",
    "helicoptered": "helicopter",
    "motored": "motor",
}
#: Consonants that are doubled before -ed and -ing, where a verb that the model does not know gets a lemma like "legge".
_DOUBLED = frozenset("bdgmnprt")


def lemma_of(token: Token) -> str:
    """Give the dictionary form of a word, in lower case; plural names lose their s ("Prime Ministers")."""
    if token.tag_ == "NNPS":
        return str(token.lower_).removesuffix("s")
    lemma = str(token.lemma_).lower()
    if token.tag_[:2] == "VB" and lemma.endswith("e") and lemma[-2:-1] in _DOUBLED and lemma[-3:-2] == lemma[-2:-1]:
        return lemma[:-2]  # "legged", "dogsledded"
    return _LEMMAS.get(token.lower_, lemma)
