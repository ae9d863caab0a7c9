"""A dump in GeoNames' form, as large as wanted and the same each time: the bundled gazetteer's own places, and made-up ones around them."""

from __future__ import annotations

import random

from gazetteer import Gazetteer

BATCH = 20_000
FIRST_ID = 20_000_000
SYLLABLES = "ba be bo da di do fa ga go ha he ka ke ki ko la le li lo ma mi mo na ne no pa pe ra ri ro sa se si so ta te ti to va vi ya yu za".split()
LAST = ["n", "r", "l", "s", "ny", "vka", "sk", "ton", "ham", "pur", "abad", "grad", "ás", "ão", "ø", "ích"]
FEATURES = [
    ("P", "PPL"), ("P", "PPL"), ("P", "PPL"), ("P", "PPLX"), ("H", "STM"), ("H", "STM"), ("H", "LK"), ("T", "MT"), ("T", "HLL"), ("S", "HTL"),
    ("S", "FRM"), ("S", "SCH"), ("S", "CH"), ("L", "LCTY"), ("V", "FRST"), ("R", "RD"), ("A", "ADM3"), ("A", "ADM4"),
]  # fmt: skip
KINDS = {
    "P": "{}",
    "H": "{} Creek",
    "T": "Mount {}",
    "S": "{} House",
    "L": "{} Field",
    "V": "{} Forest",
    "R": "{} Road",
    "A": "{} District",
}
CYRILLIC = str.maketrans("abdefghiklmnoprstuvyz", "абдефгхиклмнопрстувйз")


def write_dump(path, rows, alternate_names=None):
    """Write a table of so many rows in the form of ``allCountries.txt``, and one of alternate names for a tenth of them if asked."""
    real = [place for place in Gazetteer.bundled() if place.id.startswith("geonames:")][:rows]
    with path.open("w", encoding="utf-8") as file:
        file.writelines(real_line(place) for place in real)
        for begin in range(0, rows - len(real), BATCH):
            size = min(BATCH, rows - len(real) - begin)
            file.write("".join(made_up_lines(begin, size, real)))
    if alternate_names:
        with alternate_names.open("w", encoding="utf-8") as file:
            for number in range(0, rows - len(real), 10):
                chance = random.Random(number)
                file.write(f"{number}\t{FIRST_ID + number}\tru\t{stem(chance).translate(CYRILLIC).title()}\t\t\t\t\t\t\n")


def real_line(place):
    """Write a place of the bundled gazetteer as GeoNames does."""
    number = place.id.partition(":")[2]
    return line(
        number, place.name, "", place.lat, place.lon, place.kind.feature_class, place.kind.code,
        (place.country, place.admin1, place.admin2), place.population,
    )  # fmt: skip


def line(number, name, alternates, lat, lon, feature_class, code, area, population):
    """Lay out the nineteen columns."""
    country, admin1, admin2 = area
    return (
        f"{number}\t{name}\t{name}\t{alternates}\t{lat:.5f}\t{lon:.5f}\t{feature_class}\t{code}\t{country}\t\t{admin1}\t{admin2}\t\t\t"
        f"{population}\t\t0\tEtc/UTC\t2024-01-01\n"
    )


def stem(chance):
    """Make up a name of three or four syllables and an ending."""
    return "".join(chance.choices(SYLLABLES, k=3 + (chance.random() < 0.6))) + LAST[int(chance.random() * len(LAST))]


def made_up_lines(begin, size, around):
    """Yield rows that lie near real places, in their areas."""
    chance = random.Random(begin)
    near = chance.choices(around, k=size)
    for number, place, (feature_class, code) in zip(
        range(FIRST_ID + begin, FIRST_ID + begin + size), near, chance.choices(FEATURES, k=size), strict=True
    ):
        bare = stem(chance).title()
        name = KINDS[feature_class].format(bare)
        alternates = f"{bare},{bare.lower().translate(CYRILLIC).title()}" if chance.random() < 0.4 else ""
        lat = max(-90.0, min(90.0, place.lat + chance.random() - 0.5))
        lon = (place.lon + chance.random() - 0.5 + 180) % 360 - 180
        people = int(chance.random() * 400) if feature_class == "P" and chance.random() < 0.2 else 0
        area = (place.country, place.admin1, place.admin2)
        yield line(number, name, alternates, lat, lon, feature_class, code, area, people)
