from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from resilience_desktop.ui.dialogs.settle import SettleDialog
from resilience_desktop.ui.preferences import Preferences
from resilience_desktop.ui.theme import LookKeeper

from .test_pages import assert_all_named, assert_tab_walks_through


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "settings.json")


@pytest.fixture(autouse=True)
def said(monkeypatch):
    """What a screen reader is asked to say."""
    heard = []
    for module in ("widgets.pacer", "widgets.text_steps", "widgets.exercise"):
        monkeypatch.setattr(
            f"resilience_desktop.ui.{module}.announce", lambda _, words: heard.append(words)
        )
    return heard


@pytest.fixture
def open_settle(qtbot, look, preferences, clock):
    """Open the dialog over a window of some size: no journal is anywhere near."""
    opened = []

    def opens(size=(1280, 800), over=lambda window: window):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        dialog = SettleDialog(look, preferences, over(window), clock=clock)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        opened.append((dialog, window))
        return dialog

    yield opens
    for dialog, _ in opened:
        dialog.close()


@pytest.fixture
def settle(open_settle):
    return open_settle()


def see(dialog, name):
    found = dialog.findChild(QWidget, f"settle.{name}")
    assert found.isVisible(), name
    return found


def shown(dialog):
    """Return all words that can be seen, except those painted by the pacer."""
    kinds = (QLabel, QAbstractButton)
    found = [w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible()]
    return [w.text() for w in found if w.text()]


def names(dialog):
    """Return which of the buttons below can be pressed."""
    every = ("pause", "back", "next", "stop", "again", "close")
    found = {name: dialog.findChild(QAbstractButton, f"settle.{name}") for name in every}
    return [name for name, button in found.items() if button.isVisible() and button.isEnabled()]


def press(qtbot, dialog, name):
    qtbot.mouseClick(see(dialog, name), Qt.MouseButton.LeftButton)


def key(qtbot, which):
    qtbot.keyClick(QApplication.focusWidget(), which)


def ticks(dialog):
    return dialog.pacer.findChild(QTimer)


def wait(dialog, clock, seconds):
    """Let time pass, noticed every half second."""
    for _ in range(round(seconds * 2)):
        clock.now += 0.5
        ticks(dialog).timeout.emit()


def ground(qtbot, dialog):
    """Choose grounding with the arrow keys."""
    see(dialog, "kind.slow_breathing").setFocus()
    key(qtbot, Qt.Key.Key_Right)


# Breathing


def test_that_it_begins_by_itself_with_the_focus_on_stop(settle, clock):
    assert see(settle, "stop").hasFocus()
    assert settle.pacer.words() == ("Starts in", "3")
    assert see(settle, "readout").text() == "0:00 of 2:00"
    wait(settle, clock, 3)
    assert settle.pacer.words() == ("Breathe in", "4")
    wait(settle, clock, 25)
    assert see(settle, "readout").text() == "0:25 of 2:00"


def test_that_space_pauses_even_on_stop_and_keeps_the_place(settle, clock, qtbot):
    wait(settle, clock, 8)
    key(qtbot, Qt.Key.Key_Space)
    assert settle.isVisible()
    assert settle.pacer.words() == ("Paused", "")
    assert see(settle, "pause").text() == "Go on"
    clock.now += 100
    key(qtbot, Qt.Key.Key_Space)
    assert settle.pacer.words() == ("Breathe out", "5")
    assert see(settle, "pause").text() == "Pause"
    press(qtbot, settle, "pause")
    assert not settle.pacer.is_running
    key(qtbot, Qt.Key.Key_Space)  # the button has the focus now
    assert settle.pacer.is_running


def test_that_space_pauses_where_it_has_no_other_use_and_ticks_a_box(settle, clock, qtbot):
    see(settle, "length.2").setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert not settle.pacer.is_running
    key(qtbot, Qt.Key.Key_Space)
    see(settle, "words_only").setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert settle.words_only.isChecked()
    assert settle.pacer.is_running


def test_that_a_key_held_down_pauses_once(settle, qtbot):
    plain = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, plain, " ", repeated)
        QApplication.sendEvent(QApplication.focusWidget(), pressed)
    assert not settle.pacer.is_running


def test_that_stop_says_which_keys_there_are(settle, qtbot):
    def told():
        known = QAccessible.queryAccessibleInterface(see(settle, "stop"))
        return known.text(QAccessible.Text.Description)

    assert told() == "Space pauses, Esc stops"
    ground(qtbot, settle)
    assert told() == "Esc stops"


