"""Journeys with areas in place of protected points: no finer place, no name, no passage and no id tells where it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.desk.silence import silent_times

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.desk.hidden import Hidden
    from geo.desk.pseudonyms import Pseudonyms
    from geo.model import Journey, Leg, Meeting, Quote, Stop

__all__ = ["protected_journey"]


def protected_journey(journey: Journey, hidden: Hidden, pseudonyms: Pseudonyms) -> Journey:
    """Return a journey without what is held back; it may have no stop left."""
    stops = [_stop(stop, hidden, pseudonyms) for stop in journey.stops if hidden.areas.get(stop.id, stop.place) is not None]
    places = {stop.id: stop.place.id for stop in stops}
    legs = (_leg(leg, hidden, pseudonyms) for leg in journey.legs)
    return replace(
        journey,
        traveller=hidden.wording.without(journey.traveller),
        title="" if hidden.wording.gives_away(journey.title) else journey.title,
        stops=tuple(replace(stop, number=number) for number, stop in enumerate(stops, 1)),
        legs=tuple(leg for leg in legs if _joins_two_places(leg, places)),
        meetings=tuple(
            _meeting(meeting, hidden, pseudonyms)
            for meeting in journey.meetings
            if hidden.areas.get(meeting.id, meeting.place) is not None
        ),
    )


def _joins_two_places(leg: Leg, places: dict[str, str]) -> bool:
    return leg.origin in places and leg.destination in places and places[leg.origin] != places[leg.destination]


def _stop(stop: Stop, hidden: Hidden, pseudonyms: Pseudonyms) -> Stop:
    area = hidden.areas.get(stop.id)
    shown = replace(
        stop, id=pseudonyms.elements.get(stop.id, stop.id), claims=_claims(stop.claims, pseudonyms), cue=_cue(stop.cue, hidden)
    )
    if area is None:
        return shown
    return replace(
        shown,
        place=area,
        name_in_text="",
        arrive=silent_times(stop.arrive),
        depart=silent_times(stop.depart),
        cue=None,
        protected=True,
    )


def _meeting(meeting: Meeting, hidden: Hidden, pseudonyms: Pseudonyms) -> Meeting:
    area = hidden.areas.get(meeting.id)
    shown = replace(
        meeting,
        id=pseudonyms.elements.get(meeting.id, meeting.id),
        claims=_claims(meeting.claims, pseudonyms),
        cue=_cue(meeting.cue, hidden),
        participants=tuple(map(hidden.wording.without, meeting.participants)),
    )
    if area is None:
        return shown
    return replace(shown, place=area, name_in_text="", when=silent_times(meeting.when), cue=None, protected=True)


def _leg(leg: Leg, hidden: Hidden, pseudonyms: Pseudonyms) -> Leg:
    shown = replace(leg, claims=_claims(leg.claims, pseudonyms), cue=_cue(leg.cue, hidden))
    if leg.id not in pseudonyms.elements:
        return shown
    return replace(
        shown,
        id=pseudonyms.elements[leg.id],
        origin=pseudonyms.elements.get(leg.origin, leg.origin),
        destination=pseudonyms.elements.get(leg.destination, leg.destination),
        when=silent_times(leg.when),
        cue=None,
        via=(),
    )


def _claims(claims: Iterable[str], pseudonyms: Pseudonyms) -> tuple[str, ...]:
    return tuple(pseudonyms.claims.get(claim, claim) for claim in claims)


def _cue(cue: Quote | None, hidden: Hidden) -> Quote | None:
    return None if cue is None or hidden.wording.gives_away(cue.text) else cue
