"""Who a word of travel is about: its subject, found through passives, control, relative clauses and supporting verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.compounds import is_place_bound
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import PROGRAMMES, SUPPORT, nouns
from geo.reading.vocabulary.measures import BEARINGS, STRETCHES
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.pronouns import OBJECTS, PERSONAL
from geo.reading.vocabulary.speech import JUDGING, RELAYING
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["carrier", "carries", "find_companions", "find_travellers", "is_gear", "tells_of_plan"]

#: Verbs of those who plan a journey of their own, or drop it: "called off next month's trip to X".
_PLANS = frozenset(
    "abandon abort announce arrange attempt axe book call cancel consider contemplate cut delay ditch drop envisage exclude eye fancy forego "
    "forgo miss mull nix ponder postpone promise reconsider reschedule rule schedule scrap shelve skip suspend weigh".split()
)
#: The same before a preposition: "prepared for a trip", "pulled out of a visit", "looks forward to her stay".
_PLANS_BY = {
    "about": frozenset({"dream", "think"}),
    "against": frozenset({"decide"}),
    "for": frozenset({"gear", "pack", "prepare", "ready"}),
    "from": frozenset({"withdraw"}),
    "to": frozenset({"agree", "commit", "look"}),
}
#: Who is told behind "was": "the first one to arrive in X was".
_RANKS = frozenset({"first", "last", "latest", "one", "ones"})
#: Nouns whose clause is what they hold.
_PLAN_NOUNS = frozenset(
    "agreement aim ambition attempt bid chance decision desire dream goal hope idea intent intention invitation move objective offer order "
    "permission plan possibility promise proposal refusal right target way wish".split()
)
#: Verbs behind which "for" names a place.
_LEAVES = frozenset({"depart", "embark", "head", "leave", "sail", "set", "start"})
#: Words for so much of a vehicle.
_PARTS = frozenset({"half", "most", "much", "part", "rest"})
#: What a traveller has about him.
_GEAR = frozenset(
    "alternator axle bag baggage battery bicycle bike boots brakes camera chain clutch collar engine equipment gear gearbox instruments laptop luggage mast money "
    "motor oar passport phone purse radio radiator rucksack backpack rudder sail shaft shoes smartphone steering suitcase suspension tag telephone tent trailer "
    "transmission transmitter trunk tyre tire wallet wheel".split()
)
#: Verbs whose subject goes along with what it moves.
_CARTS = frozenset({"drive", "ferry", "fly", "haul", "row", "sail", "tow"})
#: Verbs of a vehicle that takes others along.
_BEARS = frozenset({"bring", "carry", "deliver", "ferry", "fly", "take", "transport"})
#: Verbs whose object, not whose subject, does what the infinitive says: "asked him to go".
_OBJECT_CONTROL = frozenset(
    "advise allow ask authorise authorize cause challenge command compel convince encourage enable entitle expect film force get have hear help "
    "hire hear induce instruct invite lead let make notice oblige observe order pay permit persuade press prompt push recruit require see spot "
    "summon take tell tempt urge want watch".split()
)
#: Verbs whose object, not whose subject, is meant behind "on" and "upon": "crowds greeted her upon landing in X".
_RECEIVES = frozenset(
    "applaud arrest await cheer detain embrace greet hail hug interview jail mob photograph question quarantine receive search seize stop "
    "surprise welcome".split()
)
#: Verbs by which somebody is said to have done what stands behind "of" or "for".
_BLAMES = frozenset(
    "accuse acquit arrest blame censure clear condemn convict criticise criticize fine jail prosecute punish suspect thank".split()
)
#: Verbs by which somebody is put on what goes.
_LOADS = frozenset("bundle evacuate fly force herd load place put send smuggle take".split())
#: Those and the verbs by which somebody gets on it or goes on it; behind "on" and "aboard" or with it as their object.
_RIDES = _LOADS | frozenset("board catch climb depart embark escape flee go jump leave sail slip sneak stow travel".split())
#: Words for the coming of whom they receive.
_COMINGS = frozenset("arrival arrive disembark disembarkation enter entry land landing return touch".split())


def find_travellers(predicate: Predicate) -> list[Token]:
    """Find the tokens of those who moved, the likeliest first; empty where the text names nobody."""
    token = predicate.token
    if predicate.object == "listed":
        return [c for t in token.subtree for c in t.children if c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME")][:1]
    if predicate.force == "attach" and token.pos_ == "VERB" and (held := _held(token)) is not None:
        return [held]
    if is_place_bound(token):
        return [token.head]
    if token.lower_ in ("bound", "headed", "heading", "destined") and (aboard := _riders(token.head)):
        return aboard
    if token.pos_ in ("VERB", "AUX"):
        return _beholder(token) if predicate.force == "attach" and _beholder(token) else _of_verb(token, predicate.object)
    if token.pos_ in ("NOUN", "PROPN"):
        return _of_noun(token, predicate.support)
    return _of_modifier(token)


def _of_verb(token: Token, object_role: str) -> list[Token]:
    if object_role == "reached":
        return []
    passive = [c for c in token.children if c.dep_ == "nsubjpass"]
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj") and c.lower_ not in BEARINGS]  # nobody drives "North"
    if object_role == "traveller":
        if passive:
            return _with_conjuncts(passive[0])
        if given := [c for c in token.children if c.dep_ == "dative" and c.pos_ in ("NOUN", "PROPN", "PRON")]:
            return _with_conjuncts(given[0])  # "gave her a lift to X"
        if token.tag_ == "VBG" and token.dep_ == "acl" and vehicle_mode(token.head) != "unknown":
            return [token.head]  # "a plane carrying 180 passengers from X"
        if objects and objects[0].lower_ in OBJECTS and (owner := _on_journey(token)):
            return owner
        if objects and (objects[0].pos_ in ("NOUN", "PROPN", "PRON") or any(c.lower_ == "of" for c in objects[0].children)):
            return _subject(token) if _drives_a_load(token, objects[0]) else _with_conjuncts(objects[0])
        if token.tag_ == "VBN" and token.dep_ == "acl" and not any(c.dep_ == "nsubj" for c in token.children):
            return [carrier(token.head)]
    if object_role == "companion" and passive:
        return _with_conjuncts(passive[0])
    return _subject(token)


def _on_journey(verb: Token) -> list[Token]:
    """Who is told to be on the journey that takes him somewhere: "Berg is on a tour that will also take him to X"."""
    journey = verb.head
    if verb.dep_ != "relcl" or journey.dep_ != "pobj" or lemma_of(journey) not in nouns() or journey.head.lower_ != "on":
        return []
    return _subject(journey.head.head) if lemma_of(journey.head.head) == "be" else []


def _held(verb: Token) -> Token | None:
    """Whom something befell at a place: "a burst tyre held them up in X", "thieves took her bag in Y", "his car broke down near Z"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or verb.tag_ not in ("VBD", "VBN") or lemma_of(verb) in JUDGING:
        return None
    if (owner := _owner_of_gear(subject)) is not None:
        return owner
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    if custody := next((o for o in objects if o.lower_ == "custody"), None):  # "took custody of him in X"
        return next((o for c in custody.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    objects += [o for c in verb.children if c.lower_ == "on" for o in c.children]  # "the engine quit on her in X"
    person = next((o for o in objects if o.lower_ in OBJECTS), None)
    by_nobody = subject.pos_ == "NOUN" or subject.lower_ == "they"
    if person is not None and verb.tag_ == "VBD" and (by_nobody or person.lower_ in ("me", "us")):
        return person
    owners = (owner for o in objects if (owner := _owner_of_gear(o)) is not None)
    return next((o for o in owners if subject.pos_ == "NOUN"), None)


def _owner_of_gear(thing: Token) -> Token | None:
    """Whose vehicle or baggage a thing is, which is where he is: "the band's van", "her passport"."""
    gear = is_gear(thing) or vehicle_mode(thing) != "unknown"
    return next((c for c in thing.children if c.dep_ == "poss"), None) if gear else None


def is_gear(thing: Token) -> bool:
    """Tell whether a thing is one that a traveller has about him, or a part of what he travels in: a rucksack, a gearbox."""
    return lemma_of(thing) in _GEAR


def _riders(vehicle: Token) -> list[Token]:
    """Who goes in what is said to be bound somewhere: "Berg left on a ship bound for X", "police put her on a plane bound for Y"."""
    if vehicle_mode(vehicle) == "unknown" or vehicle.dep_ not in ("dobj", "pobj"):
        return []
    verb = vehicle.head.head if vehicle.dep_ == "pobj" else vehicle.head
    if vehicle.dep_ == "pobj" and vehicle.head.lower_ not in ("aboard", "by", "in", "into", "on", "onto"):
        return []
    if verb.pos_ != "VERB" or lemma_of(verb) not in _RIDES:
        return []
    carried = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i != vehicle.i and lemma_of(verb) in _LOADS]
    return _with_conjuncts(carried[0]) if carried else _subject(verb)


def _beholder(verb: Token) -> list[Token]:
    """Who tells what he came upon at a place: "At X I first saw the river", but "police saw the man in X", "she was seen in X"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in PERSONAL), None)
    seen = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return [subject] if subject is not None and seen is not None and seen.pos_ == "NOUN" else []


def _drives_a_load(verb: Token, load: Token) -> bool:
    """Whether whoever drives goes along with a load that is nobody: "drove the crates back to X", "the ship took coal to Y"."""
    carrier = any(c.dep_ == "nsubj" and vehicle_mode(c) != "unknown" for c in verb.children)
    nobody = people_kind(lemma_of(load)) is None or (
        carrier and load.tag_ == "NNS" and not list(load.lefts)
    )  # "took pilgrims to X"
    return (carrier or lemma_of(verb) in _CARTS) and load.pos_ == "NOUN" and nobody


def _subject(token: Token, depth: int = 0) -> list[Token]:
    """The subject of a verb, its own or the one that it shares with the clause above."""
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]  # where the parser may hang the subject
    own = [c for t in (token, *auxiliaries) for c in t.children if c.dep_ in ("nsubj", "nsubjpass") and not _is_goal(c, token)]
    if len(own) > 1 and all(c.pos_ == "PROPN" for c in own) and any(c.lower_ == "and" for c in own[0].children):
        return own  # "Anna Berg, 85, and Otto Kranz, 90, flew to X"
    if own:  # of two, as in "the balloonist Urs Keller took off", the name
        return _with_conjuncts(own[-1] if own[-1].pos_ == "PROPN" else _bearer(own[0], token))
    if (told_last := _named_last(token)) is not None:
        return _with_conjuncts(told_last)
    head = token.head
    if head.i == token.i or depth > 8:
        return []
    if token.dep_ in ("acl", "relcl"):
        if head.lower_ in _RANKS and head.dep_ == "nsubj" and lemma_of(head.head) == "be":
            return [c for c in head.head.children if c.dep_ == "attr"][:1]
        if head.pos_ in ("NOUN", "PROPN", "PRON") and not _is_plan(head):
            return [head]
        return _owner_or_subject(head, depth)
    bare = token.tag_ == "VB" and token.dep_ in ("advcl", "ccomp") and not any(c.dep_ == "aux" for c in token.children)
    if (token.dep_ == "xcomp" or bare) and head.lemma_ in _OBJECT_CONTROL:
        targets = [c for c in head.children if c.dep_ in ("dobj", "obj", "dative") and c.ent_type_ not in ("DATE", "TIME")]
        target = next(iter(targets), None)
        if target is not None:
            return _with_conjuncts(target)
    if token.dep_ == "xcomp" and (planned := _held_by(head)) is not None:
        return [c for c in planned.children if c.dep_ == "poss"][:1]
    mistaken = _taken_for_said(token)
    if mistaken is not None:
        return _with_conjuncts(mistaken)
    told = _told_before(token)
    if told is not None:
        return _subject(told, depth + 1)
    if token.dep_ in ("xcomp", "advcl", "conj", "ccomp", "dep", "parataxis"):
        return _subject(head, depth + 1) if head.pos_ in ("VERB", "AUX") else _owner_or_subject(head, depth)
    if token.dep_ in ("pcomp", "pobj", "prep"):
        above = head.head if head.dep_ == "prep" or head.pos_ == "ADP" else head
        if head.lower_ in ("for", "of") and (blamed := _blamed(above)) is not None:
            return _with_conjuncts(blamed)
        kept = next((c for c in above.children if c.dep_ == "dobj"), None) if head.lower_ == "from" else None
        if kept is not None:  # "illness kept her from travelling to X"
            return _with_conjuncts(kept)
        if (received := _received(above, head, token)) is not None:
            return _with_conjuncts(received)
        return _subject(above, depth + 1) if above.pos_ in ("VERB", "AUX") else _owner_or_subject(above, depth)
    return []


def _blamed(word: Token) -> Token | None:
    """Whom others say to have done something: "police accused Berg of flying to X", wherever the parse hangs "of"."""
    verb = word.head if word.dep_ == "dobj" else word
    if lemma_of(verb) not in _BLAMES:
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _held_by(copula: Token) -> Token | None:
    """The noun for a plan that a clause is about: of "her aim is to walk to X" the aim."""
    if copula.lemma_ != "be":
        return None
    return next((c for c in copula.children if c.dep_ == "nsubj" and _is_plan(c)), None)


def tells_of_plan(predicate: Predicate) -> bool:
    """Tell whether a verb of travel says what a plan is whose maker is not named: "the plan is to go on to X"."""
    planned = _held_by(predicate.token.head) if predicate.token.dep_ == "xcomp" else None
    return planned is not None and not any(c.dep_ == "poss" for c in planned.children)


def _named_last(verb: Token) -> Token | None:
    """Who is named behind "was" in a sentence that its verb begins: "Also travelling to X was Berg"."""
    be = next((c for c in verb.children if c.dep_ == "aux" and lemma_of(c) == "be" and c.i > verb.i), None)
    return next((c for c in be.children if c.dep_ == "attr" and c.i > be.i), None) if be is not None else None


def _received(verb: Token, preposition: Token, coming: Token) -> Token | None:
    """Whom others receive when he comes: "crowds greeted Berg upon landing in X", "Berg was arrested on arrival in Y"."""
    if preposition.lower_ not in ("on", "upon") or lemma_of(verb) not in _RECEIVES or lemma_of(coming) not in _COMINGS:
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _is_goal(subject: Token, infinitive: Token) -> bool:
    """Whether the parser takes where somebody left for to be who does what follows: "set off for X to head back to Y"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "for" and c.i < subject.i for c in infinitive.children)
    return marked and subject.pos_ == "PROPN" and lemma_of(infinitive.head) in _LEAVES


