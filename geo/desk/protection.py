"""People's safety, applied before anything is drawn: protected places become areas or go, and nothing else gives them away.

Of a protected element no passage is published, nor any text that names its place, nor where its passages stand, nor an id that
was made from the place. Its legs end at the area, and routes are found for them anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.desk.decisions import is_coarse
from geo.desk.wording import Wording
from geo.model import Quote
from geo.passages import long_enough, mention_passage

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from gazetteer.model import Place
    from geo.desk.decisions import Decision
    from geo.model import Article, Claim, Conflict, Itinerary, Journey, Leg, Meeting, Resolution, Source, Stop, When

__all__ = ["NO_QUOTE", "Protection", "protect"]

#: Stands where words of an article stood.
NO_QUOTE = Quote("", 0, 0, "")


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected itinerary, the words that would give its places away, and the area that stands for each protected element (None: it is held back)."""

    itinerary: Itinerary
    wording: Wording
    areas: Mapping[str, Place | None]


def protect(
    itinerary: Itinerary,
    decisions: Iterable[Decision],
    area_of: Callable[[Place], Place | None],
    bearers_of: Callable[[str], Collection[str]],
) -> Protection:
    """Put areas in place of protected points, and take out whatever gives them away.

    Parameters
    ----------
    itinerary
        The desk's.
    decisions
        What `geo.desk.decisions.decide` decided; those to show exactly change nothing.
    area_of
        Finds the first-order area of a place, or its country; where there is neither the place is held back.
    bearers_of
        Finds the ids of the places that bear a name, so that a place is known by names that the story does not use of it.
    """
    hiding = [decision for decision in decisions if decision.show != "exact"]
    areas = {
        one.element: None if one.show == "none" else one.place if is_coarse(one.place) else area_of(one.place) for one in hiding
    }
    hidden = {one.place.id: one.place for one in hiding if one.show == "none" or not is_coarse(one.place)}
    wording = Wording(
        _names_of(hidden, itinerary), (lambda name: not hidden.keys().isdisjoint(bearers_of(name))) if hidden else None
    )
    if not hiding:
        return Protection(itinerary, wording, areas)
    return Protection(_Protector(itinerary, hidden, wording, areas).itinerary(), wording, areas)


def _names_of(hidden: Mapping[str, Place], itinerary: Itinerary) -> set[str]:
    """Gather every name under which the itinerary knows one of the places."""
    names = {place.name for place in hidden.values()}
    resolutions = [part.resolution for claim in itinerary.claims for part in claim.places]
    for found in (*resolutions, *itinerary.mentions):
        if found.place is not None and found.place.id in hidden:
            names |= {found.place.name, found.mention.quote.text}
    for journey in itinerary.journeys:
        names |= {element.name_in_text for element in journey.points if element.place.id in hidden}
    return names


