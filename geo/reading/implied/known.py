"""What is claimed of the places of a story, and how any other place lies to them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log1p
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from gazetteer.model import Place
    from geo.model import Claim, When
    from geo.reading.frames.facts import PassageFacts

__all__ = ["Known"]

#: Places nearer to each other than this (km) are one in what is told of the others.
_SAME_KM = 1.0
#: Places nearer to a claimed one than this (km) are a part of the same stop.
_SAME_STOP_KM = 25.0
#: How many days before a story what happened then is none of it.
_LONG = 60
#: Added to how far the places of a journey lie apart (km) where that measures how far off another one is.
_SLACK_KM = 100.0


@dataclass(frozen=True, slots=True)
class Known:
    """What the claims of a story tell of its places.

    Attributes
    ----------
    places
        Those of its claims, each once.
    reach
        How far they lie apart, in km: the farthest from the one that is farthest from the first, which is found in one pass over many.
    mentions
        How often each place of the story is named, by id.
    since
        The first day of its movements of which a day is told, but for those of earlier trips, else that of the first article; None where neither is known.
    """

    places: tuple[Place, ...]
    reach: float
    mentions: Mapping[str, int]
    since: date | None = None
    _around: dict[str, dict[str, float]] = field(default_factory=dict)
    _held: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Sequence[PassageFacts], claims: Sequence[Claim]) -> Known:
        """Gather it from the passages of a story and its claims."""
        by_id = {p.id: p for c in claims for r in c.places if (p := r.resolution.place) is not None}
        places = tuple(by_id.values())
        end = max(places, key=lambda p: p.km_to(places[0]), default=None)
        reach = max(end.km_to(p) for p in places) if end is not None else 0.0
        named = Counter(r.place.id for f in facts for i, r in f.places.items() if i in f.member_of and r.place is not None)
        days = [
            c.when.start for c in claims if c.act in MOVEMENTS and c.when is not None and not c.when.yearless and not c.background
        ]
        days = days or [f.passage.article.published for f in facts if f.passage.article.published is not None]
        return cls(places, reach, named, min(days, default=None))

    def is_long_before(self, when: When) -> bool:
        """Tell whether a time is over long before the story begins."""
        return self.since is not None and not when.yearless and (self.since - when.end).days > _LONG

    def holds(self, place: Place) -> bool:
        """Tell whether a claim holds the place, or one so near that both are one stop."""
        if place.id not in self._held:
            self._held[place.id] = any(place.km_to(other) <= _SAME_STOP_KM for other in self.places)
        return self._held[place.id]

    def around(self, place: Place) -> dict[str, float]:
        """Measure how a place lies to the others that are claimed, as cues."""
        if place.id not in self._around:
            self._around[place.id] = self._measure(place)
        return self._around[place.id]

    def _measure(self, place: Place) -> dict[str, float]:
        others = [(p, km) for p in self.places if (km := place.km_to(p)) > _SAME_KM]
        if not others:
            return {}
        nearest = min(km for _, km in others)
        return {
            "far from the others": log1p(nearest) / 10,
            "within their reach": float(nearest <= self.reach),
            "beyond their reach": min(nearest / (self.reach + _SLACK_KM), 3.0) / 3,
            "in a country of theirs": float(any(p.country == place.country for p, _ in others)),
        }
