"""What a person does in dialogs and on pages that take a moment to come."""

from __future__ import annotations

from PySide6.QtCore import Qt


def click(person, name):
    """Click something as soon as it is there, in any window."""
    person.wait_for(lambda: person.find(name) is not None)
    person.qtbot.mouseClick(person.find(name), Qt.MouseButton.LeftButton)
    person.wait()


def type_in(person, name, words):
    """Write over what stands in a field."""
    field = person.find(name)
    field.setFocus()
    field.selectAll()
    person.qtbot.keyClicks(field, words)
