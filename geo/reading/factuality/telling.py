"""What the present tense of a clause tells: a timetable ("he flies home on Wednesday"), a service or habit, or what happened (in headlines)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.reading.factuality.earlier_trips import is_over
from geo.reading.parsing.clauses import TENSED, below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.times.date_words import WEEKDAYS
from geo.reading.travel_words.presence import says_now
from geo.reading.travel_words.words import meetings, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.frames.facts import PassageFacts
    from geo.reading.frames.slots import Slots
    from geo.reading.parsing.passages import Passage
    from geo.reading.travel_words.predicates import Predicate

__all__ = [
    "addresses_reader",
    "is_about_the_text",
    "is_from_afar",
    "is_general",
    "is_maxim",
    "is_only_a_topic",
    "is_still_to_come",
    "is_told_in_past",
]

_WEEKDAYS = frozenset(day.lower() for day in WEEKDAYS)
#: Where the headline, the lead and the first caption stand, in characters; their present tense tells what happened.
_LEAD = 200
_COMING = frozenset({"tonight", "tomorrow", "next", "afterwards"})
#: Times of day that are still to come where the present tense tells them.
_LATER_TODAY = re.compile(r"\b(?:later (?:today|this|on|in the)|this (?:afternoon|evening))\b", re.IGNORECASE)
#: When somebody is somewhere now, or goes there soon: "visits X this week".
_THIS_WEEK = re.compile(r"\bthis week(?:end)?\b", re.IGNORECASE)
#: By what somebody takes part in what is elsewhere, and words that say it by themselves.
_REMOTE = frozenset({"livestream", "phone", "satellite", "skype", "telephone", "video", "videolink", "zoom"})
_APART = frozenset({"absent", "remotely", "virtually"})
#: What is done with details of what may still be to come.
_GIVES = frozenset({"announce", "disclose", "give", "outline", "publish", "release", "report", "reveal", "unveil"})
#: Corrections and bylines: "An earlier version of this article said", "Reporting by A in X; editing by B".
_ABOUT_THE_TEXT = re.compile(
    r"\b(?:an|the|this) (?:earlier|original|previous) version\b|\bmisstated\b|\bediting error\b|(?:^|[(;])\s*(?:additional )?(?:editing|reporting|writing) by\b",
    re.IGNORECASE,
)


def is_still_to_come(predicate: Predicate, slots: Slots, facts: PassageFacts) -> bool:
    """Tell whether a clause in the present tense is a timetable: "he flies home on Wednesday", told before that Wednesday."""
    token, published = predicate.clause, facts.passage.article.published
    if says_now(predicate) is not None or _is_on_it(predicate) or is_over(predicate.token):
        return False
    if token.dep_ == "pcomp" and token.head.lower_ == "before" and _is_below_timetable(token, facts):
        return True
    if token.tag_ == "VBG" or any(c.lower_ == "being" for c in token.children):  # "is leaving for X on Friday"
        going = any(c.lower_ in ("is", "are", "am", "'s", "'re", "'m") for c in token.children if c.dep_ == "aux")
        return going and published is not None and any(w.start > published and not w.yearless for w in slots.whens)
    if token.tag_ == "VB":  # whose "will" the parser hangs on another verb
        helped = any(c.dep_ in ("aux", "auxpass") for c in token.children)
        return not helped and published is not None and any(w.start > published and not w.yearless for w in slots.whens)
    if token.pos_ == "NOUN" and token.dep_ == "ROOT":  # "The itinerary: X (June 25-27)"
        return published is not None and any(w.start > published and not w.yearless for w in slots.whens)
    if token.tag_ not in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") and c.dep_ in ("aux", "auxpass") for c in token.children):
        return False
    if token.dep_ in ("relcl", "advcl") and (_is_below_future(token) or _comes_after_that(token)):
        return True
    if token.dep_ == "pcomp" and token.head.head.tag_ == "VBD" and any(c.lower_ == "where" for c in token.children):
        return True  # "flew to X, from where he goes on to Y"
    if published is not None and slots.whens and all(w.end < published and not w.yearless for w in slots.whens):
        return False
    dated = published is not None and any(w.start > published and not w.yearless for w in slots.whens)
    weekday = any(t.lower_ in _WEEKDAYS or t.lower_ == "today" for t in token.subtree)
    if _is_aside(token, facts) and (weekday or not (slots.whens or _is_own_tale(token))):
        return True
    undated = (
        not slots.whens
        and facts.passage.start > _LEAD
        and token.tag_ == "VBZ"
        and any(t.lower_ in _WEEKDAYS for t in token.subtree if t.sent == token.sent)
    )
    own = [t for t in token.subtree if t.sent == token.sent]
    words = "".join(t.text_with_ws for t in own)
    later = _LATER_TODAY.search(words) is not None or (token.lemma_ != "be" and _THIS_WEEK.search(words) is not None)
    return dated or undated or later or any(t.lower_ in _COMING for t in own)


def _is_on_it(predicate: Predicate) -> bool:
    """Whether somebody is on a journey, or somewhere after one, whatever comes next: "is on a visit to X and goes to Y on Monday", "is in X after stops in Y"."""
    verb = predicate.clause
    if verb.lemma_ != "be" or verb.tag_ not in ("VBP", "VBZ"):
        return False
    ahead = _COMING | _WEEKDAYS
    beside = [o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("after", "following", "on") for o in c.children]
    journeys = [o for o in beside if lemma_of(o) in nouns() or (lemma_of(o), "noun") in meetings()]
    told = predicate.token in journeys or (predicate.token.i == verb.i and bool(journeys))
    return told and not any(t.lower_ in ahead for c in verb.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree)


def _comes_after_that(token: Token) -> bool:
    """Whether a clause in the present tells what follows: "flew to X on Monday, after which he goes to Y"."""
    after = [o.lower_ for c in token.children if c.lower_ in ("after", "following") and c.dep_ == "prep" for o in c.children]
    return "which" in after and token.head.tag_ not in ("VBP", "VBZ")


def _is_below_timetable(token: Token, facts: PassageFacts) -> bool:
    """Whether the verb of a sentence is one of a day to come, told in the present: "tomorrow she goes to X to see the king before flying to Y"."""
    verb = next((t for t in token.ancestors if t.tag_ in TENSED), None)
    return verb is not None and _is_timetable(verb, facts)


def _is_timetable(verb: Token, facts: PassageFacts) -> bool:
    """Whether a verb in the present tense has a day to come."""
    published = facts.passage.article.published
    if verb.tag_ not in ("VBZ", "VBP") or published is None:
        return False
    return any(verb.is_ancestor(verb.doc[i]) and w.start > published and not w.yearless for i, w in facts.whens.items())


def _is_below_future(token: Token) -> bool:
    """Whether a clause of time or place hangs on one of the future: "will be in X until Monday, when they fly to Y"."""
    when = any(
        c.lower_ in ("when", "where", "before", "after", "until", "as", "once")
        for c in token.children
        if c.dep_ in ("advmod", "mark")
    )
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return when and verb is not None and any(c.lower_ in ("will", "'ll", "to", "would") for c in verb.children if c.dep_ == "aux")


def is_maxim(predicate: Predicate, slots: Slots, subject: Token) -> bool:
    """Tell a saying about anybody: "a trader should not have to go through X"."""
    anybody = subject.pos_ == "NOUN" and any(c.lower_ in ("a", "an") for c in subject.children)
    modal = any(
        c.tag_ == "MD" and c.lower_ not in ("will", "would")
        for t in (predicate.clause, predicate.clause.head)
        for c in t.children
    )
    return (anybody and modal and not slots.whens) or _tells_of_anybody(predicate.clause)


def _tells_of_anybody(clause: Token) -> bool:
    """Whether a clause only says of whom something holds: "a migrant who lands in X wants to be in Y", "anyone who flies to X is searched"."""
    whole = clause.head
    present = ("VBZ", "VBP")
    verbs = (clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass")))
    anybody = whole.lower_ in ("anybody", "anyone", "everybody", "everyone", "somebody", "someone", "those") or any(
        c.lower_ in ("a", "an", "any", "each", "every") for c in whole.children
    )
    told = whole.dep_ in ("nsubj", "nsubjpass") and any(
        t.tag_ in present for t in (whole.head, *whole.head.children) if t.pos_ in ("AUX", "VERB")
    )
    return clause.dep_ == "relcl" and anybody and told and any(t.tag_ in present for t in verbs)


def addresses_reader(predicate: Predicate) -> bool:
    """Tell whether a sentence says what its reader may do: "you could take a train to X", "from there you will go on to Y"; not what somebody is told."""
    sentence = predicate.token.sent
    verbs = [t for t in (predicate.clause, *predicate.clause.ancestors) if t.pos_ in ("VERB", "AUX")]
    subjects = {c.lower_ for v in verbs for c in v.children if c.dep_ in ("nsubj", "nsubjpass")}
    return "you" in subjects and '"' not in sentence.doc.text


def is_from_afar(clause: Token) -> bool:
    """Tell whether who is told of in a clause only takes part from elsewhere, or not at all: "addressed a congress in X by video link", "was absent from talks in Y"."""
    words = [t.lower_ for t in below(clause)]
    there = any(a in _REMOTE and b == "from" for a, b in pairwise(words))  # "said by telephone from X"
    by = not there and any(way in ("by", "via") and _REMOTE & set(words[n + 1 : n + 4]) for n, way in enumerate(words))
    return by or bool(_APART & set(words))


def is_about_the_text(token: Token) -> bool:
    """Tell whether a sentence speaks of the article itself: what an earlier version of it said, or who wrote it and where."""
    return _ABOUT_THE_TEXT.search(token.sent.text) is not None


def is_only_a_topic(journey: Token) -> bool:
    """Tell whether a journey is only what details given are about, which leave open whether it was made: "details about her visit to X were reported"."""
    about, details = journey.head, journey.head.head
    if journey.dep_ != "pobj" or about.lower_ not in ("about", "of", "on") or lemma_of(details) != "detail":
        return False
    return details.dep_ in ("dobj", "nsubjpass") and lemma_of(details.head) in _GIVES


def _is_own_tale(verb: Token) -> bool:
    """Whether somebody tells of himself, and may slip into the present where it grows lively: "We left X at ten. Soon we pass Y"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    return any(c.lower_ in ("i", "we") for c in verb.children if c.dep_ == "nsubj")