class _Protector:
    def __init__(
        self, itinerary: Itinerary, hidden: Mapping[str, Place], wording: Wording, areas: Mapping[str, Place | None]
    ) -> None:
        self._whole = itinerary
        self._hidden = hidden
        self._wording = wording
        self._areas = areas
        self._near = {(place.country, place.admin1) for place in hidden.values()}
        elements = [element for journey in itinerary.journeys for element in journey.points]
        silenced = {claim for element in elements if element.id in areas for claim in element.claims}
        silenced |= {
            claim for journey in itinerary.journeys for leg in journey.legs if self._is_touched(leg) for claim in leg.claims
        }
        silenced |= {claim.id for claim in itinerary.claims if self._tells(claim)}
        self._claims = {claim: f"protected-claim-{number}" for number, claim in enumerate(sorted(silenced), 1)}
        self._articles = {itinerary.claim(claim).quote.article for claim in silenced}
        touched = [leg.id for journey in itinerary.journeys for leg in journey.legs if self._is_touched(leg)]
        # A traveller's name is part of the ids, and may name the place: "mayor-of-aleppo".
        telling = [one.id for journey in itinerary.journeys for one in journey.elements if wording.gives_away(one.id)]
        self._ids = {old: f"protected-{number}" for number, old in enumerate(dict.fromkeys([*areas, *touched, *telling]), 1)}

    def itinerary(self) -> Itinerary:
        whole = self._whole
        return replace(
            whole,
            articles=tuple(self._article(article) for article in whole.articles),
            travellers=tuple(
                replace(each, name=self._name(each.name), aliases=tuple(map(self._name, each.aliases)))
                for each in whole.travellers
            ),
            claims=tuple(self._claim(claim) for claim in whole.claims),
            journeys=tuple(shown for journey in whole.journeys if (shown := self._journey(journey)).stops),
            conflicts=tuple(conflict for conflict in map(self._conflict, whole.conflicts) if conflict),
            mentions=tuple(found for found in whole.mentions if self._may_mention(found)),
            unlocated=tuple(found for found in whole.unlocated if self._may_mention(found)),
        )

    def _name(self, name: str) -> str:
        return self._wording.without(name)

    def _is_touched(self, leg: Leg) -> bool:
        """Tell whether a leg ends at a protected place or passes one."""
        return bool({leg.origin, leg.destination} & self._areas.keys()) or any(place.id in self._hidden for place in leg.via)

    def _tells(self, claim: Claim) -> bool:
        """Tell whether a claim is of a protected place, or its passage as it would be published, or its id, names one."""
        here = any(part.resolution.place and part.resolution.place.id in self._hidden for part in claim.places)
        return here or any(map(self._wording.gives_away, (claim.id, long_enough(claim.quote, self._whole).text)))

    def _article(self, article: Article) -> Article:
        tells = self._wording.gives_away
        return replace(
            article,
            title="" if tells(article.title) else article.title,
            url="" if tells(article.url) else article.url,
            publisher=self._name(article.publisher),
        )

    def _claim(self, claim: Claim) -> Claim:
        named = replace(
            claim,
            traveller=self._name(claim.traveller),
            companions=tuple(map(self._name, claim.companions)),
            attribution=self._sources(claim.attribution),
        )
        if claim.id not in self._claims:
            return named
        # Where the passage stands in an article that anybody may open would be as good as the passage.
        silent = replace(NO_QUOTE, article=claim.quote.article)
        when = _silent(claim.when) if claim.when else None
        return replace(named, id=self._claims[claim.id], quote=silent, cue=None, when=when, places=())

    def _sources(self, chain: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(replace(source, name=self._name(source.name)) for source in chain)

    def _journey(self, journey: Journey) -> Journey:
        stops = [self._stop(stop) for stop in journey.stops if self._areas.get(stop.id, stop.place) is not None]
        places = {stop.id: stop.place.id for stop in stops}
        legs = [self._leg(leg) for leg in journey.legs]
        return replace(
            journey,
            traveller=self._name(journey.traveller),
            title="" if self._wording.gives_away(journey.title) else journey.title,
            stops=tuple(replace(stop, number=number) for number, stop in enumerate(stops, 1)),
            legs=tuple(
                leg
                for leg in legs
                if leg.origin in places and leg.destination in places and places[leg.origin] != places[leg.destination]
            ),
            meetings=tuple(
                self._meeting(meeting) for meeting in journey.meetings if self._areas.get(meeting.id, meeting.place) is not None
            ),
        )

    def _stop(self, stop: Stop) -> Stop:
        area = self._areas.get(stop.id)
        claims = self._claims_of(stop)
        if area is None:
            return replace(stop, id=self._ids.get(stop.id, stop.id), claims=claims, cue=self._cue(stop.cue))
        return replace(
            stop,
            id=self._ids[stop.id],
            place=area,
            name_in_text="",
            claims=claims,
            arrive=tuple(map(_silent, stop.arrive)),
            depart=tuple(map(_silent, stop.depart)),
            cue=None,
            protected=True,
        )

    def _meeting(self, meeting: Meeting) -> Meeting:
        area = self._areas.get(meeting.id)
        shown = replace(
            meeting,
            id=self._ids.get(meeting.id, meeting.id),
            claims=self._claims_of(meeting),
            cue=self._cue(meeting.cue),
            participants=tuple(map(self._name, meeting.participants)),
        )
        if area is None:
            return shown
        when = tuple(map(_silent, meeting.when))
        return replace(shown, place=area, name_in_text="", when=when, cue=None, protected=True)

    def _leg(self, leg: Leg) -> Leg:
        if leg.id not in self._ids:
            return replace(leg, claims=self._claims_of(leg), cue=self._cue(leg.cue))
        when = tuple(map(_silent, leg.when))
        return replace(
            leg,
            id=self._ids[leg.id],
            origin=self._ids.get(leg.origin, leg.origin),
            destination=self._ids.get(leg.destination, leg.destination),
            claims=self._claims_of(leg),
            when=when,
            cue=None,
            via=(),
        )

    def _claims_of(self, element: Stop | Leg | Meeting) -> tuple[str, ...]:
        return tuple(self._claims.get(claim, claim) for claim in element.claims)

    def _cue(self, cue: Quote | None) -> Quote | None:
        return None if cue is None or self._wording.gives_away(cue.text) else cue

    def _conflict(self, conflict: Conflict) -> Conflict | None:
        """Keep a conflict that neither names a protected place nor quotes a passage that tells of one."""
        silenced = [self._whole.claim(claim).quote for claim in self._claims]
        quotes = [long_enough(side.quote, self._whole) if side.quote.text else side.quote for side in conflict.values]
        told = (conflict.about, *(side.value for side in conflict.values), *(quote.text for quote in quotes))
        if any(map(self._wording.gives_away, told)) or any(_overlap(a, b) for a in quotes for b in silenced):
            return None
        return replace(
            conflict, values=tuple(replace(side, attribution=self._sources(side.attribution)) for side in conflict.values)
        )

    def _may_mention(self, found: Resolution) -> bool:
        """Tell whether a place that is only mentioned is neither a protected one nor near one, and names none in its passage."""
        mention, place = found.mention, found.place
        passage = mention_passage(mention, self._whole)
        if any(map(self._wording.gives_away, (mention.quote.text, passage.text if passage else ""))):
            return False
        if place is None:
            # A hamlet that no gazetteer knows may be the true place itself.
            return mention.quote.article not in self._articles
        near = (place.country, place.admin1) in self._near and not is_coarse(place)
        return not near and place.id not in self._hidden


def _silent(when: When) -> When:
    return replace(when, words=NO_QUOTE)


def _overlap(a: Quote, b: Quote) -> bool:
    return a.article == b.article and a.start < b.end and b.start < a.end
