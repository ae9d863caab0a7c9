"""Words of direction and of time that beside a verb of travel name no place: "drove north", "spent a night"."""

__all__ = ["BEARINGS", "STRETCHES"]

#: Points of the compass.
BEARINGS = frozenset("east north northeast northwest south southeast southwest west".split())
#: Stretches of time that somebody passes at a place: "after a night in X", "a week in Y".
STRETCHES = frozenset("afternoon day evening fortnight hour month morning night week weekend".split())
