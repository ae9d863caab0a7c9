"""The reviewed list of track that the source lacks: tunnels, bridges and border gaps too long to mend by rule."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from gazetteer.errors import InputError
from geo.routes.build.heal import positions
from geo.routes.build.track import join

if TYPE_CHECKING:
    from pathlib import Path

    from geo.routes.build.track import Track

__all__ = ["apply_patches"]

#: An end of a patch must find track this near, or the patch no longer fits the source.
_FIT_KM = 3.0
#: Which points of a patch are joined to the network, where it is not the first and the last.
_JOINED_ENDS: dict[str, tuple[int, ...]] = {"branch": (0,), "apart": ()}


def apply_patches(track: Track, path: Path) -> Track:
    """Add the patches of a CSV file to a network.

    Each row is a point of one patch, in the order of travel: ``patch`` (its name), ``lat``, ``lon`` and, on its first row, ``km`` (the
    length of the whole patch, empty where the chord will do), ``by`` and ``source``. The first and last points are moved to the nearest
    point of the network; those between are new. ``by`` is ``ferry`` for a ferry, ``branch`` for a line to a terminus that the source
    lacks: its last point is new too; or ``apart`` for a line that the source lacks from end to end, joined to no other.

    Raises
    ------
    InputError
        If an end of a patch finds no track within 3 km.
    """
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for name in dict.fromkeys(row["patch"] for row in rows):
        track = _apply(track, name, [row for row in rows if row["patch"] == name], path)
    return track


def _apply(track: Track, name: str, rows: list[dict[str, str]], path: Path) -> Track:
    lat, lon = (np.array([float(row[column]) for row in rows]) for column in ("lat", "lon"))
    ends = np.array(_JOINED_ENDS.get(rows[0]["by"], (0, len(rows) - 1)), dtype=np.int64)
    gaps, nearest = cKDTree(positions(track.lat, track.lon)).query(positions(lat[ends], lon[ends]))
    if gaps.max(initial=0.0) > _FIT_KM:
        raise InputError(f"{path.name}: {name} ends {gaps.max():.1f} km from any track; move its ends onto the network.")
    fresh = np.setdiff1d(np.arange(len(rows)), ends)
    points = np.empty(len(rows), dtype=np.int64)
    points[ends], points[fresh] = nearest, len(track.lat) + np.arange(len(fresh))
    grown = replace(track, lat=np.concatenate([track.lat, lat[fresh]]), lon=np.concatenate([track.lon, lon[fresh]]))
    patched = join(grown, np.column_stack([points[:-1], points[1:]]), ferry=rows[0]["by"] == "ferry")
    if rows[0]["km"]:
        added = slice(len(track.a), None)
        patched.km[added] *= max(float(rows[0]["km"]) / patched.km[added].sum(), 1.0)
    return patched
