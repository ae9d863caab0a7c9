"""The legs of a later reading with a person's decisions on them; a leg is known again by its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.journeys.itinerary_file.decided import Decided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.itinerary_file.decided import Element
    from geo.journeys.itinerary_file.known_again import KnownAgain
    from geo.journeys.itinerary_file.telling import Telling

__all__ = ["KeptLegs"]


class _Leg(NamedTuple):
    """A leg of the file, the journey it stands in, and the ids that its ends have now."""

    journey: Element
    decided: Decided
    ends: tuple[str, str]


class KeptLegs:
    """Lays the decisions of a file over the legs of a later reading; the parameters are those of `KeptPoints`."""

    def __init__(self, known: KnownAgain, now: Mapping[str, Element], telling: Telling) -> None:
        stops = {old.id: new.id for old, new in known.points.items() if old.role == "stops"}
        self._telling = telling
        self._old = [_leg(leg, journey, now, stops) for journey in known.old_journeys for leg in journey.get("legs", ())]
        self._read = {_ends(leg) for journey in known.new_journeys for leg in journey["legs"]}

    def merged(self, fresh: Sequence[Element], guests: Sequence[Element]) -> list[Element]:
        """Merge the legs of a journey of the later reading with those of the journeys of the file that went into it."""
        merged = [self._laid(leg) for leg in fresh]
        behind: tuple[str, str] | None = None
        for old in (leg for leg in self._old if any(leg.journey is guest for guest in guests)):
            kept = None if old.ends in self._read else self._left(old)
            if kept is not None:
                merged.insert(next((n for n, leg in enumerate(merged) if _ends(leg) == behind), -1) + 1, kept)
            if kept is not None or any(_ends(leg) == old.ends for leg in merged):
                behind = old.ends
        return merged

    def ends(self, legs: Sequence[Element]) -> set[str]:
        """Give the ids of the stops that legs need to be drawn."""
        return {end for leg in legs if not leg.get("removed") and not leg.get("untold") for end in _ends(leg)}

    def between(self, legs: Sequence[Element], stops: Sequence[Element]) -> list[Element]:
        """Set those legs aside of which an end is no stop of the journey any more."""
        there = {str(stop.get("id")) for stop in stops}
        return [leg if there.issuperset(_ends(leg)) else {**leg, "untold": True} for leg in legs]

    def _laid(self, fresh: Element) -> Element:
        old = next((leg.decided for leg in self._old if leg.ends == _ends(fresh)), None)
        if old is None:
            return fresh
        laid = old.laid_over(fresh)
        same = self._telling.stands_on_the_same(old, fresh)
        self._telling.overruled("legs", old, fresh, laid.overruled)
        self._telling.kept("legs", old, fresh, same=same)
        marks = {"removed": old.is_removed, "checked": bool(old.written.get("checked")) and same}
        return {**laid.element, **{name: True for name, held in marks.items() if held}}

    def _left(self, old: _Leg) -> Element | None:
        ends = dict(zip(("from", "to"), old.ends, strict=True))
        if old.decided.is_drawn:
            self._telling.untold("legs", old.decided, None)
            return {**old.decided.as_it_stands(), **ends}
        if old.decided.is_anything:
            self._telling.untold("legs", old.decided, None)
            return {**old.decided.left_untold(), **ends}
        return None


def _leg(leg: Element, journey: Element, now: Mapping[str, Element], stops: Mapping[str, str]) -> _Leg:
    says = next((one for one in now.get(str(journey.get("id")), {}).get("legs", ()) if one["id"] == leg.get("id")), None)
    origin, destination = _ends(leg)
    return _Leg(journey, Decided(leg, says), (stops.get(origin, origin), stops.get(destination, destination)))


def _ends(leg: Mapping[str, str]) -> tuple[str, str]:
    return str(leg["from"]), str(leg["to"])
