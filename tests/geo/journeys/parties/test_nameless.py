"""Somebody without a name, and the other words that call him."""

import pytest

from tests.geo.stories import stops, tell


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("A Swedish cyclist", "The 34-year-old"),
        ("A Swedish cyclist", "The man"),
        ("A Swedish cyclist", "The rider"),
        ("A 19-year-old woman", "The teenager"),
        ("The Austrian foreign minister", "The minister"),
        ("A 34-year-old man", "The 34-year-old"),
    ],
)
def test_one_person_is_called_by_other_words(first, again):
    assert stops(tell(f"{first} left Linz on Monday. {again} reached Graz on Tuesday.")) == ["Linz", "Graz"]


def test_who_fled_is_the_fugitive():
    assert stops(tell("A murderer fled Linz on Monday. The fugitive reached Graz on Tuesday.")) == ["Linz", "Graz"]


@pytest.mark.parametrize(
    "text",
    [
        "A Swedish cyclist left Linz on Monday. A man was hurt in a fall. The man reached Graz on Tuesday.",
        "A 19-year-old woman left Linz on Monday. The 34-year-old reached Graz on Tuesday.",
        "A 40-year-old woman left Linz on Monday. The girl reached Graz on Tuesday.",
        "A waitress left Linz on Monday. The man reached Graz on Tuesday.",
        "A student left Linz on Monday. The fugitive reached Graz on Tuesday.",
        "A student left Linz on Monday. Police said the man who attacked her fled to Graz.",
        "A student left Linz on Monday. The man arrested over the attack was taken to Graz.",
        "A journalist travelled to Linz on Monday. The woman she interviewed fled to Graz.",
        "A father and his son left Linz on Monday. The boy reached Graz on Tuesday.",
        "A nurse flew to Juba with a patient. The man was taken to Nairobi.",
        "A doctor flew to Juba. A patient was waiting. The man travelled on to Nairobi.",
        "A gunman opened fire in Liege and fled to Ghent. The woman was flown to Namur.",
        "A lorry driver drove from York to Leeds. The woman was flown to Hull.",
        "A sailor left Hull on Sunday. His brother drove to Goole. The man reached Rotterdam on Monday.",
        "A cyclist rode from Nice to Genoa. The runner reached Pisa.",
        "A singer left Oslo on Monday. The drummer came to Bergen.",
        "A boy left Delhi. The man reached Agra.",
        "A 23-year-old cyclist left York. The man, 44, reached Hull.",
        "The foreign minister flew to Linz on Monday. The defence minister stayed at home. The minister flew to Graz.",
        "A nun left Linz on Monday. The cyclist reached Graz on Tuesday.",
    ],
)
def test_two_people_stay_two(text):
    assert len(tell(text).journeys) == 2
