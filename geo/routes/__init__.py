"""Legs of a journey as lines: along track, along sea lanes, or over great circles."""

from geo.routes.geometry import cut_at_antimeridian, great_circle, length_km, simplify, unwrap
from geo.routes.route import build_routes, route

__all__ = ["build_routes", "cut_at_antimeridian", "great_circle", "length_km", "route", "simplify", "unwrap"]
