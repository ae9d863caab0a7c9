"""Fill the frame of one word of travel and make the claims that it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.model import FINENESS_RANK, NARRATOR, Claim, PlaceRole
from geo.reading.factuality.certainty import judge
from geo.reading.factuality.earlier_trips import was_last_time
from geo.reading.factuality.sources import attribute
from geo.reading.factuality.telling import (
    addresses_reader,
    is_about_the_text,
    is_from_afar,
    is_general,
    is_maxim,
    is_still_to_come,
)
from geo.reading.frames.arrivals import was_there_then
from geo.reading.frames.corrections import part_correction
from geo.reading.frames.datelines import met_on_tour
from geo.reading.frames.diversions import turned_away
from geo.reading.frames.gapping import other_ends
from geo.reading.frames.sequence import is_return, told_sequence
from geo.reading.frames.slots import fill
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.text.slugs import slug
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import verbs
from geo.reading.travellers.carriers import carrying_vehicle
from geo.reading.travellers.companions import find_companions
from geo.reading.travellers.continuations import befalls_party, journey_told_of, owner_of_journey, tells_of_the_same
from geo.reading.travellers.elisions import heads_entry
from geo.reading.travellers.epithets import is_all_of_them
from geo.reading.travellers.finding import find_travellers
from geo.reading.travellers.gear import is_gear
from geo.reading.verbless.programmes import Read, dated_rows, day_beside, heads_line
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.pronouns import PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from spacy.tokens import Token

    from geo.model import Act, Quote, Resolution, Role, Status, When
    from geo.reading.factuality.certainty import Certainty
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.frames.slots import Slots
    from geo.reading.travel_words.predicates import Predicate
    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.cast import Cast

__all__ = ["Frame", "is_old", "read_frame"]

#: Verbs whose present tense may be a timetable though they tell of what has only begun: "begins a tour of X on Friday".
_BEGINS = frozenset({"begin", "commence", "embark", "launch", "start"})
#: A trip that ended longer before publication than this, in days, is told as background.
_OLD = 28
_REAL = ("happened", "under_way")


@dataclass(frozen=True, slots=True)
class Frame:
    """A word of travel with its slots filled, on the way to a claim."""

    predicate: Predicate
    slots: Slots
    facts: PassageFacts

    @classmethod
    def of(cls, predicate: Predicate, facts: PassageFacts) -> Frame:
        """Fill the slots of a word of travel."""
        slots = fill(predicate, facts)
        slots.places = _without_carrier(slots.places)
        if not slots.places and facts.dateline is not None and met_on_tour(predicate, facts):
            slots.places = [("at", facts.dateline, predicate.token)]
            predicate = replace(predicate, act="stay")
        return cls(predicate, slots, facts)


def _without_carrier(places: list[tuple[Role, Resolution, Token]]) -> list[tuple[Role, Resolution, Token]]:
    """Leave out the place that an airline is called after: "the Delta flight to X", "Delta Flight 12", but not "the Lisbon flight"."""

    def names_carrier(role: Role, token: Token) -> bool:
        flight = token.head
        if role != "to" or token.dep_ != "compound" or vehicle_mode(flight) == "unknown":
            return False
        numbered = any(c.like_num for c in flight.rights)
        return numbered or any(r == "to" and t.i != token.i and t.i > flight.i for r, _, t in places)

    return [p for p in places if not names_carrier(p[0], p[2])]


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
    actors = _travellers(frame, cast, latest)
    certainty = judge(frame.predicate)
    if not actors or certainty.habitual or (actors[0].kind != "person" and is_general(frame.predicate, frame.slots, frame.facts)):
        return []
    if not _says_enough(frame):
        return []
    listed = frame.facts.coming and heads_line(frame.predicate, frame.facts.passage)
    begins = frame.predicate.clause.tag_ == "VBG" or lemma_of(frame.predicate.clause) in _BEGINS
    now = certainty.status == "happened" or (certainty.status == "under_way" and begins)
    if now and (listed or is_still_to_come(frame.predicate, frame.slots, frame.facts)):
        certainty = certainty._replace(status="planned", cue=frame.predicate.clause)
    turn = turned_away(frame.predicate, frame.slots)
    if turn is not None:
        return _diverted(frame, actors[0], certainty, turn)
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
        for claim in _claims(part, actor, actors, certain, cast)
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
        for actor in _able(frame.predicate, cast.party([other.traveller], frame.facts.passage)):
            claim = replace(
                told.claim, id=f"{_claim_id(frame, told.claim.act, actor)}:{other.resolution.mention.quote.start}", traveller=actor.name,
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


def _travellers(frame: Frame, cast: Cast, latest: Actor | None) -> list[Actor]:
    """Those who made the movement: of a meeting each of them, of a journey one party."""
    predicate, passage = frame.predicate, frame.facts.passage
    tokens = find_travellers(predicate)
    if predicate.act == "meet":
        known = [a for t in tokens if (a := cast.actor(t, passage)) is not None and _can_travel(predicate, a)]
        return known or _told_last(tells_of_the_same(predicate, tokens), latest)
    if [t.lower_ for t in tokens] == ["it"] and predicate.token.dep_ == "attr":
        tokens = []  # "it was another train journey to X"
    if len(tokens) == 1 and heads_entry(tokens[0]):
        tokens = []
    if tokens and is_maxim(predicate, frame.slots, tokens[0]):
        return []
    journey = journey_told_of(predicate, tokens)
    if journey is not None:  # "his tour will end in X", "a trip that began in Y"
        told = frame.facts.predicates.get(journey.i)  # "is on a tour that began in X"
        tokens = owner_of_journey(journey) or (find_travellers(told) if told is not None else [])
        return _able(predicate, cast.party(tokens, passage)) if tokens else _told_last(True, latest)
    party = cast.party(tokens, passage) if tokens else cast.diarist(predicate.token, latest)
    if party is not None and (party.named or _can_travel(predicate, party)):
        bearer = carrying_vehicle(predicate)
        return [*_able(predicate, party), *(_able(predicate, cast.actor(bearer, passage)) if bearer is not None else ())]
    untold = tells_of_the_same(predicate, tokens) or (
        not tokens and (predicate.object == "reached" or heads_line(predicate, passage))
    )
    if untold and latest is None:
        latest = cast.topic(predicate.token, passage)
    return _told_last(
        untold or _befell(predicate, tokens, latest) or (latest is not None and _may_mean(tokens, latest, cast)), latest
    )


def _told_last(goes_on: bool, latest: Actor | None) -> list[Actor]:
    return [latest] if goes_on and latest is not None else []


def _befell(predicate: Predicate, subject: Sequence[Token], latest: Actor | None) -> bool:
    """Whether something befell who was said to travel last; a mishap of its own is that of a vehicle or a group."""
    return latest is not None and befalls_party(predicate, subject) and (latest.kind != "person" or is_gear(subject[0]))


def _may_mean(subject: Sequence[Token], latest: Actor, cast: Cast) -> bool:
    """Whether a pronoun whose noun is not found goes on telling of who was said to travel last; "it" also where it means nobody.

    "She" is nobody who has a name, which the cast knows how far to look for.
    """
    pronoun = subject[0].lower_ if len(subject) == 1 else ""
    if pronoun in PLURAL:
        return latest.kind == "group"
    if len(subject) == 1 and is_all_of_them(subject[0]):
        return latest.kind != "vehicle"
    if pronoun in ("he", "she"):  # "The vice president's trip takes her to X. She leaves on Saturday"
        return latest.kind == "person" and latest.name not in cast.names.aliases and may_mean(pronoun, latest.name)
    return pronoun == "it" and (latest.kind == "vehicle" or _takes_time(subject[0].head))


def _takes_time(verb: Token) -> bool:
    """ "It took us 13 hours to reach X"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    return verb.lemma_ == "take" and any(o.ent_type_ in ("TIME", "DATE") for o in objects)


