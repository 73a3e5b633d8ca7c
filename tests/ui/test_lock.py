"""The lock, which is left to a fresh process, and the cover."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from resilience_desktop import app
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.idle import Clocks
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.drafts import DraftBook
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui import files, lock
from resilience_desktop.ui.clipboard import PrivateClipboard
from resilience_desktop.ui.dialogs.versions import VersionsDialog
from resilience_desktop.ui.lock import Lock
from resilience_desktop.ui.single_instance import SingleInstance

from .conftest import WORDS, unlock
from .locking import program
from .samples import entry, fill

CTRL = Qt.KeyboardModifier.ControlModifier
OPEN_IT = (
    "import sys\n"
    "from pathlib import Path\n"
    "from resilience_desktop.services.journal import Journal\n"
    "journal = Journal.open(Path(sys.argv[1]), sys.argv[2])\n"
    "print(journal.drafts.get('entry:new').note)\n"
)


def open_elsewhere(folder):
    """Return what is being typed in a journal, as another process finds it."""
    command = [sys.executable, "-c", OPEN_IT, str(folder), WORDS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.splitlines()[-1:]
    return done.stdout.strip()


# The lock


def test_that_a_fresh_process_finds_a_closed_journal_with_what_was_being_typed(opened, starter):
    starter.look = open_elsewhere
    opened.write("journal.note", "Half a sen")
    opened.shortcut(Qt.Key.Key_L)
    assert starter.started == [opened.places.journal]
    assert starter.found == ["Half a sen"]
    assert not opened.window.isVisible()
    assert not opened.parts.tasks.has_journal


def test_that_the_button_locks_too(opened, starter):
    assert opened.see("header.lock").accessibleName() == "Lock"
    opened.press("header.lock")
    assert len(starter.started) == 1


def test_that_the_lock_works_over_a_dialog(opened, starter):
    opened.key(Qt.Key.Key_F1)
    opened.key("l", CTRL)
    assert len(starter.started) == 1


def test_that_the_next_window_stands_where_this_one_did(opened, starter):
    opened.window.setGeometry(20, 30, 1000, 700)
    starter.look = lambda _: opened.window.context.preferences.settings.window
    opened.shortcut(Qt.Key.Key_L)
    assert starter.found == [(20, 30, 1000, 700)]


def test_that_the_next_process_is_not_sent_back_to_this_one(opened, starter, qtbot):
    mine, other = SingleInstance(opened.places), SingleInstance(opened.places)
    assert mine.claim(opened.places.journal)
    opened.parts.lock.leaving.connect(mine.leave)
    starter.look = other.claim
    opened.shortcut(Qt.Key.Key_L)
    assert starter.found == [True]
    other.leave()


def test_that_what_was_copied_is_gone_before_another_process_starts(
    places, home_of, starter, monkeypatch
):
    cleared = []
    monkeypatch.setattr(PrivateClipboard, "clear_own", lambda _: cleared.append(True))
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    unlock(person)
    starter.look = lambda _: list(cleared)
    person.shortcut(Qt.Key.Key_L)
    assert starter.found == [[True]]


def test_that_the_lock_is_shown_here_when_no_process_starts(opened, starter):
    starter.works = False
    opened.key(Qt.Key.Key_F1)
    opened.key("l", CTRL)
    assert opened.find("unlock")
    assert not opened.parts.tasks.has_journal
    assert opened.find("frame") is None
    assert opened.find("help") is None
    Journal.open(opened.places.journal, WORDS).close()
    unlock(opened)
    opened.write("journal.note", "Back again")
    opened.shortcut(Qt.Key.Key_N)
    opened.key(",", CTRL)
    opened.see("settings", QDialog).close()
    opened.shortcut(Qt.Key.Key_L)
    assert len(starter.started) == 2
    assert open_elsewhere(opened.places.journal) == "Back again"


def test_that_a_journal_without_a_passphrase_cannot_be_locked(home, starter):
    assert home.find("header.lock") is None
    home.shortcut(Qt.Key.Key_L)
    assert "no passphrase" in home.see("notice.text").text()
    assert starter.started == []
    assert home.find("journal")


def test_that_a_journal_that_is_locked_is_not_locked_again(places, home_of, starter):
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    person.shortcut(Qt.Key.Key_L)
    assert starter.started == []


def test_that_the_window_stays_covered_until_the_next_one_is_there(opened, starter, monkeypatch):
    monkeypatch.setattr(lock, "LINGER_MS", 3000)
    opened.key(Qt.Key.Key_F1)
    ended = []
    opened.window.closed.connect(lambda: ended.append(True))
    opened.window.lock()
    assert is_covered(opened)
    assert not ended
    assert not any(top.isEnabled() for top in QApplication.topLevelWidgets())
    opened.wait_for(lambda: bool(ended))


def test_that_nothing_lingers_when_the_computer_goes_to_sleep(opened, starter, monkeypatch):
    monkeypatch.setattr(lock, "LINGER_MS", 60_000)
    ended = []
    opened.window.closed.connect(lambda: ended.append(True))
    opened.parts.lock.leave_alone()
    assert ended


@pytest.mark.parametrize("leave", ["showMinimized", "hide", ""])
def test_that_a_window_out_of_sight_stays_so_when_it_is_locked(opened, starter, leave):
    if leave:
        getattr(opened.window, leave)()
    opened.window.lock()
    opened.wait()
    assert starter.started
    assert starter.stays_away == bool(leave)


AWAY = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from resilience_desktop import app
from resilience_desktop.paths import Places

parts = app.build(Places.inside(Path(sys.argv[1])))
window = parts.window

def look():
    print("hidden" if window.isHidden() else "minimised" if window.isMinimized() else "seen")
    window.quit()

def beside_the_clock(_parts):
    window.hides_when_closed = sys.argv[2] == "tray"

app.add_quick_capture = beside_the_clock
QTimer.singleShot(300, look)
sys.exit(app._run(parts, window.start, away=sys.argv[3] == "away"))
"""


