"""Places for the tests of routes: real towns by hand, at their centres, the corners of the world, and stops anywhere."""

from hypothesis import strategies as st

from gazetteer.model import Kind, Place

TOWN = Kind("P", "PPL")

_TOWNS = {
    "Delhi": (28.652, 77.231, "IN"),
    "Mumbai": (19.073, 72.883, "IN"),
    "Boston": (42.3584, -71.0598, "US"),
    "New York": (40.7143, -74.0060, "US"),
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
    "Providence": (41.8240, -71.4128, "US"),
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

#: Where maps go wrong: both poles, both sides of the antimeridian and on it, Greenwich, the equator, islands far from any network.
_CORNERS = {
    "Accra": (5.5600, -0.2050, "GH"),
    "Alert": (82.5018, -62.3481, "CA"),
    "Amundsen-Scott": (-90.0, 0.0, "AQ"),
    "Anadyr": (64.7337, 177.4968, "RU"),
    "Antananarivo": (-18.9137, 47.5361, "MG"),
    "Apia": (-13.8333, -171.7667, "WS"),
    "Cape Town": (-33.9258, 18.4232, "ZA"),
    "Darwin": (-12.4611, 130.8418, "AU"),
    "Greenwich": (51.4779, 0.0, "GB"),
    "Jamestown": (-15.9239, -5.7181, "SH"),
    "Lima": (-12.0432, -77.0282, "PE"),
    "Longyearbyen": (78.2186, 15.6401, "SJ"),
    "McMurdo": (-77.8460, 166.6760, "AQ"),
    "New York": (40.7143, -74.0060, "US"),
    "North Pole": (90.0, 0.0, ""),
    "Papeete": (-17.5373, -149.5665, "PF"),
    "Provideniya": (64.4235, -173.2258, "RU"),
    "Quito": (0.0, -78.4558, "EC"),
    "Reykjavik": (64.1355, -21.8954, "IS"),
    "Suva": (-18.1416, 178.4415, "FJ"),
    "Taveuni": (-16.8200, 180.0, "FJ"),
    "Ushuaia": (-54.8000, -68.3000, "AR"),
    "Waiyevo": (-16.7953, -180.0, "FJ"),
    "Wellington": (-41.2866, 174.7756, "NZ"),
}


def town(name: str) -> Place:
    lat, lon, country = (_TOWNS | _CORNERS)[name]
    return Place(f"test:{name}", name, TOWN, lat, lon, country)


towns = st.sampled_from(sorted(_TOWNS)).map(town)

all_the_world = st.sampled_from(sorted(_TOWNS | _CORNERS)).map(town)

anywhere = st.builds(
    lambda lat, lon: Place(f"test:{lat},{lon}", "Somewhere", TOWN, lat, lon),
    st.floats(-90, 90).map(lambda degrees: round(degrees, 5)),
    st.floats(-180, 180).map(lambda degrees: round(degrees, 5)),
)
