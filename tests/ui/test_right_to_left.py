"""Somebody whose writing runs from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from resilience_desktop import i18n, pseudo
from resilience_desktop.settings import Settings

from .samples import entry, fill, record


@pytest.fixture
def person(qapp, places, home_of):
    fill(places, entry("Walked by the river.", feelings=("calm",)), record())
    Settings(language=pseudo.RIGHT_TO_LEFT).write(places.settings)
    yield home_of()
    i18n.use_language("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def place(person, name):
    widget = person.see(name)
    return QRect(widget.mapTo(person.window, QPoint(0, 0)), widget.size())


def test_that_the_header_begins_at_the_right(person):
    tabs, search = place(person, "pages"), place(person, "search.field")
    assert place(person, "header.menu").right() < place(person, "header.help").left()
    assert place(person, "header.help").right() < search.left()
    assert search.right() < tabs.left()
    assert person.window.header.tabs.tabRect(0).x() > person.window.header.tabs.tabRect(1).x()


def test_that_writing_is_at_the_right_and_what_was_written_at_the_left(person):
    written = person.see("journal.timeline")
    assert place(person, "journal.timeline").right() < place(person, "journal.note").left()
    row = written.visualRect(written.rows.index_of(written.rows.rows()[0].id))
    menu = written._painter.menu_rect(row)
    assert menu.right() < row.center().x()
    person.qtbot.mouseClick(written.viewport(), Qt.MouseButton.LeftButton, pos=menu.center())
    person.wait_for(lambda: person.find("journal.timeline.menu") is not None)
    person.find("journal.timeline.menu").close()


def test_that_the_steps_of_a_record_are_at_the_right(person):
    person.go("thoughts")
    person.press("thoughts.new")
    assert place(person, "thoughts.situation").right() < place(person, "thoughts.steps").left()
    person.write("thoughts.situation", "A long day.")
    person.press("thoughts.next")
    back, next_one = place(person, "thoughts.previous"), place(person, "thoughts.next")
    assert next_one.right() < back.left()


def test_that_what_search_found_stands_below_the_field(person):
    person.shortcut(Qt.Key.Key_K)
    person.write("search.field", "river")
    person.wait_for(lambda: person.find("search.panel") is not None)
    panel, field = place(person, "search.panel"), place(person, "search.field")
    assert panel.left() == field.left()
    assert panel.right() <= person.window.width()
