"""The compiled gazetteer."""

from __future__ import annotations

__all__ = ["Gazetteer"]


class Gazetteer:
    """Places by name."""
