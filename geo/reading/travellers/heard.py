"""Where each article names whom: whom a pronoun may mean there, and whom it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from geo.reading.text.stretches import beginning_in
from geo.reading.vocabulary.person_names import may_mean

__all__ = ["Heard"]

#: So many times as often is somebody named who is the topic of an article rather than whoever was named last.
_OUTNUMBERS = 2
#: The longest title, in characters.
_TITLE = 25


@dataclass(slots=True)
class Heard:
    """Whom the articles of a story name, and at which position of the article.

    Attributes
    ----------
    told_of
        The full names of those of whom the story tells; whom it only quotes are not among them.
    """

    told_of: set[str] = field(default_factory=set)
    _all: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _first: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _counted: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def remember(self, article: str, heard: list[tuple[int, str]]) -> None:
        """Keep where an article names whom, where it first does, and each time that counts."""
        first: dict[str, int] = {}
        for at, person in heard:
            first.setdefault(person, at)
        self._all[article] = heard
        self._first[article] = [(at, person) for person, at in first.items()]
        # What the two ways of finding names found of one mention begins a title apart, and counts once.
        self._counted[article] = [
            (at, person)
            for (last, before), (at, person) in pairwise([(-_TITLE, ""), *heard])
            if person != before or at - last >= _TITLE
        ]

    def last_before(self, article: str, position: int, reach: int, pronoun: str) -> str | None:
        """Name whom a pronoun may mean of those named before a position of an article: the last, at most ``reach`` characters before it."""
        heard = beginning_in(self._all.get(article, []), position - reach, position - 1, itemgetter(0))
        return next((name for _, name in reversed(heard) if may_mean(pronoun, name)), None)

    def topic_before(self, article: str, position: int, nearest: str, pronoun: str) -> str:
        """Name the person whom an article named far more often than the nearest one before a position, else the nearest.

        Only one whom the pronoun may mean.
        """
        count = Counter(person for _, person in beginning_in(self._counted.get(article, []), 0, position - 1, itemgetter(0)))
        often = max((name for name in count if may_mean(pronoun, name)), key=count.__getitem__, default=nearest)
        return often if count[often] >= _OUTNUMBERS * count[nearest] else nearest

    def only_before(self, article: str, position: int) -> str | None:
        """Name the one person named in an article before a position; None where there is nobody or there are several.

        Whom the story only quotes is nobody of whom it tells.
        """
        before = self._first.get(article, [])
        told = [name for _, name in before[: bisect_left(before, (position,))] if name in self.told_of]
        return told[0] if len(told) == 1 else None

    def topic_of(self, article: str, position: int) -> str | None:
        """Name the one person of whom an article tells before a position, or by far the most; None where there is none."""
        before = beginning_in(self._counted.get(article, []), 0, position - 1, itemgetter(0))
        count = Counter(person for _, person in before if person in self.told_of)
        (first, often), (_, next_often), *_ = [*count.most_common(2), (None, 0), (None, 0)]
        return first if often and often >= _OUTNUMBERS * next_often else None
