"""The itinerary file under any text, date or place that could come: nothing is lost, and the bytes settle at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from gazetteer.errors import InputError
from gazetteer.model import BBox, Kind, Place
from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.journeys.itinerary_file.itinerary import load_itinerary, write_itinerary
from geo.journeys.itinerary_file.schema import itinerary_schema
from geo.journeys.itinerary_file.yaml_text import to_yaml
from geo.model import Itinerary, When
from tests.geo.example import APIA, ITINERARY, STOPS, TUESDAY

if TYPE_CHECKING:
    from pathlib import Path

# One folder serves all examples of a test: each writes the same file anew.
fast = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

texts = st.text(max_size=40)
#: A name is never missing or blank in a gazetteer; an empty one would be no name.
names = st.text(min_size=1, max_size=40)
awkward = st.sampled_from(
    [
        "no",
        "~",
        "null",
        "1e3",
        "0x1F",
        "2023-09-12",
        "- a",
        "a: b",
        "a #b",
        "'",
        '"',
        "[",
        "{",
        "&a",
        "*a",
        "!x",
        "%",
        "@",
        "\t",
        " x ",
    ]
)
degrees = st.floats(-90, 90)


@st.composite
def places(draw: st.DrawFn) -> Place:
    box = st.builds(BBox, st.floats(-180, 180), degrees, st.floats(-180, 180), degrees)
    return Place(
        id=draw(names),
        name=draw(names | awkward),
        kind=draw(st.sampled_from([Kind("P", "PPL"), Kind("A", "PCLI"), Kind("S", "AIRP"), Kind("H", "SEA")])),
        lat=draw(degrees),
        lon=draw(st.floats(-180, 180)),
        country=draw(st.sampled_from(["", "NO", "FJ", "RU"])),
        admin1=draw(st.sampled_from(["", "01", "0E5", "ON"])),
        population=draw(st.integers(0, 10**10)),
        bbox=draw(st.none() | box),
        members=tuple(draw(st.lists(st.sampled_from(["RU", "RU.59", "NO"]), max_size=3))),
    )


@st.composite
def times(draw: st.DrawFn) -> When:
    """Draw a time as the reader makes them: the days fit the precision, a date without a year stands in a leap year."""
    yearless = draw(st.booleans())
    start = draw(st.dates(date(2000, 1, 1), date(2000, 12, 1)) if yearless else st.dates(date(1, 1, 1), date(9000, 1, 1)))
    precision = draw(st.sampled_from(["part", "day", "week", "season", "range"]))
    length = 0 if precision in ("part", "day") else draw(st.integers(1, 30))
    part = draw(st.sampled_from(["", "morning", "07:30"])) if precision == "part" else ""
    basis = draw(st.sampled_from(["stated", "inferred"]))
    return When(start, start + timedelta(days=length), precision, TUESDAY.words, basis, part, yearless)


def round_trip(itinerary: Itinerary, folder: Path) -> Itinerary:
    """Write, read and write again; the two files must be the same."""
    first = write_itinerary(itinerary, folder / "first.yaml")
    loaded = load_itinerary(first)
    assert write_itinerary(loaded, folder / "second.yaml").read_bytes() == first.read_bytes()
    return loaded


class TestRoundTrips:
    @fast
    @given(place=places(), name_in_text=names | awkward, when=times())
    def test_any_place_and_time(self, tmp_path: Path, place: Place, name_in_text: str, when: When) -> None:
        stop = replace(STOPS[0], place=place, name_in_text=name_in_text, arrive=(when,), depart=(when, TUESDAY))
        story = replace(ITINERARY, journeys=(replace(ITINERARY.journeys[0], stops=(stop,), legs=()),))
        assert round_trip(story, tmp_path).journeys[0].stops == (stop,)

    @fast
    @given(title=texts | awkward, traveller=names | awkward, participants=st.lists(texts | awkward, max_size=3))
    def test_any_words(self, tmp_path: Path, title: str, traveller: str, participants: list[str]) -> None:
        met = replace(ITINERARY.journeys[0].meetings[0], participants=tuple(participants))
        story = replace(ITINERARY.journeys[0], title=title, traveller=traveller, meetings=(met,))
        loaded = round_trip(replace(ITINERARY, journeys=(story,)), tmp_path).journeys[0]
        assert (loaded.title, loaded.traveller, loaded.meetings) == (title, traveller, (met,))

    @given(days=times())
    def test_a_date_says_what_the_time_says(self, days: When) -> None:
        read = parse_edtf(days.edtf)
        assert (read.end - read.start, read.yearless) == (days.end - days.start, days.yearless)
        assert days.yearless or (read.start, read.end) == (days.start, days.end)


class TestHostileFiles:
    @fast
    @given(where=st.floats(0, 1), scrap=texts | awkward, cut=st.integers(0, 200))
    def test_a_damaged_file_is_read_or_refused_in_words(self, tmp_path: Path, where: float, scrap: str, cut: int) -> None:
        path = write_itinerary(
            replace(ITINERARY, journeys=ITINERARY.journeys[:1], claims=ITINERARY.claims), tmp_path / "damaged.yaml"
        )
        text = path.read_text(encoding="utf-8")
        at = int(where * len(text))
        path.write_text(text[:at] + scrap + text[at + cut :], encoding="utf-8", errors="replace")
        try:
            load_itinerary(path)
        except InputError as refused:
            assert str(refused).startswith("damaged.yaml")  # noqa: PT017 - either outcome is right; only other errors are not


class TestYaml:
    @given(text=texts | awkward)
    def test_any_string_is_the_same_to_another_reader(self, text: str) -> None:
        written = to_yaml({"a": text, "b": [text, {"c": text}]}, {})
        assert YAML(typ="safe", pure=True).load(written) == {"a": text, "b": [text, {"c": text}]}


class TestSchema:
    def test_every_rule_in_it_is_one_that_is_checked(self) -> None:
        understood = {
            "type", "enum", "const", "pattern", "minimum", "maximum", "minItems", "maxItems", "items", "properties", "required",
            "additionalProperties", "anyOf", "$ref", "description", "format",
        }  # fmt: skip

        def rules(schema: dict[str, object]) -> set[str]:
            inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]  # type: ignore[attr-defined, misc]
            inner += [schema["items"]] if "items" in schema else []
            return set(schema).union(*(rules(part) for part in inner))

        whole = itinerary_schema()
        held = rules({name: value for name, value in whole.items() if name not in ("$schema", "title", "$defs")})
        assert held.union(*(rules(part) for part in whole["$defs"].values())) <= understood

    @pytest.mark.parametrize("name", ["stop", "leg", "meeting", "claim", "conflict", "mention", "journey"])
    def test_every_element_may_be_removed_and_noted(self, name: str) -> None:
        assert {"id", "read", "removed", "note"} <= set(itinerary_schema()["$defs"][name]["properties"])


def test_a_place_that_a_person_typed_is_placed_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "typed.yaml"
    path.write_text(
        "dateline: 1\njourneys:\n- traveller: Ana Vuli\n  stops:\n  - place: {name: Apia, lat: -13.83333, lon: -171.76666}\n",
        encoding="utf-8",
    )
    stop = load_itinerary(path).journeys[0].stops[0]
    assert (stop.place.lat, stop.place.lon, stop.place.is_area) == (APIA.lat, APIA.lon, False)
