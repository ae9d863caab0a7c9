"""How certain a text is of a movement: its status, and the words that say so.

The status is found by climbing from the word of travel through the verbs that govern it ("is expected to head", "the plan is for him to
travel"), past verbs of saying, which tell the source and not the certainty. Negation stops at the clause that it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from geo.model import CERTAINTY_RANK
from geo.reading.factuality.ahead import find_ahead
from geo.reading.factuality.bare_tense import status_of_form
from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import drops, lacks_particle
from geo.reading.factuality.governors import find_governor
from geo.reading.factuality.habits import is_habit
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.verbs import is_awaited
from geo.reading.travel_words.words import PROGRAMMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.factuality.cues import Cue
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["Certainty", "judge"]

_EARLIER = frozenset({"previously", "earlier", "ago", "formerly", "once", "recently"})
_FORMER = frozenset({"earlier", "former", "past", "previous", "prior"})
#: Verbs that govern a plan as an infinitive ("announced to go") but only report a statement ("announced that they were heading").
_SAYS_TOO = frozenset({"announce", "decide", "suggest", "threaten", "tell", "claim", "understand", "order"})
#: Verbs of keeping an appointment: "was expected on Monday but did not come".
_COMES = frozenset({"appear", "arrive", "come", "do", "go", "materialise", "materialize", "show", "turn"})
#: Words of a plan that was given up.
_AT_FIRST = frozenset({"initially", "originally"})
#: Verbs of leaving, whose infinitive tells where the movement goes.
_SETS_OUT = frozenset({"depart", "embark", "leave", "set", "start"})
_BEGINS = frozenset({"begin", "commence", "embark", "launch", "set", "start"})
#: What is said of a journey that is to come, in a headline: "visit to X confirmed".
_ANNOUNCED = frozenset({"announce", "confirm", "expect", "plan", "propose", "schedule", "set", "slate"})
#: Verbs of reminding, which a modal makes no less certain: "it may be recalled that he had arrived".
_REMINDS = frozenset({"mention", "note", "recall", "remember"})
#: Verbs of what is not more than a thought: "is thinking of a visit to X".
_MUSES = frozenset({"dream", "muse", "speculate", "talk", "think"})
#: Verbs of meaning to; who had meant to go did not.
_MEANS = frozenset({"aim", "hope", "intend", "mean", "plan", "want"})


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
    habitual = earlier = infinitive = aside = apart = False
    node = _clause_of(predicate)
    for step in range(8):
        told = _clause(node, first=step == 0, infinitive=infinitive, governs=not apart)
        found += [f for f in told if not (aside and f[0] == "denied")]
        habitual = habitual or (step == 0 and is_habit(node))
        earlier = earlier or (step == 0 and any(_looks_back(c) for c in node.children))
        earlier = earlier or (step == 0 and any(c.lower_ in _FORMER for c in predicate.token.children if c.dep_ == "amod"))
        governor = find_governor(node)
        if governor is None:
            break
        if node.dep_ == "pcomp":  # "was to travel to X before returning to Y"
            form = status_of_form(governor, [c for c in governor.children if c.dep_ == "aux"])
            found += [(status, cue) for status, cue in form if status == "planned" and cue is not None and lemma_of(cue) == "be"]
        aside = aside or (node.dep_ in ("pcomp", "advcl") and node.head.lower_ != "from" and node.head.pos_ != "ADJ")
        if step == 0 and node.dep_ == "conj" and node.tag_ == "VB" and governor.i == node.head.i:
            found += status_of_form(
                governor, [c for c in governor.children if c.dep_ == "aux"]
            )  # "came to pay a visit and attend"
        apart = _is_done_by_then(node)
        infinitive = node.tag_ != "VBD" and any(c.tag_ == "TO" for c in node.children)
        node = governor
    if node.sent.text.rstrip().endswith("?") and '"' not in node.sent.text:
        found.append(("possible", node))
    status, cue = _worst(found)
    return Certainty(status, cue, habitual, earlier)


def _looks_back(word: Token) -> bool:
    """Whether an adverb tells of a time before, and does not compare: "earlier than planned"."""
    compared = word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"
    return word.dep_ == "advmod" and word.lower_ in _EARLIER and not compared


def _worst(found: Sequence[Cue]) -> Cue:
    """The least certain of what the words say; two denials are none: "denied that he had not gone"."""
    different = list({(s, t.i if t is not None else -1): (s, t) for s, t in found}.values())
    if any(t is not None and t.lower_ == "whether" for _, t in different):  # "it is not known whether he will go"
        different = [f for f in different if f[1] is None or f[1].dep_ != "neg"]
    if [s for s, _ in different].count("denied") == 2:
        different = [f for f in different if f[0] != "denied"]
    return max(different, key=lambda f: CERTAINTY_RANK[f[0]], default=("happened", None))


def _clause_of(predicate: Predicate) -> Token:
    """Where the way up to what governs a word of travel begins: at a verb, at a noun that no verb supports, else at that verb."""
    token = predicate.token
    bare = token.pos_ == "NOUN" and predicate.support is None
    return token if bare or token.pos_ in ("VERB", "AUX") else predicate.clause


def _own_cues(predicate: Predicate) -> list[Cue]:
    """What a word of travel says of its own certainty, by its form and by the verb that supports it."""
    token, support = predicate.token, predicate.support
    found = _cues_of_noun(predicate) if token.pos_ == "NOUN" else []
    if support is not None and support.dep_ == "relcl" and lemma_of(support) == "do":
        found.append(("possible", support))  # "the same way as her cat did on its trip to X"
    if is_awaited(token):
        found.append(("denied" if _had_been(token) else "planned", token))
    if predicate.object == "listed" and token.tag_ != "VBD":
        found.append(("planned", token))
    infinitive = any(c.lower_ == "to" for c in token.children if c.dep_ == "aux")
    if predicate.act == "travel" and token.head.lemma_ in _SETS_OUT and infinitive:
        found.append(("under_way", token.head))  # "has set out to walk to X"
    if predicate.force == "barred":
        found.append(("denied", token))
    return found


def _cues_of_noun(predicate: Predicate) -> list[Cue]:
    """What stands beside a noun of travel: its adjectives, the verb that supports it and what is then told of the journey."""
    token, support = predicate.token, predicate.support
    found = _modifiers(token)
    if support is not None and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        cue = cues().get((lemma_of(support), "verb"), "")
        visit = token.dep_ == "nsubjpass" and predicate.act in ("stay", "travel")  # but "his arrival was announced"
        if cue in ("planned", "possible") and (token.dep_ == "dobj" or visit):
            found.append((cast("Status", cue), support))
        found += [("denied", verb) for verb in (support, *_then_told(predicate)) if drops(verb)]
    if support is not None:  # "her itinerary includes a stop in X"
        found += [("planned", c) for c in support.children if c.dep_ == "nsubj" and lemma_of(c) in PROGRAMMES - {"tour"}]
    if (token.lemma_ == "way" and predicate.clause.lemma_ != "do") or (predicate.act == "travel" and _only_begins(predicate)):
        found.append(("under_way", token))
    found += [("planned", c) for c in token.children if c.dep_ == "acl" and lemma_of(c) in _ANNOUNCED and c.tag_ == "VBN"]
    if support is not None and token.head.lower_ in ("about", "of") and lemma_of(support) in _MUSES:
        found.append(("possible", support))
    ahead = find_ahead(token)
    return [*found, ("planned", ahead)] if ahead is not None else found


def _had_been(node: Token) -> bool:
    """Whether a plan is told as one that was given up or overtaken: "had been expected in X"."""
    auxiliaries = {c.lower_ for t in (node, node.head) for c in t.children if c.dep_ in ("aux", "auxpass")}
    return "had" in auxiliaries and ("been" in auxiliaries or node.head.lower_ == "been")


def _was_meant(node: Token, auxiliaries: list[Token]) -> bool:
    """Whether a plan is told as that of the past: "was originally due to land in X", "were supposed to travel to X"."""
    words = [*node.children, *(node.head.children if node.dep_ == "acomp" else ())]
    past = any(c.lower_ in ("was", "were", "had") for c in (*auxiliaries, node.head))
    return past and (lemma_of(node) == "suppose" or any(c.lower_ in _AT_FIRST for c in words))


def _only_begins(predicate: Predicate) -> bool:
    """Whether a journey has only begun: "have begun a walk from X to Y"."""
    return predicate.support is not None and lemma_of(predicate.support) in _BEGINS and predicate.token.dep_ in ("dobj", "pobj")


def _then_told(predicate: Predicate) -> list[Token]:
    """What else is told of a journey that is the subject: "a stop in X had been considered but was ruled out"."""
    support = predicate.support
    if support is None or predicate.token.dep_ not in ("nsubj", "nsubjpass"):
        return []
    verbs = [*support.conjuncts, *(c for c in support.children if c.dep_ == "xcomp")]  # "had to be dropped"
    return [v for v in verbs if v.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in v.children)]


def _modifiers(token: Token) -> list[Cue]:
    found: list[Cue] = []
    for child in token.children:
        if child.dep_ in ("amod", "compound", "advmod") and child.lower_ != "stop":  # "a stop-over"
            kinds = ((lemma_of(child), "adjective"), (child.lower_, "adjective"), (lemma_of(child), "verb"))
            status = next((s for kind in kinds if (s := cues().get(kind))), None)
            if status:
                found.append((cast("Status", status), child))
    return found


def _is_done_by_then(verb: Token) -> bool:
    """Whether a clause of time tells what was done by the time of the clause above, whose verb says nothing of it: "after arriving, they waited"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in _DONE


