"""A place beside the clock, which no test has for real."""

# ruff: noqa: N802, N815  (named as Qt names them)

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from resilience_desktop import app
from resilience_desktop.ui.tray import Tray


class FakeIcon(QObject):
    """What stands for Qt's icon; ``has_room`` is whether the desktop has a tray at all."""

    ActivationReason = QSystemTrayIcon.ActivationReason
    activated = Signal(object)
    messageClicked = Signal()
    has_room = True
    shows_messages = True

    def __init__(self, icon, parent):
        super().__init__(parent)
        assert not icon.isNull()
        self.messages, self.words, self.menu, self.shown = [], "", None, False

    @classmethod
    def isSystemTrayAvailable(cls):
        return cls.has_room

    @classmethod
    def supportsMessages(cls):
        return cls.shows_messages

    def setToolTip(self, words):
        self.words = words

    def setContextMenu(self, menu):
        self.menu = menu

    def show(self):
        self.shown = True

    def hide(self):
        self.shown = False

    def isVisible(self):
        return self.shown and self.has_room

    def showMessage(self, title, words, icon):
        assert not icon.isNull()
        self.messages.append((title, words))


class Beside:
    """The tray of one window, as somebody sees it."""

    def __init__(self, person):
        self.person = person
        app.add_quick_capture(person.parts)

    @property
    def icon(self):
        return self.person.window.findChild(FakeIcon)

    @property
    def messages(self):
        return self.icon.messages if self.icon else []

    def is_seen(self):
        return self.icon is not None and self.icon.isVisible()

    def action(self, name):
        return next(a for a in self.icon.menu.actions() if a.objectName() == f"tray.{name}")

    def choose(self, name):
        self.action(name).trigger()
        self.person.wait()

    def click(self, reason=QSystemTrayIcon.ActivationReason.Trigger):
        self.icon.activated.emit(reason)
        self.person.wait()

    def want(self, **values):
        self.person.window.context.preferences.change(**values)


def put_up(monkeypatch, person, **wishes):
    """Give a person's desktop a tray, and settings that ask for it."""

    class Icon(FakeIcon):
        """Its own room, so that a test can take it away."""

    monkeypatch.setattr("resilience_desktop.ui.tray.QSystemTrayIcon", Icon)
    beside = Beside(person)
    beside.kind = Icon
    beside.want(**wishes)
    assert person.window.findChild(Tray) is not None
    return beside
