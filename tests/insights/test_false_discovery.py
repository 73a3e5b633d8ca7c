from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.insights.false_discovery import found_among

# The worked example of Benjamini and Hochberg 1995, section 3.2: at .05 four are rejected.
PAPER = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
)
CHANCES = st.lists(st.floats(0, 1), max_size=20)


def test_that_the_worked_example_of_the_paper_comes_out():
    assert found_among(PAPER, 0.05) == [True] * 4 + [False] * 11


def test_that_one_above_its_own_limit_is_found_below_one_that_is_not():
    assert found_among([0.08, 0.09]) == [True, True]
    assert found_among([0.08, 0.11]) == [False, False]


def test_that_the_order_is_kept():
    assert found_among([0.9, 0.001, 0.5]) == [False, True, False]


def test_that_one_alone_is_found_up_to_the_rate():
    assert found_among([0.10]) == [True]
    assert found_among([0.101]) == [False]


def test_that_nothing_is_found_among_nothing():
    assert found_among([]) == []


@given(CHANCES, st.floats(0.11, 1))
def test_that_something_hopeless_beside_them_never_adds_a_finding(chances, hopeless):
    before, (*after, added) = found_among(chances), found_among([*chances, hopeless])
    assert not added
    assert all(was for was, found in zip(before, after, strict=True) if found)


@given(CHANCES.filter(bool), st.data())
def test_that_a_smaller_p_never_loses_a_finding(chances, data):
    place = data.draw(st.integers(0, len(chances) - 1))
    smaller = list(chances)
    smaller[place] = data.draw(st.floats(0, chances[place]))
    kept = zip(found_among(chances), found_among(smaller), strict=True)
    assert all(now for was, now in kept if was)


@given(CHANCES)
def test_that_all_that_are_as_small_as_one_found_are_found(chances):
    pairs = list(zip(chances, found_among(chances), strict=True))
    largest = max((chance for chance, found in pairs if found), default=-1)
    assert all(found == (chance <= largest) for chance, found in pairs)
    assert largest <= 0.1 + 1e-12
