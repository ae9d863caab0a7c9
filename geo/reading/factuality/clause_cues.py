"""What the words of one clause say of its verb: its modals, adverbs, negation and conjunctions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.factuality.bare_tense import status_of_form
from geo.reading.factuality.conditions import status_of_condition
from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import IN_VAIN, ends_before
from geo.reading.factuality.gerunds import status_of_gerund
from geo.reading.factuality.given_up import was_meant
from geo.reading.factuality.governor_cues import cues_of_governor
from geo.reading.factuality.hearsay import status_of_hearsay
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.factuality.cues import Cue

__all__ = ["cues_of_clause"]

#: Verbs of reminding, which a modal makes no less certain: "it may be recalled that he had arrived".
_REMINDS = frozenset({"mention", "note", "recall", "remember"})
#: Adverbs that say that what was told is not so.
_FALSELY = frozenset({"erroneously", "falsely", "mistakenly", "wrongly"})
#: Adverbs of what came about in the end.
_IN_TIME = frozenset({"eventually", "later", "subsequently", "ultimately"})
#: What "at no" is said of: "at no time did she visit X".
_NEVER = frozenset({"account", "circumstance", "event", "means", "point", "stage", "time", "way"})


def cues_of_clause(node: Token, *, first: bool, infinitive: bool = True, governs: bool = True) -> list[Cue]:
    """Read what the words of one clause say: its modals, adverbs, negation, and its own verb where it governs the movement."""
    auxiliaries = [c for c in node.children if c.dep_ in ("aux", "auxpass")]
    nobody = any(c.dep_ in ("nsubj", "nsubjpass") and _is_nobody(c) for c in node.children)
    if nobody and not first and cues().get((lemma_of(node), "verb")) == "denied":
        return []  # "nobody denied"
    if not first and lemma_of(node) in _REMINDS and any(a.tag_ == "MD" for a in auxiliaries):
        return []
    found: list[Cue] = []
    for child in node.children:
        status = _cue(child, node, auxiliaries, first=first)
        if status == "denied" and child.dep_ == "neg" and not first and _asks_whether(node):
            status = "possible"  # "it is not known whether he went to X or stayed in Y"
        if status:
            found.append((cast("Status", status), child))
    found += [*status_of_condition(node, auxiliaries), *status_of_hearsay(node)]
    if first:
        return [*found, *status_of_form(node, auxiliaries), *status_of_gerund(node), *_set_against(node)]
    return [*found, *(cues_of_governor(node, auxiliaries, infinitive=infinitive) if governs else ())]


def _asks_whether(node: Token) -> bool:
    return any(c.dep_ == "ccomp" and any(m.lower_ == "whether" for m in c.children) for c in node.children)


def _set_against(node: Token) -> list[Cue]:
    """ "Went home rather than travel to X", "neither flew to X nor sailed to Y"."""
    start = node.left_edge.i
    before = node.doc[start - 1] if start else node
    words = (before, *(c for c in node.children if c.i < node.i))
    if any(w.lower_ == "than" and w.i and w.nbor(-1).lower_ == "rather" for w in words):
        return [("denied", before)]
    if node.dep_ == "conj" and any(c.lower_ == "nor" and c.i < node.i for c in node.head.children):
        return [("denied", before)]
    return []


def _cue(child: Token, node: Token, auxiliaries: list[Token], *, first: bool) -> str:
    """The status that one word of a clause gives to its verb or noun; empty for most words."""
    lower, dep = child.lower_, child.dep_
    if dep in ("aux", "auxpass"):
        had = lower in ("would", "'d") and any(a.lemma_ == "have" for a in auxiliaries)
        if first and lower == "would" and not had and _tells_later(node):
            return ""
        status = cues().get((_modal(lower), "modal"), "")
        if lower == "should" and any(a.lemma_ == "have" for a in auxiliaries) and node.tag_ == "VBN":
            return "denied"  # "she should have gone to X"
        return "possible" if status and had else status
    if dep in ("preconj", "cc", "det", "neg"):
        joined = dep in ("preconj", "cc") and lower in ("neither", "nor")
        negated = dep == "neg" and not _is_only(child) and not _came_at_last(child) and not _sets_day_aside(child)
        return "denied" if joined or (dep == "det" and lower == "no" and not first) or negated else ""
    if dep in ("nsubj", "nsubjpass"):
        return ("denied" if first else "possible") if _is_nobody(child) else ""
    if dep == "prep" and lower != "in":
        return "denied" if any(o.lemma_ in _NEVER and any(d.lower_ == "no" for d in o.children) for o in child.children) else ""
    if dep == "prep" and not first and lower == "in" and any(o.lower_ in IN_VAIN for o in child.children):
        return "denied"
    if dep in ("advmod", "npadvmod") and not first and lower in _FALSELY:
        return "denied"
    if dep in ("advmod", "npadvmod"):
        no_longer = lower == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no"
        return "denied" if no_longer else cues().get((lower, "adverb"), "")
    if dep == "mark":
        if first and lower == "before" and node.dep_ == "advcl" and ends_before(node.head):
            return "denied"
        ahead = first and node.tag_ in ("VBP", "VBZ") and (lower in ("before", "until", "till") or _follows_later(child, node))
        return "possible" if lower in ("if", "unless", "whether") else "planned" if ahead else ""
    if dep == "xcomp" and not first and lemma_of(child) == "be":  # "turned out to be untrue"
        return next((s for c in child.children if c.dep_ == "acomp" and (s := cues().get((lemma_of(c), "adjective")))), "")
    if dep in ("acomp", "oprd") and not first:
        status = cues().get((lemma_of(child), "adjective"), "")
        return "denied" if status == "planned" and was_meant(child, auxiliaries) else status
    return ""


def _sets_day_aside(negation: Token) -> bool:
    """Whether "not" is about the day alone: "will fly to X on Friday, not Thursday"."""
    following = negation.nbor(1) if negation.i + 1 < len(negation.doc) else negation
    following = (
        following.nbor(1) if following.lower_ in ("at", "in", "on") and following.i + 1 < len(following.doc) else following
    )
    return negation.i > 0 and negation.nbor(-1).text == "," and following.ent_type_ in ("DATE", "TIME")


def _tells_later(verb: Token) -> bool:
    """Whether "would" only looks ahead in what is told as past: "she would later travel to X", but not "said that she would"."""
    return verb.dep_ in ("ROOT", "relcl") and any(c.dep_ == "advmod" and c.lower_ in _IN_TIME for c in verb.children)


def _follows_later(mark: Token, verb: Token) -> bool:
    """Whether a clause of time in the present tells what is to come: "asked for a match after we get to X"; headlines, told in the present, do not."""
    return mark.lower_ in ("after", "once") and verb.dep_ == "advcl" and verb.head.tag_ in ("VB", "VBD", "VBN")


def _modal(lower: str) -> str:
    return {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}.get(lower, lower)


def _is_nobody(subject: Token) -> bool:
    """Whether a clause denies by its subject: "nobody", "no official", "neither of them"."""
    if subject.lower_ in ("nobody", "none", "neither"):
        return True
    return any(c.dep_ in ("det", "preconj", "cc") and c.lower_ in ("no", "neither", "nor") for c in subject.children)


def _is_only(token: Token) -> bool:
    """ "not only", "not just": no denial."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("only", "just", "merely")


def _came_at_last(negation: Token) -> bool:
    """ "Did not reach X until Friday": he did, on Friday."""
    verb = negation.head
    past = any(c.lower_ in ("did", "had") for c in verb.children if c.dep_ == "aux")
    return past and any(c.lower_ in ("until", "till") and c.i > verb.i for c in verb.children if c.dep_ in ("prep", "mark"))
