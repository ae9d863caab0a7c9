"""Tell a place that stands for its government, or that only opens another name, from a place where something is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.reading.text.beside import word_before
from geo.reading.vocabulary.agent_verbs import (
    AGENT_BASES,
    AGENT_PARTICIPLES,
    AGENT_PRESENT_OR_PAST,
    AGENT_PROGRESSIVES,
    ASKED,
    MINDS,
    STATIC_BASES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["is_dateline", "is_speaking"]

#: A second subject between a place and its verb: "nor Pyongyang"; and what is put in between: ", however,".
_BETWEEN: Final = (
    r"(?:\s*,?\s+(?:and|nor|or)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?"
    r"(?:,\s+(?:which|however|though|meanwhile|for its part|in turn),?)?"
)
_ADVERBS: Final = r"also|not|never|no longer|then|now|still|again|later|earlier|since|long|yet|already|always|once|soon|even|only|just|too|\w+ly|in turn"
_AUXILIARIES: Final = "has|have|had|is|are|was|were|been|being|will|would|could|should|must|might|may|can|did|does|do"
_SUBJECT_VERB: Final = re.compile(
    rf"{_BETWEEN}(?P<auxiliaries>(?:\s+(?:{_AUXILIARIES}|{_ADVERBS})(?=\s)){{0,4}})\s+(?P<verb>[a-z]+)\b(?P<rest>.*)", re.DOTALL
)
#: What may stand before the verb, adverbs in -ly aside, by its first word; and verbs that are asked for by name.
_OPENS_ACT: Final = frozenset(
    ("and", "nor", "or", "which", "however", "though", "meanwhile", "for", "in", "give", "gave", *_AUXILIARIES.split("|"),
     *(adverb.split()[0] for adverb in _ADVERBS.split("|"))),
)  # fmt: skip
_VERB: Final = re.compile(r"[a-z]+\b")
_MODALS: Final = frozenset("will would could should must might may can did does do".split())
#: Behind these, whoever is at the start of a clause acts, unless the verb is a place's.
_WOULD: Final = frozenset(("would", "will"))
_BE: Final = frozenset("is are was were been being".split())
#: Verbs that a place can be the subject of without speaking, "Moscow has a metro", unless the object tells.
_WEAK: Final = frozenset(
    "has had have made makes plans puts put sees see saw sent sends expects expected calls called views viewed offers offered welcomes welcomed claims claimed "
    "boasts reports reported considers lodges repeats repeated tries tried aims states stated rules ruled issues issued wants holds held gave gives "
    "sides sided presses pressed signals arms yields yielded waves waived".split()
)
_WEAK_OBJECT: Final = re.compile(
    r"\s+(?:to (?!rain|be (?:the|a))\w+|that|on (?:\w+day )?(?:to|that)|no (?:comment|interest|plans?|intention)|it|him|her|them|clear|pressure|peace|"
    r"(?:an?|the|its|another|no|new|such|any|\d[\d,.]*)?\s*(?:\w+ ){0,3}?(?:ambassador|envoys?|talks|aid|weapons|troops|soldiers|statements?|complaints?|protests?|"
    r"warnings?|denials?|deals?|truce|loans?|threats?|requests?|decrees?|orders?|responses?|attacks?|accusations?|allegations?|reports?|decisions?|"
    r"claims?|plans?|moves?|votes?|ruling|results?|visit|agreements?|sanctions|strikes?|launch|incident|support|help|concerns?|diplomats?|ceasefire)\b|"
    r"mediat\w+|respond|comment|react|negotiat)"
)
_CONCEDES: Final = re.compile(r"\s+(?:way|in|up)\b(?!\s+(?:the|its|a)\b)")
_BY_AGENT: Final = re.compile(r"\b(?P<verb>[a-z]+)\s+by\s+(?:the\s+)?$")
_MESSAGE_TO: Final = re.compile(
    r"\b(?:messages?|signals?|warnings?|ultimatum|rebuke|appeals?|letter|challenge|blow|gift|concessions?|insult)\s+to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Where a clause begins, so that a name that stands there is its subject.
_CLAUSE: Final = re.compile(
    r"(?:^|[.!?;:]\s+|[\"“”]\s*|\n|,\s+(?:but|and|so|yet)\s+|\b(?:that|if|whether|when|while|as|because|since|until|after|before|how|why|but|although|though|said|says|what)\s+)"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"(?:\b(?:lessons?|spectre|specter|legacy|mistakes|veterans|survivors|horrors?)\s+(?:of|from)\s+|\banother\s+|\bthe next\s+)$",
    re.IGNORECASE,
)
#: How the words of `_MESSAGE_TO` and of `_EVENT` begin.
_MESSAGES: Final = (
    "message",
    "signal",
    "warning",
    "ultimatum",
    "rebuke",
    "appeal",
    "letter",
    "challenge",
    "blow",
    "gift",
    "concession",
    "insult",
)
_EVENTS: Final = ("lesson", "spect", "legacy", "mistakes", "veterans", "survivors", "horror", "another", "next")
_APOSTROPHES: Final = ("'", "’")
_SINCE: Final = re.compile(r"(?:^|[.!?]\s+|\n)(?:Since|Before|After|Ever since)\s+$")
#: Verbs of speech behind which a place is who is spoken to, or about.
_SPEAKING_TO: Final = re.compile(
    r"\b(?:accus\w+|blam\w+|urg\w+|warn\w+|condemn\w+|criticis\w+|criticiz\w+|persuad\w+|pressur\w+|ask\w+|told|tell|telling|sanction\w*)$",
    re.IGNORECASE,
)
#: The same in more words than one. How it must end, for most words don't and the pattern is slow.
_ENDS_PHRASE: Final = re.compile(r"\b(?:to|like|on|against|from|by|between|with|and)$", re.IGNORECASE)
_OBJECT_OF_SPEECH: Final = re.compile(
    r"(?:\b(?:according to|would like|sanction\w*(?: on| against)|"
    r"(?:warnings?|pressure|criticism|condemnation|response|reaction|approval|permission|support|signals?|statements?|"
    r"denials?|demands?|messages?|reply|backing|reassurances?|calls|a nod|green light|instructions|orders)\s+(?:from|by)|"
    r"(?:relations?|ties|talks|tensions?|standoff|alliance|deal|dispute|rift|rivalry|cooperation|agreement|treaty|pact|war of words)\s+"
    r"(?:between|with)(?:\s+[A-Z][\w’'-]+\s+and)?|between\s+[A-Z][\w’'-]+\s+and)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
#: The last word but one of its phrases, or "between" and "with" where a pair follows; and how many words back it may be.
_OPENS_PHRASE: Final = re.compile(
    r"\b(?:according|would|sanction\w*|warnings?|pressure|criticism|condemnation|response|reaction|approval|permission|support|signals?|statements?|"
    r"denials?|demands?|messages?|reply|backing|reassurances?|calls|nod|light|instructions|orders|relations?|ties|talks|tensions?|standoff|alliance|"
    r"deal|dispute|rift|rivalry|cooperation|agreement|treaty|pact|war|between)",
    re.IGNORECASE,
)
_LONGEST_PHRASE: Final = 8
_OPENINGS: Final[dict[str, tuple[int, ...]]] = {}
_ENDS_PAIR: Final = re.compile(r"\b(?:neither|both|nor|and)$", re.IGNORECASE)
_NEITHER: Final = re.compile(r"\b(?:[Nn]either|[Bb]oth)\s+(?:the\s+)?(?:[A-Z][\w’'-]+,?\s+(?:nor|and)\s+(?:the\s+)?)?$")
_OWN_ACT: Final = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:ally|allies|approval|aggression|allegations?|ambitions?|answer|claims?|concerns?|consent|decision|demands?|denial|diplomacy|"
    r"diplomats|efforts?|envoy|foreign policy|government|intentions?|involvement|military|offer|officials|plans?|policy|position|proposal|refusal|"
    r"rejection|reply|request|response|rivals?|role|sanctions|spokes\w+|stance|statement|strategy|support|threats?|view|war|warnings?)\b"
)
#: The word before a place that something is at, beside a comma.
_OF_PLACE: Final = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|across|into|towards?|through|via|inside|within|leaving|left|reached|visited|visiting|over|between|"
    r"on|by|for|with|against|and|or|called|named|southern|northern|eastern|western|central|capital|city|town)$",
    re.IGNORECASE,
)
#: How a word must look for `_EVENT` to end with it.
_ENDS_EVENT: Final = re.compile(r"\b(?:of|from|another|next)$", re.IGNORECASE)
_KEPT_WORDS: Final = 1 << 12
_DATELINE_END: Final = re.compile(
    r"(?:,\s+[A-Z][\w.’' ]{1,24})?,?\s*(?:(?:\d{4}-\d\d-\d\d|(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}(?:\s+\d{4})?)),?\s*)?"
    r"(?:\([A-Z][\w ./]{1,30}\)\s*(?:[-–—:]|\n)?|[-–—]{1,3}\s|$|\n)"
)
#: How far beside a name is looked, in characters: without a bound a long stretch of blanks takes time by its square.
_REACH: Final = 90
#: The same for two words with no more than "the" behind them.
_REACH_OF_PAIR: Final = 40


def is_speaking(text: str, start: int, end: int, last_word: str | None = None) -> bool:
    """Tell whether the place at ``text[start:end]`` stands for those who govern there: it says, warns, denies, is blamed.

    Parameters
    ----------
    text
        The whole text.
    start, end
        Offsets of a capital, a country or a seat of government.
    last_word
        The one before it, where it is known already: see `geo.reading.text.beside.word_before`.
    """
    word = _told_before(text, start, word_before(text, start) if last_word is None else last_word)
    before = text[max(0, start - _REACH) : start]
    if word.speaks_to or (word.ends_phrase and _is_spoken_of(before)):
        return True
    if word.ends_pair and ("either" in before or "oth" in before) and _NEITHER.search(before):
        return True
    after = text[end : end + 1]
    if after in _APOSTROPHES and _OWN_ACT.match(text, end, end + _REACH):
        return True
    if _is_agent(before, word) or _is_event(text, before, end, word):
        return True
    if word.is_of_place or not (after == "," or after.isspace()) or not _may_act(text, end) or before.rstrip().endswith(","):
        return False
    found = _SUBJECT_VERB.match(text, end, end + 2 * _REACH)
    return found is not None and _is_agents(found, before)


def _may_act(text: str, end: int) -> bool:
    """Tell whether the word behind a name, commas aside, leaves it open that the place acts."""
    words = text[end : end + _REACH_OF_PAIR].replace(",", " ").split(None, 1)
    return len(words) < 2 or _may_open_act(words[0])


@lru_cache(_KEPT_WORDS)
def _may_open_act(word: str) -> bool:
    """Tell whether `_SUBJECT_VERB` may match from a word on so that `_is_agents` takes it for an act: most don't, and the pattern is slow."""
    if word in _OPENS_ACT or word.endswith("ly"):
        return True
    verb = _VERB.match(word)
    return verb is not None and (verb.group() in _WEAK or verb.group() in AGENT_PRESENT_OR_PAST)


