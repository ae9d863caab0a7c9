"""Read the headings of the stages of a journey that somebody tells of himself: "Day 3: Porto to Vigo, 150 km", "Moyale – Marsabit".

Such a line names no traveller and no movement. It belongs to a narrator who tells elsewhere in the article that he moved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.model import NARRATOR, Claim, PlaceRole
from geo.reading.frames.facts import holds
from geo.reading.text.stretches import beginning_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Article, Resolution, Role, When

__all__ = ["read_stages"]

#: What stands between the ends of a stage.
_BETWEEN = re.compile(r"[ \t]*(?:–|—|-+>?|→|>|\bto\b)[ \t]*")
#: Between a place and what it lies in: "Pueblo, CO", "Pueblo CO".
_INSIDE = re.compile(r",?[ \t]+")
#: What may stand before the first place of a line, and behind the last, besides a day.
_BEFORE = re.compile(r"(?:[\W\d_]|\b(?:day|from|leg|part|stage|week)\b)*+", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\W|\b\d[\d.,]*+\s*(?:h|hours?|hrs?|km|kms|kilomet\w+|mi|miles?|nm)\b)*+", re.IGNORECASE)


def read_stages(article: Article, resolutions: Sequence[Resolution], whens: Sequence[When]) -> list[Claim]:
    """Read the lines of an article that only name the ends of a stage, as movements of its narrator.

    Parameters
    ----------
    article
        The article.
    resolutions, whens
        Its mentions with the places chosen, and the times that it states, in the order of the text.

    Returns
    -------
    list of Claim
        One for each such line, whatever lies between the ends as a stop on the way.
    """
    found: list[Claim] = []
    row: list[Resolution] = []
    end = 0  # of the last place of the row, with what it lies in
    places = [r for r in resolutions if r.mention.kind in ("place", "dateline") and r.place is not None]
    for r in (*places, None):
        gap = article.text[end : r.mention.quote.start] if r is not None else ""
        if r is not None and row and holds(r, row[-1]) and _INSIDE.fullmatch(gap):
            end = r.mention.quote.end
            continue
        if row and not (r is not None and _BETWEEN.fullmatch(gap)):
            found += _claims(article, row, end, whens) if len(row) > 1 else []
            row = []
        if r is not None:
            row.append(r)
            end = r.mention.quote.end
    return found


def _claims(article: Article, row: Sequence[Resolution], end: int, whens: Sequence[When]) -> list[Claim]:
    """The movement along a row of places; none where its line says anything else."""
    text, first = article.text, row[0].mention.quote.start
    start = text.rfind("\n", 0, first) + 1
    stop = text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    own = [w for w in beginning_in(whens, start, stop, lambda w: w.words.start) if w.words.end <= stop]
    if not _BEFORE.fullmatch(_without(text, start, first, own)) or not _BEHIND.fullmatch(_without(text, end, stop, own)):
        return []
    through: list[Role] = ["via"] * (len(row) - 2)
    roles: list[Role] = ["from", *through, "to"]
    day = next((w for w in own if w.precision in ("part", "day")), None)
    return [
        Claim(
            id=f"{article.id}:{first}:travel:stage", traveller=NARRATOR, act="travel",
            places=tuple(PlaceRole(role, r) for role, r in zip(roles, row, strict=True)),
            quote=article.quote(start + len(text[start:stop]) - len(text[start:stop].lstrip()), start + len(text[start:stop].rstrip())),
            status="happened", when=day,
        )
    ]  # fmt: skip


def _without(text: str, start: int, end: int, whens: Sequence[When]) -> str:
    """The words from one offset to another, without the times among them."""
    pieces: list[str] = []
    for when in whens:
        if start <= when.words.start and when.words.end <= end:
            pieces.append(text[start : when.words.start])
            start = when.words.end
    return " ".join([*pieces, text[start:end]])
