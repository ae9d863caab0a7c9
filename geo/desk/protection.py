"""People's safety, applied before anything is drawn: protected places become areas or go, and nothing else gives them away.

Of a protected element no passage is published, nor any text that names its place, nor where its passages stand, nor an id that
was made from the place. Its legs end at the area, and routes are found for them anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.desk.hidden import find_hidden
from geo.desk.protected_journeys import protected_journey
from geo.desk.protected_words import ProtectedWords
from geo.desk.pseudonyms import find_pseudonyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gazetteer.model import Place
    from geo.desk.decisions import Decision
    from geo.desk.wording import Wording
    from geo.model import Itinerary

__all__ = ["Protection", "protect"]


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected itinerary, the words that would give its places away, and the area that stands for each protected element (None: it is held back)."""

    itinerary: Itinerary
    wording: Wording
    areas: Mapping[str, Place | None]


def protect(itinerary: Itinerary, decisions: Iterable[Decision]) -> Protection:
    """Put areas in place of protected points, and take out whatever gives them away.

    Parameters
    ----------
    itinerary
        The desk's.
    decisions
        What `geo.desk.decisions.decide` decided; those to show exactly change nothing. A place of which the gazetteer knows neither
        a first-order area nor a country is held back.
    """
    hidden = find_hidden(itinerary, decisions)
    if not hidden.areas:
        return Protection(itinerary, hidden.wording, hidden.areas)
    pseudonyms = find_pseudonyms(itinerary, hidden)
    words = ProtectedWords(itinerary, hidden, pseudonyms)
    journeys = (protected_journey(journey, hidden, pseudonyms) for journey in itinerary.journeys)
    shown = replace(
        itinerary,
        articles=tuple(map(words.article, itinerary.articles)),
        travellers=tuple(map(words.traveller, itinerary.travellers)),
        claims=tuple(map(words.claim, itinerary.claims)),
        journeys=tuple(journey for journey in journeys if journey.stops),
        conflicts=tuple(shown for conflict in itinerary.conflicts if (shown := words.conflict(conflict))),
        mentions=tuple(filter(words.may_mention, itinerary.mentions)),
        unlocated=tuple(filter(words.may_mention, itinerary.unlocated)),
    )
    return Protection(shown, hidden.wording, hidden.areas)
