"""What a person does at Share: choosing one by one, and waiting for the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt


def click_row(person, number):
    """Click a row of the place where things are chosen, counted from 0."""
    view = person.see("share.chooser.list")
    place = view.visualRect(view.model().index(number, 0)).center()
    person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def put_in(person, which, *numbers):
    """Choose these rows of ``records``, ``entries`` or ``cards``; a second time takes them out."""
    person.press(f"share.choose_{which}")
    for number in numbers:
        click_row(person, number)
    person.press("share.chooser.use")


def rows_to_choose(person):
    """Return what the rows say, and whether each is ticked; None for one without a box."""
    model = person.see("share.chooser.list").model()
    ticks = {Qt.CheckState.Checked: True, Qt.CheckState.Unchecked: False, None: None}
    indexes = [model.index(number, 0) for number in range(model.rowCount())]
    return [(index.data(), ticks[index.data(Qt.ItemDataRole.CheckStateRole)]) for index in indexes]


def choose_in_box(person, name, words):
    """Choose in a box by typing how the choice begins, as a person does with the keyboard."""
    box = person.see(name)
    number = next(n for n in range(box.count()) if box.itemText(n).startswith(words))
    box.setFocus()
    while box.currentIndex() != number:
        down = box.currentIndex() < number
        person.qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    person.qtbot.wait(400)  # what was chosen rests before it is followed
    person.wait()
