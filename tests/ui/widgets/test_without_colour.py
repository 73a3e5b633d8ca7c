"""States are told by more than colour: seen in one ink, they still look different."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.domain.record_form import FIVE_PARTS, Step
from resilience_desktop.domain.search import Kind
from resilience_desktop.ui.thoughts.stepper import StepList
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.mood_mark import paint_mark
from resilience_desktop.ui.widgets.mood_scale import MoodScale
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Row

SEEN = 3
"""The contrast from which a line or a shape is seen as such."""
ENOUGH = 12
"""Pixels that make a difference."""


@pytest.fixture(params=["light", "dark"])
def look(look, request):
    look.set_theme(request.param)
    return look


@pytest.fixture
def page(show):
    """A page with room for one widget, which keeps its size."""

    def with_widget(widget, width=320, height=0):
        made = QWidget()
        QVBoxLayout(made).addWidget(widget)
        widget.setFixedSize(width, height or max(36, widget.sizeHint().height()))
        return show(made, width + 40, widget.height() + 40)

    return with_widget


def ink(shown):
    """Return which pixels stand out from the ground, whatever colour they have."""
    image = shown if isinstance(shown, QImage) else shown.grab().toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    channels = pixels[: image.height(), : image.width(), 2::-1] / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    values, counts = np.unique(light.round(4), return_counts=True)
    ground = values[counts.argmax()]
    return np.maximum(light, ground) + 0.05 >= SEEN * (np.minimum(light, ground) + 0.05)


def differ(one, other):
    return int((one != other).sum()) >= ENOUGH


def both_states(page, change):
    before = ink(page)
    change()
    return before, ink(page)


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton])
def test_that_a_ticked_box_has_a_mark(look, page, make):
    box = make("Mood chart")
    assert differ(*both_states(page(box), lambda: box.setChecked(True)))


def test_that_a_chosen_chip_has_a_mark(look, page):
    chip = Chip(look, "tense")
    shown = page(chip, 120, 32)
    words = ink(shown).sum()
    before, after = both_states(shown, lambda: chip.setChecked(True))
    assert differ(before, after)
    assert after.sum() > words


def test_that_the_chosen_segment_is_underlined(look, page):
    switch = RangeSwitch(look, (("1", "one"), ("2", "one")), name="range", title="Range")
    assert differ(*both_states(page(switch), lambda: switch.set_chosen("2")))


@pytest.mark.parametrize(("one", "other"), [(-3, 3), (-1, 1), (-1, 0), (0, 1)])
def test_that_moods_below_and_above_zero_have_their_own_shapes(look, one, other):
    def mark(value):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(look.color("window"))
        painter = QPainter(image)
        paint_mark(painter, look, QPointF(20, 20), 32, value)
        painter.end()
        return ink(image)

    assert differ(mark(one), mark(other))


def test_that_the_chosen_mood_is_larger_than_the_others(look, page):
    scale = MoodScale.for_mood(look, name="mood")
    shown = page(scale, 520, scale.sizeHint().height())
    assert differ(*both_states(shown, lambda: scale.set_mood(0)))


def test_that_the_chosen_tab_has_a_line(look, page):
    tabs = QTabBar()
    tabs.setDrawBase(False)
    for words in ("One", "One"):
        tabs.addTab(words)
    assert differ(*both_states(page(tabs, 320, 56), lambda: tabs.setCurrentIndex(1)))


def test_that_the_step_in_view_and_a_step_with_something_in_it_have_marks(look, page):
    steps = StepList(look)
    steps.show_steps(FIVE_PARTS, Step.LOOK_AGAIN, {})
    shown = page(steps, 280, 400)

    def marks(current, digests):
        steps.show_steps(FIVE_PARTS, current, digests)
        return ink(shown)[:, :60]  # the numbers, without what is written beside them

    empty = marks(Step.LOOK_AGAIN, {})
    assert differ(empty, marks(Step.LOOK_AGAIN, {Step.SITUATION: "A call."}))
    assert differ(empty, marks(Step.SITUATION, {}))


def test_that_a_field_with_something_wrong_has_a_thicker_border(look, page):
    field = QLineEdit("Mara")
    shown = page(field)
    field.clearFocus()

    def go_wrong():
        field.setProperty("state", "wrong")
        field.style().polish(field)

    assert differ(*both_states(shown, go_wrong))


@pytest.mark.parametrize("make", [buttons.plain, buttons.primary])
def test_that_a_button_that_is_not_available_loses_its_edge(look, page, make):
    button = make(look, "Save PDF", name="save")
    assert differ(*both_states(page(button, 160), lambda: button.setEnabled(False)))


def test_that_an_open_button_points_the_other_way(look, page):
    button = buttons.Opener(look, "How strong?", name="how_strong")
    assert differ(*both_states(page(button, 160), lambda: button.set_open(is_open=True)))


def test_that_a_link_is_underlined(look, page):
    link = buttons.link(look, "Change", name="change")
    shown = page(link, 120)
    longest = max(longest_run(row) for row in ink(shown))
    assert longest >= 0.8 * link.fontMetrics().horizontalAdvance("Change")


def longest_run(row):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row, [0]))))
    return max((end - start for start, end in zip(edges[::2], edges[1::2], strict=True)), default=0)


def test_that_the_row_that_is_open_has_a_bar(look, page):
    view = WrittenList(look, name="list", spoken_name="List")
    view.rows.show_rows([Row("a", Kind.ENTRY, "12:00", 1)], more=False)
    assert differ(*both_states(page(view, 320, 80), lambda: view.mark_open("a")))


def test_that_the_row_and_the_entry_of_a_menu_that_are_chosen_have_a_bar(look, page, qtbot):
    names = QListWidget()
    names.addItems(["Same", "Same"])
    assert differ(*both_states(page(names, 200, 120), lambda: names.setCurrentRow(1)))
    menu = QMenu()
    qtbot.addWidget(menu)
    first, second = menu.addAction("Same"), menu.addAction("Same")
    menu.popup(menu.pos())
    menu.setActiveAction(first)
    assert differ(*both_states(menu, lambda: menu.setActiveAction(second)))
    menu.close()


def test_that_saved_and_not_saved_are_told_in_words_and_drawings(look, page):
    state = SavedState(look, name="state")
    shown = page(state)
    state.say_saved()
    assert state.words().startswith("Saved")
    assert differ(*both_states(shown, lambda: state.say_not_saved("Disk full")))
    assert state.words().startswith("Not saved")
