"""Read claims: who did what, where, when, how, how sure, and who says so.

One claim comes of one word of travel with a traveller in particular. What is habitual, general, or about goods, firms and services is
refused here: a text without a journey gives no claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.model import FINENESS_RANK, MOVEMENTS, Claim, PlaceRole
from geo.reading.captions import read_caption
from geo.reading.certainty import judge
from geo.reading.facts import PassageFacts, is_diary
from geo.reading.people import UNNAMED_PARTIES, Cast
from geo.reading.predicates import DIVERTING, Predicate, find_predicates
from geo.reading.sequence import is_return, told_sequence
from geo.reading.slots import fill
from geo.reading.sources import attribute
from geo.reading.subjects import find_companions, find_travellers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spacy.tokens import Token

    from geo.model import Act, Article, Quote, Resolution, Role, Source, Status, Traveller, When
    from geo.reading.actors import Actor
    from geo.reading.certainty import Certainty
    from geo.reading.slots import Slots
    from geo.reading.syntax import Passage

__all__ = ["find_claims"]

#: A trip that ended longer before publication than this, in days, is told as background.
_OLD = 28
#: Papers in another time zone, and evening editions dated the next day.
_SLACK = timedelta(days=1)
_WEEKDAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
_COMING = frozenset({"tonight", "tomorrow", "next", "afterwards"})
_REAL = ("happened", "under_way")


@dataclass(frozen=True, slots=True)
class _Frame:
    """A word of travel with its slots filled, on the way to a claim."""

    predicate: Predicate
    slots: Slots
    facts: PassageFacts


def find_claims(
    articles: Sequence[Article],
    passages: Mapping[str, Sequence[Passage]],
    resolutions: Mapping[str, Sequence[Resolution]],
    whens: Mapping[str, Sequence[When]],
) -> tuple[tuple[Claim, ...], tuple[Traveller, ...]]:
    """Read the claims of the articles of one story.

    Parameters
    ----------
    articles
        The articles; the names of travellers are shared between them.
    passages, resolutions, whens
        By article id: its parsed passages, its mentions with the places chosen, and the times that it states, in the order of the text.

    Returns
    -------
    tuple
        The claims in the order of articles and text, and the travellers that they name.
    """
    cast = Cast.gather([p for a in articles for p in passages[a.id]], {i: _spans(rs) for i, rs in resolutions.items()})
    claims: list[Claim] = []
    actors: list[Actor] = []
    attached: set[str] = set()
    for article in articles:
        heading: When | None = None
        diary = is_diary(article.text, whens.get(article.id, ()))
        own: list[Claim] = []
        for passage in passages[article.id]:
            predicates = list(find_predicates(passage.doc))
            facts = PassageFacts.of(passage, predicates, resolutions.get(article.id, ()), whens.get(article.id, ()))
            heading = facts.heading(diary=diary) or heading
            own += read_caption(facts, cast, old=any(_is_old(w, article.published) for w in facts.whens.values()))
            read = [r for p in predicates for r in _read(_Frame(p, fill(p, facts), facts), cast)]
            for claim, actor, token in _share(read):
                if facts.predicates[token.i].force == "attach":
                    attached.add(claim.id)
                own.append(_dated(claim, heading, article.published))
                actors.append(actor)
        claims.extend(own)
    return tuple(_unique(_name_parties(_on_trips(claims, attached)))), cast.travellers(actors)


def _dated(claim: Claim, heading: When | None, published: date | None) -> Claim:
    """Date a claim by the heading of its entry if it has no time; a plan is never dated before the day on which it is still told as one.

    "He said in February that he plans to go" has the time of the saying, not of the going.
    """
    when = claim.when or heading
    plan = claim.status in ("planned", "possible")
    if when is not None and plan and not when.yearless and published is not None and when.end < published - _SLACK:
        when = None
    return claim if when == claim.when else replace(claim, when=when)


def _on_trips(claims: Sequence[Claim], attached: set[str]) -> list[Claim]:
    """Leave out who was only somewhere and is not said to have moved; and regions that say nothing of a stop."""
    movers = {c.traveller for c in claims if c.id not in attached and c.act in MOVEMENTS and c.places}
    found: list[Claim] = []
    for claim in claims:
        if claim.id in attached:
            places = tuple(
                p for p in claim.places if p.role == "at" and p.resolution.place is not None and not p.resolution.place.is_area
            )
            if claim.traveller not in movers or not places:
                continue
            found.append(replace(claim, places=places))
        else:
            found.append(claim)
    return found


def _spans(resolutions: Sequence[Resolution]) -> list[tuple[int, int]]:
    """Where no person is read: the offsets of what is a place or stands for one."""
    return [
        (r.mention.quote.start, r.mention.quote.end) for r in resolutions if r.mention.kind in ("place", "metonym", "dateline")
    ]


def _name_parties(claims: Sequence[Claim]) -> list[Claim]:
    """ "The leaders will hold talks": those who were last said to meet, each by name."""
    found: list[Claim] = []
    party: tuple[str, ...] = ()
    for claim in claims:
        if claim.act == "meet" and claim.companions:
            party = (claim.traveller, *claim.companions)
        if claim.act == "meet" and not claim.companions and claim.traveller.casefold() in UNNAMED_PARTIES and len(party) > 1:
            found += [
                replace(claim, id=f"{claim.id}:{_slug(name)}", traveller=name, companions=tuple(n for n in party if n != name))
                for name in party
            ]
        else:
            found.append(claim)
    return found


#: A claim, who made the movement, and its word of travel.
_Read = tuple[Claim, "Actor", "Token"]


def _share(read: Sequence[_Read]) -> list[_Read]:
    """Let the words of one sentence about one movement share place and time.

    "Arrived on Tuesday after disembarking in X": the arrival was in X. "Took a train to X, arriving on Monday": so was this one. "Left on
    Thursday en route to Y": under way since Thursday.
    """
    found: list[_Read] = []
    for claim, actor, token in read:
        shared = claim
        for other, whose, near in read:
            if other.id == claim.id or whose.name != actor.name:
                continue
            if claim.act == "arrive" and not shared.places:
                shared = replace(shared, places=_borrowed(token, other, near))
            above = near.is_ancestor(token) and token.pos_ != "VERB"
            if shared.when is None and above and other.act in ("depart", "arrive"):
                shared = replace(shared, when=other.when)
        found.append((shared, actor, token))
    return found


def _borrowed(arrival: Token, other: Claim, near: Token) -> tuple[PlaceRole, ...]:
    """Where an arrival without a place was: where what hangs on it was, or where the movement that it hangs on went."""
    if arrival.is_ancestor(near) and other.act in ("arrive", "meet"):
        return tuple(replace(p, role="to") for p in other.places if p.role in ("at", "to"))
    return tuple(p for p in other.places if p.role == "to") if near.is_ancestor(arrival) else ()


def _unique(claims: Sequence[Claim]) -> list[Claim]:
    return list({c.id: c for c in claims}.values())


def _read(frame: _Frame, cast: Cast) -> list[_Read]:
    predicate, passage = frame.predicate, frame.facts.passage
    tokens = find_travellers(predicate)
    if predicate.act == "meet":
        actors = [a for t in tokens if (a := cast.actor(t, passage)) is not None and _can_travel(predicate, a)]
    else:
        party = cast.party(tokens, passage) if tokens else cast.diarist(predicate.token)
        actors = [party] if party is not None and _can_travel(predicate, party) else []
    certainty = judge(predicate)
    if not actors or certainty.habitual or (actors[0].kind != "person" and _is_general(frame)):
        return []
    if not frame.slots.places and not (predicate.act in ("meet", "depart", "arrive") and frame.slots.whens):
        return []
    if frame.slots.places and predicate.act == "pass" and all(role == "at" for role, _, _ in frame.slots.places):
        return []
    if frame.slots.places and predicate.act == "stay" and all(role == "from" for role, _, _ in frame.slots.places):
        return []
    if certainty.status == "happened" and _is_still_to_come(frame):
        certainty = certainty._replace(status="planned", cue=predicate.clause)
    chain = attribute(predicate.token, passage)
    companions = tuple(n for t in find_companions(predicate) if (n := cast.label(t, passage))) if predicate.act == "meet" else ()
    quote = _support_quote(frame)
    cue = passage.quote(certainty.cue, certainty.cue) if certainty.cue is not None and certainty.status != "happened" else None
    found: list[_Read] = []
    if _is_diverted(frame):
        return _diverted(frame, actors[0], certainty, chain, quote)
    for actor in actors:
        others = tuple(dict.fromkeys(n for n in (*(a.name for a in actors), *companions) if n != actor.name))
        when = _best_when(frame)
        act: Act = _act(frame)
        claim = Claim(
            id=_claim_id(frame, act, actor),
            traveller=actor.name, act=act, places=_places(frame, act), quote=quote, status=certainty.status, cue=cue, when=when,
            mode=frame.slots.mode if frame.slots.mode != "unknown" else actor.mode,
            attribution=chain, companions=others, background=certainty.earlier or (certainty.status in _REAL and _is_old(when, passage.article.published)),
            sequence=told_sequence(predicate), returning=is_return(predicate),
        )  # fmt: skip
        found.append((claim, actor, predicate.token))
    return found


def _is_diverted(frame: _Frame) -> bool:
    """Whether the sentence tells that this movement never got where it was going: "on its way to X when it was diverted to Y"."""
    token = frame.predicate.token
    if not any(role == "to" for role, _, _ in frame.slots.places) or token.lemma_ in DIVERTING:
        return False
    unfinished = token.lemma_ in ("way", "flight", "head", "bind", "bound", "voyage", "journey", "trip") or token.tag_ == "VBG"
    return unfinished and any(_keeps_away(t) for t in token.sent)


def _keeps_away(token: Token) -> bool:
    """Whether the word is a verb that keeps a movement from its destination, and is not negated."""
    return token.lemma_ in DIVERTING and token.pos_ == "VERB" and not any(c.dep_ == "neg" for c in token.children)


def _diverted(frame: _Frame, actor: Actor, certainty: Certainty, chain: tuple[Source, ...], quote: Quote) -> list[_Read]:
    """Two claims of a diverted movement: its departure, as certain as it is told, and the destination, which was not reached."""
    passage, token = frame.facts.passage, frame.predicate.token
    turn = next(t for t in token.sent if _keeps_away(t))
    places, when = _places(frame, frame.predicate.act), _best_when(frame)
    whole = Claim(
        id="", traveller=actor.name, act="travel", places=(), quote=quote, status="denied", cue=passage.quote(turn, turn),
        mode=frame.slots.mode if frame.slots.mode != "unknown" else actor.mode, attribution=chain,
        background=certainty.earlier or _is_old(when, passage.article.published),
    )  # fmt: skip
    left: Status = "happened" if certainty.status == "under_way" else certainty.status
    parts = (
        replace(whole, act="depart", status=left, cue=None, when=when, places=tuple(p for p in places if p.role == "from")),
        replace(whole, places=tuple(p for p in places if p.role != "from")),
    )
    return [(replace(c, id=_claim_id(frame, c.act, actor)), actor, token) for c in parts if c.places]


def _claim_id(frame: _Frame, act: Act, actor: Actor) -> str:
    passage = frame.facts.passage
    return f"{passage.article.id}:{passage.offset(frame.predicate.token)}:{act}:{_slug(actor.name)}"


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())[:40]


def _can_travel(predicate: Predicate, actor: Actor) -> bool:
    """A strong word of movement takes whoever is its subject; others only a person, a group or a vehicle known as such."""
    return predicate.force == "strong" or actor.named or actor.kind == "vehicle"


def _is_still_to_come(frame: _Frame) -> bool:
    """The present tense of a timetable: "he flies home on Wednesday", told before that Wednesday."""
    token, published = frame.predicate.clause, frame.facts.passage.article.published
    if token.tag_ not in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") and c.dep_ in ("aux", "auxpass") for c in token.children):
        return False
    dated = published is not None and any(w.start > published and not w.yearless for w in frame.slots.whens)
    undated = (
        not frame.slots.whens
        and token.tag_ == "VBZ"
        and any(t.lower_ in _WEEKDAYS for t in token.subtree if t.sent == token.sent)
    )
    return dated or undated or any(t.lower_ in _COMING for t in token.subtree if t.sent == token.sent)


def _is_general(frame: _Frame) -> bool:
    """Services and habits in the present tense: "flights run from X to Y", "which runs between X and Y"."""
    token = frame.predicate.clause
    if token.pos_ not in ("VERB", "AUX") or token.tag_ not in ("VBZ", "VBP"):
        return False
    if any(c.dep_ in ("aux", "auxpass") for c in token.children) or frame.predicate.token.pos_ == "NOUN":
        return False
    headline = not frame.facts.passage.doc.text.rstrip().endswith((".", "!", "?", '"')) or frame.facts.passage.start < 200
    return not headline and not frame.slots.whens


def _act(frame: _Frame) -> Act:
    """The act as the places make it: a bare departure with a destination stays a departure; a visit "from X to Y" travels."""
    act = frame.predicate.act
    roles = {role for role, _, _ in frame.slots.places}
    if act in ("travel", "pass") and roles == {"at"}:
        return "stay"
    if act == "travel" and roles == {"from"}:
        return "depart"
    return act


def _places(frame: _Frame, act: Act) -> tuple[PlaceRole, ...]:
    order: dict[Role, int] = {"from": 0, "via": 1, "at": 2, "to": 3}
    rows = sorted(enumerate(frame.slots.places), key=lambda r: (order[r[1][0]], r[1][1].mention.quote.start))
    return tuple(PlaceRole(role, resolution) for _, (role, resolution, _) in rows if act != "meet" or role in ("at", "to"))


def _best_when(frame: _Frame) -> When | None:
    """The time of the movement: of several the finest, of those the first."""
    return min(frame.slots.whens, key=lambda w: (FINENESS_RANK[w.precision], w.words.start), default=None)


def _is_old(when: When | None, published: date | None) -> bool:
    return when is not None and published is not None and not when.yearless and (published - when.end).days > _OLD


def _support_quote(frame: _Frame) -> Quote:
    """The sentence, with every place of the claim in it."""
    passage = frame.facts.passage
    quote = passage.sentence_quote(frame.predicate.token)
    ends = [(r.mention.quote.start, r.mention.quote.end) for _, r, _ in frame.slots.places]
    start, end = min([quote.start, *(s for s, _ in ends)]), max([quote.end, *(e for _, e in ends)])
    return quote if (start, end) == (quote.start, quote.end) else passage.article.quote(start, end)
