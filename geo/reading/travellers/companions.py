"""Find whom a traveller met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.travellers.subjects import with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["find_companions"]


def find_companions(predicate: Predicate) -> Iterator[Token]:
    """Yield whom the traveller met: the object of "meet", the partner after "with", the agent of "was met by"."""
    held = [c for c in predicate.token.children if c.dep_ == "dobj" and predicate.object != "companion"]  # "held talks with X"
    for node in {t.i: t for t in (predicate.token, predicate.clause, *held)}.values():
        for child in node.children:
            if child.dep_ in ("dobj", "obj") and predicate.object == "companion":
                yield from with_conjuncts(child)
            elif child.dep_ == "nsubjpass":
                yield from _agents(node)
            elif child.dep_ == "prep" and child.lower_ in ("with", "between"):
                for target in child.children:
                    if target.dep_ == "pobj":
                        yield from with_conjuncts(target)


def _agents(node: Token) -> Iterator[Token]:
    """Whoever a passive names behind "by", wherever the parse hangs it: "was met at a station in Russia by officials"."""
    for word in node.subtree:
        if word.lower_ == "by" and word.i > node.i:
            yield from (t for c in word.children if c.dep_ == "pobj" for t in with_conjuncts(c))
