"""The views of feelings, thoughts and steadiness, as somebody goes through them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.app import demo_journal


@pytest.fixture
def filled(places, home_of):
    demo_journal(places).close()
    person = home_of()
    person.go("charts")
    return person


def show(person, view, picture):
    person.see("charts").views.choose(view)
    person.wait_for(lambda: person.find(picture) is not None and bool(person.see(picture).marks))
    return person.see(picture)


def test_that_arrows_go_along_a_line_and_from_line_to_line(filled):
    picture = show(filled, "feelings", "charts.feelings.feelings_by_month")
    first, month = picture.marks[0]
    picture.setFocus()
    filled.key(Qt.Key.Key_Home)
    filled.key(Qt.Key.Key_Down)
    assert picture.mark == (picture.marks[picture.drawing.row][0], month)
    filled.key(Qt.Key.Key_Up)
    filled.key(Qt.Key.Key_Right)
    assert picture.mark[0] == first
    readout = filled.see("charts.feelings.feelings_by_month.day").text()
    assert readout == picture.accessibleDescription()
    assert "days with entries" in readout


def test_that_the_carry_over_is_closed_until_somebody_opens_it(filled):
    show(filled, "steadiness", "charts.steadiness.swing")
    assert filled.find("charts.steadiness.swing.advanced.words") is None
    assert filled.find("charts.steadiness.spread.advanced") is None
    filled.press("charts.steadiness.swing.advanced")
    assert "carried over" in filled.see("charts.steadiness.swing.advanced.words").text()


def test_that_a_record_opens_its_day(filled):
    filled.see("charts.range").setFocus()
    filled.key(Qt.Key.Key_End)
    filled.key(Qt.Key.Key_Left)
    picture = show(filled, "thoughts", "charts.thoughts.first_and_later")
    picture.setFocus()
    filled.key(Qt.Key.Key_Home)
    filled.key(Qt.Key.Key_Return)
    assert filled.find("journal")


def test_that_marks_of_a_picture_that_is_about_to_change_are_not_told(filled):
    picture = show(filled, "feelings", "charts.feelings.feelings.often")
    other = filled.see("charts.feelings.triggers.often").drawing
    picture.setFocus()
    picture.set_drawing(replace(other, name=picture.drawing.name))
    filled.key(Qt.Key.Key_Home)
    assert picture.mark is None
    filled.wait_for(lambda: bool(picture.marks))
    filled.key(Qt.Key.Key_Home)
    assert picture.mark == picture.marks[0]
