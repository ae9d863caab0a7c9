"""How certain a text is of a movement, and by which words: seen from outside, as the status of a claim and its cue."""

import pytest

from geo.reading.factuality.certainty import judge
from geo.reading.parsing.passages import parse
from geo.reading.travel_words.finding import find_predicates
from tests.geo.stories import articles, claim, statuses, tell


def status_and_cue(text):
    read = claim(tell(text))
    return read.status, read.cue.text if read.cue else None


def certainty(text):
    """Judge the first word of travel of a text."""
    (passage,) = parse(articles(text)[0])
    return judge(next(iter(find_predicates(passage.doc))))


class TestTense:
    @pytest.mark.parametrize(
        "text",
        [
            "President Maria Lind flew to Lisbon on Monday.",
            "President Maria Lind has flown to Lisbon.",
            "President Maria Lind arrived in Lisbon.",
            "President Maria Lind was driven to Lisbon on Monday.",
        ],
    )
    def test_what_is_told_as_past_has_happened_and_needs_no_cue(self, text):
        assert status_and_cue(text) == ("happened", None)

    @pytest.mark.parametrize(
        ("text", "cue"),
        [
            ("President Maria Lind is flying to Lisbon.", "flying"),
            ("President Maria Lind is on her way to Lisbon.", "way"),
            ("President Maria Lind was en route to Lisbon on Monday.", "en"),
        ],
    )
    def test_what_goes_on_is_under_way(self, text, cue):
        assert status_and_cue(text) == ("under_way", cue)

    def test_what_is_denied_twice_has_happened(self):
        assert status_and_cue("President Maria Lind denied that she had not gone to Lisbon.") == ("happened", None)

    @pytest.mark.parametrize(
        "words",
        [
            "flies to Lisbon on Friday",
            "leaves for Lisbon on Friday",
            "arrives in Lisbon next week",
            "arrives in Lisbon on May 20",
        ],
    )
    def test_the_present_with_a_day_to_come_is_a_plan(self, words):
        assert statuses(tell(f"President Maria Lind {words}.")) == {"Lisbon": "planned"}

    def test_not_until_a_day_is_on_that_day(self):
        assert statuses(tell("Anna Berg left Porto on Monday and did not reach Lisbon until Tuesday."))["Lisbon"] == "happened"
        assert statuses(tell("Anna Berg left Porto on Monday and did not reach Lisbon."))["Lisbon"] == "denied"

    def test_what_is_denied_behind_a_colon_is_something_else(self):
        assert statuses(tell("We passed Lisbon, the city of seven hills: we did not climb them.")) == {"Lisbon": "happened"}


class TestModality:
    @pytest.mark.parametrize(
        ("text", "cue"),
        [
            ("President Maria Lind will fly to Lisbon on Friday.", "will"),
            ("President Maria Lind is to visit Lisbon on Friday.", "is"),
            ("President Maria Lind's planned visit to Lisbon was welcomed.", "planned"),
            ("President Maria Lind, who is due to arrive in Lisbon on Friday, smiled.", "due"),
        ],
    )
    def test_what_is_announced_is_planned(self, text, cue):
        assert status_and_cue(text) == ("planned", cue)

    @pytest.mark.parametrize(
        ("text", "cue"),
        [
            ("President Maria Lind may fly to Lisbon on Friday.", "may"),
            ("President Maria Lind possibly travelled to Lisbon.", "possibly"),
            ("President Maria Lind would have flown to Lisbon.", "would"),
            ("President Maria Lind hopes to fly to Lisbon.", "hopes"),
            ("President Maria Lind was invited to visit Lisbon.", "invited"),
            ("President Maria Lind is considering travelling to Lisbon.", "considering"),
            ("President Maria Lind's possible trip to Lisbon was discussed.", "possible"),
        ],
    )
    def test_what_is_hedged_is_possible(self, text, cue):
        assert status_and_cue(text) == ("possible", cue)

    def test_a_hedge_weakens_a_plan(self):
        assert status_and_cue("President Maria Lind will perhaps fly to Lisbon on Friday.") == ("possible", "perhaps")


