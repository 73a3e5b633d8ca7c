"""Somebody in front of the window, for tests of what a person does."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from resilience_desktop import app
from resilience_desktop.ui.widgets.chips import Chip


class Person:
    """Somebody in front of the window."""

    def __init__(self, qtbot, places, monkeypatch):
        self.qtbot, self.places, self.monkeypatch = qtbot, places, monkeypatch
        self.start()

    def start(self):
        self.gone = False
        self.monkeypatch.setattr(app, "_start_demo", lambda: None)  # a process of its own
        self.parts = app.build(self.places)
        self.window = self.parts.window
        self.window.start()
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.wait()

    def quit(self):
        if self.gone:
            return
        self.gone = True
        self.window.close()
        self.parts.tasks.close()
        self._take_away()

    def _take_away(self):
        self.window.deleteLater()  # at once: a new look would be put on all that is still there
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def wait(self):
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: not self.parts.tasks.is_busy, timeout=20_000)

    def see(self, name, kind=QWidget):
        found = [w for w in self.window.findChildren(kind, name) if w.isVisibleTo(self.window)]
        assert found, f"{name} is not there"
        return found[0]

    def press(self, name):
        button = self.see(name, QPushButton)
        assert button.isEnabled(), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def write(self, name, words):
        field = self.see(name)
        field.setFocus()
        self.qtbot.keyClicks(field, words)

    def rate(self, name, number):
        field = self.see(f"{name}.number")
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, str(number))
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)

    def choose_feeling(self, group, word):
        chips = self.see(f"{group}.chips")
        chip = next(c for c in chips.findChildren(Chip) if c.word == word and c.isVisible())
        self.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    def tick(self, name):
        box = self.see(name, QCheckBox)
        left = QPoint(10, box.height() // 2)  # the box is wider than its words
        self.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=left)
        assert box.isChecked()

    def shortcut(self, key, modifier=Qt.KeyboardModifier.ControlModifier):
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.wait()

    def find(self, name, kind=QWidget):
        """Return what has this name and can be seen in any window, or None."""
        found = [
            w for top in QApplication.topLevelWidgets() for w in (top, *top.findChildren(kind))
        ]
        seen = [w for w in found if w.objectName() == name and w.isVisible()]
        return seen[-1] if seen else None

    def wait_for(self, condition):
        self.qtbot.waitUntil(condition, timeout=20_000)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        if QApplication.activeWindow() is None:  # a dialog has just closed
            self.window.activateWindow()
            self.wait_for(self.window.isActiveWindow)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.wait()

    def choose_in(self, button, name):
        """Choose what the menu of a button has under this name, as ``button.name``."""
        self.see(button, QPushButton).findChild(QAction, f"{button}.{name}").trigger()
        self.wait()

    def go(self, page):
        """Go to a page by its shortcut."""
        tabs = self.window.header.tabs
        keys = [tabs.tabData(place) for place in range(tabs.count())]
        self.shortcut(str(keys.index(page) + 1))

    def choose(self, scale, value):
        """Choose a step of a mood scale by its keys."""
        self.see(scale).setFocus()
        for key in str(value):
            self.qtbot.keyClick(self.see(scale), key)

    def stand_on(self, name, row=0):
        """Put the keyboard on a row of a list."""
        view = self.see(name)
        self.wait_for(lambda: len(view.rows.rows()) > row)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        view.setCurrentIndex(view.rows.index_of(view.rows.rows()[row].id))
        return view

    def save_to(self, path):
        """Answer the next question of where a file should go."""
        self.monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", lambda *_: path)
        return path

    def read(self, work):
        """Ask the open journal, on its thread."""
        return self.parts.tasks.read(work, lambda _: None, owner=self.window).result(20)

    def crash(self):
        """End without a word: nothing gets the chance to be kept any more."""
        self.gone = True
        self.parts.tasks.close()
        self._take_away()

    def begins_records_with(self, form):
        """Have new thought records begin with another form than the short one."""

        def keep(journal):
            return journal.keep_settings(replace(journal.settings(), first_form=form))

        self.parts.tasks.write(keep, owner=self.window).result(20)
        self.wait()
