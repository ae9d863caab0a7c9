"""Deny what the next sentence undoes: "was to fly to X. Instead she", "The trip was cancelled", "She never arrived", "The report was false"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import drops, is_off
from geo.reading.factuality.hearsay import TALES
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.revision.unreached import deny_end
from geo.reading.text.stretches import beginning_in
from geo.reading.travel_words.words import verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from geo.model import Claim, Status
    from geo.reading.parsing.passages import Passage

__all__ = ["deny_overtaken"]

_PLANS: tuple[Status, ...] = ("planned", "possible")
#: Pronouns and nouns for the journey, and for the report, of the sentence before.
_THIS = frozenset({"it", "that", "this"})
_JOURNEYS = frozenset({"flight", "idea", "journey", "leg", "plan", "stay", "stop", "stopover", "tour", "trip", "visit", "voyage"})
_REFUTES = frozenset({"contradict", "deny", "dismiss", "refute", "reject"})
#: Words of other occasions, or of what all but was.
_NOT_THIS_TIME = frozenset({"almost", "before", "if", "nearly", "once", "only", "previously", "sometimes", "twice", "unless"})
#: Verbs of coming about, and of coming there, which deny with "not" or "never".
_COMES_ABOUT = frozenset({"happen", "materialise", "materialize", "take"})
_COMES_THERE = frozenset({"appear", "arrive", "come", "get", "make", "show", "turn"})


def deny_overtaken(claims: Sequence[Claim], passages: Sequence[Passage]) -> list[Claim]:
    """Deny the plans, and the ends of journeys under way, that the sentence after them says came to nothing.

    Parameters
    ----------
    claims
        Those of one article.
    passages
        The passages of that article; only sentences of one passage undo one another.

    Returns
    -------
    list of Claim
        In the same order; where one also told the start, a departure stands before it, which did happen.
    """
    undone: set[str] = set()
    ordered = sorted(claims, key=lambda c: c.quote.start)
    for passage in passages:
        own = beginning_in(ordered, passage.start, passage.start + len(passage.doc.text), lambda c: c.quote.start)
        if not any(p.role in ("to", "at") for c in own for p in c.places):
            continue
        sentences = list(passage.doc.sents)
        for sentence in sentences:
            told = _in(sentence, own, passage)
            undone |= {c.id for c in told if _has_instead_after(c, sentence, passage)}
            undone |= {
                c.id for verb in _set_against(sentence) for c in told if _is_told_before(c, verb, passage) and _is_undone(c, verb)
            }
        for before, after in pairwise(sentences):
            undone |= {c.id for c in _in(before, own, passage) if _is_undone(c, after.root)}
    return [end for c in claims for end in (deny_end(c) if c.id in undone else [c])]


def _in(sentence: Span, claims: Sequence[Claim], passage: Passage) -> list[Claim]:
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    return [c for c in claims if start <= c.quote.start < end]


def _set_against(sentence: Span) -> list[Token]:
    """The verbs of the clauses behind "but" that have a subject of their own: "is to fly to X but the trip was called off"."""
    joined = (t for t in sentence if t.dep_ == "conj" and t.pos_ in ("AUX", "VERB"))
    but = (t for t in joined if any(c.lower_ == "but" for c in t.head.children))
    return [t for t in but if any(c.dep_ in ("nsubj", "nsubjpass") for c in t.children)]


def _is_told_before(claim: Claim, verb: Token, passage: Passage) -> bool:
    return all(p.resolution.mention.quote.end <= passage.offset(verb) for p in claim.places)


def _has_instead_after(claim: Claim, sentence: Span, passage: Passage) -> bool:
    """ "Was due in X but flew home instead": a plan before "instead", which is the past of another verb."""
    if claim.status != "planned" or claim.cue is None:
        return False
    others = [t.head for t in sentence if _is_instead(t) and passage.offset(t) > claim.cue.start]
    return any(v.tag_ == "VBD" and passage.offset(v) > claim.cue.start for v in others)


def _is_instead(token: Token) -> bool:
    return token.lower_ == "instead" and token.dep_ == "advmod" and not any(c.lower_ == "of" for c in token.children)


def _is_undone(claim: Claim, root: Token) -> bool:
    """Whether the verb of the next sentence undoes what a claim says."""
    if root.pos_ not in ("VERB", "AUX"):
        return False
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    going = claim.status in (*_PLANS, "under_way") or (claim.act == "depart" and any(p.role == "to" for p in claim.places))
    by_same = subject is None or subject.pos_ == "PRON" or _names(subject, claim)
    if claim.status in _PLANS and by_same and any(_is_instead(c) for c in root.children) and _goes_elsewhere(root):
        return True
    if going and _is_outright(root) and (_drops_it(root, subject, by_same=by_same) or (by_same and _never_came(root))):
        return True
    return claim.status == "happened" and bool(claim.attribution) and _refutes(root, subject)


def _names(subject: Token, claim: Claim) -> bool:
    """Whether a subject names the traveller of a claim: "Berg" for Anna Berg."""
    return subject.pos_ == "PROPN" and subject.lower_ in claim.traveller.casefold().split()


def _goes_elsewhere(root: Token) -> bool:
    """Whether a verb tells of another way or stay, not of another day ("arrived on Saturday instead") or of something else ("will wear red")."""
    if lemma_of(root) != "be" and not any(lemma == lemma_of(root) for lemma, _ in verbs()):
        return False
    told = [t for t in root.subtree if t.pos_ in ("NOUN", "PROPN") or t.lower_ in ("here", "home", "there")]
    days = [t for t in told if t.ent_type_ in ("DATE", "TIME")]
    others = [t for t in told if t not in days and t.dep_ not in ("nsubj", "nsubjpass", "compound")]
    return bool(others) or not days


def _is_outright(root: Token) -> bool:
    """Whether a clause says what is, not what may be, is asked, nearly was, or was on other occasions."""
    words = {c.lower_ for c in root.children}
    may = any(c.tag_ == "MD" and c.lower_ not in ("will", "'ll", "’ll") for c in root.children)
    return not may and not words & _NOT_THIS_TIME and root.sent.text.rstrip()[-1:] != "?"


def _drops_it(root: Token, subject: Token | None, *, by_same: bool) -> bool:
    """ "The trip was cancelled", "it was called off", "it never took place", "she dropped the plan"."""
    negated = any(c.dep_ == "neg" for c in root.children)
    comes_about = lemma_of(root) in _COMES_ABOUT and (lemma_of(root) != "take" or any(c.lower_ == "place" for c in root.children))
    if subject is not None and _means(subject, _JOURNEYS) and ((negated and comes_about) or (not negated and is_off(root))):
        return True
    passive = subject is not None and subject.dep_ == "nsubjpass"
    held = subject if passive else _object(root)
    return held is not None and (passive or by_same) and not negated and drops(root) and _means(held, _JOURNEYS)


def _never_came(root: Token) -> bool:
    """ "She never arrived", "it did not make it", "they never got there", "it turned back after an hour"; what names a place tells of that."""
    if any(t.pos_ == "PROPN" and t.dep_ in ("pobj", "dobj") and t.ent_type_ not in ("DATE", "TIME") for t in root.subtree):
        return False
    words, lemma = {c.lower_ for c in root.children}, lemma_of(root)
    if lemma == "turn" and words & {"around", "back", "round"}:
        return bool(root.tag_ == "VBD")
    if lemma not in _COMES_THERE or not any(c.dep_ == "neg" for c in root.children):
        return False
    match lemma:
        case "make":
            return "it" in words
        case "get":
            return "there" in words
        case "show" | "turn":
            return "up" in words
    return not any(c.dep_ in ("acomp", "advmod", "dobj", "prep", "prt", "xcomp") for c in root.children)


def _refutes(root: Token, subject: Token | None) -> bool:
    """ "The palace denied this", "the reports were false"."""
    if lemma_of(root) in _REFUTES:
        denied = _object(root)
        return denied is not None and _means(denied, TALES) and not any(c.dep_ == "neg" for c in root.children)
    false = any(cues().get((lemma_of(c), "adjective")) == "denied" for c in root.children if c.dep_ == "acomp")
    return false and subject is not None and (subject.lower_ == "they" or _means(subject, TALES))


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _means(noun: Token, kinds: frozenset[str]) -> bool:
    """Whether a word takes up what was told before: a pronoun, or a noun of the kind that says no more about it than whose it is."""
    if noun.lower_ in _THIS:
        return True
    return lemma_of(noun) in kinds and all(c.dep_ == "det" or (c.dep_ == "poss" and c.pos_ == "PRON") for c in noun.children)