def _bearer(subject: Token, verb: Token) -> Token:
    """The name at the end of a long title, whatever the parser takes for its head: "club treasurer and keen rider Ann Lowe (77) arrived".

    Of "most of the train" the train.
    """
    if subject.lower_ in _PARTS:
        wholes = (o for c in subject.children if c.lower_ == "of" for o in c.children if vehicle_mode(o) != "unknown")
        return next(wholes, subject)
    if people_kind(lemma_of(subject)) is not None or vehicle_mode(subject) != "unknown" or subject.pos_ != "NOUN":
        return subject
    words = [t for t in verb.doc[subject.i + 1 : verb.i] if t.is_alpha and t.dep_ not in ("aux", "auxpass", "advmod")]
    last = words[-1] if words else subject
    return last if last.pos_ == "PROPN" and last.dep_ == "appos" and subject.is_ancestor(last) else subject


def _taken_for_said(token: Token) -> Token | None:
    """The subject that the parser takes for what was said: "officials said the convoy, of 20 trucks, left X"."""
    head = token.head
    if token.dep_ not in ("ccomp", "conj") or lemma_of(head) not in RELAYING or any(c.dep_ == "mark" for c in token.children):
        return None
    said = [c for c in head.children if c.dep_ == "dobj" and head.i < c.i < token.i]
    return next((c for c in said if people_kind(lemma_of(c)) is not None or vehicle_mode(c) != "unknown"), None)


