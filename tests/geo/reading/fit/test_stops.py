"""Fitting what tells an implied stop, on a handful of records that were written for this test."""

import json

import pytest
from click.testing import CliRunner

from geo.reading.fit.stops import main
from geo.reading.implied.chance import StopModel

LISBON, PORTO, COIMBRA = (38.7167, -9.1333), (41.1496, -8.611), (40.2056, -8.4196)


def record(town_sentence, *, coimbra):
    text = f"Anna Berg travelled from Lisbon to Porto by train on Monday. {town_sentence}"
    ends = [("Lisbon", LISBON), ("Porto", PORTO), *([("Coimbra", COIMBRA)] if coimbra else [])]
    stops = [
        {"lat": lat, "lon": lon, "evidence": town_sentence if name == "Coimbra" else text.split(". ", maxsplit=1)[0]}
        for name, (lat, lon) in ends
    ]
    return {"text": text, "date_published": "2024-05-15", "stops": stops}


@pytest.fixture
def folder(tmp_path):
    held = tmp_path / "records"
    held.mkdir()
    for n in range(4):
        (held / f"stop{n}.json").write_text(json.dumps(record("A concert in Coimbra sold out.", coimbra=True)))
        (held / f"none{n}.json").write_text(json.dumps(record("The bridges of Coimbra are old.", coimbra=False)))
    return held


def fit(folder, output):
    return CliRunner().invoke(main, [str(folder), "-o", str(output)])


def test_weights_can_be_read_again_and_the_report_counts_what_is_taken(folder, tmp_path):
    done = fit(folder, tmp_path / "own.tsv")
    assert done.exit_code == 0, done.output
    lines = (tmp_path / "own.tsv").read_text().split("\n")
    assert lines[0].startswith("# Weights of the cues of an implied stop, fitted on 8 texts.")
    assert "always" in StopModel.from_lines(lines, "own.tsv").weights
    assert "8 places that no word of travel claims, 4 of them stops" in done.output


def test_the_same_records_give_the_same_weights(folder, tmp_path):
    fit(folder, tmp_path / "one.tsv")
    fit(folder, tmp_path / "two.tsv")
    assert (tmp_path / "one.tsv").read_bytes() == (tmp_path / "two.tsv").read_bytes()


@pytest.mark.parametrize(
    "held", ["{", "{}", "[]", '{"text": "x", "date_published": "May"}', '{"text": "x", "stops": [{"lat": 1}]}']
)
def test_a_record_that_is_none_is_named_in_a_sentence(held, tmp_path):
    (tmp_path / "bad.json").write_text(held)
    done = fit(tmp_path, tmp_path / "own.tsv")
    assert done.exit_code == 1
    assert "bad.json is no record of a journey" in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "own.tsv").exists()
