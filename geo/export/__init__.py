"""The published side of an itinerary in the formats of other programs.

All of them are made from one thing, the FeatureCollection of `to_geojson`, so none can say more than it does, and a plan is called a
plan in each of them.
"""

from __future__ import annotations

from geo.export.geojson import to_geojson, write_geojson
from geo.export.write import write_export

__all__ = ["to_geojson", "write_export", "write_geojson"]
