"""Words that are common without a capital."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["common_words"]


@cache
def common_words() -> frozenset[str]:
    """Read the words that are common without a capital, in lower case."""
    text = resources.files("geo.reading").joinpath("data/common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
