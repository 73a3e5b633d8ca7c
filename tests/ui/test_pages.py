"""What holds for every page and every dialog: ways in, names, and no trap for the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
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
from resilience_desktop.ui.pages import PAGES, shortcut
from resilience_desktop.ui.problems import BugDialog

from .samples import entry, fill, record

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


@pytest.fixture
def full(places, home_of):
    """Somebody whose journal has some of everything."""
    entries = [entry(f"Day {n}", n, n % 5 - 2, feelings=("tense",)) for n in range(8)]
    fill(places, *entries, record(), record("Later.", finished=False))
    return home_of()


# Pages


def test_that_every_page_has_its_own_key_and_shortcut():
    assert len(set(KEYS)) == len(KEYS)
    shortcuts = [QKeySequence(shortcut(place)).toString() for place in range(len(PAGES))]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(PAGES)


def test_that_every_page_opens_by_its_shortcut_and_back_again(home):
    for key in [*KEYS, *reversed(KEYS)]:
        home.go(key)
        assert [other for other in KEYS if home.find(other)] == [key]


def test_that_every_page_opens_by_a_click_on_its_tab(home):
    tabs = home.window.header.tabs
    for number, key in enumerate(KEYS):
        middle = tabs.tabRect(number).center()
        home.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=middle)
        home.wait()
        assert home.find(key)


def test_that_the_keyboard_is_on_something_small_on_every_page(full):
    for key in [*KEYS, *reversed(KEYS)]:
        full.go(key)
        assert QApplication.focusWidget() is not full.see(key)


def test_that_ctrl_tab_goes_round_the_pages(home):
    for key in [*KEYS[1:], KEYS[0]]:
        home.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert home.find(key)


@pytest.mark.parametrize("key", ["journal", "thoughts", "charts"])
def test_that_an_empty_journal_says_what_will_be_here(home, key):
    home.go(key)
    state = home.see(f"{key}.empty")
    assert state.title.text()
    assert state.sentences.text()


def test_that_an_empty_page_leads_on(home):
    home.press("journal.empty.record")
    assert home.find("thoughts.worksheet")
    home.go("journal")
    home.press("journal.empty.import")
    assert home.find("import")
    home.press("import.close")
    with home.qtbot.waitSignal(home.window.demo_requested):
        home.press("journal.empty.demo")


@pytest.mark.parametrize("key", KEYS)
def test_that_every_control_of_an_empty_page_has_a_name(home, key):
    home.go(key)
    assert_all_named(home.window)


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("key", KEYS)
def test_that_every_control_of_a_page_has_a_name(full, key, size):
    full.go(key)
    full.window.resize(*size)
    assert_all_named(full.window)


def test_that_every_control_of_a_record_has_a_name_at_every_step(full):
    full.window.page("thoughts").open_record(full.read(lambda j: j.thought_records())[-1].id)
    full.wait()
    assert_all_named(full.window)
    full.press("thoughts.finished.edit")
    for _ in range(5):
        assert_all_named(full.window)
        full.press("thoughts.next")
    assert_all_named(full.window)


@pytest.mark.parametrize("key", KEYS)
def test_that_tab_goes_through_an_empty_page_and_comes_back(home, key):
    home.go(key)
    home.window.header.tabs.setFocus()
    assert_tab_walks_through(home.window, home.qtbot)


@pytest.mark.parametrize("key", KEYS)
def test_that_tab_goes_through_a_page_and_comes_back(full, key):
    full.go(key)
    full.window.header.tabs.setFocus()
    assert_tab_walks_through(full.window, full.qtbot)


def test_that_tab_goes_through_every_step_and_comes_back(full):
    full.window.page("thoughts").open_record(full.read(lambda j: j.thought_records())[0].id)
    full.wait()
    for _ in range(5):
        assert_tab_walks_through(full.window, full.qtbot)
        full.press("thoughts.previous")
    assert_tab_walks_through(full.window, full.qtbot)


@pytest.mark.parametrize("key", KEYS)
def test_that_f6_steps_through_the_panes_of_a_page_and_back_to_the_pages(full, key):
    full.go(key)
    tabs, page = full.window.header.tabs, full.window.page(key)
    tabs.setFocus()
    full.key(Qt.Key.Key_F6)
    for _ in range(5):
        assert page.isAncestorOf(QApplication.focusWidget())
        full.key(Qt.Key.Key_F6)
        if tabs.hasFocus():
            break
    assert tabs.hasFocus()
    full.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.isAncestorOf(QApplication.focusWidget())


class Windows(QObject):
    """Notices every window that opens."""

    def __init__(self):
        super().__init__()
        self.names = []

    def eventFilter(self, watched, event):  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


def test_that_no_part_of_a_page_flashes_up_as_a_window_of_its_own(qapp, places, home_of):
    fill(places, entry("Rain"), record())
    windows = Windows()
    qapp.installEventFilter(windows)
    person = home_of()
    for key in KEYS:
        person.go(key)
    person.window.page("thoughts").open_record(person.read(lambda j: j.thought_records())[0].id)
    person.wait()
    person.press("thoughts.finished.edit")
    for _ in range(5):
        person.press("thoughts.next")
    person.window.resize(900, 600)
    person.wait()
    qapp.removeEventFilter(windows)
    assert set(windows.names) == {"window"}


def test_that_no_part_of_the_first_pages_flashes_up_as_a_window(qapp, home_of):
    windows = Windows()
    qapp.installEventFilter(windows)
    person = home_of()
    person.press("first_run.not_now")
    person.press("recovery.later")
    person.press("beginning.skip")
    qapp.removeEventFilter(windows)
    assert set(windows.names) == {"window"}


# Dialogs


def open_feelings(person):
    person.press("journal.feelings.chips.more")
    return person.see("feelings_dialog")


def open_help(person):
    person.press("header.help")
    return person.see("help")


def open_import(person):
    person.window.dialogs.show_import()
    dialog = person.see("import")
    table = person.places.journal / "table.csv"
    table.write_text("when;how;words\n2026-11-20;3;Rain\n2026-11-21;4;Sun\n", encoding="utf-8")
    dialog.plan_files([table])
    person.wait()
    return dialog


def open_settings(person):
    person.window.dialogs.show_settings()
    return person.see("settings")


def open_first_steps(person):
    person.window.dialogs.show_first_steps()
    return person.see("first_steps")


def open_bug(person):
    BugDialog(ValueError("x"), person.window).open()
    return person.see("bug")


@pytest.mark.parametrize(
    "open_it", [open_feelings, open_help, open_import, open_settings, open_first_steps, open_bug]
)
def test_that_every_dialog_has_names_and_no_trap_and_closes_with_escape(home, open_it):
    dialog = open_it(home)
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle()
    home.wait_for(lambda: QApplication.focusWidget() is not None)
    home.wait_for(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    assert_all_named(dialog)
    if len(controls(dialog)) > 1:
        assert_tab_walks_through(dialog, home.qtbot)
    home.key(Qt.Key.Key_Escape)
    home.wait_for(lambda: not home.find(dialog_name(open_it)))


def dialog_name(open_it):
    name = open_it.__name__.removeprefix("open_")
    return "feelings_dialog" if name == "feelings" else name


def test_that_the_first_pages_have_names_and_no_trap(person):
    assert_all_named(person.see("first_run"))
    assert_tab_walks_through(person.see("first_run"), person.qtbot)
    person.press("first_run.not_now")
    assert_all_named(person.see("recovery"))
    assert_tab_walks_through(person.see("recovery"), person.qtbot)


@pytest.mark.parametrize("only_code", [True, False])
def test_that_the_lock_has_names_and_no_trap(home, only_code):
    page = UnlockPage(home.parts.look, only_code=only_code)
    home.qtbot.addWidget(page)
    with home.qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.start()
    assert_all_named(page)
    assert_tab_walks_through(page, home.qtbot)


def test_that_own_words_are_in_no_name_tip_or_title(places, home_of):
    fill(places, entry("Rain on the tin roof"), record("Nobody calls."))
    person = home_of()
    for key in KEYS:
        person.go(key)
        told = [person.window.windowTitle()]
        for widget in person.window.findChildren(QWidget):
            told += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
        assert not any("tin roof" in words or "Nobody calls" in words for words in told)
