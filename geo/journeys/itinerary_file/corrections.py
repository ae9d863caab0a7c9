"""A person's corrections, carried over to a later reading.

Each element of an itinerary file has an id, which a later reading gives it again, and ``read``, a hash of what the reader wrote. An
element whose hash no longer fits it was corrected, and wins; one without a hash was added, and stays; ``removed: true`` stays removed.
Everything else follows the later reading.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["with_corrections"]

_LISTS = ("journeys", "conflicts", "travellers", "claims", "mentions", "unlocated", "articles")
_JOURNEY_LISTS = ("stops", "legs", "meetings")

Element = dict[str, Any]


def with_corrections(fresh: Mapping[str, Any], written: Mapping[str, Any], says: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the corrections of an itinerary file over a later reading.

    Parameters
    ----------
    fresh
        The document of the later reading.
    written
        The document of the file, every element with an id.
    says
        The document that the file's itinerary would be written as: without what is removed, and with hashes of what it now says.

    Returns
    -------
    dict
        The merged document; the person's own elements stand behind the one that they stood behind.
    """
    merged = {**fresh, **{name: _merged(fresh[name], written.get(name, []), says[name]) for name in _LISTS}}
    claims = {claim for element in _elements(merged["journeys"]) for claim in element.get("claims", ())}
    merged["claims"] = _merged(fresh["claims"], written.get("claims", []), says["claims"], needed=claims)
    quoted = json.dumps([merged[name] for name in _LISTS if name != "articles"])
    articles = {_key(article) for article in says["articles"] if f'"{_key(article)}:' in quoted}
    merged["articles"] = _merged(fresh["articles"], written.get("articles", []), says["articles"], needed=articles)
    return _with_record(merged, says)


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


def _merged(
    fresh: Sequence[Element], written: Sequence[Element], says: Sequence[Element], *, needed: AbstractSet[str] = frozenset()
) -> list[Element]:
    """Merge two lists of elements; those ``needed`` by others stay even if the later reading has them no more."""
    now = {_key(element): element for element in says}
    before = {_key(element): element for element in written}
    merged = [_chosen(element, before.get(_key(element)), now.get(_key(element))) for element in fresh]
    held = {_key(element) for element in fresh}
    behind = ""
    for element in written:
        key = _key(element)
        if key not in held and (key in needed or _is_persons(element, now.get(key))):
            place = next((index for index, other in enumerate(merged) if _key(other) == behind), -1) + 1
            merged.insert(place, _as_it_stands(element, now.get(key)))
            held.add(key)
        behind = key if key in held else behind
    return merged


def _is_persons(written: Element, now: Element | None) -> bool:
    """Tell whether a person removed, added or corrected an element, or anything in it."""
    if now is None:
        return bool(written.get("removed"))
    if now["read"] != written.get("read"):
        return True
    inner = {name: {_key(element): element for element in now.get(name, [])} for name in _JOURNEY_LISTS}
    return any(
        _is_persons(element, inner[name].get(_key(element))) for name in _JOURNEY_LISTS for element in written.get(name, [])
    )


def _chosen(fresh: Element, written: Element | None, now: Element | None) -> Element:
    """Choose between the later reading of an element and the file's."""
    if written is None:
        return fresh
    if now is None:
        # Gone without a mark, it fell with its stop or its claims: the later reading decides anew.
        return _as_it_stands(written, None) if written.get("removed") else fresh
    if "stops" in fresh:
        return _journey(fresh, written, now)
    if now["read"] != written.get("read"):
        return _as_it_stands(written, now)
    kept = ("note", "safety", "checked") if fresh["read"] == written["read"] else ("note", "safety")
    return {**fresh, **{name: written[name] for name in kept if name in written}}


def _journey(fresh: Element, written: Element, now: Element) -> Element:
    """Merge a journey's own fields, and its elements one by one; a leg that stays keeps its stops."""
    own = _as_it_stands(written, now) if now["read"] != written.get("read") else fresh
    lists = {name: _merged(fresh[name], written.get(name, []), now[name]) for name in _JOURNEY_LISTS}
    ends = {str(leg[end]) for leg in lists["legs"] for end in ("from", "to")}
    lists["stops"] = _merged(fresh["stops"], written.get("stops", []), now["stops"], needed=ends)
    marks: Element = {name: written[name] for name in ("note", "safety") if name in written}
    return {**own, **marks, **lists}


def _as_it_stands(written: Element, now: Element | None) -> Element:
    """Give the file's own form of an element, with the hash of what was read (none for what a person added)."""
    if now is None:
        return dict(written)
    marks: Element = {name: written[name] for name in ("note", "safety", "checked", "read") if name in written}
    return {**{name: value for name, value in now.items() if name != "read"}, **marks}
