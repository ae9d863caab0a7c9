"""Times in context. The story's day is Tuesday 12 September 2023 unless a row says otherwise."""

from datetime import date

import pytest

from geo.reading.times.dates import find_dates

TUESDAY = date(2023, 9, 12)

# sentence, the words that hold the time, EDTF
WITH_DAY = [
    # Weekdays, by tense
    ("The minister arrived on Tuesday.", "Tuesday", "2023-09-12"),
    ("The train left the port on Sunday.", "Sunday", "2023-09-10"),
    ("The envoys met on Monday evening.", "Monday evening", "2023-09-11"),
    ("She flew home on Wednesday.", "Wednesday", "2023-09-06"),
    ("He will fly to Oslo on Friday.", "Friday", "2023-09-15"),
    ("The talks are due to start on Thursday.", "Thursday", "2023-09-14"),
    ("The ferry is expected to dock on Sunday morning.", "Sunday morning", "2023-09-17"),
    ("The crew was to leave on Saturday.", "Saturday", "2023-09-16"),
    ("The flight has been scheduled for Monday.", "Monday", "2023-09-18"),
    ("A vote will possibly be held on Wednesday.", "Wednesday", "2023-09-13"),
    ("The convoy would have left on Monday.", "Monday", "2023-09-11"),
    ("On Sunday, the pope celebrated Mass.", "Sunday", "2023-09-10"),
    ("On Friday the delegation will visit the plant.", "Friday", "2023-09-15"),
    ("Officials said Friday that she plans to return.", "Friday", "2023-09-08"),
    ("They plan to sail on Thursday, the harbour master said.", "Thursday", "2023-09-14"),
    ("He was seen at the border late Saturday.", "Saturday", "2023-09-09"),
    ("The bus broke down last Friday.", "Friday", "2023-09-08"),
    ("The bus broke down last Tuesday.", "last Tuesday", "2023-09-05"),
    ("The summit opens next Monday.", "next Monday", "2023-09-18"),
    ("She speaks in Turin this Friday.", "this Friday", "2023-09-15"),
    ("The tour began this past Saturday.", "this past Saturday", "2023-09-09"),
    ("The walkers rested from Friday to Sunday and pressed on.", "Friday to Sunday", "2023-09-08/2023-09-10"),
    ("The fair will run Thursday through Saturday.", "Thursday through Saturday", "2023-09-14/2023-09-16"),
    ("Earlier on Monday, both sides confirmed the visit.", "Monday", "2023-09-11"),
    ("The premier told reporters on SUNDAY that he was tired.", "SUNDAY", "2023-09-10"),
    # Parts of days and clock times
    ("The jet landed at 9:40 a.m. on Monday.", "9:40 a.m. on Monday", "2023-09-11"),
    ("The jet landed on Monday at 3 p.m.", "Monday at 3 p.m.", "2023-09-11"),
    ("The jet landed on Monday at about 15:20 local time.", "Monday at about 15:20 local time", "2023-09-11"),
    ("It sailed this morning.", "this morning", "2023-09-12"),
    ("It sails this afternoon.", "this afternoon", "2023-09-12"),
    ("They crossed the pass on Sunday night.", "Sunday night", "2023-09-10"),
    ("They crossed the pass on the evening of September 3.", "evening of September 3", "2023-09-03"),
    ("A plane was heard last night.", "last night", "2023-09-11"),
    ("The president dines there tonight.", "tonight", "2023-09-12"),
    ("She left at dawn on Friday morning and was home by noon.", "Friday morning", "2023-09-08"),
    # Near days
    ("The queen is in Malta today.", "today", "2023-09-12"),
    ("The queen was in Malta yesterday.", "yesterday", "2023-09-11"),
    ("The queen leaves tomorrow.", "tomorrow", "2023-09-13"),
    ("The queen left the day before yesterday.", "day before yesterday", "2023-09-10"),
    ("The queen leaves the day after tomorrow.", "day after tomorrow", "2023-09-14"),
    ("They set off three days ago.", "three days ago", "2023-09-09"),
    ("They set off 10 days ago.", "10 days ago", "2023-09-02"),
    ("They set off a week ago.", "a week ago", "2023-09-05"),
    ("They set off two weeks ago.", "two weeks ago", "2023-08-29"),
    ("They set off two months ago.", "two months ago", "2023-07"),
    ("They set off four years ago.", "four years ago", "2019"),
    ("In two weeks' time she will be in Lima.", "In two weeks' time", "2023-09-26"),
    ("She goes back in three days.", "in three days", "2023-09-15"),
    # Weeks, weekends, months, years
    ("The White paper was published last week.", "last week", "2023-09-04/2023-09-10"),
    ("The fleet sails later this week.", "this week", "2023-09-11/2023-09-17"),
    ("The fleet sails next week.", "next week", "2023-09-18/2023-09-24"),
    ("Crowds gathered over the weekend.", "over the weekend", "2023-09-09/2023-09-10"),
    ("He will rest at the weekend.", "at the weekend", "2023-09-16/2023-09-17"),
    ("They marched in the last week of August.", "August", "2023-08"),
    ("They marched last weekend.", "last weekend", "2023-09-09/2023-09-10"),
    ("They march this weekend.", "this weekend", "2023-09-16/2023-09-17"),
    ("They march next weekend.", "next weekend", "2023-09-23/2023-09-24"),
    ("He travels later this month.", "this month", "2023-09"),
    ("He travelled last month.", "last month", "2023-08"),
    ("He travels next month.", "next month", "2023-10"),
    ("He went there last year.", "last year", "2022"),
    ("He goes there next year.", "next year", "2024"),
    ("He went there earlier this year.", "this year", "2023"),
    # Months by name
    ("She made a surprise visit in July.", "July", "2023-07"),
    ("She visited in December.", "December", "2022-12"),
    ("She will visit in December.", "December", "2023-12"),
    ("She will visit in March.", "March", "2024-03"),
    ("The trip will take place in September.", "September", "2023-09"),
    ("They last met in April 2019.", "April 2019", "2019-04"),
    ("They last met in April of 2019.", "April of 2019", "2019-04"),
    ("They last met in April, 2019.", "April, 2019", "2019-04"),
    ("The road has been shut since May.", "May", "2023-05"),
    ("The road was shut in early June.", "June", "2023-06"),
    ("He toured the coast last November.", "last November", "2022-11"),
    ("He tours the coast next May.", "next May", "2024-05"),
    ("The camp was open from June to August.", "June to August", "2023-06-01/2023-08-31"),
    # Days of months
    ("He was in Jakarta on September 5.", "September 5", "2023-09-05"),
    ("He was in Jakarta on Sept. 5.", "Sept. 5", "2023-09-05"),
    ("He was in Jakarta on 5 September.", "5 September", "2023-09-05"),
    ("He was in Jakarta on the 5th of September.", "5th of September", "2023-09-05"),
    ("He was in Jakarta on September 5th.", "September 5th", "2023-09-05"),
    ("He will be in Jakarta on 3 January.", "3 January", "2024-01-03"),
    ("He was in Jakarta on 30 December.", "30 December", "2022-12-30"),
    ("They met on April 25, 2019.", "April 25, 2019", "2019-04-25"),
    ("They met on 25 April 2019.", "25 April 2019", "2019-04-25"),
    ("They met on Thursday, April 25, 2019.", "Thursday, April 25, 2019", "2019-04-25"),
    ("They met on Thur. 25 April 2019.", "Thur. 25 April 2019", "2019-04-25"),
    ("They met on 2019-04-25.", "2019-04-25", "2019-04-25"),
    ("They met on 25.04.2019.", "25.04.2019", "2019-04-25"),
    ("They met on 25/4/2019.", "25/4/2019", "2019-04-25"),
    ("They met on 4/25/2019.", "4/25/2019", "2019-04-25"),
    ("They met at the pass on APRIL 25, 2019.", "APRIL 25, 2019", "2019-04-25"),
    # Ranges
    ("The forum is held on September 10-13.", "September 10-13", "2023-09-10/2023-09-13"),
    ("From September 10 to 13 the city hosts a forum.", "September 10 to 13", "2023-09-10/2023-09-13"),
    ("The visit runs from 6 to 12 June 2026.", "6 to 12 June 2026", "2026-06-06/2026-06-12"),
    ("The visit ran from 6 to 12 June.", "6 to 12 June", "2023-06-06/2023-06-12"),
    ("He was away 28 June to 2 July.", "28 June to 2 July", "2023-06-28/2023-07-02"),
    ("He was away June 28 – July 2, 2021.", "June 28 – July 2, 2021", "2021-06-28/2021-07-02"),
    ("He will be away from December 28 to January 4.", "December 28 to January 4", "2023-12-28/2024-01-04"),
    ("They camped there on August 28th and 29th.", "August 28th and 29th", "2023-08-28/2023-08-29"),
    ("They camped there on 28 and 29 August.", "28 and 29 August", "2023-08-28/2023-08-29"),
    ("The war of 1950-1953 split families.", "1950-1953", "1950-01-01/1953-12-31"),
    ("He lived there between 1987 and 1991.", "1987 and 1991", "1987-01-01/1991-12-31"),
    # Years, seasons, decades
    ("He went there in 2011.", "2011", "2011"),
    ("It has been closed since 1998.", "1998", "1998"),
    ("A road was promised in the 1980s.", "the 1980s", "1980-01-01/1989-12-31"),
    ("He went there in the summer of 2018.", "summer of 2018", "2018-06-01/2018-08-31"),
    ("He went there last winter.", "last winter", "2022-12-01/2023-02-28"),
    ("He went there last spring.", "last spring", "2023-03-01/2023-05-31"),
]