class TestRaising:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("President Maria Lind is expected to head to Lisbon.", "planned"),
            ("President Maria Lind is likely to travel to Lisbon.", "possible"),
            ("The plan is for President Maria Lind to travel to Lisbon by train.", "planned"),
            ("President Maria Lind announced her intention to travel to Lisbon.", "planned"),
            ("President Maria Lind is said to have travelled to Lisbon.", "happened"),
        ],
    )
    def test_the_verb_above_decides(self, text, status):
        assert statuses(tell(text)) == {"Lisbon": status}

    def test_saying_is_no_doubt(self):
        assert statuses(tell("President Maria Lind arrived in Lisbon, the palace said.")) == {"Lisbon": "happened"}

    def test_announcing_that_one_travels_is_no_plan(self):
        assert certainty("President Maria Lind announced that she was heading to Lisbon.").status != "planned"


class TestNegation:
    @pytest.mark.parametrize(
        ("text", "cue"),
        [
            ("President Maria Lind did not fly to Lisbon on Monday.", "not"),
            ("President Maria Lind refused to travel to Lisbon.", "refused"),
            ("President Maria Lind failed to reach Lisbon.", "failed"),
        ],
    )
    def test_what_is_negated_is_denied(self, text, cue):
        assert status_and_cue(text) == ("denied", cue)

    def test_not_only_negates_nothing(self):
        assert statuses(tell("President Maria Lind flew not only to Lisbon but also to Porto."))["Lisbon"] == "happened"

    @pytest.mark.parametrize(
        "text",
        [
            "President Maria Lind arrived in Lisbon and did not comment on the strike.",
            "President Maria Lind arrived in Lisbon, which had not seen rain for a month.",
            "President Maria Lind did not comment when she arrived in Lisbon.",
        ],
    )
    def test_negation_stays_in_its_own_clause(self, text):
        assert statuses(tell(text)) == {"Lisbon": "happened"}


class TestCalledOff:
    @pytest.mark.parametrize(
        "text",
        [
            "President Maria Lind postponed her trip to Lisbon.",
            "President Maria Lind cancelled her visit to Lisbon.",
            "President Maria Lind called off her trip to Lisbon.",
            "President Maria Lind's trip to Lisbon was cancelled.",
        ],
    )
    def test_a_trip_that_was_called_off_is_denied(self, text):
        assert statuses(tell(text)) == {"Lisbon": "denied"}


class TestDenial:
    @pytest.mark.parametrize(
        "text",
        [
            "The palace denied a report that President Maria Lind had travelled to Lisbon.",
            "The palace denied that President Maria Lind had travelled to Lisbon.",
            "Rumours that President Maria Lind had landed in Lisbon were denied by the palace.",
        ],
    )
    def test_a_report_that_is_denied_is_a_denied_journey(self, text):
        assert status_and_cue(text) == ("denied", "denied")

    @pytest.mark.parametrize(
        "text",
        [
            "President Maria Lind's plane was on its way to Lisbon when it was diverted to Porto.",
            "A plane carrying President Maria Lind was heading to Lisbon when it was diverted to Porto.",
        ],
    )
    def test_who_was_diverted_never_came_to_the_first_destination(self, text):
        assert statuses(tell(text)) == {"Porto": "happened", "Lisbon": "denied"}


class TestParticiplesOfGoing:
    @pytest.mark.parametrize(
        "text",
        [
            "A plane taking President Maria Lind to Lisbon landed in Porto on Monday.",
            "President Maria Lind, headed for Lisbon, stopped in Porto on Monday.",
            "President Maria Lind flew to Porto on Monday, headed for Lisbon.",
        ],
    )
    def test_where_somebody_was_going_is_not_reached(self, text):
        assert statuses(tell(text)) == {"Porto": "happened", "Lisbon": "under_way"}

    def test_who_was_rescued_during_a_voyage_did_not_end_it(self):
        told = tell("A sailor was rescued on Monday after 78 days at sea during a solo voyage from Porto to Lisbon.")
        assert statuses(told) == {"Porto": "happened", "Lisbon": "denied"}


class TestEarlier:
    @pytest.mark.parametrize("word", ["previously", "recently"])
    def test_an_adverb_sets_a_trip_apart(self, word):
        told = tell(f"President Maria Lind arrived in Lisbon on Monday. She {word} travelled to Prague.")
        assert statuses(told) == {"Lisbon": "happened", "Prague": "past"}


class TestReminders:
    @pytest.mark.parametrize("words", ["It would be recalled", "It may be mentioned"])
    def test_what_is_recalled_has_happened(self, words):
        assert statuses(tell(f"{words} that President Maria Lind arrived in Lisbon on Monday.")) == {"Lisbon": "happened"}


