from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.reveal_field import RevealField


@pytest.fixture
def page(look, show):
    """Fields below each other, and a window that undoes something itself."""
    made = QWidget()
    made.undone = []
    undo = QShortcut(QKeySequence("Ctrl+Z"), made)
    undo.activated.connect(lambda: made.undone.append(True))
    made.line = LineField()
    made.hidden = RevealField(look, name="hidden", title="Passphrase")
    made.rating = Rating(look, {}, name="rating", title="How strong?")
    column = QVBoxLayout(made)
    for widget in (made.line, made.hidden, made.rating):
        column.addWidget(widget)
    return show(made, 400, 200)


def press_undo(qtbot, field):
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_that_undo_is_the_windows_when_nothing_was_typed(page, qtbot):
    number = page.rating.findChild(LineField)
    for times, field in enumerate((page.line, page.hidden, number), 1):
        press_undo(qtbot, field)
        assert len(page.undone) == times


def test_that_undo_is_the_fields_while_typing_can_be_undone(page, qtbot):
    page.line.setFocus()
    qtbot.keyClicks(page.line, "Mara")
    press_undo(qtbot, page.line)
    assert page.line.text() == ""
    assert page.undone == []
    press_undo(qtbot, page.line)
    assert page.undone == [True]
