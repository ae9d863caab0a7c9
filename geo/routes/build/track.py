"""A network of track or road as its source has it: points and the pieces between them."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from pyproj import Geod

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["Track", "chord_km", "divide_long_pieces", "join", "pieces_of_new_points", "read_track", "tidy"]

_WGS84 = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Track:
    """Points, and the pieces of track that join two of them.

    Attributes
    ----------
    lat, lon
        Degrees, EPSG:4326, one for each point.
    a, b
        Indices of the two points of each piece.
    km
        The length of each piece along the track.
    ferry
        Whether each piece is a ferry.
    """

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    km: NDArray[np.float64]
    ferry: NDArray[np.bool_]


def read_track(wheel: Path, module: str) -> Track:
    """Read a network out of the ``scgraph_data`` wheel, as text: its modules don't import with today's ``scgraph``.

    Such a module is two literals, ``graph=[{neighbour: km, ...}, ...]`` and ``nodes=[[lat, lon], ...]``, each on its own line.

    Parameters
    ----------
    wheel
        The package as downloaded.
    module
        ``world_railways`` or ``world_highways``.

    Returns
    -------
    Track
        As it stands there: with self-loops, and each piece from both of its ends.

    Raises
    ------
    InputError
        If the module is not of that form.
    """
    with zipfile.ZipFile(wheel) as bundle:
        lines = bundle.read(f"scgraph_data/{module}.py").decode().splitlines()
    literals = {name: text for name, _, text in (line.partition("=") for line in lines)}
    try:
        points = np.array(json.loads(literals["nodes"]))
        neighbours = re.findall(r"\{([^}]*)\}", literals["graph"])
    except (KeyError, json.JSONDecodeError) as error:
        raise InputError(f"{wheel.name} does not hold a network in {module}.py: build from the pinned version.") from error
    flat = np.array(re.split("[:,]", ",".join(filter(None, neighbours))), dtype=float).reshape(-1, 2)
    ends = np.repeat(np.arange(len(neighbours)), [text.count(":") for text in neighbours])
    return Track(points[:, 0], points[:, 1], ends, flat[:, 0].astype(np.int64), flat[:, 1], np.zeros(len(ends), dtype=bool))


def tidy(track: Track) -> Track:
    """Drop self-loops, keep the shortest of parallel pieces once, and let no piece be shorter than the geodesic between its ends.

    The source rounds lengths to a metre and points to a thousandth of a degree, so short pieces can come out too short.
    """
    low, high = np.minimum(track.a, track.b), np.maximum(track.a, track.b)
    order = np.lexsort((track.km, high, low))
    low, high, km, ferry = low[order], high[order], track.km[order], track.ferry[order]
    first = np.ones(len(low), dtype=bool)
    first[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    keep = first & (low != high)
    clean = replace(track, a=low[keep], b=high[keep], km=km[keep], ferry=ferry[keep])
    return replace(clean, km=np.maximum(clean.km, chord_km(clean, clean.a, clean.b)))


def chord_km(track: Track, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the geodesic distance (WGS84) between points ``a`` and points ``b``, in kilometres."""
    _, _, metres = _WGS84.inv(track.lon[a], track.lat[a], track.lon[b], track.lat[b])
    return np.asarray(metres, dtype=np.float64) / 1000


def join(track: Track, pairs: NDArray[np.int64], *, ferry: bool = False) -> Track:
    """Add pieces as long as the geodesic between their ends.

    Parameters
    ----------
    track
        The network.
    pairs
        Shape (n, 2): indices of points.
    ferry
        Whether the pieces are ferries.
    """
    a, b = pairs.reshape(-1, 2).astype(np.int64).T
    return replace(
        track,
        a=np.concatenate([track.a, a]),
        b=np.concatenate([track.b, b]),
        km=np.concatenate([track.km, np.maximum(chord_km(track, a, b), 0.001)]),
        ferry=np.concatenate([track.ferry, np.full(len(a), ferry)]),
    )


def divide_long_pieces(track: Track, longest_km: float) -> Track:
    """Put points on pieces whose chord is longer than ``longest_km``, evenly, so that a stop beside one finds a point near it."""
    parts = _parts(track, longest_km)
    piece = np.repeat(np.arange(len(parts)), parts)
    step = np.arange(len(piece)) - np.repeat(np.cumsum(parts) - parts, parts)
    inner = step > 0
    share = step[inner] / parts[piece[inner]]
    a, b = track.a[piece[inner]], track.b[piece[inner]]
    # No piece of the source crosses the antimeridian, so a straight line in degrees is the line that a map would draw.
    lat = track.lat[a] + share * (track.lat[b] - track.lat[a])
    lon = track.lon[a] + share * (track.lon[b] - track.lon[a])
    start = track.a[piece].copy()
    start[inner] = len(track.lat) + np.arange(int(inner.sum()))
    end = np.append(start[1:], 0)
    last = step == parts[piece] - 1
    end[last] = track.b[piece[last]]
    return Track(
        np.concatenate([track.lat, lat]),
        np.concatenate([track.lon, lon]),
        start,
        end,
        track.km[piece] / parts[piece],
        track.ferry[piece],
    )


def pieces_of_new_points(track: Track, longest_km: float) -> NDArray[np.int64]:
    """Return the piece that each point lies on which `divide_long_pieces` adds, in the order in which it adds them."""
    parts = _parts(track, longest_km)
    return np.repeat(np.arange(len(parts)), parts - 1)


def _parts(track: Track, longest_km: float) -> NDArray[np.int64]:
    return np.maximum(np.ceil(chord_km(track, track.a, track.b) / longest_km).astype(np.int64), 1)
