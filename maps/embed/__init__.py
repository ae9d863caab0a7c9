"""The map in other pages: frames, a web component, cards where it is linked to, and what machines read of it."""

from __future__ import annotations

from maps.embed.pages import write_embed
from maps.embed.shared import SHARED, write_shared
from maps.embed.snippets import snippet

__all__ = ["SHARED", "snippet", "write_embed", "write_shared"]
