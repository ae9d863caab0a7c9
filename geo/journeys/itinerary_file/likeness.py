"""How alike an element of an itinerary file and one of a later reading are: their places, their travellers, their words."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from gazetteer.names import normalise
from geo.desk.decisions import is_coarse
from geo.journeys.itinerary_file.from_values import ValueReader
from geo.journeys.itinerary_file.schema import Faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gazetteer.model import Place

__all__ = ["Likeness", "Spot", "alike_places", "alike_travellers", "alike_words", "spot_of"]

_normal = lru_cache(maxsize=4096)(normalise)
#: 2: the same; 1: much the same, such as a town and its region, or a surname and the whole name; 0: another.
Likeness = Literal[0, 1, 2]

#: Places as near as this, in km, are one spot; of one name, as near as that.
_ONE_SPOT = 2.0
_ONE_NAME = 50.0


class Spot(NamedTuple):
    """The place of a stop or meeting as it is compared: also its ids, one of which tells what the reader took it for, and its names."""

    place: Place
    ids: frozenset[str]
    names: frozenset[str]


def spot_of(element: Mapping[str, Any]) -> Spot:
    """Give what is compared of an element's place; a person may have moved or renamed it, but its own id ends with the id of the place that was read."""
    place = ValueReader(frozenset(), Faults()).place(element["place"])
    read = str(element.get("id", "")).rpartition("@")[2] if "@" in str(element.get("id", "")) else ""
    names = (normalise(str(name)) for name in (place.name, element.get("name_in_text", "")))
    return Spot(place, frozenset({place.id, read} - {""}), frozenset(names) - {""})


def alike_places(old: Spot, new: Spot) -> Likeness:
    """Compare two places: the same by an id, as one spot or by name nearby; much the same by name, or as one lies in the other."""
    if old.ids & new.ids:
        return 2
    one, other = old.place, new.place
    near = one.km_to(other)
    named = bool(old.names & new.names)
    if not (is_coarse(one) or is_coarse(other)) and (near <= _ONE_SPOT or (named and near <= _ONE_NAME)):
        return 2
    return 1 if named or one.contains(other) or other.contains(one) else 0


def alike_travellers(old: Iterable[str], new: Iterable[str]) -> Likeness:
    """Compare two travellers, each by the names it goes by."""
    one, other = ({_normal(name) for name in names} - {""} for names in (old, new))
    if one & other:
        return 2
    pairs = ((set(a.split()), set(b.split())) for a in one for b in other)
    return 1 if any(a <= b or b <= a for a, b in pairs) else 0


def alike_words(old: str, new: str) -> float:
    """Compare two passages word by word: 1 for the same words, 0 for none in common."""
    return SequenceMatcher(None, old.casefold().split(), new.casefold().split(), autojunk=False).ratio()
