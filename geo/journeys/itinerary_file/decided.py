"""One element of an itinerary file, with what a person decided of it, laid over what a later reading says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.journeys.itinerary_file.read_mark import (
    WATCHED,
    corrected_fields,
    is_corrected,
    kept_mark,
    mark_of_field,
    without_positions,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Decided", "Element", "Laid"]

Element = dict[str, Any]

#: What a stop or leg stands on beside its passages: as long as these are what they were, what was checked is checked.
_STANDS_ON = ("confidence", "sources", "name_in_text", "cue", "act", "basis", "background", "places")


@dataclass(frozen=True, slots=True)
class Laid:
    """A later reading's element with a person's corrections in it, which fields these are, and of which the reading says something new."""

    element: Element
    corrected: tuple[str, ...]
    overruled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """An element as the file has it, ``written``, and as the itinerary of the file would be written, ``now``: None if it is left out of that."""

    written: Element
    now: Element | None

    @property
    def is_removed(self) -> bool:
        """Whether a person took it out."""
        return bool(self.written.get("removed"))

    @property
    def is_added(self) -> bool:
        """Whether a person put it in."""
        return "read" not in self.written

    @property
    def is_corrected(self) -> bool:
        """Whether a person changed what the reader wrote."""
        return not self.is_added and self.now is not None and is_corrected(self.written, self.now)

    @property
    def is_drawn(self) -> bool:
        """Whether it stays drawn though no article tells of it: what a person put in or changed is theirs."""
        return not self.is_removed and (self.is_added or self.is_corrected)

    @property
    def is_anything(self) -> bool:
        """Whether a person decided anything of it that must stay in the file."""
        marks = ("removed", "untold", "note", "safety")
        return self.is_added or self.is_corrected or any(self.written.get(name) for name in marks)

    def as_it_stands(self) -> Element:
        """Give the file's own form; of what a person put in, no more than they wrote."""
        if self.now is None or self.is_added:
            return {name: value for name, value in self.written.items() if name != "untold" or self.is_removed}
        marks: Element = {name: self.written[name] for name in ("note", "safety", "checked", "read") if name in self.written}
        return {**{name: value for name, value in self.now.items() if name != "read"}, **marks}

    def left_untold(self) -> Element:
        """Give the file's own form of what no article tells any more, marked so that it is not drawn."""
        return {**self.as_it_stands(), "untold": True}

    def laid_over(self, fresh: Element) -> Laid:
        """Lay a person's corrections and note over a later reading of the element."""
        says = self.written if self.is_added or self.now is None else self.now
        fields = [name for name in WATCHED if name in says] if self.is_added else corrected_fields(self.written, self.now, fresh)
        own = {name: says[name] for name in fields if name in says}
        agreed = [name for name in fields if _plain(own.get(name)) == _plain(fresh.get(name))]
        laid = {name: own.get(name, value) for name, value in fresh.items() if name in own or name not in fields}
        laid |= own
        if fields and not self.is_added:
            laid["read"] = kept_mark(self.written, fresh, agreed)
        if "note" in self.written:
            laid["note"] = self.written["note"]
        changed = (name for name in fields if name not in agreed and self._is_told_otherwise(name, fresh))
        return Laid(laid, tuple(fields), tuple(changed))

    def stands_on_the_same(self, fresh: Mapping[str, Any], before: list[str], after: list[str]) -> bool:
        """Tell whether nothing changed beneath an element: neither the passages ``before`` and ``after`` nor what was read of them."""
        if self.written.get("read") == fresh["read"]:
            return True
        fields = (name for name in WATCHED if name in fresh or name in self.written)
        same_reading = (
            all(not self._is_told_otherwise(name, fresh) for name in fields)
            if " " in str(self.written.get("read", ""))
            else all(_plain(self.written.get(name)) == _plain(fresh.get(name)) for name in fields)
        )
        return (
            same_reading
            and sorted(before) == sorted(after)
            and all(_plain(self.written.get(name)) == _plain(fresh.get(name)) for name in _STANDS_ON)
        )

    def _is_told_otherwise(self, name: str, fresh: Mapping[str, Any]) -> bool:
        return mark_of_field(self.written, name) != mark_of_field(fresh, name)


def _plain(value: Any) -> Any:
    return without_positions(value) or None
