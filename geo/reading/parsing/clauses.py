"""What of a parse belongs to one clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FINITE", "below"]

#: Tags of verbs that have a subject of their own.
FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})


def below(node: Token) -> list[Token]:
    """List the tokens below a node that no other clause holds."""
    found: list[Token] = []
    for child in node.children:
        if child.dep_ in ("relcl", "ccomp", "advcl", "conj", "parataxis", "acl") and child.pos_ in ("VERB", "AUX"):
            continue
        found.append(child)
        found.extend(below(child))
    return found