class TestPlansTold:
    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg was to travel to Porto before returning to Vienna.",
            "En route to Vienna on Friday, Anna Berg plans to give a concert.",
            "Anna Berg's Vienna visit slated for Friday will be her first.",
        ],
    )
    def test_what_is_told_of_a_plan_is_one(self, text):
        assert statuses(tell(text))["Vienna"] == "planned"


class TestNotYetReal:
    """Each is told of somebody who is said before to have come to Prague."""

    @pytest.mark.parametrize(
        ("words", "status"),
        [
            ("Her visit to Oslo is to begin on Friday.", "planned"),
            ("Ahead of her visit to Oslo, she asked for patience.", "planned"),
            ("She wants guarantees before her visit to Oslo.", "planned"),
            ("The date of her visit to Oslo will be fixed by letter.", "planned"),
            ("Preparations for her trip to Oslo have begun.", "planned"),
            ("She spoke of her coming visit to Oslo.", "planned"),
            ("She is going to visit Oslo.", "planned"),
            ("She is leaving for Oslo on Friday.", "planned"),
            ("She had planned her visit to Rome to take place after her attendance at a summit in Oslo next month.", "planned"),
            ("She stayed there to meet the mayor and visit Oslo.", "planned"),
            ("She changed course for Oslo.", "under_way"),
            ("She is thinking of a visit to Oslo.", "possible"),
            ("The opposition called on her to travel to Oslo.", "possible"),
            ("It is not known whether she will travel to Oslo.", "possible"),
            ("She allegedly went to Oslo.", "possible"),
            ("She aborted her trip to Oslo.", "denied"),
            ("She has put off her trip to Oslo.", "denied"),
            ("Her trip to Oslo was put on hold.", "denied"),
            ("Her planned trip to Oslo fell through.", "denied"),
            ("She gave up her plan to travel to Oslo.", "denied"),
            ("She declined an invitation to visit Oslo.", "denied"),
            ("She will no longer visit Oslo.", "denied"),
            ("Instead of going to Oslo, she rested.", "denied"),
        ],
    )
    def test_a_journey_that_is_not_made_yet_or_never_was(self, words, status):
        assert statuses(tell(f"President Maria Lind arrived in Prague on Monday. {words}"))["Oslo"] == status

    @pytest.mark.parametrize(
        "words",
        [
            "She called on the mayor and travelled to Oslo.",
            "She gave a speech and flew to Oslo.",
            "She went to Oslo after her planned trip to Rome fell through.",
            "She is back from her visit to Oslo.",
        ],
    )
    def test_the_same_words_in_another_sense_deny_nothing(self, words):
        assert statuses(tell(f"President Maria Lind arrived in Prague on Monday. {words}"))["Oslo"] == "happened"

    def test_a_stop_that_was_to_be_made_is_no_being_there(self):
        told = tell("The train left Lisbon on Monday. It was to make stops in Porto, Portugal; Madrid, Spain; and Lyon.")
        assert {statuses(told)[name] for name in ("Porto", "Madrid", "Lyon")} == {"planned"}


class TestNeverReached:
    @pytest.mark.parametrize(
        "text",
        [
            "Flight 44, which had been heading for Oslo, landed in Prague.",
            "The Vasa train was heading from Prague to Oslo when it derailed.",
            "The Vasa train was heading from Prague to Oslo when two of the cars left the tracks.",
            "The bus crashed on its way from Prague to Oslo.",
        ],
    )
    def test_an_accident_or_another_landing_ends_the_way(self, text):
        assert statuses(tell(text)) == {"Prague": "happened", "Oslo": "denied"}

    def test_who_was_headed_for_a_place_is_not_there(self):
        assert statuses(tell("The plane took off from Prague and was headed to Oslo.")) == {
            "Prague": "happened",
            "Oslo": "under_way",
        }

    def test_nor_who_arrives_elsewhere_first(self):
        assert statuses(tell("Maria Lind arrives in Prague, heading to Oslo for a visit"))["Oslo"] == "planned"

    def test_an_accident_of_others_does_not(self):
        assert statuses(tell("The ferry Vasa sailed from Prague to Oslo after a tanker sank."))["Oslo"] == "happened"


