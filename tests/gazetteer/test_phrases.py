import pytest

from gazetteer.phrases import contained, reordered


def forms(key):
    return [form for form, _ in reordered(key)]


class TestReordered:
    @pytest.mark.parametrize(
        ("key", "form"),
        [
            ("tisza river", "river tisza"),
            ("aden gulf", "gulf of aden"),
            ("republic of ireland", "ireland republic"),
            ("mayo county", "county mayo"),
        ],
    )
    def test_puts_the_word_of_kind_elsewhere(self, key, form):
        assert form in forms(key)

    @pytest.mark.parametrize("key", ["", "tisza", "new york", "gulf of", "river " * 12])
    def test_leaves_other_names_alone(self, key):
        assert forms(key) == []

    def test_never_gives_the_name_itself(self):
        assert "lake victoria" not in forms("lake victoria")


class TestContained:
    NAMES = frozenset({"new york", "york", "park", "manhattan", "the", "of"})

    def parts(self, key):
        return [part for part, _ in contained(key, self.NAMES.__contains__)]

    def test_gives_the_longest_first_and_none_inside_another(self):
        assert self.parts("manhattan bridge new york") == ["manhattan", "new york"]
        assert self.parts("new york public baths") == ["new york"]

    def test_leaves_common_words_out(self):
        assert self.parts("the park of qwxyz") == []

    def test_costs_more_the_less_it_covers(self):
        ((_, near),) = contained("new york baths", self.NAMES.__contains__)
        ((_, far),) = contained("new york municipal baths", self.NAMES.__contains__)
        assert 0.5 < near < far < 1

    def test_never_gives_the_whole(self):
        assert self.parts("new york") == ["york"]
