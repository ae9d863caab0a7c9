"""A small dump in GeoNames' form, and a small gazetteer that it is laid over."""

import pytest

from gazetteer import Gazetteer
from gazetteer.build.entry import Entry
from gazetteer.geonames.build import build_gazetteer
from tests.gazetteer.conftest import ENTRIES, write_gazetteer


def row(number, name, *, alternates="", lat="50.1", lon="20.1", kind="P.PPL", area="RR", population="0"):
    """Write one place as GeoNames does."""
    feature_class, _, code = kind.partition(".")
    country, admin1, admin2 = (*area.split("."), "", "")[:3]
    return "\t".join([
        str(number), name, name, alternates, lat, lon, feature_class, code, country, "", admin1, admin2, "", "", population, "", "0", "", "2024-01-01",
    ])  # fmt: skip


#: Places that the gazetteer below has too, namesakes of them, and many others.
ROWS = [
    row(4, "Zenda", area="RR.01.007", lat="49.25", lon="19.25", population="61000"),
    row(10, "Zenda", kind="S.FRM"),
    row(11, "Zenda", population="1200", area="RR.02"),
    row(12, "Zenda", kind="H.STM"),
    row(13, "Hentzau Province", kind="A.ADM1", area="RR.02", alternates="Hentzau,Генцау,HZ,geng zao"),
    row(14, "Tarlenheim", area="RR.02.999", lat="-90", lon="180", population="900"),
    row(15, "Wintersberg", area="RR.01.008"),
    *(row(1000 + n, f"Gehöft {n}", kind="S.FRM", lat=f"{n % 90}", lon=f"{n % 180}.5", area="RR.01") for n in range(3000)),
]
NAMES = [
    "1\t11\tru\tЗенда\t\t\t\t\t\t",
    "2\t11\tabbr\tZ\t\t\t\t\t\t",
    "3\t11\tlink\thttps://example.org/zenda\t\t\t\t\t\t",
    "4\t999999999\ten\tNowhere\t\t\t\t\t\t",
    "5\t11\tiata\tZEN\t\t\t\t\t\t",
]
#: So small that the dump makes a dozen shards and its names several parts.
SMALL = {"block_bytes": 20_000, "part_size": 1000}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    entries = (*ENTRIES, Entry("geonames:9", "Modenstein", "P", "PPL", 49.4, 19.4, "RR.01.008", 700))
    return Gazetteer.open(write_gazetteer(tmp_path_factory.mktemp("base"), entries))


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "allCountries.txt"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def built(base, tmp_path_factory):
    """The gazetteer of both tables, open."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "allCountries.txt").write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    (folder / "alternateNamesV2.txt").write_text("\n".join(NAMES) + "\n", encoding="utf-8")
    build_gazetteer(
        folder / "allCountries.txt", folder / "world.gaz", alternate_names=folder / "alternateNamesV2.txt", base=base, **SMALL
    )
    return Gazetteer.open(folder / "world.gaz")
