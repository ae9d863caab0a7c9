"""Nouns for people on one way together, and the words by which one such party is told from another."""

__all__ = ["COMPANIES", "OTHERS"]

#: Nouns by which a text calls again the one group that it has named: "the squad" after "the Otago Kestrels".
COMPANIES = frozenset("band company crew duo ensemble party players quartet quintet side squad team trio troupe".split())
#: Words by which another is told from the one named before: "the relief vessel".
OTHERS = frozenset("another nearby other passing relief replacement rescue second third".split())
