"""Mark the lines that long-distance trains take, where a shorter one lies beside them.

The source doesn't tell a main line from any other, so the shortest way from Vladivostok to Moscow would be the Baikal-Amur line. The
lines of ``main_lines.csv`` are chosen from those of the Trans-Asian Railway agreement (Jakarta, 2006, annex I), each with its source; a
search finds them a little shorter than they are.
"""

from __future__ import annotations

import csv
import itertools
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from gazetteer.errors import InputError
from geo.routes.build.heal import cost_matrix, positions

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from geo.routes.build.track import Track

__all__ = ["mark_main_lines"]

#: A station must find track this near.
_FIT_KM = 5.0


def mark_main_lines(track: Track, path: Path) -> NDArray[np.bool_]:
    """Tell which pieces of track are on a main line.

    Parameters
    ----------
    track
        The network, tidy: its pieces in the order of their points.
    path
        A CSV file with a row for each station, in the order of travel: ``line``, ``station``, ``lat``, ``lon``, ``source``.

    Returns
    -------
    array of bool
        One for each piece; a line takes the shortest track between its stations.

    Raises
    ------
    InputError
        If a station finds no track within 5 km, or no track leads on to the next one.
    """
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    lat, lon = (np.array([float(row[column]) for row in rows]) for column in ("lat", "lon"))
    gaps, points = cKDTree(positions(track.lat, track.lon)).query(positions(lat, lon))
    if gaps.max() > _FIT_KM:
        raise InputError(
            f"{path.name}: {rows[gaps.argmax()]['station']} is {gaps.max():.1f} km from any track; correct its place."
        )
    matrix, main = cost_matrix(track), np.zeros(len(track.km), dtype=bool)
    keys = track.a * len(track.lat) + track.b
    for (one, start), (other, end) in itertools.pairwise(zip(rows, points.tolist(), strict=True)):
        if one["line"] != other["line"]:
            continue
        way = _shortest(matrix, start, end)
        if not way:
            raise InputError(f"{path.name}: no track leads from {one['station']} to {other['station']}; patch the hole first.")
        low, high = np.sort(np.array([way[:-1], way[1:]]), axis=0)
        main[np.searchsorted(keys, low * len(track.lat) + high)] = True
    return main


def _shortest(matrix: object, start: int, end: int) -> list[int]:
    _, before = dijkstra(matrix, indices=start, return_predecessors=True)
    way = [end]
    while way[-1] != start and before[way[-1]] >= 0:
        way.append(int(before[way[-1]]))
    return way if way[-1] == start else []
