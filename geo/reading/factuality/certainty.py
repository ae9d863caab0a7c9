"""How certain a text is of a movement: its status, and the words that say so.

The status is found by climbing from the word of travel through the verbs that govern it ("is expected to head", "the plan is for him to
travel"), past verbs of saying, which tell the source and not the certainty. Negation stops at the clause that it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from geo.model import CERTAINTY_RANK
from geo.reading.factuality.bare_tense import status_of_form
from geo.reading.factuality.conditions import status_of_condition
from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import IN_VAIN, drops, ends_before, lacks_particle
from geo.reading.factuality.gerunds import has_cue, status_of_gerund
from geo.reading.factuality.governors import find_governor
from geo.reading.factuality.habits import is_habit
from geo.reading.factuality.hearsay import makes_sure, status_of_hearsay
from geo.reading.factuality.noun_cues import cues_of_noun
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.listings import names_goal
from geo.reading.travel_words.tours import clause_of_stops, is_of_past, is_of_what_comes
from geo.reading.travel_words.verbs import is_awaited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.factuality.cues import Cue
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["Certainty", "judge"]

_EARLIER = frozenset({"previously", "ago", "formerly", "once", "recently"})
_FORMER = frozenset({"earlier", "former", "past", "previous", "prior"})
#: Parts of one way, of which an earlier one belongs to the same trip.
_PARTS_OF_A_WAY = frozenset({"destination", "leg", "stage", "stop"})
#: Verbs that govern a plan as an infinitive ("announced to go") but only report a statement ("announced that they were heading").
_SAYS_TOO = frozenset({"announce", "decide", "suggest", "threaten", "tell", "claim", "understand", "order"})
#: Verbs of telling or letting somebody do something; who had been told to go may well have gone.
_ORDERS = frozenset("allow appoint assign authorise authorize choose command detail direct instruct order select tell".split())
#: Verbs of keeping an appointment: "was expected on Monday but did not come".
_COMES = frozenset({"appear", "arrive", "come", "do", "go", "materialise", "materialize", "show", "turn"})
#: Words of a plan that was given up.
_AT_FIRST = frozenset({"initially", "originally"})
_ORIGINAL = frozenset({"initial", "intended", "original", "planned", "scheduled"})
#: Verbs of leaving, whose infinitive tells where the movement goes.
_SETS_OUT = frozenset({"depart", "embark", "leave", "set", "start"})
#: Verbs of reminding, which a modal makes no less certain: "it may be recalled that he had arrived".
_REMINDS = frozenset({"mention", "note", "recall", "remember"})
#: Verbs of meaning to; who had meant to go did not.
_MEANS = frozenset({"aim", "hope", "intend", "mean", "plan", "want"})
#: Verbs whose denial leaves open what they are about: "has not ruled out going", "did not refuse to come".
_LEFT_OPEN = frozenset({"decline", "dismiss", "exclude", "preclude", "refuse", "reject", "rule"})
#: Prepositions by which a verb, a noun or an adjective may govern a gerund; others only say when or how.
_GOVERNED_BY = frozenset({"about", "against", "for", "from", "in", "of", "on", "to"})
#: Adverbs that say that what was told is not so.
_FALSELY = frozenset({"erroneously", "falsely", "mistakenly", "wrongly"})
#: Adverbs of what came about in the end.
_IN_TIME = frozenset({"eventually", "later", "subsequently", "ultimately"})
#: What "at no" is said of: "at no time did she visit X".
_NEVER = frozenset({"account", "circumstance", "event", "means", "point", "stage", "time", "way"})
#: What comes of a plan that comes to nothing.
_OTHERWISE = frozenset(
    "arrest bar collapse crash detain die disappear divert end hijack jail kill prevent redirect refuse reroute rerout sink stay stop strand "
    "turn vanish".split()
)
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
    habitual = earlier = infinitive = aside = apart = unproved = False
    node = _clause_of(predicate)
    for step in range(8):
        told = _clause(node, first=step == 0, infinitive=infinitive, governs=not apart)
        unproved = unproved or (step > 0 and makes_sure(node))
        told = [f for f in told if not (aside and f[0] == "denied")]
        found += [("possible", f[1]) if unproved and f[0] == "denied" and _is_unsaid(f[1]) else f for f in told]
        habitual = habitual or (step == 0 and is_habit(node))
        earlier = earlier or (step == 0 and (_is_counted(node) or any(_looks_back(c) for c in node.children)))
        earlier = earlier or (step == 0 and _is_former(predicate.token))
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
        apart = _is_done_by_then(node) or (node.lower_ == "en" and lemma_of(governor) == "stop")  # "stopped in X en route to Y"
        infinitive = node.tag_ != "VBD" and any(c.tag_ == "TO" for c in node.children)
        node = governor
    if node.sent.text.rstrip().endswith("?") and '"' not in node.sent.text:
        found.append(("possible", node))
    if predicate.token.head.lower_ in ("during", "on"):  # "its engine failed on a voyage to X"
        found = [f for f in found if f[0] != "denied" or f[1] is None or f[1].i != predicate.clause.i or lemma_of(f[1]) != "fail"]
    status, cue = _worst(found)
    if status == "under_way" and predicate.token.pos_ == "NOUN" and predicate.token.head.lower_ in _DONE:
        status, cue = "happened", None  # "after a stop in X she heads for Y"
    if status == "under_way" and predicate.act == "stay" and predicate.force == "attach":
        status, cue = "happened", None  # who "is being treated in X" is there
    return Certainty(status, cue, habitual, earlier)


def _first_joined(verb: Token) -> Token:
    """The first of the bare infinitives that share one "to": of "return" in "is to visit X and return", "visit"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children):
        verb = verb.head
    return verb