WITHOUT_DAY = [
    ("They met on April 25, 2019.", "2019-04-25"),
    ("They met in April 2019.", "2019-04"),
    ("The forum opens on September 10.", "XXXX-09-10"),
    ("The forum is held on September 10-13.", "XXXX-09-10/XXXX-09-13"),
    ("The trip will take place in September.", "XXXX-09"),
    ("OCTOBER  3rd.--We rode on.", "XXXX-10-03"),
]

NO_DATE = [
    "The visit will take place in the coming days.",
    "They march for peace, he said, and may 5 of them win.",
    "He was quoted by the Sunday Times.",
    "Every Monday the market opens.",
    "He works Mondays.",
    "Shops cut prices on Black Friday.",
    "He recently travelled abroad, and will soon leave again.",
    "The ticket cost $2019, and 10 marched on.",
    "Call 2023-09-1234 for details.",
    "They met on 4/5/2019.",
    "About 1,500 people came in 2,000 cars.",
    "The following Monday he was gone.",
]


class TestFindDates:
    @pytest.mark.parametrize(("sentence", "words", "edtf"), WITH_DAY, ids=[f"{s} [{w}]" for s, w, _ in WITH_DAY])
    def test_interval_is_right(self, sentence, words, edtf):
        found = find_dates(sentence, published=TUESDAY)
        assert [when.edtf for when in found] == [edtf]
        assert words in found[0].words.text or found[0].words.text in words

    @pytest.mark.parametrize(("sentence", "edtf"), WITHOUT_DAY)
    def test_a_date_needs_no_publication_day_if_it_says_enough(self, sentence, edtf):
        assert [when.edtf for when in find_dates(sentence, published=None)] == [edtf]

    @pytest.mark.parametrize("sentence", NO_DATE)
    def test_what_is_vague_or_no_date_gives_none(self, sentence):
        assert find_dates(sentence, published=TUESDAY) == []

    @pytest.mark.parametrize(
        "word", ["on Tuesday", "yesterday", "last week", "this morning", "next year", "three days ago", "over the weekend"]
    )
    def test_relative_words_give_nothing_without_a_publication_day(self, word):
        assert find_dates(f"They left {word}.", published=None) == []

    def test_a_weekday_without_a_verb_gives_nothing(self):
        assert find_dates("Sunday, a day of rest", published=TUESDAY) == []

    def test_the_caller_may_say_the_direction(self):
        text = "Talks in Geneva, Friday"
        assert find_dates(text, published=TUESDAY, direction="future")[0].edtf == "2023-09-15"
        assert find_dates(text, published=TUESDAY, direction=lambda _start, _end: "past")[0].edtf == "2023-09-08"

    def test_two_verbs_give_two_directions(self):
        found = find_dates("She said on Monday that she will leave on Friday.", published=TUESDAY)
        assert [when.edtf for when in found] == ["2023-09-11", "2023-09-15"]

    def test_clock_times_are_kept(self):
        found = find_dates("The jet landed at 9:40 p.m. on Monday.", published=TUESDAY)[0]
        assert (found.precision, found.part) == ("part", "21:40")

    def test_a_bare_ordinal_takes_the_month_named_before_and_says_so(self):
        text = "We set out on September 27th. We halted on the 28th, and again on the 29th and 30th."
        found = find_dates(text, published=None)
        assert [when.edtf for when in found] == ["XXXX-09-27", "XXXX-09-28", "XXXX-09-29/XXXX-09-30"]
        assert [when.basis for when in found] == ["stated", "inferred", "inferred"]

    def test_quotes_are_exact_and_lie_in_the_stretch_that_was_asked_for(self):
        text = "On 5 May 2020 he left. On 6 May 2020 he came back."
        found = find_dates(text, published=None, start=22, article_id="abc")
        assert [when.words.text for when in found] == ["6 May 2020"]
        quote = found[0].words
        assert text[quote.start : quote.end] == quote.text
        assert quote.article == "abc"


