import pytest

from gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gaz():
    return Gazetteer.bundled()
