from __future__ import annotations

import threading
import time

import pytest
import shiboken6
from PySide6.QtCore import Qt

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.widgets import progress_line

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note\n"


@pytest.fixture
def dialog(home):
    home.window.dialogs.show_import()
    home.wait()
    return home.see("import")


def bring(home, dialog, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    dialog.plan_files([path])
    home.wait()
    return path


def rows(home):
    home.wait()
    return home.window.page("journal").timeline.list.rows.rows()


def test_that_own_mood_words_are_asked_for_and_brought_in(home, dialog, tmp_path):
    content = HEADER + '2026-05-01,1 May,Friday,19:40,cloudy,work | walk,,"<b>Long</b> day"\n'
    bring(home, dialog, tmp_path, "daylio.csv", content)
    assert not home.see("import.bring_in").isEnabled()
    box = home.see("import.mood1")
    box.setCurrentIndex(box.findData(-1))
    home.wait()
    home.press("import.bring_in")
    (row,) = rows(home)
    assert (row.mood, row.words[0][0]) == (-1, "Long day")
    assert "#work" in row.foot


def test_that_a_table_comes_in_by_its_columns(home, dialog, tmp_path):
    bring(home, dialog, tmp_path, "own.csv", "day;how;text\n2026-05-01;10;Market\n")
    home.see("import.column1").setCurrentIndex(1)  # date
    home.see("import.column2").setCurrentIndex(3)  # mood
    home.see("import.column3").setCurrentIndex(5)  # note
    home.wait()
    home.press("import.bring_in")
    (row,) = rows(home)
    assert (row.mood, row.words[0][0]) == (5, "Market")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        ("empty.csv", b"", "is empty"),
        ("odd.csv", b"a,b\n1,2\n", "date"),
        ("other.json", b'{"x": 1}', "not an export"),
    ],
)
def test_that_bad_files_get_a_sentence_and_change_nothing(
    home, dialog, tmp_path, name, content, sentence
):
    bring(home, dialog, tmp_path, name, content)
    assert sentence in home.see("import.said").text()
    assert not home.see("import.bring_in").isEnabled()
    dialog.reject()
    assert rows(home) == []


def test_that_the_same_file_twice_adds_nothing(home, dialog, tmp_path):
    content = HEADER + "2026-05-01,1 May,Friday,19:40,good,,,\n"
    path = bring(home, dialog, tmp_path, "daylio.csv", content)
    home.press("import.bring_in")
    home.window.dialogs.show_import()
    home.wait()
    home.see("import").plan_files([path])
    home.wait()
    assert "1 are there already" in home.see("import.said").text()
    assert not home.see("import.bring_in").isEnabled()
    home.see("import").reject()


# Long work


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(progress_line, "PATIENCE_MS", 0)


@pytest.fixture
def long(tmp_path):
    """A file that takes a few seconds to come in."""
    rows = (
        f"20{n // 3650 + 10:02}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02},,,0{n % 9}:{n % 60:02},good,"
        f"walk,,Day {n} by the river\n"
        for n in range(20_000)
    )
    path = tmp_path / "long.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def whole(home):
    return home.read(lambda journal: journal.contents())


def seen(home, words):
    """Wait until the line says so and has come a little way."""
    home.wait_for(lambda: home.find("import.progress") is not None)
    home.wait_for(lambda: home.see("import.progress.words").text() == words)
    home.wait_for(lambda: home.see("import.progress.bar").value() > 0)


def begin_to_add(home, dialog, path):
    dialog.plan_files([path])
    home.wait_for(dialog.bring_in.isEnabled)
    dialog.bring_in.click()
    seen(home, "Adding what is new")


