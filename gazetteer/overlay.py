"""What the project adds to the compiled places by hand: regions, seas, seats of government, abbreviations, demonyms.

The tables of ``gazetteer/data`` are compiled to one small JSON file, read whole when the gazetteer is opened. It holds places of its own
and further names for places of the large file, by id.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from gazetteer.model import BBox, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Overlay"]


class Overlay:
    """Places and names beside the large file.

    Parameters
    ----------
    places
        Field values of the overlay's own places, by id.
    names
        For each normal form, pairs of place id and name kind.
    """

    def __init__(self, places: dict[str, dict[str, Any]], names: dict[str, list[tuple[str, str]]]) -> None:
        self._fields = places
        self.names = names
        self._made: dict[str, Place] = {}

    @classmethod
    def read(cls, path: Path) -> Overlay:
        """Read the compiled tables; an absent file is an empty overlay.

        Raises
        ------
        InputError
            If the file is damaged.
        """
        if not path.exists():
            return cls({}, {})
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return cls(content["places"], content["names"])
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"The gazetteer's overlay {path} is damaged: run 'make data', or install Dateline again.") from error

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._fields

    def __len__(self) -> int:
        return len(self._fields)

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def place(self, place_id: str) -> Place:
        """Return one of the overlay's own places; KeyError if it has none of this id."""
        if place_id not in self._made:
            fields = dict(self._fields[place_id])
            bbox = fields.pop("bbox", None)
            self._made[place_id] = Place(
                id=place_id,
                kind=Kind(*fields.pop("kind")),
                bbox=BBox(*bbox) if bbox else None,
                members=tuple(fields.pop("members", ())),
                **fields,
            )
        return self._made[place_id]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of every name: one, two, and so on."""
        found: set[str] = set()
        for name in self.names:
            words = name.split(" ")
            found.update(" ".join(words[:count]) for count in range(1, len(words) + 1))
        return frozenset(found)
