from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.clock import local_zone
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

from .samples import entry, fill


def rows(person):
    return person.see("journal.timeline").rows.rows()


def keep(person, mood, words=""):
    scale = person.see("journal.mood")
    scale.setFocus()
    if mood < 0:
        person.qtbot.keyClick(scale, "-")
    person.qtbot.keyClick(scale, str(abs(mood)))
    if words:
        person.write("journal.note", words)
    person.shortcut(Qt.Key.Key_Return)


def test_that_several_entries_a_day_are_kept_and_the_form_empties(home):
    keep(home, -2, "The kettle took twice as long.")
    keep(home, 3)
    assert [row.mood for row in rows(home)] == [3, -2]
    composer = home.window.page("journal").composer
    assert composer.entry().is_empty


def test_that_nothing_is_kept_when_there_is_nothing(home):
    home.press("journal.save")
    assert "nothing to keep" in home.window.notices.words
    assert home.window.page("journal").timeline.list.rows.rows() == []


def test_that_a_draft_survives_a_crash(home):
    home.see("journal.mood").setFocus()
    home.qtbot.keyClick(home.see("journal.mood"), "4")
    home.write("journal.note", "Half a sentence about")
    home.window.page("journal").save_now()
    home.wait()
    assert home.see("journal.state").words().startswith("Saved")
    home.parts.tasks.close()  # the window is gone without a word, as after a power cut
    home.window.deleteLater()
    home.start()
    assert home.see("journal.note").words() == "Half a sentence about"
    assert home.see("journal.mood").mood == 4


def test_that_an_entry_is_opened_changed_and_kept(home, qtbot):
    keep(home, 1, "before")
    timeline = home.see("journal.timeline")
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    home.wait()
    assert home.see("journal.save").text() == "Keep changes"
    home.write("journal.note", " and after")
    home.shortcut(Qt.Key.Key_Return)
    (row,) = rows(home)
    assert "after" in row.words[0][0]
    assert home.see("journal.save").text() == "Keep entry"


def test_that_changes_can_be_left_and_the_new_entry_comes_back(home, qtbot):
    keep(home, 1, "as it was")
    home.write("journal.note", "a new one, not finished")
    home.window.page("journal").open_entry(rows(home)[0].id)
    home.wait()
    home.write("journal.note", "spoiled ")
    home.press("journal.cancel")
    assert rows(home)[0].words[0][0] == "as it was"
    assert home.see("journal.note").words() == "a new one, not finished"


def test_that_a_changed_entry_comes_back_as_a_draft_after_a_restart(home):
    keep(home, 1, "first")
    home.window.page("journal").open_entry(rows(home)[0].id)
    home.wait()
    home.write("journal.note", "second ")
    home.quit()
    home.start()
    assert "second" in home.see("journal.note").words()
    assert home.see("journal.save").text() == "Keep changes"
    assert rows(home)[0].words[0][0] == "first"


def test_that_delete_moves_to_the_bin_and_ctrl_z_brings_it_back(home, qtbot):
    keep(home, -1, "to be binned")
    timeline = home.see("journal.timeline")
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(timeline, Qt.Key.Key_Delete)
    home.wait()
    assert home.window.page("journal").timeline.list.rows.rows() == []
    assert home.window.notices.words == "Entry moved to the bin"
    home.shortcut(Qt.Key.Key_Z)
    assert [row.words[0][0] for row in rows(home)] == ["to be binned"]


def test_that_an_entry_can_be_of_another_day(home):
    home.press("journal.when.change")
    home.write("journal.when.edit.field", "29 February 2020, 8:15")
    keep(home, 2)
    (row,) = rows(home)
    assert row.when == "08:15"


def test_that_the_worst_mood_shows_one_quiet_line(home, qtbot):
    home.see("journal.mood").setFocus()
    qtbot.keyClick(home.see("journal.mood"), "-")
    qtbot.keyClick(home.see("journal.mood"), "5")
    home.press("journal.quiet_mood.help")
    home.see("help").close()