def _told_before(token: Token) -> Token | None:
    """The verb that this one continues, where the parse joins it to the verb of saying: "police say he drove to X, left it at Y".

    Also where the saying comes last: "two men broke out and fled to X, police said".
    """
    head = token.head
    if token.dep_ not in ("conj", "ccomp") or head.lemma_ not in RELAYING or any(c.dep_ == "mark" for c in token.children):
        return None
    if token.dep_ == "ccomp" and token.tag_ != "VB":
        return None
    reported = [c for c in head.children if c.dep_ == "ccomp" and c.i < token.i and (head.i < c.i or token.i < head.i)]
    return reported[-1] if reported else None


def _is_plan(token: Token) -> bool:
    """Nouns whose clause is what they hold, not what does it: "the plan to travel", "his decision to go"."""
    return token.lemma_.lower() in _PLAN_NOUNS


def _is_means(vehicle: Token) -> bool:
    """Whether it is only told in what somebody goes: "a journey by bus"."""
    bare = vehicle.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "compound") for c in vehicle.children)
    return (
        bare
        and vehicle.head.lower_ == "by"
        and (vehicle_mode(vehicle) != "unknown" or vehicle.lower_ in ("air", "land", "rail", "road", "sea"))
    )


def _owner_or_subject(noun: Token, depth: int) -> list[Token]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return [owner]
    head = noun.head
    if head.i != noun.i and depth <= 8:
        if head.pos_ in ("VERB", "AUX"):
            return _subject(head, depth + 1) if noun.dep_ not in ("nsubj", "nsubjpass") else []
        if head.pos_ == "ADP" and head.head.pos_ in ("VERB", "AUX"):
            return _subject(head.head, depth + 1)
    return []


