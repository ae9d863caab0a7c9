"""Which verbs of a parse say that somebody moved, stayed or met, and how their objects are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.idioms import is_idiom, is_moved
from geo.reading.travel_words.listings import is_listing
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.presence import is_being_there, is_welcomed
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import AWAITED, GETS, HOLDS, LOADS, TAKES_VEHICLE, meetings, nouns, verbs
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.parties import OF_ANOTHER
from geo.reading.vocabulary.persons import KIN, people_kind
from geo.reading.vocabulary.pronouns import OBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act, Mode

__all__ = ["awaited", "is_awaited", "verb_predicate"]

#: Verbs that take a carrier, which may be called by its name alone.
_BOOKED = frozenset({"board", "catch", "ride", "take"})
#: Verbs of where a journey begins and ends, where nothing else is begun or ended.
_STAGE_ACTS: dict[str, Act] = {"begin": "depart", "end": "arrive", "finish": "arrive", "start": "depart"}
#: And of where talks and ceremonies do, too, so that a journey must be their subject.
_FORMAL_STAGES: dict[str, Act] = {"commence": "depart", "conclude": "arrive", "culminate": "arrive"}
#: Prepositions of a way that is made.
_ALONG = frozenset({"across", "along", "down", "from", "into", "through", "to", "toward", "towards", "up"})
#: Verbs whose passive tells where somebody was last known to be: "was last reported at X".
_WHEREABOUTS = frozenset({"glimpse", "hear", "pinpoint", "report", "sight", "track"})
#: Verbs whose passive has a place for its subject: "Vienna was reached at nine".
_COMES_TO: dict[str, Act] = {"reach": "arrive", "visit": "stay"}
#: Verbs of sending word, behind which "from" tells where somebody is: "told reporters by telephone from X".
_SENDS_WORD = frozenset(
    "cable call email e-mail message phone radio report ring say speak telephone tell text tweet write".split()
)
#: Verbs of one's own movement that with an object tell whose it is: "returned the two men to X", "landed the survivors in Y".
_CAUSATIVE = frozenset({"land", "march", "parachute", "return", "row", "rush", "sail", "shuttle", "walk"})
#: Events that are held.
_HELD = frozenset(
    "banquet briefing ceremony concert conference dinner event exhibition forum funeral gathering hearing interview lunch mass memorial party "
    "rally reception service session vigil workshop".split()
)
#: Verbs by which a way is broken to see something.
_STOPS = frozenset({"detour", "go", "pause", "stop"})
#: What is taken at a place by who goes on from it.
_RESTS = frozenset({"break", "breather", "rest"})
#: Where travellers arrive.
_GATES = frozenset({"aerodrome", "airbase", "airfield", "airport", "dock", "harbor", "harbour", "pier", "quay", "wharf"})


def verb_predicate(token: Token) -> Predicate | None:
    """Read a verb as a word of travel; None where it is none."""
    lemma = lemma_of(token)
    if lemma == "be" and (token.dep_ in ("aux", "auxpass") or _is_to_do(token) or _is_due(token)):
        return None
    if is_listing(token):
        return Predicate(token, "stay", "listed")
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
    vehicles = objects or _objects_of(token, "into", "onto", "on", "in")
    vehicles = [
        *vehicles,
        *(o.nbor(1) for o in objects if o.pos_ == "PROPN" and o.i + 1 < len(o.doc)),
    ]  # "the Tranz Alpine train"
    riding = next((o for o in vehicles if vehicle_mode(o) != "unknown"), None)
    passive = token.tag_ == "VBN" and not any(lemma_of(c) == "have" and c.dep_ == "aux" for c in token.children)
    takes = lemma in TAKES_VEHICLE or (lemma in GETS and riding in objects and _is_directed(token, objects))
    if takes and riding is not None and not passive and not _lasts(token):
        return Predicate(token, "depart" if lemma == "board" else "travel", "vehicle", vehicle_mode(riding))
    if lemma in _BOOKED and not passive and any(_is_service(o) for o in objects):
        return Predicate(token, "travel", "vehicle")
    aboard = next((m for o in _objects_of(token, "on", "aboard", "onto", "into") if (m := vehicle_mode(o)) != "unknown"), None)
    if lemma in LOADS and aboard is not None:
        return Predicate(token, "depart", "traveller", aboard, "weak")
    if lemma == "be" and (act := _gone_or_back(token)) is not None:
        return Predicate(token, act)
    if lemma == "be" and (bound := _bound_vehicle(token)) is not None:
        return Predicate(token, "travel", mode=vehicle_mode(bound), force="weak")
    if lemma == "take" and any(lemma_of(o) in STRETCHES or lemma_of(o) in _RESTS for o in objects) and _is_off(token):
        return Predicate(token, "stay", force="attach")
    if (lemma, "verb") in meetings() and not passive and any(o.lower_ in OBJECTS for o in objects) and _meets_kin(token):
        return Predicate(token, "stay", force="attach")
    if lemma == "see" and _goes_to_see(token, objects):
        return Predicate(token, "stay", "at", force="weak")
    if lemma in ("get", "give", "receive") and is_welcomed(token):
        return Predicate(token, "stay", force="attach")
    if lemma in ("break", "go") and _comes_to_grief(token):
        return Predicate(token, "stay", force="attach")
    if lemma == "leave" and _is_left_there(token):
        return Predicate(token, "stay", force="weak")
    if lemma == "take" and any(o.lower_ == "custody" for o in _objects_of(token, "into")):
        return Predicate(token, "stay", "traveller", force="attach")  # an arrest, wherever it was
    if (
        lemma == "take"
        and any(vehicle_mode(o) != "unknown" for o in (*objects, *_objects_of(token, "off")))
        and _is_taken_off(token)
    ):
        return Predicate(token, "stay", "traveller", force="attach")  # "was taken off a plane at X"
    if lemma in _WHEREABOUTS and any(c.dep_ == "nsubjpass" for c in token.children) and _tells_where(token):
        return Predicate(token, "stay", "traveller", force="attach")
    if lemma in ("halt", "stop") and any(c.dep_ == "nsubjpass" for c in token.children):
        return Predicate(token, "stay", "traveller", force="attach")  # "was stopped at X on her way to Y"
    if lemma in _SENDS_WORD and _speaks_from(token):
        return Predicate(token, "stay", "from", force="attach")
    if lemma in _COMES_TO and _is_come_to(token):
        return Predicate(token, _COMES_TO[lemma], "reached", force="weak")
    row = _row(token, lemma)
    if _puts_down(token, lemma, objects):
        return Predicate(token, "arrive", "traveller", force="weak")
    if lemma in _CAUSATIVE and any(is_moved(o) for o in objects):
        return Predicate(token, "travel", "traveller", force="weak")
    if row is None and _makes_way(token, objects):
        return Predicate(token, "travel", force="weak")
    if row is not None and not row["particle"] and (stage := _stage(token, lemma)) is not None:
        return Predicate(token, stage, force="attach")
    if (
        row is not None
        and row["force"] == "attach"
        and lemma in (*_STAGE_ACTS, *_FORMAL_STAGES)
        and _is_of_journey(token, objects)
    ):
        return None  # "began her walk in X", which the walk tells
    if row is not None and row["force"] != "refuse" and not _is_idiom(token, row):
        return Predicate(token, cast("Act", row["act"]), row["object"], cast("Mode", row["mode"]), row["force"])
    if is_awaited(token):
        return awaited(token)
    if lemma in HOLDS:
        return _holding(token, objects, row)
    if (lemma, "verb") in meetings():
        return (
            Predicate(token, "arrive", force="weak")
            if _is_received(token)
            else Predicate(token, "meet", "companion", force="weak")
        )
    return Predicate(token, "stay", force="attach") if is_being_there(token, row) else None


def _is_directed(verb: Token, objects: list[Token]) -> bool:
    """Whether it is told whence or where to somebody got a vehicle: "got a flight out of X", "grabbed a taxi to Y"."""
    return any(c.dep_ == "prep" and c.lower_ in ("from", "out", "to") for t in (verb, *objects) for c in t.children)


def _lasts(taking: Token) -> bool:
    """Whether a journey takes somebody so long: "the passage took the schooner 12 days"."""
    time = any(lemma_of(c) in STRETCHES for c in taking.children if c.dep_ in ("dobj", "npadvmod"))
    return time and any(lemma_of(c) in nouns() for c in taking.children if c.dep_ == "nsubj")


def _is_taken_off(taking: Token) -> bool:
    """Whether somebody is taken off what he goes by, and by nothing to somewhere else."""
    particles = {c.lower_ for c in taking.children if c.dep_ in ("prep", "prt")}
    taken = any(c.dep_ == "nsubjpass" for c in taking.children) or "off" in {
        c.lower_ for c in taking.children if c.dep_ == "prep"
    }
    return taken and "off" in particles and not particles & {"for", "from", "to"}


def _puts_down(token: Token, lemma: str, objects: list[Token]) -> bool:
    """Whether a vessel brings somebody to land: "landed the survivors in X", "put the crew ashore at Y"."""
    ashore = lemma == "land" or (lemma == "put" and any(c.lower_ == "ashore" for c in token.children))
    return ashore and any(is_moved(o, ("at", "in", "near", "on")) for o in objects)


def _holding(token: Token, objects: list[Token], row: dict[str, str] | None) -> Predicate | None:
    """Read a verb of holding and having by what is held: a meeting, an event, somebody, or a thing at a place."""
    held = {lemma_of(o) for o in objects}
    if any((lemma, "noun") in meetings() for lemma in held):
        return Predicate(token, "meet", force="weak")
    if held & _HELD:
        return Predicate(token, "stay", force="attach")
    if lemma_of(token) == "hold":
        passive = not objects and any(c.dep_ == "nsubjpass" for c in token.children)  # "is being held in X"
        if not passive and not any(o.lower_ in OBJECTS for o in objects):  # "a burst tyre held her up in X"
            return None
    return Predicate(token, "stay", force="attach") if is_being_there(token, row) else None


def _row(token: Token, lemma: str) -> dict[str, str] | None:
    """The row of the tables for a verb: with the first of its particles with which it is no idiom, else by itself where it moves somebody or none is listed."""
    if lemma == "quit" and token.lower_ != "quitted":  # what quits now fails, and who quits gives up
        return None
    rows = [r for p in _particles(token) if p and (r := verbs().get((lemma, p)))]
    bare = verbs().get((lemma, ""))
    if rows and rows[0]["particle"] == "out" and bare is not None and bare["object"] == "traveller":
        rows.append(bare)  # "were flown out of X to Y": as "were flown", not as "flew out"
    if len(rows) > 1:  # "put down anchor": "put anchor", not "put down"
        return next((r for r in rows if not _is_idiom(token, r)), rows[0])
    return rows[0] if rows else bare


def _is_idiom(token: Token, row: dict[str, str]) -> bool:
    return is_idiom(token, row["particle"], row["object"])


def _makes_way(token: Token, objects: list[Token]) -> bool:
    """Whether a verb of any kind only says how somebody made his way: "bluffed his way to X", "threading their way through Y"."""
    ways = [o for o in objects if lemma_of(o) == "way" and any(c.dep_ == "poss" for c in o.children)]
    return bool(ways) and any(c.dep_ == "prep" and c.lower_ in _ALONG for t in (token, *ways) for c in t.children)


def awaited(token: Token) -> Predicate:
    """Read a word for which `is_awaited` holds: an arrival, but "due in court in X" only of who is told to travel."""
    in_court = any(lemma_of(o) == "court" for o in _objects_of(token, "in", "at"))
    return Predicate(token, "stay", force="attach") if in_court else Predicate(token, "arrive", force="weak")


def _is_due(be: Token) -> bool:
    """ "Is due in X about noon", "was due to hold talks in Y": the word behind it tells the arrival, or what it is to be."""
    due = [c for c in be.children if c.dep_ == "acomp" and c.lower_ in AWAITED]
    return any(is_awaited(c) or any(g.dep_ == "xcomp" for g in c.children) for c in due)


def _is_to_do(token: Token) -> bool:
    """ "It was to make stops in X": an obligation, and no being there."""
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" and c.left_edge.i == token.i + 1 for c in token.children)


def _is_come_to(verb: Token) -> bool:
    """ "Vienna was reached at nine", but not "Vienna was visited by thousands"."""
    named = any(c.dep_ == "nsubjpass" and c.pos_ == "PROPN" for c in verb.children)
    return named and not any(c.dep_ == "agent" for c in verb.children)


def _stage(token: Token, lemma: str) -> Act | None:
    """What a verb that only says where a journey began or ended makes of it: "starting in X", "will finish at Y"; not "started talks in X"."""
    of_something = any(c.dep_ in ("dobj", "obj", "xcomp", "ccomp", "acomp", "prt") for c in token.children)
    there = any(c.dep_ == "prep" and c.lower_ in ("in", "at", "from", "near") for c in token.children)
    first = token.head if token.dep_ == "conj" else token
    of_journey = any(lemma_of(c) in nouns() for t in (token, first) for c in t.children if c.dep_ == "nsubj")
    beside = _objects_of(token, "with")  # "the walk ended with a rally in X"
    if of_something or not (there or any(_is_met(o) or of_journey for o in beside)):
        return None
    return _STAGE_ACTS.get(lemma) or (_FORMAL_STAGES.get(lemma) if of_journey else None)


def _is_of_journey(verb: Token, objects: list[Token]) -> bool:
    """Whether a journey stands right behind what is said of it: "began her walk in X", but not "will end in X a tour of Y"."""
    between = [c.i for c in verb.rights if c.dep_ == "prep"]
    return any(lemma_of(o) in nouns() and not any(i < o.i for i in between) for o in objects)


def _is_met(noun: Token) -> bool:
    """Whether what a journey begins or ends with is a meeting or a stay: "a tour that began with talks in X"."""
    lemma = lemma_of(noun)
    return (lemma, "noun") in meetings() or nouns().get(lemma, {}).get("act") == "stay"


def _is_received(token: Token) -> bool:
    """Whether somebody is met where travellers arrive: "were welcomed at X airport by the mayor"."""
    passive = any(c.dep_ == "nsubjpass" for c in token.children)
    return passive and any(
        lemma_of(o) in _GATES
        for t in token.subtree
        if t.lower_ in ("at", "in") and t.i > token.i
        for o in t.children
        if o.dep_ == "pobj"
    )


def _tells_where(verb: Token) -> bool:
    """ "Was last reported at X", "was reported held up at X", "was sighted off Y", and of "heard" only what is last."""
    last = any(c.lower_ == "last" for c in verb.children)
    held = [c for c in verb.children if c.dep_ in ("oprd", "xcomp", "acomp") and c.tag_ in ("VBN", "JJ", "VBG")]
    there = any(
        c.dep_ == "prep" and c.lower_ in ("at", "in", "near", "off", "outside") for t in (verb, *held) for c in t.children
    )
    return there and (last or lemma_of(verb) in ("glimpse", "pinpoint", "sight"))


def _speaks_from(verb: Token) -> bool:
    """Whether somebody sends word from a place by its name: "said from X", "spoke from his hotel in Y"."""
    phones = [
        o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("by", "over") for o in c.children
    ]  # "by telephone from X"
    froms = [
        o
        for t in (verb, *phones)
        for c in t.children
        if c.dep_ == "prep" and c.lower_ == "from"
        for o in c.children
        if o.dep_ == "pobj"
    ]
    return any(
        (o.pos_ == "PROPN" and o.ent_type_ not in ("DATE", "PERSON", "TIME"))
        or any(c.lower_ in ("in", "at") and c.dep_ == "prep" for c in o.children)
        for o in froms
    )


def _is_service(noun: Token) -> bool:
    """Whether what is taken is a carrier by its name: "took Airtrans from X to Y", "an early Eurostar to X", "the Overland to X"."""
    if noun.pos_ != "PROPN" or noun.ent_type_ in ("PERSON", "GPE", "LOC", "DATE", "TIME"):
        return False
    ends = {c.lower_ for t in (noun, noun.head) for c in t.children if c.dep_ == "prep" and c.i > noun.i}
    known = any(c.lower_ in ("a", "an", "the") for c in noun.children) and noun.tag_ == "NNP" and people_kind(noun.lower_) is None
    return {"from", "to"} <= ends or (known and bool({"for", "to"} & ends))


def _is_left_there(verb: Token) -> bool:
    """Whether "left in X" is told of what was put there, as headlines do, rather than of who went away: that is "left X"."""
    prepositions = [c for c in verb.children if c.dep_ == "prep"]
    others = any(c.dep_ in ("dobj", "obj", "prt", "xcomp", "ccomp", "advmod") for c in verb.children)
    places = [
        o
        for c in prepositions
        for o in c.children
        if c.lower_ == "in" and o.pos_ == "PROPN" and o.ent_type_ not in ("DATE", "TIME")
    ]
    return verb.tag_ in ("VBD", "VBN") and not others and bool(places) and len(prepositions) == 1


def _goes_to_see(verb: Token, objects: list[Token]) -> bool:
    """Whether somebody stops or goes on his way to see what has a name, or people at a place: "stopped to see friends in X", "went to see the Y Falls"."""
    way = verb.dep_ in ("advcl", "xcomp") and lemma_of(verb.head) in _STOPS and any(c.lower_ == "to" for c in verb.children)
    kin = any(people_kind(lemma_of(o)) is not None or lemma_of(o) in KIN for o in objects)
    return way and (kin or any(o.pos_ == "PROPN" for o in objects))


def _is_off(verb: Token) -> bool:
    """Whether time is taken at a place to rest: "took three days off in X", "takes a rest day in Y", "took a break near Z"."""
    taken = [c for c in verb.children if c.dep_ in ("dobj", "npadvmod")]
    off = any(c.lower_ == "off" for t in (verb, *taken) for c in t.children)
    return off or any(lemma_of(t) in _RESTS or any(lemma_of(c) in _RESTS for c in t.lefts) for t in taken)


def _meets_kin(verb: Token) -> bool:
    """Whether somebody is met on his way by those who are called by what they are to him: "in X his wife met him"."""
    return any(c.dep_ == "nsubj" and c.pos_ == "NOUN" and lemma_of(c) in KIN | OF_ANOTHER for c in verb.children)


def _comes_to_grief(verb: Token) -> bool:
    """Whether a vehicle went down or broke down: "their plane went down outside X", but not "the bus went down to Y"."""
    down = any(c.lower_ == "down" and c.dep_ in ("advmod", "prt") for c in verb.children)
    on = any(c.dep_ == "prep" and c.lower_ in (*_ALONG, "toward", "towards") for c in verb.children)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return down and not on and any(c.lower_ == "it" or vehicle_mode(c) != "unknown" for c in subjects)


def _bound_vehicle(token: Token) -> Token | None:
    """The vehicle, with where it goes, that somebody "was on": "was on the six o'clock boat to X", "were aboard a bus from Y"."""
    aboard = (o for o in _objects_of(token, "on", "aboard") if vehicle_mode(o) != "unknown")
    ends = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("to", "from")]
    return next(
        (
            o
            for o in aboard
            if any(c.dep_ == "prep" and c.lower_ in ("to", "for", "from") for c in o.children) or any(c.i > o.i for c in ends)
        ),
        None,
    )


def _gone_or_back(token: Token) -> Act | None:
    """ "is off to X", "is back in Y", "has been to Z": what the adverb makes of "be"."""
    for child in token.children:
        ends = {g.lower_ for g in (*child.children, *token.children) if g.dep_ == "prep" and g.i > child.i}
        been = child.dep_ == "aux" and lemma_of(child) == "have" and token.lower_ == "been"
        if been and "to" in {c.lower_ for c in token.children if c.dep_ == "prep"}:
            return "travel"
        if child.lower_ == "off" and ends & {"to", "for"}:
            return "depart"
        if child.lower_ in ("back", "home", "away") and child.dep_ == "advmod" and ends & {"in", "from", "at"}:
            return "arrive"
    return None


def is_awaited(token: Token) -> bool:
    """Tell whether a word names a coming arrival by itself: "is expected in X on Friday", "is due back there"."""
    if (token.lower_ if token.pos_ == "ADJ" else lemma_of(token)) not in AWAITED or any(
        c.dep_ in ("xcomp", "ccomp", "dobj") for c in token.children
    ):
        return False
    passive = token.tag_ in ("VBN", "VBD") and any(c.dep_ in ("nsubjpass", "auxpass", "nsubj") for c in token.children)
    near = {c.lower_ for c in token.children} | {c.lower_ for c in token.head.children if c.i > token.i and token.dep_ == "acomp"}
    behind = token.dep_ == "amod" and token.i > token.head.i  # "Prime minister due in X", as headlines have it
    return (passive or behind or token.dep_ in ("acomp", "acl", "oprd", "ROOT")) and bool(
        near & {"in", "at", "back", "here", "home", "there", "into"}
    )


def _particles(token: Token) -> list[str]:
    """What may be a particle of the verb: adverbs and prepositions, its object, "to sea", the next word."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    after = following.lower_ if following.pos_ != "PRON" and not _is_place_preposition(following) else ""
    ends = [f"{c.lower_} {o.lower_}" for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    words = [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod", "prep", "dobj") and not _is_place_preposition(c)]
    hung = [g.lower_ for c in token.children if c.dep_ == "prep" and c.lower_ == "from" for g in c.children if g.dep_ == "prep"]
    return [*ends, *words, after, *hung]  # "fled from X to Y", hung on "from"


def _is_place_preposition(token: Token) -> bool:
    """Whether "in" or "on" goes with what follows it rather than with the verb: "got in on Sunday", but "got drenched in X"."""
    return token.lower_ in ("in", "on") and token.dep_ == "prep" and any(c.dep_ == "pobj" for c in token.children)


def _objects_of(token: Token, *prepositions: str) -> list[Token]:
    return [
        o
        for c in token.children
        if c.dep_ in ("advmod", "prep") and c.lower_ in prepositions
        for o in c.children
        if o.dep_ == "pobj"
    ]
