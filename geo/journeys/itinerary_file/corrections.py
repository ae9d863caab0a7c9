"""A person's decisions, carried over to a later reading.

Each element of an itinerary file has ``read``, a hash of what the reader wrote. An element whose hash no longer fits it was corrected: what
was corrected in it wins, and the rest follows the later reading; one without a hash was added, and stays; ``removed: true`` stays removed;
notes and decisions on people's safety stay; a tick stays as long as what it stands on. The later reading may give an element another id:
`known_again` finds it. What no article tells any more is marked ``untold: true``, if a person decided anything of it, and waits in the
file until one does.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geo.journeys.itinerary_file.decided import Decided, Element
from geo.journeys.itinerary_file.kept_journeys import KeptJourneys
from geo.journeys.itinerary_file.known_again import KnownAgain, known_articles, known_claims, known_mentions
from geo.journeys.itinerary_file.likeness import alike_travellers
from geo.journeys.itinerary_file.telling import Telling
from geo.journeys.itinerary_file.yaml_text import OneLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from geo.journeys.itinerary_file.carried import Carried

__all__ = ["with_corrections"]

_LISTS = ("journeys", "conflicts", "travellers", "claims", "mentions", "unlocated", "articles")
_JOURNEY_LISTS = ("stops", "legs", "meetings")


def with_corrections(
    fresh: Mapping[str, Any], written: Mapping[str, Any], says: Mapping[str, Any], tell: Callable[[Carried], object]
) -> dict[str, Any]:
    """Lay the decisions of an itinerary file over a later reading.

    Parameters
    ----------
    fresh
        The document of the later reading.
    written
        The document of the file, every element with an id.
    says
        The document that the file's itinerary would be written as: without what is removed, and with hashes of what it now says.
    tell
        Called with what became of each decision that did not simply stay as it was.

    Returns
    -------
    dict
        The merged document; the person's own elements stand behind the one that they stood behind.
    """
    old = {**written, **{name: written.get(name, []) for name in _LISTS}}
    telling = Telling(old, fresh, tell)
    articles = known_articles(old["articles"], fresh["articles"])
    claims = known_claims(old["claims"], fresh["claims"], articles)
    journeys = KeptJourneys(KnownAgain(old, fresh, claims), says, telling)
    merged = {**fresh, "journeys": [_with_claims(journey, claims) for journey in journeys.merged()]}
    lists = _Lists(fresh, old, says, telling)
    needed = {claim for element in _elements(merged["journeys"]) for claim in element.get("claims", ())}
    merged["claims"] = lists.merged("claims", claims, needed)
    named = {str(journey["traveller"]) for journey in merged["journeys"]}
    merged["travellers"] = lists.merged("travellers", _known_travellers(old["travellers"], fresh["travellers"]), named)
    merged["conflicts"] = lists.merged("conflicts", _known_conflicts(old["conflicts"], fresh["conflicts"], journeys.new_ids()))
    for name in ("mentions", "unlocated"):
        merged[name] = lists.merged(name, known_mentions(old[name], fresh[name], articles))
    quoted = json.dumps([merged[name] for name in _LISTS if name != "articles"])
    standing = {_key(article) for article in old["articles"] if f'"{_key(article)}:' in quoted}
    merged["articles"] = lists.merged("articles", articles, standing)
    return _with_record(merged, says)


class _Lists:
    """Merges the lists of a document in which every element stands by itself."""

    def __init__(self, fresh: Mapping[str, Any], old: Mapping[str, Any], says: Mapping[str, Any], telling: Telling) -> None:
        self._fresh, self._old, self._says = fresh, old, says
        self._telling = telling

    def merged(self, name: str, known: Mapping[str, str], needed: AbstractSet[str] = frozenset()) -> list[Element]:
        """Merge one list, of which ``known`` tells what is known again; those ``needed`` by others stay even if the later reading has them no more."""
        says = iter(self._says[name])
        old = [Decided(element, None if _is_set_aside(element) else next(says)) for element in self._old[name]]
        former = {known[_key(one.written)]: one for one in old if _key(one.written) in known}
        merged = [self._laid(name, element, former.get(_key(element))) for element in self._fresh[name]]
        behind = ""
        for one in old:
            key = _key(one.written)
            gone = key not in known or (key in needed and known[key] != key)
            kept = self._left(name, one, needed=key in needed) if gone else None
            if kept is not None:
                place = next((index for index, other in enumerate(merged) if _key(other) == behind), -1) + 1
                merged.insert(place, kept)
            behind = known.get(key, key if kept is not None else behind)
        return merged

    def _laid(self, name: str, fresh: Element, old: Decided | None) -> Element:
        if old is None:
            return fresh
        if old.is_added:
            return old.as_it_stands()
        laid = old.laid_over(fresh)
        same = self._telling.stands_on_the_same(old, fresh)
        if name == "claims":
            self._telling.kept(name, old, fresh, same=same)
        if name == "travellers" and fresh["name"] != old.written["name"] and laid.corrected:
            # Under another name nothing that protects somebody is lost.
            described = {*laid.element.get("described", ()), *fresh.get("described", ())}
            return {**laid.element, "name": fresh["name"], "described": sorted(described)}
        marks = {"removed": old.is_removed, "checked": bool(old.written.get("checked")) and same}
        return {**laid.element, **{mark: True for mark, held in marks.items() if held}}

    def _left(self, name: str, old: Decided, *, needed: bool) -> Element | None:
        if old.is_drawn or (needed and not old.is_removed):
            if old.is_corrected and name != "articles":
                self._telling.untold(name, old, None)
            return old.as_it_stands()
        if old.is_anything:
            self._telling.untold(name, old, None)
            return old.left_untold() if name in ("claims", "conflicts", "mentions", "unlocated") else old.as_it_stands()
        self._telling.gone(name, old)
        return None


def _known_travellers(old: Iterable[Element], new: Iterable[Element]) -> dict[str, str]:
    """Give for each old traveller's name the name now: the same, else one of the names that both go by."""
    names = [str(one["name"]) for one in new]
    same = {name: name for one in old if (name := str(one["name"])) in names}
    for one in old:
        for other in new:
            if str(one["name"]) not in same and other["name"] not in same.values() and _alike(one, other):
                same[str(one["name"])] = str(other["name"])
    return same


