"""An office stands for the one who holds it, and a person for no other office."""

import pytest

from tests.geo.stories import journey, stops, tell


class TestOffices:
    @pytest.mark.parametrize(
        ("first", "again"),
        [
            ("Prime Minister Anna Berg", "The prime minister"),
            ("Foreign Minister Anna Berg", "The foreign minister"),
            ("Norwegian envoy Anna Berg", "The Norwegian envoy"),
            ("Anna Berg, the Norwegian ambassador,", "The ambassador"),
        ],
    )
    def test_an_office_stands_for_the_one_who_holds_it(self, first, again):
        told = tell(f"{first} left Lisbon on Sunday. {again} arrived in Porto on Monday.")
        assert journey(told).traveller == "Anna Berg"
        assert stops(told) == ["Lisbon", "Porto"]

    def test_an_office_that_two_hold_stands_for_neither(self):
        told = tell(
            "Norwegian envoy Anna Berg left Lisbon on Sunday. Polish envoy Jan Nowak left Prague on Sunday. The envoy arrived in Porto on Monday."
        )
        at_porto = [j.traveller for j in told.journeys if any(s.place.name == "Porto" for s in j.stops)]
        assert not {"Anna Berg", "Jan Nowak"} & set(at_porto)

    def test_a_title_alone_keeps_to_a_single_name(self):
        told = tell("Pope Leo flew from Rome to Lisbon on Monday. The pope left Lisbon for Porto on Tuesday.")
        assert [j.traveller for j in told.journeys] == ["Pope Leo"]


class TestHolders:
    def test_who_held_an_office_before_is_not_meant_by_it(self):
        told = tell(
            "Former French President Otto Kranz was in Lisbon. French President Anna Berg spoke in Paris. The French president will fly to Porto on Friday."
        )
        assert {c.traveller for c in told.claims if c.status == "planned"} == {"Anna Berg"}

    def test_another_office_is_somebody_elses(self):
        told = tell("Foreign Minister Otto Kranz spoke on Sunday. The mayor flew to Porto on Monday.")
        assert {c.traveller for c in told.claims} == {"mayor"}


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("Finnish President", "On Tuesday the Finnish leader"),
        ("U.S. Assistant Secretary of State", "The American envoy"),
        ("Polish Foreign Minister", "The Polish visitor"),
    ],
)
def test_who_holds_an_office_is_called_by_his_nation(office, called):
    told = tell(f"{office} Otto Kranz met President Jan Lund in Oslo on Monday. {called} went to Lisbon. He will go on to Porto.")
    assert {c.traveller for c in told.claims} == {"Otto Kranz"}


@pytest.mark.parametrize("called", ["The Finnish bishop", "A Finnish leader"])
def test_but_not_by_another_s(called):
    told = tell(f"Finnish President Otto Kranz arrived in Oslo on Monday. {called} went to Lisbon.")
    assert len({c.traveller for c in told.claims}) == 2
