"""The subject of a verb, found through passives, control, relative clauses, plans and what others say or do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.name_spans import ends_office
from geo.reading.vocabulary.measures import PARTS
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.speech import RELAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["subjects_of", "tells_of_plan", "whom_others_receive", "with_conjuncts"]

#: Who is told behind "was": "the first one to arrive in X was".
_RANKS = frozenset({"first", "last", "latest", "one", "ones"})
#: Nouns whose clause is what they hold.
_PLAN_NOUNS = frozenset(
    "agreement aim ambition attempt bid chance decision desire dream goal hope idea intent intention invitation move objective offer order "
    "permission plan possibility promise proposal refusal right target way wish".split()
)
#: What a guest does with an invitation.
_TAKES_UP = frozenset({"accept", "consider", "decline", "get", "receive", "refuse", "reject", "spurn", "take", "turn", "welcome"})
#: Verbs of setting off, behind which "for" names where to: "set off for X to head back to Y".
_SETS_OFF_FOR = frozenset({"depart", "embark", "head", "leave", "sail", "set", "start"})
#: Verbs whose object, not whose subject, does what the infinitive says: "asked him to go".
_OBJECT_CONTROL = frozenset(
    "advise allow ask authorise authorize cause challenge command compel convince encourage enable entitle expect film force get have hear help "
    "hire induce instruct invite lead let make notice oblige observe order pay permit persuade press prompt push recruit require see spot "
    "summon take tell tempt urge want watch".split()
)
#: Verbs whose object, not whose subject, is meant behind "on" and "upon": "crowds greeted her upon landing in X".
_RECEIVES = frozenset(
    "applaud arrest await cheer detain embrace greet hail hug interview jail mob photograph question quarantine receive search seize stop "
    "surprise welcome".split()
)
#: What films do with those whom they show.
_FOLLOWS = frozenset({"document", "feature", "film", "follow", "picture", "portray", "show"})
#: Verbs by which somebody is said to have done what stands behind "of" or "for".
_BLAMES = frozenset(
    "accuse acquit arrest blame censure clear condemn convict criticise criticize fine jail prosecute punish suspect thank".split()
)
#: Words for the coming of whom they receive.
_COMINGS = frozenset("arrival arrive disembark disembarkation enter entry land landing return touch".split())


def subjects_of(token: Token, depth: int = 0) -> list[Token]:
    """Find the subject of a verb, its own or the one that it shares with the clause above, with whoever is joined to it."""
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]  # where the parser may hang the subject
    own = [c for t in (token, *auxiliaries) for c in t.children if c.dep_ in ("nsubj", "nsubjpass") and not _is_goal(c, token)]
    if len(own) > 1 and all(c.pos_ == "PROPN" for c in own) and any(c.lower_ == "and" for c in own[0].children):
        return own  # "Anna Berg, 85, and Otto Kranz, 90, flew to X"
    if own:  # of two, as in "the balloonist Urs Keller took off", the name
        return with_conjuncts(_holder(own[-1]) if own[-1].pos_ == "PROPN" else _bearer(own[0], token))
    if (told_last := _named_last(token)) is not None:
        return with_conjuncts(told_last)
    head = token.head
    if head.i == token.i or depth > 8:
        return []
    if token.dep_ in ("acl", "relcl"):
        if head.lower_ in _RANKS and head.dep_ == "nsubj" and lemma_of(head.head) == "be":
            return [c for c in head.head.children if c.dep_ == "attr"][:1]
        if head.pos_ in ("NOUN", "PROPN", "PRON") and not _is_plan(head) and not _is_for(head, token):
            return [head]
        if head.lemma_.lower() == "invitation" and (guests := _invited(head, depth)) is not None:
            return guests
        return _owner_or_subject(head, depth)
    bare = token.tag_ == "VB" and token.dep_ in ("advcl", "ccomp") and not any(c.dep_ == "aux" for c in token.children)
    if (token.dep_ == "xcomp" or bare) and head.lemma_ in _OBJECT_CONTROL:
        targets = [c for c in head.children if c.dep_ in ("dobj", "obj", "dative") and c.ent_type_ not in ("DATE", "TIME")]
        target = next(iter(targets), None)
        if target is not None:
            return with_conjuncts(target)
    if token.dep_ == "xcomp" and lemma_of(head) == "call" and (called := _called_on(head)) is not None:
        return with_conjuncts(called)
    if token.dep_ == "xcomp" and (planned := _held_by(head)) is not None:
        return [c for c in planned.children if c.dep_ == "poss"][:1]
    mistaken = _taken_for_said(token)
    if mistaken is not None:
        return with_conjuncts(mistaken)
    told = _told_before(token)
    if told is not None:
        return subjects_of(told, depth + 1)
    if (followed := _followed(token)) is not None:
        return with_conjuncts(followed)
    if token.dep_ == "advcl" and token.tag_ == "VBG" and head.pos_ == "PROPN" and head.dep_ in ("nsubj", "nsubjpass"):
        return [head]  # "Berg, arriving in X, said"
    if token.dep_ in ("xcomp", "advcl", "conj", "ccomp", "dep", "parataxis"):
        return subjects_of(head, depth + 1) if head.pos_ in ("VERB", "AUX") else _owner_or_subject(head, depth)
    if token.dep_ in ("pcomp", "pobj", "prep"):
        above = head.head if head.dep_ == "prep" or head.pos_ == "ADP" else head
        if head.lower_ in ("for", "of") and (blamed := _blamed(above)) is not None:
            return with_conjuncts(blamed)
        kept = next((c for c in above.children if c.dep_ == "dobj"), None) if head.lower_ == "from" else None
        if kept is not None:  # "illness kept her from travelling to X"
            return with_conjuncts(kept)
        if (met := whom_others_receive(above, head, token)) is not None:
            return with_conjuncts(met)
        return subjects_of(above, depth + 1) if above.pos_ in ("VERB", "AUX") else _owner_or_subject(above, depth)
    return []


def _followed(participle: Token) -> Token | None:
    """Whom a film or a camera follows as he does something: "the series will follow Berg returning to X"."""
    verb = participle.head
    if participle.dep_ != "advcl" or participle.tag_ != "VBG" or lemma_of(verb) not in _FOLLOWS:
        return None
    shown = next((c for c in verb.children if c.dep_ == "dobj" and c.i < participle.i), None)
    return shown if shown is not None and participle.nbor(-1).text != "," else None


def _is_for(thing: Token, infinitive: Token) -> bool:
    """Whether an infinitive tells what a thing is for that somebody has: "a visa to travel to X"."""
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in infinitive.children)
    return to and thing.pos_ == "NOUN" and people_kind(lemma_of(thing)) is None and vehicle_mode(thing) == "unknown"


def _called_on(call: Token) -> Token | None:
    """Whom others call on to do something: "called on her to go"."""
    return next((o for c in call.children if c.lower_ in ("on", "upon") for o in c.children if o.dep_ == "pobj"), None)


def _invited(invitation: Token, depth: int) -> list[Token] | None:
    """Who is invited, and not whose invitation it is: "the king's invitation to Berg to visit X", "Berg accepted his invitation to Y"; None where none is told."""
    to = [o for c in invitation.children if c.dep_ == "prep" and c.lower_ in ("for", "to") for o in c.children]
    guest = next((o for o in to if o.dep_ == "pobj" and o.ent_type_ not in ("GPE", "LOC", "FAC", "DATE")), None)
    if guest is not None:
        return with_conjuncts(guest)
    if not any(c.dep_ == "poss" for c in invitation.children):
        return None
    taken = invitation.dep_ == "dobj" and lemma_of(invitation.head) in _TAKES_UP
    return subjects_of(invitation.head, depth + 1) if taken else []


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


def whom_others_receive(verb: Token, preposition: Token, coming: Token) -> Token | None:
    """Find whom others receive when he comes: "crowds greeted Berg upon landing in X", "Berg was arrested on arrival in Y"."""
    if preposition.lower_ not in ("on", "upon") or lemma_of(verb) not in _RECEIVES or lemma_of(coming) not in _COMINGS:
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _is_goal(subject: Token, infinitive: Token) -> bool:
    """Whether the parser takes where somebody left for to be who does what follows: "set off for X to head back to Y"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "for" and c.i < subject.i for c in infinitive.children)
    return marked and subject.pos_ == "PROPN" and lemma_of(infinitive.head) in _SETS_OFF_FOR