def _is_agent(before: str, word: _Word) -> bool:
    """Tell whether a place behind such words did something: "rejected by", "a message to"."""
    if word.is_by:
        by = _BY_AGENT.search(before, max(0, len(before) - _REACH_OF_PAIR))
        return by is not None and by["verb"] in AGENT_PARTICIPLES
    return (
        word.is_to
        and _has_cue(before, _MESSAGES)
        and _MESSAGE_TO.search(before, max(0, len(before) - _REACH_OF_PAIR)) is not None
    )


def _has_cue(before: str, cues: Sequence[str]) -> bool:
    """Tell whether one of the words stands near by that a slow pattern needs."""
    nearby = before[-_REACH_OF_PAIR:].lower()
    return any(cue in nearby for cue in cues)


def _is_event(text: str, before: str, end: int, word: _Word) -> bool:
    """Tell whether a name stands for what happened there: "the lessons of X", "Since X, no general ..."."""
    if word.ends_event and _has_cue(before, _EVENTS) and _EVENT.search(before, max(0, len(before) - _REACH_OF_PAIR)) is not None:
        return not text[end : end + 2].strip().isalpha()
    return word.is_since and text[end : end + 1] == "," and _SINCE.search(before) is not None


def _is_agents(found: re.Match[str], before: str) -> bool:
    """Tell whether what follows a name is done by people: "has rejected", "would not give way", "was ready to"."""
    auxiliaries, verb, rest = set(found["auxiliaries"].split()), found["verb"], found["rest"]
    if verb in ("give", "gave") and _CONCEDES.match(rest):
        return True
    if auxiliaries & _MODALS:
        if verb in STATIC_BASES:
            return False
        return verb in AGENT_BASES or (bool(auxiliaries & _WOULD) and _CLAUSE.search(before) is not None)
    if auxiliaries & _BE:
        return verb in ASKED or verb in MINDS or verb in AGENT_PROGRESSIVES
    if verb in _WEAK:
        return _WEAK_OBJECT.match(rest) is not None
    return verb in AGENT_PRESENT_OR_PAST or (bool(auxiliaries) and verb in AGENT_PARTICIPLES)


