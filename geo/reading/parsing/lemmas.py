"""The dictionary forms of words, as the parser gives them and as news wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["lemma_of"]

#: Where the model's lemma is wrong for news: "he hopes to" is no hop.
_LEMMAS = {
    "riding": "ride",
    "dining": "dine",
    "flies": "fly",
    "flew": "fly",
    "sped": "speed",
    "hops": "hop",
    "hop": "hop",
    "hopping": "hop",
    "hoping": "hope",
    "hopes": "hope",
    "hoped": "hope",
}


def lemma_of(token: Token) -> str:
    """Give the dictionary form of a word, in lower case; plural names lose their s ("Prime Ministers")."""
    if token.tag_ == "NNPS":
        return str(token.lower_).removesuffix("s")
    return _LEMMAS.get(token.lower_, str(token.lemma_).lower())
