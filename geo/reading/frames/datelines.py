"""Where somebody came to or left that only the dateline names: "TUNIS, April 3 - Foreign Minister Ferri arrived on Friday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.finding import find_travellers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from gazetteer.model import Place
    from geo.model import Resolution, Role
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["capital_of_dateline", "end_at_dateline", "met_on_tour"]

#: Verbs of coming and leaving that news tells from where it is written.
_COMES = frozenset({"arrive"})
#: The same with "in": "flew in from Tokyo".
_COMES_IN = frozenset({"come", "fly"})
_DEPARTS = frozenset({"depart", "fly", "leave"})
#: Nouns of a journey that may be told without its end, and the verbs that tell them so: "begins a four-day visit on Tuesday".
_VISITS = frozenset({"stay", "visit"})
_MAKES = frozenset({"begin", "complete", "conclude", "end", "finish", "open", "start"})
#: Adverbs that say where, so that it is not where the report was written.
_ELSEWHERE = frozenset({"abroad", "ashore", "back", "elsewhere", "home", "there"})
#: "At the head of a delegation", "at the invitation of the king": no place.
_HEADS = frozenset({"head", "helm", "invitation", "request"})
#: A departure is the dateline's only where the news begins, within so many characters.
_LEAD = 600
#: How far across, in km, a country is in which somebody may well have landed elsewhere than where the news is written.
_WIDE_KM = 2500.0
#: How far behind the town, in characters, the text begins that a dateline heads: "BERNE, March 4 (Reuter) -".
_HEADED = 60
#: Words by which a meeting is a part of a journey that has come as far as the town where it is told: "on the third leg of a tour".
_ON_TOUR = re.compile(
    r"\b(?:on|during|at) (?:the |a |an |his |her |their )(?:[\w-]+ ){0,3}(?:(?:day|leg|stage|start|end|stop) (?:of|on) (?:a|an|his|her|their|the) "
    r"(?:[\w-]+ ){0,4})?(?:journey|swing|tour|trip|visit)\b(?!\s+(?:of|in|through)\b|\s+to\s+(?:the\s+)?[A-Z])"
)


def end_at_dateline(
    predicate: Predicate, places: Sequence[tuple[Role, Resolution, Token]], facts: PassageFacts
) -> list[tuple[Role, Resolution, Token]]:
    """Give a coming without an end, or a leaving without a start, that of the dateline; nothing where another place may be meant.

    Parameters
    ----------
    predicate
        The word of travel.
    places
        Those that it was found to have.
    facts
        The passage.
    """
    dateline, token = facts.dateline, predicate.token
    if dateline is not None and not places and _is_visit_there(predicate, dateline, facts):
        return [("at", dateline, token)]
    if token.pos_ != "VERB":
        return []
    if dateline is None:
        return _end_of_visit(predicate, places, facts)
    if _goes_home(predicate, places, facts):
        return [("to", dateline, token)]
    if not _is_of_somebody(predicate) or _says_where(token):
        return []
    roles, at = {role for role, _, _ in places}, facts.passage.offset(token)
    comes = lemma_of(token) in _COMES or (lemma_of(token) in _COMES_IN and any(_is_bare_in(c) for c in token.children))
    if comes and not roles & {"to", "at"} and at < facts.elsewhere:
        return [("to", dateline, token)]
    near = 0 < at - dateline.mention.quote.end < _LEAD
    if (
        lemma_of(token) in _DEPARTS
        and token.tag_ != "VBG"
        and roles == {"to"}
        and near
        and _names_no_other(predicate, places, facts)
    ):
        return [("from", dateline, token)]
    return []


def _is_visit_there(predicate: Predicate, dateline: Resolution, facts: PassageFacts) -> bool:
    """Whether the first sentence below a dateline tells of somebody's visit, and names no place but whose he is: "King Badr of Jordan begins a state visit"."""
    noun, sentence = predicate.token, predicate.token.sent
    heads = sentence.start == 0 and facts.passage.start - dateline.mention.quote.end < _HEADED
    if not heads or noun.pos_ != "NOUN" or lemma_of(noun) not in _VISITS or any(c.lower_ == "of" for c in noun.children):
        return False
    begun = noun.dep_ == "dobj" and lemma_of(noun.head) in _MAKES
    beside = noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.i > 0 and noun.head.nbor(-1).text == ","
    travellers = find_travellers(predicate)
    if not (begun or beside) or not any(t.pos_ == "PROPN" for t in travellers):
        return False
    whose = {t.i for traveller in travellers for t in traveller.subtree}
    return not any(i not in whose and r.mention.kind == "place" for i, r in facts.in_sentence(noun))


def _is_bare_in(word: Token) -> bool:
    """Whether "in" only says that somebody came: "flew in on Monday from X", but not "flew in a jet"."""
    return word.lower_ == "in" and word.dep_ in ("advmod", "prt", "prep") and not any(c.dep_ == "pobj" for c in word.children)


