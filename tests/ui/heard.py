"""What a screen reader is told of every place in the app, and how large the targets there are."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QTabBar,
    QTableView,
    QWidget,
)

from resilience_desktop import app
from resilience_desktop.paths import Places
from resilience_desktop.settings import Settings
from resilience_desktop.showcase import camera
from resilience_desktop.showcase.dialogs import DIALOGS
from resilience_desktop.showcase.doors import DOORS
from resilience_desktop.showcase.pages import PAGES
from resilience_desktop.showcase.shots import draft
from resilience_desktop.ui.reading_order import stops
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Row

Name, Description, Value = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
)
PRESSED = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
)
MOST_PARTS = 5
"""Of one field that are stops of their own: day, month, year, hours and minutes."""
LEAST = 32
"""Pixels of whatever is pressed, both ways."""
SHORT_MS = 700
"""Timers no longer than this are waited for: a search that starts when the typing rests."""


@dataclass(frozen=True)
class Heard:
    """One thing, as a screen reader is told of it."""

    place: str
    object_name: str
    widget: type
    role: QAccessible.Role
    name: str
    description: str
    value: str
    labelled: str
    """The words that stand beside it as its label."""
    group: str
    """The name of the group it is in."""
    takes_focus: bool
    enabled: bool
    checkable: bool

    def __str__(self):
        return f"{self.place}: {self.object_name or self.widget.__name__} {self.role.name}"


@dataclass(frozen=True)
class Target:
    """Something a pointer can press."""

    place: str
    object_name: str
    width: int
    height: int

    def __str__(self):
        return f"{self.place}: {self.object_name} {self.width}x{self.height}"


@dataclass(frozen=True)
class Place:
    """Everything about one place, or one size of its window."""

    heard: tuple[Heard, ...]
    targets: tuple[Target, ...]
    reading_order: tuple[str, ...]
    tabbed: tuple[str, ...]
    """Where Tab went, once round."""
    out_of_sight: tuple[str, ...]
    """What Tab reached without its being seen."""


def look_at(place, shown):
    """Return what there is to hear, to press and to reach in a window or dialog."""
    pressed = tuple(targets(place, shown))
    if any(min(target.width, target.height) < LEAST for target in pressed):
        QTest.qWait(150)  # something may just be on its way to its place
        pressed = tuple(targets(place, shown))
    heard = tuple(listen(QAccessible.queryAccessibleInterface(shown), place))
    tabbed, hidden = tab_through(shown) if shown.isWindow() else ([], [])
    order = tuple(stop.objectName() for stop in stops(shown))
    return Place(heard, pressed, order, tuple(tabbed), tuple(hidden))


def listen(interface, place, group=""):
    """Go through everything that is shown, as a screen reader does."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    heard = hear(interface, place, group)
    if not isinstance(interface.object(), QScrollBar):
        yield heard
    inside = heard.name if heard.role == QAccessible.Role.Grouping else group
    for number in range(interface.childCount()):
        yield from listen(interface.child(number), place, inside)


def hear(interface, place, group=""):
    """Return what is told of one thing."""
    state, widget = interface.state(), interface.object()
    label = QAccessible.RelationFlag.Label
    return Heard(
        place=place,
        object_name=widget.objectName() if widget else "",
        widget=type(widget),
        role=interface.role(),
        name=interface.text(Name),
        description=interface.text(Description),
        value=interface.text(Value),
        labelled=" ".join(other.text(Name) for other, _ in interface.relations(label)),
        group=group,
        takes_focus=bool(state.focusable),
        enabled=not state.disabled,
        checkable=bool(state.checkable),
    )


def targets(place, shown):
    """Return what can be pressed, each with the size that answers."""
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.objectName().startswith("qt_") or isinstance(
            widget.parentWidget(), QComboBox | QAbstractSpinBox
        ):
            continue
        for width, height in sizes_of(widget):
            yield Target(place, widget.objectName(), width, height)


def sizes_of(widget):
    """Return the sizes that answer to the pointer: one, or one for each row or tab."""
    if isinstance(widget, QAbstractButton):
        middle = widget.rect().center()
        yield (
            sum(widget.hitButton(QPoint(x, middle.y())) for x in range(widget.width())),
            sum(widget.hitButton(QPoint(4, y)) for y in range(widget.height())),
        )
    elif isinstance(widget, PRESSED):
        yield widget.width(), widget.height()
    elif isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield widget.tabRect(number).width(), widget.tabRect(number).height()
    elif isinstance(widget, WrittenList):
        for number in range(widget.rows.rowCount()):
            index = widget.rows.index(number)
            if isinstance(widget.rows.row_at(index), Row):
                yield widget.visualRect(index).width(), widget.visualRect(index).height()
    elif isinstance(widget, QListView | QTableView):
        for number in range(widget.model().rowCount()):
            rect = widget.visualRect(widget.model().index(number, 0))
            yield rect.width(), rect.height()


def tab_through(shown):
    """Press Tab all the way round; return where it went, and what could not be seen there."""
    shown.activateWindow()
    tabbed, hidden = [], []
    while (focus := QApplication.focusWidget()) is not None and focus not in tabbed:
        if tabbed and not is_seen(focus):
            hidden.append(focus.objectName())
        tabbed.append(focus)
        for _ in range(MOST_PARTS):
            if QApplication.focusWidget() is focus:
                QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [widget.objectName() for widget in tabbed], hidden


def is_seen(widget):
    """Whether enough of a widget is in sight to know where the keyboard is."""
    visible = widget.visibleRegion().boundingRect()
    return visible.height() >= min(widget.height(), 20) and visible.width() >= 20


def tour(folder, monkeypatch):
    """Go to every place, wide and narrow, and look at each."""
    monkeypatch.setattr(camera, "QUIET_MS", 5)
    found = {}
    for shots, has_journal in (
        ((*PAGES, *DIALOGS), True),
        (DOORS, False),
    ):
        places = Places.inside(folder / str(has_journal))
        if has_journal:
            journal = app.demo_journal(places)
            journal.drafts.keep("entry:new", draft())
            journal.close()
        replace(Settings(), country="GB", theme="light").write(places.settings)
        parts = app.build(places)
        parts.window.start()
        parts.window.show()
        settle(parts)
        for shot in shots:
            parts.window.resize(1280, 800)
            shown = shot.show(parts)
            settle(parts)
            found[shot.name] = look_at(shot.name, shown)
            if shown is parts.window:
                parts.window.resize(900, 600)
                settle(parts)
                found[f"{shot.name}, narrow"] = look_at(f"{shot.name}, narrow", shown)
            else:
                camera.put_away(shown, parts.window)
                go_now(shown)
        parts.window.close()
        parts.tasks.close()
        parts.window.deleteLater()
        go_now(parts.window)
    return found


def settle(parts):
    """Wait until nothing is read, drawn or about to be any more."""

    def is_still():
        timers = parts.window.findChildren(QTimer)
        due = [t for t in timers if t.isActive() and t.isSingleShot() and t.interval() < SHORT_MS]
        return not parts.tasks.is_busy and not due

    QTest.qWait(1)
    end = time.monotonic() + 20
    while not is_still():
        assert time.monotonic() < end
        QTest.qWait(2)
    QTest.qWait(1)


def go_now(widget):
    """Delete what is to be deleted; a new look would be put on all that is still there."""
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
