"""Gathers what is to be told of a person's decisions after a later reading: nothing is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from geo.journeys.itinerary_file.carried import Carried
from geo.journeys.itinerary_file.desk_values import safety_of
from geo.journeys.itinerary_file.safety import is_strict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.journeys.itinerary_file.carried import CarriedRole
    from geo.journeys.itinerary_file.decided import Decided, Element
    from geo.journeys.itinerary_file.known_again import KnownAgain, Point

__all__ = ["Telling"]


class Telling:
    """Gathers what became of each decision.

    Parameters
    ----------
    old, new
        The documents of the file and of the later reading.
    tell
        Called with what became of each decision that did not simply stay as it was.
    """

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any], tell: Callable[[Carried], object]) -> None:
        self._old = {claim["id"]: claim["quote"]["text"] for claim in old.get("claims", ())}
        self._new = {claim["id"]: claim["quote"]["text"] for claim in new["claims"]}
        self._names = {
            stop.get("id"): stop["place"]["name"]
            for document in (new, old)
            for journey in document.get("journeys", ())
            for stop in journey.get("stops", ())
        }
        self._tell = tell

    def stands_on_the_same(self, decided: Decided, fresh: Element) -> bool:
        """Tell whether an element stands on the same passages as before, and these were read in the same way."""
        if "quote" in fresh:
            return decided.stands_on_the_same(fresh, [decided.written["quote"]["text"]], [fresh["quote"]["text"]])
        before = [self._old.get(claim, "") for claim in decided.written.get("claims", ())]
        return decided.stands_on_the_same(fresh, before, [self._new[claim] for claim in fresh.get("claims", ())])

    def point_kept(self, point: Point, former: Point, decided: Decided, *, same: bool) -> None:
        """Tell what became of the marks of a point that the reading knows again."""
        self.kept(point.role, decided, point.element, same=same, removed=former.is_removed, safety=former.safety)

    def kept(
        self,
        role: str,
        decided: Decided,
        fresh: Element,
        *,
        same: bool,
        removed: bool | None = None,
        safety: Element | None = None,
    ) -> None:
        """Tell what became of the marks of an element that the reading knows again: told only where what it stands on changed."""
        gone = decided.is_removed if removed is None else removed
        if same:
            return
        told: dict[str, Any] = {"told": fresh.get("status", ""), "before": decided.written.get("status", "")}
        if gone:
            self._say(role, decided.written, "removed", "kept", fresh, **told)
        if safety is not None:
            self._say(role, decided.written, "safety", "kept", fresh, safety=safety, **told)
        if decided.written.get("checked") and not gone:
            self._say(role, decided.written, "checked", "fell", fresh, **told)

    def overruled(self, role: str, decided: Decided, fresh: Element, fields: Sequence[str]) -> None:
        """Tell of each corrected field what the reading says now."""
        for name in fields:
            value = _words(decided.written.get(name))
            self._say(role, decided.written, "corrected", "kept", fresh, field=name, value=value, told=_words(fresh.get(name)))

    def added(self, point: Point, decided: Decided) -> None:
        """Tell that an article now tells of what a person had put in."""
        self._say(point.role, decided.written, "added", "kept", point.element, told=point.element.get("status", ""))

    def also_removed(self, point: Point) -> None:
        """Tell that one more stop was taken out."""
        self._say(point.role, point.element, "removed", "also", point.element, told=point.element["status"])

    def also_hidden(self, point: Point, safety: Element) -> None:
        """Tell that one more stop was hidden."""
        self._say(point.role, point.element, "safety", "also", point.element, safety=safety, told=point.element["status"])

    def journey_removed(self, fresh: Element, sources: Sequence[Element], known: KnownAgain) -> None:
        """Tell of a removed journey where it is told to have gone elsewhere too."""
        new = [point for point in known.new if point.journey is fresh and point not in known.former]
        if new:
            names = ", ".join(dict.fromkeys(str(point.element["place"]["name"]) for point in new))
            claims = [claim for point in new for claim in point.element.get("claims", ())]
            self._say("journey", sources[0], "removed", "kept", {"claims": claims}, told=names)

    def journey_hidden(self, fresh: Element, safety: Mapping[str, Any] | None) -> None:
        """Tell that one more journey of a traveller was hidden."""
        self._say("journey", fresh, "safety", "also", {}, safety=safety)

    def untold(self, role: str, decided: Decided, safety: Element | None) -> None:
        """Tell, once, that no article tells any more of what a person decided on; of what stays drawn as it was corrected, each time."""
        if decided.written.get("untold") or (decided.is_added and not decided.is_removed):
            return
        kind = (
            "safety"
            if is_strict(safety)
            else "removed"
            if decided.is_removed
            else "corrected"
            if decided.is_corrected
            else "safety"
            if safety
            else "note"
            if decided.written.get("note")
            else ""
        )
        if kind:
            self._say(role, decided.written, kind, "untold", {}, safety=safety)

    def gone(self, role: str, decided: Decided) -> None:
        """Tell that what a person had checked is told no more."""
        if decided.written.get("checked"):
            self._say(role, decided.written, "checked", "untold", {})

    def _say(self, role: str, element: Element, decision: Any, outcome: Any, fresh: Mapping[str, Any], **told: Any) -> None:
        safety = safety_of({"safety": told.pop("safety", None)})
        claims = tuple(fresh.get("claims", ()))
        self._tell(
            Carried(
                cast("CarriedRole", role.removesuffix("s")),
                self._name(element),
                decision,
                outcome,
                safety=safety,
                claims=claims,
                **told,
            )
        )

    def _name(self, element: Element) -> str:
        if "place" in element and "quote" not in element:
            return str(element["place"]["name"])
        if "from" in element:
            return " – ".join(str(self._names.get(element[end], element[end])) for end in ("from", "to"))
        if "quote" in element:
            return str(element["quote"]["text"])
        return str(
            element.get("about")
            or element.get("text")
            or element.get("name")
            or element.get("traveller")
            or element.get("title", "")
        )


def _words(value: Any) -> str:
    """Say in words what stands in a field: a place by its name, times by their dates."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("date") or "")
    return " or ".join(filter(None, map(_words, value))) if isinstance(value, list) else str(value or "")
