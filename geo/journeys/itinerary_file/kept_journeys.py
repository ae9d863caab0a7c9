"""Journeys of a later reading with a person's decisions on them, on their stops, legs and meetings."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, cast

from geo.journeys.itinerary_file.decided import Decided, Element
from geo.journeys.itinerary_file.kept_points import KeptPoints
from geo.journeys.itinerary_file.read_mark import read_mark
from geo.journeys.itinerary_file.safety import is_strict, strictest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.itinerary_file.known_again import KnownAgain
    from geo.journeys.itinerary_file.telling import Telling

__all__ = ["KeptJourneys"]


class KeptJourneys:
    """Lays the decisions of a file over the journeys of a later reading.

    Parameters
    ----------
    known
        What of the file the later reading knows again.
    says
        The document that the file's itinerary would be written as.
    telling
        Takes what became of each decision.
    """

    def __init__(self, known: KnownAgain, says: Mapping[str, Any], telling: Telling) -> None:
        self._known = known
        self._telling = telling
        titles = {journey.get("id"): journey.get("title", "") for journey in known.old_journeys}
        self._now = {journey["id"]: _titled(journey, titles[journey["id"]]) for journey in says["journeys"]}
        self._partner = {id(new): old for old, new in known.journeys}
        self._points = KeptPoints(known, self._now, telling)

    def merged(self) -> list[Element]:
        """Give the merged journeys: those of the later reading, then what a person decided of others."""
        old, new = self._known.old_journeys, self._known.new_journeys
        homes = {id(one): self._home(one, new) for one in old}
        read = [self._read(journey, [one for one in old if homes[id(one)] is journey]) for journey in new]
        taken = {str(journey["id"]) for journey in new}
        left = (self._left(journey) for journey in old if homes[id(journey)] is None)
        return read + [_with_own_id(journey, taken) for journey in left if journey is not None]

    def new_ids(self) -> dict[str, str]:
        """Give for each old journey's id that of the journey that it is now."""
        return {str(old.get("id", "")): str(new["id"]) for old, new in self._known.journeys}

    def _home(self, old: Element, new: Sequence[Element]) -> Element | None:
        """Find the journey into which what no article tells of an old one goes: the one that it is now, else the one that took most of it up."""
        partner = next((other for one, other in self._known.journeys if one is old), None)
        if partner is not None:
            return partner
        best = max(new, key=lambda other: self._known.votes(old, other), default=None)
        return best if best is not None and self._known.votes(old, best) else None

    def _read(self, fresh: Element, guests: Sequence[Element]) -> Element:
        """Merge a journey of the later reading with those of the file that went into it."""
        partner = self._partner.get(id(fresh))
        laid, marks = fresh, Element()
        sources = [one for one in self._known.old_journeys if self._known.votes(one, fresh)]
        if partner is not None:
            decided = Decided(partner, self._now.get(partner.get("id")))
            over = decided.laid_over(fresh)
            laid = over.element
            self._telling.overruled("journey", decided, fresh, over.overruled)
        if sources and all(one.get("removed") for one in sources):
            marks["removed"] = True
            self._telling.journey_removed(fresh, sources, self._known)
        safety = self._safety(fresh, partner, sources)
        if safety:
            marks["safety"] = safety
        lists = self._points.merged(fresh, guests, removed="removed" in marks, safety=safety)
        head = {name: value for name, value in laid.items() if name not in lists}
        return {**head, **marks, **lists}

    def _safety(self, fresh: Element, partner: Element | None, sources: Sequence[Element]) -> Element | None:
        """Choose the decision that holds for a whole journey; leave to show it holds only where all of it was allowed."""
        if not sources and partner is None:
            same = [one for one in self._known.old_journeys if one["traveller"] == fresh["traveller"]]
            hidden = [one["safety"] for one in same if is_strict(one.get("safety"))]
            if hidden and len(hidden) == len(same):
                self._telling.journey_hidden(fresh, strictest(hidden))
                return strictest(hidden)
            return None
        given = [one.get("safety") for one in sources] or [(partner or {}).get("safety")]
        own = (partner or {}).get("safety")
        if is_strict(own) or (own and all(one and one["show"] == "exact" for one in given)):
            return cast("Element", own)
        strict = [one for one in given if is_strict(one)]
        return strictest(strict) if strict and len(strict) == len(given) else None

    def _left(self, old: Element) -> Element | None:
        """Keep of a journey that no article tells any more what a person decided of it."""
        decided = Decided(old, self._now.get(old.get("id")))
        if decided.is_removed or old.get("untold"):
            self._telling.untold("journey", decided, None)
            return {**decided.written, "untold": True}
        if decided.is_added:
            return decided.as_it_stands()
        lists = self._points.left(old)
        drawn = any(not stop.get("removed") and not stop.get("untold") for stop in lists["stops"])
        if not decided.is_anything and not any(lists.values()):
            return None
        if drawn:
            return {**{name: value for name, value in decided.as_it_stands().items() if name not in lists}, **lists}
        self._telling.untold("journey", decided, None)
        # Whoever takes the mark away finds the journey whole, unless only something in it was decided.
        return {**decided.written, **({} if decided.is_anything else lists), "untold": True}


def _titled(journey: Element, title: str) -> Element:
    """Give a journey the title that stands in the file: one that was only made anew, without what was removed, is no person's."""
    titled = {**journey, "title": title}
    return {**titled, "read": read_mark(titled, watched=True)}


def _with_own_id(journey: Element, taken: set[str]) -> Element:
    """Give a journey another id where the later reading gave its own to another."""
    identity = str(journey.get("id", ""))
    while identity in taken:
        made = hashlib.sha256(f"{identity} {journey['traveller']}".encode()).hexdigest()[:8]
        identity = f"desk:{made}"
    taken.add(identity)
    return {**journey, "id": identity} if identity else journey
