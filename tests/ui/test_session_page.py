"""The session: got ready, kept as it is typed, begun anew, gone back to; nothing is lost."""

from __future__ import annotations

import datetime as dt
import io

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox

from resilience_desktop.domain.session import AgendaLine, HomeworkLine, HowItWent, Session
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.sessions import SessionBook
from resilience_desktop.ui import sheet_paper

from .samples import entry, fill, record, today

WEEK = dt.timedelta(days=7)
BEFORE = Session(
    today() - 2 * WEEK,
    today() - WEEK,
    (AgendaLine("The nights", talked=True), AgendaLine("My sister")),
    (HomeworkLine("Walk before work"), HomeworkLine("Ask Mara")),
    "It was easier than I thought.",
    "0001",
)
COMING = Session(today() - WEEK, agenda=(AgendaLine("Mondays"),), id="0002")


def sessions(person):
    return person.read(lambda journal: journal.sessions.all())


def go(person):
    person.go("share")
    person.see("share.switch.session").click()
    person.wait_for(lambda: person.find("session.day") is not None)
    person.wait()


@pytest.fixture
def first(places, home_of):
    """Somebody before their first session, with pages that have a star."""
    fill(
        places,
        entry("Said yes again.", 1, id="yes", starred=True),
        record("They all saw it.", 2, id="saw", starred=True),
        entry("No star here.", 3),
    )
    person = home_of()
    go(person)
    return person


@pytest.fixture
def second(places, home_of):
    """Somebody with one session held and one to come."""
    fill(places, sessions=(BEFORE, COMING))
    person = home_of()
    go(person)
    return person


def lines(person):
    return [line.words for line in person.window.page("share").session().form.agenda.values()]


def kept(person, condition):
    """Wait until what the journal has fulfils this."""
    person.wait_for(lambda: bool(condition(sessions(person))))


def test_that_a_blank_session_is_not_kept(first):
    first.see("session.title")
    assert first.see("session.title").text() == "Your next session"
    assert first.find("session.begin") is None
    first.go("journal")
    assert sessions(first) == []


def test_that_points_are_kept_as_they_are_typed_and_enter_goes_on_in_the_next(first):
    first.press("session.agenda.add")
    first.write("session.agenda.1", "My sister")
    first.key(Qt.Key.Key_Return)
    first.write("session.agenda.2", "The nights")
    kept(first, lambda found: found and len(found[0].agenda) == 2)
    first.quit()
    first.start()
    go(first)
    assert lines(first) == ["My sister", "The nights"]


def test_that_enter_in_a_blank_line_begins_no_other_and_shift_enter_stays_in_it(first):
    first.press("session.agenda.add")
    first.key(Qt.Key.Key_Return)
    assert first.find("session.agenda.2") is None
    first.write("session.agenda.1", "one")
    first.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    first.write("session.agenda.1", "two")
    assert lines(first) == ["one\ntwo"]


def test_that_what_was_typed_is_kept_when_somebody_leaves_at_once(first):
    first.write("session.notes", "It was easier than I thought.")
    first.go("journal")
    assert sessions(first)[0].notes == "It was easier than I thought."


def test_that_what_cannot_be_saved_stays_and_is_saved_later(first, monkeypatch):
    def full(*_):
        message = "The disk is full, so this could not be saved."
        raise NotWrittenError(message)

    with monkeypatch.context() as patch:
        patch.setattr(SessionBook, "keep", full)
        first.write("session.notes", "Not lost")
        first.wait_for(lambda: first.find("session.state.banner") is not None)
        assert first.see("session.notes").words() == "Not lost"
    kept(first, lambda found: found and found[0].notes == "Not lost")
    assert first.see("session.notes").words() == "Not lost"


def test_that_a_page_with_a_star_is_put_on_the_list_and_leads_back_to_it(first):
    assert first.see("session.since.1.open").accessibleName().startswith("Open Entry")
    first.press("session.since.1.put")
    assert lines(first) == ["Said yes again."]
    first.see("session.since.1.put")  # the record is left
    assert first.find("session.since.2.put") is None
    first.press("session.agenda.1.open")
    first.wait_for(lambda: first.find("journal") is not None)
    assert sessions(first)[0].agenda == (AgendaLine("Said yes again.", link="yes"),)


def test_that_all_pages_with_a_star_are_put_there_with_one_press(first):
    first.press("session.put_starred")
    assert lines(first) == ["Said yes again.", "The figures were asked for."]
    assert first.find("session.put_starred") is None
    assert first.find("session.since.1.put") is None
    first.press("session.agenda.2.open")
    first.wait_for(lambda: first.find("thoughts.finished") is not None)


