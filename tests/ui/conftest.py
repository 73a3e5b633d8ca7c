"""A person in front of the real window, over a temporary folder and with real threads."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from resilience_desktop import app
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    Step,
    ThoughtRecord,
)
from resilience_desktop.paths import Places
from resilience_desktop.services.journal import Journal, local_zone
from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.rating import Rating

PATIENCE = 20_000
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window, and what a person can do with it."""

    def __init__(self, qtbot, places):
        self.qtbot, self.places = qtbot, places
        self.parts = None

    # Starting and ending

    def fill(self, *items, drafts=None):
        """Put entries and records into the journal before the window is there."""
        if self.places.journal.exists():
            journal = Journal.open(self.places.journal)
        else:
            journal, _ = Journal.create(self.places.journal, None)
        for item in items:
            keep = journal.keep_entry if isinstance(item, Entry) else journal.keep_thought_record
            keep(item)
        for slot, draft in (drafts or {}).items():
            journal.keep_draft(slot, draft)
        journal.close()
        return self

    def start(self, *, size=(1280, 800)):
        """Start the app as it starts by itself."""
        self.parts = app.build(self.places)
        if size:
            self.window.resize(*size)
        self.window.start()
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        return self.settle()

    def quit(self):
        """Close the window and what belongs to it, as at the end of the app."""
        if self.parts is None:
            return
        self.window.close()
        self.parts.tasks.close()
        self._take_away()

    def kill(self):
        """End without a word: nothing gets a chance to be kept any more."""
        self.parts.tasks.close()
        self._take_away()

    def _take_away(self):
        window, self.parts = self.window, None
        window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def again(self, **how):
        """Quit and start again."""
        self.quit()
        return self.start(**how)

    # Looking

    @property
    def window(self):
        return self.parts.window

    @property
    def notice(self):
        return self.window.findChild(Notices).words

    def settle(self):
        """Wait until nothing is under way."""
        self.wait_for(lambda: not self.parts.tasks.is_busy)
        return self

    def wait_for(self, condition):
        self.qtbot.waitUntil(condition, timeout=PATIENCE)

    def find(self, name, kind=QWidget):
        """Return what has this name and can be seen, or None."""
        tops = [self.window, *(w for w in QApplication.topLevelWidgets() if w is not self.window)]
        for top in tops:
            found = [w for w in top.findChildren(kind, name) if w.isVisible()]
            if top.objectName() == name and top.isVisible():
                found.append(top)
            if found:
                return found[-1]
        return None

    def see(self, name, kind=QWidget):
        """Return what has this name, as soon as it can be seen."""
        if self.find(name, kind) is None:
            self.wait_for(lambda: self.find(name, kind) is not None)
        return self.find(name, kind)

    def sees(self, name):
        return self.find(name) is not None

    def said(self, name):
        return self.see(name).text()

    def read(self, work):
        """Ask the open journal, on its thread."""
        future = self.parts.tasks.read(work, lambda _answer: None, owner=self.window)
        return future.result(PATIENCE / 1000)

    def entries(self):
        return [i for i in self.read(lambda j: j.timeline(None, 500)).items if isinstance(i, Entry)]

    def records(self):
        return self.read(lambda j: j.thought_records())

    def rows(self, name="journal.timeline"):
        return self.see(name).rows.rows()

    def lines(self, name="journal.timeline"):
        """Return headings and rows as a screen reader says them."""
        model = self.see(name).rows
        return [model.data(model.index(n)) for n in range(model.rowCount())]

    def shown_words(self):
        """Return all words that can be seen on labels, buttons and in fields."""
        found = []
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible():
                for reads in ("text", "toPlainText"):
                    if hasattr(widget, reads):
                        found.append(getattr(widget, reads)())
        return found

    # Doing

    def press(self, name):
        """Click a button."""
        button = self.see(name, QPushButton)
        assert button.isEnabled(), f"{name} cannot be pressed"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.settle()

    def tick(self, name):
        self.qtbot.mouseClick(self.see(name), Qt.MouseButton.LeftButton, pos=_corner(self, name))
        return self.settle()

    def write(self, name, words):
        """Type into a field, in place of what is there."""
        field = self.see(name)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, words)
        return self

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        on = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(on, key, modifier)
        return self.settle()

    def go(self, page):
        """Go to a page by its shortcut."""
        from resilience_desktop.ui.pages import PAGES

        number = [p.key for p in PAGES].index(page) + 1
        return self.key(str(number), CTRL)

    def mood(self, value, name="journal.mood"):
        """Choose a mood by keys."""
        scale = self.see(name)
        scale.setFocus()
        for key in str(value):
            self.qtbot.keyClick(QApplication.focusWidget(), key)
        return self

    def chip(self, group, word):
        chips = self.see(f"{group}.chips").findChildren(Chip)
        return next(c for c in chips if c.word == word and c.isVisible())

    def choose(self, group, *words):
        """Click feelings."""
        for word in words:
            self.qtbot.mouseClick(self.chip(group, word), Qt.MouseButton.LeftButton)
        return self.settle()

    def rating(self, name):
        """Return a rating by its name, or by the name a screen reader says."""
        ratings = [r for r in self.window.findChildren(Rating) if r.isVisible()]
        return next(
            r for r in ratings if name in (r.objectName(), r.focusProxy().accessibleName())
        )

    def rate(self, name, number):
        """Type a number into the box beside a slider."""
        slider = self.rating(name)
        box = slider.findChild(QWidget, f"{slider.objectName()}.number")
        box.setFocus()
        box.selectAll()
        self.qtbot.keyClicks(box, str(number))
        return self.settle()

    def stand_on(self, name, row=0):
        """Put the keyboard on a row of a list."""
        view = self.see(name)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        view.setCurrentIndex(view.rows.index_of(view.rows.rows()[row].id))
        return view