def test_that_energy_is_asked_on_request_only(home, qtbot):
    home.press("journal.add_energy")
    scale = home.see("journal.energy")
    qtbot.keyClick(scale, "3")
    home.shortcut(Qt.Key.Key_Return)
    assert "energy +3" in rows(home)[0].foot


def test_that_a_failed_save_keeps_the_words_and_tries_again(home, monkeypatch):
    real = Journal.keep_entry

    def full(*_args, **_kwargs):
        raise NotWrittenError("The disk is full, so this could not be saved.")

    monkeypatch.setattr(Journal, "keep_entry", full)
    keep(home, 2, "must not be lost")
    assert "Not saved. The disk is full" in home.see("journal.state").words()
    assert home.see("journal.note").words() == "must not be lost"
    monkeypatch.setattr(Journal, "keep_entry", real)
    home.press("journal.save")
    assert rows(home)[0].words[0][0] == "must not be lost"


@pytest.fixture
def years(places):
    journal, _ = Journal.create(places.journal, None)
    zone = local_zone()
    start = dt.datetime(2025, 1, 1, 9)
    entries = tuple(
        Entry(
            at=Moment.from_wall(start + dt.timedelta(days=n), zone), mood=n % 11 - 5, note=f"n{n}"
        )
        for n in range(150)
    )
    journal.add(Contents(entries=entries))
    journal.close()


def test_that_scrolling_goes_back_to_the_oldest_entry(years, home_of, qtbot):
    person = home_of()
    timeline = person.see("journal.timeline")
    for _ in range(30):
        timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum())
        person.wait()
        if len(timeline.rows.rows()) == 150:
            break
    moods = timeline.rows.rows()
    assert len(moods) == len({row.id for row in moods}) == 150
    assert moods[-1].words[0][0] == "n0"


def test_that_a_day_asked_for_elsewhere_is_shown_from_there_back(years, home_of):
    person = home_of()
    person.window.navigator.day_requested.emit(dt.date(2025, 2, 1))
    person.wait()
    assert rows(person)[0].words[0][0] == "n31"
    person.press("journal.newest")
    assert rows(person)[0].words[0][0] == "n149"


def test_that_search_finds_marks_and_opens(years, home_of, qtbot):
    person = home_of()
    person.shortcut(Qt.Key.Key_K)
    person.write("search.field", "n42")
    person.qtbot.waitUntil(lambda: len(person.window.search.results.rows.rows()) == 1)
    (row,) = person.window.search.results.rows.rows()
    assert row.words == (("n42", True),)
    qtbot.keyClick(person.see("search.field"), Qt.Key.Key_Down)
    qtbot.keyClick(person.see("search.results"), Qt.Key.Key_Return)
    person.wait()
    assert person.see("journal.note").words() == "n42"


def test_that_narrow_windows_put_the_timeline_below(years, home_of):
    person = home_of()
    person.window.resize(900, 600)
    person.parts.look.set_text_size(150)
    person.wait()
    composer, timeline = person.see("journal.note"), person.see("journal.timeline")
    below = composer.mapTo(person.window, composer.rect().bottomLeft()).y()
    assert timeline.mapTo(person.window, timeline.rect().topLeft()).y() > below


def test_that_the_panes_stay_as_wide_as_somebody_made_them(home):
    panes = home.see("journal.panes")
    panes.setSizes([600, panes.width() - 600])
    panes.splitterMoved.emit(600, 1)
    chosen = panes.sizes()[0]
    home.window.resize(1281, 800)
    home.wait()
    assert abs(home.see("journal.panes").sizes()[0] - chosen) < 15
    home.quit()
    home.start()
    assert abs(home.see("journal.panes").sizes()[0] - chosen) < 15


