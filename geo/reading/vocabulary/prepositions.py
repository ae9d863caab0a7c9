"""Prepositions of place, by the part that they give to a place in a movement."""

__all__ = ["AT", "FROM", "NO_END", "TO", "VIA"]

FROM = frozenset({"from", "off", "out"})
TO = frozenset({"to", "toward", "towards", "into", "onto", "until"})
AT = frozenset({"in", "at", "on", "near", "inside", "outside", "around", "within", "by", "beside", "aboard", "off"})
VIA = frozenset({"via", "through", "across", "over", "past", "along"})
#: Prepositions behind which a place is no end of the movement, whatever comes before it.
NO_END = frozenset(
    "after before since during about amid despite because against according due thanks than like as under without between "
    "behind upon except including concerning".split()
)
