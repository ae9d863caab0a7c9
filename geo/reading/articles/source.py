"""What a file holds: the text of an article, and what is stated about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from geo.model import Span

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds: its text, and what it states about itself."""

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    lang: str = ""
    published: date | None = None
    skipped: tuple[Span, ...] = ()
