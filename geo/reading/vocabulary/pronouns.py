"""Pronouns in lower case, by whom they can stand for."""

from __future__ import annotations

__all__ = ["FEMININE", "FIRST", "OBJECTS", "PERSONAL", "PLURAL", "SINGULAR", "THING"]

#: The one who tells, or with others.
FIRST = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
#: A woman, or a ship.
FEMININE = frozenset({"she", "her", "herself"})
#: One person.
SINGULAR = frozenset({"he", "him", "his", "himself"}) | FEMININE
#: Several, or one with others.
PLURAL = frozenset({"they", "them", "their", "themselves"})
#: A thing, a vehicle or a group.
THING = frozenset({"it", "its", "itself"})
#: All of these.
PERSONAL = FIRST | SINGULAR | PLURAL | THING
#: Persons as objects of a verb.
OBJECTS = frozenset({"me", "him", "her", "us", "them"})
