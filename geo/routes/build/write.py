"""Write a contracted network as a compact file that is the same, byte for byte, each time that it is built."""

from __future__ import annotations

import io
import itertools
import zipfile
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.build.inputs import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from geo.routes.build.contract import Chains
    from geo.routes.build.track import Track

__all__ = ["write_network"]

#: Degrees are stored as whole steps of this size (11 m of latitude; the source has steps of 0.001).
_STEP = 1e-4


def write_network(path: Path, track: Track, codes: NDArray[np.str_], chains: Chains) -> None:
    """Write a network for `geo.routes.network` to read.

    The arrays: ``countries`` (codes, sorted), ``country`` (of each vertex), ``lat`` and ``lon`` (differences, in steps of 0.0001 degree, of the
    vertices and then of the points inside each chain), ``start`` (the vertex where each chain starts, as differences), ``span`` (how many numbers farther it ends), ``inside``
    (how many points it has between them), ``kind`` and ``metres`` (of each piece of each chain, in order).

    Raises
    ------
    OutputError
        If the file can't be written.
    """
    vertex_of = {point: vertex for vertex, point in enumerate(chains.vertices)}
    inner = [points[1:-1] for points in chains.points]
    order = np.array(chains.vertices + list(itertools.chain.from_iterable(inner)), dtype=np.int64)
    start = np.array([vertex_of[points[0]] for points in chains.points], dtype=np.int32)
    end = np.array([vertex_of[points[-1]] for points in chains.points], dtype=np.int32)
    names, country = np.unique(codes[chains.vertices], return_inverse=True)
    arrays = {
        "countries": names.astype("S2"),
        "country": country.astype(np.uint8),
        "lat": _differences(track.lat[order]),
        "lon": _differences(track.lon[order]),
        "start": np.diff(start, prepend=0).astype(np.int32),
        "span": end - start,
        "inside": np.array([len(points) for points in inner], dtype=np.uint16),
        "kind": np.array(chains.kind, dtype=np.uint8),
        "metres": np.round(np.array(list(itertools.chain.from_iterable(chains.km))) * 1000).astype(np.int32),
    }
    write_atomically(path, _archive(arrays))


def _differences(degrees: NDArray[np.float64]) -> NDArray[np.int32]:
    steps = np.round(degrees / _STEP).astype(np.int32)
    steps[1:] -= steps[:-1].copy()
    return steps


def _archive(arrays: dict[str, NDArray[np.generic]]) -> bytes:
    """Pack arrays as ``numpy.savez_compressed`` does, but with a fixed time on each member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            bundle.writestr(entry, member.getvalue(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()
