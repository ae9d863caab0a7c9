"""What the project adds to the compiled places by hand: regions, seas, seats of government, abbreviations, demonyms.

The tables of ``gazetteer/data`` are compiled to one small JSON file beside the large one. It holds places of its own and further names for
places of the large file, by id. It is a list, an element a line: what is needed at once comes first, and each place is read when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from gazetteer.model import BBox, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["Overlay", "write_overlay"]


class _Lines(Mapping[str, Mapping[str, Any]]):
    """The places of an overlay, each read from its line when it is asked for."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines

    def __getitem__(self, place_id: str) -> Mapping[str, Any]:
        line = self._lines[place_id]
        try:
            fields: dict[str, Any] = json.loads(line.rstrip(b","))
        except ValueError as error:
            raise InputError(
                f"The gazetteer's overlay is damaged at {place_id}: run 'make data', or install Dateline again."
            ) from error
        return fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@dataclass(frozen=True, slots=True)
class Overlay:
    """Places and names beside the large file.

    Attributes
    ----------
    places
        Field values of the overlay's own places, by id.
    meanings
        For each normal form that it adds to, all its meanings as `gazetteer.index.NameIndex` numbers them, best first; its own places have
        the row numbers after the large file's, in their order here.
    points
        Latitude and longitude, degrees (EPSG:4326), of places of the large file that have no point there, by id.
    base
        The fingerprint of the large file that it is laid over.
    """

    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    meanings: Mapping[str, list[int]] = field(default_factory=dict)
    points: Mapping[str, Sequence[float]] = field(default_factory=dict)
    base: int = 0

    @classmethod
    def read(cls, path: Path, *, base: int) -> Overlay:
        """Read the compiled tables; an absent file is an empty overlay.

        Parameters
        ----------
        path
            A file made by ``python -m gazetteer.build``.
        base
            The fingerprint of the large file that it is to be laid over.

        Raises
        ------
        InputError
            If the file is damaged, or made for another large file.
        """
        try:
            overlay = cls.from_json(path.read_bytes())
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(f"The gazetteer's overlay {path} is damaged: run 'make data', or install Dateline again.") from error
        if overlay.base != base:
            raise InputError(f"The overlay {path} was made for another gazetteer: run 'make data', or install Dateline again.")
        return overlay

    @classmethod
    def from_json(cls, data: bytes) -> Overlay:
        """Read the compiled tables from the text that `write_overlay` makes; ValueError or KeyError if it is none."""
        opening, head, *lines = data.split(b"\n")
        content = json.loads(head.rstrip(b","))
        ids = content["places"]
        if opening != b"[" or lines[len(ids) :] != [b"]", b""]:
            raise ValueError("it is cut short, or no list of lines")
        return cls(_Lines(dict(zip(ids, lines, strict=False))), content["meanings"], content["points"], content["base"])

    def place(self, place_id: str) -> Place:
        """Make one of the overlay's own places; KeyError if it has none of this id."""
        fields = dict(self.places[place_id])
        bbox = fields.pop("bbox", None)
        return Place(
            id=place_id,
            kind=Kind(*fields.pop("kind")),
            bbox=BBox(*bbox) if bbox else None,
            members=tuple(fields.pop("members", ())),
            **fields,
        )


def write_overlay(overlay: Overlay) -> bytes:
    """Lay out an overlay as a file's bytes, as `Overlay.from_json` reads them."""
    head = {"base": overlay.base, "places": list(overlay.places), "meanings": overlay.meanings, "points": overlay.points}
    lines = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in (head, *overlay.places.values()))
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