@pytest.mark.parametrize("size", [100, 150])
def test_that_a_field_has_room_for_all_that_was_put_in_it(places, home_of, size):
    long = "I was presenting the budget and lost my thread for maybe ten seconds. " * 3
    fill(places, entry(long, 1, starred=True), entry("Said yes.", 2, starred=True))
    person = home_of()
    person.parts.look.set_text_size(size)
    go(person)
    person.press("session.put_starred")
    person.press("session.homework.add")
    person.see("session.homework.1").insertPlainText(long)
    person.wait()
    for name, least in (("agenda.1", 2), ("agenda.2", 1), ("homework.1", 2)):
        field = person.see(f"session.{name}")
        shown = field.document().size().height()
        assert shown >= least
        room = field.fontMetrics().height() * shown
        assert room <= field.viewport().height() < room + field.fontMetrics().height()


def test_that_a_page_that_is_gone_is_not_opened(first):
    first.press("session.since.1.put")
    first.parts.tasks.write(lambda j: j.bin.put("yes"), owner=first.window).result(20)
    first.wait()
    first.press("session.agenda.1.open")
    assert "cannot be opened" in first.window.notices.words
    assert lines(first) == ["Said yes again."]


def test_that_the_words_of_the_report_can_be_put_there(places, home_of):
    fill(places, report_words=(("to_talk_about", "I say yes too fast."),))
    person = home_of()
    go(person)
    person.press("session.put_report")
    assert lines(person) == ["I say yes too fast."]
    assert person.find("session.put_report") is None


def test_that_ticks_are_spoken_of_once_there_is_something_to_tick(first):
    assert first.find("session.agenda.about") is None
    first.press("session.agenda.add")
    assert first.see("session.agenda.about").text() == "Tick what you have talked about."
    assert first.find("session.homework.about") is None


def test_that_a_line_that_was_removed_comes_back_with_its_tick(second):
    second.see("session.agenda.1.tick", QCheckBox).click()
    second.press("session.agenda.1.remove")
    kept(second, lambda found: found[0].agenda == ())
    second.press("session.agenda.undo")
    kept(second, lambda found: found[0].agenda == (AgendaLine("Mondays", talked=True),))


def test_that_a_line_without_words_goes_without_a_word(first):
    first.press("session.agenda.add")
    first.press("session.agenda.1.remove")
    assert first.find("session.agenda.undo") is None
    assert first.see("session.agenda.add").hasFocus()


def test_that_how_something_went_is_kept_with_the_session_it_is_from(second):
    second.see("session.tried.1.partly").click()
    second.see("session.tried.2.not").click()
    expected = (
        HomeworkLine("Walk before work", HowItWent.PARTLY),
        HomeworkLine("Ask Mara", HowItWent.NOT),
    )
    kept(second, lambda found: found[1].homework == expected)
    assert sessions(second)[0] == COMING


def test_that_the_next_session_begins_with_what_is_left_and_can_be_taken_back(second):
    second.press("session.agenda.add")
    second.write("session.agenda.2", "Talked of this")
    second.see("session.agenda.2.tick", QCheckBox).click()
    second.press("session.homework.add")
    second.write("session.homework.1", "Go out at noon")
    second.press("session.begin")
    second.wait_for(lambda: len(sessions(second)) == 3)
    second.wait()
    assert lines(second) == ["Mondays"]
    assert second.window.page("share").session().form.tried.lines() == (
        HomeworkLine("Go out at noon"),
    )
    assert second.see("session.day").hasFocus()
    second.window.notices.undo_last()
    second.wait()
    assert len(sessions(second)) == 2
    assert lines(second) == ["Mondays", "Talked of this"]


def test_that_taking_it_back_keeps_what_was_written_in_it_since(second):
    second.press("session.begin")
    second.wait_for(lambda: len(sessions(second)) == 3)
    second.wait()
    second.write("session.notes", "Already something")
    kept(second, lambda found: found[0].notes == "Already something")
    second.window.notices.undo_last()
    second.wait()
    assert sessions(second)[0].notes == "Already something"


def test_that_an_earlier_session_can_be_opened_changed_and_left(second):
    second.press("session.earlier.1")
    assert second.see("session.title").text().startswith("Session of ")
    assert second.see("session.notes").words() == BEFORE.notes
    assert second.find("session.since") is None
    second.write("session.notes", "And: ")
    second.press("session.back")
    assert second.see("session.title").text() == "Your next session"
    assert lines(second) == ["Mondays"]
    assert sessions(second)[1].notes == "And: It was easier than I thought."


