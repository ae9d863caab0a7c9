"""Find what kept a movement from its destination: "on its way to X when it was diverted to Y", "was forced to land in Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.travel_words.compounds import is_place_bound
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import DIVERTING
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from geo.reading.frames.slots import Slots
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["tells_of_turn", "turned_away"]

#: What is done to who is not let in.
_REFUSED = frozenset({"bar", "block", "deny", "prevent", "refuse"})
#: What tells of the first of several turns.
_AT_FIRST = frozenset({"first", "initially", "originally"})
#: What says that a movement was to come.
_DUE = frozenset({"booked", "due", "expected", "meant", "scheduled", "set", "supposed"})
#: Words of a movement that the sentence may break off.
_UNFINISHED = frozenset({"be", "bind", "bound", "flight", "head", "journey", "passage", "route", "trip", "voyage", "way"})
#: Verbs of an accident after which nothing goes on, and of coming down somewhere.
_WRECKS = frozenset({"capsize", "crash", "derail", "overturn", "sink"})
#: What befalls somebody on the way, who then goes no farther.
_HALTS = frozenset({"arrest", "capture", "detain", "die", "drown", "intercept", "kill", "murder", "perish", "seize", "shoot"})
#: What else is done to somebody who then goes no farther, in the passive alone: others may ambush and go on.
_SEIZURES = frozenset({"abduct", "ambush", "gun", "kidnap"})
_ENDS = frozenset({"crash", "dock", "land"})
_COMES_DOWN = frozenset({"dock", "ditch", "land", "put", "return", "touch"})
#: What befalls a vehicle that is not heard of again.
_LOSSES = frozenset({"burn", "collide", "disappear", "ditch", "explode", "overturn", "plunge", "vanish"})
#: What else befalls a vehicle on its way: by itself, done to it, by its particle, and by what it loses, catches or hits.
_FAILURES = frozenset("break drift flip founder list plough plow roll skid slide smash veer".split())
_ATTACKS = frozenset("ambush attack board bomb fire hit intercept rescue seize shell strand tow".split())
_BREAKS = frozenset(
    {("break", "down"), ("break", "up"), ("go", "aground"), ("run", "aground"), ("shoot", "down"), ("bring", "down")}
)
_TROUBLES = {
    "catch": frozenset({"fire"}),
    "develop": frozenset({"engine", "fault", "leak", "list", "problem", "trouble"}),
    "hit": frozenset("bridge bus car cow iceberg landmine lorry mine reef rock tractor train tree truck van wall".split()),
    "lose": frozenset("altitude contact control engine mast power propulsion rudder steering".split()),
    "suffer": frozenset({"breakdown", "damage", "failure"}),
}
_TROUBLES["strike"] = _TROUBLES["hit"]
#: Landings and stops that nobody had planned.
_UNPLANNED = frozenset({"crash", "emergency", "forced", "precautionary", "unplanned", "unscheduled"})
#: What reaches a traveller, who may go on.
_TIDINGS = frozenset(
    "announcement call decision invitation letter message news order phone report summons telegram telephone word".split()
)
_TURNS = frozenset({"divert", "land", "return", "turn"})


def turned_away(predicate: Predicate, slots: Slots) -> Token | None:
    """Find the word that says that this movement never got where it was going; None where it did, or nothing is told of it."""
    token = predicate.token
    if not any(role == "to" for role, _, _ in slots.places):
        return None
    if token.lemma_ in DIVERTING:
        return _what_came_instead(token)
    if lost := _lost(token):
        return lost
    if _was_due(token) and (turn := next((t for t in token.sent if t.i > token.i and _keeps_away(t)), None)) is not None:
        return turn
    had = token.tag_ == "VBN" and any(c.lower_ == "had" for c in token.children)
    course = told_on_course(token) or _event_of_flight(token)
    if token.lemma_ not in _UNFINISHED and token.tag_ != "VBG" and not had and course is None:
        return None
    turn = next((t for t in token.sent if _keeps_away(t) and t.i != token.i), None)
    if turn is None and course is not None and _ends_elsewhere(course, {t.lower_ for role, _, t in slots.places if role == "to"}):
        return course
    return turn or _landed(token) or _wreck(token, predicate.clause)


def _what_came_instead(turn: Token) -> Token | None:
    """What came of a first diversion that led nowhere: "was initially diverted to X, but was too heavy to land"."""
    at_first = any(c.lower_ in _AT_FIRST for c in turn.children)
    but = any(c.lower_ == "but" for c in turn.children)
    came = (c for c in turn.children if c.dep_ == "conj" and c.i > turn.i)
    return next((c for c in came if _fails(c)), None) if at_first and but else None


def _fails(verb: Token) -> bool:
    """Whether somebody is told not to have been able to, or let: "was too heavy to land", "was refused entry", "could not land"."""
    words = {t.lower_ for t in verb.subtree}
    return verb.lemma_ in _REFUSED or bool(words & {"too", "unable"}) or any(c.dep_ == "neg" for c in verb.children)


def _was_due(token: Token) -> bool:
    """Whether a movement is one that was to come then: "was due to land in X", "which was scheduled to fly to X"."""
    due = token.head
    if token.dep_ != "xcomp" or due.lower_ not in _DUE:
        return False
    return any(t.lower_ in ("was", "were") for t in (due.head, *due.children))


def _event_of_flight(flight: Token) -> Token | None:
    """What the plane did that is told of by its flight: "the jet, on a flight from X to Y, landed in Z"."""
    on = flight.lemma_ == "flight" and flight.dep_ == "pobj" and flight.head.lower_ in ("on", "during")
    return next((t for t in flight.ancestors if t.pos_ == "VERB"), None) if on else None


def _ends_elsewhere(verb: Token, ends: set[str]) -> bool:
    """Whether a vehicle came down, or went back to, somewhere else than where it was bound for."""
    if verb.lemma_ not in _COMES_DOWN:
        return False
    places = {
        o.lower_ for c in verb.children if c.dep_ == "prep" for o in c.children if o.pos_ == "PROPN" and o.ent_type_ != "DATE"
    }
    return (bool(places) or verb.lemma_ == "return") and not places & ends


def _lost(token: Token) -> Token | None:
    """The verb that a movement is joined to by which it never came to its end: "sailed for X and never arrived", "left for Y but turned back"."""
    outward = any(c.lower_ in ("for", "to") and c.dep_ == "prep" for c in token.children)
    joined = [c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB"] if outward else []
    return next((c for c in joined if _never_comes(c) or (_sets_out(token) and (_is_gone(c) or _keeps_away(c)))), None)


def _sets_out(token: Token) -> bool:
    """Whether a verb tells only that somebody was bound for a place: "sailed for X", "set off to Y"."""
    towards = any(c.lower_ == "for" and c.dep_ == "prep" for c in token.children)
    return towards or token.lemma_ in ("set", "start", "depart", "leave")


def _never_comes(verb: Token) -> bool:
    """ "Never arrived", "did not get there", "never made it"."""
    comes = verb.lemma_ in ("arrive", "reach") or (
        verb.lemma_ in ("get", "make") and any(c.lower_ in ("there", "it") for c in verb.children)
    )
    return comes and any(c.dep_ == "neg" for c in verb.children) and not any(c.lower_ in ("until", "till") for c in verb.children)


def _is_gone(verb: Token) -> bool:
    """ "Vanished", "was lost with all hands", "was never seen again"."""
    if any(c.dep_ == "neg" for c in verb.children):
        return verb.lemma_ in ("hear", "see") and any(c.lower_ in ("again", "since", "of", "from") for c in verb.children)
    return verb.lemma_ in ("disappear", "founder", "perish", "vanish") or (
        verb.tag_ == "VBN" and verb.lemma_ in ("lose", "wreck")
    )


def tells_of_turn(doc: Doc) -> bool:
    """Tell whether a passage has a verb of an accident, a diversion or an unplanned landing, of whatever vehicle."""
    return any(
        t.pos_ == "VERB" and (_is_wreck(t) or _is_mishap(t) or (t.lemma_ in DIVERTING | {"force", "make"} and _keeps_away(t)))
        for t in doc
    )


def _landed(token: Token) -> Token | None:
    """The verb by which a movement that "had been heading for X", or of an "X-bound ferry", is told to have ended elsewhere: "landed in Y"."""
    pluperfect = token.dep_ == "relcl" and {"had", "been"} <= {c.lower_ for c in token.children}
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    elsewhere = pluperfect or is_place_bound(token)
    return verb if elsewhere and verb is not None and verb.lemma_ in _ENDS else None


def _wreck(token: Token, clause: Token) -> Token | None:
    """The verb of the accident in which a movement ended: "was heading for X when it derailed", "crashed on its way to X"."""
    above = [t for t in token.ancestors if t.pos_ == "VERB"][:1]
    if token.lemma_ in ("way", "route") and above and above[0].lemma_ in _HALTS and above[0].tag_ in ("VBD", "VBN"):
        return above[0]  # "was arrested on her way to X"
    if token.head.lower_ == "during":  # "was rescued from his yacht during a voyage from X to Y"
        lost = (t for t in token.ancestors if t.lemma_ in _HALTS | {"rescue"} and t.tag_ in ("VBD", "VBN"))
        if (halted := next(lost, None)) is not None:
            return halted
    below = [
        c
        for told in (clause, *_being_aboard(clause))
        for c in told.children
        if c.dep_ == "advcl" and any(g.lower_ == "when" for g in c.children)
    ]
    return next((t for t in (*below, *above) if _is_wreck(t) or _is_mishap(t)), None) or next(
        (t for t in below if _falls(t) or (clause.tag_ == "VBG" and _breaks_in(t))), None
    )


def _being_aboard(going: Token) -> list[Token]:
    """The verb by which somebody is on the vehicle that a participle tells of: "were on a ferry sailing to X when it caught fire"."""
    vehicle = going.head
    aboard = going.dep_ == "acl" and vehicle.dep_ == "pobj" and vehicle.head.lower_ in ("aboard", "in", "on")
    return [vehicle.head.head] if aboard and vehicle.head.head.lemma_ == "be" else []


def _breaks_in(verb: Token) -> bool:
    """Whether some thing does what a course is broken off by: "when a wave rolled his boat", "when fog came down", but not "when the news came"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ != "VBD":
        return False
    thing = subject.lower_ == "it" or (subject.tag_ == "NN" and people_kind(subject.lemma_) is None)
    return thing and verb.pos_ == "VERB" and subject.lemma_ not in _TIDINGS


