"""Places for the tests of routes: real towns by hand, at their centres, and stops anywhere."""

from hypothesis import strategies as st

from gazetteer.model import Kind, Place

TOWN = Kind("P", "PPL")

_TOWNS = {
    "Delhi": (28.652, 77.231, "IN"),
    "Mumbai": (19.073, 72.883, "IN"),
    "Budapest": (47.498, 19.040, "HU"),
    "Belgrade": (44.804, 20.465, "RS"),
    "Beijing": (39.9075, 116.3972, "CN"),
    "Busan": (35.1017, 129.0300, "KR"),
    "Copenhagen": (55.6759, 12.5655, "DK"),
    "Honolulu": (21.3069, -157.8583, "US"),
    "Dandong": (40.1292, 124.3947, "CN"),
    "Helsinki": (60.1695, 24.9354, "FI"),
    "Saint Petersburg": (59.9386, 30.3141, "RU"),
    "Seoul": (37.5660, 126.9784, "KR"),
    "Istanbul": (41.0138, 28.9497, "TR"),
    "Ankara": (39.9199, 32.8543, "TR"),
    "Khabarovsk": (48.4827, 135.0838, "RU"),
    "Khasan": (42.4242, 130.6520, "RU"),
    "Moscow": (55.7522, 37.6156, "RU"),
    "Osaka": (34.6938, 135.5011, "JP"),
    "Paris": (48.8534, 2.3488, "FR"),
    "Pyongyang": (39.0339, 125.7543, "KP"),
    "Sapporo": (43.0667, 141.3500, "JP"),
    "Stockholm": (59.3294, 18.0687, "SE"),
    "Tokyo": (35.6895, 139.6917, "JP"),
    "Ulaanbaatar": (47.9077, 106.8832, "MN"),
    "Vancouver": (49.2497, -123.1193, "CA"),
    "Vladivostok": (43.1056, 131.8735, "RU"),
    "Warsaw": (52.2298, 21.0118, "PL"),
    "Yekaterinburg": (56.8519, 60.6122, "RU"),
}


def town(name: str) -> Place:
    lat, lon, country = _TOWNS[name]
    return Place(f"test:{name}", name, TOWN, lat, lon, country)


towns = st.sampled_from(sorted(_TOWNS)).map(town)

anywhere = st.builds(
    lambda lat, lon: Place(f"test:{lat},{lon}", "Somewhere", TOWN, lat, lon),
    st.floats(-90, 90).map(lambda degrees: round(degrees, 5)),
    st.floats(-180, 180).map(lambda degrees: round(degrees, 5)),
)
