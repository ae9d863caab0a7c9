"""Names of places in the areas that stand for protected ones.

A text may name the camp, the village or the crossing that the gazetteer does not know, or that was read only as the region around it. What it
is called is then known to nobody but the text. So in the articles that tell of somebody protected every name of a place in the area counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.desk.decisions import is_coarse
from geo.desk.known_places import bearers
from geo.desk.rules import words_in
from geo.desk.wording import Wording

if TYPE_CHECKING:
    from gazetteer.model import Place
    from geo.model import Traveller

__all__ = ["Vicinity"]


@dataclass(frozen=True, slots=True)
class Vicinity:
    """The surroundings of protected places.

    Attributes
    ----------
    areas
        The areas that are shown instead of them, or would be.
    articles
        The ids of the articles that tell of them.
    people
        Who is protected there.
    """

    areas: tuple[Place, ...] = ()
    articles: frozenset[str] = frozenset()
    people: tuple[Traveller, ...] = ()

    def holds(self, place: Place) -> bool:
        """Tell whether a place lies in one of the areas, and is finer than they are."""
        return not is_coarse(place) and any(area.contains(place) for area in self.areas)

    def is_named(self, text: str, article: str) -> bool:
        """Tell whether words of an article, or its address, name a place in one of the areas."""
        return article in self.articles and Wording((), self._bears_one).gives_away(text)

    def is_told(self, text: str, article: str) -> bool:
        """Tell whether a passage names such a place, and speaks of the protected people: by a name, or by what they are called."""
        return article in self.articles and self._speaks_of_people(text) and self.is_named(text, article)

    def _bears_one(self, name: str) -> bool:
        return any(map(self.holds, bearers(name)))

    def _speaks_of_people(self, text: str) -> bool:
        names = [name for each in self.people for name in (each.name, *each.aliases)]
        called = {
            _singular(word) for each in self.people for word in words_in(" | ".join((each.name, *each.aliases, *each.described)))
        }
        return Wording(names).gives_away(text) or any(_singular(word) in called for word in words_in(text))


def _singular(word: str) -> str:
    return word.removesuffix("s")
