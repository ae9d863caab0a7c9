"""Options of the test run."""

from hypothesis import settings

# How long an example takes depends on what else the machine does: speed is measured in tests/benchmarks.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew from what is read now.")
