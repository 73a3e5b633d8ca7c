import pytest
from hypothesis import given

from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.toolkit import MOST, Comfort, Stage, Toolkit
from tests.strategies import practices, toolkits

FULL = Toolkit(tuple("abcde"))


def test_that_a_full_toolkit_takes_a_skill_only_in_the_place_of_another():
    assert FULL.is_full
    with pytest.raises(ValueError, match="at most"):
        FULL.with_skill("f")
    assert FULL.with_skill("f", instead_of="b").chosen == tuple("afcde")
    assert FULL.with_skill("b") is FULL
    assert FULL.without("b").chosen == tuple("acde")
    assert not FULL.without("b").is_full


def test_that_a_skill_of_a_later_stage_waits_until_somebody_goes_on():
    toolkit = Toolkit(stage=Stage.SETTLE, gone_on=("asking_clearly",))
    assert toolkit.is_later("values_check", Stage.GROW)
    assert not toolkit.is_later("asking_clearly", Stage.INTEGRATE)
    assert not toolkit.is_later("slow_breathing", Stage.SETTLE)
    assert not toolkit.is_later("own", Stage.SAFETY)


def test_that_comforts_are_told_apart_by_kind_in_their_order():
    comforts = ((Comfort.SOOTHE, "tea"), (Comfort.ACCEPT, "it passes"), (Comfort.SOOTHE, "rain"))
    toolkit = Toolkit(comforts=comforts)
    assert toolkit.of_kind(Comfort.SOOTHE) == ("tea", "rain")
    assert toolkit.of_kind(Comfort.DISTRACT) == ()


@given(toolkits, toolkits)
def test_that_joining_takes_nothing_away_and_a_second_time_adds_nothing(mine, other):
    joined = mine.joined(other)
    assert joined.chosen[: len(mine.chosen)] == mine.chosen
    assert len(joined.chosen) <= MOST
    assert joined.stage is mine.stage
    assert joined.comforts[: len(mine.comforts)] == mine.comforts
    assert set(other.comforts) <= set(joined.comforts)
    assert set(other.automatic) | set(mine.automatic) == set(joined.automatic)
    if mine.may_be_cold is not None:
        assert joined.may_be_cold is mine.may_be_cold
    assert joined.joined(other) == joined
    assert mine.joined(mine) == mine


@given(practices)
def test_that_a_change_is_known_only_where_both_ratings_are(practice: Practice):
    both = practice.before is not None and practice.after is not None
    assert (practice.change is not None) == both
    if both:
        assert practice.before + practice.change == practice.after
