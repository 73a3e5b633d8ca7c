from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget

from resilience_desktop.ui.notices import Notices


@pytest.fixture
def window(show):
    QCursor.setPos(0, 0)  # away from where the notice will be
    return show(QWidget(), 600, 400)


@pytest.fixture
def notices(window, look):
    return Notices(window, look)


def frame(window):
    return window.findChild(QFrame, "notice")


def undo_button(window):
    return window.findChild(QPushButton, "notice.undo")


def timer(notices):
    return notices.findChild(QTimer)


def test_that_a_notice_stands_at_the_bottom_in_the_middle(notices, window):
    notices.show("Entry moved to the bin")
    notices._movement.stop()
    notices._place()
    place = frame(window).geometry()
    assert frame(window).isVisible()
    assert notices.words == "Entry moved to the bin"
    assert abs(place.center().x() - window.rect().center().x()) <= 1
    assert place.bottom() < window.height()
    assert place.height() >= 44


def test_that_undo_is_there_only_when_something_can_be_undone(notices, window):
    notices.show("Saved")
    assert undo_button(window).isHidden()
    assert notices.undo_last() is False
    assert notices.words == ""


def test_that_undo_works_once_by_button_or_shortcut(notices, window, qtbot):
    undone = []
    notices.show("Entry moved to the bin", lambda: undone.append("entry"))
    qtbot.mouseClick(undo_button(window), Qt.MouseButton.LeftButton)
    assert undone == ["entry"]
    assert notices.undo_last() is False
    notices.show("Record moved to the bin", lambda: undone.append("record"))
    assert notices.undo_last() is True
    assert undone == ["entry", "record"]


def test_that_a_new_notice_replaces_the_old_and_its_undo(notices):
    undone = []
    notices.show("One", lambda: undone.append(1))
    notices.show("Two", lambda: undone.append(2))
    assert notices.words == "Two"
    notices.undo_last()
    assert undone == [2]


def test_that_a_notice_goes_after_twelve_seconds(notices, window):
    notices.show("Saved")
    assert timer(notices).interval() == 12_000
    assert timer(notices).isActive()
    timer(notices).timeout.emit()
    assert frame(window).isHidden()


def test_that_a_notice_waits_while_the_focus_is_on_it(notices, window):
    notices.show("Entry moved to the bin", lambda: None)
    undo_button(window).setFocus()
    assert not timer(notices).isActive()
    window.setFocus()
    assert timer(notices).isActive()


def test_that_a_notice_waits_while_the_pointer_is_on_it(notices, window):
    notices.show("Saved")
    middle = frame(window).rect().center().toPointF()
    QApplication.sendEvent(frame(window), QEnterEvent(middle, middle, middle))
    assert not timer(notices).isActive()
    QApplication.sendEvent(frame(window), QEvent(QEvent.Type.Leave))
    assert timer(notices).isActive()


def test_that_a_pointer_that_was_there_before_does_not_keep_a_notice(notices, window):
    notices.show("Saved")
    place = frame(window).mapToGlobal(frame(window).rect().center())
    notices.dismiss()
    QCursor.setPos(place)
    notices.show("Saved")
    middle, moved = place.toPointF(), (place + QPoint(2, 0)).toPointF()
    QApplication.sendEvent(frame(window), QEnterEvent(middle, middle, middle))
    assert timer(notices).isActive()
    QApplication.sendEvent(frame(window), QEnterEvent(moved, moved, moved))
    assert not timer(notices).isActive()


def test_that_a_click_on_a_notice_takes_it_away(notices, window, qtbot):
    undone = []
    notices.show("Entry moved to the bin", lambda: undone.append("entry"))
    qtbot.mouseClick(window.findChild(QLabel, "notice.text"), Qt.MouseButton.LeftButton)
    assert frame(window).isHidden()
    assert undone == []


def test_that_a_notice_stands_where_it_covers_no_control(notices, window):
    button = QPushButton("More", window)
    button.setGeometry(240, 280, 120, 40)
    button.show()
    notices.show("Saved")
    place = frame(window).geometry()
    assert not place.intersects(button.geometry())
    assert window.rect().contains(place)
    button.hide()
    notices.show("Saved")
    notices._movement.stop()
    assert abs(frame(window).geometry().center().x() - 300) <= 1


def test_that_a_notice_has_the_same_room_on_both_sides(notices, window):
    notices.show("Saved")
    words = window.findChild(QLabel, "notice.text").geometry()
    assert words.left() == frame(window).width() - words.right() - 1


def test_that_a_notice_keeps_its_place_when_the_window_changes(notices, window, look):
    notices.show("Saved")
    window.resize(300, 300)
    assert abs(frame(window).geometry().center().x() - 150) <= 1
    look.set_text_size(150)
    assert frame(window).height() >= 66


def test_that_long_words_break_into_lines(notices, window):
    notices.show("The file could not be saved: the disk is full. Your entry is kept. " * 3)
    place = frame(window).geometry()
    assert place.left() >= 0
    assert place.right() < window.width()
    assert place.height() > 44


def test_that_a_notice_does_not_move_when_motion_is_reduced(notices, window, look, monkeypatch):
    monkeypatch.setattr(look, "motion", lambda name: 0)
    notices.show("Saved")
    assert frame(window).geometry().bottom() == window.height() - 84 - 1


def test_that_a_way_on_is_taken_by_its_button_and_not_by_undo(notices, window, qtbot):
    gone = []
    notices.show("Entry kept", way=("Show it", lambda: gone.append("there")))
    assert notices.undo_last() is False
    assert gone == []
    notices.show("Entry kept", way=("Show it", lambda: gone.append("there")))
    button = window.findChild(QPushButton, "notice.go")
    assert button.text() == "Show it"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone == ["there"]
    assert notices.words == ""
    notices.show("Entry moved to the bin", lambda: None)
    assert undo_button(window).text() == "Undo"


def test_that_a_notice_can_have_both_a_way_on_and_undo(notices, window, qtbot):
    done = []

    def show():
        notices.show(
            "Sealed", lambda: done.append("undone"), way=("Show it", lambda: done.append("there"))
        )

    show()
    way = window.findChild(QPushButton, "notice.go")
    assert way.isVisible()
    assert undo_button(window).isVisible()
    qtbot.mouseClick(undo_button(window), Qt.MouseButton.LeftButton)
    show()
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    show()
    assert notices.undo_last()
    assert done == ["undone", "there", "undone"]
    notices.show("Saved")
    assert way.isHidden()