def _looks_back(word: Token) -> bool:
    """Whether an adverb tells of a time before all that is told."""
    return word.dep_ == "advmod" and word.lower_ in _EARLIER


def _is_counted(verb: Token) -> bool:
    """Whether a verb sums up what was done before the story: "has been to X twice", "has visited Y three times"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "’ve") for c in verb.children) and verb.tag_ == "VBN"
    words = [t for c in verb.children if c.dep_ in ("advmod", "npadvmod") for t in (c, *c.children)]
    times = any(t.lower_ == "times" and any(c.dep_ in ("amod", "nummod") for c in t.children) for t in words)
    return perfect and (times or any(t.lower_ in ("once", "twice") for t in words))


def _is_former(word: Token) -> bool:
    """Whether a noun tells of an earlier trip: "a previous visit", but not "the previous stop"."""
    return lemma_of(word) not in _PARTS_OF_A_WAY and any(c.lower_ in _FORMER for c in word.children if c.dep_ == "amod")


def _had_been_done(verb: Token) -> bool:
    """Whether a clause of time tells what has been done, whatever is to come after it: "will go to X after having visited Y"."""
    perfect = any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children)
    return perfect and verb.dep_ == "pcomp" and verb.head.lower_ in _DONE


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
    if is_awaited(token):
        found.append(("denied" if _had_been(token) or _given_up(token) else "planned", token))
    if predicate.object == "listed":
        at_first = next((a for c in token.children for a in c.children if a.lower_ in _ORIGINAL), None)
        if at_first is not None and token.tag_ == "VBD":
            found.append(("denied", at_first))
        elif token.tag_ != "VBD" or names_goal(token):
            found.append(("planned", token))
    if predicate.act in ("meet", "stay") and lemma_of(token) == "have" and token.tag_ in ("VBP", "VBZ"):
        found.append(("planned", token))  # "has another event in X this evening"
    infinitive = any(c.lower_ == "to" for c in token.children if c.dep_ == "aux")
    if predicate.act == "travel" and token.head.lemma_ in _SETS_OUT and infinitive:
        found.append(("under_way", token.head))  # "has set out to walk to X"
    if predicate.force == "barred":
        found.append(("denied", token))
    return found


def _had_been(node: Token) -> bool:
    """Whether a plan is told as one that was given up or overtaken: "had been expected in X"."""
    auxiliaries = {c.lower_ for t in (node, node.head) for c in t.children if c.dep_ in ("aux", "auxpass")}
    return "had" in auxiliaries and ("been" in auxiliaries or node.head.lower_ == "been")


def _given_up(plan: Token) -> bool:
    """Whether what was planned is told in the same breath not to have been: "was due in X but failed to appear", "was to go but fell ill"."""
    verbs = [plan, plan.head] if plan.dep_ in ("acomp", "oprd") else [plan]
    after = [c for v in verbs for c in v.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > plan.i]
    return any(_stays_away(c) or _is_overtaken(c) for c in after)


def _stays_away(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return lemma_of(verb) in _COMES
    failed = lemma_of(verb) in ("fail", "neglect") and any(lemma_of(c) in _COMES for c in verb.children if c.dep_ == "xcomp")
    return failed or (drops(verb) and not any(c.dep_ in ("dobj", "xcomp", "nsubjpass") for c in verb.children))


def _is_overtaken(verb: Token) -> bool:
    """Whether something else came of a plan: "was due to fly to X but ended up in Y", "but was taken to hospital"."""
    against = any(c.lower_ == "but" for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i)
    past = verb.tag_ == "VBD" or any(c.lower_ in ("was", "were") for c in verb.children)
    instead = any(c.lower_ == "instead" for c in verb.children)
    ill = any(o.lower_ == "hospital" for o in verb.subtree)
    ended = verb.lemma_ != "end" or any(c.lower_ == "up" for c in verb.children)
    return against and past and ended and (instead or ill or lemma_of(verb) in _OTHERWISE)


def _was_meant(node: Token, auxiliaries: list[Token]) -> bool:
    """Whether a plan is told as that of the past: "was originally due to land in X", "were supposed to travel to X"."""
    words = [*node.children, *(node.head.children if node.dep_ == "acomp" else ())]
    past = any(c.lower_ in ("was", "were", "had") for c in (*auxiliaries, node.head))
    return past and (lemma_of(node) == "suppose" or any(c.lower_ in _AT_FIRST for c in words))


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
    found += [*status_of_condition(node, auxiliaries), *status_of_hearsay(node)]
    if first:
        return [*found, *status_of_form(node, auxiliaries), *status_of_gerund(node), *_set_against(node)]
    return [*found, *(_governing(node, auxiliaries, infinitive=infinitive) if governs else ())]


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
        return "denied" if status == "planned" and _was_meant(child, auxiliaries) else status
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


def _governing(node: Token, auxiliaries: list[Token], *, infinitive: bool) -> list[Cue]:
    """What a word says of the movement that it governs: "plans to", "denied that", "the plan is to"."""
    lemma = lemma_of(node)
    sets_out = any(c.dep_ == "prt" or c.lower_ == "out" for c in node.children)
    if lemma == "stop" and infinitive:
        return []  # "stopped to greet the crowd in X"
    if lemma == "set" and (sets_out or not any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in node.children)):
        return []  # "set out", which plans nothing
    kinds = (
        ("verb", "noun")
        if node.pos_ in ("VERB", "AUX")
        else ("noun", "verb")
        if node.pos_ in ("NOUN", "PROPN")
        else ("adjective",)
    )
    at_last = lemma in _ORDERS and any(c.lower_ in ("eventually", "finally") for c in node.children)  # "finally allowed to land"
    says = (lemma in _SAYS_TOO and not infinitive) or lacks_particle(node) or at_last
    status = "" if says else next((s for k in kinds if (s := cues().get((lemma, k)))), "")
    if status == "planned" and ((_had_been(node) and lemma not in _ORDERS) or _was_meant(node, auxiliaries) or _given_up(node)):
        status = "denied"  # "had been scheduled to go on to X"
    if lemma == "call" and infinitive and not status:  # "called on her to go", "calls for him to come"; "plans call for"
        plan = any(cues().get((lemma_of(c), "noun")) == "planned" for c in node.children if c.dep_ == "nsubj")
        status = "planned" if plan else "possible"
    if status == "possible" and node.dep_ == "dobj" and lemma_of(node.head) == "accept":
        status = "planned"  # "accepted an invitation to visit X"
    if status in ("planned", "possible") and node.pos_ == "NOUN" and (vain := _vain(node)) is not None:
        return [("denied", vain)]
    if status and lemma in _MEANS and node.tag_ == "VBN" and any(a.lower_ in ("had", "'d") for a in auxiliaries):
        status = "denied"  # "had meant to go on to X"
    found: list[Cue] = [(cast("Status", status), node)] if status else []
    if lemma == "ought" and any(c.dep_ == "xcomp" and any(a.lemma_ == "have" for a in c.children) for c in node.children):
        found.append(("denied", node))  # "ought to have gone"
    if lemma == "be" and node.pos_ in ("AUX", "VERB"):
        told = [(c, cues().get((lemma_of(c), "noun"))) for c in node.children if c.dep_ in ("nsubj", "attr")]
        found += [("denied", vain) if (vain := _vain(c)) is not None else (cast("Status", s), c) for c, s in told if s]
    return found


def _vain(noun: Token) -> Token | None:
    """The adjective that says that a plan or an attempt came to nothing: "her failed attempt to reach X", "the original plan was to go to X"."""
    past = noun.head.tag_ == "VBD"
    words = (c for c in noun.children if c.dep_ == "amod")
    return next((c for c in words if cues().get((c.lower_, "adjective")) == "denied" or (past and c.lower_ in _ORIGINAL)), None)


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
