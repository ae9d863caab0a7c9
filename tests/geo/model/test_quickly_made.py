"""The values that are made in great numbers are made in a way of their own, and are frozen dataclasses like the others."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from geo.model import Mention, Quote, Resolution

QUOTE = Quote("a1", 3, 7, "Lima")
VALUES = (QUOTE, Mention(QUOTE, "part"), Resolution(Mention(QUOTE), None, reasons=("No place is meant.",)))
EVERY_VALUE = pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)


@EVERY_VALUE
class TestValuesMadeInGreatNumbers:
    def test_take_their_fields_in_order_and_by_name(self, value):
        by_name = {field.name: getattr(value, field.name) for field in fields(value)}
        assert type(value)(*by_name.values()) == type(value)(**by_name) == value
        assert list(inspect.signature(type(value)).parameters) == list(by_name)

    def test_cannot_be_changed(self, value):
        with pytest.raises(FrozenInstanceError):
            setattr(value, fields(value)[0].name, None)

    def test_can_be_copied_and_sent_to_another_process(self, value):
        assert replace(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value

    def test_need_what_has_no_default(self, value):
        with pytest.raises(TypeError, match="missing"):
            type(value)()


def test_what_is_not_given_has_its_default():
    assert Mention(QUOTE) == Mention(QUOTE, "place", None)
    assert Resolution(Mention(QUOTE), None) == Resolution(Mention(QUOTE), None, 0.0, (), ())
