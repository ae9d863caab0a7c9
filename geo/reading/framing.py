"""Fill the frame of one word of travel and make the claims that it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.model import FINENESS_RANK, Claim, PlaceRole
from geo.reading.factuality.certainty import judge
from geo.reading.factuality.sources import attribute
from geo.reading.factuality.telling import addresses_reader, is_general, is_maxim, is_still_to_come
from geo.reading.frames.diversions import turned_away
from geo.reading.frames.sequence import is_return, told_sequence
from geo.reading.frames.slots import fill
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.subjects import find_companions, find_travellers, tells_of_plan
from geo.reading.verbless.programmes import Read, dated_rows, heads_line
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.pronouns import PLURAL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Token

    from geo.model import Act, Quote, Role, Status, When
    from geo.reading.factuality.certainty import Certainty
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.frames.slots import Slots
    from geo.reading.travel_words.predicates import Predicate
    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.people import Cast

__all__ = ["Frame", "is_old", "read_frame", "slug"]

#: Nouns for a journey that may go on telling of the one told last.
_TRIPS = frozenset(
    {"crossing", "deployment", "flight", "journey", "leg", "stay", "stop", "stopover", "tour", "trek", "trip", "visit", "voyage"}
)
#: Verbs whose present tense may be a timetable though they tell of what has only begun: "begins a tour of X on Friday".
_BEGINS = frozenset({"begin", "commence", "embark", "launch", "start"})
_STOPS = frozenset({"layover", "stay", "stop", "stopover", "swing", "visit"})
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
        return cls(predicate, fill(predicate, facts), facts)


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
    if addresses_reader(frame.predicate):
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
    return [
        Read(claim, actor, frame.predicate.token) for actor in actors for claim in _claims(frame, actor, actors, certainty, cast)
    ]


def _travellers(frame: Frame, cast: Cast, latest: Actor | None) -> list[Actor]:
    """Those who made the movement: of a meeting each of them, of a journey one party."""
    predicate, passage = frame.predicate, frame.facts.passage
    tokens = find_travellers(predicate)
    if predicate.act == "meet":
        return [a for t in tokens if (a := cast.actor(t, passage)) is not None and _can_travel(predicate, a)]
    if [t.lower_ for t in tokens] == ["it"] and predicate.token.dep_ == "attr":
        tokens = []  # "it was another train journey to X"
    if len(tokens) == 1 and _heads_entry(tokens[0]):
        tokens = []
    if tokens and is_maxim(predicate, frame.slots, tokens[0]):
        return []
    trip = _trip_of_stage(predicate, tokens)
    if trip is not None:  # "his tour will end in X", "a trip that began in Y"
        tokens = [c for c in trip.children if c.dep_ == "poss"][:1]
        return [latest] if not tokens and latest is not None else _able(predicate, cast.party(tokens, passage))
    party = cast.party(tokens, passage) if tokens else cast.diarist(predicate.token)
    if (
        party is None
        and not tokens
        and latest is not None
        and (_tells_of_the_same(predicate) or tells_of_plan(predicate) or heads_line(predicate, passage))
    ):
        return [latest]
    if party is None and latest is not None and _may_mean(tokens, latest):
        return [latest]
    return _able(predicate, party)


def _may_mean(subject: Sequence[Token], latest: Actor) -> bool:
    """Whether "they" or "it" whose noun is not found goes on telling of who was said to travel last; "it" also where it means nobody."""
    pronoun = subject[0].lower_ if len(subject) == 1 else ""
    if pronoun in PLURAL:
        return latest.kind == "group"
    return pronoun == "it" and (latest.kind == "vehicle" or _takes_time(subject[0].head))


def _takes_time(verb: Token) -> bool:
    """ "It took us 13 hours to reach X"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    return verb.lemma_ == "take" and any(o.ent_type_ in ("TIME", "DATE") for o in objects)


def _able(predicate: Predicate, party: Actor | None) -> list[Actor]:
    return [party] if party is not None and _can_travel(predicate, party) else []


def _trip_of_stage(predicate: Predicate, subject: Sequence[Token]) -> Token | None:
    """The noun for a journey of which a verb tells where it begins or ends."""
    if len(subject) != 1 or predicate.force != "attach" or predicate.act not in ("arrive", "depart"):
        return None
    relative = subject[0].lower_ in ("that", "which")
    noun = predicate.token.head if relative else subject[0]
    told_by_noun = not relative and noun.head.i == predicate.token.i  # which borrows the verb itself
    return noun if lemma_of(noun) in _TRIPS and not told_by_noun else None


