"""Leave out a thing that is said to go somewhere once: "an advertisement to visit X", "the bell goes off"; what goes on, a relic on tour, stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Claim
    from geo.reading.travellers.actors import Actor

__all__ = ["without_things"]

#: Nouns that mean somebody where they are said to move, and otherwise much else.
_SOME = frozenset(
    "batch busload cabinet cavalcade cavalry circus clan congregation cortege deputation division dozen dozens first force forces former foursome "
    "half-dozen handful household hundreds infantry last latter leadership legation load lot militia mission mob others pack person persons "
    "personnel planeload posse rearguard remainder remnant rest scores second staff third thousands threesome tribe twosome vanguard whole wing".split()
)
#: So many places make a journey of what a thing is said to have come to.
_A_JOURNEY = 2


def without_things(claims: Sequence[Claim], actors: Iterable[Actor]) -> list[Claim]:
    """Leave out the claims of things that are told of in one place alone.

    Parameters
    ----------
    claims
        Those of a story.
    actors
        Who made them.

    Returns
    -------
    list of Claim
        In the same order.
    """
    things = {a.name for a in actors if not a.named and a.kind != "vehicle" and not _may_be_some(a.name)}
    places: dict[str, set[str]] = {}
    for claim in claims:
        if claim.traveller in things:
            places.setdefault(claim.traveller, set()).update(p.id for c in claim.places if (p := c.resolution.place) is not None)
    idle = {name for name, there in places.items() if len(there) < _A_JOURNEY}
    return [c for c in claims if c.traveller not in idle]


def _may_be_some(name: str) -> bool:
    """Whether what the word list does not know may be somebody: a name, a mission, or a "first batch of refugees", but not "the indictment"."""
    last = name.rsplit(maxsplit=1)[-1]
    return not last.islower() or last in _SOME or people_kind(last.removesuffix("s")) is not None