class TestHabit:
    @pytest.mark.parametrize(
        "text",
        [
            "President Maria Lind usually travels to Lisbon by train.",
            "President Maria Lind leaves for Lisbon every Friday.",
            "President Maria Lind often drove to Lisbon and stayed in Porto.",
            "The largest ferry that has ever come into Lisbon was seen on Monday.",
            "When Maria Lind would sail into Lisbon, her aunt would be on the quay.",
        ],
    )
    def test_a_habit_is_told_from_an_event(self, text):
        assert certainty(text).habitual
        assert not tell(text).journeys

    def test_an_event_is_no_habit(self):
        assert not certainty("President Maria Lind flew to Lisbon on Friday.").habitual


class TestPlansOfThePast:
    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg was supposed to travel to Vienna on Monday.",
            "Anna Berg had initially planned to travel to Vienna.",
            "Anna Berg was originally due to travel to Vienna.",
        ],
    )
    def test_what_was_meant_at_first_did_not_come_to_be(self, text):
        assert claim(tell(text)).status == "denied"

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg will go to Oslo to meet friends and walk to Bergen.",
            "Anna Berg plans to go back to Oslo to fetch her bicycle and ride on to Bergen.",
        ],
    )
    def test_what_is_joined_to_the_purpose_of_a_plan_is_planned_too(self, text):
        assert statuses(tell(text)) == {"Oslo": "planned", "Bergen": "planned"}

    def test_a_purpose_told_first_is_still_to_come(self):
        assert statuses(tell("Anna Berg arrived in Prague. To reach Vienna, she will fly to Munich."))["Vienna"] == "planned"

    def test_the_first_to_do_something_did_it(self):
        assert claim(tell("The first ship to leave Lisbon since Monday is the Halvard.")).status == "happened"

    def test_the_present_tense_below_a_plan_is_a_plan(self):
        told = tell("The royal couple will be in Vienna until Friday, when they fly into Prague to meet the mayor.")
        assert statuses(told)["Prague"] == "planned"

    def test_a_list_of_verbs_shares_its_modal(self):
        told = tell(
            "Pope Anton left Prague on Monday. During his visit the pope will meet the mayor, address a crowd, speak at a school in Graz."
        )
        assert statuses(told)["Graz"] == "planned"

    def test_a_tour_that_is_only_named_is_to_come_where_all_else_is(self):
        told = tell("Anna Berg will leave for Prague on Friday. The minister gave details of Berg's tour to Prague and Vienna.")
        assert set(statuses(told).values()) == {"planned"}

    def test_earlier_trips_are_background(self):
        told = tell("Anna Berg flew to Vienna on Monday with the airline of her previous trips to Lisbon.")
        assert statuses(told) == {"Vienna": "happened", "Lisbon": "past"}

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg arrived in Vienna on Monday, two years after she visited Lisbon.",
            "Two years after she visited Lisbon, Anna Berg arrived in Vienna.",
            "Anna Berg arrived in Vienna on Monday, a month after her visit to Lisbon.",
        ],
    )
    def test_what_was_months_or_years_before_is_background(self, text):
        assert statuses(tell(text)) == {"Vienna": "happened", "Lisbon": "past"}

    def test_who_left_months_before_is_on_one_trip(self):
        told = tell("Anna Berg reached Vienna on Monday, three months after she left Lisbon.")
        assert statuses(told) == {"Vienna": "happened", "Lisbon": "happened"}

    def test_a_stop_over_is_no_denial(self):
        told = tell("Anna Berg will be arriving in Vienna after a stop-over in Prague.")
        assert statuses(told) == {"Prague": "planned", "Vienna": "planned"}


class TestTimeClauses:
    def test_the_present_behind_after_is_still_to_come(self):
        assert (
            statuses(tell("Several clubs have asked for a match after Maria Lind gets to Lisbon, her coach said."))["Lisbon"]
            == "planned"
        )

    def test_in_a_headline_it_is_not(self):
        assert certainty("Pilot falls ill after President Maria Lind lands in Lisbon").status == "happened"

    def test_what_was_done_by_then_is_not_what_was_waited_for(self):
        assert certainty("After arriving in Lisbon, President Maria Lind waited for a bus.").status == "happened"

    def test_a_tour_that_begins_on_a_coming_day_is_a_plan(self):
        told = tell("On Friday, President Maria Lind begins a two-day tour of Portugal and Hungary.")
        assert set(statuses(told).values()) == {"planned"}


def test_what_will_be_done_beside_another_thing_is_planned():
    told = tell("The steamer will leave Porto. A stop will be made in Lisbon, and the voyage continued to Oslo.")
    assert set(statuses(told).values()) == {"planned"}
