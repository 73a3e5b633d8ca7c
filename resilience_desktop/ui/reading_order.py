"""Tab in the order things are read, whatever order they were built or moved in."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QTabBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTabBar)
"""What is inside these is their own business."""


def stops(root: QWidget) -> list[QWidget]:
    """Return where Tab stops below ``root``, in the order of its layouts."""
    return list(_stops_in(root))


def next_stop(root: QWidget, focus: QWidget | None, step: int) -> QWidget | None:
    """Return the stop after (or before, for -1) the one that has the focus."""
    found = stops(root)
    if not found:
        return None
    here = next((n for n, stop in enumerate(found) if stop is focus), None)
    if here is None:  # inside something that is one stop, or nowhere
        here = next((n for n, s in enumerate(found) if focus and s.isAncestorOf(focus)), -1)
        here = len(found) if here < 0 and step < 0 else here
    return found[(here + step) % len(found)]


def go_on(root: QWidget, *, forward: bool) -> bool:
    """Take the keyboard to the next or the previous stop: what ``focusNextPrevChild`` is for."""
    stop = next_stop(root, root.focusWidget(), 1 if forward else -1)
    if stop is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    return True


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    scrolls = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, _WHOLE)
    tab = Qt.FocusPolicy.TabFocus
    if widget.focusPolicy() & tab == tab and not scrolls and widget.focusProxy() is None:
        yield widget
    if not isinstance(widget, _WHOLE):
        for child in _children(widget):
            yield from _stops_in(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        return [inside] if (inside := widget.widget()) is not None else []
    if isinstance(widget, QStackedWidget):
        return [current] if (current := widget.currentWidget()) is not None else []
    if isinstance(widget, QSplitter):
        return [pane for n in range(widget.count()) if (pane := widget.widget(n)) is not None]
    layout = widget.layout()
    laid_out = list(in_layout(layout)) if layout is not None else []
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out
    ]
    return [*laid_out, *others]


def in_layout(layout: QLayout) -> Iterator[QWidget]:
    """Yield what a layout and those inside it hold, in their order.

    Not item by item: Python would hold on to items of Qt's that go with their widgets, and take
    whatever stands at the same place in memory next for one of them.
    """
    if isinstance(layout, QStackedLayout):
        if (current := layout.currentWidget()) is not None:
            yield current
        return
    holder = layout.parentWidget()
    inside: list[QWidget | QLayout] = (
        [child for child in holder.children() if isinstance(child, QWidget)]
        if holder is not None
        else []
    )
    inside += [child for child in layout.children() if isinstance(child, QLayout)]
    places = ((layout.indexOf(child), child) for child in inside)
    for _, child in sorted((p for p in places if p[0] >= 0), key=itemgetter(0)):
        if isinstance(child, QLayout):
            yield from in_layout(child)
        else:
            yield child