@pytest.mark.parametrize("which", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_a_key_stops_at_once_and_nothing_goes_on(settle, clock, qtbot, which, said):
    wait(settle, clock, 8)
    before = list(said)
    key(qtbot, which)
    assert not settle.isVisible()
    assert not ticks(settle).isActive()
    assert said == before


def test_that_stop_can_be_pressed(settle, qtbot):
    press(qtbot, settle, "stop")
    assert not settle.isVisible()


def test_that_the_end_is_a_plain_sentence_and_it_can_be_done_once_more(settle, clock, qtbot, said):
    wait(settle, clock, 122.5)
    assert names(settle) == ["pause", "stop"]
    wait(settle, clock, 0.5)
    assert see(settle, "readout").text() == "That is all. Take your time."
    assert said[-1] == "That is all. Take your time."
    assert names(settle) == ["again", "close"]
    assert see(settle, "close").hasFocus()
    assert not ticks(settle).isActive()
    key(qtbot, Qt.Key.Key_Space)
    assert not settle.isVisible()


def test_that_once_more_begins_anew_with_the_length_that_is_chosen(settle, clock, qtbot):
    wait(settle, clock, 123)
    see(settle, "length.2").setFocus()
    key(qtbot, Qt.Key.Key_Left)
    assert see(settle, "readout").text() == "That is all. Take your time."
    press(qtbot, settle, "again")
    assert see(settle, "stop").hasFocus()
    assert see(settle, "readout").text() == "0:00 of 1:00"
    assert settle.pacer.words() == ("Starts in", "3")


def test_that_another_length_keeps_the_place_and_finishes_the_breath(settle, clock, qtbot):
    wait(settle, clock, 3 + 72)
    see(settle, "length.2").setFocus()
    key(qtbot, Qt.Key.Key_Right)
    assert see(settle, "readout").text() == "1:12 of 5:00"
    key(qtbot, Qt.Key.Key_Home)
    assert see(settle, "readout").text() == "1:12 of 1:20"
    wait(settle, clock, 8)
    assert names(settle) == ["again", "close"]


def test_that_it_waits_while_minimised_and_does_not_begin_anew(settle, clock, qtbot):
    wait(settle, clock, 20)
    settle.showMinimized()
    qtbot.waitUntil(lambda: not ticks(settle).isActive())
    settle.showNormal()
    qtbot.wait(20)
    assert settle.pacer.elapsed == 17
    assert see(settle, "pause").text() == "Go on"


# Words and numbers only


def test_that_words_and_numbers_can_be_chosen_while_it_runs(settle, clock, qtbot):
    wait(settle, clock, 5)
    box = see(settle, "words_only")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    assert_still(settle, clock)
    settle.words_only.setChecked(False)
    assert not is_still(settle, clock)


def is_still(dialog, clock):
    before = dialog.pacer.grab().toImage()
    clock.now += 0.25
    ticks(dialog).timeout.emit()
    return dialog.pacer.grab().toImage() == before


def assert_still(dialog, clock):
    assert dialog.pacer.is_running
    assert is_still(dialog, clock)


def test_that_less_motion_in_the_settings_leaves_nothing_to_move(open_settle, preferences, clock):
    preferences.change(less_motion=True)
    settle = open_settle()
    wait(settle, clock, 4)
    assert_still(settle, clock)
    assert not settle.words_only.isVisible()
    preferences.change(less_motion=False)
    assert settle.words_only.isVisible()
    assert not is_still(settle, clock)


def test_that_less_motion_of_the_system_leaves_nothing_to_move(open_settle, monkeypatch, clock):
    monkeypatch.setattr(LookKeeper, "reduced_motion", property(lambda _: True))
    settle = open_settle()
    wait(settle, clock, 4)
    assert_still(settle, clock)
    assert not settle.words_only.isVisible()


# Grounding


def test_that_grounding_is_one_step_a_view_with_nothing_to_type(settle, clock, qtbot, said):
    ground(qtbot, settle)
    assert not ticks(settle).isActive()
    assert not settle.pacer.isVisible()
    for kind in (QLineEdit, QPlainTextEdit):
        assert not settle.findChildren(kind)
    assert names(settle) == ["next", "stop"]
    sentences = []
    for place in range(6):
        assert see(settle, "steps.count").text() == f"Step {place + 1} of 6"
        sentences.append(see(settle, "steps.sentence").text())
        assert said[-1] == sentences[-1]
        press(qtbot, settle, "next")
    assert len(set(sentences)) == 6
    assert see(settle, "steps.sentence").text() == said[-1] == "That is all. Take your time."
    assert names(settle) == ["again", "close"]
    assert see(settle, "close").hasFocus()
    press(qtbot, settle, "again")
    assert see(settle, "steps.sentence").text() == sentences[0]


def test_that_a_step_can_be_seen_again(settle, qtbot):
    ground(qtbot, settle)
    first = see(settle, "steps.sentence").text()
    press(qtbot, settle, "next")
    press(qtbot, settle, "back")
    assert see(settle, "steps.sentence").text() == first
    assert "back" not in names(settle)


def test_that_space_presses_stop_where_there_is_nothing_to_pause(settle, qtbot):
    ground(qtbot, settle)
    see(settle, "stop").setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert not settle.isVisible()


def test_that_one_can_go_back_to_breathing(settle, clock, qtbot):
    wait(settle, clock, 50)
    ground(qtbot, settle)
    key(qtbot, Qt.Key.Key_Left)
    assert settle.pacer.words() == ("Starts in", "3")
    assert names(settle) == ["pause", "stop"]
    assert isinstance(QApplication.focusWidget(), QRadioButton)  # the keyboard stays where it is


# The window


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_that_pacer_stop_and_caution_are_whole_in_any_size(
    open_settle, look, qtbot, text_size, size
):
    look.set_text_size(text_size)
    settle = open_settle(size)
    qtbot.wait(20)
    assert settle.width() <= size[0]
    assert settle.height() <= size[1]
    for name in ("pacer", "pause", "stop", "caution"):
        assert_whole(settle, see(settle, name))
    assert see(settle, "caution").text().count(".") == 2
    ground(qtbot, settle)
    qtbot.wait(20)
    for name in ("next", "stop", "caution"):
        assert_whole(settle, see(settle, name))
    assert settle.width() <= size[0]


def assert_whole(dialog, widget):
    assert widget.visibleRegion().boundingRect() == widget.rect(), widget.objectName()
    needed = widget.minimumSizeHint()
    assert widget.width() >= needed.width()
    least = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
    assert widget.height() >= max(least, needed.height())
    assert dialog.rect().contains(widget.mapTo(dialog, widget.rect().bottomRight()))


@pytest.mark.parametrize("text_size", [100, 200])
def test_that_all_choices_can_be_reached_by_scrolling(open_settle, look, qtbot, text_size):
    look.set_text_size(text_size)
    settle = open_settle((900, 600))
    scroll = settle.findChild(QScrollArea)
    for name in ("kind", "length", "words_only", "readout"):
        widget = see(settle, name)
        scroll.ensureWidgetVisible(widget, 0, 0)
        qtbot.wait(1)
        assert_whole(settle, widget)
    assert scroll.widget().width() <= scroll.viewport().width()


def test_that_it_knows_the_size_of_the_window_behind_other_dialogs(open_settle):
    def small_dialog(window):
        dialog = QDialog(window)
        dialog.resize(200, 200)
        return dialog

    assert open_settle(over=small_dialog).height() > 600


def test_that_it_has_names_and_no_trap(settle, qtbot):
    assert settle.windowTitle()
    assert_all_named(settle)
    assert_tab_walks_through(settle, qtbot)
    ground(qtbot, settle)
    assert_all_named(settle)
    assert_tab_walks_through(settle, qtbot)


def test_that_tab_follows_reading(settle, qtbot):
    see(settle, "kind.slow_breathing").setFocus()
    order = []
    for _ in range(5):
        order.append(QApplication.focusWidget().objectName().removeprefix("settle."))
        key(qtbot, Qt.Key.Key_Tab)
    assert order == ["kind.slow_breathing", "length.2", "words_only", "pause", "stop"]


def test_that_it_says_nothing_that_sounds_like_praise_or_a_count(settle, clock, qtbot):
    said = [*shown(settle)]
    wait(settle, clock, 123)
    said += shown(settle)
    ground(qtbot, settle)
    said += shown(settle)
    words = " ".join(said).casefold()
    assert "take your time" in words
    for never in ("well done", "good", "great", "!", "times", "streak", "we "):
        assert never not in words
