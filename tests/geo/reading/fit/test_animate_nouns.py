"""Nouns for persons and animals, out of a WordNet of six words."""

from geo.reading.fit.animate_nouns import find_animate

LICENCE = "  1 This database is given under a licence.\n"
NOUNS = {
    "data.noun": [
        "00000001 05 n 01 lapwing 0 000 | a plover",
        "00000002 18 n 01 boxer 0 000 | who fights with the fists",
        "00000003 05 n 01 boxer 0 000 | a dog",
        "00000004 17 n 01 star 0 000 | a body of gas",
        "00000005 18 n 01 star 0 000 | who is famous",
        "00000006 18 n 01 Berg 0 000 | a composer",
        "00000007 18 n 01 guide 0 000 | who shows the way",
        "00000008 10 n 01 guide 0 000 | a book",
        "00000009 18 n 01 co-pilot 0 000 | who sits beside the pilot",
    ],
    "index.noun": [
        "lapwing n 1 0 1 0 00000001",
        "boxer n 2 0 2 1 00000002 00000003",
        "star n 2 0 2 2 00000004 00000005",
        "berg n 1 0 1 0 00000006",
        "guide n 2 0 2 2 00000007 00000008",
        "co-pilot n 1 0 1 0 00000009",
    ],
    "index.sense": ["guide%1:18:00:: 00000007 1 2", "guide%1:10:00:: 00000008 2 9", "star%1:17:00:: 00000004 1 20"],
}


def test_what_mostly_means_somebody_is_listed(tmp_path):
    for name, lines in NOUNS.items():
        (tmp_path / name).write_text(LICENCE + "".join(f"{line}\n" for line in lines), encoding="ascii")
    assert find_animate(tmp_path) == {"boxer": "person", "lapwing": "animal"}
