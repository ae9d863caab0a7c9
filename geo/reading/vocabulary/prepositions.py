"""Prepositions of place, by the part that they give to a place in a movement."""

__all__ = [
    "ALONG",
    "AT",
    "BEFORE_PLACE",
    "FROM",
    "NO_END",
    "OF_ANOTHER_EVENT",
    "THERE",
    "TO",
    "VIA",
    "WHENCE_OR_WHITHER",
    "WHITHER",
]

FROM = frozenset({"from", "off", "out"})
TO = frozenset({"to", "toward", "towards", "into", "onto", "until"})
AT = frozenset({"in", "at", "on", "near", "inside", "outside", "around", "within", "by", "beside", "aboard", "off"})
VIA = frozenset({"via", "through", "across", "over", "past", "along"})
#: Prepositions of being at a place by itself: "was sighted off X", "spoke at a rally near Y".
THERE = frozenset({"in", "at", "near", "outside", "aboard", "off"})
#: What stands right before a place where it is one: "IN TURKEY", but not "IN A MOBILE HOME"; and never before the day of a feast: "on Palm Sunday".
BEFORE_PLACE = frozenset("at from in into near to toward towards via".split())
#: Prepositions before another event than the one told, which has its own time: "reached X after a crossing from Y".
OF_ANOTHER_EVENT = frozenset({"after", "before", "following", "since", "until"})
#: What stands behind a verb of going, and seldom behind insects, leaves and visits: "flies to X", "left for Y".
WHITHER = frozenset({"for", "into", "to", "toward", "towards"})
WHENCE_OR_WHITHER = WHITHER | {"from"}
#: Prepositions of a way that is made: "threading their way through Y", and not where something "went down".
ALONG = frozenset({"across", "along", "down", "from", "into", "through", "to", "toward", "towards", "up"})
#: Prepositions behind which a place is no end of the movement, whatever comes before it.
NO_END = frozenset(
    "after before since during about amid despite because against according due thanks than like as under without between "
    "behind upon except including concerning".split()
)
