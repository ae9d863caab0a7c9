"""Boxes on paper, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Box"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> Box:
        """Make the box of a size whose middle is at a point."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return ((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, x: float, y: float | None = None) -> Box:
        """Add a margin at each side; a negative one takes away."""
        down = x if y is None else y
        return Box(self.left - x, self.top - down, self.right + x, self.bottom + down)

    def meets(self, other: Box) -> bool:
        """Tell whether the two overlap or stand closer than a pixel."""
        return (
            self.left < other.right + 1
            and other.left < self.right + 1
            and self.top < other.bottom + 1
            and other.top < self.bottom + 1
        )

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def contains(self, other: Box) -> bool:
        """Tell whether another box lies in it whole."""
        return self.left <= other.left and self.right >= other.right and self.top <= other.top and self.bottom >= other.bottom
