"""Sessions: lines with words, what is left over, and plain values that come back."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given

from resilience_desktop.domain.session import (
    AgendaLine,
    HomeworkLine,
    HowItWent,
    Session,
    session_from_plain,
    session_to_plain,
)
from tests.strategies import sessions

DAY = dt.date(2026, 11, 22)


@given(sessions)
def test_that_every_session_comes_back_from_its_plain_values(session):
    assert session_from_plain(session_to_plain(session)) == session


@given(sessions)
def test_that_what_was_not_talked_about_is_left_over_and_nothing_else(session):
    assert all(not line.talked for line in session.left_over)
    talked = [line for line in session.agenda if line.talked]
    assert len(session.left_over) + len(talked) == len(session.agenda)


def test_that_a_line_has_words():
    for kind in (AgendaLine, HomeworkLine):
        with pytest.raises(ValueError, match="words"):
            kind(" \n")


@pytest.mark.parametrize(
    "changes",
    [
        {"day": DAY},
        {"agenda": (AgendaLine("Mondays"),)},
        {"homework": (HomeworkLine("Walk"),)},
        {"notes": "x"},
    ],
)
def test_that_a_session_is_blank_until_anything_stands_in_it(changes):
    assert Session(DAY, notes="  ").is_blank
    assert not Session(DAY, **changes).is_blank


def test_that_a_session_is_of_its_day_or_else_of_the_day_it_was_begun():
    assert Session(DAY).held_on == DAY
    later = DAY + dt.timedelta(days=4)
    assert Session(DAY, later).held_on == later


def test_that_its_words_are_all_that_was_written_and_in_no_repr():
    session = Session(
        DAY,
        agenda=(AgendaLine("CANARY one"),),
        homework=(HomeworkLine("CANARY two", HowItWent.PARTLY),),
        notes="CANARY three",
    )
    assert session.words == "CANARY one\nCANARY two\nCANARY three"
    assert "CANARY" not in repr(session)


@given(sessions)
def test_that_a_session_without_some_pages_has_every_other_point(session):
    links = {line.link for line in session.agenda[::2]}
    less = session.without(links)
    assert list(less.agenda) == [line for line in session.agenda if line.link not in links]
    assert dataclasses.replace(less, agenda=session.agenda) == session
    assert session.without(()) == session
