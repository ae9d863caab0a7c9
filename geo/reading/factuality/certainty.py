"""How certain a text is of a movement: its status, and the words that say so.

The status is found by climbing from the word of travel through the verbs that govern it ("is expected to head", "the plan is for him to
travel"), past verbs of saying, which tell the source and not the certainty. Negation stops at the clause that it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.model import CERTAINTY_RANK
from geo.reading.factuality.bare_tense import status_of_form
from geo.reading.factuality.clause_cues import cues_of_clause
from geo.reading.factuality.cues import cues
from geo.reading.factuality.earlier_trips import is_former, is_long_before, is_of_earlier_trip, is_over
from geo.reading.factuality.gerunds import has_cue
from geo.reading.factuality.given_up import ORIGINAL, had_been_planned, is_given_up
from geo.reading.factuality.governors import find_governor
from geo.reading.factuality.habits import is_habit
from geo.reading.factuality.hearsay import makes_sure
from geo.reading.factuality.noun_cues import cues_of_noun
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.awaited import is_awaited
from geo.reading.travel_words.listings import names_goal
from geo.reading.travel_words.presence import says_now
from geo.reading.travel_words.tours import clause_of_stops, is_of_past, is_of_what_comes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.factuality.cues import Cue
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["Certainty", "judge"]

#: Verbs of leaving, whose infinitive tells where the movement goes.
_SETS_OUT = frozenset({"depart", "embark", "leave", "set", "start"})
#: Verbs whose denial leaves open what they are about: "has not ruled out going", "did not refuse to come".
_LEFT_OPEN = frozenset({"decline", "dismiss", "exclude", "preclude", "refuse", "reject", "rule"})
#: Prepositions by which a verb, a noun or an adjective may govern a gerund; others only say when or how.
_GOVERNED_BY = frozenset({"about", "against", "at", "for", "from", "in", "of", "on", "to"})
#: Verbs of what somebody did not do, or kept another from doing.
_NOT_DOING = frozenset({"avoid", "block", "decline", "fail", "forget", "miss", "neglect", "prevent", "refrain", "refuse", "stop"})
#: Words of time behind which something was done, whatever the clause above is about.
_DONE = frozenset({"after", "despite", "following", "since", "upon", "while"})


class Certainty(NamedTuple):
    """A status, the words behind it (None for plain tense), whether it is a habit and whether it is told as an earlier trip."""

    status: Status
    cue: Token | None
    habitual: bool = False
    earlier: bool = False


def judge(predicate: Predicate) -> Certainty:
    """Judge how certain the text is of what a word of travel says."""
    found = _own_cues(predicate)
    stops = clause_of_stops(predicate.token)
    if stops is not None and is_of_past(stops):
        return Certainty("happened", None)
    if stops is not None and is_of_what_comes(stops):
        found.append(("planned", stops))
    habitual = along = infinitive = aside = apart = unproved = False
    node = _clause_of(predicate)
    earlier = predicate.act != "depart" and is_long_before(predicate.token)
    for step in range(8):
        told = cues_of_clause(node, first=step == 0, infinitive=infinitive, governs=not apart)
        unproved = unproved or (step > 0 and makes_sure(node))
        told = [f for f in told if not (aside and f[0] == "denied")]
        found += [("possible", f[1]) if unproved and f[0] == "denied" and _is_unsaid(f[1]) else f for f in told]
        habitual = habitual or (step == 0 and is_habit(node))
        earlier = earlier or ((step == 0 or along) and is_of_earlier_trip(node)) or (step == 0 and is_former(predicate.token))
        along = node.dep_ == "advcl" and node.tag_ == "VBG"  # "he last visited X in May, travelling from Y"
        governor = find_governor(node)
        if governor is None or _had_been_done(node):
            break
        if node.dep_ == "pcomp":  # "was to travel to X before returning to Y"
            first = _first_joined(governor)
            form = status_of_form(first, [c for c in first.children if c.dep_ == "aux"])
            found += [(status, cue) for status, cue in form if status == "planned" and cue is not None and lemma_of(cue) == "be"]
        aside = aside or _is_aside(node)
        if step == 0 and node.dep_ == "conj" and node.tag_ == "VB" and governor.i == node.head.i:
            found += status_of_form(
                governor, [c for c in governor.children if c.dep_ == "aux"]
            )  # "came to pay a visit and attend"
        apart = (
            _is_done_by_then(node)
            or (predicate.force == "attach" and _is_told_ahead(node))
            or (node.lower_ == "en" and lemma_of(governor) == "stop")  # "stopped in X en route to Y"
            or governor.i in _joined_before(node)
        )
        infinitive = node.tag_ != "VBD" and any(c.tag_ == "TO" for c in node.children)
        node = governor
    if node.sent.text.rstrip().endswith("?") and '"' not in node.sent.text:
        found.append(("possible", node))
    found = [f for f in found if not (f[0] == "denied" and _is_only_then(predicate, f[1]))]
    status, cue = _worst(found)
    if status == "under_way" and predicate.token.pos_ == "NOUN" and predicate.token.head.lower_ in _DONE:
        status, cue = "happened", None  # "after a stop in X she heads for Y"
    if status == "under_way" and predicate.act == "stay" and predicate.force == "attach":
        status, cue = "happened", None  # who "is being treated in X" is there
    if status in ("planned", "possible") and is_over(predicate.token):
        status, cue = "happened", None  # "will discuss her recent visit to X"
    if status == "happened" and (now := says_now(predicate)) is not None:
        status, cue = "under_way", now
    return Certainty(status, cue, habitual, earlier)


def _first_joined(verb: Token) -> Token:
    """The first of the bare infinitives that share one "to": of "return" in "is to visit X and return", "visit"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children):
        verb = verb.head
    return verb


