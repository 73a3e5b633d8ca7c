from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import delete

from resilience_desktop.domain.search import Kind
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane, show_in_pane
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Row

ROWS = 30


@pytest.fixture
def page(look, show):
    """A button, and a pane with more buttons than it shows."""
    made, inside = QWidget(), QWidget()
    column = QVBoxLayout(inside)
    made.rows = [buttons.plain(look, f"Row {n}", name=f"row.{n}") for n in range(ROWS)]
    for row in made.rows:
        column.addWidget(row)
    made.pane = ScrollPane("pane", inside)
    made.outside = buttons.plain(look, "Outside", name="outside")
    layout = QHBoxLayout(made)
    layout.addWidget(made.outside)
    layout.addWidget(made.pane)
    show(made, 400, 300)
    made.outside.setFocus()
    return made


def is_in_sight(widget):
    return widget.visibleRegion().boundingRect().size() == widget.size()


def test_that_the_pane_itself_is_no_stop(page):
    assert page.pane.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_that_what_the_keyboard_reaches_comes_into_sight(page):
    assert not is_in_sight(page.rows[-1])
    page.rows[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert is_in_sight(page.rows[-1])
    page.outside.setFocus()
    page.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert is_in_sight(page.rows[0])


def test_that_coming_back_to_the_window_scrolls_nowhere(page, qtbot):
    page.rows[-1].setFocus()
    page.pane.verticalScrollBar().setValue(0)
    page.pane._focus_moved(None, page.rows[-1])
    assert page.pane.verticalScrollBar().value() == 0


def test_that_coming_back_from_a_dialog_scrolls_nowhere(look, show, page):
    dialog = show(buttons.plain(look, "Delete", name="delete"), 100, 40)
    page.pane._focus_moved(dialog, page.rows[-1])
    assert page.pane.verticalScrollBar().value() == 0


def test_that_a_row_of_a_list_that_is_shown_whole_comes_into_sight(look, show, qtbot):
    view = WrittenList(look, name="list", spoken_name="List")
    view.rows.show_rows([Row(f"{n}", Kind.ENTRY, "12:00", 1) for n in range(ROWS)], more=False)
    view.setFixedHeight(view.content_height(360))
    inside = QWidget()
    QVBoxLayout(inside).addWidget(view)
    pane = show(ScrollPane("pane", inside), 400, 300)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert pane.verticalScrollBar().value() > 0
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().visibleRegion().boundingRect().contains(rect)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().visibleRegion().boundingRect().contains(rect)


def test_that_what_is_shown_is_followed_while_the_pane_finds_its_length(page, qtbot):
    bar = page.pane.verticalScrollBar()
    show_in_pane(page.rows[-1])
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    before = bar.maximum()
    page.rows[0].setFixedHeight(200)
    qtbot.waitUntil(lambda: bar.maximum() > before and bar.value() == bar.maximum())


def test_that_somebody_who_scrolls_elsewhere_meanwhile_stays_there(page, qtbot):
    bar = page.pane.verticalScrollBar()
    show_in_pane(page.rows[-1])
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(0)
    before = bar.maximum()
    page.rows[-1].setFixedHeight(200)
    qtbot.waitUntil(lambda: bar.maximum() > before)
    qtbot.wait(20)
    assert bar.value() == 0


def test_that_something_shown_may_go_before_the_pane_has_found_its_length(page, qtbot):
    bar = page.pane.verticalScrollBar()
    show_in_pane(page.rows[-1])
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    before = bar.maximum()
    delete(page.rows[-1])
    qtbot.waitUntil(lambda: bar.maximum() < before)
    qtbot.wait(20)
