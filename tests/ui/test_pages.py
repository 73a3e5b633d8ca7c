"""What holds for every page and every dialog: ways in, names, and no trap for the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QTableView,
    QWidget,
)

from resilience_desktop.ui.dialogs.unlock import UnlockPage
from resilience_desktop.ui.pages import PAGES
from resilience_desktop.ui.problems import BugDialog

from .conftest import entry, record

CONTROLS = (
    QPushButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QCheckBox,
    QRadioButton,
    QSlider,
    QAbstractSpinBox,
    QListView,
    QTableView,
)
KEYS = [page.key for page in PAGES]
MOST_STOPS = 250


def controls(top):
    """Return all controls that can be seen, without those that Qt puts inside its own."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisibleTo(top)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    ]


def assert_all_named(top):
    found = controls(top)
    assert found
    without_name = [repr(w) for w in found if "." not in w.objectName()]
    assert not without_name
    silent = [w.objectName() for w in found if not (w.accessibleName() or _text(w))]
    assert not silent


def _text(widget):
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def stops(qtbot):
    """Press Tab until it comes back, and return every widget on the way."""
    first = QApplication.focusWidget()
    assert first is not None
    seen = [first]
    for _ in range(MOST_STOPS):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is first and len(set(map(id, seen))) > 1:
            return seen
        seen.append(here)
    raise AssertionError(f"Tab does not come back from {seen[-1].objectName()}")


def assert_tab_walks_through(top, qtbot):
    seen = set(map(id, stops(qtbot)))
    missed = [
        w.objectName()
        for w in controls(top)
        if id(w) not in seen
        and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
    ]
    assert not missed


def full(desk):
    """A journal with some of everything."""
    entries = [entry(f"Day {n}", n, n % 5 - 2, feelings=("tense",)) for n in range(8)]
    return desk.fill(*entries, record(), record("Later.", finished=False)).start()


# Pages


def test_that_every_page_has_its_own_key_and_shortcut():
    assert len(set(KEYS)) == len(KEYS)
    shortcuts = [QKeySequence(page.shortcut).toString() for page in PAGES]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(PAGES)


def test_that_every_page_opens_by_its_shortcut_and_back_again(empty_desk):
    for key in [*KEYS, *reversed(KEYS)]:
        empty_desk.go(key)
        assert empty_desk.sees(key)
        assert sum(empty_desk.sees(other) for other in KEYS) == 1


def test_that_every_page_opens_by_a_click_on_its_tab(empty_desk):
    tabs = empty_desk.window.header.tabs
    for number, key in enumerate(KEYS):
        middle = tabs.tabRect(number).center()
        empty_desk.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=middle)
        empty_desk.settle()
        assert empty_desk.sees(key)


def test_that_ctrl_tab_goes_round_the_pages(empty_desk):
    for key in [*KEYS[1:], KEYS[0]]:
        empty_desk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert empty_desk.sees(key)


@pytest.mark.parametrize("key", ["journal", "thoughts", "charts"])
def test_that_an_empty_journal_says_what_will_be_here(empty_desk, key):
    empty_desk.go(key)
    state = empty_desk.see(f"{key}.empty")
    assert state.title.text()
    assert state.sentences.text()


def test_that_an_empty_page_leads_on(empty_desk):
    empty_desk.press("journal.empty.record")
    assert empty_desk.sees("thoughts.worksheet")
    empty_desk.go("journal").press("journal.empty.import")
    assert empty_desk.sees("import")
    empty_desk.press("import.close")
    with empty_desk.qtbot.waitSignal(empty_desk.window.demo_requested):
        empty_desk.press("journal.empty.demo")


@pytest.mark.parametrize("key", KEYS)
def test_that_every_control_of_an_empty_page_has_a_name(empty_desk, key):
    empty_desk.go(key)
    assert_all_named(empty_desk.window)


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("key", KEYS)
def test_that_every_control_of_a_page_has_a_name(desk, key, size):
    full(desk).go(key)
    desk.window.resize(*size)
    assert_all_named(desk.window)


def test_that_every_control_of_the_worksheet_has_a_name_at_every_step(desk):
    desk.fill(record()).start().go("thoughts")
    desk.stand_on("thoughts.list")
    desk.key(Qt.Key.Key_Return)
    assert_all_named(desk.window)
    desk.press("thoughts.finished.edit")
    for _ in range(5):
        assert_all_named(desk.window)
        desk.press("thoughts.next")
    assert_all_named(desk.window)