@pytest.fixture
def much(places, home_of):
    """Somebody with a long journal in a small window."""
    fill(places, *(entry(f"Day {n}", n) for n in range(300)))
    person = home_of()
    person.window.resize(900, 600)
    person.parts.look.set_text_size(150)
    person.wait()
    return person


def test_that_a_small_window_does_not_load_a_whole_journal(much):
    much.qtbot.wait(300)
    assert len(much.see("journal.timeline").rows.rows()) < 150


def test_that_a_small_window_loads_more_as_one_scrolls_to_the_end(much):
    before = len(much.see("journal.timeline").rows.rows())
    bar = much.see("journal.page_scroll").verticalScrollBar()
    bar.setValue(bar.maximum())
    much.wait_for(lambda: len(much.see("journal.timeline").rows.rows()) > before)


def test_that_a_day_is_in_sight_in_a_small_window(much):
    day = much.read(lambda journal: journal.today()) - dt.timedelta(days=40)
    much.window.navigator.day_requested.emit(day)
    much.wait()
    bar = much.see("journal.page_scroll").verticalScrollBar()
    much.wait_for(lambda: bar.value() > 0)
    rows = much.see("journal.timeline").rows.rows()
    assert rows[0].words == (("Day 40", False),)
    top = much.see("journal.timeline").mapTo(much.see("journal.page_scroll"), QPoint(0, 0)).y()
    assert 0 <= top < 300


@pytest.mark.parametrize("text_size", [100, 150])
def test_that_keeping_is_always_in_sight_in_a_small_window(much, text_size):
    small(much, text_size)
    save = much.see("journal.save")
    for name in ("journal.page_scroll", "journal.form_scroll"):
        for pane in much.window.findChildren(ScrollPane, name):
            pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    much.wait()
    assert save.visibleRegion().boundingRect() == save.rect()
    place = QRect(save.mapTo(much.window, QPoint(0, 0)), save.size())
    assert much.window.rect().contains(place)


def test_that_saying_that_a_draft_is_saved_moves_nothing(home):
    places = [home.see(name).geometry() for name in ("journal.adders", "journal.save")]
    added = home.see("journal.add_energy").geometry()
    home.write("journal.note", "Rain")
    home.wait_for(lambda: "draft" in home.see("journal.state").words())
    home.wait()
    assert [home.see(name).geometry() for name in ("journal.adders", "journal.save")] == places
    assert home.see("journal.add_energy").geometry() == added


def test_that_more_rests_when_its_menu_has_gone(home):
    more = home.see("journal.note.more")
    menu = more.menu()
    menu.popup(QPoint(0, 0))
    more.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)  # Qt hears of no leaving meanwhile
    menu.close()
    home.wait_for(lambda: not more.underMouse())


LONG = "Tomorrow is the meeting again and I keep going over the one sentence I lost. " * 4


def small(person, text_size):
    """Give somebody a small window with large text."""
    person.window.resize(900, 600)
    person.parts.look.set_text_size(text_size)
    person.wait()


def own_font(person):
    font = person.see("journal.note").font()
    return font.family(), font.pixelSize()


def caret_in_sight(person, name):
    """Say whether the caret of a field can be seen through everything round it."""
    field = person.see(name)
    caret = field.cursorRect()
    return field.viewport().visibleRegion().boundingRect().contains(caret)


@pytest.mark.parametrize("name", ["journal.note", "journal.timeline", "journal.save"])
def test_that_the_keyboard_stays_where_it_is_when_panes_move(years, home_of, name):
    person = home_of()
    person.see(name).setFocus()
    focus = person.window.focusWidget()
    for text_size in (150, 100):
        small(person, text_size)
        assert person.window.focusWidget() is focus


def test_that_own_words_keep_their_font_when_panes_move(home):
    small(home, 100)
    wide, look = own_font(home), home.parts.look
    for text_size in (150, 100, 200, 100):
        small(home, text_size)
        wanted = look.font("reading")
        assert own_font(home) == (wanted.family(), wanted.pixelSize())
    assert own_font(home) == wide