def _alike(one: Element, other: Element) -> bool:
    return bool(alike_travellers([one["name"], *one.get("aliases", ())], [other["name"], *other.get("aliases", ())]))


def _known_conflicts(old: Iterable[Element], new: Iterable[Element], journeys: Mapping[str, str]) -> dict[str, str]:
    """Give for each old conflict's id that of the one about the same thing now, in the same journey."""
    of = {(one["about"], one.get("journey", "")): str(one["id"]) for one in new}
    keys = {str(one["id"]): (one["about"], journeys.get(str(one.get("journey", "")), "")) for one in old if "id" in one}
    ids = set(of.values())
    return {identity: identity if identity in ids else of[key] for identity, key in keys.items() if identity in ids or key in of}


def _is_set_aside(element: Mapping[str, Any]) -> bool:
    return bool(element.get("removed") or element.get("untold"))


def _with_claims(element: Element, claims: Mapping[str, str]) -> Element:
    """Let a journey's elements stand on their claims as they are known now; a decision on safety stands on one line, as it is first written."""
    lists: Element = {name: [_with_claims(one, claims) for one in element[name]] for name in _JOURNEY_LISTS if name in element}
    if "claims" in element:
        lists["claims"] = list(dict.fromkeys(claims.get(claim, claim) for claim in element["claims"]))
    if "safety" in element:
        lists["safety"] = OneLine(element["safety"])
    return {**element, **lists}


def _with_record(merged: dict[str, Any], says: Mapping[str, Any]) -> dict[str, Any]:
    """Put what was published before back behind the signature: no reading changes it."""
    head = {name: merged[name] for name in ("dateline", "review")}
    record = {"publication": says["publication"]} if "publication" in says else {}
    return {**head, **record, **{name: value for name, value in merged.items() if name not in (*head, "publication")}}


def _elements(journeys: Iterable[Element]) -> Iterable[Element]:
    return (element for journey in journeys for name in _JOURNEY_LISTS for element in journey.get(name, ()))


def _key(element: Mapping[str, Any]) -> str:
    """Give an element's id; travellers are known by their names."""
    return str(element.get("id") or element.get("name", ""))
