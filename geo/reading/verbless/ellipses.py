"""Read stops that are told by their names alone: "Then Lyon.", "From there to Turin; next, Milan", "Calais by nine, very sick", "Tomorrow it is Rome".

Such words name no traveller. They belong to whoever was last said to travel before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.model import MOVEMENTS, NARRATOR, Claim, PlaceRole
from geo.reading.parsing.clauses import TENSED
from geo.reading.verbless.programmes import Read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from geo.model import Resolution, Role, Status, When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travellers.actors import Actor

__all__ = ["read_ellipses"]

#: What a clause is told apart by from those around it.
_BOUNDARY = re.compile(r"[.;!?\n—]|\s[–-]\s|--")
#: Words of time and order that may stand before a place that has its turn.
_TURN = (
    r"(?:(?:first|second|third|next|last|final)\s+(?:stop|halt|port|day|morning|evening|night|week)|next|then|thence|afterwards|later|finally|lastly|"
    r"first|now|today|tonight|yesterday|tomorrow|after\s+that|from\s+(?:there|here)|day\s+\w+|by\s+\w+|the\s+(?:next|following)\s+\w+|"
    r"in\s+the\s+(?:morning|afternoon|evening)|and\s+so|at\s+last)"
)
_LEAD = re.compile(
    rf"\W*(?:(?:and|but)\s+)?(?P<turn>(?:{_TURN}\W*(?:it\s+(?:is|was|will\s+be)\s+)?(?:and\s+)?)*)"
    r"(?P<way>(?:(?:across|back|down|home|on|onward|onwards|out|over|up)\s+)*(?:(?P<end>to|into|for|via|through)\s+)?)(?:the\s+)?",
    re.IGNORECASE,
)
#: Behind a place that nothing introduces, when one came there: "Calais by nine", "Amiens to dine", "Dalanzadgad at last".
_THERE_WHEN = re.compile(
    r"\s+(?:again\b|at\s+last\b|(?:by|before|about|towards)\s+\w+|at\s+(?:\d|noon|midnight|dawn|dusk|\w+\s+o['’]clock)|to\s+dine\b)"
)
#: Between the members of a list.
_JOINT = re.compile(r"\s*(?:,|,?\s*and|,?\s*then|,?\s*and\s+then)\s+(?:(?:on|back|over|up|down)\s+)?(?:(?:to|into)\s+)?")
_COMING = re.compile(r"\b(?:tomorrow|tonight|will\s+be|next\s+week)\b", re.IGNORECASE)
_RELATIVE = frozenset({"where", "which", "who", "whose", "when", "while", "as", "because"})


class _Clause(NamedTuple):
    """A clause that only names places, by its offsets in the article, with what its first words say."""

    start: int
    end: int
    role: Role
    coming: bool


def read_ellipses(facts: PassageFacts, read: Sequence[Read], before: Actor | None) -> list[Read]:
    """Read the clauses of a passage without a verb that name the next stop of a journey.

    Parameters
    ----------
    facts
        The passage.
    read
        What its words of travel gave.
    before
        Who was said to travel last above the passage.

    Returns
    -------
    list of Read
        An arrival for each place, of whoever moved last before it; none where nobody did.
    """
    taken = {p.resolution.mention.quote for r in read for p in r.claim.places}
    found: list[Read] = []
    previous: tuple[_Clause, int] | None = None
    for index in sorted(i for i in facts.places if i in facts.member_of and i not in facts.inside):
        resolution = facts.places[index]
        if resolution.mention.kind != "place" or resolution.place is None or resolution.mention.quote in taken:
            continue
        last = next((r for r in reversed(read) if r.token.i < index and r.claim.act in MOVEMENTS), None)
        actor = last.actor if last is not None else before
        clause = _continued(previous, resolution, facts) or _clause(
            index, facts, of_narrator=actor is not None and actor.name == NARRATOR
        )
        if actor is None or clause is None:
            continue
        previous = clause, resolution.mention.quote.end
        coming = clause.coming or (last.claim.status == "planned" if last is not None else facts.coming)
        found.append(_arrival(facts.passage.doc[index], resolution, actor, clause, facts, "planned" if coming else "happened"))
    return found


def _arrival(token: Token, resolution: Resolution, actor: Actor, clause: _Clause, facts: PassageFacts, status: Status) -> Read:
    passage = facts.passage
    claim = Claim(
        id=f"{passage.article.id}:{passage.offset(token)}:arrive:ellipsis", traveller=actor.name, act="arrive",
        places=(PlaceRole(clause.role, resolution),), quote=passage.sentence_quote(token), status=status, when=_when(clause, facts),
    )  # fmt: skip
    return Read(claim, actor, token)


def _clause(index: int, facts: PassageFacts, *, of_narrator: bool) -> _Clause | None:
    """The clause around a place, where it says nothing but that the place has its turn; a name by itself only in what somebody tells of himself."""
    passage, quote = facts.passage, facts.places[index].mention.quote
    text, first = passage.article.text, passage.start
    start = max((m.end() for m in _BOUNDARY.finditer(text, first, quote.start)), default=first)
    cut = _BOUNDARY.search(text, quote.end, first + len(passage.doc.text))
    end = cut.start() if cut else first + len(passage.doc.text)
    lead = _LEAD.fullmatch(text, start, quote.start)
    if lead is None or _has_verb(facts, quote.end - first, end - first):
        return None
    introduced = bool(lead["turn"].strip()) or (bool(lead["end"]) and of_narrator)
    if not introduced and not (of_narrator and _THERE_WHEN.match(text, quote.end, end)):
        return None
    if introduced and not re.match(r"\W|\s+(?:in|by|at|on|with|and|then|again|for|before|after|,)\b|$", text[quote.end : end]):
        return None
    role: Role = "via" if (lead["end"] or "").lower() in ("via", "through") else "to"
    return _Clause(start, end, role, _COMING.search(lead[0]) is not None)


def _continued(previous: tuple[_Clause, int] | None, resolution: Resolution, facts: PassageFacts) -> _Clause | None:
    """The clause of the place before, of whose list this one is the next member: "then Lyon and Turin"."""
    if previous is None:
        return None
    clause, end = previous
    quote = resolution.mention.quote
    joined = quote.end <= clause.end and _JOINT.fullmatch(facts.passage.article.text, end, quote.start)
    return clause if joined else None


def _has_verb(facts: PassageFacts, start: int, end: int) -> bool:
    """Whether a finite verb of no relative clause stands between two offsets of the parse."""
    for token in facts.passage.doc:
        if start <= token.idx < end:
            if token.lower_ in _RELATIVE:
                return False
            if token.tag_ in TENSED:
                return True
    return False


def _when(clause: _Clause, facts: PassageFacts) -> When | None:
    whens: Iterator[When] = (w for w in facts.whens.values() if clause.start <= w.words.start and w.words.end <= clause.end)
    return next((w for w in whens if w.precision in ("part", "day")), None)