def _is_spoken_of(before: str) -> bool:
    """Tell whether the words before a name end as `_OBJECT_OF_SPEECH` does, which is tried only where a word of the last opens it: most don't."""
    behind = len(before)
    for word in reversed(before.rsplit(None, _LONGEST_PHRASE)[-_LONGEST_PHRASE:]):
        behind = before.rfind(word, 0, behind)
        for opening in _openings(word):
            if _OBJECT_OF_SPEECH.match(before, behind + opening) is not None:
                return True
    return False


def _openings(word: str) -> tuple[int, ...]:
    """Return where in a word a phrase of `_OBJECT_OF_SPEECH` may begin, nearly always nowhere."""
    found = _OPENINGS.get(word)
    if found is None:
        if len(_OPENINGS) >= _KEPT_WORDS:
            _OPENINGS.clear()
        found = _OPENINGS[word] = tuple([opening.start() for opening in _OPENS_PHRASE.finditer(word)])
    return found


class _Word:
    """What the word before a name rules out, so that the slow patterns are tried on few."""

    __slots__ = ("ends_event", "ends_pair", "ends_phrase", "is_by", "is_of_place", "is_since", "is_to", "speaks_to")

    def __init__(self, word: str) -> None:
        self.speaks_to = _SPEAKING_TO.search(word) is not None
        self.ends_phrase = _ENDS_PHRASE.search(word) is not None
        self.ends_pair = _ENDS_PAIR.search(word) is not None
        self.ends_event = _ENDS_EVENT.search(word) is not None
        self.is_to = word.lower() == "to"
        self.is_by = word == "by"
        self.is_since = word.endswith(("Since", "Before", "After", "since"))
        self.is_of_place = _OF_PLACE.search(word) is not None


