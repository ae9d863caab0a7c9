"""The names that a user may import are a promise: this list changes only on purpose."""

import inspect

import geo

NAMES = [
    "build_routes",
    "legs_frame",
    "load_itinerary",
    "mentions_frame",
    "publish",
    "read_article",
    "read_articles",
    "read_itinerary",
    "route",
    "stops_frame",
    "to_geojson",
    "write_export",
    "write_geojson",
    "write_itinerary",
]


class TestGeo:
    def test_exports_these_names_and_no_others(self):
        assert geo.__all__ == NAMES

    def test_each_is_a_function_with_a_docstring_and_types(self):
        for name in NAMES:
            function = getattr(geo, name)
            assert inspect.isfunction(function)
            assert inspect.getdoc(function)
            assert "return" in function.__annotations__
