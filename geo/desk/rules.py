"""The rules of people's safety, read from ``data/safety.toml``: whom they protect, and how."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from geo.desk.model import Show
    from geo.model import Traveller

__all__ = ["Rule", "known_words", "rule_for", "safety_rules", "words_in"]

_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|\baged (\d{1,2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes
    ----------
    name
        What to call it in a report.
    words
        Finds its words in a traveller's names and descriptions; None for a rule that fits whoever is of its kinds.
    kinds
        Kinds of travellers that it is for; empty for all.
    below_age
        Whom it protects by age, in years; 0 for nobody.
    unless_public
        Whether a word of a public role takes a traveller out of it.
    only_under_way
        Whether it protects only those who are told to be on their way.
    show
        ``area`` or ``none``.
    undated
        What the last known place of a traveller is taken for where nothing tells the day: ``now`` or ``past``.
    why
        The reason, in words that follow "because".
    """

    name: str
    words: re.Pattern[str] | None
    kinds: frozenset[str]
    below_age: int
    unless_public: bool
    only_under_way: bool
    show: Show
    undated: Literal["now", "past"]
    why: str

    def fits(self, traveller: Traveller) -> bool:
        """Tell whether the rule protects this traveller."""
        if self.kinds and traveller.kind not in self.kinds:
            return False
        told = " | ".join((traveller.name, *traveller.aliases, *traveller.described))
        if self.unless_public and _public().search(told):
            return False
        young = any(int(first or second) < self.below_age for first, second in _AGE.findall(told))
        return young or self.words is None or self.words.search(told) is not None


def rule_for(traveller: Traveller, rules: tuple[Rule, ...]) -> Rule | None:
    """Return the first rule that protects a traveller, or None."""
    return next((rule for rule in rules if rule.fits(traveller)), None)


@cache
def safety_rules() -> tuple[Rule, ...]:
    """Load the rules that come with Dateline, in the order in which they are tried."""
    return tuple(
        Rule(
            name=rule["name"],
            words=_pattern(rule["words"]) if rule["words"].strip() else None,
            kinds=frozenset(rule.get("kinds", ())),
            below_age=rule.get("below_age", 0),
            unless_public=rule.get("unless_public", False),
            only_under_way=rule.get("only_under_way", False),
            show=rule["show"],
            undated=rule["undated"],
            why=rule["why"],
        )
        for rule in _data()["rule"]
    )


@cache
def known_words() -> re.Pattern[str]:
    """Return a pattern of every word and age that a rule looks for: what is worth to note beside a traveller's name."""
    texts = [_data()["public"]["words"], *(rule["words"] for rule in _data()["rule"])]
    return re.compile(f"{_pattern(' '.join(texts)).pattern}|{_AGE.pattern}", re.IGNORECASE)


def words_in(text: str) -> list[str]:
    """Return the words of the rules that stand in a text, in its order, in lower case."""
    return [found.group().lower() for found in known_words().finditer(text)]


@cache
def _public() -> re.Pattern[str]:
    return _pattern(_data()["public"]["words"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("geo.desk").joinpath("data/safety.toml").read_text(encoding="utf-8"))


def _pattern(words: str) -> re.Pattern[str]:
    """Find any of the words, whole, also with a plural's s."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(set(words.split()))))})s?(?!\w)", re.IGNORECASE)