def _holder(office: Token) -> Token:
    """The name that the parser takes for the end of an office: "Minister for Foreign Trade Ann Lowe flew to X"; else the office."""
    ends = (o for c in office.children if c.dep_ == "prep" for o in c.children if ends_office(o))
    return next(ends, office)


def _bearer(subject: Token, verb: Token) -> Token:
    """The name at the end of a long title, whatever the parser takes for its head: "club treasurer and keen rider Ann Lowe (77) arrived".

    Of "most of the train" the train, of "one of the suspects, Otto Berg" Berg.
    """
    if subject.lower_ in PARTS:
        wholes = (o for c in subject.children if c.lower_ == "of" for o in c.children if vehicle_mode(o) != "unknown")
        return next(wholes, subject)
    if subject.lower_ == "one":  # "one of the two suspects, Otto Berg, flew to X"
        return next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), subject)
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


def _owner_or_subject(noun: Token, depth: int) -> list[Token]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return [owner]
    head = noun.head
    if head.i != noun.i and depth <= 8:
        if head.pos_ in ("VERB", "AUX"):
            return subjects_of(head, depth + 1) if noun.dep_ not in ("nsubj", "nsubjpass") else []
        if head.pos_ == "ADP" and head.head.pos_ in ("VERB", "AUX"):
            return subjects_of(head.head, depth + 1)
    return []


def with_conjuncts(token: Token) -> list[Token]:
    """Give a word and those behind that are joined to it: of "Berg and Lund" both."""
    return [token, *(t for t in token.conjuncts if t.i > token.i)]