def _heads_entry(subject: Token) -> bool:
    """Whether what the parser takes for a subject is the heading of an entry: "Day 9: Left Lisbon at six"."""
    return subject.lower_ == "day" and any(c.like_num for c in subject.children) and any(c.text == ":" for c in subject.children)


def _tells_of_the_same(predicate: Predicate) -> bool:
    """Whether the words continue the journey that was told last without naming its traveller: "the visit to X was cancelled"."""
    if predicate.object == "listed":
        return True
    lemma, support = lemma_of(predicate.token), predicate.support
    if lemma not in _TRIPS or support is None:
        return False
    stops = lemma in _STOPS
    if support.lemma_ == "be":  # "from there it was another train journey to X", "there were stops in Y and Z"
        introduces = {"it", "there"} if stops else {"it"}
        return support.tag_ == "VBD" and predicate.token.dep_ == "attr" and any(c.lower_ in introduces for c in support.children)
    if predicate.token.dep_ in ("nsubj", "nsubjpass"):
        planned = stops and predicate.token.dep_ == "nsubjpass"  # "stops in X and Y are planned"
        return planned or str(predicate.token.tag_) == "NN"
    return stops and not any(_may_travel(c) for c in support.children if c.dep_ in ("nsubj", "nsubjpass"))


def _may_travel(subject: Token) -> bool:
    """Whether the subject of a clause may be somebody else who travels; a day or a week is nobody: "next week brings a swing through X"."""
    if subject.tag_ == "WDT" and subject.head.dep_ == "relcl":  # "the trip, which includes a stop in X"
        subject = subject.head.head
    thing = subject.pos_ == "NOUN" and people_kind(lemma_of(subject)) is None
    return str(subject.ent_type_) not in ("DATE", "TIME") and not thing


def _says_enough(frame: Frame) -> bool:
    """Whether the words name a place in a fitting role, or at least the time of an end of the movement."""
    act, roles = frame.predicate.act, {role for role, _, _ in frame.slots.places}
    if not roles:
        return act in ("meet", "depart", "arrive") and bool(frame.slots.whens)
    return not (act == "pass" and roles == {"at"}) and not (act == "stay" and roles == {"from"})


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
    return _in_step(claim, frame, certainty) or [claim]


def _in_step(claim: Claim, frame: Frame, certainty: Certainty) -> list[Claim]:
    """ "To X on Tuesday and Y on Thursday": a claim for each place with its day; empty where the days are not told so."""
    days = {row.resolution.mention.quote: row.when for row in dated_rows(frame.facts)}
    ends = [p for p in claim.places if p.role in ("to", "at") and p.resolution.mention.quote in days]
    rest = tuple(p for p in claim.places if p not in ends)
    if len(ends) < 2 or {p.role for p in ends} & {p.role for p in rest}:
        return []
    found: list[Claim] = []
    for number, end in enumerate(ends):
        when = days[end.resolution.mention.quote]
        part = replace(claim, places=(*rest, end) if number == 0 else (end,), when=when)
        found.append(
            replace(part, id=f"{claim.id}:{number}" if number else claim.id, background=_is_background(frame, certainty, when))
        )
    return found


def _is_background(frame: Frame, certainty: Certainty, when: When | None) -> bool:
    old = is_old(when, frame.facts.passage.article.published)
    return (certainty.earlier and (when is None or old)) or (certainty.status in _REAL and old)


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


def slug(name: str) -> str:
    """Reduce a name to what may stand in an id: letters and digits, joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())[:40]


def _can_travel(predicate: Predicate, actor: Actor) -> bool:
    """A strong word of movement takes whoever is its subject; others only a person, a group or a vehicle known as such."""
    if predicate.force == "vehicle":
        return actor.mode != "unknown"
    return predicate.force == "strong" or actor.named or actor.kind == "vehicle"


def _act(frame: Frame) -> Act:
    """The act as the places make it: a bare departure with a destination stays a departure; a visit "from X to Y" travels."""
    act = frame.predicate.act
    roles = {role for role, _, _ in frame.slots.places}
    if act in ("travel", "pass") and roles == {"at"}:
        return "stay"
    if act == "travel" and roles == {"from"}:
        return "depart"
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