def _falls(verb: Token) -> bool:
    """Whether somebody goes no farther: "when he fell ill", "when she was arrested", "when he died of a heart attack"."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ == "neg" for c in verb.children):
        return False
    ill = verb.lemma_ in ("become", "fall", "take") and any(c.lower_ in ("ill", "sick", "unwell") for c in verb.children)
    stricken = verb.lemma_ == "suffer" and any(c.dep_ == "dobj" and c.lemma_ in ("attack", "stroke") for c in verb.children)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    return ill or stricken or verb.lemma_ in ("collapse", "die", "drown") or (passive and verb.lemma_ in _HALTS | _SEIZURES)


def _is_mishap(verb: Token) -> bool:
    """Whether something befell a vehicle, "it" or what a name means: "it hit a lorry", "the tanker, which lost power", "the Halvard was boarded"."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.lemma_ in _LOSSES or (verb.lemma_ in ("drop", "fall", "go") and any(t.lower_ == "radar" for t in verb.subtree)):
        return True
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or not (
        vehicle_mode(subject) != "unknown" or subject.pos_ == "PROPN" or subject.lower_ in ("it", "which", "that")
    ):
        return False
    if any((verb.lemma_, c.lower_) in _BREAKS for c in verb.children):
        return bool(subject.dep_ == "nsubj" or verb.lemma_ != "break")  # "the caravan was broken up"
    if subject.dep_ == "nsubjpass":
        return verb.lemma_ in _ATTACKS
    troubles = _TROUBLES.get(verb.lemma_, frozenset())
    return verb.lemma_ in _FAILURES or any(c.dep_ == "dobj" and c.lemma_ in troubles for c in verb.children)


