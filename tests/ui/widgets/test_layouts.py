from __future__ import annotations

import weakref

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets.layouts import empty
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane


def test_that_everything_is_taken_out_hidden_and_deleted(show):
    page = QWidget()
    column = QVBoxLayout(page)
    labels = [QLabel(word) for word in ("one", "two")]
    for label in labels:
        column.addWidget(label)
    column.addSpacing(8)
    column.addStretch()
    show(page, 200, 200)
    gone = [weakref.ref(label) for label in labels]
    empty(column)
    assert column.count() == 0
    assert not any(label.isVisible() for label in labels)
    del label, labels
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [ref() for ref in gone] == [None, None]


def test_that_emptying_what_is_empty_does_nothing(qapp):
    column = QVBoxLayout()
    empty(column)
    assert column.count() == 0


def test_that_a_pane_scrolls_up_and_down_only(show):
    tall = QLabel("tall")
    tall.setMinimumHeight(900)
    pane = show(ScrollPane("page.scroll", tall), 200, 200)
    assert pane.objectName() == "page.scroll"
    assert pane.frameShape() == QFrame.Shape.NoFrame
    assert pane.verticalScrollBar().maximum() > 0
    assert pane.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert tall.width() <= pane.viewport().width()
