"""Text for XML: escaped, and without the signs that XML cannot hold."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["element", "inner"]

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def inner(text: str) -> str:
    """Escape text for the inside of an element or of an attribute."""
    return escape(_UNFIT.sub("\ufffd", text))


def element(tag: str, content: str | Iterable[str], /, **attributes: str) -> str:
    """Write an element: text is escaped, a list of elements is joined."""
    named = "".join(f' {key}="{inner(value)}"' for key, value in attributes.items())
    inside = inner(content) if isinstance(content, str) else "".join(content)
    return f"<{tag}{named}>{inside}</{tag}>" if inside else f"<{tag}{named}/>"
