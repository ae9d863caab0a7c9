"""Whom a story has told of so far, and where: the groups and vehicles that a later noun or pronoun may mean."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from geo.reading.text.stretches import beginning_in
from geo.reading.travellers.actors import is_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.reading.travellers.actors import Actor, Kind

__all__ = ["REACH", "Encounters"]

#: How far back a pronoun may reach for its noun, in characters.
REACH = 900

_at = itemgetter(0)


@dataclass(slots=True)
class Encounters:
    """The travellers met so far; what is asked of them takes no longer in a long story than in a short one."""

    _told: dict[tuple[str, Kind], list[tuple[int, Actor]]] = field(default_factory=lambda: defaultdict(list))
    _recent: dict[Actor, None] = field(default_factory=dict)
    _by_name: dict[Kind, dict[str, Actor]] = field(default_factory=lambda: defaultdict(dict))
    _articles: dict[Actor, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, actor: Actor, article: str, at: int) -> None:
        """Remember that an article tells of a traveller at an offset."""
        insort(self._told[article, actor.kind], (at, actor), key=_at)
        self._recent.pop(actor, None)
        self._recent[actor] = None
        self._by_name[actor.kind][actor.name] = actor
        self._articles[actor].add(article)

    def knows(self, actor: Actor, article: str) -> bool:
        """Tell whether an article has told of a traveller."""
        return article in self._articles[actor]

    def latest_first(self) -> Iterator[Actor]:
        """Yield the travellers, each once, the one added last first."""
        return reversed(self._recent)

    def of_kind(self, kind: Kind) -> Sequence[Actor]:
        """List the travellers of a kind, one for each name."""
        return list(self._by_name[kind].values())

    def is_alone(self, actor: Actor) -> bool:
        """Tell whether the story has met one traveller of this kind, and this is it."""
        return self._by_name[actor.kind].keys() == {actor.name}

    def before(self, kind: Kind, article: str, position: int) -> set[Actor]:
        """Return all of a kind whom an article has told of before an offset."""
        told = self._told[article, kind]
        return {actor for _, actor in told[: bisect_left(told, position, key=_at)]}

    def near(self, kind: Kind, article: str, start: int, end: int) -> Sequence[tuple[int, Actor]]:
        """Return the offsets at which an article tells of somebody of a kind, from ``start`` to before ``end``, with whom."""
        return beginning_in(self._told[article, kind], start, end - 1, _at)

    def latest(self, kind: Kind, article: str, position: int, *, one: bool = False) -> Actor | None:
        """Return whom of a kind an article named last before an offset, and near it; of vehicles perhaps ``one`` alone."""
        fitting = [(at, a) for at, a in self.near(kind, article, position - REACH, position) if not (one and is_many(a.name))]
        return max(fitting, key=_at)[1] if fitting else None

    def only(self, kind: Kind) -> Actor | None:
        """Return the one traveller of a kind, where the story has met one: "the Airbus A310" after "a hijacked plane"."""
        met = self.of_kind(kind)
        return met[0] if len(met) == 1 else None
