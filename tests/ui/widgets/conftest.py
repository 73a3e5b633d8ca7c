from __future__ import annotations

import pytest


@pytest.fixture
def show(qtbot):
    """Show a widget in an active window, so that it can have the focus."""

    def shown(widget, width=520, height=0):
        qtbot.addWidget(widget)
        widget.resize(width, height or widget.sizeHint().height())
        widget.show()

        def is_active():  # another window, on its way out, may take that away once more
            widget.activateWindow()
            return widget.isActiveWindow()

        qtbot.waitUntil(is_active, timeout=20_000)
        return widget

    return shown
