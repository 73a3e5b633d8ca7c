"""Wider looks in a journal, and when another one is offered."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.look_back import LookBack, Rhythm
from resilience_desktop.domain.month_look import AXES, MonthLook, RatedValue
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.month_look_words import (
    axis_ends,
    axis_name,
    axis_question,
    look_in_words,
)
from resilience_desktop.services.month_looks import is_look_due

DAY = dt.date(2026, 11, 22)
TOUCHED = Changes(month_looks=True)


@pytest.fixture
def journal(tmp_path):
    made, _ = Journal.create(tmp_path / "journal", None)
    yield made
    made.close()


def look(ago, **more):
    return MonthLook(DAY - dt.timedelta(days=ago), **{"ratings": (("life", 5),), **more})


def want(journal, rhythm, chosen):
    settings = dataclasses.replace(journal.settings(), look_back=LookBack(rhythm, chosen))
    journal.keep_settings(settings)


def test_that_looks_are_kept_changed_and_forgotten(journal):
    newer, older = look(0), look(30)
    assert journal.month_looks.keep(newer) == TOUCHED
    assert journal.month_looks.keep(older) == TOUCHED
    assert journal.month_looks.all() == [older, newer]
    changed = dataclasses.replace(newer, words="Rain")
    journal.month_looks.keep(changed)
    assert journal.month_looks.all() == [older, changed]
    assert journal.month_looks.drop(older) == TOUCHED
    assert journal.month_looks.all() == [changed]


def test_that_one_from_which_all_was_taken_out_is_gone(journal):
    kept = look(0)
    journal.month_looks.keep(kept)
    journal.month_looks.keep(dataclasses.replace(kept, ratings=()))
    assert journal.month_looks.all() == []


def test_that_bringing_looks_in_leaves_those_that_are_there(journal):
    here, other = look(0), look(40)
    journal.month_looks.keep(here)
    added = journal.add(
        Contents(month_looks=(dataclasses.replace(here, words="Elsewhere"), other, other))
    )
    assert added.month_looks == (other,)
    assert journal.month_looks.all() == [other, here]


def test_that_it_is_offered_to_who_asked_on_the_day_and_not_before(journal):
    today = journal.today()
    assert not is_look_due(journal)
    want(journal, Rhythm.MONTHLY, today)
    assert not is_look_due(journal)
    want(journal, Rhythm.MONTHLY, today - dt.timedelta(days=31))
    assert is_look_due(journal)
    journal.month_looks.keep(MonthLook(today, (("life", 5),)))
    assert not is_look_due(journal)


def test_that_not_now_is_for_a_week_and_is_in_no_copy(journal):
    today = journal.today()
    want(journal, Rhythm.SPREAD, today - dt.timedelta(days=100))
    journal.remembered.put_look_away(today)
    assert not is_look_due(journal)
    assert journal.remembered.look_away() == today
    journal.remembered.put_look_away(today - dt.timedelta(days=7))
    assert is_look_due(journal)
    journal.remembered.put_look_away(None)
    assert is_look_due(journal)
    assert "month_look_away" not in dict(journal.contents().settings)
    assert "look_back" in dict(journal.contents().settings)


@pytest.mark.parametrize(
    "value",
    [
        "monthly",
        {"rhythm": "weekly", "chosen": "2026-11-22"},
        {"rhythm": ["monthly"], "chosen": "2026-11-22"},
        {"rhythm": "monthly", "chosen": "soon"},
        {"rhythm": "monthly"},
    ],
)
def test_that_a_choice_that_cannot_be_read_is_none(value):
    assert JournalSettings.from_plain({"look_back": value}).look_back is None


def test_that_every_axis_has_its_words():
    for axis in AXES:
        low, high = axis_ends(axis).values()
        assert axis_name(axis)
        assert axis_question(axis)
        assert low != high


def test_that_a_look_can_be_read_elsewhere():
    values = (RatedValue("family", 9, 5), RatedValue("garden"), RatedValue("rest", lived=2))
    said = look_in_words(
        look(0, ratings=(("later", 3), ("life", 5)), values=values, words=" Rain ")
    )
    assert said == (
        "How content you were with your life: 5 of 10\n"
        "family, matters 9 of 10, lived 5 of 10\ngarden\nrest, lived 2 of 10\n\nRain"
    )
    assert look_in_words(MonthLook(DAY)) == ""