def _is_aside(token: Token, facts: PassageFacts) -> bool:
    """Whether the present tense stands in a story told in the past, or after a timetable: "She was in X on Monday and goes to Y", which is still to come."""
    before = [s.root for s in token.doc.sents if s.start < token.i]
    roots = [r for r in (*before, token.head) if r.i != token.i]
    told = facts.told or any(_is_past(r) or _is_timetable(r, facts) for r in roots)
    return told and not facts.passage.caption and token.dep_ in ("ROOT", "conj", "ccomp")


def is_told_in_past(passage: Passage) -> bool:
    """Tell whether a passage tells in the past or of the future, so that the present tense after it is no report of what happened."""
    return not passage.caption and any(_is_past(s.root) for s in passage.doc.sents)


def _is_past(root: Token) -> bool:
    return root.tag_ == "VBD" or any(c.tag_ in ("VBD", "MD") and c.dep_ in ("aux", "auxpass") for c in root.children)


def is_general(predicate: Predicate, slots: Slots, facts: PassageFacts) -> bool:
    """Tell services and habits in the present tense: "flights run from X to Y", "which runs between X and Y"."""
    token = predicate.clause
    while token.dep_ in ("advcl", "conj") and token.tag_ == "VBG" and token.head.pos_ == "VERB" and not _has_aux(token):
        token = token.head  # "it leaves Europe, coming into Asia"
    if token.pos_ not in ("VERB", "AUX") or token.tag_ not in ("VBZ", "VBP") or predicate.object == "listed":
        return False
    if any(c.dep_ in ("aux", "auxpass") for c in token.children) or predicate.token.pos_ == "NOUN" or _is_below_future(token):
        return False
    headline = not facts.passage.doc.text.rstrip().endswith((".", "!", "?", '"')) or facts.passage.start < _LEAD
    return not headline and all(w.precision == "part" and w.part for w in slots.whens)


def _has_aux(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)
