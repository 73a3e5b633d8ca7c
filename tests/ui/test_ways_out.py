"""Share: every way out takes what is ticked, leaves no file but the one asked for, and counts."""

from __future__ import annotations

import csv
import io

import pypdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton

from resilience_desktop.services import passphrases, sharing
from resilience_desktop.services.clock import now
from resilience_desktop.ui.clipboard import KEPT_MS

from .samples import entry, fill, record
from .sharing import put_in


@pytest.fixture
def share(places, home_of):
    """Somebody at the Share page, with a finished record and some entries."""
    fill(places, *(entry(f"Day {n}", n, n - 2) for n in range(5)), record("They all saw it."))
    person = home_of()
    person.go("share")
    person.wait_for(lambda: person.see("share.preview")._count > 0)
    person.wait()
    return person


def more(person, name):
    """Choose one of the other ways."""
    person.press("share.more")
    menu = person.see("share.more.menu")
    next(a for a in menu.actions() if a.objectName() == f"share.more.menu.{name}").trigger()
    menu.close()


def said(person, words):
    person.wait_for(lambda: words in person.see("share.said").text())
    person.wait()
    return person.see("share.said").text()


def made(person):
    """Return on which day a report was made last, or None."""
    last = person.read(lambda journal: journal.reports.made_last())
    return last.made_on if last else None


def files_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix in (".png", ".txt", ".csv"))


# Pictures


def test_that_every_page_is_a_picture_of_its_own(share, tmp_path):
    put_in(share, "records", 0)
    share.wait_for(lambda: share.see("share.preview")._count == 2)
    share.save_to(tmp_path / "mine.png")
    more(share, "pictures")
    assert said(share, "Pictures saved").startswith(
        "Pictures saved as “mine-1.png” to “mine-2.png”"
    )
    assert files_in(tmp_path) == ["mine-1.png", "mine-2.png"]
    image = QImage(str(tmp_path / "mine-1.png"))
    assert image.width() == pytest.approx(210 / 25.4 * sharing.SAVED_PPI, abs=2)
    assert not image.textKeys()
    assert made(share) == now().day


def test_that_pictures_are_never_saved_over_others(share, tmp_path):
    put_in(share, "records", 0)
    share.wait_for(lambda: share.see("share.preview")._count == 2)
    (tmp_path / "mine-2.png").write_bytes(b"another")
    share.save_to(tmp_path / "mine.png")
    more(share, "pictures")
    assert "“mine-2.png” is there already" in said(share, "already")
    assert files_in(tmp_path) == ["mine-2.png"]
    assert made(share) is None


# Text


def test_that_the_copied_text_is_what_is_ticked_and_goes_after_a_minute(share):
    share.write("share.question", "What would help at night?")
    more(share, "copy")
    said(share, "gone after a minute")
    copied = QGuiApplication.clipboard().text()
    assert "A question for you: What would help at night?" in copied
    assert "They all saw it." not in copied
    assert KEPT_MS == 60_000  # tests/leaks has what is done with every copy
    assert made(share) == now().day
    QGuiApplication.clipboard().clear()


def test_that_a_message_goes_with_what_it_was_about(share):
    more(share, "copy")
    said(share, "gone after a minute")
    share.see("share.mood").click()
    share.wait_for(lambda: share.find("share.said") is None)
    more(share, "copy")
    said(share, "gone after a minute")
    share.write("share.question", "What would help at night?")
    share.wait_for(lambda: share.find("share.said") is None)
    QGuiApplication.clipboard().clear()


def test_that_nothing_is_said_of_a_copy_that_is_gone(share):
    share.window.findChild(QTimer, "share.until_gone").setInterval(300)
    more(share, "copy")
    said(share, "gone after a minute")
    share.wait_for(lambda: share.find("share.said") is None)
    QGuiApplication.clipboard().clear()


def test_that_text_is_saved_with_the_words_that_were_chosen(share, tmp_path):
    put_in(share, "records", 0)
    share.save_to(tmp_path / "mine.txt")
    more(share, "text")
    assert said(share, "Text saved") == f"Text saved as “mine.txt” in the folder “{tmp_path.name}”."
    words = (tmp_path / "mine.txt").read_text("utf-8")
    assert words.startswith("Journal summary\n=====")
    assert "They all saw it." in words


# By hand: the menu, and the window that asks where


