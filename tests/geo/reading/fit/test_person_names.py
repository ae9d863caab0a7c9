"""Names of persons, out of two of Faker's providers in small."""

from types import SimpleNamespace

from geo.reading.fit.person_names import find_person_names

HERE = SimpleNamespace(
    first_names_female={"Ada": 0.1, "Robin": 0.1, "Anna-Lena": 0.1}, first_names_male=("Otto",), last_names=("Berg", "Li")
)
THERE = SimpleNamespace(
    first_names=("Noor",), first_names_male=("Robin",), last_names_female=("Nowacka",), last_names_male=("Nowak",)
)


def test_names_of_one_word_are_listed_with_whose_alone_they_are():
    names = find_person_names([HERE, THERE])
    assert names.given == ["Ada", "Noor", "Otto", "Robin"]
    assert names.genders == {"Ada": "f", "Otto": "m"}


def test_surnames_that_are_as_short_as_particles_are_left_out():
    assert find_person_names([HERE, THERE]).surnames == ["Berg", "Nowacka", "Nowak"]
