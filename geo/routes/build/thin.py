"""Thin a network out: points that crowd round one junction become one.

The roads of the source have a point for each carriageway and slip road. Joined into one, a junction of two motorways is one vertex
instead of ten, and the network has half as many.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from geo.routes.build.track import chord_km, tidy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.routes.build.track import Track

__all__ = ["merge_crowds"]


def merge_crowds(track: Track, reach_km: float) -> Track:
    """Merge points with the neighbours that they reach by a piece shorter than ``reach_km``.

    A crowd is a hub and its neighbours, never a chain of neighbours: no point moves farther than ``reach_km``. A piece changes its length by
    as much as its chord does, so what it winds stays.

    Parameters
    ----------
    track
        The network, tidy.
    reach_km
        How far a point may move.
    """
    hub = _hubs(track, reach_km)
    moved = replace(track, a=hub[track.a], b=hub[track.b])
    winding = np.maximum(track.km - chord_km(track, track.a, track.b), 0.0)
    return _without_loose_points(tidy(replace(moved, km=chord_km(moved, moved.a, moved.b) + winding)))


def _without_loose_points(track: Track) -> Track:
    """Leave out the points that no piece ends at."""
    used = np.unique(np.concatenate([track.a, track.b]))
    number = np.full(len(track.lat), -1)
    number[used] = np.arange(len(used))
    return replace(track, lat=track.lat[used], lon=track.lon[used], a=number[track.a], b=number[track.b])


def _hubs(track: Track, reach_km: float) -> NDArray[np.int64]:
    """Return the point that each point becomes: itself, or the neighbour with most pieces, shortest pieces first."""
    degree = np.bincount(np.concatenate([track.a, track.b]), minlength=len(track.lat)).tolist()
    order = np.argsort(track.km, kind="stable")
    order = order[(track.km < reach_km)[order]]
    hub, leads = np.arange(len(track.lat)), set[int]()
    for one, other in zip(track.a[order].tolist(), track.b[order].tolist(), strict=True):
        if hub[one] != one or hub[other] != other or (one in leads and other in leads):
            continue
        lead, member = (one, other) if one in leads or (other not in leads and degree[one] >= degree[other]) else (other, one)
        hub[member] = lead
        leads.add(lead)
    return hub
