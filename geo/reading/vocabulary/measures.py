"""What beside a verb of travel is no place and no traveller: words of direction and of time ("drove north", "spent a night"), and numbers of things."""

__all__ = ["BEARINGS", "NO_COUNT", "PARTS", "STRETCHES"]

#: Points of the compass.
BEARINGS = frozenset("east north northeast northwest south southeast southwest west".split())
#: So much of something: "most of the week", "half of the convoy".
PARTS = frozenset({"all", "half", "most", "much", "part", "remainder", "rest", "some"})
#: Stretches of time that somebody passes at a place: "after a night in X", "a week in Y".
STRETCHES = frozenset("afternoon day evening fortnight hour month morning night week weekend".split())
#: What the parser labels a number that counts nobody.
NO_COUNT = frozenset({"DATE", "MONEY", "PERCENT", "QUANTITY", "TIME"})