def capital_of_dateline(predicate: Predicate, country: Place, facts: PassageFacts) -> Resolution | None:
    """Find the capital where news is written that begins with somebody's coming to its country: "DOHA, May 4 - The envoy arrived in Qatar"."""
    dateline, token = facts.dateline, predicate.token
    if dateline is None or dateline.place is None or dateline.place.kind.code != "PPLC" or predicate.act != "arrive":
        return None
    near = token.pos_ == "VERB" and 0 < facts.passage.offset(token) - dateline.mention.quote.end < _LEAD
    box = country.bbox
    small = box is not None and box.km_across < _WIDE_KM
    return dateline if near and small and country.kind.is_country and country.contains(dateline.place) else None


def _end_of_visit(
    predicate: Predicate, places: Sequence[tuple[Role, Resolution, Token]], facts: PassageFacts
) -> list[tuple[Role, Resolution, Token]]:
    """Where "here" is in a text that has lost its dateline, as the visit tells: "arrived here on Tuesday for a three-day visit to Norway"."""
    verb = predicate.token
    comes_here = lemma_of(verb) in _COMES and any(c.lower_ == "here" for c in verb.children)
    if not comes_here or any(role in ("to", "at") for role, _, _ in places):
        return []
    visits = [
        o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "on") for o in c.children if lemma_of(o) == "visit"
    ]
    ends = [o for visit in visits for c in visit.children if c.lower_ in ("in", "to") for o in c.children if o.i in facts.places]
    return [("to", facts.places[o.i], o) for o in ends[:1]]


def _goes_home(predicate: Predicate, places: Sequence[tuple[Role, Resolution, Token]], facts: PassageFacts) -> bool:
    """Whether somebody of the dateline's country goes home: "LUSAKA, Oct 12 - The Zambian president returned home from Japan"."""
    home = facts.dateline.place if facts.dateline is not None else None
    at_home = next((c for c in predicate.token.children if c.lower_ == "home" and c.dep_ in ("advmod", "dobj", "npadvmod")), None)
    if home is None or at_home is None or any(role in ("to", "at") or _is_of(r, home) for role, r, _ in places):
        return False
    if any(c.dep_ == "prep" and c.lower_ in ("at", "in", "to") for c in at_home.children):
        return False
    subjects = find_travellers(predicate)
    told = {t.i for subject in subjects for c in subject.children if c.dep_ in ("acl", "relcl") for t in c.subtree}
    whose = {t.i for subject in subjects for t in subject.subtree} - told
    return any(_is_of(r, home) for i, r in facts.places.items() if i in whose)


def _is_of(resolution: Resolution, home: Place) -> bool:
    return resolution.place is not None and resolution.place.country == home.country


def met_on_tour(predicate: Predicate, facts: PassageFacts) -> bool:
    """Tell whether the first sentence below a dateline tells of a meeting on a journey, and names no place: "met the premier on the third leg of a tour"."""
    token, sentence, dateline = predicate.token, predicate.token.sent, facts.dateline
    if dateline is None or dateline.place is None or predicate.act != "meet" or token.pos_ != "VERB" or sentence.start:
        return False
    named = any(sentence.start <= i < sentence.end and r.mention.kind == "place" for i, r in facts.places.items())
    heads = facts.passage.start - dateline.mention.quote.end < _HEADED
    return heads and not named and _ON_TOUR.search(sentence.text) is not None


def _is_of_somebody(predicate: Predicate) -> bool:
    """Whether somebody by his name goes, or who was named before."""
    travellers = [t.head.head if t.lower_ == "who" and t.head.dep_ == "relcl" else t for t in find_travellers(predicate)]
    named = [c for t in travellers for c in t.children if c.dep_ == "appos"]  # "the minister, Anna Berg, flew in"
    return any(t.pos_ == "PROPN" or t.lower_ in ("he", "she") for t in (*travellers, *named))


def _says_where(verb: Token) -> bool:
    ends = [o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "in") for o in c.children if o.dep_ == "pobj"]
    named = any(o.ent_type_ not in ("DATE", "TIME", "CARDINAL") and lemma_of(o) not in _HEADS for o in ends)
    return named or any(c.lower_ in _ELSEWHERE for c in verb.children)


def _names_no_other(predicate: Predicate, places: Sequence[tuple[Role, Resolution, Token]], facts: PassageFacts) -> bool:
    """Whether a sentence names no place but where somebody goes, which lies elsewhere than the dateline, and the dateline's own."""
    goals = {token.i for _, _, token in places}
    whole = {facts.member_of.get(i, i) for i in goals}
    sentence = predicate.token.sent
    others = [i for i in facts.places if sentence.start <= i < sentence.end and i not in whole and i not in facts.inside]
    home = facts.dateline.place if facts.dateline is not None else None
    there = any(
        r.place is not None and home is not None and (r.place.id == home.id or r.place.contains(home)) for _, r, _ in places
    )
    elsewhere = [facts.places[i] for i in others if facts.places[i].mention.kind == "place"]
    return not there and all(home is not None and r.place is not None and r.place.id == home.id for r in elsewhere)
