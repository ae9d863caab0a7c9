"""Legs of a journey as lines: along track, along roads, along sea lanes, or over great circles."""

from geo.routes.geometry import cut_at_antimeridian, great_circle, length_km, simplify, unwrap
from geo.routes.route import build_routes, route, route_all
from geo.routes.trip import Trip

__all__ = [
    "Trip",
    "build_routes",
    "cut_at_antimeridian",
    "great_circle",
    "length_km",
    "route",
    "route_all",
    "simplify",
    "unwrap",
]
