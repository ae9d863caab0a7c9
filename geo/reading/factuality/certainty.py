"""How certain a text is of a movement: its status, and the words that say so.

The status is found by climbing from the word of travel through the verbs that govern it ("is expected to head", "the plan is for him to
travel"), past verbs of saying, which tell the source and not the certainty. Negation stops at the clause that it stands in.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from geo.model import CERTAINTY_RANK
from geo.reading.parsing.syntax import lemma_of, table
from geo.reading.times.date_words import WEEKDAYS
from geo.reading.travel_words.predicates import PROGRAMMES, is_awaited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.travel_words.predicates import Predicate

    #: A status, and the word that gives it.
    _Cue = tuple[Status, Token | None]

__all__ = ["Certainty", "judge"]

_EARLIER = frozenset({"previously", "earlier", "ago", "formerly", "once", "recently"})
_FORMER = frozenset({"earlier", "former", "past", "previous", "prior"})
#: Verbs whose infinitive tells what was done: who managed to go, went.
_IMPLICATIVE = frozenset(
    "be begin bring cause come compel continue enable find force get go happen have help hurry lead make manage move oblige proceed prove "
    "remain resume return rush seem set start step take turn use wake".split()
)
#: Verbs that govern a plan as an infinitive ("announced to go") but only report a statement ("announced that they were heading").
_SAYS_TOO = frozenset({"announce", "decide", "suggest", "threaten", "tell", "claim", "understand", "order"})
#: Verbs of keeping an appointment: "was expected on Monday but did not come".
_COMES = frozenset({"appear", "arrive", "come", "do", "go", "materialise", "materialize", "show", "turn"})
#: Nouns for what is only told.
_TALES = frozenset(
    {"allegation", "claim", "news", "report", "rumor", "rumour", "speculation", "statement", "story", "suggestion"}
)
#: Words by which the one who did something is told from all others.
_RANKS = frozenset({"first", "last", "latest", "only", "second", "third", "youngest", "oldest"})
#: Words of a plan that was given up.
_AT_FIRST = frozenset({"initially", "originally"})
_YOUTH = frozenset({"adolescent", "baby", "boy", "child", "girl", "infant", "student", "teenager", "toddler", "youngster"})
#: Verbs of leaving, whose infinitive tells where the movement goes.
_SETS_OUT = frozenset({"depart", "embark", "leave", "set", "start"})
_BEGINS = frozenset({"begin", "commence", "embark", "launch", "set", "start"})
#: What is said of a journey that is to come, in a headline: "visit to X confirmed".
_ANNOUNCED = frozenset({"announce", "confirm", "expect", "plan", "propose", "schedule", "set", "slate"})
#: Verbs of reminding, which a modal makes no less certain: "it may be recalled that he had arrived".
_REMINDS = frozenset({"mention", "note", "recall", "remember"})
#: Verbs of meaning to; who had meant to go did not.
_MEANS = frozenset({"aim", "hope", "intend", "mean", "plan", "want"})
#: Verbs that deny only with their particle: "call off", "rule out".
_WITH_PARTICLE = {"call": "off", "rule": "out"}
_EACH = frozenset(
    {
        "every",
        "each",
        "daily",
        "weekly",
        "nightly",
        "weekdays",
        "weekends",
        "mornings",
        "evenings",
        "afternoons",
        "summers",
        "winters",
    }
    | {f"{day.lower()}s" for day in WEEKDAYS}
)
_HABIT = frozenset(
    {
        "usually",
        "ever",
        "often",
        "regularly",
        "daily",
        "always",
        "frequently",
        "normally",
        "generally",
        "typically",
        "mostly",
        "never",
        "rarely",
        "seldom",
        "sometimes",
        "occasionally",
    }
)


class Certainty(NamedTuple):
    """A status, the words behind it (None for plain tense), whether it is a habit and whether it is told as an earlier trip."""

    status: Status
    cue: Token | None
    habitual: bool = False
    earlier: bool = False


@cache
def _cues() -> dict[tuple[str, str], str]:
    return {(row["cue"], row["kind"]): row["status"] for row in table("certainty")}


def judge(predicate: Predicate) -> Certainty:
    """Judge how certain the text is of what a word of travel says."""
    found = _own_cues(predicate)
    habitual = earlier = infinitive = aside = False
    node = _clause_of(predicate)
    for step in range(8):
        found += [f for f in _clause(node, first=step == 0, infinitive=infinitive) if not (aside and f[0] == "denied")]
        habitual = habitual or (step == 0 and _is_habit(node))
        earlier = earlier or (step == 0 and any(c.dep_ == "advmod" and c.lower_ in _EARLIER for c in node.children))
        earlier = earlier or (step == 0 and any(c.lower_ in _FORMER for c in predicate.token.children if c.dep_ == "amod"))
        governor = _governor(node)
        if governor is None:
            break
        if node.dep_ == "pcomp":  # "was to travel to X before returning to Y"
            told = _tense(governor, [c for c in governor.children if c.dep_ == "aux"])
            found += [(status, cue) for status, cue in told if status == "planned" and cue is not None and lemma_of(cue) == "be"]
        aside = aside or (node.dep_ in ("pcomp", "advcl") and node.head.lower_ != "from" and node.head.pos_ != "ADJ")
        infinitive = node.tag_ != "VBD" and any(c.tag_ == "TO" for c in node.children)
        node = governor
    if node.sent.text.rstrip().endswith("?") and '"' not in node.sent.text:
        found.append(("possible", node))
    status, cue = _worst(found)
    return Certainty(status, cue, habitual, earlier)


def _worst(found: Sequence[_Cue]) -> _Cue:
    """The least certain of what the words say; two denials are none: "denied that he had not gone"."""
    different = list({(s, t.i if t is not None else -1): (s, t) for s, t in found}.values())
    if [s for s, _ in different].count("denied") == 2:
        different = [f for f in different if f[0] != "denied"]
    return max(different, key=lambda f: CERTAINTY_RANK[f[0]], default=("happened", None))


def _clause_of(predicate: Predicate) -> Token:
    """Where the way up to what governs a word of travel begins: at a verb, at a noun that no verb supports, else at that verb."""
    token = predicate.token
    bare = token.pos_ == "NOUN" and predicate.support is None
    return token if bare or token.pos_ in ("VERB", "AUX") else predicate.clause


def _own_cues(predicate: Predicate) -> list[_Cue]:
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


def _cues_of_noun(predicate: Predicate) -> list[_Cue]:
    """What stands beside a noun of travel: its adjectives, the verb that supports it and what is then told of the journey."""
    token, support = predicate.token, predicate.support
    found = _modifiers(token)
    if support is not None and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        cue = _cues().get((lemma_of(support), "verb"), "")
        visit = token.dep_ == "nsubjpass" and predicate.act in ("stay", "travel")  # but "his arrival was announced"
        if cue in ("planned", "possible") and (token.dep_ == "dobj" or visit):
            found.append((cast("Status", cue), support))
        found += [("denied", verb) for verb in (support, *_then_told(predicate)) if _drops(verb)]
    if support is not None:  # "her itinerary includes a stop in X"
        found += [("planned", c) for c in support.children if c.dep_ == "nsubj" and lemma_of(c) in PROGRAMMES - {"tour"}]
    if (token.lemma_ == "way" and predicate.clause.lemma_ != "do") or (predicate.act == "travel" and _only_begins(predicate)):
        found.append(("under_way", token))
    found += [("planned", c) for c in token.children if c.dep_ == "acl" and lemma_of(c) in _ANNOUNCED and c.tag_ == "VBN"]
    return found


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


def _drops(verb: Token) -> bool:
    """Whether a verb says that what it is about did not come to be: "called off", "cancelled"."""
    denies = _cues().get((lemma_of(verb), "verb")) == "denied"
    return denies and (lemma_of(verb) not in _WITH_PARTICLE or _particle(verb))


def _is_habit(node: Token) -> bool:
    """ "usually flies", "leaves every evening", "sails twice a week"; what is joined to a habit by "and" is one too."""
    if (
        (node.dep_ == "conj" or (node.dep_ == "advcl" and node.tag_ == "VBG"))
        and node.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
        and _is_habit(node.head)
    ):
        return True
    childhood = any(o.lemma_ in _YOUTH for c in node.children if c.lower_ == "as" for o in c.children if o.dep_ == "pobj")
    if childhood:  # "came from X as a child": a move, told of a life
        return True
    return any(c.dep_ == "advmod" and c.lower_ in _HABIT for c in node.children) or any(
        t.lower_ in _EACH for c in node.children if c.dep_ in ("npadvmod", "prep", "advmod") for t in c.subtree
    )


def _modifiers(token: Token) -> list[_Cue]:
    found: list[_Cue] = []
    for child in token.children:
        if child.dep_ in ("amod", "compound", "advmod") and child.lower_ != "stop":  # "a stop-over"
            for kind in ("adjective", "verb"):
                status = _cues().get((lemma_of(child), kind))
                if status:
                    found.append((cast("Status", status), child))
                    break
    return found


def _clause(node: Token, *, first: bool, infinitive: bool = True) -> list[_Cue]:
    """What the words of one clause say: its modals, adverbs, negation, and its own verb where it governs the movement."""
    auxiliaries = [c for c in node.children if c.dep_ in ("aux", "auxpass")]
    nobody = any(c.dep_ in ("nsubj", "nsubjpass") and _is_nobody(c) for c in node.children)
    if nobody and not first and _cues().get((lemma_of(node), "verb")) == "denied":
        return []  # "nobody denied"
    if not first and lemma_of(node) in _REMINDS and any(a.tag_ == "MD" for a in auxiliaries):
        return []
    found: list[_Cue] = []
    for child in node.children:
        status = _cue(child, node, auxiliaries, first=first)
        if status:
            found.append((cast("Status", status), child))
    return [*found, *(_tense(node, auxiliaries) if first else _governing(node, auxiliaries, infinitive=infinitive))]


def _cue(child: Token, node: Token, auxiliaries: list[Token], *, first: bool) -> str:
    """The status that one word of a clause gives to its verb or noun; empty for most words."""
    lower, dep = child.lower_, child.dep_
    if dep in ("aux", "auxpass"):
        had = lower in ("would", "'d") and any(a.lemma_ == "have" for a in auxiliaries)
        status = _cues().get((_modal(lower), "modal"), "")
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
        return _cues().get((lower, "adverb"), "")
    if dep == "mark":
        ahead = first and lower in ("before", "until", "till") and node.tag_ in ("VBP", "VBZ")
        return "possible" if lower in ("if", "unless", "whether") else "planned" if ahead else ""
    if dep in ("acomp", "oprd") and not first:
        status = _cues().get((lemma_of(child), "adjective"), "")
        return "denied" if status == "planned" and _was_meant(child, auxiliaries) else status
    return ""


def _governing(node: Token, auxiliaries: list[Token], *, infinitive: bool) -> list[_Cue]:
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
    says = (lemma in _SAYS_TOO and not infinitive) or (lemma in _WITH_PARTICLE and not _particle(node))
    status = "" if says else next((s for k in kinds if (s := _cues().get((lemma, k)))), "")
    if status == "planned" and (_had_been(node) or _was_meant(node, auxiliaries)):
        status = "denied"  # "had been scheduled to go on to X"
    if status and lemma in _MEANS and node.tag_ == "VBN" and any(a.lower_ in ("had", "'d") for a in auxiliaries):
        status = "denied"  # "had meant to go on to X"
    found: list[_Cue] = [(cast("Status", status), node)] if status else []
    if lemma == "be" and node.pos_ in ("AUX", "VERB"):
        told = [(c, _cues().get((lemma_of(c), "noun"))) for c in node.children if c.dep_ in ("nsubj", "attr")]
        found += [(cast("Status", s), c) for c, s in told if s]
    return found


def _tense(node: Token, auxiliaries: list[Token]) -> list[_Cue]:
    """The status of bare tense: progressive present is under way, "is to go" is planned, a bare infinitive of purpose is planned."""
    if node.lower_ in ("bound", "en"):
        return [("under_way", node)]
    if node.pos_ not in ("VERB", "AUX"):
        if node.pos_ == "NOUN" and node.lemma_ == "way":
            return [("under_way", node)]
        return []
    if (
        node.dep_ == "pcomp" and node.head.lower_ == "before" and _in_present(node.head.head)
    ):  # "a few hours' rest before racing on"
        return [("planned", node.head)]
    if node.dep_ == "pcomp" and node.head.lower_ == "without":
        return [("denied", node.head)]
    if node.dep_ == "pcomp" and node.head.lower_ in ("about", "of"):  # "talking about walking to X", "dreams of going"
        return [("possible", node.head)]
    forms = {a.lower_ for a in auxiliaries}
    perfect = any(a.lemma_ == "have" for a in auxiliaries)
    if "to" in forms and perfect and node.head.lemma_ == "be" and node.dep_ in ("xcomp", "ccomp"):
        return [("denied", node.head)]  # "he was to have flown"
    if node.tag_ == "VBG" and forms & {"is", "are", "am", "'s", "'re", "'m", "was", "were", "been"}:
        return [("under_way", node)]
    if node.tag_ == "VBG" and node.dep_ == "ROOT" and not auxiliaries:  # a headline: "Team flying to X"
        return [("under_way", node)]
    if node.tag_ == "VBN" and "being" in forms and forms & {"is", "are", "'s", "'re"}:  # "is being taken to X"
        return [("under_way", node)]
    if node.tag_ == "VBG" and node.dep_ == "advcl" and not forms and node.i > node.head.i and node.head.tag_ in ("VBZ", "VBP"):
        return [("under_way", node)] if lemma_of(node.head) == "be" else []  # "I am in X, heading for Y"
    if "to" in forms and not perfect:
        head = node.head
        if node.dep_ in ("acl", "relcl") and _is_ranked(head):  # "the first ship to leave X"
            return [("planned", node)] if _is_to_come(head) else []
        if node.dep_ == "advcl" and node.i < head.i:  # "To reach X, they will"
            return [("planned", node)]
        if head.lemma_ == "be" and node.dep_ in ("xcomp", "ccomp"):
            return [("planned", head)]
        if node.dep_ == "xcomp":
            return [] if _carries_out(head) else [("possible", head)]
        if node.dep_ in ("advcl", "acl", "relcl", "ROOT", "ccomp", "csubj") and not _carries_out(head):
            return [("planned", node)]
    return []


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is the first, the last or the only one to do something."""
    return any(c.lower_ in _RANKS for c in noun.children if c.dep_ in ("amod", "advmod"))