def _clause(node: Token, *, first: bool, infinitive: bool = True, governs: bool = True) -> list[Cue]:
    """What the words of one clause say: its modals, adverbs, negation, and its own verb where it governs the movement."""
    auxiliaries = [c for c in node.children if c.dep_ in ("aux", "auxpass")]
    nobody = any(c.dep_ in ("nsubj", "nsubjpass") and _is_nobody(c) for c in node.children)
    if nobody and not first and cues().get((lemma_of(node), "verb")) == "denied":
        return []  # "nobody denied"
    if not first and lemma_of(node) in _REMINDS and any(a.tag_ == "MD" for a in auxiliaries):
        return []
    found: list[Cue] = []
    for child in node.children:
        status = _cue(child, node, auxiliaries, first=first)
        if status:
            found.append((cast("Status", status), child))
    if first:
        return [*found, *status_of_form(node, auxiliaries)]
    return [*found, *(_governing(node, auxiliaries, infinitive=infinitive) if governs else ())]


def _cue(child: Token, node: Token, auxiliaries: list[Token], *, first: bool) -> str:
    """The status that one word of a clause gives to its verb or noun; empty for most words."""
    lower, dep = child.lower_, child.dep_
    if dep in ("aux", "auxpass"):
        had = lower in ("would", "'d") and any(a.lemma_ == "have" for a in auxiliaries)
        status = cues().get((_modal(lower), "modal"), "")
        return "possible" if status and had else status
    if dep in ("preconj", "cc", "det", "neg"):
        joined = dep in ("preconj", "cc") and lower in ("neither", "nor")
        negated = dep == "neg" and not _is_only(child) and not _came_at_last(child)
        return "denied" if joined or (dep == "det" and lower == "no" and not first) or negated else ""
    if dep in ("nsubj", "nsubjpass"):
        return ("denied" if first else "possible") if _is_nobody(child) else ""
    if dep == "conj":  # "was expected on Monday but did not"
        return "denied" if lemma_of(child) in _COMES and any(c.dep_ == "neg" for c in child.children) else ""
    if dep in ("advmod", "npadvmod"):
        no_longer = lower == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no"
        return "denied" if no_longer else cues().get((lower, "adverb"), "")
    if dep == "mark":
        ahead = first and node.tag_ in ("VBP", "VBZ") and (lower in ("before", "until", "till") or _follows_later(child, node))
        return "possible" if lower in ("if", "unless", "whether") else "planned" if ahead else ""
    if dep in ("acomp", "oprd") and not first:
        status = cues().get((lemma_of(child), "adjective"), "")
        return "denied" if status == "planned" and _was_meant(child, auxiliaries) else status
    return ""