@pytest.mark.parametrize("key", KEYS)
def test_that_tab_goes_through_an_empty_page_and_comes_back(empty_desk, key):
    empty_desk.go(key)
    empty_desk.window.header.tabs.setFocus()
    assert_tab_walks_through(empty_desk.window, empty_desk.qtbot)


@pytest.mark.parametrize("key", KEYS)
def test_that_tab_goes_through_a_page_and_comes_back(desk, key):
    full(desk).go(key)
    desk.window.header.tabs.setFocus()
    assert_tab_walks_through(desk.window, desk.qtbot)


def test_that_tab_goes_through_every_step_and_comes_back(desk):
    desk.fill(record(finished=False)).start().go("thoughts")
    desk.stand_on("thoughts.list")
    desk.key(Qt.Key.Key_Return)
    for _ in range(6):
        assert_tab_walks_through(desk.window, desk.qtbot)
        desk.press("thoughts.previous") if desk.see("thoughts.previous").isEnabled() else None


def test_that_f6_steps_through_the_panes_of_every_page(desk):
    full(desk)
    for key in KEYS:
        desk.go(key)
        desk.window.header.tabs.setFocus()
        page = desk.see(key)
        for _ in range(6):
            desk.key(Qt.Key.Key_F6)
            if desk.window.header.tabs.hasFocus():
                break
            assert page.isAncestorOf(QApplication.focusWidget())
        assert desk.window.header.tabs.hasFocus()


# Dialogs


def open_feelings(desk):
    desk.press("journal.feelings.chips.more")
    return desk.see("feelings_dialog")


def open_help(desk):
    desk.press("header.help")
    return desk.see("help")


def open_import(desk):
    desk.window.show_import()
    dialog = desk.see("import")
    table = desk.places.journal / "table.csv"
    table.write_text("when;how;words\n2026-11-20;3;Rain\n2026-11-21;4;Sun\n", encoding="utf-8")
    dialog.plan_files([table])
    desk.settle()
    return dialog


def open_about(desk):
    desk.window.show_about()
    return desk.see("about")


def open_bug(desk):
    BugDialog(ValueError("x"), desk.window).open()
    return desk.see("bug")


@pytest.mark.parametrize("open_it", [open_feelings, open_help, open_import, open_about, open_bug])
def test_that_every_dialog_has_names_and_no_trap_and_closes_with_escape(empty_desk, open_it):
    dialog = open_it(empty_desk)
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle()
    empty_desk.wait_for(lambda: QApplication.focusWidget() is not None)
    empty_desk.wait_for(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    assert_all_named(dialog)
    if len(controls(dialog)) > 1:
        assert_tab_walks_through(dialog, empty_desk.qtbot)
    empty_desk.key(Qt.Key.Key_Escape)
    empty_desk.wait_for(lambda: not empty_desk.sees(dialog_name(open_it)))


def dialog_name(open_it):
    name = open_it.__name__.removeprefix("open_")
    return "feelings_dialog" if name == "feelings" else name


def test_that_the_first_pages_have_names_and_no_trap(desk):
    desk.start()
    assert_all_named(desk.see("first_run"))
    assert_tab_walks_through(desk.see("first_run"), desk.qtbot)
    desk.press("first_run.not_now")
    assert_all_named(desk.see("recovery"))
    assert_tab_walks_through(desk.see("recovery"), desk.qtbot)


@pytest.mark.parametrize("only_code", [True, False])
def test_that_the_lock_has_names_and_no_trap(empty_desk, only_code):
    page = UnlockPage(empty_desk.parts.look, only_code=only_code)
    empty_desk.qtbot.addWidget(page)
    with empty_desk.qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.start()
    assert_all_named(page)
    assert_tab_walks_through(page, empty_desk.qtbot)


def test_that_own_words_are_in_no_name_tip_or_title(desk):
    desk.fill(entry("Rain on the tin roof"), record("Nobody calls.")).start()
    for key in KEYS:
        desk.go(key)
        told = [desk.window.windowTitle()]
        for widget in desk.window.findChildren(QWidget):
            told += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
        assert not any("tin roof" in words or "Nobody calls" in words for words in told)
