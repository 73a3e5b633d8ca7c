"""The quiet note: nothing unless asked for, then said once for each time days are lower."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from resilience_desktop import i18n
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.lower_days import LowerDays, lower_days
from resilience_desktop.services.views.lower_days import how_it_stands

REFERENCE, AFTER = 56, 20
NOTE = "Your days have been lower than in the weeks you chose. Would you like to look at your plan?"


def first_of(journal):
    return journal.today() - dt.timedelta(days=REFERENCE + AFTER - 1)


def write(journal, after=-4, *, missing=0):
    """Write steady days of a reference and lower ones after it, up to today."""
    first = first_of(journal)
    entries = []
    for n in range(missing, REFERENCE + AFTER):
        wall = dt.datetime.combine(first + dt.timedelta(days=n), dt.time(12))
        mood = (1, 2, 3, 2)[n % 4] if n < REFERENCE else after
        entries.append(Entry(at=Moment.from_wall(wall, "Europe/London"), mood=mood))
    journal.add(Contents(entries=tuple(entries)))


def ask(journal):
    settings = replace(journal.settings(), compare_from=first_of(journal))
    journal.keep_settings(settings)


def test_that_nobody_is_told_who_did_not_ask(journal):
    write(journal)
    assert lower_days(journal) == LowerDays()


def test_that_who_asked_is_told_when_days_are_lower(journal):
    write(journal)
    ask(journal)
    found = lower_days(journal)
    assert found.words == NOTE
    assert found.reference.first == first_of(journal)
    assert found.noted <= journal.today()
    assert not found.has_cards
    journal.cards.keep(CopingCard("Breathe out slowly.", journal.today()))
    assert lower_days(journal).has_cards


def test_that_days_as_they_were_say_nothing(journal):
    write(journal, after=2)
    ask(journal)
    assert lower_days(journal).words == ""
    assert lower_days(journal).reference.enough


def test_that_how_it_stands_says_since_when_and_what_was_noted(journal):
    ask(journal)
    since = i18n.day(first_of(journal) + dt.timedelta(days=REFERENCE))
    write(journal)
    now = lower_days(journal)
    stands = how_it_stands(now)
    assert f"Compared since {since}. There is a note since {i18n.day(now.noted)}." in stands
    assert stands.endswith("There was none before.")
    journal.remembered.put_lower_days_away(now.noted)
    assert "which you put away" in how_it_stands(lower_days(journal))


def test_that_how_it_stands_says_so_where_there_is_no_note(journal):
    write(journal, after=2)
    ask(journal)
    stands = how_it_stands(lower_days(journal))
    assert stands.endswith("No note at present. There was none before.")
    assert how_it_stands(LowerDays()) == ""


def test_that_a_note_that_has_passed_is_told_with_its_day(journal):
    first = first_of(journal)
    entries = []
    for n in range(REFERENCE + AFTER):
        wall = dt.datetime.combine(first + dt.timedelta(days=n), dt.time(12))
        mood = -4 if REFERENCE <= n < REFERENCE + 6 else (1, 2, 3, 2)[n % 4]
        entries.append(Entry(at=Moment.from_wall(wall, "Europe/London"), mood=mood))
    journal.add(Contents(entries=tuple(entries)))
    ask(journal)
    found = lower_days(journal)
    (noted,) = found.earlier
    assert found.noted is None
    assert how_it_stands(found).endswith(f"No note at present. Noted before: {i18n.day(noted)}.")
    many = replace(found, earlier=tuple(noted + dt.timedelta(days=n) for n in (0, 20, 40, 60)))
    assert "There were 4 before, the last on: " in how_it_stands(many)
    assert f" {i18n.day(noted)}," not in how_it_stands(many)


def test_that_weeks_with_too_few_days_say_nothing_and_what_is_missing(journal):
    write(journal, missing=30)
    ask(journal)
    found = lower_days(journal)
    assert found.words == ""
    assert found.reference.enough.missing == 16
    assert "Another first day may have more." in how_it_stands(found)


def test_that_weeks_that_have_only_begun_say_nothing(journal):
    journal.keep_settings(replace(journal.settings(), compare_from=journal.today()))
    assert lower_days(journal).words == ""
    stands = how_it_stands(lower_days(journal))
    assert "So far 0 of their days have a mood, and it takes 42." in stands
    assert stands.endswith("on, days are compared with these.")
    tomorrow = journal.today() + dt.timedelta(days=1)
    journal.keep_settings(replace(journal.settings(), compare_from=tomorrow))
    assert lower_days(journal).words == ""


@pytest.mark.parametrize("hard", [True, False])
def test_that_a_hard_time_somebody_knows_of_mutes_it(journal, hard):
    write(journal)
    ask(journal)
    since = first_of(journal) + dt.timedelta(days=REFERENCE)
    journal.times_of_change.keep(TimeOfChange("Exams", since, is_hard=hard))
    assert bool(lower_days(journal).words) is not hard


def test_that_a_note_put_away_stays_away_also_after_a_restart_until_there_is_another(
    journal, folder
):
    write(journal)
    ask(journal)
    noted = lower_days(journal).noted
    journal.remembered.put_lower_days_away(noted)
    assert lower_days(journal).words == ""
    journal.close()
    again = Journal.open(folder)
    assert lower_days(again).words == ""
    again.remembered.put_lower_days_away(noted - dt.timedelta(days=1))  # of an earlier time
    assert lower_days(again).words == NOTE
    again.remembered.put_lower_days_away(None)
    assert again.remembered.lower_days_away() is None
    assert lower_days(again).words == NOTE
    again.close()


def test_that_no_copy_takes_along_what_was_put_away(journal):
    journal.remembered.put_lower_days_away(journal.today())
    assert "lower_days_away" not in dict(journal.contents().settings)