def test_that_own_words_keep_their_font_when_the_window_is_made_narrow(home):
    home.parts.look.set_text_size(120)
    before = own_font(home)
    for width in (900, 1280):
        home.window.resize(width, 800)
        home.wait()
        assert own_font(home) == before


@pytest.mark.parametrize("text_size", [100, 130, 140, 200])
def test_that_there_is_room_to_write_in_a_small_window(home, text_size):
    small(home, text_size)
    home.shortcut(Qt.Key.Key_P)
    home.shortcut(Qt.Key.Key_N)
    assert home.find("way_back")
    home.choose("journal.mood", -5)
    home.choose_feeling("journal.feelings", "worried")
    home.write("journal.note", LONG)
    home.wait()
    home.wait_for(lambda: caret_in_sight(home, "journal.note"))
    note = home.see("journal.note")
    assert note.viewport().height() >= 4 * note.cursorRect().height()


def test_that_the_caret_stays_in_sight_while_somebody_writes(home):
    small(home, 200)
    home.shortcut(Qt.Key.Key_T)
    home.write("thoughts.situation_words", "One")
    for _ in range(14):
        home.key(Qt.Key.Key_Return)
    home.wait_for(lambda: caret_in_sight(home, "thoughts.situation_words"))


def test_that_the_mood_in_words_stands_at_the_end_of_its_question(home):
    home.choose("journal.mood", -1)
    home.wait()
    word, scale = home.see("journal.mood_word"), home.see("journal.mood")
    assert word.text() == "between low and neither good nor bad"
    for width, text_size in ((1600, 100), (1280, 100), (900, 100), (900, 150), (900, 200)):
        home.window.resize(width, 800)
        home.parts.look.set_text_size(text_size)
        home.wait()
        line = home.parts.look.line_height("heading")
        assert word.height() <= 2 * line
        place = scale.mapTo(home.window, QPoint(0, 0))
        home.choose("journal.mood", 2)
        home.wait()
        assert scale.mapTo(home.window, QPoint(0, 0)) == place
        home.choose("journal.mood", -1)


def test_that_f6_goes_through_the_parts_of_an_entry(years, home_of):
    person = home_of()
    person.press("journal.add_energy")
    person.see("journal.mood").setFocus()
    for name in ("energy", "feelings", "note", "today", "timeline", None, "mood", "energy"):
        person.key(Qt.Key.Key_F6)
        focus = person.window.focusWidget()
        if name is None:
            assert focus is person.window.header.tabs
        else:
            part = person.see(name if name == "today" else f"journal.{name}")
            assert part is focus or part.isAncestorOf(focus)


def test_that_f6_leaves_out_a_part_that_is_not_shown(home):
    home.see("journal.mood").setFocus()
    home.key(Qt.Key.Key_F6)
    assert home.see("journal.feelings").isAncestorOf(home.window.focusWidget())
    home.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert home.see("journal.mood").isAncestorOf(home.window.focusWidget())


def open_from_elsewhere(person):
    """Open the newest entry as search does."""
    id_ = person.read(lambda journal: journal.looking.timeline().items)[0].id
    person.window.navigator.entry_requested.emit(id_)
    person.wait()


def test_that_an_empty_entry_needs_no_way_back(years, home_of):
    person = home_of()
    open_from_elsewhere(person)
    assert person.see("journal.note").words() == "n149"
    assert not person.find("way_back")


def test_that_a_begun_entry_has_a_way_back_until_somebody_is_there(years, home_of):
    person = home_of()
    person.write("journal.note", "Half a sent")
    open_from_elsewhere(person)
    assert person.see("way_back.go").text() == "Back to the journal"
    person.press("journal.cancel")
    assert person.see("journal.note").words() == "Half a sent"
    assert not person.find("way_back")
