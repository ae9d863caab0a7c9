"""What only people and those who govern do: verbs whose subject, if it is a place, stands for its government.

The classes are those of speech, judgement, intent and statecraft; each verb is listed once, and its forms are made by rule.
"""

from __future__ import annotations

from typing import Final

__all__ = ["AGENT_BASES", "AGENT_PARTICIPLES", "AGENT_PRESENT_OR_PAST", "AGENT_PROGRESSIVES", "ASKED", "MINDS", "STATIC_BASES"]

_SPEECH: Final = (
    "acknowledge admit allege announce apologise apologize argue ask assert assure bluster boast caution claim comment complain concede confirm "
    "contend counter cry declare decry defend demand deny deplore dispute downplay emphasise emphasize explain express grumble hail hint insist invite lament "
    "maintain mock notify object pledge plead praise proclaim promise protest reiterate remark repeat reply respond retort reveal say signal "
    "speak state stress suggest swear tell thank threaten urge vow warn"
)
_JUDGEMENT: Final = (
    "accuse agree applaud approve assume backtrack believe berate blame castigate censure commend condemn condone consider conclude criticise "
    "criticize dismiss disagree disapprove doubt endorse fear lambast mistrust object prefer recognise recognize refute regard regret reject resent "
    "scorn slam suspect tolerate trust view welcome worry"
)
_INTENT: Final = (
    "aim attempt balk conspire contemplate decide decline dither expect hesitate hope intend mull opt plan plot ponder prefer refuse relent "
    "renege resolve scramble seek strive struggle think try vacillate want waver wish yearn"
)
_STATECRAFT: Final = (
    "abstain accede accept annex appeal appoint arm authorise authorize ban bankroll bargain blockade block boycott broker capitulate cede clash "
    "collude compromise consult cooperate court curb decree deploy deport disavow dispatch enact expel extradite fund grant haggle impose "
    "interfere intervene invade issue legalise legalize lobby lodge mediate meddle negotiate nationalise nationalize nominate offer oppose "
    "order outlaw overrule pardon patch persuade postpone press pressure propose prosecute provoke punish push quarrel ratify rearm rebuff rebuke "
    "reciprocate reconsider renounce repeal request retaliate revoke sanction side sign soften spurn stonewall submit subsidise subsidize "
    "summon support suspend sue surrender tighten veto vie vote waive withdraw withhold yield"
)
#: Verbs of these classes that places do by themselves too, so that the simple form proves nothing: "Vienna will offer a rich programme".
_FORMS: Final = {
    "say": ("says", "said", "said"), "tell": ("tells", "told", "told"), "think": ("thinks", "thought", "thought"), "seek": ("seeks", "sought", "sought"),
    "speak": ("speaks", "spoke", "spoken"), "swear": ("swears", "swore", "sworn"), "withdraw": ("withdraws", "withdrew", "withdrawn"),
    "withhold": ("withholds", "withheld", "withheld"), "grant": ("grants", "granted", "granted"), "veto": ("vetoes", "vetoed", "vetoed"),
    "plan": ("plans", "planned", "planned"), "plot": ("plots", "plotted", "plotted"), "ban": ("bans", "banned", "banned"), "admit": ("admits", "admitted", "admitted"),
    "submit": ("submits", "submitted", "submitted"), "expel": ("expels", "expelled", "expelled"), "slam": ("slams", "slammed", "slammed"),
    "regret": ("regrets", "regretted", "regretted"), "opt": ("opts", "opted", "opted"), "signal": ("signals", "signalled", "signalled"),
    "overrule": ("overrules", "overruled", "overruled"), "prefer": ("prefers", "preferred", "preferred"), "curb": ("curbs", "curbed", "curbed"),
    "hope": ("hopes", "hoped", "hoped"), "sue": ("sues", "sued", "sued"), "vie": ("vies", "vied", "vied"),
}  # fmt: skip
_VOWELS: Final = "aeiou"


def _forms(base: str) -> tuple[str, str, str]:
    """Return the third person, the past and the past participle of a verb."""
    if base in _FORMS:
        return _FORMS[base]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = base + ("d" if base.endswith("e") else "ed")
    return third, past, past


def _progressive(base: str) -> str:
    past = _forms(base)[1]
    if base.endswith("e") and not base.endswith("ee"):
        return "vying" if base == "vie" else base[:-1] + "ing"
    doubled = past.endswith("ed") and past[:-2] == base + base[-1]
    return (base + base[-1] if doubled else base) + "ing"


_BASES: Final = frozenset(f"{_SPEECH} {_JUDGEMENT} {_INTENT} {_STATECRAFT}".split())
#: What follows "will", "did not", "to".
AGENT_BASES: Final = _BASES
AGENT_PRESENT_OR_PAST: Final = frozenset(form for base in _BASES for form in _forms(base)[:2]) | {"signaled", "pleads", "pled"}
AGENT_PARTICIPLES: Final = frozenset(_forms(base)[2] for base in _BASES) | {"signaled"}
AGENT_PROGRESSIVES: Final = frozenset(map(_progressive, _BASES)) | {"bracing", "preparing", "considering"}
#: What is done only to somebody who hears it: "Islamabad had not been consulted".
ASKED: Final = frozenset(
    "accused asked assured blamed briefed consulted convinced criticised criticized forewarned informed invited notified persuaded rebuked urged warned".split()
)
#: States of mind, behind "is" or "was".
MINDS: Final = frozenset(
    "adamant afraid alarmed angered angry annoyed anxious appalled ashamed aware bent committed concerned confident convinced cool defiant delighted determined "
    "disappointed dismayed divided eager embarrassed enraged evasive fearful frustrated furious grateful hopeful hostile impatient incensed indignant intent keen "
    "loath mindful mistrustful nervous outraged pleased prepared proud ready reluctant resolute satisfied sceptical serious silent skeptical "
    "surprised suspicious sympathetic unaware unconvinced undecided uneasy unhappy unimpressed unmoved unwilling unyielding upset wary willing worried".split()
)
#: What a place does by being there, behind "will" or "would": everything else takes somebody.
STATIC_BASES: Final = frozenset(
    "accommodate always attract be bear become begin belong benefit boast bring burn celebrate change come contain continue cover crumble decline depend drown "
    "echo emerge end endure enjoy enter experience face fall feel fill flood flourish flower freeze gain get give glow go grow have hit hold honour honor host house "
    "improve increase keep last lead lie look lose mark melt meet never need offer open only overtake play produce provide prosper reach rebound receive "
    "recover remain remember resemble resume rise roast run see seem serve shake shine shrink sink sit sizzle soon speak stage stand start stay struggle suffer "
    "surpass survive swelter take taste thrive turn undergo vanish wait wake warm watch wear welcome win witness".split()
)
