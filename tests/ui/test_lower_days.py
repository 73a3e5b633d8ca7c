"""The quiet note about lower days: off until asked for, quiet, and gone when it is put away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QTableView

from resilience_desktop import i18n
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.ui.charts import lower_days_choice

from .samples import entry, fill, today

REFERENCE, AFTER = 56, 20
FIRST = today() - dt.timedelta(days=REFERENCE + AFTER - 1)
NOTES = ("charts.lower_days", "journal.lower_days")


def days(after=-4):
    for n in range(REFERENCE + AFTER):
        ago = REFERENCE + AFTER - 1 - n
        yield entry(f"Day {n}", ago, (1, 2, 3, 2)[n % 4] if n < REFERENCE else after)


def low_spells(person):
    person.go("charts")
    person.wait_for(lambda: person.find("charts.mood.summary") is not None)
    person.wait()
    person.window.page("charts").views.choose("low_spells")
    person.wait_for(lambda: person.find("charts.low_spells.summary") is not None)
    person.wait()


def ask(person, first=FIRST):
    def want(journal):
        return journal.keep_settings(replace(journal.settings(), compare_from=first))

    person.parts.tasks.write(want, owner=person.window).result(20)
    person.wait()


def untick(person):
    box = person.see("charts.lower.wanted", QCheckBox)
    person.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    person.wait()
    assert not box.isChecked()


def wanted(person):
    return person.read(lambda journal: journal.settings().compare_from)


@pytest.fixture
def lower(places, home_of):
    """Somebody whose last three weeks were lower than the eight before."""
    fill(places, *days())
    return home_of()


def test_that_nobody_is_told_who_did_not_ask(lower):
    low_spells(lower)
    assert not lower.see("charts.lower.wanted", QCheckBox).isChecked()
    assert lower.find("charts.lower.first") is None
    assert lower.find("charts.lower_days") is None
    lower.go("journal")
    assert lower.find("journal.lower_days") is None


def test_that_the_choice_is_only_with_low_spells_and_says_how_often_by_chance(lower):
    low_spells(lower)
    assert lower.find("charts.lower.wanted") is not None
    assert "by chance within 90 days" in lower.see("charts.lower.about").text()
    title, tick = lower.see("charts.lower.title"), lower.see("charts.lower.wanted", QCheckBox)
    about = lower.see("charts.lower.about")
    assert title.y() < about.y() < tick.y()
    assert tick.y() - about.geometry().bottom() < 24
    assert lower.find("charts.lower.how.words") is None
    lower.press("charts.lower.how")
    assert "standard deviation" in lower.see("charts.lower.how.words").text()
    lower.window.page("charts").views.choose("mood")
    lower.wait_for(lambda: lower.find("charts.lower.wanted") is None)
    assert lower.find("charts.low_spells.short") is None


def ask_for_a_day(person, day):
    """Tick, and choose a day in the calendar."""
    person.tick("charts.lower.wanted")
    person.press("charts.lower.choose")
    calendar = person.see("charts.lower.calendar")
    calendar.days.setSelectedDate(QDate(day.year, day.month, day.day))
    person.qtbot.keyClick(calendar.days.findChild(QTableView), Qt.Key.Key_Return)
    person.wait()


def test_that_asking_chooses_no_weeks_ahead_and_keeps_nothing_yet(lower):
    low_spells(lower)
    lower.tick("charts.lower.wanted")
    lower.wait()
    assert wanted(lower) is None
    assert lower.find("charts.lower.first") is None
    assert lower.find("charts.lower.said") is None
    lower.see("charts.lower.choose")
    untick(lower)
    assert lower.find("charts.lower.choose") is None


def test_that_weeks_to_come_say_from_when_on_days_are_compared_with_them(lower, monkeypatch):
    heard = []
    monkeypatch.setattr(lower_days_choice, "announce", lambda _, words: heard.append(words))
    low_spells(lower)
    assert heard == []
    ask_for_a_day(lower, today())
    assert wanted(lower) == today()
    lower.wait_for(lambda: lower.find("charts.lower.said") is not None)
    said = lower.see("charts.lower.said").text()
    after = i18n.day(today() + dt.timedelta(days=REFERENCE))
    assert f"From {after} on, days are compared with these." in said
    assert "So far 1 of their days" in said
    assert lower.see("charts.lower.first.field").hasFocus()
    assert heard == [said]
    assert lower.find("charts.lower.choose") is None


def test_that_asking_and_choosing_a_day_shows_the_note_in_both_places(lower, home_of):
    low_spells(lower)
    ask_for_a_day(lower, today())
    lower.wait_for(lambda: lower.find("charts.lower.first.field") is not None)
    field = lower.see("charts.lower.first.field")
    field.setFocus()
    field.selectAll()
    lower.qtbot.keyClicks(field, FIRST.isoformat())
    lower.key(Qt.Key.Key_Return)
    assert wanted(lower) == FIRST
    lower.wait_for(lambda: lower.find("charts.lower_days") is not None)
    after = i18n.day(FIRST + dt.timedelta(days=REFERENCE))
    assert f"Compared since {after}. There is a note" in lower.see("charts.lower.said").text()
    words = lower.see("charts.lower_days.words").text()
    assert words.startswith("Your days have been lower than in the weeks you chose.")
    assert "warning" not in words.casefold()
    lower.go("journal")
    assert lower.find("journal.lower_days") is not None
    lower.quit()
    again = home_of()
    again.wait_for(lambda: again.find("journal.lower_days") is not None)
    low_spells(again)
    assert again.see("charts.lower.wanted", QCheckBox).isChecked()
    assert again.see("charts.lower.first").when().date() == FIRST


def test_that_switching_it_off_takes_the_note_away(lower):
    ask(lower)
    low_spells(lower)
    assert lower.find("charts.lower_days") is not None
    untick(lower)
    assert wanted(lower) is None
    assert lower.find("charts.lower_days") is None


def test_that_not_now_is_for_both_places_stays_after_a_restart_and_can_be_undone(lower, home_of):
    ask(lower)
    lower.go("journal")
    lower.wait_for(lambda: lower.find("journal.lower_days") is not None)
    lower.press("journal.lower_days.away")
    assert lower.find("journal.lower_days") is None
    lower.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    lower.wait_for(lambda: lower.find("journal.lower_days") is not None)
    lower.press("journal.lower_days.away")
    lower.go("charts")
    assert lower.find("charts.lower_days") is None
    lower.quit()
    again = home_of()
    again.wait()
    assert again.find("journal.lower_days") is None


def test_that_it_leads_to_help_or_to_the_cards_there_are(lower):
    ask(lower)
    lower.go("journal")
    lower.wait_for(lambda: lower.find("journal.lower_days.help") is not None)
    lower.press("journal.lower_days.help")
    assert lower.find("help") is not None
    lower.find("help").close()
    card = CopingCard("Breathe out slowly.", today())
    lower.parts.tasks.write(lambda journal: journal.cards.keep(card), owner=lower.window).result(20)
    ask(lower)  # which has it looked at again
    lower.wait_for(lambda: lower.find("journal.lower_days.cards") is not None)
    assert lower.find("journal.lower_days.help") is None
    lower.press("journal.lower_days.cards")
    assert lower.find("cards") is not None


def test_that_days_as_they_were_show_nothing_and_too_few_say_what_is_missing(places, home_of):
    fill(places, *days(after=2))
    person = home_of()
    ask(person)
    low_spells(person)
    assert person.find("charts.lower_days") is None
    ask(person, today() - dt.timedelta(days=10))
    person.wait_for(lambda: "it takes 42" in person.see("charts.lower.said").text())
    ask(person, today() - dt.timedelta(days=120))
    person.wait_for(lambda: "first day may have more" in person.see("charts.lower.said").text())


def test_that_short_spells_are_worked_out_when_asked_for(lower):
    low_spells(lower)
    lower.press("charts.low_spells.how")
    assert "begins with 3 days" in lower.see("charts.low_spells.how.words").text()
    lower.tick("charts.low_spells.short")
    lower.wait()
    assert "begins with 2 days" in lower.see("charts.low_spells.how.words").text()


def test_that_a_spell_can_be_looked_back_at_once_it_has_ended(places, home_of):
    over = [entry("Better", ago, 2) for ago in range(4)]
    fill(places, *(day for day in days() if (today() - day.at.day).days > 3), *over)
    person = home_of()
    low_spells(person)
    onset, last = (today() - dt.timedelta(days=ago) for ago in (AFTER - 1, 4))
    link = person.see("charts.low_spells.back.1")
    assert link.text() == i18n.day(onset, year=onset.year != today().year)
    person.press("charts.low_spells.back.1")
    person.wait_for(lambda: person.find("insights.setback") is not None)
    labels = person.find("insights").findChildren(QLabel)
    assert f"Looking back at {i18n.period(onset, last)}" in {label.text() for label in labels}
    person.find("insights").close()


def test_that_nobody_is_asked_to_look_back_at_days_that_may_go_on(lower):
    low_spells(lower)
    assert lower.find("charts.low_spells.back.1") is None


def test_that_a_click_anywhere_in_a_row_opens_the_first_day_of_the_spell(lower):
    low_spells(lower)
    picture = lower.see("charts.low_spells")
    lower.wait_for(lambda: bool(picture.marks))
    (onset,) = picture.marks
    place = QPoint(picture.width() - 20, int(picture.place_of(onset).y()))
    lower.qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    lower.wait()
    assert str(onset.day) in lower.see("journal.from_day").text()