class TestTimesThatCountFromAnother:
    def test_they_are_marked_as_inferred(self):
        found = find_dates("He flew to Oslo on Saturday. The next day he went on to Bergen.", published=TUESDAY)
        assert [(w.edtf, w.basis) for w in found] == [("2023-09-09", "stated"), ("2023-09-10", "inferred")]

    def test_a_clock_time_alone_is_of_the_day_told_last(self):
        found = find_dates("The crew were freed on Sunday. Their plane landed in Rome at 4.30 a.m.", published=TUESDAY)[-1]
        assert (found.edtf, found.part, found.basis) == ("2023-09-10", "04:30", "inferred")

    def test_the_small_hours_after_a_night_are_the_next_day(self):
        found = find_dates(
            "He was put on a plane on Monday night and landed shortly after two in the morning.", published=TUESDAY
        )
        assert [w.edtf for w in found] == ["2023-09-11", "2023-09-12"]

    def test_no_day_told_gives_no_day(self):
        assert find_dates("The boat docked at 4.30 a.m. and left at noon.", published=TUESDAY) == []

    def test_the_time_of_a_habit_has_no_day(self):
        found = find_dates("He left on Sunday. The ferry usually sails at 9 a.m.", published=TUESDAY)
        assert [w.edtf for w in found] == ["2023-09-10"]

    def test_the_day_of_a_statement_is_not_counted_from(self):
        text = "They left Oslo on Saturday, police said on Monday. The next day they were in Bergen."
        assert find_dates(text, published=TUESDAY)[-1].edtf == "2023-09-10"

    def test_a_day_told_long_before_is_not_counted_from(self):
        text = (
            "They left Oslo on Saturday. "
            + "The valley is green and wide, and the farms are old. " * 30
            + "The next day it rained."
        )
        assert [w.edtf for w in find_dates(text, published=TUESDAY)] == ["2023-09-09"]


class TestFeasts:
    @pytest.mark.parametrize(
        ("sentence", "edtf"),
        [
            ("He flew home on Christmas Eve.", "2022-12-24"),
            ("He will fly home for Christmas.", "2023-12-25"),
            ("He was in Rome last Easter.", "2023-04-09"),
            ("He was in Rome on Easter Monday 2019.", "2019-04-22"),
            ("He was in Rome on New Year’s Day.", "2023-01-01"),
        ],
    )
    def test_they_have_a_day(self, sentence, edtf):
        assert [w.edtf for w in find_dates(sentence, published=TUESDAY)] == [edtf]

    @pytest.mark.parametrize(
        "sentence", ["She sailed to Easter Island.", "He visited the Christmas market.", "They signed the Good Friday Agreement."]
    )
    def test_what_is_called_after_them_has_none(self, sentence):
        assert find_dates(sentence, published=TUESDAY) == []
