"""The days with a skill on the Toolkit page: a calm picture, in words for whoever cannot see it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.practice import Practice
from resilience_desktop.services.practised import Practised, UseInWords
from resilience_desktop.ui.toolkit.practised_panel import PractisedPanel
from tests.ui.pointer import move
from tests.ui.samples import moment, today


@pytest.fixture
def panel(home):
    made = PractisedPanel(home.window.context)
    home.qtbot.addWidget(made)
    made.show()
    home.wait()
    return made


def label(panel, name):
    return panel.findChild(object, f"toolkit.practised.{name}")


def found(*ago, **more):
    days = {today() - dt.timedelta(days=n): ("Slow breathing",) for n in ago}
    values = {"said": "On 1.", "uses": (), "tends": "", "swap": ""} | more
    return Practised(today(), days, **values)


def test_that_nothing_yet_is_one_sentence_and_no_empty_picture(panel):
    assert label(panel, "said").text() == "Days on which you use a skill show here."
    assert not panel.picture.isVisible()


def test_that_a_practice_shows_at_once(home, panel):
    practice = Practice(skill="slow_breathing", at=moment(6, hour=0))
    home.parts.tasks.write(lambda journal: journal.practices.keep(practice), owner=panel)
    home.wait_for(panel.picture.isVisible)
    assert label(panel, "said").text() == "On 1 of the 7 days so far."
    assert panel.picture.accessibleDescription() == label(panel, "said").text()
    assert label(panel, "1.name").text() == "Slow breathing"
    assert label(panel, "1.said").text() == "1 day"


def test_that_a_young_journal_has_a_sentence_and_no_picture(home, panel):
    practice = Practice(skill="slow_breathing", at=moment(5, hour=0))
    home.parts.tasks.write(lambda journal: journal.practices.keep(practice), owner=panel)
    home.wait_for(lambda: label(panel, "said").text() == "On 1 day so far.")
    assert not panel.picture.isVisible()


def test_that_what_belongs_to_a_fall_and_a_swap_show_only_where_there_is_one(panel):
    use = UseInWords("Slow breathing", "3 days", "Lower after.")
    panel.show_practised(found(1, uses=(use,), tends="Some drop.", swap="If you like."))
    assert label(panel, "1.said").text() == "3 days · Lower after."
    assert label(panel, "tends").isVisible()
    assert label(panel, "swap").isVisible()
    panel.show_practised(found(1))
    assert not label(panel, "tends").isVisible()
    assert not label(panel, "swap").isVisible()


def test_that_the_keyboard_goes_through_the_days_and_each_is_told(home, panel):
    panel.show_practised(found(1, 7))
    panel.activateWindow()
    picture = panel.picture
    picture.setFocus(Qt.FocusReason.TabFocusReason)

    def told(key):
        home.qtbot.keyClick(picture, key)
        assert picture.accessibleDescription() == label(panel, "day").text()
        return label(panel, "day").text().partition(": ")[2]

    assert told(Qt.Key.Key_Up) == "Slow breathing"  # yesterday
    assert told(Qt.Key.Key_Down) == "no skill"
    assert told(Qt.Key.Key_Down) == "no skill"  # there is no day after today
    assert told(Qt.Key.Key_Left) == "Slow breathing"  # a week ago
    assert told(Qt.Key.Key_Right) == "no skill"
    assert told(Qt.Key.Key_Home) == "no skill"
    first = label(panel, "day").text()
    assert told(Qt.Key.Key_Left) == "no skill"
    assert label(panel, "day").text() == first
    assert told(Qt.Key.Key_End) == "no skill"
    picture.clearFocus()
    assert label(panel, "day").text() == ""


def test_that_the_pointer_tells_the_day_it_is_on_and_none_beside(home, panel):
    panel.show_practised(found(0))
    home.wait()
    picture = panel.picture
    step = picture.width() // 13
    last = QPoint(12 * step + step // 2, 6 * step + step // 2)
    move(picture, last)
    assert label(panel, "day").text().endswith("Slow breathing")
    move(picture, QPoint(step // 2, step // 2))  # before the first of the days
    assert label(panel, "day").text() == ""
    move(picture, last)
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    assert label(panel, "day").text() == ""