def _of_noun(token: Token, support: Token | None) -> list[Token]:
    """ "Kim's trip", "a visit by the minister", "the arrival of the refugees", "he made a visit", "Clinton train trip"."""
    if told_on_course(token) is not None or _is_numbered(token):
        return [token]
    owner = next((c for c in token.children if c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME")), None)
    if owner is not None:
        return _with_conjuncts(owner)
    if support is not None and (listed := _owner_of_programme(support)) is not None:
        return [listed]
    if (
        token.dep_ == "pobj"
        and support is not None
        and _lends_subject(token, support)
        and any(c.dep_ == "nsubjpass" for c in support.children)
    ):
        return _subject(support)
    for preposition in token.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in ("by", "of", "between"):
            target = next((g for g in preposition.children if g.dep_ == "pobj"), None)
            if target is None or (preposition.lower_ == "of" and token.lemma_ in ("tour", "visit")) or _is_means(target):
                continue
            return _with_conjuncts(target)
    if support is not None and token.dep_ == "pobj" and (received := _received(support, token.head, token)) is not None:
        return _with_conjuncts(received)
    if support is not None and token.dep_ not in ("nsubj", "nsubjpass") and _lends_subject(token, support):
        found = _subject(support)
        if found and is_gear(found[0]):  # "its engine failed on a voyage to X"
            found = [c for c in found[0].children if c.dep_ == "poss"] or found
        if found:
            return found
    if token.dep_ == "appos":
        return []
    if (aboard := _aboard(token)) is not None:
        return [aboard]
    if (other := _told_beside(token)) is not None:
        return _of_noun(other, None)
    if token.dep_ == "nsubj" and support is not None and support.lemma_ == "take":  # "the drive to X took them nine hours"
        taken = [
            c
            for c in support.children
            if c.dep_ in ("dative", "dobj") and c.ent_type_ not in ("DATE", "TIME") and c.i > support.i
        ]
        if taken and any(
            c.ent_type_ in ("DATE", "TIME") or lemma_of(c) in STRETCHES
            for c in support.children
            if c.dep_ in ("dobj", "npadvmod")
        ):
            return _with_conjuncts(taken[0])
    named = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"][:1]
    itself = named and vehicle_mode(token) != "unknown" and token.tag_ == "NN"
    return [token] if itself else named  # "an Air Corsica flight from X" is itself who travels


def _is_numbered(flight: Token) -> bool:
    """Whether a number makes a flight or train one that itself goes somewhere: "Flight 65 from X"."""
    behind = flight.nbor() if flight.i + 1 < len(flight.doc) else None
    subject = flight.dep_ in ("nsubj", "nsubjpass")
    return behind is not None and behind.text.isdigit() and subject and vehicle_mode(flight) != "unknown"


def _aboard(flight: Token) -> Token | None:
    """Who is told of by the flight that he is on: the jet in "a jet on a flight from X to Y had to land"."""
    noun = flight.head.head
    on = flight.dep_ == "pobj" and flight.head.lower_ in ("on", "aboard") and flight.head.dep_ == "prep"
    vehicle = vehicle_mode(noun) != "unknown" and noun.pos_ in ("NOUN", "PROPN")
    return noun if on and vehicle else None


def _told_beside(noun: Token) -> Token | None:
    """The journey of the same traveller that a journey follows: "his stay in X was followed by a trip to Y", "the stop in Y preceded her visit to X"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "by" else noun.head
    if lemma_of(verb) not in ("follow", "precede"):
        return None
    beside = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i != noun.i and lemma_of(c) in nouns()]
    return next((c for c in beside if any(g.dep_ == "poss" for g in c.children)), None)


def _owner_of_programme(verb: Token) -> Token | None:
    """Whose programme names the journey: "her itinerary includes a stop in X", "was dropped from his schedule"."""
    nouns = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    nouns += [o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("from", "on", "to") for o in c.children]
    programmes = [n for n in nouns if lemma_of(n) in PROGRAMMES]
    return next((c for n in programmes for c in n.children if c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME")), None)


def _lends_subject(token: Token, support: Token) -> bool:
    """Whether the subject of the verb is who travels: "made a visit", "died on a flight", but not "charged them for passage"."""
    if token.dep_ == "pobj":
        if token.head.lower_ == "for" and (lemma_of(token), "noun") in {(r["lemma"], r["pos"]) for r in table("meetings")}:
            return True  # "travelled for a meeting in X"
        if support.lemma_ in _PLANS_BY.get(token.head.lower_, ()):
            return True
        return token.head.lower_ in ("on", "upon", "during", "after", "before", "from", "in", "of") or support.lemma_ in SUPPORT
    return support.lemma_ in SUPPORT or support.lemma_ in _PLANS


def carries(predicate: Predicate) -> Token | None:
    """Find the vehicle that takes others somewhere, and goes there with them: "a Hercules brought 51 people out to X"."""
    subjects = _subject(predicate.token) if predicate.object == "traveller" and predicate.token.pos_ == "VERB" else []
    goes = any(c.dep_ == "dobj" for c in predicate.token.children) and lemma_of(predicate.token) in _BEARS
    return next((s for s in subjects if vehicle_mode(s) != "unknown"), None) if goes else None


def carrier(token: Token) -> Token:
    """Find the vehicle that what it carries stands for: "a plane carrying 199 passengers that landed" is the plane."""
    whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if whole.i != token.i and (vehicle_mode(whole) != "unknown" or people_kind(lemma_of(whole)) == "group"):
        return whole  # "a convoy of 20 trucks that"
    for node in (token, token.head if token.dep_ == "conj" else token):
        if node.dep_ == "dobj" and node.head.lemma_ == "carry" and node.head.tag_ == "VBG" and node.head.i > 0:
            before = node.head.nbor(-1)
            return before if vehicle_mode(before) != "unknown" else token
    return token


def _of_modifier(token: Token) -> list[Token]:
    """ "a ship bound for X", "he was en route to X"."""
    node = token
    for _ in range(4):
        head = node.head
        if head.pos_ in ("VERB", "AUX"):
            return _subject(head)
        if head.pos_ in ("NOUN", "PROPN"):
            return [head]
        if head.i == node.i:
            break
        node = head
    return []


def _with_conjuncts(token: Token) -> list[Token]:
    return [token, *(t for t in token.conjuncts if t.i > token.i)]


def _agents(node: Token) -> Iterator[Token]:
    """Whoever a passive names behind "by", wherever the parse hangs it: "was met at a station in Russia by officials"."""
    for word in node.subtree:
        if word.lower_ == "by" and word.i > node.i:
            yield from (t for c in word.children if c.dep_ == "pobj" for t in _with_conjuncts(c))


def find_companions(predicate: Predicate) -> Iterator[Token]:
    """Yield whom the traveller met: the object of "meet", the partner after "with", the agent of "was met by"."""
    held = [c for c in predicate.token.children if c.dep_ == "dobj" and predicate.object != "companion"]  # "held talks with X"
    for node in {t.i: t for t in (predicate.token, predicate.clause, *held)}.values():
        for child in node.children:
            if child.dep_ in ("dobj", "obj") and predicate.object == "companion":
                yield from _with_conjuncts(child)
            elif child.dep_ == "nsubjpass":
                yield from _agents(node)
            elif child.dep_ == "prep" and child.lower_ in ("with", "between"):
                for target in child.children:
                    if target.dep_ == "pobj":
                        yield from _with_conjuncts(target)