def _is_to_come(noun: Token) -> bool:
    """Whether what is said of a noun is still to come, or only would be: "would make him the first to"."""
    verbs = [t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")]
    return any(c.tag_ in ("MD", "TO") for v in verbs for c in v.children if c.dep_ == "aux")


def _carries_out(governor: Token) -> bool:
    """Whether an infinitive behind this word tells what was done ("began to", "is said to"), or has a cue of its own to judge it by."""
    lemma = lemma_of(governor)
    return lemma in _IMPLICATIVE or any((lemma, kind) in _cues() for kind in ("verb", "noun", "adjective", "report"))


def _in_present(node: Token) -> bool:
    """Whether the clause that the word stands in is told in the present or the future."""
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i:
        node = node.head
    return node.tag_ in ("VBZ", "VBP") or any(
        c.tag_ in ("MD", "VBZ", "VBP") for c in node.children if c.dep_ in ("aux", "auxpass")
    )


def _particle(verb: Token) -> bool:
    return any(c.lower_ == _WITH_PARTICLE[lemma_of(verb)] for c in verb.children)


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


def _governor(node: Token) -> Token | None:
    """The verb or noun whose certainty the clause shares, or None where the clause stands for itself."""
    head = node.head
    if head.i == node.i:
        return None
    if node.lower_ == "en" and head.pos_ == "VERB":  # "En route to X, he plans to stop in Y"
        return head
    if node.dep_ == "ccomp" and any(t.text in (";", ":") for t in node.doc[node.i : head.i]):
        return None  # two sentences in one
    if node.dep_ in ("xcomp", "ccomp", "csubj", "csubjpass", "acomp", "oprd"):
        return head
    if node.dep_ == "relcl" and lemma_of(head) in _TALES and any(c.lower_ == "that" for c in node.children):
        return head.head if head.dep_ in ("dobj", "nsubj", "nsubjpass") else head  # "a report that he had landed was false"
    if node.dep_ == "advcl" and head.pos_ == "ADJ" and any(c.lower_ == "to" for c in node.children):
        return head  # "made it impossible to land"
    if node.dep_ == "attr" and node.pos_ == "NOUN":
        return head
    if node.dep_ in ("acl", "advcl") and any(c.lower_ in ("to", "for") for c in node.children if c.dep_ in ("aux", "mark")):
        lemma = lemma_of(head)
        return head if lemma == "be" or any(_cues().get((lemma, kind)) for kind in ("noun", "verb", "adjective")) else None
    if (
        node.dep_ in ("acl", "ccomp")
        and head.pos_ == "NOUN"
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children)
    ):
        return head.head if head.dep_ in ("dobj", "nsubj", "nsubjpass") else head  # "denied a report that he had landed"
    if node.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head
    if node.dep_ == "advcl" and node.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "mark") for c in node.children):
        return head
    if _is_listed(node):
        return head
    return _shared_governor(node) if node.dep_ == "conj" and head.pos_ in ("VERB", "AUX") else None


def _shared_governor(node: Token) -> Token | None:
    """What a joined verb shares with those before it: their modal ("will begin in X and end in Y"), else what governs them all."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
    bare = not own and node.tag_ != "VBD" and not any(c.dep_ == "aux" for c in node.children)
    head = node
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
        if bare and any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in head.children):
            return head
    if not own and _is_listed(head):
        return head.head
    return _governor(head) if head.dep_ in ("ccomp", "xcomp") and not own else None


def _is_listed(node: Token) -> bool:
    """Whether a verb without a subject is one of a list under a modal: "will meet the president, address the parliament, speak in X"."""
    bare = node.tag_ in ("VB", "VBP") and not any(
        c.dep_ in ("nsubj", "nsubjpass", "mark", "aux", "advmod") for c in node.children
    )
    return node.dep_ == "advcl" and bare and any(c.tag_ == "MD" for c in node.head.children if c.dep_ == "aux")