def _is_wreck(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    off = verb.lemma_ in ("leave", "jump") and any(c.lemma_ in ("track", "rail") for c in verb.children if c.dep_ == "dobj")
    return off or verb.lemma_ in _WRECKS


def _stops_over(verb: Token, kinds: frozenset[str] = frozenset()) -> bool:
    """ "Make a stop in X", "made an emergency landing": of one of the kinds, if any are given."""
    stops = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in ("landing", "stop", "stopover")]
    return verb.lemma_ == "make" and any(not kinds or any(c.lower_ in kinds for c in stop.children) for stop in stops)


def _alters_course(verb: Token) -> bool:
    return verb.lemma_ in ("alter", "change") and any(c.dep_ == "dobj" and c.lemma_ in ("course", "route") for c in verb.children)


def _keeps_away(token: Token) -> bool:
    """Whether the word is a verb that keeps a movement from its destination, and is not negated."""
    if token.pos_ != "VERB" or any(c.dep_ == "neg" for c in token.children):
        return False
    if token.lemma_ in ("force", "have"):
        return any(c.dep_ == "xcomp" and (c.lemma_ in _TURNS or _stops_over(c) or _alters_course(c)) for c in token.children)
    if token.tag_ in ("VBD", "VBN", "VBG") and _stops_over(token, _UNPLANNED):
        return True
    if token.lemma_ == "turn":
        return any(c.lower_ in ("back", "around") for c in token.children)
    return token.lemma_ in DIVERTING