def _corner(desk, name):
    """Return where the box of a tick is: its words may be wider than the pane."""
    height = desk.see(name).height()
    from PySide6.QtCore import QPoint

    return QPoint(height // 2, height // 2)


@pytest.fixture
def desk(qtbot, qapp, tmp_path):
    """A desk with nothing on it yet: ``fill`` the journal, then ``start``."""
    QCursor.setPos(0, 0)
    style, font, palette = qapp.styleSheet(), qapp.font(), qapp.palette()
    desk = Desk(qtbot, Places.inside(tmp_path / "home"))
    yield desk
    desk.quit()
    if qapp.styleSheet() != style:
        qapp.setStyleSheet(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def empty_desk(desk):
    """A window over an empty journal without a passphrase."""
    return desk.fill().start()


@pytest.fixture
def quick_saving(monkeypatch):
    """Keep drafts almost at once."""
    monkeypatch.setattr("resilience_desktop.ui.widgets.autosave.REST_MS", 1)


@pytest.fixture
def save_to(monkeypatch):
    """Answer every question of where to save."""

    def answer(path):
        monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", lambda *_: path)
        return path

    return answer


def moment(days_ago=0, hour=12, minute=0):
    """Return a time of day on a day not long ago."""
    day = Moment.now(local_zone()).day - dt.timedelta(days=days_ago)
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour, minute)), local_zone())


def entry(note="", days_ago=0, mood=1, **more):
    """Return an entry."""
    feelings = tuple(Feeling(word) for word in more.pop("feelings", ()))
    at = moment(days_ago, more.pop("hour", 12), more.pop("minute", 0))
    return Entry(at=at, mood=mood, note=note, feelings=feelings, **more)


def record(thought="They all saw it.", days_ago=0, *, finished=True, **more):
    """Return a thought record with something in every step."""
    values = {
        "at": moment(days_ago),
        "situation": "The figures were asked for.",
        "feelings": (RatedFeeling("tense", 70, 35),),
        "thoughts": (AutomaticThought(thought, 85, 40),),
        "patterns": (ChosenPattern("mind_reading", main=True),),
        "balanced_thought": "Most of them looked at the screen.",
        "balanced_belief": 65,
        "step": Step.LOOK_AGAIN,
        "finished": finished,
    }
    return ThoughtRecord(**{**values, **more})
