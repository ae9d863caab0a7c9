"""Places by name: a compiled gazetteer, its lookup, and a geopy geocoder over it. It knows nothing of articles or maps."""

from gazetteer.model import BBox, Candidate, Kind, Place
from gazetteer.store import Gazetteer

__all__ = ["BBox", "Candidate", "Gazetteer", "Kind", "Place"]
