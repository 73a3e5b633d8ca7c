"""What Windows says when nobody can be looking any more, as far as it can be read elsewhere."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QWidget

from resilience_desktop.ui.signs_on_windows import MessageFilter, WindowsSigns, says_away

SUSPEND, RESUME = (0x218, 4), (0x218, 7)
SCREEN_LOCKED, SCREEN_UNLOCKED = (0x2B1, 7), (0x2B1, 8)
SOMETHING_ELSE = (0x100, 7)


@pytest.mark.parametrize("sign", [SUSPEND, SCREEN_LOCKED])
def test_that_sleep_and_the_locked_screen_are_signs(sign):
    assert says_away(*sign)


@pytest.mark.parametrize("other", [RESUME, SCREEN_UNLOCKED, SOMETHING_ELSE, (0x2B1, 4), (0, 0)])
def test_that_nothing_else_is(other):
    assert not says_away(*other)


@pytest.fixture
def heard(qtbot):
    """Signs that are told of messages by hand, and what they made of them."""
    window = QWidget()
    qtbot.addWidget(window)
    signs = WindowsSigns(window)
    heard = []
    signs.away.connect(lambda: heard.append("away"))
    looking = MessageFilter(signs)

    def tell(number, parameter, kind=b"windows_generic_MSG"):
        message = wintypes.MSG(message=number, wParam=parameter)
        assert looking.nativeEventFilter(kind, ctypes.addressof(message)) == (False, 0)
        return heard

    yield tell
    signs.deleteLater()


def test_that_a_message_is_read_where_windows_puts_it_and_is_not_stopped(heard):
    assert heard(*SCREEN_UNLOCKED) == []
    assert heard(*SCREEN_LOCKED) == ["away"]
    assert heard(*SUSPEND) == ["away"] * 2


def test_that_messages_of_another_kind_are_not_read_as_such(heard):
    assert heard(*SUSPEND, kind=b"xcb_generic_event_t") == []
