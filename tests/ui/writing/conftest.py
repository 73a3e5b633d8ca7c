from __future__ import annotations

import pytest


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