def _able(predicate: Predicate, party: Actor | None) -> list[Actor]:
    return [party] if party is not None and _can_travel(predicate, party) else []


def _says_enough(frame: Frame) -> bool:
    """Whether the words name a place in a fitting role, or at least the time of an end of the movement."""
    act, roles = frame.predicate.act, {role for role, _, _ in frame.slots.places}
    if not roles:
        return act in ("meet", "depart", "arrive") and bool(frame.slots.whens)
    through = act == "pass" and roles == {"at"} and lemma_of(frame.predicate.token) != "transit"
    if (
        roles == {"from"}
        and lemma_of(frame.predicate.token) == "come"
        and not frame.slots.whens
        and _are_some(frame.predicate.clause)
    ):
        return False  # "most of those on board came from X": whence they are
    return not through and not (act == "stay" and roles == {"from"})


def _are_some(verb: Token) -> bool:
    """Whether the subject counts out some of many: "most of the passengers", "some of them"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(s.tag_ in ("CD", "DT", "JJ", "JJS") and any(c.lower_ == "of" for c in s.children) for s in subjects)


def _claims(frame: Frame, actor: Actor, actors: Sequence[Actor], certainty: Certainty, cast: Cast) -> list[Claim]:
    """The claims of one traveller: one, or one for each day where places and days are told in step."""
    predicate, passage = frame.predicate, frame.facts.passage
    met = [n for t in find_companions(predicate) if (n := cast.label(t, passage))] if predicate.act == "meet" else []
    others = tuple(dict.fromkeys(n for n in (*(a.name for a in actors), *met) if n != actor.name))
    cue = passage.quote(certainty.cue, certainty.cue) if certainty.cue is not None and certainty.status != "happened" else None
    when, act = _best_when(frame), _act(frame)
    if certainty.status in ("planned", "possible") and is_old(when, passage.article.published):  # when the plan was spoken of
        when = None
    claim = Claim(
        id=_claim_id(frame, act, actor), traveller=actor.name, act=act, places=_places(frame, act), quote=_support_quote(frame),
        status=certainty.status, cue=cue, when=when, mode=frame.slots.mode if frame.slots.mode != "unknown" else actor.mode,
        attribution=attribute(predicate.token, passage), companions=others, background=_is_background(frame, certainty, when),
        sequence=told_sequence(predicate), returning=is_return(predicate),
    )  # fmt: skip
    return _in_step(claim, frame, certainty) or _there_and_back(claim)


def _there_and_back(claim: Claim) -> list[Claim]:
    """A claim, or two where it comes back to a place that it named before: "flew from X to Y and back to X"."""
    *before, last = [p.resolution.place for p in claim.places] or [None]
    same = [place is not None and last is not None and place.id == last.id for place in before]
    if not any(same[:-1]) or same[-1]:
        return [claim]
    way_back = (replace(claim.places[-2], role="from"), replace(claim.places[-1], role="to"))
    back = replace(claim, id=f"{claim.id}:back", places=way_back, returning=True)
    return [replace(claim, places=claim.places[:-1]), back]


def _in_step(claim: Claim, frame: Frame, certainty: Certainty) -> list[Claim]:
    """ "To X on Tuesday and Y on Thursday": a claim for each place with its day; empty where the days are not told so.

    "To X on Tuesday and then Y" says nothing of when the second is reached.
    """
    days: dict[Quote, When | None] = {row.resolution.mention.quote: row.when for row in dated_rows(frame.facts)}
    goals = [p.resolution for p in claim.places if p.role in ("to", "at")]
    before = {r.mention.quote: day_beside(r, frame.facts, behind=False) for r in goals}
    behind = {r.mention.quote: day_beside(r, frame.facts, behind=True) for r in goals}
    if len(goals) > 1 and all(before.values()):
        days = before  # "will spend Monday in X and Tuesday in Y"
    elif goals and _is_own_day(behind[goals[0].mention.quote]):
        days = {**behind, **days}
    ends = [p for p in claim.places if p.role in ("to", "at") and p.resolution.mention.quote in days]
    rest = tuple(p for p in claim.places if p not in ends)
    if len(ends) < 2 or {p.role for p in ends} & {p.role for p in rest}:
        return []
    starts = {p.resolution.place.id for p in rest if p.role == "from" and p.resolution.place is not None}
    found: list[Claim] = []
    for number, end in enumerate(ends):
        when, place = days[end.resolution.mention.quote], end.resolution.place
        back = claim.returning or (
            number > 0 and place is not None and place.id in starts
        )  # "to X on Monday and back on Tuesday"
        part = replace(claim, places=(*rest, end) if number == 0 else (end,), when=when, returning=back)
        found.append(
            replace(part, id=f"{claim.id}:{number}" if number else claim.id, background=_is_background(frame, certainty, when))
        )
    return found


def _is_own_day(when: When | None) -> bool:
    """Whether a time is that of one place, and not of all that are told behind it: "will tour X in June, with stops in Y"."""
    return when is not None and when.precision in ("part", "day", "range")


def _is_background(frame: Frame, certainty: Certainty, when: When | None) -> bool:
    old = is_old(when, frame.facts.passage.article.published)
    earlier = certainty.earlier and (when is None or old or when.precision == "year" or was_last_time(frame.predicate.clause))
    return earlier or (certainty.status in _REAL and old)


def _diverted(frame: Frame, actor: Actor, certainty: Certainty, turn: Token) -> list[Read]:
    """Two claims of a diverted movement: its departure, as certain as it is told, and the destination, which was not reached."""
    passage, token = frame.facts.passage, frame.predicate.token
    places, when = _places(frame, frame.predicate.act), _best_when(frame)
    whole = Claim(
        id="", traveller=actor.name, act="travel", places=(), quote=_support_quote(frame), status="denied", cue=passage.quote(turn, turn),
        mode=frame.slots.mode if frame.slots.mode != "unknown" else actor.mode, attribution=attribute(token, passage),
        background=certainty.earlier or is_old(when, passage.article.published),
    )  # fmt: skip
    left: Status = "happened" if certainty.status == "under_way" else certainty.status
    parts = (
        replace(whole, act="depart", status=left, cue=None, when=when, places=tuple(p for p in places if p.role == "from")),
        replace(whole, places=tuple(p for p in places if p.role != "from")),
    )
    return [Read(replace(c, id=_claim_id(frame, c.act, actor)), actor, token) for c in parts if c.places]


def _claim_id(frame: Frame, act: Act, actor: Actor) -> str:
    passage = frame.facts.passage
    return f"{passage.article.id}:{passage.offset(frame.predicate.token)}:{act}:{slug(actor.name)}"


def _can_travel(predicate: Predicate, actor: Actor) -> bool:
    """A strong word of movement takes whoever is its subject; others only a person, a group or a vehicle known as such.

    Crowds move, and where they only are they live: "a crowd waited for her in X".
    """
    if predicate.act == "stay" and actor.name.casefold().endswith(("crowd", "crowds")):
        return False
    if predicate.force == "vehicle":
        sails = predicate.mode == "ship" and actor.kind == "person" and actor.named
        alone = not any(c.dep_ == "dobj" for c in predicate.token.children)
        return actor.mode != "unknown" or actor.name == NARRATOR or (sails and alone)  # "we put into X"
    return predicate.force == "strong" or actor.named or actor.kind == "vehicle"


def _act(frame: Frame) -> Act:
    """The act as the places make it: a departure for a destination that nothing more is told of stays one; a visit "from X to Y" travels."""
    act = frame.predicate.act
    roles = {role for role, _, _ in frame.slots.places}
    if act in ("travel", "pass") and roles == {"at"}:
        return "stay"
    if act == "travel" and roles == {"from"}:
        return "arrive" if lemma_of(frame.predicate.token) == "come" else "depart"
    if act == "depart" and any(role == "to" and was_there_then(end) for role, _, end in frame.slots.places):
        return "travel"
    several = [role for role, _, _ in frame.slots.places].count("to") > 1
    if (
        several and frame.predicate.object == "vehicle" and frame.predicate.token.tag_ == "VBD"
    ):  # "boarded a train to X and went on to Y"
        return "travel"
    return act


def _places(frame: Frame, act: Act) -> tuple[PlaceRole, ...]:
    order: dict[Role, int] = {"from": 0, "via": 1, "at": 2, "to": 3}
    rows = sorted(enumerate(frame.slots.places), key=lambda r: (order[r[1][0]], r[0]))
    return tuple(PlaceRole(role, resolution) for _, (role, resolution, _) in rows if act != "meet" or role in ("at", "to"))


def _best_when(frame: Frame) -> When | None:
    """The time of the movement: of several the finest, of those the first."""
    return min(frame.slots.whens, key=lambda w: (FINENESS_RANK[w.precision], w.words.start), default=None)


def is_old(when: When | None, published: date | None) -> bool:
    """Tell whether a time is so long before publication that what it dates is told as background."""
    return when is not None and published is not None and not when.yearless and (published - when.end).days > _OLD


def _support_quote(frame: Frame) -> Quote:
    """The sentence, with every place of the claim in it."""
    passage = frame.facts.passage
    quote = passage.sentence_quote(frame.predicate.token)
    ends = [(r.mention.quote.start, r.mention.quote.end) for _, r, _ in frame.slots.places]
    start, end = min([quote.start, *(s for s, _ in ends)]), max([quote.end, *(e for _, e in ends)])
    return quote if (start, end) == (quote.start, quote.end) else passage.article.quote(start, end)
