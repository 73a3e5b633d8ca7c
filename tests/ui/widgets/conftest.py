from __future__ import annotations

import pytest

from resilience_desktop.ui.theme import LookKeeper


@pytest.fixture
def look(qapp):
    keeper = LookKeeper(qapp, theme="light")
    yield keeper
    keeper.set_theme("light")
    keeper.set_text_size(100)


@pytest.fixture
def show(qtbot):
    """Show a widget in an active window, so that it can have the focus."""

    def shown(widget, width=520, height=0):
        qtbot.addWidget(widget)
        widget.resize(width, height or widget.sizeHint().height())
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return shown
