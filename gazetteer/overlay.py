"""What the project adds to the compiled places by hand: regions, seas, seats of government, abbreviations, demonyms.

The tables of ``gazetteer/data`` are compiled to one small JSON file, read whole when the gazetteer is opened. It holds places of its own
and further names for places of the large file, by id.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from gazetteer.model import BBox, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Overlay"]


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
    """

    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    meanings: Mapping[str, list[int]] = field(default_factory=dict)

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
            data = path.read_bytes()
            overlay, made_for = cls.from_json(data), json.loads(data)["base"]
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(f"The gazetteer's overlay {path} is damaged: run 'make data', or install Dateline again.") from error
        if made_for != base:
            raise InputError(f"The overlay {path} was made for another gazetteer: run 'make data', or install Dateline again.")
        return overlay

    @classmethod
    def from_json(cls, data: bytes) -> Overlay:
        """Read the compiled tables from the text that `gazetteer.build.overlay.compile_overlay` makes."""
        content = json.loads(data)
        return cls(dict(content["places"]), dict(content["meanings"]))

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
