"""Which time a stop gets. The texts are told on Wednesday 15 May 2024."""

from tests.geo.stories import arrival, departure, stop, tell


class TestJoinedVerbs:
    def test_each_verb_keeps_its_own_day(self):
        told = tell("President Anna Berg left Lisbon on Friday, stopped in Paris on Saturday and arrived in Oslo on Sunday.")
        assert departure(told, "Lisbon") == ["2024-05-10"]
        assert arrival(told, "Paris") == ["2024-05-11"]
        assert arrival(told, "Oslo") == ["2024-05-12"]

    def test_a_clock_time_goes_to_the_verb_before_it(self):
        told = tell("President Anna Berg took off from Lisbon on Sunday at 9 a.m. and landed in Oslo about 1 p.m.")
        (when,) = stop(told, "Oslo").arrive
        assert (when.edtf, when.part) == ("2024-05-12", "13:00")

    def test_a_movement_after_another_deed_is_of_its_day_as_inferred(self):
        told = tell("President Anna Berg signed the accord in Paris on Monday and flew home to Oslo.")
        (when,) = stop(told, "Oslo").arrive
        assert (when.edtf, when.basis) == ("2024-05-13", "inferred")

    def test_two_movements_share_no_day(self):
        told = tell("President Anna Berg left Lisbon on Monday and arrived in Oslo.")
        assert arrival(told, "Oslo") == []

    def test_the_day_of_a_statement_is_not_lent(self):
        told = tell("President Anna Berg said on Monday that she was ill and flew home to Oslo.")
        assert arrival(told, "Oslo") == []

    def test_the_hour_may_be_written_with_a_full_stop(self):
        told = tell("Flight 44 left Lisbon at 11 p.m. Sunday and landed in Oslo at 1.30 a.m. Monday.")
        assert arrival(told, "Oslo") == ["2024-05-13"]

    def test_a_day_expected_is_to_come(self):
        told = tell("The sailors left Lisbon on Sunday and expect to reach Oslo on Friday.")
        assert arrival(told, "Oslo") == ["2024-05-17"]

    def test_the_day_until_which_one_stays_is_not_that_of_coming(self):
        told = tell("President Anna Berg will fly to Lisbon on Friday and will stay in Lisbon until Sunday.")
        assert arrival(told, "Lisbon") == ["2024-05-17"]


class TestClausesWithWhen:
    def test_they_are_of_the_day_of_the_main_clause(self):
        told = tell("It was raining on Sunday when President Anna Berg landed in Oslo.")
        assert arrival(told, "Oslo") == ["2024-05-12"]


class TestEvents:
    def test_who_travels_to_an_event_comes_in_its_month_and_no_day_is_invented(self):
        told = tell("President Anna Berg will travel to Portugal for the summit in Lisbon taking place June 3-5.")
        (when,) = stop(told, "Lisbon").arrive
        assert (when.edtf, when.basis) == ("2024-06", "inferred")


class TestRanges:
    def test_days_of_a_coming_journey_are_those_of_the_stay(self):
        told = tell("President Anna Berg will travel to Oslo from 6 to 9 June.")
        assert (arrival(told, "Oslo"), departure(told, "Oslo")) == (["2024-06-06"], ["2024-06-09"])


class TestDiaries:
    def test_entries_are_dated_by_their_headings(self):
        told = tell("3 June. Left Oslo at six by train.\n\n4 June. Reached Bergen by boat.", published=None)
        assert (departure(told, "Oslo"), arrival(told, "Bergen")) == (["XXXX-06-03"], ["XXXX-06-04"])

    def test_an_event_to_be_held_gives_its_month(self):
        told = tell("President Anna Berg will travel to Lisbon for the fair, to be held June 3 to 5.")
        assert arrival(told, "Lisbon") == ["2024-06"]

    def test_one_date_at_the_head_of_a_page_dates_nothing(self):
        told = tell("3 June. We saw the sea.\n\nPresident Anna Berg flew from Oslo to Bergen.", published=None)
        assert arrival(told, "Bergen") == []
