"""The counts of an archive are those of its rows."""

import pytest

from gazetteer.errors import InputError
from geo.corpus.summary import summarise
from tests.geo.corpus import archive


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    rows = [archive.row(n, published=f"2024-0{1 + n % 2}-10") for n in range(4)]
    rows += [
        archive.row(4, published=None, text=archive.text(4, town="Molde")),
        archive.row(5, text="Washington said on Monday that it was ready.\n"),
        archive.row(6, text=None),
    ]
    archive.read(archive.write_lines(folder / "a.jsonl", rows), folder / "out", edition=archive.edition(mentions_only=False))
    return folder / "out"


@pytest.fixture(scope="module")
def summary(out):
    return summarise(str(out))


def test_counts_articles_read_and_set_aside(summary):
    assert (summary.articles, summary.set_aside, summary.complete) == (6, 1, True)


def test_counts_the_ids_that_several_articles_bear(summary, tmp_path):
    rows = [archive.row(n) for n in (1, 2, 2, 3, 3, 3)]
    archive.read(archive.write_lines(tmp_path / "a.jsonl", rows), tmp_path / "out")
    assert summarise(str(tmp_path / "out")).shared_ids == 2
    assert summary.shared_ids == 0


def test_counts_the_articles_of_a_place_once_each(summary):
    assert [(place.name, place.country, place.articles) for place in summary.places[:3]] == [
        ("Oslo", "NO", 5),
        ("Bergen", "NO", 4),
        ("Molde", "NO", 1),
    ]


def test_a_government_that_speaks_is_no_place_of_the_archive(summary):
    assert "US" not in {country.name for country in summary.countries}


def test_counts_an_article_once_for_a_country(summary):
    assert [(country.name, country.articles, country.mentions) for country in summary.countries] == [("NO", 5, 10)]


def test_tells_who_went_where(summary):
    (traveller,) = summary.travellers
    assert (traveller.name, traveller.articles) == ("Ada Lund", 5)
    assert traveller.note == "Oslo, Bergen, Molde"


def test_tells_the_months(summary):
    assert [(month.name, month.articles) for month in summary.months] == [
        ("2024-01", 2),
        ("2024-02", 2),
        ("2024-05", 1),
        ("unknown", 1),
    ]


def test_cells_hold_every_mention_of_a_point(summary):
    assert sum(mentions for _, mentions in summary.cells) == 10


def test_is_the_same_however_the_archive_was_cut(out, summary, tmp_path):
    archive.read(out.parent / "a.jsonl", tmp_path, edition=archive.edition(mentions_only=False), shard_bytes=10**6)
    assert summarise(str(tmp_path)) == summary


def test_a_folder_without_an_archive_is_one_sentence(tmp_path):
    with pytest.raises(InputError, match="holds no archive; make one with: dateline corpus"):
        summarise(str(tmp_path))


def test_a_damaged_part_is_one_sentence(tmp_path):
    archive.read(archive.write_lines(tmp_path / "a.jsonl", [archive.row(1)]), tmp_path / "out")
    (part,) = (tmp_path / "out" / "mentions").iterdir()
    part.write_bytes(part.read_bytes()[:50])
    with pytest.raises(InputError, match="is damaged; run the command that made the archive again"):
        summarise(str(tmp_path / "out"))
