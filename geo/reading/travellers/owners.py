"""Whose a journey is that a noun tells of: "Kim's trip", "a visit by the minister", "he made a visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.courses import told_on_course
from geo.reading.travel_words.nouns import support_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import PROGRAMMES, SUPPORT, nouns
from geo.reading.travellers.gear import is_gear
from geo.reading.travellers.subjects import subjects_of, whom_others_receive, with_conjuncts
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["owners_of_journey"]

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


def owners_of_journey(token: Token, support: Token | None) -> list[Token]:
    """Find who travels where a noun tells of it: "Kim's trip", "the arrival of the refugees", "he made a visit", "Clinton train trip"."""
    if told_on_course(token) is not None or _is_numbered(token):
        return [token]
    owner = next((c for c in token.children if c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME")), None)
    if owner is not None:
        return (_whose_own(token, owner, support) if support is not None else None) or with_conjuncts(owner)
    if support is not None and (listed := _owner_of_programme(support)) is not None:
        return [listed]
    if (
        token.dep_ == "pobj"
        and support is not None
        and _lends_subject(token, support)
        and any(c.dep_ == "nsubjpass" for c in support.children)
    ):
        return subjects_of(support)
    for preposition in token.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in ("by", "of", "between"):
            target = next((g for g in preposition.children if g.dep_ == "pobj"), None)
            if (
                target is None
                or target.lower_ == "way"
                or _journey([target]) is not None
                or (preposition.lower_ == "of" and token.lemma_ in ("tour", "visit"))
                or _is_means(target)
            ):
                continue
            return with_conjuncts(target)
    if support is not None and token.dep_ == "pobj" and (met := whom_others_receive(support, token.head, token)) is not None:
        return with_conjuncts(met)
    if support is not None and token.dep_ not in ("nsubj", "nsubjpass") and _lends_subject(token, support):
        found = subjects_of(support)
        if found and is_gear(found[0]):  # "its engine failed on a voyage to X"
            found = [c for c in found[0].children if c.dep_ == "poss"] or found
        if (journey := _journey(found)) is not None and journey != token:  # "the trip began with a visit to X"
            return owners_of_journey(journey, support_of(journey)) or found
        if found:
            return (_for_whom(token, support) if [t.lower_ for t in found] == ["it"] else None) or found
    if token.dep_ == "appos":
        return []
    if token.dep_ == "dobj" and support is not None and (journey := _journey(subjects_of(support))) is not None:
        return owners_of_journey(journey, support_of(journey))  # "the king's trip will include stops in X"
    if (aboard := _aboard(token)) is not None:
        return [aboard]
    if token.dep_ == "pobj" and token.head.lower_ == "from" and token.head.head.lower_ == "back":
        return subjects_of(token.head.head.head)  # "Berg, just back from a visit to X, said"
    if (other := _told_beside(token) or _told_before(token)) is not None:
        return owners_of_journey(other, support_of(other))
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
            return with_conjuncts(taken[0])
    if (carried := _carried(token, support)) is not None:
        return with_conjuncts(carried)
    if support is not None and (told := _for_whom(token, support)) is not None:
        return told
    named = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.ent_type_ != "LOC"][:1]
    itself = named and vehicle_mode(token) != "unknown" and token.tag_ == "NN"
    if itself:
        return [token]  # "an Air Corsica flight from X"
    return [c for c in named if not c.text.isupper()]  # but "the UN missions in X" are no journey of the UN


def _whose_own(way: Token, owner: Token, verb: Token) -> list[Token] | None:
    """Who does something on his own way: in "one of the suspects, Otto Berg, stopped on his way to X" nobody named before."""
    own = way.lower_ == "way" and way.dep_ == "pobj" and way.head.lower_ == "on" and owner.tag_ == "PRP$"
    alone = not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)  # "police stopped her on her way to X"
    return subjects_of(verb) if own and alone else None


def _journey(subjects: list[Token]) -> Token | None:
    """The journey that is the subject of a clause that tells more of it; None where somebody is, or what itself goes somewhere."""
    noun = _antecedent(subjects[0]) if len(subjects) == 1 else None
    told = noun is not None and noun.pos_ == "NOUN" and lemma_of(noun) in nouns() and people_kind(lemma_of(noun)) is None
    return noun if noun is not None and told and vehicle_mode(noun) == "unknown" else None


def _antecedent(word: Token) -> Token:
    """What a relative pronoun stands for: of "a trip that began in X and includes stops in Y", the trip."""
    clause = word.head
    while clause.dep_ == "conj" and clause.head.pos_ in ("AUX", "VERB"):
        clause = clause.head
    return clause.head if word.lower_ in ("that", "which") and clause.dep_ == "relcl" else word


def _for_whom(journey: Token, be: Token) -> list[Token] | None:
    """Those of whom it is told what a journey was to them: "it was a long drive from X to Y for the team", "the flight was the first for the plane"."""
    if lemma_of(be) != "be":
        return None
    told = [c for c in be.children if c.dep_ == "attr"]
    fors = [c for t in (journey, be, *told) for c in t.children if c.lower_ == "for" and (c.i > be.i or c.is_sent_start)]
    ends = [o for c in fors for o in c.children if o.dep_ == "pobj"]
    return next((with_conjuncts(o) for o in ends if people_kind(lemma_of(o)) is not None or vehicle_mode(o) != "unknown"), None)


def _carried(journey: Token, support: Token | None) -> Token | None:
    """Those who are told to be taken along where nobody else is: "an airlift from X to Y with 60 wounded soldiers", "a flight to Z with 45 aid workers"."""
    for verb in (t for t in (journey, support) if t is not None):
        for preposition in (c for c in verb.children if c.lower_ == "with" and c.i > journey.i):
            for those in (o for o in preposition.children if people_kind(lemma_of(o)) is not None):
                if any(c.dep_ == "nummod" for c in those.children):
                    return those
    return None


def _is_means(vehicle: Token) -> bool:
    """Whether it is only told in what somebody goes: "a journey by bus"."""
    bare = vehicle.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "compound") for c in vehicle.children)
    return (
        bare
        and vehicle.head.lower_ == "by"
        and (vehicle_mode(vehicle) != "unknown" or vehicle.lower_ in ("air", "land", "rail", "road", "sea"))
    )


def _is_numbered(flight: Token) -> bool:
    """Whether a number makes a flight or train one that itself goes somewhere: "Flight 65 from X"."""
    behind = flight.nbor() if flight.i + 1 < len(flight.doc) else None
    subject = flight.dep_ in ("nsubj", "nsubjpass")
    return behind is not None and behind.text.isdigit() and subject and vehicle_mode(flight) != "unknown"


def _aboard(flight: Token) -> Token | None:
    """Who is told of by the way that he is on: "a jet on a flight from X to Y had to land", "the yacht Alma, on a voyage to X, sank"."""
    noun = flight.head.head
    on = flight.dep_ == "pobj" and flight.head.lower_ in ("on", "aboard") and flight.head.dep_ == "prep"
    vehicle = vehicle_mode(noun) != "unknown" and noun.pos_ in ("NOUN", "PROPN")
    named = noun.pos_ == "PROPN" and noun.dep_ == "nsubj" and flight.head.nbor(-1).text == ","
    return noun if on and (vehicle or named) else None


def _told_beside(noun: Token) -> Token | None:
    """The journey of the same traveller that a journey follows: "his stay in X was followed by a trip to Y", "the stop in Y preceded her visit to X"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "by" else noun.head
    if lemma_of(verb) not in ("follow", "precede"):
        return None
    if verb.dep_ == "acl" and lemma_of(verb.head) in nouns():  # "a visit to X, followed by a stop in Y"
        return verb.head
    beside = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i != noun.i and lemma_of(c) in nouns()]
    return next((c for c in beside if any(g.dep_ == "poss" for g in c.children)), None)


def _told_before(noun: Token) -> Token | None:
    """The way of the same traveller that comes from a journey or after it: "his return from a visit to X", "her arrival after a trip to Y"."""
    way = noun.head.head
    behind = noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following", "from") and way.pos_ == "NOUN"
    return way if behind and lemma_of(way) in nouns() else None


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
        return (
            token.head.lower_ in ("on", "upon", "during", "after", "before", "following", "from", "in", "of")
            or support.lemma_ in SUPPORT
        )
    ridden = token.dep_ == "conj" and vehicle_mode(token) != "unknown"  # "caught a flight to X and a bus to Y"
    return ridden or support.lemma_ in SUPPORT or support.lemma_ in _PLANS