@pytest.mark.parametrize(
    ("tray", "away", "seen"),
    [("tray", "away", "hidden"), ("", "away", "minimised"), ("tray", "", "seen")],
)
def test_that_a_process_can_start_out_of_sight(tmp_path, tray, away, seen):
    command = [sys.executable, "-c", AWAY, str(tmp_path), tray, away]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == f"{seen}\n", done.stderr
    assert done.returncode == 0


def test_that_a_process_that_cannot_start_is_noticed(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    assert not app._start_again(tmp_path)


# Nobody is there


class TwoClocks:
    """Both clocks, turned by a test."""

    now = Clocks(100.0, 1_000_000.0)

    def __call__(self):
        return self.now

    def wait(self, seconds, asleep=0):
        self.now = Clocks(self.now.steady + seconds, self.now.wall + seconds + asleep)


@pytest.fixture
def clocks():
    return TwoClocks()


@pytest.fixture
def watched(opened, starter, clocks):
    """Somebody whose lock goes by the test's clocks."""
    opened.lock = Lock(opened.window, starter, clocks)
    return opened


def test_that_the_journal_locks_after_ten_minutes_without_anybody(watched, starter, clocks):
    clocks.wait(599)
    watched.lock.look()
    assert starter.started == []
    clocks.wait(1)
    watched.lock.look()
    assert len(starter.started) == 1


def test_that_a_key_puts_the_lock_off(watched, starter, clocks):
    clocks.wait(599)
    watched.write("journal.note", "x")
    clocks.wait(599)
    watched.lock.look()
    assert starter.started == []


def test_that_words_of_an_input_method_put_the_lock_off(watched, starter, clocks):
    watched.see("journal.note").setFocus()
    clocks.wait(599)
    QApplication.sendEvent(QApplication.focusObject(), QInputMethodEvent("ni", []))
    clocks.wait(599)
    watched.lock.look()
    assert starter.started == []


def test_that_a_dialog_is_watched_too(watched, starter, clocks):
    watched.window.dialogs.show_settings("safety")
    dialog = watched.see("settings", QDialog)
    watched.wait_for(lambda: QApplication.focusWindow() is dialog.windowHandle())
    clocks.wait(599)
    QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    clocks.wait(599)
    watched.lock.look()
    assert starter.started == []
    dialog.close()


def test_that_a_click_puts_the_lock_off(watched, starter, clocks):
    clocks.wait(599)
    QTest.mouseClick(watched.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    clocks.wait(599)
    watched.lock.look()
    assert starter.started == []


def test_that_the_journal_is_locked_when_the_computer_wakes(watched, starter, clocks):
    clocks.wait(5, asleep=3600)
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert len(starter.started) == 1


def test_that_the_first_key_after_a_long_time_does_not_put_the_lock_off(watched, starter, clocks):
    clocks.wait(3600)
    QTest.keyClick(watched.window.windowHandle(), Qt.Key.Key_Shift)
    watched.wait_for(lambda: len(starter.started) == 1)


def test_that_nothing_is_locked_where_nobody_wants_it(watched, starter, clocks):
    watched.window.context.preferences.change(lock_after=0)
    clocks.wait(10**6)
    watched.lock.look()
    assert starter.started == []


def test_that_a_journal_without_a_passphrase_stays_open(home, starter, clocks):
    lock = Lock(home.window, starter, clocks)
    clocks.wait(10**6)
    lock.look()
    assert starter.started == []


def test_that_the_time_can_be_chosen(opened):
    opened.window.dialogs.show_settings("safety")
    box = opened.see("settings.lock_after")
    assert box.currentData() == "10"
    box.setCurrentIndex(box.findData("0"))
    box.activated.emit(box.currentIndex())
    assert opened.window.context.preferences.settings.lock_after == 0
    opened.see("settings", QDialog).close()


# The cover


@pytest.fixture
def written(places, home_of):
    fill(places, entry("Rain on the tin roof"))
    return home_of()


def shown_point(person):
    """Return what is on top in the middle of the window."""
    return person.window.childAt(person.window.rect().center())


def is_covered(person):
    return is_cover(shown_point(person))


def is_cover(widget):
    """Whether this is a cover or something on one."""
    while widget is not None and widget.objectName() != "cover":
        widget = widget.parentWidget()
    return widget is not None


def test_that_f9_covers_everything_and_shows_it_again(written):
    written.write("journal.note", "Half a sen")
    field = QApplication.focusWidget()
    written.key(Qt.Key.Key_F9)
    assert is_covered(written)
    cover = written.find("cover")
    assert cover.geometry() == written.window.rect()
    assert QApplication.focusWidget() is cover
    assert "F9" in cover.accessibleName()
    written.key(Qt.Key.Key_F9)
    assert not is_covered(written)
    assert QApplication.focusWidget() is field
    assert field.toPlainText() == "Half a sen"


def test_that_the_frames_of_covered_windows_say_nothing_either(written):
    written.key(",", CTRL)
    settings = written.see("settings", QDialog)
    title = settings.windowHandle().title()
    assert title == "Settings"
    written.key(Qt.Key.Key_F9)
    assert settings.windowHandle().title() == "Resilience"
    written.key(Qt.Key.Key_F9)
    assert settings.windowHandle().title() == title
    settings.close()


@pytest.mark.parametrize("ask", ["where_to_save", "files", "folder"])
def test_that_a_file_dialog_is_covered_from_within(written, ask):
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        written.qtbot.keyClick(dialog, Qt.Key.Key_F9)
        seen.append(is_cover(dialog.childAt(dialog.rect().center())))
        written.qtbot.keyClick(dialog, Qt.Key.Key_F9)
        seen.append(is_cover(dialog.childAt(dialog.rect().center())))
        dialog.reject()

    QTimer.singleShot(200, look)
    given = {"where_to_save": ("Save", "x.pdf", "PDF (*.pdf)"), "files": ("Open", "All (*)")}
    getattr(files, f"ask_{ask if ask == 'where_to_save' else f'for_{ask}'}")(
        written.window, *given.get(ask, ("Folder",))
    )
    assert seen == [True, False]


def test_that_a_click_shows_it_again_and_presses_nothing_below(written):
    written.key(Qt.Key.Key_F9)
    cover = written.find("cover")
    place = written.see("header.help").mapTo(
        written.window, written.see("header.help").rect().center()
    )
    written.qtbot.mouseClick(cover, Qt.MouseButton.LeftButton, pos=place)
    assert not is_covered(written)
    assert written.find("help") is None


@pytest.mark.parametrize("key", ["n", "t", "z", "1", "k"])
def test_that_no_shortcut_and_no_word_reaches_what_is_covered(written, key):
    written.write("journal.note", "Half a sen")
    field = QApplication.focusWidget()
    written.key(Qt.Key.Key_F9)
    written.key(key, CTRL)
    written.key(key)
    written.key(Qt.Key.Key_Tab)
    assert is_covered(written)
    assert QApplication.focusWidget() is written.find("cover")
    written.key(Qt.Key.Key_F9)
    assert QApplication.focusWidget() is field
    assert field.toPlainText() == "Half a sen"


def test_that_a_page_that_takes_the_keyboard_later_does_not_get_it(written):
    written.key(Qt.Key.Key_F9)
    written.see("journal.note").setFocus()
    assert QApplication.focusWidget() is written.find("cover")
    written.key(Qt.Key.Key_F9)


def test_that_a_dialog_is_covered_too_and_stays_open(written):
    written.key(",", CTRL)
    dialog = written.see("settings", QDialog)
    written.key(Qt.Key.Key_F9)
    assert is_cover(dialog.childAt(dialog.rect().center()))
    assert is_covered(written)
    covers = [w for w in (written.window, dialog) if w.findChild(object, "cover") is not None]
    assert len(covers) == 2
    written.key(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    written.key(Qt.Key.Key_F9)
    assert dialog.isVisible()
    assert written.find("cover") is None
    dialog.close()


def test_that_the_cover_stays_as_large_as_the_window(written):
    written.key(Qt.Key.Key_F9)
    written.window.resize(1000, 700)
    written.wait()
    assert written.find("cover").geometry() == written.window.rect()
    written.key(Qt.Key.Key_F9)


def test_that_help_and_the_lock_work_from_under_the_cover(opened, starter):
    opened.key(Qt.Key.Key_F9)
    opened.key(Qt.Key.Key_F1)
    assert opened.find("help")
    opened.see("help").close()
    opened.wait()
    opened.key("l", CTRL)
    assert len(starter.started) == 1


@pytest.mark.parametrize(
    ("show", "name"),
    [
        ("show_settings", "settings"),
        ("show_bin", "bin"),
        ("show_import", "import"),
        ("show_first_steps", "first_steps"),
        ("show_protection", "protection"),
    ],
)
def test_that_the_lock_leaves_no_dialog_open(opened, starter, show, name):
    starter.works = False
    getattr(opened.window.dialogs, show)()
    opened.wait()
    assert opened.find(name)
    opened.key("l", CTRL)
    assert opened.find("unlock")
    assert opened.find(name) is None


def test_that_the_lock_leaves_no_dialog_of_a_dialog_open(opened, starter):
    starter.works = False
    opened.window.dialogs.show_settings("safety")
    opened.press("settings.passphrase_change")
    assert opened.find("passphrase.old")
    opened.key("l", CTRL)
    assert opened.find("unlock")
    assert opened.find("settings") is None
    assert opened.find("passphrase.old") is None


def test_that_earlier_versions_are_closed_by_the_lock(opened, starter):
    starter.works = False
    at = entry("Rain").at
    kept = Entry(at=at, note="Rain")
    opened.read(lambda journal: journal.keep_entry(kept))
    opened.read(lambda journal: journal.keep_entry(replace(kept, note="Sun")))
    dialog = VersionsDialog(opened.window.context, kept.id, Entry, opened.window)
    dialog.open()
    opened.wait()
    assert opened.find("versions")
    opened.key("l", CTRL)
    assert opened.find("versions") is None


def test_that_a_hidden_window_is_locked_too(opened, starter):
    opened.window.hides_when_closed = True
    opened.window.close()
    opened.parts.lock.leave_alone()
    assert starter.started == [opened.places.journal]
    assert not opened.parts.tasks.has_journal


def test_that_a_hidden_window_without_a_passphrase_comes_back_covered(written):
    written.window.hides_when_closed = True
    written.window.close()
    written.parts.lock.leave_alone()
    written.wait()
    written.window.come_to_front()
    written.wait_for(written.window.isVisible)
    assert is_covered(written)


# What cannot be saved


@pytest.fixture
def full_disk(monkeypatch):
    """A disk that takes nothing until ``undo``."""

    def refuse(*_):
        raise NotWrittenError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(DraftBook, "keep", refuse)
        yield patch


def test_that_nothing_is_locked_away_that_is_not_saved(opened, starter, full_disk):
    opened.write("journal.note", "Half a sen")
    opened.shortcut(Qt.Key.Key_L)
    assert starter.started == []
    assert is_covered(opened)
    assert "not locked" in opened.see("cover").accessibleName()
    opened.key(Qt.Key.Key_F9)
    assert opened.see("journal.note").toPlainText() == "Half a sen"
    opened.parts.lock.look()
    assert starter.started == []


def test_that_it_is_locked_once_it_is_saved(opened, starter, full_disk):
    starter.look = open_elsewhere
    opened.write("journal.note", "Half a sen")
    opened.shortcut(Qt.Key.Key_L)
    opened.parts.lock.look()
    assert starter.started == []
    full_disk.undo()
    opened.wait()
    opened.parts.lock.look()
    assert starter.found == ["Half a sen"]


# In the middle of something


def lock_over(what, places, file):
    """Lock a real program in the middle of something; return what it said before it ended."""
    with program(what, places, file) as process:
        said, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert open_elsewhere(places.journal) == "Half a sen"
    return said.splitlines()


def test_that_the_program_ends_while_somebody_chooses_a_file(places, tmp_path):
    said = lock_over("a_file_dialog", places, tmp_path / "report.pdf")
    assert said == ["handed over", "None"]


def test_that_no_dialog_keeps_a_locked_program_running(places, tmp_path):
    assert lock_over("a_dialog_that_does_not_close", places, tmp_path / "-") == ["handed over"]


def test_that_a_pdf_under_way_is_written_whole(places, tmp_path):
    file = tmp_path / "out" / "report.pdf"
    file.parent.mkdir()
    assert lock_over("a_pdf_under_way", places, file) == ["under way", "handed over"]
    assert file.read_bytes() == b"%PDF"
    assert list(file.parent.iterdir()) == [file]


def test_that_an_export_under_way_is_stopped_and_leaves_nothing(places, tmp_path):
    file = tmp_path / "out" / "export.json"
    file.parent.mkdir()
    assert lock_over("an_export_under_way", places, file) == ["under way", "handed over"]
    assert list(file.parent.iterdir()) == []
