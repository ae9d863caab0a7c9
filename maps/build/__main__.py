"""Compile the basemap into ``maps/data``: ``python -m maps.build``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gazetteer.build.inputs import write_atomically, write_sources
from maps.build import fonts, names, physical, political
from maps.build.local_names import local_names
from maps.build.place_names import read_populated
from maps.build.sources import SOURCES, unpack_sources
from maps.language import LANGUAGES
from maps.vectors import write_layer

DATA = Path(__file__).resolve().parents[1] / "data"


def main() -> None:
    """Build every layer and the SOURCES file; the same inputs give the same bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        sources = unpack_sources(Path(scratch))
        states = political.countries(sources)
        layers = {
            **{f"land_{scale}": physical.land(sources, scale) for scale in physical.SCALES},
            **{f"borders_{scale}": political.borders(sources, scale, states) for scale in physical.SCALES},
            **{f"lakes_{scale}": physical.lakes(sources, scale) for scale in ("50m", "10m")},
            **{f"rivers_{scale}": physical.rivers(sources, scale) for scale in ("50m", "10m")},
            "admin1_lines": political.admin1_lines(sources),
            "areas": political.areas(sources),
            "countries": states,
            "cities": names.cities(sources),
            "seas": names.seas(),
        }
        countries = names.country_names(sources)
        places = read_populated(sources.cities)
        tables = {code: local_names(code, sources.locales, countries, layers["cities"], places) for code in LANGUAGES}
        cut = fonts.build_fonts(Path(scratch))
    for name, layer in layers.items():
        write_layer(DATA / f"{name}.npz", layer)
        print(f"{name}: {len(layer.geometries):,} features, {(DATA / f'{name}.npz').stat().st_size:,} bytes")
    for code, table in tables.items():
        write_atomically(DATA / "names" / f"{code}.json", f"{table}\n".encode())
    for name, font in cut.items():
        write_atomically(DATA / "fonts" / name, font)
    write_sources(DATA / "SOURCES", (*SOURCES, *fonts.SOURCES))


if __name__ == "__main__":
    main()
