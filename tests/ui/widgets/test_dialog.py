from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane


@pytest.fixture
def dialog(look, show):
    """Something long to read, and a button below it."""
    made, inside = Dialog(), QWidget()
    made.rows = column_in(inside, 8)
    made.pane = ScrollPane("pane", inside)
    made.close_button = buttons.plain(look, "Close", name="close")
    column = QVBoxLayout(made)
    column.addWidget(made.pane)
    column.addWidget(made.close_button)
    made.rows.addWidget(QLabel("A line.\n" * 60))
    show(made, 300, 300)
    made.close_button.setFocus()
    return made


def test_that_tab_comes_to_what_was_put_in_later_in_its_place(dialog, look, qtbot):
    late = [buttons.plain(look, words, name=words) for words in ("One", "Two")]
    for button in late:
        dialog.rows.insertWidget(dialog.rows.count() - 1, button)
        button.show()
    reached = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [*late, dialog.close_button]
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is late[1]


def test_that_pages_scroll_where_there_is_nothing_to_press(dialog, qtbot):
    bar = dialog.pane.verticalScrollBar()
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_that_escape_still_closes(dialog, qtbot):
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()
