import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.trie import PartedTrie

names = st.text("abcя ", min_size=1, max_size=5)


def divide(keys, bounds):
    """Make a trie in parts of sorted strings, divided before each of the bounds."""
    least = ["", *sorted(bounds)]
    ends = [*least[1:], "\U0010ffff"]
    parts = [[key for key in keys if begin <= key < end] for begin, end in zip(least, ends, strict=True)]
    return PartedTrie(least, [marisa_trie.Trie(part) for part in parts])


class TestPartedTrie:
    @given(st.sets(names, max_size=30), st.sets(names, max_size=4), names)
    def test_answers_as_one_trie_does(self, keys, bounds, asked):
        trie = divide(sorted(keys), bounds)
        assert len(trie) == len(keys)
        assert (asked in trie) == (asked in keys)
        assert sorted(trie.iterkeys(asked)) == sorted(key for key in keys if key.startswith(asked))
        assert sorted(trie.iterkeys()) == sorted(keys)
        assert (trie.get(asked) is None) == (asked not in keys)

    @given(st.sets(names, max_size=30), st.sets(names, max_size=4))
    def test_each_string_has_a_number_of_its_own(self, keys, bounds):
        trie = divide(sorted(keys), bounds)
        assert sorted(map(trie.get, keys)) == list(range(len(keys)))
        assert all(trie.restore_key(trie.get(key)) == key for key in keys)

    @pytest.mark.parametrize("number", [-1, 2])
    def test_has_no_string_of_another_number(self, number):
        with pytest.raises(KeyError):
            divide(["a", "b"], {"b"}).restore_key(number)
