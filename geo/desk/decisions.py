"""What is decided of each stop and meeting before anything is drawn: shown as it is, as its area, or not at all; and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.desk.rules import rule_for
from geo.desk.whereabouts import is_under_way, telling_elements
from geo.desk.wording import Wording
from geo.model import Traveller

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from gazetteer.model import Place
    from geo.desk.model import Safety, Show
    from geo.desk.rules import Rule
    from geo.model import Itinerary, Journey, Meeting, Stop, Withheld

__all__ = ["Decision", "decide", "is_coarse"]

#: Places as near as this, in km, are one spot, whatever gazetteer or editor they come from.
_ONE_SPOT = 2.0


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided of one element.

    Attributes
    ----------
    element
        The id of the stop or meeting.
    journey
        The id of its journey; ``""`` of what is withheld, and no stop.
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
    """Decide on every stop and meeting that a rule protects or an editor has decided on, in the order of the itinerary, then on what is withheld.

    Whoever else is at a protected place, or at one on its spot or of its name, is shown no more exactly: their point would be as good.
    """
    travellers = {traveller.name: traveller for traveller in itinerary.travellers}
    found = [decision for journey in itinerary.journeys for decision in _of_journey(journey, itinerary, travellers, now, rules)]
    found += [_of_withheld(one) for one in itinerary.withheld]
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


def _of_withheld(withheld: Withheld) -> Decision:
    safety = withheld.safety
    return Decision(withheld.element, "", withheld.traveller, withheld.place, safety.show, "", safety.reason, safety.by)


def _decision(journey: Journey, element: Stop | Meeting, rule: Rule | None, safety: Safety | None) -> Decision | None:
    show, why, by = (
        (safety.show, safety.reason, safety.by) if safety else (rule.show, rule.why, "") if rule else ("exact", "", "")
    )
    if rule is None and show == "exact":
        return None
    return Decision(element.id, journey.id, journey.traveller, element.place, show, rule.name if rule else "", why, by)


def _same_places(itinerary: Itinerary, decided: Mapping[str, Decision]) -> Iterator[Decision]:
    hidden = [one for one in decided.values() if one.show != "exact" and not is_coarse(one.place)]
    for journey in itinerary.journeys:
        for element in journey.points:
            other = next((one for one in hidden if _is_one_spot(element.place, one.place)), None)
            if other is not None and element.id not in decided and not (element.safety and element.safety.show == "exact"):
                why = f"{other.traveller} is protected there"
                yield Decision(element.id, journey.id, journey.traveller, element.place, "area", other.rule, why)


def _is_one_spot(place: Place, hidden: Place) -> bool:
    """Tell whether a place is a hidden one, stands on the same spot, or bears its name ("Aleppo Airport")."""
    if place.id == hidden.id:
        return True
    near = distance_km(place.lat, place.lon, hidden.lat, hidden.lon) <= _ONE_SPOT
    return not is_coarse(place) and (near or Wording([hidden.name]).gives_away(place.name))
