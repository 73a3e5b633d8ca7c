"""Long work in the window: what is seen of it, Stop, and leaving in the middle."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from resilience_desktop.domain.progress import Progress
from resilience_desktop.services import exchange, sharing
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.progress import ProgressPanel
from resilience_desktop.ui.widgets import progress_line

from .samples import entry, fill, record

STOPPED = "Stopped. Nothing has changed."


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(progress_line, "PATIENCE_MS", 0)


@pytest.fixture
def written(places, home_of):
    fill(places, entry("Rain on the tin roof"), record("Rain will ruin it.", 3))
    return home_of()


class Slow:
    """Work that waits, and goes on when it is let go."""

    def __init__(self, work):
        self._work, self.begun, self.go_on = work, threading.Event(), threading.Event()

    def __call__(self, *args, **options):
        self.begun.set()
        self.go_on.wait(20)
        return self._work(*args, **options)


@pytest.fixture
def slow(monkeypatch):
    """Make a function slow."""
    made = []

    def patch(owner, name):
        made.append(Slow(getattr(owner, name)))
        monkeypatch.setattr(owner, name, made[-1])
        return made[-1]

    yield patch
    for work in made:
        work.go_on.set()


def panels(person):
    return [p for p in person.window.findChildren(ProgressPanel) if p.isVisible()]


def press_stop(person):
    person.qtbot.mouseClick(person.see("progress.line.stop"), Qt.MouseButton.LeftButton)


def save_everything(person, path):
    person.save_to(path)
    person.window.findChild(object, "menu.export").trigger()
    person.wait()
    box = person.see("export.choose")
    person.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)


def save_pdf(person, path):
    person.go("share")
    person.save_to(path)
    person.qtbot.mouseClick(person.see("share.save"), Qt.MouseButton.LeftButton)


# The panel


@pytest.fixture
def work():
    progress = Progress("Making the PDF")
    progress.begin(lambda: None)
    return progress


def test_that_the_panel_hides_no_notice(written, impatient, work):
    look, window = written.window.context.look, written.window
    written.window.notices.show("Entry moved to the bin " * 20)
    first, second = (ProgressPanel(look, window, work) for _ in range(2))
    written.wait_for(lambda: len(panels(written)) == 2)
    notice = window.findChild(QFrame, "notice")
    for size in ((1280, 800), (900, 600)):
        window.resize(*size)
        written.wait()
        places = [first.geometry(), second.geometry(), notice.geometry()]
        for place in places:
            assert window.rect().contains(place)
            assert not any(place.intersects(other) for other in places if other is not place)
    work.end()
    written.wait_for(lambda: not panels(written))


def test_that_escape_in_the_panel_stops(written, impatient, work):
    ProgressPanel(written.window.context.look, written.window, work)
    written.wait_for(lambda: bool(panels(written)))
    written.see("progress.line.stop").setFocus()
    written.key(Qt.Key.Key_Escape)
    assert work.cancelled
    written.wait_for(lambda: not panels(written))


def test_that_the_panel_is_reached_by_tab(written, impatient, work):
    ProgressPanel(written.window.context.look, written.window, work)
    written.wait_for(lambda: bool(panels(written)))
    stop = written.see("progress.line.stop")
    for _ in range(60):
        written.key(Qt.Key.Key_Tab)
        if stop.hasFocus():
            break
    assert stop.hasFocus()
    work.end()


# Saving everything


def test_that_saving_everything_says_so_and_can_be_stopped(written, impatient, slow, tmp_path):
    path = tmp_path / "all.json"
    path.write_text("old")
    writing = slow(exchange, "export")
    save_everything(written, path)
    written.wait_for(lambda: bool(panels(written)))
    assert written.see("progress.line.words").text() == "Gathering everything"
    written.wait_for(writing.begun.is_set)
    press_stop(written)
    written.wait_for(lambda: written.window.notices.words == STOPPED)
    assert panels(written) == []
    assert written.parts.tasks.is_busy  # the thread is still at it, nobody waits
    writing.go_on.set()
    written.wait()
    assert path.read_text() == "old"
    assert written.window.notices.words == STOPPED


def test_that_typing_is_kept_while_everything_is_being_saved(written, slow, tmp_path):
    writing = slow(exchange, "export")
    save_everything(written, tmp_path / "all.json")
    written.wait_for(writing.begun.is_set)
    written.write("journal.note", "In between")
    written.window.save_now()
    kept = written.read(lambda journal: journal.drafts.get("entry:new"))
    assert kept.note == "In between"
    writing.go_on.set()
    written.wait()
    assert written.window.notices.words == "Everything is saved in all.json"


# A PDF


def test_that_a_pdf_can_be_stopped_and_saved_again(written, impatient, slow, tmp_path):
    path = tmp_path / "report.pdf"
    setting = slow(sharing, "pdf_of")
    save_pdf(written, path)
    written.wait_for(setting.begun.is_set)
    written.wait_for(lambda: bool(panels(written)))
    assert written.see("progress.line.words").text() == "Making the PDF"
    press_stop(written)
    written.wait_for(written.see("share.save").isEnabled)
    assert written.window.notices.words == STOPPED
    setting.go_on.set()
    written.wait()
    assert list(tmp_path.glob("*.pdf")) == []
    written.press("share.save")
    written.wait()
    assert path.read_bytes().startswith(b"%PDF")
    assert written.see("share.said").text().startswith("PDF saved as")


def test_that_a_pdf_is_still_written_when_the_window_is_closed(written, slow, tmp_path):
    setting = slow(sharing, "pdf_of")
    save_pdf(written, tmp_path / "report.pdf")
    written.wait_for(setting.begun.is_set)
    threading.Timer(0.1, setting.go_on.set).start()
    written.quit()
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


# Leaving in the middle


def test_that_leaving_while_everything_is_gathered_neither_hangs_nor_loses(
    places, home_of, tmp_path, monkeypatch
):
    fill(places, entry("Rain"))
    person = home_of()
    person.write("journal.note", "Half a sen")
    begun, contents = threading.Event(), Journal.contents

    def endless(journal, progress=None):
        begun.set()
        while progress is not None:
            progress.check()
        return contents(journal)

    monkeypatch.setattr(Journal, "contents", endless)
    save_everything(person, tmp_path / "all.json")
    person.wait_for(begun.is_set)
    person.quit()
    assert list(tmp_path.glob("*.json")) == []
    monkeypatch.undo()
    journal = Journal.open(places.journal)
    kept = journal.contents()
    journal.close()
    assert [e.note for e in kept.entries] == ["Rain"]
    assert [draft.note for _, draft in kept.drafts] == ["Half a sen"]


# Checking the journal


def test_that_a_check_is_seen_and_escape_stops_it_before_the_dialog(home, impatient, monkeypatch):
    def endless(_journal, progress):
        progress.stage("Checking the journal")
        progress.tell(1, 4)
        while True:
            progress.check()

    monkeypatch.setattr(Journal, "verify", endless)
    home.window.dialogs.show_settings("safety")
    home.wait()
    home.find("settings.check").click()
    home.wait_for(lambda: home.find("settings.check_progress.bar") is not None)
    home.wait_for(lambda: home.find("settings.check_progress.bar").value() == 25)
    assert home.find("settings.checked") is None
    home.find("settings.check_progress.stop").setFocus()
    home.key(Qt.Key.Key_Escape)
    assert home.find("settings.checked").text() == STOPPED
    assert home.find("settings.check").isEnabled()
    home.key(Qt.Key.Key_Escape)
    assert home.find("settings") is None
