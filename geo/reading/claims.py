"""Read claims: who did what, where, when, how, how sure, and who says so.

One claim comes of one word of travel with a traveller in particular. What is habitual, general, or about goods, firms and services is
refused here: a text without a journey gives no claim.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from geo.model import MOVEMENTS, NARRATOR, Claim
from geo.reading.claiming.frame import Frame
from geo.reading.claiming.read_frame import read_frame
from geo.reading.factuality.earlier_trips import is_old, is_over
from geo.reading.factuality.telling import is_told_in_past
from geo.reading.frames.diversions import tells_of_turn
from geo.reading.frames.facts import PassageFacts, is_diary
from geo.reading.frames.slots import is_care
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.recognition.no_places import is_body
from geo.reading.revision.brought_in import name_brought_in
from geo.reading.revision.meetings import met_there, name_parties
from geo.reading.revision.moved_on import moved_on, was_in_the_middle
from geo.reading.revision.movers import only_movers
from geo.reading.revision.one_party import under_one_name
from geo.reading.revision.only_named import plan_of_named
from geo.reading.revision.overtaken import deny_overtaken
from geo.reading.revision.steered import told_of_one
from geo.reading.revision.things import without_things
from geo.reading.revision.told_on import told_on
from geo.reading.revision.unreached import came_elsewhere, never_reached, was_broken_off, was_on_course
from geo.reading.revision.weekdays_in_turn import with_weekdays_in_turn
from geo.reading.times.dates import find_times
from geo.reading.travel_words.finding import find_predicates
from geo.reading.travel_words.presence import tells_whereabouts
from geo.reading.travellers.cast import Cast
from geo.reading.travellers.continuations import journey_told_of
from geo.reading.travellers.finding import find_travellers
from geo.reading.verbless.captions import read_caption
from geo.reading.verbless.day_lists import read_day_list
from geo.reading.verbless.ellipses import read_ellipses
from geo.reading.verbless.entries import read_entry
from geo.reading.verbless.programmes import Read, read_rows
from geo.reading.verbless.stages import read_stages
from geo.reading.vocabulary.parties import RANKED
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from spacy.tokens import Token

    from geo.model import Article, PlaceRole, Resolution, Traveller, When
    from geo.reading.parsing.passages import Passage
    from geo.reading.travel_words.predicates import Predicate
    from geo.reading.travellers.actors import Actor

__all__ = ["Told", "find_claims"]

#: Papers in another time zone, and evening editions dated the next day.
_SLACK = timedelta(days=1)


class Told(NamedTuple):
    """What the words of travel of a story tell: its claims and travellers, and the passages that they were read from."""

    claims: list[Claim]
    travellers: tuple[Traveller, ...]
    facts: list[PassageFacts]


@dataclass(slots=True)
class _Marked:
    """The ids of claims by the kind of words that tell them."""

    attached: set[str] = field(default_factory=set)
    located: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    on_course: set[str] = field(default_factory=set)
    broken_off: set[str] = field(default_factory=set)
    in_the_middle: set[str] = field(default_factory=set)

    def note(self, predicate: Predicate, claim: Claim, facts: PassageFacts) -> None:
        if _is_mere_presence(predicate, claim) or _is_into_care(predicate, claim, facts):
            self.attached.add(claim.id)
        if tells_whereabouts(predicate):
            self.located.add(claim.id)
        if _is_bare(predicate, claim):
            self.bare.add(claim.id)
        if was_on_course(predicate, claim):
            self.on_course.add(claim.id)
            if was_broken_off(predicate):
                self.broken_off.add(claim.id)
        if was_in_the_middle(predicate, claim):
            self.in_the_middle.add(claim.id)


def find_claims(
    articles: Sequence[Article],
    passages: Mapping[str, Sequence[Passage]],
    resolutions: Mapping[str, Sequence[Resolution]],
    told_of: Callable[[int], object] | None = None,
) -> Told:
    """Read the claims of the articles of one story.

    Parameters
    ----------
    articles
        The articles; the names of travellers are shared between them.
    passages, resolutions
        By article id: its parsed passages, and its mentions with the places chosen, in the order of the text.
    told_of
        Called with the number of characters of each passage that is read.

    Returns
    -------
    Told
        The claims in the order of articles and text, the travellers that they name, and the passages.
    """
    every: list[PassageFacts] = []
    cast = Cast.gather([p for a in articles for p in passages[a.id]], {i: _spans(rs) for i, rs in resolutions.items()})
    claims: list[Claim] = []
    actors: list[Actor] = []
    marked = _Marked()
    for article in articles:
        heading: When | None = None
        whens = find_times(article) if passages[article.id] else []
        diary = is_diary(article.text, whens)
        latest: Actor | None = None
        told = coming = turned = False
        own: list[Claim] = []
        for passage in passages[article.id]:
            predicates = find_predicates(passage.doc)
            facts = PassageFacts.of(passage, predicates, resolutions.get(article.id, ()), whens)
            facts.told, facts.coming = told, coming
            every.append(facts)
            told = told or is_told_in_past(passage)
            turned = turned or tells_of_turn(passage.doc)
            heading = facts.heading(diary=diary) or heading
            own += read_caption(facts, cast, old=any(is_old(w, article.published) for w in facts.whens.values()))
            read: list[Read] = []
            before = latest
            for predicate in predicates:
                read += read_frame(Frame.of(predicate, facts), cast, latest)
                moved = next((r for r in reversed(read) if _travelled(r, facts)), None)
                if moved is not None:
                    latest, coming = moved.actor, moved.claim.status == "planned"
            read += read_rows(facts, read, latest)
            read = sorted([*read, *read_ellipses(facts, read, before)], key=lambda r: r.token.i)
            if diary and any(c.traveller == NARRATOR for c in (*own, *(r.claim for r in read))):
                read = sorted([*read, *read_entry(facts, heading)], key=lambda r: r.token.i)
            for claim, actor, token in _share(read):
                told_by = facts.predicates.get(token.i)
                if told_by is not None:
                    marked.note(told_by, claim, facts)
                named = told_by is not None and _is_only_named(told_by)
                own.append(_dated(_ahead(claim, article.published) if named else claim, heading, article.published))
                actors.append(actor)
            if told_of is not None:
                told_of(len(passage.doc.text))
        own = with_weekdays_in_turn(moved_on(told_on(own), marked.in_the_middle))
        own = never_reached(own, marked.on_course if turned else came_elsewhere(own, marked.on_course, marked.broken_off))
        own = deny_overtaken(own, passages[article.id])
        claims.extend(_with_lines(own, article, resolutions.get(article.id, ()), whens))
    claims = without_things(under_one_name(told_of_one(claims, actors, articles), actors), actors)
    whole = _unique(
        met_there(name_parties(only_movers(name_brought_in(plan_of_named(claims, marked.bare)), marked.attached, marked.located)))
    )
    return Told(whole, cast.travellers(actors), every)


def _with_lines(own: list[Claim], article: Article, resolutions: Sequence[Resolution], whens: Sequence[When]) -> list[Claim]:
    """Put what lines without a verb tell, stages and days, where they stand among what the sentences of an article tell."""
    lines = read_day_list(article, resolutions, whens, own)
    if any(c.traveller == NARRATOR and c.act in MOVEMENTS and c.status == "happened" for c in own):
        lines += read_stages(article, resolutions, whens)
    taken = {p.resolution.mention.quote for c in own for p in c.places}
    new = [c for c in lines if not taken & {p.resolution.mention.quote for p in c.places}]
    return sorted([*own, *new], key=lambda c: c.quote.start) if new else own


def _dated(claim: Claim, heading: When | None, published: date | None) -> Claim:
    """Date a claim by the heading of its entry if it has no time; a plan is never dated before the day on which it is still told as one.

    "He said in February that he plans to go" has the time of the saying, not of the going.
    """
    when = claim.when or heading
    plan = claim.status in ("planned", "possible")
    if when is not None and plan and not when.yearless and published is not None and when.end < published - _SLACK:
        when = None
    return claim if when == claim.when else replace(claim, when=when)


def _travelled(read: Read, facts: PassageFacts) -> bool:
    """Whether somebody is told to have moved, or to have come somewhere for a while: "visited clinics in X"."""
    predicate = facts.predicates.get(read.token.i)
    if predicate is not None and _is_of_speaker(predicate.clause):
        return False
    stayed = predicate is not None and read.claim.act == "stay" and predicate.force in ("noun", "strong")
    return read.claim.act in MOVEMENTS or (stayed and bool(read.claim.places))


def _is_of_speaker(clause: Token) -> bool:
    """Whether a clause only tells of who is quoted: "said Nora Berg, who has been to X six times"."""
    speaker = clause.head
    return (
        clause.dep_ == "relcl" and speaker.dep_ in ("nsubj", "appos") and any(lemma_of(t) in STATING for t in speaker.ancestors)
    )


def _ahead(claim: Claim, published: date | None) -> Claim:
    """Read what is only named as a plan where its day is still to come: "will sign it during his visit to X on Friday"."""
    when = claim.when
    if when is None or published is None or when.yearless or when.start <= published + _SLACK:
        return claim
    return replace(claim, status="planned", background=False) if claim.status in ("happened", "under_way") else claim


def _is_only_named(predicate: Predicate) -> bool:
    """Whether a journey is named by a noun without a verb of its own: "gave details of his tour to X and Y"."""
    return predicate.token.pos_ == "NOUN" and predicate.support is None


def _is_bare(predicate: Predicate, claim: Claim) -> bool:
    """Whether a journey is only named, by a noun or an infinitive, without a word of certainty: "gave details of his tour to X", "is the first to visit Y"."""
    if claim.status != "happened":
        return False
    named = _is_only_named(predicate) and claim.when is None and not is_over(predicate.token)
    return named or _is_of_the_first(predicate.token)


def _is_of_the_first(verb: Token) -> bool:
    """Whether somebody is called the first to do something, which leaves open whether he has: "is the first premier to visit X since 1990"."""
    person = verb.head
    called = verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and person.dep_ == "attr" and person.head.tag_ == "VBZ"
    return called and any(c.lower_ in RANKED for c in person.children)


def _is_mere_presence(predicate: Predicate, claim: Claim) -> bool:
    """Whether the words only tell that somebody was there: "sang in X", "drove around in X", talks held in X."""
    if predicate.force == "attach":  # but "the tour will end in X" tells a journey
        return claim.act not in MOVEMENTS or journey_told_of(predicate, find_travellers(predicate)) is None
    where = any(c.lower_ == "where" for c in predicate.clause.children)
    if claim.act == "stay" and predicate.force != "strong" and where:  # "X, where the family spent two nights"
        return True
    within = predicate.force == "weak" and predicate.act == "travel" and predicate.token.pos_ != "NOUN"
    return within and all(p.role == "at" for p in claim.places)


def _is_into_care(predicate: Predicate, claim: Claim, facts: PassageFacts) -> bool:
    """Whether somebody only comes to a hospital, a court or a jail: "was taken to a jail in X", which counts on a journey that is told otherwise."""
    ends = [p.resolution for p in claim.places if p.role != "from"]
    return any(is_care(facts.passage.doc[i], predicate) for i, r in facts.places.items() if any(r is end for end in ends))


def _spans(resolutions: Sequence[Resolution]) -> list[tuple[int, int]]:
    """Where no person is read: the offsets of what is a place, stands for one, or is a body: "U.N. envoy Otto Kranz"."""
    return [
        (r.mention.quote.start, r.mention.quote.end)
        for r in resolutions
        if is_body(r.mention.quote.text)
        or (r.mention.kind in ("place", "metonym", "dateline") and (r.place is not None or r.mention.kind != "place"))
    ]


def _share(read: Sequence[Read]) -> list[Read]:
    """Let the words of one sentence about one movement share place and time.

    "Arrived on Tuesday after disembarking in X": the arrival was in X. "Took a train to X, arriving on Monday": so was this one. "Left on
    Thursday en route to Y": under way since Thursday.
    """
    found: list[Read] = []
    for claim, actor, token in read:
        shared = claim
        for other, whose, near in read:
            if other.id == claim.id or whose.name != actor.name:
                continue
            if claim.act == "arrive" and not shared.places and not _names_end(token):
                shared = replace(shared, places=_borrowed(token, other, near))
            above = near.is_ancestor(token) and token.pos_ != "VERB"
            if shared.when is None and above and not shared.sequence and other.act in ("depart", "arrive"):
                shared = replace(shared, when=other.when)
        found.append(Read(shared, actor, token))
    return found


def _names_end(arrival: Token) -> bool:
    """Whether an arrival says where, though by a name that no gazetteer holds."""
    return any(
        o.pos_ == "PROPN" and o.ent_type_ != "DATE" for c in arrival.children if c.lower_ in ("in", "at") for o in c.children
    )


def _borrowed(arrival: Token, other: Claim, near: Token) -> tuple[PlaceRole, ...]:
    """Where an arrival without a place was: where what hangs on it was, or where the movement that it hangs on went."""
    if arrival.is_ancestor(near) and other.act in ("arrive", "meet"):
        return tuple(replace(p, role="to") for p in other.places if p.role in ("at", "to"))
    return tuple(p for p in other.places if p.role == "to") if near.is_ancestor(arrival) else ()


def _unique(claims: Sequence[Claim]) -> list[Claim]:
    return list({c.id: c for c in claims}.values())