def test_that_reading_a_long_file_can_be_stopped(home, dialog, long, impatient):
    dialog.plan_files([long])
    seen(home, "Reading the file")
    assert home.find("import.said") is None
    home.press("import.progress.stop")
    assert home.see("import.said").text() == "Stopped. Nothing has changed."
    assert not dialog.bring_in.isEnabled()
    assert home.find("import.progress") is None
    dialog.plan_files([long])
    home.wait_for(lambda: home.find("import.said") is not None and dialog.bring_in.isEnabled())
    assert "20,000 would be added" in home.see("import.said").text()
    dialog.reject()


def test_that_escape_stops_before_it_closes(home, dialog, long, impatient):
    before = whole(home)
    begin_to_add(home, dialog, long)
    assert not dialog.choose.isEnabled()
    assert not dialog.bring_in.isEnabled()
    home.key(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert home.see("import.said").text() == "Stopped. Nothing has changed."
    assert whole(home) == before
    assert dialog.choose.isEnabled()
    home.press("import.bring_in")  # the plan still holds
    home.wait()
    assert home.window.notices.words == "20,000 brought in"
    assert len(whole(home).entries) == 20_000


def test_that_closing_the_dialog_stops_and_says_so(home, dialog, long, impatient):
    before = whole(home)
    begin_to_add(home, dialog, long)
    home.press("import.close")
    assert home.find("import") is None
    assert home.window.notices.words == "Stopped. Nothing has changed."
    assert whole(home) == before
    assert rows(home) == []


def test_that_leaving_the_app_while_entries_come_in_changes_nothing(
    home, dialog, long, impatient, places
):
    home.window.page("journal").composer.note.set_words("Half a sen")
    home.window.save_now()
    home.wait()
    before = whole(home)
    begin_to_add(home, dialog, long)
    since = time.monotonic()
    home.quit()
    assert time.monotonic() - since < 5
    journal = Journal.open(places.journal)
    assert journal.contents() == before
    assert journal.verify().problems == ()
    journal.close()


def test_that_it_is_said_when_entries_came_in_although_the_dialog_is_closed(
    home, dialog, tmp_path, monkeypatch
):
    kept, go_on, finish = threading.Event(), threading.Event(), Progress.finish

    def slow(progress):
        finish(progress)
        kept.set()
        go_on.wait(10)

    monkeypatch.setattr(Progress, "finish", slow)
    bring(home, dialog, tmp_path, "one.csv", HEADER + "2026-05-01,,,19:40,good,,,River\n")
    dialog.bring_in.click()
    home.wait_for(kept.is_set)
    dialog.reject()  # too late to stop
    assert home.window.notices.words == ""
    go_on.set()
    home.wait()
    assert home.window.notices.words == "1 brought in"
    assert len(rows(home)) == 1


@pytest.mark.parametrize("closed", [False, True])
def test_that_a_full_disk_is_said_wherever_one_is(home, dialog, tmp_path, monkeypatch, closed):
    begun, go_on = threading.Event(), threading.Event()

    def full(*_):
        begun.set()
        go_on.wait(10)
        raise NotWrittenError("The disk is full.")

    monkeypatch.setattr(Journal, "add", full)
    bring(home, dialog, tmp_path, "one.csv", HEADER + "2026-05-01,,,19:40,good,,,River\n")
    dialog.bring_in.click()
    home.wait_for(begun.is_set)
    if closed:
        monkeypatch.setattr(Progress, "cancel", lambda _progress: False)  # too late to stop
        dialog.reject()
        home.wait_for(lambda: not shiboken6.isValid(dialog))
    go_on.set()
    home.wait()
    if closed:
        assert "The disk is full." in home.find("problem").text()
        home.find("problem").reject()
    else:
        assert home.see("import.said").text() == "The disk is full."
        dialog.reject()


def test_that_another_file_takes_the_place_of_one_being_read(home, dialog, long, tmp_path):
    dialog.plan_files([long])
    bring(home, dialog, tmp_path, "one.csv", HEADER + "2026-05-01,,,19:40,good,,,River\n")
    assert "1 row read. 1 would be added" in home.see("import.said").text()
    dialog.reject()