def answer(person, path):
    """Type a path as soon as a window asks where; return what menus were open then, each time."""
    found, timer = [], QTimer(person.window, interval=20)

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            found.append([w for w in QApplication.topLevelWidgets() if is_open_menu(w)])
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            QTimer.singleShot(50, dialog.accept)  # what the menu left behind is gone by then

    timer.timeout.connect(look)
    timer.start()
    return found


def is_open_menu(widget):
    return isinstance(widget, QMenu) and widget.isVisible()


@pytest.mark.parametrize("by", ["keys", "mouse"])
@pytest.mark.parametrize(
    ("name", "file", "down"),
    [("pictures", "mine.png", 0), ("text", "mine.txt", 2), ("table", "mine.csv", 3)],
)
def test_that_the_menu_is_away_before_it_is_asked_where(
    share, tmp_path, qtbot, by, name, file, down
):
    menus = answer(share, tmp_path / file)
    if by == "keys":
        share.see("share.more").setFocus()
        share.key(Qt.Key.Key_Return)
        for key in (*[Qt.Key.Key_Down] * down, Qt.Key.Key_Return):
            menu = QApplication.activePopupWidget()
            qtbot.keyClick(menu.focusWidget() or menu, key)
    else:
        share.press("share.more")
        choice = share.see("share.more.menu").findChild(QPushButton, f"share.more.menu.{name}")
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    said(share, "saved as")
    assert menus == [[]]
    assert files_in(tmp_path) == [file]


# A table


def test_that_a_table_holds_the_days_and_of_the_entries_only_those_that_were_chosen(
    share, tmp_path
):
    put_in(share, "entries", 0)
    share.save_to(tmp_path / "mine.csv")
    more(share, "table")
    said(share, "Table saved")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "mine.csv").read_text("utf-8-sig"))))
    words = [row["Words"] for row in rows if row["Words"]]
    assert len(words) == 1
    assert len([row for row in rows if row["Covers"] == "Day average"]) >= 1
    assert made(share) == now().day


def test_that_a_table_of_nothing_says_what_to_tick(share, tmp_path):
    share.see("share.mood").click()
    share.see("share.sleep_activities").click()
    share.save_to(tmp_path / "mine.csv")
    more(share, "table")
    assert "Tick the mood chart" in said(share, "nothing for a table")
    assert files_in(tmp_path) == []
    assert made(share) is None


# Paper


class Dialog:
    """Stands in for the system's printer dialog: prints into a PDF, or thinks better of it."""

    DialogCode = QPrintDialog.DialogCode
    target = None
    asked = ()

    def __init__(self, printer, _window):
        Dialog.asked = (printer.pageLayout().pageSize().id(),)
        self._printer = printer

    def exec(self):
        if self.target is None:
            return self.DialogCode.Rejected
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._printer.setOutputFileName(str(self.target))
        return self.DialogCode.Accepted


@pytest.fixture
def printer(monkeypatch, tmp_path):
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog", Dialog)
    monkeypatch.setattr(Dialog, "target", tmp_path / "printed.pdf")
    return Dialog


def test_that_the_pages_are_printed_and_the_job_says_nothing_of_anybody(share, printer, tmp_path):
    put_in(share, "records", 0)
    share.wait_for(lambda: share.see("share.preview")._count == 2)
    before = set(tmp_path.rglob("*"))
    share.press("share.print")
    said(share, "Sent to the printer.")
    job = pypdf.PdfReader(printer.target)
    assert len(job.pages) == 2
    width, height = job.pages[0].mediabox[2:]
    assert (float(width), float(height)) == pytest.approx((595, 842), abs=1)
    assert not any((job.metadata.title, job.metadata.author))
    new = {path.name for path in set(tmp_path.rglob("*")) - before if path.is_file()}
    assert {name for name in new if "journal" not in name} == {"printed.pdf"}
    assert made(share) == now().day


def test_that_the_printer_is_asked_for_the_paper_that_was_chosen(share, printer, monkeypatch):
    monkeypatch.setattr(printer, "target", None)
    paper = share.see("share.paper")
    paper.setCurrentIndex(1)
    share.press("share.print")
    (size,) = printer.asked
    assert size.name == "Letter"
    share.wait()
    assert share.see("share.print").isEnabled()
    assert made(share) is None


def test_that_a_printer_that_does_not_answer_is_no_report_made(share, printer, monkeypatch):
    monkeypatch.setattr("resilience_desktop.ui.printing.put_on_paper", lambda *_: False)
    share.press("share.print")
    said(share, "did not answer")
    assert made(share) is None


