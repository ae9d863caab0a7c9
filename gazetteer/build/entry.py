"""What the readers of source packages hand to the compiler: one place with all its names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gazetteer.prior import NAME_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.model import BBox

__all__ = ["Entry", "dotted", "is_code", "is_readable"]

_CODE = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place before it is compiled; the fields are those of `gazetteer.model.Place`.

    ``area`` is the dotted code of where it lies (``RU.59.123``), and ``names`` maps each further name to its name kind.
    """

    id: str
    name: str
    feature_class: str
    code: str
    lat: float
    lon: float
    area: str = ""
    population: int = 0
    bbox: BBox | None = None
    names: dict[str, str] = field(default_factory=dict)

    def with_names(self, names: Iterable[str], name_kind: str = "alternate") -> Entry:
        """Return the entry with more names; a name that it has already keeps the kind that ranks first."""
        merged = dict(self.names)
        for name in names:
            if name and (name not in merged or NAME_KINDS.index(name_kind) < NAME_KINDS.index(merged[name])):
                merged[name] = name_kind
        return replace(self, names=merged)


def is_code(name: str) -> bool:
    """Tell whether a name is a few capitals: a code of airports and railways that GeoNames lists among the others (NYT, LON)."""
    return _CODE.fullmatch(name) is not None


def dotted(*codes: str) -> str:
    """Join area codes up to the first that is missing; GeoNames writes ``00`` for an unknown first-order area and that is kept."""
    filled = []
    for code in codes:
        if not code or "." in code:
            break
        filled.append(code)
    return ".".join(filled)


def is_readable(name: str) -> bool:
    """Tell whether a name is written as a name, in whatever script.

    GeoNames lists machine transliterations from other scripts in lower case throughout (``sheng hu li ya``); they are in no text.
    Scripts without capitals are read as they are.
    """
    if name.isascii():  # the same, ten times as fast
        return name.lower() != name
    if not any(c.isalpha() for c in name):
        return False
    return any(c.isupper() or c.istitle() or not _has_case(c) for c in name if c.isalpha())


def _has_case(letter: str) -> bool:
    # The modern Georgian letters have capitals in Unicode that nobody writes names with; modifier letters stand for sounds, not words.
    return (letter.upper() != letter.lower() and not "ა" <= letter <= "ჿ") or unicodedata.category(letter) == "Lm"
