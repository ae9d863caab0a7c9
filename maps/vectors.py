"""Layers of the basemap as small files: quantised coordinates, read in a few milliseconds.

A layer is a list of geometries of one type with a record of attributes for each. On disk it is a ``.npz``: the ragged arrays that
shapely makes of the geometries, coordinates as differences of whole ten-thousandths of a degree (about 11 m), and the records as
JSON. Such files are a quarter of the size of the shapefiles that they come from, and the same bytes on every build.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

__all__ = ["Layer", "bundled_layer", "read_layer", "write_layer"]

#: Steps in a degree.
_STEPS = 10_000


@dataclass(frozen=True, slots=True)
class Layer:
    """Geometries in degrees, EPSG:4326, each with a record of plain values in the same position."""

    geometries: tuple[BaseGeometry, ...]
    records: tuple[dict[str, Any], ...]

    def where(self, **wanted: object) -> Layer:
        """Keep the features whose record has each of these values."""
        pairs = [
            (geometry, record)
            for geometry, record in zip(self.geometries, self.records, strict=True)
            if all(record.get(key) == value for key, value in wanted.items())
        ]
        return Layer(tuple(geometry for geometry, _ in pairs), tuple(record for _, record in pairs))


@cache
def bundled_layer(name: str) -> Layer:
    """Read a layer of the compiled basemap in ``maps/data``; it is kept for the life of the process."""
    return read_layer(files("maps") / "data" / f"{name}.npz")


def read_layer(path: Any) -> Layer:
    """Read a layer file (a path or a packaged resource)."""
    import numpy as np
    import shapely

    with path.open("rb") as file, np.load(file) as arrays:
        coordinates = np.cumsum(arrays["steps"], axis=0, dtype=np.int64) / _STEPS
        offsets = tuple(arrays[key].astype(np.int64) for key in sorted(arrays.files) if key.startswith("offset"))
        kind = shapely.GeometryType(int(arrays["type"][0]))
        records = json.loads(arrays["records"].tobytes().decode())
    geometries = shapely.from_ragged_array(kind, coordinates, offsets or None)
    return Layer(tuple(geometries), tuple(records))


def write_layer(path: Path, layer: Layer) -> None:
    """Write a layer file, whole or not at all; the same layer gives the same bytes.

    Raises
    ------
    OutputError
        If the folder can't be written to.
    """
    import io

    import numpy as np
    import shapely

    from gazetteer.build.inputs import write_atomically

    kind, coordinates, offsets = shapely.to_ragged_array(list(layer.geometries), include_z=False)
    whole = np.rint(coordinates * _STEPS).astype(np.int32)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    records = json.dumps(list(layer.records), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        steps=steps,
        type=np.array([int(kind)], dtype=np.int32),
        records=np.frombuffer(records, dtype=np.uint8),
        **{f"offset{rank}": offset.astype(np.int32) for rank, offset in enumerate(offsets)},
    )
    write_atomically(path, buffer.getvalue())