def test_that_a_session_is_deleted_and_had_again(second):
    second.press("session.delete")
    assert sessions(second) == [BEFORE]
    assert second.see("session.notes").words() == BEFORE.notes
    second.window.notices.undo_last()
    second.wait()
    assert sessions(second) == [COMING, BEFORE]
    assert lines(second) == ["Mondays"]


def test_that_a_session_that_came_from_elsewhere_is_shown(second):
    changed = Session(COMING.made, agenda=(AgendaLine("From a file"),), id=COMING.id)
    second.parts.tasks.write(lambda j: j.sessions.keep(changed), owner=second.window).result(20)
    second.wait_for(lambda: lines(second) == ["From a file"])
    second.parts.tasks.write(lambda j: j.sessions.drop(changed), owner=second.window).result(20)
    second.wait_for(lambda: lines(second) == ["The nights", "My sister"])


def test_that_the_days_since_the_session_lead_to_their_pages(places, home_of):
    fill(places, entry("One", 1), entry("Two", 2), record(days_ago=2), sessions=(BEFORE, COMING))
    person = home_of()
    go(person)
    assert person.see("session.since.title").text() == "Since last time"
    assert "You wrote on 2 of 8 days." in person.see("session.since.said").text()
    assert person.find("session.since.charts") is None
    person.press("session.since.records")
    person.wait_for(lambda: person.find("thoughts") is not None)
    go(person)
    person.press("session.since.journal")
    person.wait_for(lambda: person.find("journal") is not None)


def test_that_many_pages_with_a_star_are_shown_a_few_at_first(places, home_of):
    fill(places, *(entry(f"Day {n}", n, starred=True) for n in range(8)))
    person = home_of()
    go(person)
    assert person.find("session.since.6.open") is None
    person.press("session.since.more")
    person.see("session.since.8.open")
    assert person.find("session.since.more") is None


def test_that_a_day_is_chosen_and_kept(second):
    box = second.see("session.day")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    tomorrow = today() + dt.timedelta(days=1)
    kept(second, lambda found: found[0].day == tomorrow)


def test_that_the_way_of_keys_goes_through_switch_day_and_paper(second):
    second.see("share.switch.session").setFocus()
    second.key(Qt.Key.Key_F6)
    assert second.see("session.day").hasFocus()
    second.key(Qt.Key.Key_F6)
    assert second.see("session.paper").hasFocus()
    second.see("share.switch.pdf").click()
    second.wait()
    assert second.find("session") is None


def test_that_search_finds_a_session_and_opens_it(second):
    second.go("journal")
    second.key("k", Qt.KeyboardModifier.ControlModifier)
    second.write("search.field", "easier")
    second.wait_for(lambda: second.find("search.results") is not None)
    second.wait()
    second.key(Qt.Key.Key_Down)
    second.key(Qt.Key.Key_Return)
    second.wait_for(lambda: second.find("session.notes") is not None)
    second.wait()
    assert second.see("session.notes").words() == BEFORE.notes
    second.press("way_back.go")
    second.wait_for(lambda: second.find("journal") is not None)


# On paper


def saved(person, path):
    person.save_to(path)
    person.find("sheet.save").click()
    person.wait_for(path.exists)
    person.wait_for(lambda: person.find("sheet.said") is not None)
    person.find("sheet").close()
    person.wait()
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_that_a_session_is_saved_as_a_sheet(second, tmp_path):
    second.press("session.paper")
    words = saved(second, tmp_path / "sheet.pdf")
    for own in ("Mondays", "Walk before work", "Nothing was written in these days"):
        assert own in words
    assert "The nights" not in words


def test_that_a_point_of_a_page_that_is_never_shared_is_not_on_the_sheet(first, tmp_path):
    first.press("session.put_starred")
    first.press("session.agenda.add")
    first.write("session.agenda.3", "My sister")
    kept(first, lambda found: found and len(found[0].agenda) == 3)
    first.press("session.paper")
    assert first.find("sheet.left_out") is None
    first.find("sheet").close()
    first.parts.tasks.write(lambda j: j.marks.never_share("yes", never=True), owner=first.window)
    first.parts.tasks.write(lambda j: j.marks.share("saw", Share.NEVER), owner=first.window)
    first.wait()
    first.press("session.paper")
    said = first.find("sheet.left_out").text()
    assert said == "2 points are left out: their pages are never shared."
    words = saved(first, tmp_path / "sheet.pdf")
    assert "My sister" in words
    assert "Said yes again" not in words
    assert "The figures" not in words  # the beginning of the record
    assert len(lines(first)) == 3  # it stays on the page itself


