"""What is read out by itself: that something was kept, and what went wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.drafts import DraftBook
from resilience_desktop.ui.dialogs.unlock import UnlockPage
from resilience_desktop.ui.widgets import autosave, saved_state

from .samples import entry, fill, record

CTRL = Qt.KeyboardModifier.ControlModifier
FULL = "The disk is full, so this could not be saved."


@pytest.fixture
def announced(monkeypatch):
    """Whatever a screen reader was asked to say."""
    said = []

    def hear(event):
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(autosave, "REST_MS", 1)
    return said


@pytest.fixture
def written(places, home_of):
    """Somebody with two entries and a thought record."""
    fill(places, entry("Rain", 1, -3), entry("Sun", 0, 2), record())
    return home_of()


def full_disk(*_, **__):
    raise NotWrittenError(FULL)


# Saves


def test_that_a_kept_entry_is_announced_without_its_words(home, announced):
    home.write("journal.note", "Rain on the tin roof.")
    home.press("journal.save")
    assert "Entry kept" in announced
    assert not any("Rain" in said for said in announced)


def test_that_saved_drafts_are_announced_once_in_a_while(home, announced, monkeypatch):
    for words in ("One", " two", " three"):
        home.write("journal.note", words)
        home.wait_for(lambda: home.see("journal.state").words().startswith("Saved"))
        home.wait()
    assert len([said for said in announced if said.startswith("Saved ")]) == 1
    monkeypatch.setattr(saved_state, "_TOLD_AGAIN_S", 0)
    home.write("journal.note", " four")
    home.wait_for(lambda: len([said for said in announced if said.startswith("Saved ")]) == 2)


def test_that_a_finished_record_is_announced(home, announced):
    home.shortcut(Qt.Key.Key_T)
    home.write("thoughts.situation_words", "A call.")
    for _ in range(3):
        home.press("thoughts.next")
    assert announced[-1] == "Thought record kept"


def test_that_moving_to_the_bin_is_announced(written, announced):
    written.stand_on("journal.timeline")
    written.key(Qt.Key.Key_Delete)
    assert "Thought record moved to the bin" in announced


def test_that_a_saved_pdf_and_a_saved_picture_are_announced(written, announced, tmp_path):
    written.save_to(tmp_path / "report.pdf")
    written.go("share")
    written.wait_for(lambda: written.see("share.preview")._count > 0)
    written.press("share.save")
    written.wait_for(lambda: "PDF saved" in announced)
    written.save_to(tmp_path / "mood.png")
    written.go("charts")
    written.wait_for(lambda: bool(written.see("charts.mood").marks))
    written.press("charts.mood.save")
    written.window.findChild(QAction, "charts.mood.save.menu.png").trigger()
    written.wait_for(lambda: any(words.startswith("Saved in ") for words in announced))


def test_that_a_saved_export_is_announced(written, announced, tmp_path):
    written.save_to(tmp_path / "all.json")
    written.window.findChild(object, "menu.export").trigger()
    written.press("export.choose")
    written.wait_for(lambda: announced != [])
    assert announced[-1] == written.window.notices.words != ""


def test_that_what_was_brought_in_is_announced(home, announced, tmp_path):
    home.window.dialogs.show_import()
    table = tmp_path / "own.csv"
    table.write_text("date;mood\n2026-05-01;4\n", encoding="utf-8")
    home.see("import").plan_files([table])
    home.wait()
    assert announced[-1] == home.see("import.said").text()
    home.press("import.bring_in")
    home.wait_for(lambda: announced[-1] == "1 brought in")


def test_that_the_day_in_view_is_announced_as_arrows_move(written, announced):
    written.go("charts")
    written.wait_for(lambda: bool(written.see("charts.mood").marks))
    written.see("charts.mood").setFocus()
    written.key(Qt.Key.Key_End)
    written.key(Qt.Key.Key_Left)
    assert announced[-1].endswith(", minus three")


# What went wrong


def test_that_words_that_could_not_be_saved_are_announced_and_that_they_are_after_all(
    home, announced, monkeypatch
):
    with monkeypatch.context() as broken:
        broken.setattr(DraftBook, "keep", full_disk)
        home.write("journal.note", "Do not lose this")
        home.wait_for(lambda: f"Not saved. {FULL}" in announced)
    home.wait_for(lambda: announced[-1].startswith("Saved "))


def test_that_it_is_announced_why_an_empty_thought_record_is_not_kept(home, announced):
    home.shortcut(Qt.Key.Key_T)
    for _ in range(3):
        home.press("thoughts.next")
    assert announced[-1] == home.see("thoughts.hint").text() != ""


def test_that_an_empty_entry_says_what_is_enough(home, announced):
    home.press("journal.save")
    assert announced[-1].startswith("There is nothing to keep yet.")


def test_that_an_empty_password_and_a_failed_pdf_are_announced(written, announced, tmp_path):
    written.go("share")
    written.wait_for(lambda: written.see("share.preview")._count > 0)
    written.press("share.add_password")
    written.press("share.save")
    assert announced[-1] == written.see("share.said").text() != ""
    written.press("share.add_password")
    written.save_to(tmp_path / "not there" / "report.pdf")
    written.press("share.save")
    written.wait_for(lambda: "folder is not there" in announced[-1])


def test_that_a_file_that_cannot_be_brought_in_is_announced(home, announced, tmp_path):
    home.window.dialogs.show_import()
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    home.see("import").plan_files([picture])
    home.wait()
    assert announced[-1] == home.see("import.said").text()


def test_that_a_wrong_passphrase_is_announced(home, announced):
    page = UnlockPage(home.parts.look)
    home.qtbot.addWidget(page)
    page.show_problem("That passphrase did not open it.")
    assert announced == ["That passphrase did not open it."]


def test_that_what_is_wrong_at_the_first_start_is_announced(person, announced):
    person.press("first_run.create")
    assert announced[-1] == person.see("first_run.problem").text() != ""
    person.press("first_run.not_now")
    for place in person.see("recovery").asked:
        person.write(f"recovery.group{place + 1}", "ZZZZ")
    person.press("recovery.open")
    assert announced[-1] == person.see("recovery.said").text() != ""