def _joined_before(verb: Token) -> set[int]:
    """The verbs, by index, that a verb is joined to, which do not govern it: "decided to skip X and go to Y"."""
    before: set[int] = set()
    while verb.dep_ == "conj" and verb.tag_ == "VB":
        verb = verb.head
        before.add(verb.i)
    return before


def _had_been_done(verb: Token) -> bool:
    """Whether a clause of time tells what has been done, whatever is to come after it: "will go to X after having visited Y"."""
    perfect = any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children)
    return perfect and verb.dep_ == "pcomp" and verb.head.lower_ in _DONE


def _is_told_ahead(node: Token) -> bool:
    """Whether a participle stands ahead of a verb whose object it is not: "speaking in X, he promised to visit Y"."""
    said = not any(c.dep_ == "auxpass" for c in node.head.children) and lemma_of(node.head) != "be"
    return node.dep_ == "advcl" and node.tag_ == "VBG" and node.i < node.head.i and said


def _is_only_then(predicate: Predicate, denial: Token | None) -> bool:
    """Whether something was not done on a journey that was made, or since: "did not speak during her visit to X", "its engine failed on a voyage to Y"."""
    noun = predicate.token
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or denial is None:
        return False
    if noun.head.lower_ == "on":
        return denial.i == predicate.clause.i and lemma_of(denial) == "fail"
    if noun.head.lower_ not in _DONE | {"during"} or denial.head.i == noun.i:
        return False
    return denial.pos_ not in ("AUX", "VERB") or lemma_of(denial) in _NOT_DOING  # "no deal was signed during her visit to X"


def _is_unsaid(denial: Token | None) -> bool:
    """Whether a denial is that of making sure, "cannot be confirmed", "refused to say", and not of what was said: "proved false"."""
    return denial is not None and (denial.pos_ == "VERB" or denial.dep_ in ("det", "neg", "nsubj"))


def _is_aside(node: Token) -> bool:
    """Whether a clause only stands beside that above it, whose denial is not its own: "did not speak after arriving in X"."""
    if node.dep_ == "pcomp":
        if node.head.lower_ not in _GOVERNED_BY:
            return True
        return bool(node.head.lower_ != "from" and not has_cue(node.head.head) and lemma_of(node.head.head) != "succeed")
    return bool(node.dep_ == "advcl" and node.head.pos_ != "ADJ")


def _worst(found: Sequence[Cue]) -> Cue:
    """The least certain of what the words say; two denials are none: "denied that he had not gone"."""
    different = list({(s, t.i if t is not None else -1): (s, t) for s, t in found}.values())
    if any(t is not None and t.lower_ == "whether" for _, t in different):  # "it is not known whether he will go"
        different = [f for f in different if f[1] is None or f[1].dep_ != "neg"]
    if any(t is not None and t.lower_ == "neither" for _, t in different):  # "neither ... nor" denies once
        different = [f for f in different if f[1] is None or f[1].lower_ != "nor"]
    denials = [t for s, t in different if s == "denied" and t is not None]
    undone = next((t.head for t in denials if t.dep_ == "neg" and t.head.i in {o.i for o in denials}), None)
    if len(denials) == 2:
        different = [f for f in different if f[0] != "denied"]
        if undone is not None and lemma_of(undone) in _LEFT_OPEN:
            different.append(("possible", undone))  # "did not rule out a visit to X"
    return max(different, key=lambda f: CERTAINTY_RANK[f[0]], default=("happened", None))


def _clause_of(predicate: Predicate) -> Token:
    """Where the way up to what governs a word of travel begins: at a verb, at a noun that no verb supports, else at that verb."""
    token = predicate.token
    bare = token.pos_ == "NOUN" and predicate.support is None
    return token if bare or token.pos_ in ("VERB", "AUX") else predicate.clause


def _own_cues(predicate: Predicate) -> list[Cue]:
    """What a word of travel says of its own certainty, by its form and by the verb that supports it."""
    token, support = predicate.token, predicate.support
    found = cues_of_noun(predicate) if token.pos_ == "NOUN" else []
    if support is not None and support.dep_ == "relcl" and lemma_of(support) == "do":
        found.append(("possible", support))  # "the same way as her cat did on its trip to X"
    if token.dep_ == "pobj":  # "possibly on his way to X"
        found += [("possible", c) for c in token.head.children if cues().get((c.lower_, "adverb")) == "possible"]
    if is_awaited(token):
        found.append(("denied" if had_been_planned(token) or is_given_up(token) else "planned", token))
    if predicate.object == "listed":
        at_first = next((a for c in token.children for a in c.children if a.lower_ in ORIGINAL), None)
        if at_first is not None and token.tag_ == "VBD":
            found.append(("denied", at_first))
        elif token.tag_ != "VBD" or names_goal(token):
            found.append(("planned", token))
    if predicate.act in ("meet", "stay") and lemma_of(token) == "have" and token.tag_ in ("VBP", "VBZ"):
        found.append(("planned", token))  # "has another event in X this evening"
    infinitive = any(c.lower_ == "to" for c in token.children if c.dep_ == "aux")
    if predicate.act in ("stay", "travel") and token.head.lemma_ in _SETS_OUT and infinitive:
        found.append(("under_way", token.head))  # "has set out to walk to X", "set off to visit X"
    if predicate.force == "barred":
        found.append(("denied", token))
    return found


def _is_done_by_then(verb: Token) -> bool:
    """Whether a clause of time tells what was done by the time of the clause above, whose verb says nothing of it: "after arriving, they waited"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in _DONE
