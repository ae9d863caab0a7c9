"""What the compiler writes and the store reads alike: the numbers and codes of the compiled file."""

from __future__ import annotations

from gazetteer.errors import InputError

__all__ = ["CELLS", "FOLD_BUCKETS", "NO_ROW", "SOURCES", "cell_of", "from_fixed", "pack_id", "to_fixed", "unpack_id"]

#: The number that stands for "no place".
NO_ROW = 0xFFFFFFFF

#: One-degree cells of the globe, row by row from the south pole and the antimeridian.
CELLS = 180 * 360

#: Buckets of the fold index: some ten names each.
FOLD_BUCKETS = 1 << 16

#: The sources of ids in the compiled file, by number.
SOURCES = ("geonames", "airport", "naturalearth")

#: Coordinates are kept in hundred-thousandths of a degree (about a metre), as GeoNames publishes them.
_SCALE = 100_000


def to_fixed(degrees: float) -> int:
    """Return degrees as a whole number of hundred-thousandths."""
    return round(degrees * _SCALE)


def from_fixed(value: int) -> float:
    """Return degrees from hundred-thousandths."""
    return value / _SCALE


def cell_of(lat: float, lon: float) -> int:
    """Return the number of the one-degree cell that holds a point (degrees)."""
    row = min(max(int(lat + 90), 0), 179)
    return row * 360 + int((lon + 180) % 360)


def pack_id(place_id: str) -> tuple[int, int]:
    """Return the source number and the number within it; an airport's code is packed as its letters' bytes.

    Raises
    ------
    InputError
        If the id is of no known form.
    """
    source, _, rest = place_id.partition(":")
    if source in {"geonames", "naturalearth"} and rest.isdecimal() and rest.isascii() and int(rest) < NO_ROW:
        return SOURCES.index(source), int(rest)
    if source == "airport" and rest.isascii() and 0 < len(rest) <= 4:
        return 1, int.from_bytes(rest.encode(), "big")
    raise InputError(
        f"{place_id!r} is no place id: ids look like 'geonames:2013348', 'airport:VVO' or 'dateline:russian-far-east'."
    )


def unpack_id(source: int, number: int) -> str:
    """Return the id of which `pack_id` gave the numbers."""
    letters = number.to_bytes(4, "big").lstrip(b"\0").decode() if SOURCES[source] == "airport" else str(number)
    return f"{SOURCES[source]}:{letters}"