#: What words tell that stand before a name; a decorator that keeps it costs more than to look it up.
_WORDS: Final[dict[str, _Word]] = {}


def _told_before(text: str, start: int, before: str) -> _Word:
    """Tell what the word before a name rules out, "the" aside; none stands there where no white space does."""
    word = before if start and text[start - 1].isspace() else ""
    if word.lower() == "the":
        word = word_before(text, text.rfind(word, 0, start)) or word
    found = _WORDS.get(word)
    if found is None:
        if len(_WORDS) >= _KEPT_WORDS:
            _WORDS.clear()
        found = _WORDS[word] = _Word(word)
    return found


def is_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether the place at ``text[start:end]`` opens a line as a dateline: ``LONDON (AFP) -``, ``RAMESWARAM, India 1996-08-28``."""
    nearby = max(0, start - _REACH)
    line = text.rfind("\n", nearby, start) + 1
    if not line and nearby:  # far into a line; looking for its beginning would take ever longer in a long one
        return False
    opening = text[line:start].strip()
    if opening and not (len(opening) <= 30 and opening.endswith(",") and opening.isupper()):
        return False
    found = _DATELINE_END.match(text, end, end + _REACH)
    if found is None or found.end() == end + _REACH < len(text):
        return False
    marked = found.group().strip()
    # A place alone on its line is a dateline only in capitals; otherwise it may be a heading.
    return bool(marked.rstrip(",")) or text[start:end].isupper()