def test_that_where_there_is_little_room_printing_is_in_the_menu(share, printer):
    bar = share.see("share.more").parentWidget()
    room = bar.width()
    bar.setFixedWidth(200)
    share.wait_for(lambda: share.find("share.print") is None)
    assert share.see("share.more").accessibleName() == "More"
    more(share, "print")
    said(share, "Sent to the printer.")
    bar.setFixedWidth(room)
    share.wait_for(lambda: share.find("share.print") is not None)
    assert share.see("share.more").text() == "More"


# The password


def test_that_an_offered_phrase_can_be_read_and_copied(share):
    share.press("share.add_password")
    assert share.find("share.copy_password") is None or not share.see("share.password").text()
    share.press("share.suggest")
    phrase = share.see("share.password").text()
    assert set(phrase.split()) <= set(passphrases.word_list())
    assert share.see("share.password").is_revealed
    share.press("share.copy_password")
    assert QGuiApplication.clipboard().text() == phrase
    share.wait_for(lambda: "gone after a minute" in share.see("share.strength").text())
    QGuiApplication.clipboard().clear()


def test_that_the_other_ways_say_that_they_have_no_password(share):
    def names():
        share.press("share.more")
        menu = share.see("share.more.menu")
        found = [a.defaultWidget().accessibleName() for a in menu.actions()]
        menu.close()
        return found

    assert not any("no password" in name for name in names())
    share.press("share.add_password")
    assert all("no password" in name for name in names())


# The preview


def page_width(person):
    return person.see("share.preview_page").page_width()


def turn_wheel(page, up, keys=Qt.KeyboardModifier.ControlModifier):
    middle, still = QPointF(page.rect().center()), QPoint()
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(middle, middle, still, QPoint(0, up), none, keys, phase, False)
    QApplication.sendEvent(page, event)


def test_that_the_page_is_made_larger_and_smaller_by_keys_and_wheel(share, qtbot):
    page, zoom = share.see("share.preview_page"), share.see("share.zoom")
    fits = page_width(share)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page_width(share) > fits
    text_size = share.window.context.preferences.settings.text_size
    for _ in range(8):
        qtbot.keyClick(page, Qt.Key.Key_Plus)
    assert zoom.currentText() == "200 %"
    assert page_width(share) == pytest.approx(2 * 794, abs=2)
    qtbot.keyClick(page, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert zoom.currentText() == "150 %"
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert zoom.currentText() == "Fit"
    share.wait_for(lambda: page_width(share) == fits)
    turn_wheel(page, 120)
    assert page_width(share) > fits
    turn_wheel(page, -120, Qt.KeyboardModifier.NoModifier)
    assert page_width(share) > fits
    turn_wheel(page, -120)
    assert page_width(share) < fits
    assert share.window.context.preferences.settings.text_size == text_size


def test_that_a_larger_page_is_set_sharper(share):
    before = QImage.fromData(share.see("share.preview")._pages[0]).width()
    zoom = share.see("share.zoom")
    zoom.setCurrentIndex(zoom.findData(200))
    share.wait_for(lambda: QImage.fromData(share.see("share.preview")._pages[0]).width() > before)
    sharp = QImage.fromData(share.see("share.preview")._pages[0]).width()
    assert sharp == pytest.approx(2 * 794, abs=8)


def test_that_a_small_page_leads_to_the_large_one_where_there_is_room(share, qtbot):
    share.window.resize(1280, 800)
    put_in(share, "records", 0)
    share.wait_for(lambda: share.see("share.page").text() == "Page 2 of 2")
    pages = share.see("share.pages")
    assert pages.isVisible()
    assert pages.currentIndex().row() == 1
    assert pages.currentIndex().data() == "Page 2"
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_Up)
    assert share.see("share.page").text() == "Page 1 of 2"
    share.press("share.next_page")
    assert pages.currentIndex().row() == 1
    share.window.resize(900, 600)
    share.wait()
    assert not share.find("share.pages") or not share.find("share.pages").isVisible()


def test_that_a_single_page_has_no_list(share):
    share.window.resize(1280, 800)
    share.wait()
    assert share.see("share.preview")._count == 1
    assert not share.window.findChild(
        type(share.see("share.preview").list), "share.pages"
    ).isVisible()
