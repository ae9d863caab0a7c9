"""What is decided of each stop and meeting before anything is drawn: shown as it is, as its area, or not at all; and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.desk.rules import rule_for
from geo.desk.whereabouts import is_under_way, telling_elements
from geo.model import Traveller

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from gazetteer.model import Place
    from geo.desk.model import Safety, Show
    from geo.desk.rules import Rule
    from geo.model import Itinerary, Journey, Meeting, Stop

__all__ = ["Decision", "decide", "is_coarse"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided of one element.

    Attributes
    ----------
    element
        The id of the stop or meeting.
    journey
        The id of its journey.
    traveller
        Who is protected.
    place
        Its true place.
    show
        How exactly it is published.
    rule
        The rule's name; ``""`` for a decision of an editor's.
    why
        In words that follow "because".
    by
        The editor who decided otherwise than the rule, or ``""``.
    """

    element: str
    journey: str
    traveller: str
    place: Place
    show: Show
    rule: str
    why: str
    by: str = ""


def is_coarse(place: Place) -> bool:
    """Tell whether a place is no finer than a first-order area: a country, a state, a region of several, a sea."""
    kind = place.kind
    return kind.is_country or kind.code == "ADM1" or bool(place.members) or (place.is_area and not place.country)


def decide(itinerary: Itinerary, now: date | None, rules: tuple[Rule, ...]) -> list[Decision]:
    """Decide on every stop and meeting that a rule protects or an editor has decided on, in the order of the itinerary.

    Whoever else is at a protected place is shown as exactly as the protected: their point would be the same.
    """
    travellers = {traveller.name: traveller for traveller in itinerary.travellers}
    found = [decision for journey in itinerary.journeys for decision in _of_journey(journey, itinerary, travellers, now, rules)]
    return [*found, *_same_places(itinerary, {decision.element: decision for decision in found})]


def _of_journey(
    journey: Journey, itinerary: Itinerary, travellers: Mapping[str, Traveller], now: date | None, rules: tuple[Rule, ...]
) -> Iterator[Decision]:
    rule = rule_for(travellers.get(journey.traveller) or Traveller(journey.traveller, "group"), rules)
    rule = None if rule and rule.only_under_way and not is_under_way(journey) else rule
    telling = telling_elements(journey, itinerary, now, undated_is_now=rule.undated == "now") if rule else set()
    for element in journey.points:
        ruled = rule if element.id in telling else None
        decision = _decision(journey, element, ruled, element.safety or journey.safety)
        if decision is not None:
            yield decision


def _decision(journey: Journey, element: Stop | Meeting, rule: Rule | None, safety: Safety | None) -> Decision | None:
    show, why, by = (
        (safety.show, safety.reason, safety.by) if safety else (rule.show, rule.why, "") if rule else ("exact", "", "")
    )
    if rule is None and show == "exact":
        return None
    return Decision(element.id, journey.id, journey.traveller, element.place, show, rule.name if rule else "", why, by)


def _same_places(itinerary: Itinerary, decided: Mapping[str, Decision]) -> Iterator[Decision]:
    hidden = {one.place.id: one for one in decided.values() if one.show != "exact" and not is_coarse(one.place)}
    for journey in itinerary.journeys:
        for element in journey.points:
            other = hidden.get(element.place.id)
            if other is not None and element.id not in decided and not (element.safety and element.safety.show == "exact"):
                why = f"{other.traveller} is protected there"
                yield Decision(element.id, journey.id, journey.traveller, element.place, "area", other.rule, why)
