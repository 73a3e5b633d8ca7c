"""Times of change: kept, changed, forgotten, and back again after an export."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.time_of_change import (
    TimeOfChange,
    change_from_plain,
    change_to_plain,
)
from resilience_desktop.services.contents import Contents
from tests.strategies import times_of_change

DAY = dt.date(2026, 5, 24)
TOUCHED = Changes(times_of_change=True)


def day(number):
    return DAY + dt.timedelta(days=number)


def test_that_changes_come_in_the_order_of_their_days(journal):
    move, work = TimeOfChange("Move", day(9)), TimeOfChange("New job", DAY, kind="work")
    assert journal.times_of_change.keep(move) == TOUCHED
    assert journal.times_of_change.keep(work) == TOUCHED
    assert journal.times_of_change.all() == [work, move]


def test_that_a_change_can_be_changed_forgotten_and_had_again(journal):
    move = TimeOfChange("Move", DAY)
    journal.times_of_change.keep(move)
    moved = dataclasses.replace(move, name="Moved out", last=day(3), is_hard=True)
    journal.times_of_change.keep(moved)
    assert journal.times_of_change.all() == [moved]
    assert journal.times_of_change.drop(moved) == TOUCHED
    assert journal.times_of_change.all() == []
    journal.times_of_change.keep(moved)
    assert journal.times_of_change.all() == [moved]


def test_that_a_change_that_is_there_is_not_brought_in_again(journal):
    here = TimeOfChange("Move", DAY)
    journal.times_of_change.keep(here)
    other = TimeOfChange("Other", day(1))
    added = journal.add(
        Contents(times_of_change=(dataclasses.replace(here, name="Elsewhere"), other, other))
    )
    assert added.times_of_change == (other,)
    assert journal.times_of_change.all() == [here, other]


@given(times_of_change())
def test_that_every_change_comes_back_from_its_plain_values(change):
    assert change_from_plain(change_to_plain(change)) == change


@given(times_of_change(), st.dates())
def test_that_a_change_covers_its_days_and_without_a_last_one_all_that_follow(change, any_day):
    assert change.covers(change.day)
    assert change.last is None or change.covers(change.last)
    inside = change.day <= any_day <= (change.last or dt.date.max)
    assert change.covers(any_day) is inside


@pytest.mark.parametrize(("name", "last"), [("  ", None), ("Move", day(-1))])
def test_that_a_change_has_a_name_and_does_not_end_before_it_begins(name, last):
    with pytest.raises(ValueError, match="change"):
        TimeOfChange(name, DAY, last)


def test_that_what_somebody_wrote_is_in_no_repr():
    assert "CANARY" not in repr(TimeOfChange("CANARY", DAY, kind="CANARY"))
