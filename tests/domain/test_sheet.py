"""Which worksheet waits to be looked back on, and which one is in hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.sheet import (
    OUTCOME,
    Sheet,
    SheetRow,
    in_hand,
    longest_waiting,
    sheet_from_plain,
    sheet_to_plain,
)

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


def sheet(id_="a", **more):
    return Sheet("problem_solving", TODAY - 9 * DAY, id=id_, **more)


def test_that_a_sheet_waits_from_its_day_on():
    assert not sheet().waits_on(TODAY)
    assert not sheet(when=TODAY + DAY).waits_on(TODAY)
    assert sheet(when=TODAY).waits_on(TODAY)
    assert sheet(when=TODAY - 30 * DAY).waits_on(TODAY)


@pytest.mark.parametrize("said", [{"done": True}, {"answers": ((OUTCOME, "It went all right."),)}])
def test_that_a_sheet_waits_no_more_once_something_was_said_of_it(said):
    assert not sheet(when=TODAY, **said).waits_on(TODAY)
    assert sheet(when=TODAY, answers=((OUTCOME, "  "),)).waits_on(TODAY)


def test_that_the_sheet_in_hand_is_the_one_that_has_waited_longest():
    newest = sheet("c", when=TODAY - DAY)
    older = sheet("b", when=TODAY - 3 * DAY)
    done = sheet("a", when=TODAY - 9 * DAY, done=True)
    assert longest_waiting([newest, older, done], TODAY) is older
    assert in_hand([newest, older, done], TODAY) is older


def test_that_the_newest_sheet_is_in_hand_until_something_was_said_of_it():
    newest, older = sheet("b"), sheet("a")
    assert in_hand([newest, older], TODAY) is newest
    assert in_hand([replace(newest, done=True), older], TODAY) is None
    assert in_hand([], TODAY) is None


@given(st.lists(st.tuples(st.integers(-9, 9), st.booleans()), max_size=5))
def test_that_nothing_is_in_hand_that_somebody_is_through_with(made):
    sheets = [
        sheet(str(number), when=TODAY + days * DAY, done=done)
        for number, (days, done) in enumerate(made)
    ]
    found = in_hand(sheets, TODAY)
    assert found is None or not found.is_looked_back_on
    waiting = longest_waiting(sheets, TODAY)
    assert (waiting is not None) == any(one.waits_on(TODAY) for one in sheets)


def test_that_a_row_without_words_cannot_be():
    with pytest.raises(ValueError, match="words"):
        SheetRow(" ")


def test_that_a_rating_of_a_row_lies_between_0_and_10():
    assert SheetRow("Home", ratings=(("lived", 10), ("importance", 0))).ratings
    for number in (-1, 11):
        with pytest.raises(ValueError, match="between 0 and 10"):
            SheetRow("Home", ratings=(("lived", number),))


def test_that_all_that_was_written_can_be_read_elsewhere():
    rows = (SheetRow("Send them early", (("good", "No surprise"),)),)
    full = sheet(answers=(("problem", "The figures"), ("step", " ")), rows=rows)
    assert full.words == "The figures\nSend them early\nNo surprise"
    assert not full.is_blank
    assert sheet(answers=(("step", " "),)).is_blank
    assert not sheet(when=TODAY).is_blank


def test_that_a_sheet_comes_back_as_it_was_kept():
    rows = (SheetRow("Home", (("good", "near"),), (("lived", 3),), chosen=True),)
    kept = sheet(answers=(("step", "Ask"),), rows=rows, when=TODAY, done=True)
    assert sheet_from_plain(sheet_to_plain(kept)) == kept
