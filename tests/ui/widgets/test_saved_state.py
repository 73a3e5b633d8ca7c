from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel

from resilience_desktop.ui.widgets.saved_state import SavedState


@pytest.fixture
def state(look, show):
    return show(SavedState(look, name="journal.state"), 400)


def test_that_nothing_is_said_when_there_is_nothing_to_save(state):
    assert state.words() == ""
    assert not any(label.isVisible() and label.pixmap() for label in state.findChildren(QLabel))


def test_that_saved_says_since_when(state):
    state.say_saved()
    assert re.fullmatch(r"Saved \d\d:\d\d", state.words())


def test_that_what_keeps_the_words_from_being_saved_is_said(state, look):
    state.say_not_saved("The disk is full.")
    assert state.words() == "Not saved. The disk is full."
    assert state.banner.accessibleName() == "The disk is full."
    assert not state.banner.isHidden()
    words = state.findChild(QLabel, "journal.state.words")
    assert words.palette().windowText().color() == look.color("danger")
    state.say_saved()
    assert words.palette().windowText().color() == look.color("text_muted")
    assert state.banner.isHidden()
    state.say_nothing()
    assert state.words() == ""


def test_that_whatever_is_said_below_the_reason_saving_is_tried_again(state):
    state.say_not_saved("The disk is full.")
    state.say_below("Copied.")
    lines = state.banner.findChild(QLabel, "journal.state.banner.lines")
    assert lines.text() == "Copied. Saving is tried again by itself."
