from __future__ import annotations

import datetime as dt
import io

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from resilience_desktop.app import demo_journal
from resilience_desktop.errors import NotWrittenError

from .sharing import choose_in_box, put_in, rows_to_choose


@pytest.fixture
def filled(places, home_of):
    demo_journal(places).close()
    return home_of()


def chart(person):
    person.go("charts")
    person.wait()
    view = person.see("charts.mood")
    person.qtbot.waitUntil(lambda: bool(view.marks), timeout=20_000)
    return view


def text_of(path, password=""):
    reader = pypdf.PdfReader(io.BytesIO(path.read_bytes()), password=password or None)
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def share(person, monkeypatch, target):
    monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", lambda *_: target)
    person.window.page("share")
    person.wait()


def test_that_each_range_shows_its_days_and_says_so(filled):
    chart(filled)
    counts = []
    for key in ("4w", "3", "6", "12", "all"):
        switch = filled.see("charts.range")
        switch.set_chosen(key)
        switch.range_chosen.emit(key)
        filled.wait()
        counts.append(len(chart(filled).marks))
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    assert str(counts[-1]) in filled.see("charts.mood.summary").text()


def test_that_the_table_has_the_days_of_the_picture_and_no_others(filled):
    days = chart(filled).marks
    filled.press("charts.mood.as_table")
    table = filled.see("charts.mood.table")
    assert table.model().rowCount() == len(days)
    everyday = {days[0] + dt.timedelta(n) for n in range((days[-1] - days[0]).days)}
    assert everyday - set(days)  # days without entries are nowhere, not zero


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_that_a_day_opens_in_the_journal(filled, qtbot, way):
    view = chart(filled)
    day = view.marks[-1]
    if way == "mouse":
        place = view.place_of(day)
        qtbot.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), int(place.y()))
        )
    else:
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_End)
        assert str(day.day) in filled.see("charts.mood.day").text()
        qtbot.keyClick(view, Qt.Key.Key_Return)
    filled.wait()
    assert str(day.day) in filled.see("journal.from_day").text()


def test_that_the_picture_can_be_saved(filled, monkeypatch, tmp_path):
    chart(filled)
    target = tmp_path / "chart.png"
    monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", lambda *_: target)
    filled.press("charts.mood.save")
    filled.window.findChild(QAction, "charts.mood.save.menu.png").trigger()
    filled.wait()
    assert target.read_bytes().startswith(b"\x89PNG")


def test_that_only_what_is_ticked_goes_in(filled, monkeypatch, tmp_path):
    target = tmp_path / "a.pdf"
    share(filled, monkeypatch, target)
    filled.write("share.how_it_has_been", "Steadier than the summer.")
    assert filled.window.page("share").report.choices.record_ids() == ()
    filled.press("share.save")
    filled.qtbot.waitUntil(target.exists)
    words = text_of(target)
    assert "Steadier than the summer." in words
    assert "First and later" not in words
    filled.see("share.my_words").setChecked(False)
    filled.see("share.mood").setChecked(False)
    filled.see("share.data").setChecked(False)
    filled.press("share.save")
    words = text_of(target)
    assert "Steadier" not in words
    assert "7-day" not in words
    assert "Longest gap" not in words


def test_that_the_period_decides_which_records_are_offered(filled, monkeypatch, tmp_path):
    share(filled, monkeypatch, tmp_path / "a.pdf")
    filled.press("share.choose_records")
    half_a_year = rows_to_choose(filled)
    filled.press("share.chooser.cancel")
    choose_in_box(filled, "share.period", "All days")
    filled.press("share.choose_records")
    assert len(rows_to_choose(filled)) > len(half_a_year)
    filled.press("share.chooser.cancel")


def test_that_a_password_is_asked_for_and_needed(filled, monkeypatch, tmp_path):
    target = tmp_path / "a.pdf"
    share(filled, monkeypatch, target)
    filled.press("share.add_password")
    filled.press("share.save")
    assert "password is empty" in filled.see("share.said").text()
    assert not target.exists()
    filled.press("share.suggest")
    password = filled.see("share.password").text()
    assert len(password.split()) == 5
    filled.press("share.save")
    filled.qtbot.waitUntil(target.exists)
    assert pypdf.PdfReader(io.BytesIO(target.read_bytes())).is_encrypted
    assert "Journal summary" in text_of(target, password)


def test_that_a_pdf_that_cannot_be_saved_says_so_and_can_be_tried_again(
    filled, monkeypatch, tmp_path
):
    def full(*_):
        raise NotWrittenError("The file could not be saved: the disk is full.")

    share(filled, monkeypatch, tmp_path / "a.pdf")
    monkeypatch.setattr("resilience_desktop.services.sharing.write_file", full)
    filled.press("share.save")
    assert "disk is full" in filled.see("share.said").text()
    assert filled.see("share.save").isEnabled()


def test_that_the_preview_turns_its_pages(filled, monkeypatch, tmp_path):
    share(filled, monkeypatch, tmp_path / "a.pdf")
    put_in(filled, "records", 0)
    preview = filled.see("share.preview")
    filled.qtbot.waitUntil(lambda: preview._count == 3, timeout=20_000)
    filled.wait()
    filled.press("share.previous_page")
    assert filled.see("share.page").text() == "Page 2 of 3"
    filled.press("share.next_page")
    assert filled.see("share.page").text() == "Page 3 of 3"
