"""Of several quiet lines the first that has something to say is there, and no other."""

import pytest
from PySide6.QtWidgets import QLabel

from resilience_desktop.ui.widgets.one_at_a_time import OneAtATime


@pytest.fixture
def lines(qtbot):
    """Three lines that have nothing to say yet, in a window."""
    lines = [QLabel(words) for words in ("first", "second", "third")]
    for line in lines:
        line.hide()
    holder = OneAtATime(lines[:1])
    holder.add(lines[1:])
    qtbot.addWidget(holder)
    holder.setMinimumSize(100, 100)
    lines[0].holder = holder
    return lines


def shown(lines):
    return [line.text() for line in lines if line.isVisible()]


def test_that_nothing_is_there_while_no_line_has_anything_to_say(lines):
    assert lines[0].holder.isHidden()


def test_that_the_first_goes_before_the_others_whichever_speaks_first(lines):
    for line in (lines[2], lines[1]):
        line.show()
        assert shown(lines) == [line.text()]
    lines[0].show()
    assert shown(lines) == ["first"]


def test_that_the_next_is_there_once_one_is_put_away(lines):
    for line in lines:
        line.show()
    lines[0].hide()
    assert shown(lines) == ["second"]
    lines[2].hide()
    assert shown(lines) == ["second"]
    lines[1].hide()
    assert shown(lines) == []
    assert lines[0].holder.isHidden()
