"""What somebody meets who cannot see, point, tell colours apart, or bear things that move."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QTabBar,
    QTableView,
)

from resilience_desktop import ui
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.spoken import Graphic, Group

from .heard import LEAST, tour

Role, Key = QAccessible.Role, Qt.Key
UI = Path(ui.__file__).parent
FITTING = {
    QPushButton: {Role.Button, Role.ButtonMenu},
    Chip: {Role.CheckBox},
    QCheckBox: {Role.CheckBox},
    QRadioButton: {Role.RadioButton},
    QSlider: {Role.Slider},
    QAbstractSpinBox: {Role.SpinBox},
    QComboBox: {Role.ComboBox},
    QLineEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QTabBar: {Role.PageTabList},
    QTableView: {Role.Table},
    QListView: {Role.List},
    Graphic: {Role.Graphic},
    Group: {Role.Grouping},
}
SAME = {"Help now", "Close"}
"""There may be two of these in view, since both do the same."""
TELL_NOTHING = {Role.NoRole, Role.Client, Role.Pane, Role.Border, Role.Window, Role.LayeredPane}


@pytest.fixture(scope="module")
def visited(qapp, tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield tour(tmp_path_factory.mktemp("tour"), monkeypatch)


@pytest.fixture(scope="module")
def everything(visited):
    return [heard for place in visited.values() for heard in place.heard]


@pytest.fixture(scope="module")
def reached(everything):
    """What the keyboard can be on."""
    return [heard for heard in everything if heard.takes_focus and heard.enabled]


def assert_none(found):
    """Fail with everything that was found, once, and the first place it is in."""
    places = {}
    for heard in found:
        place, what = str(heard).split(": ", 1)
        places.setdefault(what, place)
    assert not places, "\n".join(f"{what} ({place})" for what, place in places.items())


# Names, roles and values


def test_that_everything_the_keyboard_reaches_has_a_name(reached):
    assert len(reached) > 500
    assert_none(h for h in reached if not h.name.strip())


def test_that_everything_the_keyboard_reaches_is_known_as_what_it_is(everything, reached):
    assert_none(h for h in reached if h.role in TELL_NOTHING)
    for kind, roles in FITTING.items():
        found = [h for h in everything if issubclass(h.widget, kind)]
        assert found, kind
        assert_none(h for h in found if h.role not in roles)


def test_that_a_box_to_choose_from_is_told_with_its_label(everything):
    boxes = [h for h in everything if h.role == Role.ComboBox]
    assert boxes
    assert_none(h for h in boxes if not h.labelled)


def test_that_a_name_begins_with_the_words_beside_the_field(reached):
    labelled = [h for h in reached if h.labelled and h.role != Role.ComboBox]
    assert labelled
    assert_none(h for h in labelled if not h.name.startswith(h.labelled))


def test_that_no_two_controls_of_a_place_sound_the_same(visited):
    rows = {Role.ListItem, Role.Cell, Role.StaticText}
    for name, place in visited.items():
        sounds = Counter(
            (h.role.name, h.name, h.group)
            for h in place.heard
            if h.takes_focus and h.role not in rows and h.name not in SAME
        )
        twice = [sound for sound, times in sounds.items() if times > 1]
        assert not twice, (name, twice)


def test_that_numbers_are_told_with_their_scale(everything):
    ratings = [h for h in everything if re.search(r"\.(slider|number)$", h.object_name)]
    told_of = re.compile(r"\d+ of 100?\b|not set, 0 to 100?\b")  # scales of one's own go to 10
    assert len(ratings) > 20
    assert_none(h for h in ratings if not told_of.match(h.description))
    assert {h.description for h in ratings} >= {"80 of 100", "not set, 0 to 100"}


def test_that_a_choice_of_several_is_told_with_its_group(everything):
    steps = [h for h in everything if re.match(r"journal\.mood\.-?\d", h.object_name)]
    assert {h.role for h in steps} == {Role.RadioButton}
    assert {h.group for h in steps} == {"Mood right now"}
    scales = [h for h in everything if h.object_name == "journal.mood"]
    assert {h.description for h in scales} >= {"minus two, low", "not set"}
    segments = [h for h in everything if h.object_name.startswith("charts.range.")]
    assert {h.group for h in segments} == {"How far back"}
    chips = [h for h in everything if h.widget is Chip]
    assert all(h.checkable and h.group for h in chips)
    assert all(re.match(r"\d+ of \d+$", h.description) for h in chips)
    assert "ashamed, 80 of 100" in {h.name for h in chips}


def test_that_steps_are_told_with_their_place(everything):
    steps = {h.name for h in everything if h.object_name.startswith("thoughts.step.")}
    assert "Balanced thought, step 6 of 7, in view" in steps
    assert "Balanced thought, step 6 of 7, something is here" in steps
    assert all(re.search(r", step \d+ of \d+, ", name) for name in steps)


def test_that_a_chart_has_its_title_for_a_name_and_is_described(everything):
    charts = {(h.name, h.role) for h in everything if h.object_name == "charts.mood"}
    assert charts == {("Mood", Role.Graphic)}
    described = {h.description for h in everything if h.object_name == "charts.mood"}
    assert all(sentence.startswith("In these ") for sentence in described)
    lines = [h for h in everything if h.object_name.startswith("thoughts.finished.ratings.")]
    assert ("ashamed", "first 80, later 45 of 100") in {(h.name, h.description) for h in lines}


def test_that_a_row_tells_when_what_mood_and_feelings(everything):
    rows = [h.name for h in everything if h.role == Role.ListItem]
    assert any(
        re.match(r"\d\d:\d\d, entry, mood (zero|(minus|plus) \w+), \w+", row) for row in rows
    )
    assert any(
        re.match(r"\d\d:\d\d, Thought record, .*believed 85, later 40 of 100", row) for row in rows
    )


def test_that_own_words_are_in_no_name_of_a_control(reached):
    words = {Role.ListItem, Role.StaticText, Role.Cell}
    own = re.compile("do this job|looked away|budget")
    assert any(own.search(h.name) for h in reached if h.role in words)
    assert_none(
        h
        for h in reached
        if h.role not in words
        and not h.object_name.startswith("share.record")  # a row of words to tick
        and not re.search(r"\.chips\.\d+$", h.object_name)  # a word to choose again
        and not h.object_name.startswith("thoughts.seen.")  # a word and its records
        and own.search(f"{h.name} {h.description}")
    )


def test_that_a_screen_reader_goes_in_the_order_of_reading(visited):
    for name, place in visited.items():
        if place.heard[0].role == Role.AlertMessage:
            continue  # the system has its own order of answers
        heard = [h.object_name for h in place.heard if h.object_name in place.reading_order]
        assert heard == [n for n in place.reading_order if n in heard], name


def test_that_tab_goes_in_the_order_of_reading(visited):
    for name, place in visited.items():
        tabbed = [stop for stop in place.tabbed if stop in place.reading_order]
        start = place.reading_order.index(tabbed[0]) if tabbed else 0
        order = (*place.reading_order[start:], *place.reading_order[:start])
        assert not tabbed or tuple(tabbed) == order, name


def test_that_no_two_controls_in_view_share_an_object_name(visited):
    for name, place in visited.items():
        inside = {"", "qt_spinbox_lineedit", "qt_scrollarea_viewport", "qt_scrollarea_vcontainer"}
        names = Counter(h.object_name for h in place.heard if h.object_name not in inside)
        twice = [name for name, times in names.items() if times > 1]
        assert not twice, (name, twice)


# Targets and sight


def test_that_whatever_is_pressed_is_large_enough(visited):
    found = {t for place in visited.values() for t in place.targets}
    assert len(found) > 300
    assert_none(t for t in found if min(t.width, t.height) < LEAST)


def test_that_the_entries_of_menus_are_large_enough(home):
    home.shortcut(Key.Key_T)
    menus = home.window.findChildren(QMenu)
    assert {menu.objectName() for menu in menus} >= {"menu", "thoughts.step_line.menu"}
    entries = [(menu, entry) for menu in menus for entry in menu.actions()]
    heights = {m.actionGeometry(e).height() for m, e in entries if not e.isSeparator()}
    assert min(heights) >= LEAST


def test_that_what_has_the_keyboard_is_in_sight(visited):
    hidden = {name: place.out_of_sight for name, place in visited.items() if place.out_of_sight}
    assert not hidden, hidden


# What moves


def test_that_nothing_moves_when_less_motion_is_asked_for(home):
    def moves():
        home.window.notices.show("Kept")
        found = home.window.findChildren(QAbstractAnimation)
        running = [f for f in found if f.state() == QAbstractAnimation.State.Running]
        home.window.notices.dismiss()
        return bool(running)

    assert moves() != home.parts.look.reduced_motion
    home.parts.look.set_less_motion(True)
    assert not moves()


def test_that_whatever_can_move_asks_whether_it_may():
    moving = re.compile(r"\bQ(\w+Animation|\w+AnimationGroup|TimeLine|Movie)\(")
    asking = re.compile(r"\.motion\(|\.reduced_motion")
    modules = {path: path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    found = {path.name for path, code in modules.items() if moving.search(code)}
    assert found
    assert found <= {path.name for path, code in modules.items() if asking.search(code)}
