"""Which element of an itinerary file a later reading knows again, where its id is gone: by traveller and place, else by the words that tell of it.

The id of an element holds that of its article, which changes with every letter of it; and one more article may give a stop another first claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from gazetteer.names import normalise
from geo.journeys.itinerary_file.likeness import Spot, alike_places, alike_travellers, alike_words, spot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["KnownAgain", "Point", "best_pairs", "known_articles", "known_claims", "known_mentions"]

Element = dict[str, Any]
Score = tuple[float, ...]
Old = TypeVar("Old")
New = TypeVar("New")

#: Passages less alike than this are of different things.
_SAME_WORDS = 0.6


@dataclass(frozen=True, eq=False)
class Point:
    """A stop or meeting of a document, with its journey and the names by which its traveller goes."""

    role: Literal["stops", "meetings"]
    element: Element
    journey: Element
    spot: Spot
    travellers: frozenset[str]
    aliases: frozenset[str]
    told_by: frozenset[tuple[str, str]]

    @property
    def id(self) -> str:
        """The id of the element; a removed one that a person had added may have none."""
        return str(self.element.get("id", ""))

    @property
    def is_of_its_place(self) -> bool:
        """Whether a person decided what holds of this place alone: that nobody was there, or that it may be shown."""
        return self.is_removed or (self.safety or {}).get("show") == "exact"

    @property
    def is_removed(self) -> bool:
        """Whether it is marked as removed, or its journey is."""
        return bool(self.element.get("removed") or self.journey.get("removed"))

    @property
    def safety(self) -> Element | None:
        """The decision of an editor's that holds for it: its own, else that of its journey."""
        return self.element.get("safety") or self.journey.get("safety")


def best_pairs(old: Sequence[Old], new: Sequence[New], score: Callable[[Old, New], Score | None]) -> list[tuple[Old, New]]:
    """Pair each of the old with at most one of the new, the best pairs first and then in the order of both; None is no pair."""
    found = [
        (tuple(-part for part in points), n, m)
        for n, one in enumerate(old)
        for m, other in enumerate(new)
        if (points := score(one, other)) is not None
    ]
    pairs: dict[int, int] = {}
    for _, n, m in sorted(found):
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return [(old[n], new[m]) for n, m in sorted(pairs.items())]


def known_articles(old: Iterable[Element], new: Iterable[Element]) -> dict[str, str]:
    """Give for each old article's id that of the same article now: of the same text, else of its file's name, address or title."""
    old, new = list(old), list(new)
    same = {str(one["id"]): str(one["id"]) for one in old if any(one["id"] == other["id"] for other in new)}
    for name in ("name", "url", "title"):
        for one in old:
            twins = [
                other for other in new if one.get(name) and one[name] == other.get(name) and other["id"] not in same.values()
            ]
            if str(one["id"]) not in same and twins:
                same[str(one["id"])] = str(twins[0]["id"])
    return same


def known_claims(old: Sequence[Element], new: Sequence[Element], articles: Mapping[str, str]) -> dict[str, str]:
    """Give for each old claim's id that of the same claim now: one of the same article and the same deed, in much the same words."""
    ids = {claim["id"] for claim in new} & {claim["id"] for claim in old}
    same: dict[str, str] = {str(identity): str(identity) for identity in ids}

    def score(one: Element, other: Element) -> Score | None:
        if articles.get(_article_of(one)) != _article_of(other):
            return None
        words = alike_words(one["quote"]["text"], other["quote"]["text"])
        travellers = alike_travellers([one["traveller"]], [other["traveller"]])
        places = _places_of(one) & _places_of(other)
        same = words >= (_SAME_WORDS if travellers else 1)
        return (words, travellers, len(places), one["act"] == other["act"]) if same else None

    left = [claim for claim in old if claim["id"] not in ids], [claim for claim in new if claim["id"] not in ids]
    return same | {str(one["id"]): str(other["id"]) for one, other in best_pairs(*left, score)}


def known_mentions(old: Sequence[Element], new: Sequence[Element], articles: Mapping[str, str]) -> dict[str, str]:
    """Give for each old mention's id that of the same name now, in the same article if it is still there."""
    ids = {str(mention["id"]) for mention in new}
    old = [mention for mention in old if "id" in mention]
    same = {str(mention["id"]): str(mention["id"]) for mention in old if mention["id"] in ids}
    by_name: dict[tuple[str, str], list[Element]] = {}
    for mention in new:
        if mention["id"] not in same:
            by_name.setdefault((normalise(mention["text"]), mention.get("kind", "")), []).append(mention)
    for mention in old:
        twins = by_name.get((normalise(mention["text"]), mention.get("kind", "")), [])
        if mention["id"] not in same and twins:
            here = [twin for twin in twins if articles.get(_article_of(mention)) == _article_of(twin)]
            twins.remove(twin := (here or twins)[0])
            same[str(mention["id"])] = str(twin["id"])
    return same


