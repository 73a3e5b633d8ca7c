"""What a journal keeps of skills: practices, the toolkit, sheets, worries, helpers."""

import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.helper import Helper
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.sheet import Sheet
from resilience_desktop.domain.toolkit import MOST, Comfort, OwnSkill, Stage, Toolkit
from resilience_desktop.domain.worry import Outcome, Worry
from resilience_desktop.errors import JournalUnavailableError
from resilience_desktop.services.contents import Contents

DAY = dt.date(2026, 11, 22)


def practice(hour, skill="slow_breathing", day=DAY, **more):
    at = Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), "Europe/London")
    return Practice(skill=skill, at=at, **more)


def test_that_practices_are_kept_in_the_order_of_time(journal):
    late, early, other = practice(20), practice(8), practice(12, "calm_place")
    for one in (late, early, other):
        assert journal.practices.keep(one) == Changes(practices=True)
    assert journal.practices.all() == [early, other, late]
    assert journal.practices.of("slow_breathing") == [early, late]
    assert journal.practices.get(other.id) == other


def test_that_practices_of_some_days_leave_out_the_others(journal):
    day = dt.timedelta(days=1)
    of_days = [practice(12, day=DAY - number * day) for number in range(4)]
    for one in of_days:
        journal.practices.keep(one)
    assert journal.practices.between(DAY - 2 * day, DAY - day) == [of_days[2], of_days[1]]


def test_that_ratings_given_afterwards_belong_to_the_same_practice(journal):
    first = practice(12, before=70, seconds=120)
    journal.practices.keep(first)
    whole = dataclasses.replace(first, after=40, note="Better by the window")
    journal.practices.keep(whole)
    assert journal.practices.all() == [whole]


def test_that_a_practice_that_was_dropped_is_gone_with_its_words_and_can_come_back(journal):
    one = practice(12, note="by the river")
    journal.practices.keep(one)
    assert journal.practices.drop(one) == Changes(practices=True)
    assert journal.practices.all() == journal.looking.search("river") == []
    with pytest.raises(JournalUnavailableError):
        journal.practices.get(one.id)
    journal.practices.drop(one)  # a second time does no harm
    journal.practices.keep(one)
    assert journal.practices.all() == [one]
    assert journal.verify().problems == ()


def test_that_dropping_a_practice_touches_no_entry_whatever_its_name(journal, noon):
    entry = Entry(at=noon, note="by the river")
    journal.keep_entry(entry)
    journal.practices.drop(practice(12, id=entry.id))
    assert journal.entry(entry.id) == entry
    assert journal.looking.search("river")


def test_that_a_toolkit_is_empty_until_somebody_chooses(journal):
    assert journal.toolkit.get() == Toolkit()
    chosen = Toolkit(("a", "b"), stage=Stage.GROW, comforts=((Comfort.ACCEPT, "It passes"),))
    assert journal.toolkit.keep(chosen) == Changes(toolkit=True)
    journal.toolkit.keep(chosen.with_skill("c"))
    assert journal.toolkit.get() == chosen.with_skill("c")


def test_that_own_skills_stand_in_the_order_they_were_made(journal):
    walk, song = OwnSkill("Walk", id="1"), OwnSkill("Song", id="2")
    assert journal.toolkit.keep_skill(song) == Changes(toolkit=True)
    journal.toolkit.keep_skill(walk)
    assert journal.toolkit.own_skills() == [walk, song]
    assert journal.toolkit.drop_skill(walk) == Changes(toolkit=True)
    assert journal.toolkit.own_skills() == [song]


def test_that_sheets_come_newest_first_by_skill_or_all(journal):
    older = Sheet("values_check", DAY - dt.timedelta(days=9))
    newer, other = Sheet("values_check", DAY), Sheet("problem_solving", DAY, id="0")
    for sheet in (older, newer, other):
        assert journal.sheets.keep(sheet) == Changes(sheets=True)
    assert journal.sheets.all("values_check") == [newer, older]
    assert journal.sheets.all() == [newer, other, older]
    assert journal.sheets.drop(newer) == Changes(sheets=True)
    assert journal.sheets.all("values_check") == [older]


def test_that_worries_are_kept_together_and_stand_oldest_first(journal):
    new, old = Worry("The letter", DAY), Worry("The call", DAY - dt.timedelta(days=1))
    assert journal.worries.keep(new, old) == Changes(worries=True)
    assert journal.worries.all() == [old, new]
    journal.worries.keep(dataclasses.replace(old, outcome=Outcome.GONE, looked_at=DAY))
    assert [worry.outcome for worry in journal.worries.all()] == [Outcome.GONE, Outcome.WAITS]
    assert journal.worries.drop(new) == Changes(worries=True)
    assert len(journal.worries.all()) == 1


def test_that_helpers_keep_the_order_in_which_they_were_entered(journal):
    first, second = Helper("Ruth", id="1"), Helper("Dr Hale", id="2")
    for helper in (first, second, dataclasses.replace(first, note="Tuesdays")):
        assert journal.helpers.keep(helper) == Changes(helpers=True)
    assert [helper.name for helper in journal.helpers.all()] == ["Ruth", "Dr Hale"]
    assert journal.helpers.drop(first) == Changes(helpers=True)
    assert journal.helpers.all() == [second]


def test_that_bringing_in_a_toolkit_takes_nothing_away(journal):
    mine = Toolkit(
        ("a", "b", "c", "d"),
        ("a",),
        Stage.GROW,
        may_be_cold=False,
        comforts=((Comfort.SOOTHE, "tea"),),
    )
    other = Toolkit(
        ("b", "e", "f"),
        ("f",),
        Stage.SAFETY,
        ("f",),
        may_be_cold=True,
        comforts=((Comfort.SOOTHE, "tea"), (Comfort.ACCEPT, "It passes")),
    )
    journal.toolkit.keep(mine)
    added = journal.add(Contents(toolkit=(other,)))
    assert journal.toolkit.get() == Toolkit(
        ("a", "b", "c", "d", "e"),
        ("a", "f"),
        Stage.GROW,
        ("f",),
        may_be_cold=False,
        comforts=((Comfort.SOOTHE, "tea"), (Comfort.ACCEPT, "It passes")),
    )
    assert len(journal.toolkit.get().chosen) == MOST
    assert added.toolkit == (journal.toolkit.get(),)
    assert journal.fresh(Contents(toolkit=(other,))) == Contents()


def test_that_an_answer_about_the_body_is_taken_over_where_there_is_none(journal):
    journal.toolkit.keep(Toolkit(("a",)))
    journal.add(Contents(toolkit=(Toolkit(may_be_cold=True),)))
    assert journal.toolkit.get() == Toolkit(("a",), may_be_cold=True)


def test_that_two_toolkits_brought_into_an_empty_journal_become_one(journal):
    journal.add(Contents(toolkit=(Toolkit(("a",)), Toolkit(("b",)))))
    assert journal.toolkit.get().chosen == ("a", "b")


def test_that_the_words_of_a_practice_are_in_no_repr():
    said = repr(practice(12, note="by the river", answers=(("here", "rain"),), before=3))
    assert "river" not in said
    assert "rain" not in said
