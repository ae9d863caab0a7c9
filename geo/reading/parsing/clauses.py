"""What of a parse belongs to one clause, and what stands behind the prepositions of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FINITE", "TENSED", "below", "objects_of"]

#: Tags of verbs that have a subject of their own.
FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
#: Of these and of the modal verbs that stand for them.
TENSED: Final = FINITE | {"MD"}


def below(node: Token) -> list[Token]:
    """List the tokens below a node that no other clause holds."""
    found: list[Token] = []
    for child in node.children:
        if child.dep_ in ("relcl", "ccomp", "advcl", "conj", "parataxis", "acl") and child.pos_ in ("VERB", "AUX"):
            continue
        found.append(child)
        found.extend(below(child))
    return found


def objects_of(token: Token, *prepositions: str) -> list[Token]:
    """List what stands behind any of some prepositions of a word."""
    return [
        o
        for c in token.children
        if c.dep_ in ("advmod", "prep") and c.lower_ in prepositions
        for o in c.children
        if o.dep_ == "pobj"
    ]
