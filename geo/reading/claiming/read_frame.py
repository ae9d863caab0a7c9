"""Read one word of travel: refuse what tells no journey, and make the claims of those who made it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import PlaceRole
from geo.reading.claiming.frame import Frame, says_enough
from geo.reading.claiming.making import claim_id, diverted, make_claims
from geo.reading.claiming.whose import able, travellers_of
from geo.reading.factuality.certainty import judge
from geo.reading.factuality.telling import (
    addresses_reader,
    is_about_the_text,
    is_from_afar,
    is_general,
    is_only_a_topic,
    is_still_to_come,
)
from geo.reading.frames.corrections import part_correction
from geo.reading.frames.diversions import turned_away
from geo.reading.frames.gapping import other_ends
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.words import BEGINS, verbs
from geo.reading.verbless.programmes import Read, heads_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.factuality.certainty import Certainty
    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.cast import Cast

__all__ = ["read_frame"]


def read_frame(frame: Frame, cast: Cast, latest: Actor | None) -> list[Read]:
    """Read the claims of one word of travel.

    Parameters
    ----------
    frame
        The word with its places and times.
    cast
        The travellers of the story.
    latest
        Who was said to travel last in the article: whose a journey is that is told without its traveller ("a stop in X was dropped").

    Returns
    -------
    list of Read
        None where nobody in particular travels, where nothing says where or when, and for habits and services.
    """
    if addresses_reader(frame.predicate) or is_about_the_text(frame.predicate.token):
        return []
    if frame.predicate.force == "attach" and is_from_afar(frame.predicate.clause):
        return []
    actors = travellers_of(frame, cast, latest)
    certainty = judge(frame.predicate)
    if not actors or certainty.habitual or (actors[0].kind != "person" and is_general(frame.predicate, frame.slots, frame.facts)):
        return []
    if not says_enough(frame) or (is_only_a_topic(frame.predicate.token) and not frame.slots.whens):
        return []
    listed = frame.facts.coming and heads_line(frame.predicate, frame.facts.passage)
    begins = frame.predicate.clause.tag_ == "VBG" or lemma_of(frame.predicate.clause) in BEGINS
    now = certainty.status == "happened" or (certainty.status == "under_way" and begins)
    if now and (listed or is_still_to_come(frame.predicate, frame.slots, frame.facts)):
        certainty = certainty._replace(status="planned", cue=frame.predicate.clause)
    turn = turned_away(frame.predicate, frame.slots)
    if turn is not None:
        return diverted(frame, actors[0], certainty, turn)
    if (
        certainty.status == "happened"
        and (event := told_on_course(frame.predicate.token)) is not None
        and not _comes_to_end(event)
    ):
        certainty = certainty._replace(status="under_way", cue=event)
    read = [
        Read(replace(claim, id=f"{claim.id}:instead") if number else claim, actor, frame.predicate.token)
        for number, (part, certain) in enumerate(_parts(frame, certainty))
        for actor in actors
        for claim in make_claims(part, actor, actors, certain, cast)
    ]
    return [*read, *_of_others(frame, read[0], cast)]


def _comes_to_end(event: Token) -> bool:
    """Whether what became of a vehicle on its course is that it arrived: "the bus from X to Y arrived at noon"."""
    return any(row["act"] == "arrive" for (lemma, _), row in verbs().items() if lemma == lemma_of(event))


def _of_others(frame: Frame, told: Read, cast: Cast) -> Iterator[Read]:
    """The claims of those who go elsewhere by the same verb: "Berg flew to X on Monday and Lund to Y on Tuesday"."""
    when = told.claim.when
    shared = when if when is not None and when.words.start < frame.facts.passage.offset(frame.predicate.token) else None
    for other in other_ends(frame.predicate, frame.facts):
        for actor in able(frame.predicate, cast.party([other.traveller], frame.facts.passage)):
            claim = replace(
                told.claim, id=f"{claim_id(frame, told.claim.act, actor)}:{other.resolution.mention.quote.start}", traveller=actor.name,
                companions=(), places=(PlaceRole("to", other.resolution),), when=other.when or shared,
            )  # fmt: skip
            yield Read(claim, actor, other.traveller)


def _parts(frame: Frame, certainty: Certainty) -> list[tuple[Frame, Certainty]]:
    """The frame, or what is denied of it and what is said instead: "did not fly to X but to Y"."""
    cue = certainty.cue
    parts = part_correction(frame.slots) if certainty.status == "denied" and cue is not None and cue.dep_ == "neg" else None
    if parts is None:
        return [(frame, certainty)]
    ahead = any(c.tag_ == "MD" for c in frame.predicate.clause.children)
    instead = certainty._replace(status="planned" if ahead else "happened", cue=frame.predicate.clause if ahead else None)
    return [(replace(frame, slots=parts[0]), certainty), (replace(frame, slots=parts[1]), instead)]
