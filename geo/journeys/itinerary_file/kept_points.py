"""The stops, legs and meetings of a later reading with a person's decisions on them; and what of theirs no article tells any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.itinerary_file.decided import Decided
from geo.journeys.itinerary_file.kept_legs import KeptLegs
from geo.journeys.itinerary_file.safety import is_strict, strictest, strictness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from geo.journeys.itinerary_file.decided import Element
    from geo.journeys.itinerary_file.known_again import KnownAgain, Point
    from geo.journeys.itinerary_file.telling import Telling

__all__ = ["KeptPoints"]

_ROLES = ("stops", "meetings")


class KeptPoints:
    """Lays the decisions of a file over the stops, legs and meetings of a later reading.

    Parameters
    ----------
    known
        What of the file the later reading knows again.
    now
        The journeys that the file's itinerary would be written with, by their ids.
    telling
        Takes what became of each decision.
    """

    def __init__(self, known: KnownAgain, now: Mapping[str, Element], telling: Telling) -> None:
        self._known = known
        self._now = now
        self._telling = telling
        self._legs = KeptLegs(known, now, telling)

    def merged(
        self, fresh: Element, guests: Sequence[Element], *, removed: bool, safety: Element | None
    ) -> dict[str, list[Element]]:
        """Merge the lists of a journey; ``guests`` are the journeys of the file that went into it, of which ``removed`` and ``safety`` went with it."""
        lists: dict[str, list[Element]] = {}
        for role in _ROLES:
            new = [point for point in self._known.new if point.journey is fresh and point.role == role]
            lists[role] = [self._laid(point, removed=removed, safety=safety) for point in new]
        lists["legs"] = self._legs.merged(fresh["legs"], guests)
        needed = self._legs.ends(lists["legs"])
        for journey in guests:
            for role in _ROLES:
                self._insert(lists[role], journey, role, needed, removed=removed)
        lists["legs"] = self._legs.between(lists["legs"], lists["stops"])
        return {name: lists[name] for name in ("stops", "legs", "meetings")}

    def left(self, old: Element) -> dict[str, list[Element]]:
        """Give what a person decided in a journey that no article tells any more."""
        legs = self._legs.merged([], [old])
        lists: dict[str, list[Element]] = {"stops": [], "legs": legs, "meetings": []}
        for role in _ROLES:
            self._insert(lists[role], old, role, self._legs.ends(legs), removed=False)
        return {**lists, "legs": self._legs.between(legs, lists["stops"])}

    def decided(self, point: Point) -> Decided:
        """Give an old point with what it says now."""
        journey = self._now.get(str(point.journey.get("id")), {})
        return Decided(point.element, next((one for one in journey.get(point.role, ()) if one["id"] == point.id), None))

    def _laid(self, point: Point, *, removed: bool, safety: Element | None) -> Element:
        """Lay over one point of the later reading what was decided of it, or of all that the file has of its traveller at its place."""
        former = self._known.former.get(point)
        if former is None:
            return self._also(point, point.element, removed=removed, safety=safety)
        decided = self.decided(former)
        laid = decided.laid_over(point.element)
        element, same = laid.element, self._telling.stands_on_the_same(decided, point.element)
        own = former.element.get("safety") or (former.safety if former.safety != safety else None)
        if own and strictness(own) >= strictness(safety):
            element = {**element, "safety": own}
        if former.is_removed and not removed:
            element = {**element, "removed": True}
        elif decided.is_added:
            self._telling.added(point, decided)
        else:
            self._telling.overruled(point.role, decided, point.element, laid.overruled)
        if decided.written.get("checked") and same:
            element = {**element, "checked": True}
        self._telling.point_kept(point, former, decided, same=same)
        return self._also(point, element, removed=removed, safety=safety)

    def _also(self, point: Point, element: Element, *, removed: bool, safety: Element | None) -> Element:
        """Take out, or hide, one more point where the file did so with all, or any, that it has of the traveller there."""
        is_new = point not in self._known.former
        if is_new and not removed and self._all_removed(point):
            self._telling.also_removed(point)
            element = {**element, "removed": True}
        hidden = strictest([one.safety for one in self._known.old if self._hides(one, point, is_new=is_new)])
        given = element.get("safety") or safety
        if hidden is not None and strictness(hidden) > strictness(given):
            self._telling.also_hidden(point, hidden)
            element = {**element, "safety": hidden}
        return element

    def _all_removed(self, point: Point) -> bool:
        others = [one for one in self._known.old if one.role == point.role]
        if not any(one.is_removed for one in others):
            return False
        there = [one for one in others if (likeness := self._known.likeness(one, point))[0] and likeness[1] == 2]
        return bool(there) and all(one.is_removed for one in there)

    def _hides(self, old: Point, point: Point, *, is_new: bool) -> bool:
        """Tell whether what was hidden would come to light at a point: it is told once more, of another traveller, or by its region."""
        if not is_strict(old.safety):
            return False
        travellers, places = self._known.likeness(old, point)
        if old in self._known.points:
            return is_new and travellers > 0 and places == 2
        if is_new:
            return places == 2 or (travellers > 0 and (places > 0 or self._known.shared(old, point) > 0))
        return places == 2 and not old.element.get("untold")

    def _insert(self, merged: list[Element], journey: Element, role: str, needed: AbstractSet[str], *, removed: bool) -> None:
        """Put what no article tells any more, and a person decided on, behind what it stood behind."""
        behind = ""
        for old in (point for point in self._known.old if point.journey is journey and point.role == role):
            new = self._known.points.get(old)
            # What was hidden stays so under its old name too, where it goes by another now.
            shown = new is not None and not (is_strict(old.safety) and self._known.likeness(old, new)[1] < 2)
            kept = None if shown else self._left(old, needed, removed=removed)
            if kept is not None:
                place = next((index for index, other in enumerate(merged) if other.get("id") == behind), -1) + 1
                merged.insert(place, kept)
                behind = old.id
            if new is not None:
                behind = new.id if any(other.get("id") == new.id for other in merged) else behind

    def _left(self, old: Point, needed: AbstractSet[str], *, removed: bool) -> Element | None:
        """Keep what a person decided of a point that no article tells any more; with a journey that is ``removed`` goes what it was decided of alone."""
        decided = self.decided(old)
        if not decided.is_anything and old.is_removed and removed:
            return None
        hidden = {"safety": old.safety} if is_strict(old.safety) else {}
        if not old.is_removed and (decided.is_drawn or old.id in needed):
            if decided.is_corrected:
                self._telling.untold(old.role, decided, None)
            return {**decided.as_it_stands(), **hidden}
        if old.is_removed or hidden or decided.is_anything:
            self._telling.untold(old.role, decided, old.safety)
            return {**decided.left_untold(), **hidden, **({"removed": True} if old.is_removed else {})}
        self._telling.gone(old.role, decided)
        return None
