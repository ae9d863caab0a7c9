"""Who says so: the chain of attribution from the outlet down to the origin of a statement.

The chain is read from the verb of saying that governs a clause ("North Korean state media said"), from "according to", and from the
source that a source cites ("reported, citing US officials").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.model import Source
from geo.reading.vocabulary.news_agencies import NEWS_AGENCIES
from geo.reading.vocabulary.speech import CITING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import SourceKind
    from geo.reading.parsing.passages import Passage

__all__ = ["attribute"]

_STATE_MEDIA = re.compile(
    r"state[- ](?:run |owned |controlled )?(?:media|television|tv|news|broadcaster)|\b(?:KCNA|TASS|RIA|Xinhua|Sputnik|IRNA|Rodong Sinmun)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(rf"\b(?:{'|'.join((*NEWS_AGENCIES, 'Interfax'))})\b|news agency")
_OFFICIAL = re.compile(
    r"\b(?:official|officials|spokes\w+|ministry|minister|government|police|president|embassy|department|governor|kremlin|white house|pentagon|mayor|council|army|navy|coast ?guard|authorities|commission|secretary|senator|premier)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:Times|Post|Journal|Guardian|BBC|CNN|NBC|CBS|Fox|News|newspaper|channel|media|television|Telegraph|Tribune|Herald|magazine|radio)\b"
)
#: What a report calls itself or the last source named: no source of its own.
_PAPERS = frozenset({"report", "statement", "plan", "schedule", "programme", "program", "itinerary", "information", "document"})
_UNNAMED = re.compile(
    r"\b(?:source|sources|reports|some|eyewitnesses|witnesses|experts|analysts|people familiar)\b", re.IGNORECASE
)


def attribute(token: Token, passage: Passage) -> tuple[Source, ...]:
    """Read who says what the clause of a word of travel says, from the outlet to the origin; empty where the article says it itself."""
    chain: list[Source] = []
    node = token
    for _ in range(12):
        head = node.head
        if node.lemma_ in CITING and node.i != token.i:
            speaker = _speaker(node, passage)
            chain = [*([speaker] if speaker else []), *chain, *_cited(node, passage)]
        chain = [*_according_to(node, passage), *chain]
        if head.i == node.i:
            break
        node = head
    if not chain and any(t.lower_ in ("reportedly", "allegedly") for t in token.sent):
        chain = [Source("unnamed reports", "unnamed")]
    return tuple(dict.fromkeys(chain))


def _speaker(verb: Token, passage: Passage) -> Source | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent"):
            who = next((g for g in child.children if g.dep_ == "pobj"), child) if child.dep_ == "agent" else child
            if who.pos_ == "PRON":
                return Source("unnamed", "unnamed") if who.lower_ in ("they", "some") else None
            return _source(who, passage) if who.lemma_ not in _PAPERS else None
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return Source("unnamed", "unnamed")
    return None


def _according_to(node: Token, passage: Passage) -> list[Source]:
    found: list[Source] = []
    for child in node.children:
        if child.lower_ == "according":
            inner = [g for c in child.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"]
            found += [_source(who, passage) for who in inner if who.pos_ != "PRON" and who.lemma_ not in _PAPERS]
    return found


def _cited(verb: Token, passage: Passage) -> list[Source]:
    """Whom the source itself cites: "citing US officials", "told Reuters" makes Reuters the outlet of what its source says."""
    return [_source(c, passage) for v in verb.children if v.lower_ == "citing" for c in v.children if c.dep_ == "dobj"]


def _source(who: Token, passage: Passage) -> Source:
    named = next((c for c in who.children if c.dep_ == "appos" and c.pos_ == "PROPN" and who.pos_ == "NOUN"), who)
    who = named
    tokens = [t for t in who.subtree if t.i <= who.i + 12]
    kept = [
        t
        for t in tokens
        if not (t.is_punct and t.i > who.i)
        and not any(
            a.dep_ in ("relcl", "acl", "appos", "prep", "conj", "cc") and a.i != who.i and _under(t, a, who) for a in tokens
        )
    ]
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    name = " ".join(passage.quote(first, last).text.split()).strip(" ,;:“”\"'-")
    name = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE)
    return Source(name, _kind(name))


def _under(token: Token, ancestor: Token, stop: Token) -> bool:
    node = token
    while node.i != stop.i:
        if node.i == ancestor.i:
            return True
        if node.head.i == node.i:
            return False
        node = node.head
    return False


def _kind(name: str) -> SourceKind:
    if _STATE_MEDIA.search(name):
        return "state media"
    if _AGENCY.search(name):
        return "agency"
    if _UNNAMED.search(name):
        return "unnamed"
    if _OUTLET.search(name):
        return "outlet"
    if _OFFICIAL.search(name):
        return "official"
    return "named" if name[:1].isupper() else "unnamed"
