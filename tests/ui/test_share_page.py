"""Share: what is offered, what goes in by itself, and that the words stay."""

from __future__ import annotations

import io

import pypdf
import pytest
from PySide6.QtCore import Qt

from .samples import entry, fill, record
from .sharing import put_in, rows_to_choose

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def share(places, home_of):
    """Somebody at the Share page, with two finished records, an open one and some entries."""
    fill(
        places,
        *(entry(f"Day {n}", n, n - 2) for n in range(5)),
        record("They all saw it."),
        record("Nobody calls & nobody will.", 30),
        record("Still thinking.", finished=False),
    )
    person = home_of()
    person.go("share")
    person.wait_for(lambda: person.see("share.preview")._count > 0)
    return person


def saved(person, path):
    """Save the PDF and return its words."""
    person.save_to(path)
    person.press("share.save")
    person.wait_for(path.exists)
    person.wait_for(lambda: person.see("share.save").isEnabled())
    person.wait()
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_that_nothing_personal_is_ticked_by_itself(share, tmp_path):
    for name in ("share.entries", "share.records"):
        assert not share.see(name).isChecked()
    words = saved(share, tmp_path / "report.pdf")
    for own in ("They all saw it", "Nobody calls", "Still thinking", "Day 1", "figures"):
        assert own not in words


def test_that_only_finished_records_are_offered_and_a_sign_is_no_shortcut(share):
    share.press("share.choose_records")
    (newer, older), ticks = zip(*rows_to_choose(share), strict=True)
    assert newer.endswith("They all saw it.")
    assert older.endswith("Nobody calls & nobody will.")
    assert ticks == (False, False)
    share.press("share.chooser.cancel")


def test_that_what_is_chosen_changes_the_preview(share):
    before = share.see("share.preview")._pages
    put_in(share, "records", 0)
    share.wait_for(lambda: share.see("share.preview")._count == 2)
    assert share.see("share.preview")._pages != before


def test_that_the_preview_goes_to_the_record_that_was_chosen_and_stays_where_it_is_else(
    places, home_of
):
    many = [record(f"Thought {n}.", n) for n in range(5)]
    fill(places, *(entry(f"Day {n}", n, n - 2) for n in range(5)), *many)
    share = home_of()
    share.go("share")
    share.wait_for(lambda: share.see("share.preview")._count > 0)
    put_in(share, "records", 1, 2, 3, 4)
    share.wait_for(lambda: share.see("share.preview")._count == 3)
    share.wait()
    put_in(share, "records", 0)  # the newest, on the last page
    share.wait_for(lambda: share.see("share.page").text() == "Page 4 of 4")
    for _ in range(3):
        share.press("share.previous_page")
    put_in(share, "entries", 0, 1)
    share.wait_for(lambda: share.see("share.preview")._count == 5)
    assert share.see("share.page").text() == "Page 1 of 5"


def test_that_a_chosen_record_stays_chosen_when_the_journal_changes(share):
    put_in(share, "records", 1)
    choices = share.window.page("share").report.choices
    chosen = choices.record_ids()
    share.read(lambda j: j.keep_entry(entry("new")))
    share.window.page("share").report.look_again()
    share.wait()
    assert choices.record_ids() == chosen
    assert len(chosen) == 1


def test_that_words_are_remembered_and_can_be_left_out(share, tmp_path):
    share.write("share.question", "What would help at night?")
    share.write("share.name", "R.")
    assert "What would help at night?" in saved(share, tmp_path / "with.pdf")
    share.quit()
    share.start()
    share.go("share")
    assert share.see("share.question").words() == "What would help at night?"
    assert share.see("share.name").text() == "R."
    share.wait_for(lambda: share.see("share.preview")._count > 0)
    share.see("share.my_words").click()
    assert "What would help" not in saved(share, tmp_path / "without.pdf")


def test_that_ctrl_enter_saves_and_thinking_better_of_it_is_nothing(share, tmp_path):
    share.save_to(None)
    share.see("share.question").setFocus()
    share.key(Qt.Key.Key_Return, CTRL)
    assert share.see("share.save").isEnabled()
    target = share.save_to(tmp_path / "report.pdf")
    share.key(Qt.Key.Key_Return, CTRL)
    share.wait_for(target.exists)
    where = f"PDF saved as “report.pdf” in the folder “{tmp_path.name}”."
    share.wait_for(lambda: share.see("share.said").text() == where)
    assert not share.window.notices.words  # it would lie over this


def test_that_no_day_is_counted_where_there_is_no_entry(home, tmp_path):
    home.go("share")
    home.wait_for(lambda: home.see("share.preview")._count == 1)
    assert "0 %" not in saved(home, tmp_path / "empty.pdf")


def test_that_a_journal_is_never_written_over_by_a_report(share):
    journal = share.places.journal / "journal.db"
    before = journal.read_bytes()[:4096]
    share.save_to(journal)
    share.press("share.save")
    share.wait_for(lambda: "journal" in share.see("share.said").text())
    assert journal.read_bytes()[:4096] == before


def test_that_an_empty_journal_can_be_looked_at_and_saved(home, tmp_path):
    home.go("share")
    home.wait_for(lambda: home.see("share.preview")._count == 1)
    assert "Self-report" in saved(home, tmp_path / "empty.pdf")


def test_that_a_page_scrolls_by_keyboard(share, qtbot):
    share.window.resize(900, 600)
    share.wait()
    bar = share.see("share.preview")._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(share.see("share.preview_page"), Qt.Key.Key_PageDown)
    assert bar.value() > 0
