"""The quiet note about lower days: off until asked for, quiet, and gone when it is put away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox

from resilience_desktop.domain.coping_card import CopingCard

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
    assert "by chance within 90 days" in lower.see("charts.low_spells.note.summary").text()
    lower.window.page("charts").views.choose("mood")
    lower.wait_for(lambda: lower.find("charts.lower.wanted") is None)
    assert lower.find("charts.low_spells.short") is None


def test_that_asking_and_choosing_a_day_shows_the_note_in_both_places(lower, home_of):
    low_spells(lower)
    lower.tick("charts.lower.wanted")
    lower.wait()
    assert wanted(lower) == today() - dt.timedelta(weeks=8)
    lower.wait_for(lambda: lower.find("charts.lower.first.field") is not None)
    field = lower.see("charts.lower.first.field")
    field.setFocus()
    field.selectAll()
    lower.qtbot.keyClicks(field, FIRST.isoformat())
    lower.key(Qt.Key.Key_Return)
    assert wanted(lower) == FIRST
    lower.wait_for(lambda: lower.find("charts.lower_days") is not None)
    assert "Compared with" in lower.see("charts.lower.said").text()
    words = lower.see("charts.lower_days.words").text()
    assert words.startswith("Your days have been lower than in the period you chose as reference.")
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
    box = lower.see("charts.lower.wanted", QCheckBox)
    lower.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    lower.wait()
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


def test_that_short_spells_are_worked_out_when_asked_for(lower):
    low_spells(lower)
    lower.tick("charts.low_spells.short")
    lower.wait()
    assert "3 months" not in lower.see("charts.low_spells.note").text()
    assert "three months" in lower.see("charts.low_spells.note").text()


def test_that_a_click_anywhere_in_a_row_opens_the_first_day_of_the_spell(lower):
    low_spells(lower)
    picture = lower.see("charts.low_spells")
    lower.wait_for(lambda: bool(picture.marks))
    (onset,) = picture.marks
    place = QPoint(picture.width() - 20, int(picture.place_of(onset).y()))
    lower.qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    lower.wait()
    assert str(onset.day) in lower.see("journal.from_day").text()
