"""Times of change: added, changed, removed and brought back, by mouse and by keyboard alone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.times_of_change import TimesOfChange

from .by_hand import click, type_in
from .samples import entry, fill, today

JOB = TimeOfChange("New job", today() - dt.timedelta(days=20), id="job")
EXAMS = TimeOfChange(
    "Exams", today() - dt.timedelta(days=12), today() - dt.timedelta(days=5), is_hard=True, id="ex"
)


def made(person):
    return person.read(lambda journal: journal.times_of_change.all())


@pytest.fixture
def charts(places, home_of):
    """Somebody who wrote for a month, at the charts."""
    fill(places, *(entry(f"Day {n}", n, n % 4) for n in range(30)), times_of_change=(JOB, EXAMS))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    return person


@pytest.fixture
def dialog(charts):
    charts.press("charts.times_of_change")
    charts.wait_for(lambda: charts.find("charts.changes.2.change") is not None)
    return charts


def test_that_a_change_is_added_and_stands_in_the_chart(dialog):
    click(dialog, "charts.changes.add")
    type_in(dialog, "charts.change.name", "  Moved   house ")
    type_in(dialog, "charts.change.day.field", (today() - dt.timedelta(days=9)).isoformat())
    click(dialog, "charts.change.keep")
    dialog.wait_for(lambda: dialog.find("charts.change") is None)
    dialog.wait_for(lambda: dialog.find("charts.changes.3.change") is not None)
    (house,) = [one for one in made(dialog) if one.id not in ("job", "ex")]
    assert (house.name, house.day) == ("Moved house", today() - dt.timedelta(days=9))
    assert (house.last, house.is_hard) == (None, False)
    assert dialog.find("charts.changes.3.name").text() == "Moved house"
    dialog.wait_for(lambda: "Moved house" in dialog.see("charts.mood.note").text())


def test_that_a_change_is_changed_and_all_of_it_is_shown(dialog):
    click(dialog, "charts.changes.2.change")
    assert dialog.find("charts.change.name").text() == "Exams"
    assert dialog.find("charts.change.hard").isChecked()
    assert dialog.find("charts.change.ends").isChecked()
    type_in(dialog, "charts.change.last.field", today().isoformat())
    dialog.find("charts.change.hard").toggle()
    click(dialog, "charts.change.keep")
    dialog.wait_for(lambda: dialog.find("charts.change") is None)
    exams = made(dialog)[-1]
    assert (exams.id, exams.last, exams.is_hard) == ("ex", today(), False)
    click(dialog, "charts.changes.2.change")
    dialog.find("charts.change.ends").toggle()
    assert dialog.find("charts.change.last") is None
    click(dialog, "charts.change.keep")
    dialog.wait_for(lambda: dialog.find("charts.change") is None)
    assert made(dialog)[-1].last is None


@pytest.mark.parametrize("way", ["button", "key"])
def test_that_what_was_removed_comes_back(dialog, way):
    click(dialog, "charts.changes.1.remove")
    dialog.wait_for(lambda: dialog.find("charts.changes.2.change") is None)
    assert made(dialog) == [EXAMS]
    dialog.wait_for(lambda: QApplication.focusWidget().objectName() == "charts.changes.undo")
    if way == "button":
        dialog.key(Qt.Key.Key_Return)
    else:
        dialog.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    dialog.wait_for(lambda: dialog.find("charts.changes.2.change") is not None)
    assert made(dialog) == [JOB, EXAMS]
    assert dialog.find("charts.changes.undo") is None
    dialog.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # nothing more to undo
    assert made(dialog) == [JOB, EXAMS]


def test_that_it_needs_words_and_days_in_their_order_and_says_so(dialog):
    click(dialog, "charts.changes.add")
    click(dialog, "charts.change.keep")
    assert "A few words are needed" in dialog.find("charts.change.wrong").text()
    type_in(dialog, "charts.change.name", "Illness")
    type_in(dialog, "charts.change.day.field", "the day before")
    click(dialog, "charts.change.keep")
    assert dialog.find("charts.change") is not None
    type_in(dialog, "charts.change.day.field", today().isoformat())
    dialog.find("charts.change.ends").toggle()
    type_in(dialog, "charts.change.last.field", (today() - dt.timedelta(days=1)).isoformat())
    click(dialog, "charts.change.keep")
    assert "comes before" in dialog.find("charts.change.wrong").text()
    assert made(dialog) == [JOB, EXAMS]
    click(dialog, "charts.change.cancel")
    assert dialog.find("charts.change") is None


def test_that_words_stay_when_they_cannot_be_kept(dialog, monkeypatch):
    def full(*_):
        raise NotWrittenError("The disk is full.")

    said = []
    dialog.parts.tasks.work_failed.disconnect()
    dialog.parts.tasks.work_failed.connect(said.append)
    with monkeypatch.context() as patch:
        patch.setattr(TimesOfChange, "keep", full)
        click(dialog, "charts.changes.add")
        type_in(dialog, "charts.change.name", "Illness")
        click(dialog, "charts.change.keep")
    assert [str(error) for error in said] == ["The disk is full."]
    assert dialog.find("charts.change.name").text() == "Illness"
    click(dialog, "charts.change.keep")
    dialog.wait_for(lambda: dialog.find("charts.change") is None)
    assert "Illness" in [one.name for one in made(dialog)]


def test_that_everything_is_done_by_keyboard_and_survives_a_restart(charts, home_of):
    charts.see("charts.times_of_change").setFocus()
    charts.key(Qt.Key.Key_Return)
    charts.wait_for(lambda: charts.find("charts.changes.add") is not None)
    assert QApplication.focusWidget() is charts.find("charts.changes.add")
    charts.key(Qt.Key.Key_Return)
    charts.wait_for(lambda: charts.find("charts.change") is not None)
    charts.qtbot.keyClicks(QApplication.focusWidget(), "Moved house")
    charts.key(Qt.Key.Key_Return)
    charts.wait_for(lambda: charts.find("charts.change") is None)
    charts.qtbot.keyClick(charts.find("charts.changes"), Qt.Key.Key_Escape)
    charts.wait_for(lambda: charts.find("charts.changes") is None)
    charts.quit()
    again = home_of()
    assert "Moved house" in [one.name for one in made(again)]
