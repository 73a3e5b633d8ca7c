"""Nothing that was typed is lost: drafts, failing disks, the bin, and leaving in the middle."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.drafts import DraftBook
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.widgets import autosave

from .samples import entry, fill, moment, record

CTRL = Qt.KeyboardModifier.ControlModifier
FULL = "The disk is full, so this could not be saved."


@pytest.fixture
def quick(monkeypatch):
    """Save drafts at once."""
    monkeypatch.setattr(autosave, "REST_MS", 1)


@pytest.fixture
def yesterday(places, home_of):
    """Somebody who wrote one entry yesterday and one today."""
    fill(places, entry("Rain on the roof", 1, -3), entry("Sun", 0, 2))
    return home_of()


def full_disk(*_, **__):
    raise NotWrittenError(FULL)


def timeline(person):
    """Return headings and rows as a screen reader says them."""
    person.wait()
    model = person.window.page("journal").timeline.list.rows
    return [model.data(model.index(n)) for n in range(model.rowCount())]


def form(person):
    return person.window.page("journal").composer


def open_entry(person, row):
    person.stand_on("journal.timeline", row)
    person.key(Qt.Key.Key_Return)
    person.wait_for(lambda: form(person).cancel.isVisible())


# Drafts


def test_that_typing_is_kept_by_itself(home_of, places, quick):
    fill(places)
    person = home_of()
    person.choose("journal.mood", -4)
    person.choose_feeling("journal.feelings", "tense")
    person.write("journal.note", "Half a sen")
    person.wait_for(lambda: person.see("journal.state").words().startswith("Saved"))
    person.wait()
    begun = person.read(lambda j: j.drafts.get("entry:new")).at
    person.crash()
    person.start()
    assert form(person).entry().note == "Half a sen"
    assert form(person).entry().mood == -4
    assert [f.word for f in form(person).entry().feelings] == ["tense"]
    assert form(person).entry().at == begun
    assert timeline(person) == []


def test_that_a_draft_keeps_the_time_it_was_begun(places, home_of):
    begun = moment(2, 8, 15)
    fill(places, drafts=(("entry:new", entry("From Tuesday", mood=None, at=begun)),))
    person = home_of()
    person.write("journal.note", "!")
    person.key(Qt.Key.Key_Return, CTRL)
    (kept,) = person.read(lambda j: j.looking.timeline()).items
    assert kept.at == begun


def test_that_a_draft_is_gone_with_its_words(quick, home):
    home.write("journal.note", "x")
    home.wait_for(lambda: home.see("journal.state").words().startswith("Saved"))
    home.key(Qt.Key.Key_Backspace)
    home.wait_for(lambda: home.see("journal.state").words() == "")
    home.wait()
    assert home.read(lambda j: j.drafts.all()) == {}


def test_that_a_kept_entry_leaves_no_draft(quick, home):
    home.write("journal.note", "Rain")
    home.wait_for(lambda: home.see("journal.state").words().startswith("Saved"))
    home.key(Qt.Key.Key_Return, CTRL)
    assert home.read(lambda j: j.drafts.all()) == {}
    assert len(home.read(lambda j: j.looking.timeline()).items) == 1


def test_that_going_to_another_page_keeps_the_draft_at_once(home):
    home.write("journal.note", "Half a sen")
    home.go("charts")
    assert home.read(lambda j: j.drafts.get("entry:new")).note == "Half a sen"


# Keeping


def test_that_an_entry_made_by_keys_stands_under_today(home):
    home.key("n", CTRL)
    home.qtbot.keyClick(QApplication.focusWidget(), "-")
    home.qtbot.keyClick(QApplication.focusWidget(), "2")
    home.key(Qt.Key.Key_Tab)
    home.key(Qt.Key.Key_Space)
    word = form(home).entry().feelings[0].word
    home.see("journal.note").setFocus()
    home.qtbot.keyClicks(home.see("journal.note"), "Rain")
    home.key(Qt.Key.Key_Return, CTRL)
    today, said = timeline(home)
    assert today == "Today, mood of the day minus two"
    assert said.endswith(f"mood minus two, {word}, Rain")
    assert form(home).entry().is_empty
    assert home.see("journal.state").words() == ""


def test_that_enter_alone_only_breaks_the_line(home):
    home.write("journal.note", "one")
    home.key(Qt.Key.Key_Return)
    assert home.see("journal.note").words() == "one\n"
    assert timeline(home) == []


def test_that_a_failed_save_is_told_and_made_up_for_later(quick, home, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(Journal, "keep_entry", full_disk)
        broken.setattr(DraftBook, "keep", full_disk)
        home.write("journal.note", "Do not lose this")
        home.key(Qt.Key.Key_Return, CTRL)
        assert home.see("journal.state").words() == f"Not saved. {FULL}"
        assert home.see("journal.note").words() == "Do not lose this"
        assert home.see("journal.save").isEnabled()
    home.wait_for(lambda: home.see("journal.state").words().startswith("Saved"))
    assert home.read(lambda j: j.drafts.get("entry:new")).note == "Do not lose this"


def test_that_words_typed_while_an_entry_is_being_kept_are_not_lost(quick, home):
    home.write("journal.note", "first")
    home.qtbot.keyClick(home.see("journal.note"), Qt.Key.Key_Return, CTRL)
    home.qtbot.keyClicks(home.see("journal.note"), " and more")
    home.wait()
    home.wait()
    kept = home.read(lambda j: j.looking.timeline()).items
    drafts = home.read(lambda j: j.drafts.all()).values()
    everything = " ".join(
        [home.see("journal.note").words(), *(i.note for i in kept), *(d.note for d in drafts)]
    )
    assert "first" in everything
    assert "and more" in everything


# Changing


def test_that_an_entry_moves_to_the_day_it_is_given(yesterday):
    assert any(line.startswith("Today") for line in timeline(yesterday))
    open_entry(yesterday, 0)
    yesterday.press("journal.when.change")
    day = moment(1).day - dt.timedelta(days=400)
    yesterday.write("journal.when.edit.field", day.isoformat())
    yesterday.key(Qt.Key.Key_Return, CTRL)
    assert not any(line.startswith("Today") for line in timeline(yesterday))
    kept = yesterday.read(lambda j: j.looking.timeline()).items
    assert [item.note for item in kept] == ["Rain on the roof", "Sun"]
    assert kept[1].at.day == day
    assert kept[1].at.wall.time() == moment().wall.time()


def test_that_opening_and_leaving_an_entry_changes_nothing(quick, yesterday):
    before = yesterday.read(lambda j: j.looking.timeline()).items
    open_entry(yesterday, 1)
    assert yesterday.see("journal.note").words() == "Rain on the roof"
    assert yesterday.see("journal.mood").mood == -3
    yesterday.key("n", CTRL)
    assert form(yesterday).entry().is_empty
    assert yesterday.read(lambda j: j.looking.timeline()).items == before
    assert yesterday.read(lambda j: j.drafts.all()) == {}


def test_that_an_entry_emptied_by_mistake_is_not_kept_as_nothing(yesterday):
    open_entry(yesterday, 0)
    yesterday.see("journal.note").clear()
    yesterday.see("journal.mood").setFocus()
    yesterday.key(Qt.Key.Key_Delete)
    yesterday.key(Qt.Key.Key_Return, CTRL)
    assert "nothing to keep" in yesterday.window.notices.words
    assert yesterday.read(lambda j: j.looking.timeline()).items[0].note == "Sun"


def test_that_opening_another_entry_keeps_changes_of_the_first_as_a_draft(yesterday):
    open_entry(yesterday, 0)
    yesterday.write("journal.note", "Much ")
    open_entry(yesterday, 1)
    yesterday.wait_for(lambda: yesterday.see("journal.note").words() == "Rain on the roof")
    assert [d.note for d in yesterday.read(lambda j: j.drafts.all()).values()] == ["Much Sun"]
    open_entry(yesterday, 0)
    yesterday.wait_for(lambda: yesterday.see("journal.note").words() == "Much Sun")


# The bin


def test_that_the_menu_of_a_row_bins_it_and_undo_brings_it_back(yesterday):
    view = yesterday.stand_on("journal.timeline", 0)
    row = view.rows.row_at(view.currentIndex())
    view.show_menu(row, view.visualRect(view.currentIndex()).center())
    menu = next(m for m in view.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == "Move to the bin").trigger()
    menu.close()
    assert not any("Sun" in line for line in timeline(yesterday))
    assert yesterday.window.notices.words == "Entry moved to the bin"
    yesterday.press("notice.undo")
    assert any("Sun" in line for line in timeline(yesterday))


def test_that_the_keyboard_stays_on_a_row_after_delete(yesterday):
    view = yesterday.stand_on("journal.timeline", 0)
    yesterday.key(Qt.Key.Key_Delete)
    yesterday.wait_for(lambda: len(view.rows.rows()) == 1)
    assert view.hasFocus()
    assert view.rows.row_at(view.currentIndex()) == view.rows.rows()[0]


def test_that_a_binned_entry_does_not_stay_open_for_changes(yesterday):
    open_entry(yesterday, 0)
    yesterday.stand_on("journal.timeline", 0)
    yesterday.key(Qt.Key.Key_Delete)
    yesterday.wait_for(lambda: not form(yesterday).cancel.isVisible())
    assert form(yesterday).entry().is_empty
    assert len(yesterday.read(lambda j: j.looking.timeline()).items) == 1


def test_that_a_changed_entry_in_the_bin_does_not_come_back_as_a_draft(yesterday):
    open_entry(yesterday, 0)
    yesterday.write("journal.note", "Much ")
    form(yesterday).save_now()
    yesterday.stand_on("journal.timeline", 0)
    yesterday.key(Qt.Key.Key_Delete)
    yesterday.quit()
    yesterday.start()
    assert form(yesterday).entry().is_empty
    assert not form(yesterday).cancel.isVisible()


def test_that_ctrl_z_in_a_field_undoes_typing_first_and_then_the_bin(yesterday):
    yesterday.stand_on("journal.timeline", 0)
    yesterday.key(Qt.Key.Key_Delete)
    yesterday.write("journal.note", "x")
    yesterday.key("z", CTRL)
    assert yesterday.see("journal.note").words() == ""
    assert yesterday.window.notices.words == "Entry moved to the bin"
    yesterday.key("z", CTRL)
    assert any("Sun" in line for line in timeline(yesterday))


# Thought records


def test_that_a_thought_record_is_kept_as_it_is_typed(home_of, places, quick):
    fill(places)
    person = home_of()
    person.key("t", CTRL)
    person.write("thoughts.situation_words", "The figures were")
    person.wait_for(lambda: person.see("thoughts.state").words().startswith("Saved"))
    person.crash()
    person.start()
    (kept,) = person.read(lambda j: j.thought_records())
    assert kept.situation == "The figures were"
    assert not kept.finished


def test_that_a_record_that_cannot_be_saved_stays_in_view_and_is_saved_later(
    quick, home, monkeypatch
):
    home.key("t", CTRL)
    with monkeypatch.context() as broken:
        broken.setattr(Journal, "keep_thought_record", full_disk)
        home.write("thoughts.situation_words", "Do not lose this")
        for _ in range(5):
            home.key(Qt.Key.Key_Return, CTRL)
        home.key(Qt.Key.Key_Return, CTRL)
        home.wait_for(lambda: home.see("thoughts.state").words() == f"Not saved. {FULL}")
        assert home.find("thoughts.worksheet")
    home.wait_for(lambda: home.see("thoughts.state").words().startswith("Saved"))
    home.press("thoughts.next")
    assert home.find("thoughts.finished")
    (kept,) = home.read(lambda j: j.thought_records())
    assert kept.finished
    assert kept.situation == "Do not lose this"


def test_that_unfinished_records_stand_first_and_open_where_they_were_left(places, home_of):
    fill(places, record("Newer.", 1), record("Open.", 9, finished=False), record("Old.", 400))
    person = home_of()
    person.go("thoughts")
    rows = person.see("thoughts.list").rows
    said = [rows.data(rows.index(n)) for n in range(rows.rowCount())]
    assert said[0] == "Still open"
    assert "Open." in said[1]
    person.stand_on("thoughts.list", 0)
    person.key(Qt.Key.Key_Return)
    assert person.see("thoughts.step_title").text() == "How is it now?"


def test_that_a_record_deleted_in_the_list_comes_back_by_undo(places, home_of):
    fill(places, record("They saw it."), record("Nobody calls.", 2))
    person = home_of()
    person.go("thoughts")
    view = person.stand_on("thoughts.list", 0)
    person.key(Qt.Key.Key_Delete)
    person.wait_for(lambda: len(view.rows.rows()) == 1)
    assert person.window.notices.words == "Thought record moved to the bin"
    person.key("z", CTRL)
    person.wait_for(lambda: len(view.rows.rows()) == 2)


def test_that_a_record_binned_elsewhere_is_not_brought_back_by_the_worksheet(places, home_of):
    fill(places, record("They saw it.", finished=False))
    person = home_of()
    person.go("thoughts")
    person.stand_on("thoughts.list", 0)
    person.key(Qt.Key.Key_Return)
    assert person.find("thoughts.worksheet")
    person.go("journal")
    person.stand_on("journal.timeline", 0)
    person.key(Qt.Key.Key_Delete)
    person.go("thoughts")
    assert person.find("thoughts.empty")
    person.go("journal")
    assert timeline(person) == []


def test_that_a_new_record_stays_open_while_another_one_goes_to_the_bin(places, home_of):
    fill(places, record("They saw it.", days_ago=1))
    person = home_of()
    person.key("t", CTRL)
    person.write("thoughts.situation_words", "The phone")
    person.go("journal")
    person.stand_on("journal.timeline", 1)
    person.key(Qt.Key.Key_Delete)
    person.go("thoughts")
    assert person.see("thoughts.situation_words").words() == "The phone"


def test_that_both_ratings_are_shown_when_a_record_is_finished(places, home_of):
    fill(places, record())
    person = home_of()
    person.go("thoughts")
    person.stand_on("thoughts.list", 0)
    person.key(Qt.Key.Key_Return)
    lines = person.see("thoughts.finished.ratings")
    said = [w.accessibleDescription() for w in lines.children() if hasattr(w, "accessibleName")]
    assert "first 85, later 40 of 100" in said
    assert "first 70, later 35 of 100" in said


# Words typed where a number is asked for


def test_that_words_typed_on_the_mood_scale_go_into_the_note(home):
    home.qtbot.keyClicks(QApplication.focusWidget(), "I")
    home.qtbot.keyClicks(QApplication.focusWidget(), " slept 4 hours")
    assert home.see("journal.note").words() == "I slept 4 hours"
    assert home.window.page("journal").composer.mood.mood is None


def test_that_who_comes_back_to_half_a_sentence_writes_on(home):
    home.write("journal.note", "Half a sen")
    home.window.page("journal").composer.mood.set_mood(3)
    home.quit()
    home.start()
    home.wait()
    home.qtbot.keyClicks(QApplication.focusWidget(), "tence, 4 words")
    assert home.see("journal.note").words() == "Half a sentence, 4 words"


def test_that_words_typed_over_an_opened_entry_follow_its_own(home):
    home.write("journal.note", "First")
    home.press("journal.save")
    (kept,) = home.read(lambda journal: journal.looking.timeline().items)
    home.window.page("journal").open_entry(kept.id)
    home.wait()
    home.qtbot.keyClicks(QApplication.focusWidget(), "s")
    assert home.see("journal.note").words() == "Firsts"


def test_that_words_typed_on_the_mood_of_the_quick_form_go_into_its_line(home):
    home.shortcut(Qt.Key.Key_M)
    home.qtbot.keyClicks(QApplication.focusWidget(), "T")
    home.qtbot.keyClicks(QApplication.focusWidget(), "ired")
    assert home.see("quick.line").text() == "Tired"


def test_that_a_click_on_more_leaves_the_keyboard_in_the_words(home):
    home.write("journal.note", "Half a sen")
    field = QApplication.focusWidget()

    def leave():
        home.qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)

    QTimer.singleShot(200, leave)
    home.qtbot.mouseClick(home.see("journal.note.more"), Qt.MouseButton.LeftButton)
    home.wait_for(lambda: QApplication.activePopupWidget() is None)
    assert QApplication.focusWidget() is field
    home.qtbot.keyClicks(QApplication.focusWidget(), "tence")
    assert home.see("journal.note").words() == "Half a sentence"
