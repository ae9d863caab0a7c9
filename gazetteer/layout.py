"""What the compiler writes and the store reads alike: the numbers and codes of the compiled file."""

from __future__ import annotations

import struct
from typing import Final

__all__ = [
    "CELLS",
    "FOLD_BUCKETS",
    "HALVES_A_ROW",
    "MINOR",
    "NO_ROW",
    "NUMBERS_A_ROW",
    "ROW",
    "ROW_BITS",
    "ROW_MASK",
    "SCALE",
    "SOURCES",
    "cell_of",
    "from_fixed",
    "pack_id",
    "to_fixed",
    "unpack_id",
]

#: The number that stands for "no place".
NO_ROW: Final = 0xFFFFFFFF

#: After a kind: its places are those that only a list of everything has.
MINOR: Final = "minor"

#: One place: number within its source, latitude, longitude, population, number of its title, number of its area, number of its kind. The
#: fields of a place lie side by side, so that reading it touches one page of memory and not seven.
ROW: Final = struct.Struct("<IiiIIHH")

#: How many numbers of the size of its first field a place takes, as a figure, which a compiler knows before it runs.
NUMBERS_A_ROW: Final = 6

#: How many of the size of its last field, the kind.
HALVES_A_ROW: Final = 12

#: The bits of a meaning of a name that are the row of its place; those above tell what the name is to it.
ROW_BITS: Final = 24
ROW_MASK: Final = (1 << ROW_BITS) - 1

#: One-degree cells of the globe, row by row from the south pole and the antimeridian. A file of many places has finer ones, a whole number of
#: them to a degree.
CELLS: Final = 180 * 360

#: The fewest buckets of the fold index: some ten names each in the bundled gazetteer. A file of many names has more, a power of two.
FOLD_BUCKETS: Final = 1 << 16

#: The sources of ids in the compiled file, by number.
SOURCES: Final = ("geonames", "airport", "naturalearth", "airfield")

#: Those whose ids are codes of letters and digits.
_BY_LETTERS: Final = frozenset({"airport", "airfield"})

#: Coordinates are kept in hundred-thousandths of a degree (about a metre), as GeoNames publishes them.
SCALE: Final = 100_000


def to_fixed(degrees: float) -> int:
    """Return degrees as a whole number of hundred-thousandths."""
    return round(degrees * SCALE)


def from_fixed(value: int) -> float:
    """Return degrees from hundred-thousandths."""
    return value / SCALE


def cell_of(lat: float, lon: float, per_degree: int = 1) -> int:
    """Return the number of the cell that holds a point (degrees), with so many cells to a degree each way."""
    row = min(max(int((lat + 90) * per_degree), 0), 180 * per_degree - 1)
    return row * 360 * per_degree + int((lon + 180) % 360 * per_degree)


def pack_id(place_id: str) -> tuple[int, int] | None:
    """Return the source number and the number within it, or None for an id that can't be in the compiled file.

    A code of letters is packed as its letters' bytes.
    """
    source, _, rest = place_id.partition(":")
    if source in {"geonames", "naturalearth"} and rest.isdecimal() and rest.isascii() and int(rest) < NO_ROW:
        return SOURCES.index(source), int(rest)
    if source in _BY_LETTERS and rest.isascii() and 0 < len(rest) <= 4:
        return SOURCES.index(source), int.from_bytes(rest.encode(), "big")
    return None


def unpack_id(source: int, number: int) -> str:
    """Return the id of which `pack_id` gave the numbers."""
    rest = number.to_bytes(4, "big").lstrip(b"\0").decode() if SOURCES[source] in _BY_LETTERS else str(number)
    return f"{SOURCES[source]}:{rest}"