def test_that_a_blank_worksheet_is_of_the_form_that_is_chosen(first, tmp_path):
    first.press("share.worksheet")
    first.wait_for(lambda: first.find("sheet.form") is not None)
    box = first.find("sheet.form")
    box.setCurrentIndex(box.findText("Both sides"))
    first.find("sheet.paper").setCurrentIndex(1)
    first.wait()
    words = saved(first, tmp_path / "blank.pdf")
    assert "Both sides" in words
    assert "Facts that speak against it" in words
    assert "They all saw it" not in words


@pytest.mark.parametrize(("size", "height", "wide"), [(100, 800, 640), (150, 600, 700)])
def test_that_the_sheet_is_seen_as_large_as_there_is_room(first, size, height, wide):
    first.window.resize(1280 if size == 100 else 900, height)
    first.parts.look.set_text_size(size)
    first.press("share.worksheet")
    first.wait_for(lambda: first.find("sheet.picture") is not None)
    first.wait()
    picture, pane = first.find("sheet.picture"), first.find("sheet.scroll")
    assert wide <= picture.width() <= pane.viewport().width()
    for number, shape in enumerate((297 / 210, 11 / 8.5)):
        first.find("sheet.paper").setCurrentIndex(number)
        first.wait()
        shown = picture.pixmap()
        assert shown.height() / shown.width() == pytest.approx(shape, abs=0.01)
        assert shown.width() == pytest.approx(picture.width(), abs=2)
    first.find("sheet").close()


def test_that_a_record_is_printed_with_all_that_was_written(first, tmp_path):
    first.window.navigator.thought_record_requested.emit("saw")
    first.wait_for(lambda: first.find("thoughts.finished") is not None)
    first.wait()
    menu = first.see("thoughts.finished.menu")
    menu.findChild(QAction, "thoughts.finished.menu.paper").trigger()
    first.wait_for(lambda: first.find("sheet") is not None)
    first.wait()
    words = saved(first, tmp_path / "record.pdf")
    assert "They all saw it." in words
    assert "Most of them looked at the screen." in words


def test_that_signs_without_a_font_are_named(first):
    first.see("session.notes").insertPlainText("private \ue000 sign")
    first.press("session.paper")
    first.wait_for(lambda: first.find("sheet.missing") is not None)
    assert "\ue000" in first.find("sheet.missing").text()
    first.find("sheet").close()


def test_that_a_sheet_is_printed_without_a_file(first, monkeypatch):
    printed = []
    monkeypatch.setattr(sheet_paper, "ask_for_printer", lambda _window, _paper: None)
    first.press("session.paper")
    first.wait_for(lambda: first.find("sheet.print") is not None)
    first.find("sheet.print").click()
    first.wait()
    assert first.find("sheet.said") is None
    monkeypatch.setattr(sheet_paper, "ask_for_printer", lambda _window, paper: paper)
    monkeypatch.setattr(sheet_paper, "put_on_paper", lambda _printer, pages: printed.append(pages))
    first.find("sheet.print").click()
    first.wait_for(lambda: first.find("sheet.said") is not None)
    assert first.find("sheet.said").text() == "The printer did not answer."
    first.find("sheet.paper").setCurrentIndex(1)
    monkeypatch.setattr(sheet_paper, "put_on_paper", lambda paper, _pages: paper == "us-letter")
    first.find("sheet.print").click()
    first.wait_for(lambda: first.find("sheet.said").text() == "Sent to the printer.")
    ((page,),) = printed
    assert page.startswith(b"\x89PNG")
    first.find("sheet").close()


def test_that_thinking_better_of_a_sheet_saves_nothing_and_a_fault_is_said(first, tmp_path):
    first.press("share.worksheet")
    first.wait_for(lambda: first.find("sheet.save") is not None)
    first.save_to(None)
    first.find("sheet.save").click()
    first.wait()
    assert first.find("sheet.said") is None
    first.save_to(tmp_path / "nowhere" / "sheet.pdf")
    first.find("sheet.save").click()
    first.wait()
    assert "could not be saved" in first.find("sheet.said").text()
    first.find("sheet").close()
