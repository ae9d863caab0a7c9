"""Tell a place that stands for its government, or that only opens another name, from a place where something is."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["is_dateline", "is_speaking"]

_SPEAKS = (
    "accepts? accepted accuses? accused acknowledges? acknowledged admits? admitted agrees? agreed aims alleges? alleged announces? announced "
    "appeals? appealed argues? argued asks? asked asserts? asserted backs? backed believes? believed blames? blamed calls? called claims? claimed "
    "commented comments condemns? condemned confirms? confirmed considers? considered consistently consults? consulted contends? contended criticises? "
    "criticised criticizes? criticized decides? decided declares? declared declines? declined demands? demanded denies denied denounces? denounced "
    "deplores? disputes? disputed downplayed downplays? expects? expected expresses? expressed fears feared hailed hails? has hinted hints? hopes "
    "hoped imposes? imposed indicates? indicated insists? insisted intends? intended invited invites? issued issues? lodges? lodged made maintains? "
    "maintained notes? noted objects? objected offers? offered opposes? opposed orders? ordered pledges? pledged plans praises? praised "
    "promises? promised proposes? proposed protests? protested puts? recognises? recognised recognizes? recognized refuses? refused regards? "
    "rejects? rejected repeats? repeated replies replied reports? reported requests? requested responds? responded retaliated reiterates? reiterated "
    "ruled? rules? said says? seeks? sought sees? sends? sent signals? signalled signaled signed signs? states? stated summons summoned supports? "
    "supported suspects? suspected threatens? threatened told tells? thinks? urges? urged views? vows? vowed wants? wanted warns? warned "
    "welcomes? welcomed withdrew would will plans"
)
_SUBJECT_VERB = re.compile(
    r"(?:\s*,?\s+(?:and|nor|or)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?"  # a second subject: "nor Pyongyang"
    r"(?:,\s+(?:which|however|though|meanwhile|for its part|in turn),?)?"
    r"\s+(?:(?:also|has|have|had|have not|has not|is|are|later|again|earlier|consistently|repeatedly|publicly|formally|officially|then|never|now|"
    rf"reportedly|already|immediately|swiftly|since|long|not|yet|quickly|initially|strongly|firmly)\s+){{0,3}}(?:{'|'.join(_SPEAKS.split())})\b"
)
#: Verbs that a place can be the subject of without speaking: "Moscow has a metro", "Vienna will host".
_WEAK = frozenset(
    (
        "has",
        "made",
        "will",
        "would",
        "plans",
        "puts",
        "put",
        "sees",
        "see",
        "sent",
        "expects",
        "rules",
        "issues",
        "states",
        "calls",
        "views",
    )
)
_WEAK_OBJECT = re.compile(
    r"\s+(?:not\s+)?(?:respond|comment|react|retaliat|negotiat|clear that|clear it|a statement|pressure|ambassador|talks|peace|to be|to see|it)"
)
_OBJECT_OF_SPEECH = re.compile(
    r"(?:\b(?:according to|accus\w+|blam\w+|urg\w+|warn\w+|condemn\w+|criticis\w+|criticiz\w+|persuad\w+|pressur\w+|ask\w+|told|tell|telling|would like|"
    r"sanction\w*(?: on| against)?|(?:warnings?|pressure|criticism|condemnation|response|reaction|approval|permission|support|signals?|statements?|"
    r"denials?|demands?|messages?|reply|backing|reassurances?|calls|a nod|green light|instructions|orders)\s+(?:from|by)|"
    r"(?:relations?|ties|talks|tensions?|standoff|alliance|deal|dispute|rift|rivalry|cooperation|agreement|treaty|pact|war of words)\s+"
    r"(?:between|with)(?:\s+[A-Z][\w’'-]+\s+and)?|between\s+[A-Z][\w’'-]+\s+and)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"\b(?:[Nn]either|[Bb]oth)\s+(?:the\s+)?(?:[A-Z][\w’'-]+,?\s+(?:nor|and)\s+(?:the\s+)?)?$")
_OWN_ACT = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:ally|allies|approval|aggression|allegations?|ambitions?|answer|claims?|concerns?|consent|decision|demands?|denial|diplomacy|"
    r"diplomats|efforts?|envoy|foreign policy|government|intentions?|involvement|military|offer|officials|plans?|policy|position|proposal|refusal|"
    r"rejection|reply|request|response|rivals?|role|sanctions|spokes\w+|stance|statement|strategy|support|threats?|view|war|warnings?)\b"
)
#: The word before a place that something is at, beside a comma.
_OF_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|across|into|towards?|through|via|inside|within|leaving|left|reached|visited|visiting|over|between|"
    r"on|by|for|with|against|and|or|called|named|southern|northern|eastern|western|central|capital|city|town)$",
    re.IGNORECASE,
)
#: How a word must look for the patterns of an object of speech to end with it; most words don't, and the patterns are slow.
_ENDS_OBJECT = re.compile(
    r"\b(?:to|like|tell|telling|told|on|against|from|by|between|with|and|nor|neither|both)$|"
    r"\b(?:accus|blam|urg|warn|condemn|criticis|criticiz|persuad|pressur|ask|sanction)\w*$",
    re.IGNORECASE,
)
_KEPT_WORDS = 1 << 12
_DATELINE_END = re.compile(
    r"(?:,\s+[A-Z][\w.’' ]{1,24})?,?\s*(?:(?:\d{4}-\d\d-\d\d|(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}(?:\s+\d{4})?)),?\s*)?"
    r"(?:\([A-Z][\w ./]{1,30}\)\s*(?:[-–—:]|\n)?|[-–—]{1,3}\s|$|\n)"
)
#: How far beside a name is looked, in characters: without a bound a long stretch of blanks takes time by its square.
_REACH = 90


def is_speaking(text: str, start: int, end: int) -> bool:
    """Tell whether the place at ``text[start:end]`` stands for those who govern there: it says, warns, denies, is blamed.

    Parameters
    ----------
    text
        The whole text.
    start, end
        Offsets of a capital, a country or a seat of government.
    """
    before = text[max(0, start - _REACH) : start]
    ends_object, is_of_place = _tell(_word_before(before))
    if ends_object and (_OBJECT_OF_SPEECH.search(before) or _NEITHER.search(before)):
        return True
    if _OWN_ACT.match(text, end, end + _REACH):
        return True
    if is_of_place or before.rstrip().endswith(","):
        return False
    verb = _SUBJECT_VERB.match(text, end, end + 2 * _REACH)
    if verb is None:
        return False
    if verb.group().rsplit(maxsplit=1)[-1] in _WEAK:
        return _WEAK_OBJECT.match(text, verb.end(), verb.end() + _REACH) is not None
    return True


def _word_before(text: str) -> str:
    """Return the last word, "the" aside; ``""`` where it stands right at the end."""
    if not text[-1:].isspace():
        return ""
    words = text.rsplit(None, 2)[-2:]
    return "" if not words else words[0] if words[-1].lower() == "the" else words[-1]


@lru_cache(_KEPT_WORDS)
def _tell(word: str) -> tuple[bool, bool]:
    """Tell whether a place behind a word may be an object of speech, and whether something is at it."""
    return _ENDS_OBJECT.search(word) is not None, _OF_PLACE.search(word) is not None


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
