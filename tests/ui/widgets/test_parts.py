from __future__ import annotations

import datetime as dt
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget

from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.banner import Banner
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.first_and_later import FirstAndLater, Legend, RatedTwice
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.mood_scale import MoodScale
from resilience_desktop.ui.widgets.picture import Picture
from resilience_desktop.ui.widgets.return_line import ReturnLine
from resilience_desktop.ui.widgets.reveal_field import RevealField
from resilience_desktop.ui.widgets.segments import RangeSwitch

EVENING = dt.datetime.fromisoformat("2026-11-22T19:40")
RANGES = [("4w", "4 weeks"), ("3m", "3 months"), ("1y", "1 year")]


@pytest.fixture
def switch(look, show):
    made = show(RangeSwitch(look, RANGES, name="range", title="Range", chosen="3m"), 300)
    made.setFocus()
    return made


@pytest.fixture
def field(look, show):
    return show(RevealField(look, name="passphrase", title="Passphrase"), 300)


def segment(switch, key):
    return switch.findChild(QRadioButton, f"range.{key}")


def test_that_one_range_is_always_chosen(look, qtbot):
    switch = RangeSwitch(look, RANGES, name="range", title="Range")
    qtbot.addWidget(switch)
    assert switch.chosen == "4w"


def test_that_arrows_choose_a_range_and_stop_at_the_ends(switch, qtbot):
    with qtbot.waitSignal(switch.range_chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chosen.args == ["1y"]
    assert QApplication.focusWidget() is segment(switch, "1y")
    with qtbot.assertNotEmitted(switch.range_chosen):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert switch.chosen == "4w"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert switch.chosen == "3m"


def test_that_a_click_chooses_a_range_and_keeps_it(switch, qtbot):
    with qtbot.waitSignal(switch.range_chosen):
        qtbot.mouseClick(segment(switch, "4w"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(switch.range_chosen):
        qtbot.mouseClick(segment(switch, "4w"), Qt.MouseButton.LeftButton)
    assert switch.chosen == "4w"
    assert segment(switch, "4w").isChecked()


def test_that_the_switch_is_one_stop_with_names(switch, qtbot):
    stops = [k for k, _ in RANGES if segment(switch, k).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["3m"]
    assert switch.accessibleName() == "Range"
    assert segment(switch, "3m").text() == "3 months"
    with qtbot.assertNotEmitted(switch.range_chosen):
        switch.set_chosen("1y")
        qtbot.keyClick(switch, "x")
    assert not switch.grab().isNull()


def test_that_a_passphrase_is_hidden_until_the_eye_is_pressed(field, qtbot):
    eye = field.findChild(QPushButton, "passphrase.eye")
    qtbot.keyClicks(field, "five ordinary words")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show what I type: Passphrase"
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.is_revealed
    assert field.displayText() == "five ordinary words"
    assert eye.toolTip() == "Hide what I type"
    assert eye.accessibleName() == "Hide what I type: Passphrase"
    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert not field.is_revealed


def test_that_the_eye_comes_after_the_field_and_stays_inside(field, qtbot):
    field.setFocus()
    eye = field.findChild(QPushButton, "passphrase.eye")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is eye
    assert field.rect().contains(eye.geometry())
    assert min(eye.width(), eye.height()) >= 32
    field.resize(200, field.height())
    assert field.rect().contains(eye.geometry())


def test_that_caps_lock_is_noticed(field, qtbot):
    seen = []
    field.caps_lock_noticed.connect(seen.append)
    qtbot.keyClick(field, Qt.Key.Key_A)  # arrives as a small letter
    assert seen == []
    qtbot.keyClick(field, "Q", Qt.KeyboardModifier.ShiftModifier)
    assert seen == []
    qtbot.keyClick(field, Qt.Key.Key_CapsLock)
    assert seen == [True]
    qtbot.keyClicks(field, "q")
    assert seen == [True, False]
    qtbot.keyClick(field, Qt.Key.Key_CapsLock)
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert seen[-1] is False


def test_that_a_banner_says_and_does(look, show, qtbot):
    banner = Banner(
        look, "offer", "This is a lot right now.", "You could settle first.", "Show me",
        name="settle", dismissible=True,
    )  # fmt: skip
    show(banner, 500)
    with qtbot.waitSignal(banner.action_chosen):
        qtbot.mouseClick(banner.findChild(QPushButton, "settle.action"), Qt.MouseButton.LeftButton)
    assert banner.findChild(Label, "settle.lines").isVisible()
    banner.set_words("There were two low spells.")
    assert banner.findChild(Label, "settle.lines").isHidden()
    assert banner.accessibleName() == "There were two low spells."
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(banner.findChild(QPushButton, "settle.dismiss"), Qt.MouseButton.LeftButton)
    assert banner.isHidden()


@pytest.mark.parametrize("kind", ["notice", "offer", "help"])
def test_that_each_kind_of_banner_has_its_ground(look, show, kind):
    banner = show(Banner(look, kind, "Heading", name="b"), 300)
    ground = {"notice": "notice_soft", "offer": "accent_soft", "help": "help_soft"}[kind]
    assert banner.grab().toImage().pixelColor(40, 6) == look.color(ground)


def test_that_an_empty_page_says_what_will_be_here(look, show):
    action = buttons.quiet(look, "Start with a thought record", name="start", drawing="record")
    state = EmptyState(look, "This side fills up as you write", "Two sentences.", [action])
    show(state, 500, 500)
    assert state.title.text() == "This side fills up as you write"
    assert action.isVisible()
    assert state.findChild(ReturnLine).width() == 220


def test_that_pictures_grow_with_the_text_and_are_not_cut_off(look, show):
    for made in (ReturnLine(look), Picture(look, "info", "notice")):
        show(made, made.sizeHint().width())
        before = made.sizeHint()
        assert made.minimumSizeHint() == before
        assert not made.grab().isNull()
    picture = Picture(look, "info", "notice")
    show(picture, 22)
    first = picture.grab().toImage()
    picture.set_drawing("wind", "accent")
    assert picture.grab().toImage() != first
    look.set_text_size(200)
    assert picture.sizeHint().width() == 44


def test_that_first_and_later_is_told_in_words(look, show):
    lines = FirstAndLater(
        look,
        [
            RatedTwice("belief", 85, 40),
            RatedTwice("tense", 65, 60),
            RatedTwice("calm", 60, 65),
            RatedTwice("relieved", None, 35),
            RatedTwice("sad", 70),
            RatedTwice("numb"),
        ],
        name="lines",
    )
    show(lines, 500, 400)
    said = [lines.findChild(object, f"lines.{n}").accessibleDescription() for n in range(1, 7)]
    assert said == [
        "first 85, later 40 of 100",
        "first 65, later 60 of 100",
        "first 60, later 65 of 100",
        "new the second time, 35 of 100",
        "first 70 of 100, not rated again",
        "not rated",
    ]
    assert not lines.grab().isNull()
    lines.set_rows([RatedTwice("belief", 0, 100)])
    assert lines.accessibleName() == "First and later"
    assert not show(Legend(look, "first", "later"), 300).grab().isNull()


def test_that_ratings_do_not_show_in_a_trace():
    assert "85" not in repr(RatedTwice("belief", 85, 40))
    assert "belief" not in repr(RatedTwice("belief", 85, 40))


def test_that_a_time_can_be_shown_and_chosen(look, show, qtbot):
    field = show(DayTimeEdit(look, name="when", title="When"), 260)
    with qtbot.assertNotEmitted(field.when_changed):
        field.set_when(EVENING)
    assert field.when() == EVENING
    assert field.field.text() == "22 November 2026, 19:40"
    with qtbot.waitSignal(field.when_changed):
        qtbot.keyClick(field.field, Qt.Key.Key_Down)
    assert field.when().day == 21
    day = show(DayTimeEdit(look, name="day", title="Day", with_time=False), 260)
    day.set_when(EVENING)
    assert day.field.text() == "22 November 2026"


@pytest.mark.parametrize("ringed", [True, False])
def test_that_a_window_with_its_overlays_can_go(look, qapp, ringed):
    window = QWidget()
    if ringed:
        FocusRing(window, look)
        Notices(window, look).show("Saved", print)
    MoodScale.for_mood(look, name="mood").setParent(window)
    FeelingsPicker(look, name="feelings").setParent(window)
    window.show()
    gone = weakref.ref(window)
    window.close()
    del window
    assert gone() is None  # no circle keeps it
