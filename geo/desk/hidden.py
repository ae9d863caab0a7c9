"""What must not be told of an itinerary in which somebody is protected: places, their names, and the passages that tell of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.desk.decisions import is_coarse
from geo.desk.known_places import area_of, ids_of_bearers
from geo.desk.vicinity import Vicinity
from geo.desk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from gazetteer.model import Place
    from geo.desk.decisions import Decision
    from geo.model import Itinerary, Leg, Quote

__all__ = ["Hidden", "find_hidden"]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What must not be told.

    Attributes
    ----------
    places
        The true places that are finer than what is shown, by their ids.
    areas
        What stands for each protected stop or meeting, by its id; None for one that is held back.
    wording
        Finds the names of ``places``.
    passages
        Whatever an article says of a protected stop, leg or meeting.
    vicinity
        Finds names of other places around them, in the articles that tell of them.
    """

    places: Mapping[str, Place]
    areas: Mapping[str, Place | None]
    wording: Wording
    passages: tuple[Quote, ...]
    vicinity: Vicinity

    def is_told_by(self, passage: Quote) -> bool:
        """Tell whether words of an article tell of a protected place: they name it, are said of it, or name one around it."""
        return (
            self.wording.gives_away(passage.text)
            or any(passage.overlaps(other) for other in self.passages)
            or self.vicinity.is_told(passage.text, passage.article)
        )

    def is_touched(self, leg: Leg) -> bool:
        """Tell whether a leg ends at a protected place or passes one."""
        return bool({leg.origin, leg.destination} & self.areas.keys()) or any(place.id in self.places for place in leg.via)

    def is_near(self, place: Place) -> bool:
        """Tell whether a place is one of the hidden ones, or lies in the same first-order area as one."""
        near = {(hidden.country, hidden.admin1) for hidden in self.places.values()}
        return place.id in self.places or ((place.country, place.admin1) in near and not is_coarse(place))


def find_hidden(itinerary: Itinerary, decisions: Iterable[Decision]) -> Hidden:
    """Gather what must not be told where these decisions hold."""
    hiding = [decision for decision in decisions if decision.show != "exact"]
    around = {one.element: one.place if is_coarse(one.place) else area_of(one.place) for one in hiding}
    places = {one.place.id: one.place for one in hiding if one.show == "none" or not is_coarse(one.place)}
    named = Hidden(
        places=places,
        areas={one.element: None if one.show == "none" else around[one.element] for one in hiding},
        wording=Wording(_names_of(places, itinerary), _bears_one_of(places)),
        passages=(),
        vicinity=Vicinity(),
    )
    told = replace(named, passages=tuple(_passages(itinerary, named)))
    # Also an article that only names a protected place may name another nearby.
    quotes = [claim.quote for claim in itinerary.claims if told.is_told_by(claim.quote)]
    vicinity = Vicinity(
        areas=tuple(dict.fromkeys(area for area in around.values() if area)),
        articles=frozenset(quote.article for quote in quotes),
        people=tuple(each for each in itinerary.travellers if each.name in {one.traveller for one in hiding}),
    )
    return replace(told, vicinity=vicinity)


def _passages(itinerary: Itinerary, hidden: Hidden) -> Iterator[Quote]:
    """Give the passages of the claims that a protected stop, leg or meeting stands on, or that are of a hidden place."""
    points = [element for journey in itinerary.journeys for element in journey.points if element.id in hidden.areas]
    legs = [leg for journey in itinerary.journeys for leg in journey.legs if hidden.is_touched(leg)]
    theirs = {claim for element in (*points, *legs) for claim in element.claims}
    for claim in itinerary.claims:
        places = (part.resolution.place for part in claim.places)
        if claim.id in theirs or any(place.id in hidden.places for place in places if place):
            yield claim.quote


def _names_of(places: Mapping[str, Place], itinerary: Itinerary) -> set[str]:
    """Gather every name under which the itinerary knows one of the places."""
    names = {place.name for place in places.values()}
    resolutions = [part.resolution for claim in itinerary.claims for part in claim.places]
    for found in (*resolutions, *itinerary.mentions):
        if found.place is not None and found.place.id in places:
            names |= {found.place.name, found.mention.quote.text}
    for journey in itinerary.journeys:
        names |= {element.name_in_text for element in journey.points if element.place.id in places}
    return names


def _bears_one_of(places: Mapping[str, Place]) -> Callable[[str], bool] | None:
    return (lambda name: not places.keys().isdisjoint(ids_of_bearers(name))) if places else None