def _follows_later(mark: Token, verb: Token) -> bool:
    """Whether a clause of time in the present tells what is to come: "asked for a match after we get to X"; headlines, told in the present, do not."""
    return mark.lower_ in ("after", "once") and verb.dep_ == "advcl" and verb.head.tag_ in ("VB", "VBD", "VBN")


def _governing(node: Token, auxiliaries: list[Token], *, infinitive: bool) -> list[Cue]:
    """What a word says of the movement that it governs: "plans to", "denied that", "the plan is to"."""
    lemma = lemma_of(node)
    if lemma == "set" and not any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in node.children):
        return []  # "set out", which plans nothing
    kinds = (
        ("verb", "noun")
        if node.pos_ in ("VERB", "AUX")
        else ("noun", "verb")
        if node.pos_ in ("NOUN", "PROPN")
        else ("adjective",)
    )
    says = (lemma in _SAYS_TOO and not infinitive) or lacks_particle(node)
    status = "" if says else next((s for k in kinds if (s := cues().get((lemma, k)))), "")
    if status == "planned" and (_had_been(node) or _was_meant(node, auxiliaries)):
        status = "denied"  # "had been scheduled to go on to X"
    if lemma == "call" and infinitive and not status:  # "called on her to go", "calls for him to come"
        status = "possible"
    if status and lemma in _MEANS and node.tag_ == "VBN" and any(a.lower_ in ("had", "'d") for a in auxiliaries):
        status = "denied"  # "had meant to go on to X"
    found: list[Cue] = [(cast("Status", status), node)] if status else []
    if lemma == "be" and node.pos_ in ("AUX", "VERB"):
        told = [(c, cues().get((lemma_of(c), "noun"))) for c in node.children if c.dep_ in ("nsubj", "attr")]
        found += [(cast("Status", s), c) for c, s in told if s]
    return found


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