class KnownAgain:
    """Pairs the journeys, stops and meetings of an itinerary file with those of a later reading.

    Parameters
    ----------
    old, new
        The documents of the file and of the later reading; `old_journeys` and `new_journeys` are their journeys.
    claims
        As `known_claims` gives them.
    """

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any], claims: Mapping[str, str]) -> None:
        self._claims = claims
        self.old_journeys: Sequence[Element] = old["journeys"]
        self.new_journeys: Sequence[Element] = new["journeys"]
        self.old, self.new = _points(old), _points(new)
        self.points: dict[Point, Point] = {}
        for role in ("stops", "meetings"):
            self._pair(role, self._score)
        self.journeys = self._pair_journeys()
        for role in ("stops", "meetings"):
            self._pair(role, self._score_within_journeys)

    @cached_property
    def former(self) -> dict[Point, Point]:
        """The old point of each new one that is known again."""
        return {new: old for old, new in self.points.items()}

    def votes(self, old: Element, new: Element) -> int:
        """Count the points that two journeys have in common."""
        return sum(one.journey is old and other.journey is new for one, other in self.points.items())

    def likeness(self, one: Point, other: Point) -> tuple[int, int]:
        """Give how alike the travellers and the places of two points are."""
        travellers = alike_travellers(one.travellers, other.travellers)
        if travellers < 2 and alike_travellers(one.travellers | one.aliases, other.travellers | other.aliases):
            travellers = 1
        return travellers, alike_places(one.spot, other.spot)

    def shared(self, one: Point, other: Point) -> int:
        """Count the passages that tell of both points, in the same part: as where somebody left, or came."""
        return len({(self._claims.get(claim), role) for claim, role in one.told_by} & other.told_by)

    def _pair(self, role: str, score: Callable[[Point, Point], Score | None]) -> None:
        ids = {point.id: point for point in self.new if point.role == role}
        self.points |= {one: ids[one.id] for one in self.old if one.role == role and one.id in ids}
        left = [one for one in self.old if one.role == role and one not in self.points]
        free = [other for other in self.new if other.role == role and other not in self.points.values()]
        self.points |= dict(best_pairs(left, free, score))

    def _score(self, one: Point, other: Point) -> Score | None:
        travellers, places = self.likeness(one, other)
        shared = self.shared(one, other)
        tier = _tier(travellers, places, shared)
        if places < 2 and one.is_of_its_place:
            return None
        background = one.journey.get("background") == other.journey.get("background")
        status = one.element.get("status") == other.element.get("status")
        return (tier, background, shared, status) if tier else None

    def _score_within_journeys(self, one: Point, other: Point) -> Score | None:
        here = any(old is one.journey and new is other.journey for old, new in self.journeys)
        return (1.0,) if here and alike_places(one.spot, other.spot) == 2 else None

    def _pair_journeys(self) -> list[tuple[Element, Element]]:
        old, new = self.old_journeys, self.new_journeys

        def score(one: Element, other: Element) -> Score | None:
            common = self.votes(one, other)
            traveller = alike_travellers([one["traveller"]], [other["traveller"]])
            return (common, traveller, one.get("id") == other.get("id")) if common or _is_only(one, other, old, new) else None

        return best_pairs(old, new, score)


def _tier(travellers: int, places: int, shared: int) -> int:
    """Rank how two points may be one: the same traveller and place, the same place told in the same words, much the same place told so."""
    if places == 2 and (travellers or shared):
        return 3 + travellers
    return 1 if places and travellers and shared else 0


def _is_only(one: Element, other: Element, old: Sequence[Element], new: Sequence[Element]) -> bool:
    """Tell whether two journeys that have no stop in common are the only ones of their traveller."""
    name = one["traveller"]
    alone = all(sum(journey["traveller"] == name for journey in journeys) == 1 for journeys in (old, new))
    return alone and name == other["traveller"] and one.get("background") == other.get("background")


def _points(document: Mapping[str, Any]) -> list[Point]:
    claims = {claim["id"]: claim for claim in document.get("claims", ())}
    names = {traveller["name"]: frozenset(traveller.get("aliases", ())) for traveller in document.get("travellers", ())}
    points = []
    for journey in document["journeys"]:
        for role in ("stops", "meetings"):
            for element in journey.get(role, ()):
                told = [claims[claim] for claim in element.get("claims", ()) if claim in claims]
                moved = {claim["traveller"] for claim in told} if role == "stops" else set()
                travellers = frozenset({journey["traveller"], *moved})
                aliases = frozenset[str]().union(*(names.get(name, frozenset()) for name in travellers))
                told_by = {(claim["id"], part) for claim in told for part in _parts(claim, element)}
                points.append(Point(role, element, journey, spot_of(element), travellers, aliases, frozenset(told_by)))
    return points


def _parts(claim: Element, element: Element) -> set[str]:
    """Name the parts that a stop's place has in a claim: it is left, come to, or passed."""
    identity = str(element.get("id", "")).rpartition("@")[2]
    ids = {element["place"].get("id"), identity}
    return {part["role"] for part in claim.get("places", ()) if part.get("place", {}).get("id") in ids}


def _places_of(claim: Element) -> set[str]:
    return {normalise(part["text"]) for part in claim.get("places", ())}


def _article_of(element: Element) -> str:
    """Give the id of the article in which an element's words stand."""
    at = element["quote"]["at"] if "quote" in element else element["at"]
    return str(at).rpartition(":")[0]
