"""Going through what was written: days, the calendar, filters, stars."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from resilience_desktop.domain.details import Picture
from resilience_desktop.domain.entry import Frame
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.timeline_filter import SavedFilter, TimelineFilter
from resilience_desktop.ui.journal.timeline import _MOST
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.confirm import ConfirmDialog
from resilience_desktop.ui.widgets.written_rows import Heading

from .samples import entry, fill, moment, record, today


def rows(person):
    return person.window.page("journal").timeline.list.rows.rows()


def notes(person):
    return ["".join(piece for piece, _ in row.words) for row in rows(person)]


def headings(person):
    model = person.window.page("journal").timeline.list.rows
    everything = (model.row_at(model.index(n)) for n in range(model.rowCount()))
    return [row for row in everything if isinstance(row, Heading)]


def choose(person, chosen):
    person.window.page("journal").looking_back.filters.filter_changed.emit(chosen)
    person.wait()


def menu_action(person, words):
    menus = [m for m in person.window.findChildren(QMenu) if m.isVisible()]
    actions = [action for menu in menus for action in menu.actions()]
    for action in actions:
        if action.menu():
            actions += action.menu().actions()
    found = next(action for action in actions if action.text() == words)
    found.trigger()
    for menu in menus:
        menu.close()
    person.wait()


@pytest.fixture
def long(places, home_of):
    fill(places, *(entry(f"Day {n}", n) for n in range(500)))
    return home_of()


@pytest.fixture
def week(places, home_of):
    fill(
        places,
        entry("Rain", 0, 2, tags=("walk",), starred=True),
        entry("Tea", 0, -1, feelings=("tired",), at=moment(0, 9)),
        entry("Letter", 1, -4, tags=("work",), went_well="A call."),
        entry("Garden", 2, 4, tags=("walk", "work"), frame=Frame.TODAY),
        entry("Bus", 3, None, pictures=(Picture("p"),)),
        record("They all saw it.", 4),
    )
    return home_of()


# Days


def test_that_a_day_says_its_mood_and_a_whole_day_has_no_time(week):
    said = headings(week)
    assert [heading.mood for heading in said] == [0.5, -4, 4, None, None]
    assert said[0].spoken() == "Today, mood of the day plus a half"
    whole = next(row for row in rows(week) if row.mood == 4)
    view = week.see("journal.timeline")
    tip = view.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("+0.5, between neither good nor bad and good")
    assert view.rows.index(1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert whole.when == ""
    assert "about the whole day" in whole.spoken()


def test_that_star_and_picture_are_shown_and_said(week):
    first, with_picture = rows(week)[0], rows(week)[4]
    assert first.marks == ("star-filled",)
    assert "for your next session" in first.spoken()
    assert with_picture.marks == ("picture",)
    assert "with a picture" in with_picture.spoken()


# A long journal


def test_that_a_long_journal_is_never_loaded_as_a_whole(long):
    view = long.see("journal.timeline")
    bar = view.verticalScrollBar()
    for _ in range(60):
        bar.setValue(bar.maximum())
        long.wait()
        assert len(rows(long)) <= _MOST + 40
        if notes(long)[-1] == "Day 499":
            break
    assert notes(long)[-1] == "Day 499"
    assert notes(long)[0] != "Day 0"
    assert isinstance(view.rows.row_at(view.rows.index(0)), Heading)
    for _ in range(60):
        bar.setValue(0)
        long.wait()
        assert len(rows(long)) <= _MOST + 40
        if notes(long)[0] == "Day 0":
            break
    shown = notes(long)
    assert shown == [f"Day {n}" for n in range(len(shown))]
    words = [heading.words for heading in headings(long)]
    assert len(words) == len(set(words))


def test_that_what_is_in_sight_stays_when_newer_days_are_read_again(long):
    view = long.see("journal.timeline")
    bar = view.verticalScrollBar()
    while notes(long)[0] == "Day 0":
        bar.setValue(bar.maximum())
        long.wait()
    first = rows(long)[0]
    bar.setValue(200)
    top = view.visualRect(view.rows.index_of(first.id)).top()
    long.wait_for(lambda: rows(long)[0].id != first.id)
    assert view.visualRect(view.rows.index_of(first.id)).top() == top


def test_that_keeping_an_entry_reads_what_is_loaded_and_no_more(long):
    view = long.see("journal.timeline")
    for _ in range(12):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        long.wait()
    before = notes(long)
    long.choose("journal.mood", 3)
    long.press("journal.save")
    assert notes(long) == before


def test_that_a_page_that_scrolls_as_a_whole_holds_so_many_rows_and_goes_on_from_there(long):
    long.window.resize(900, 700)
    long.parts.look.set_text_size(150)
    long.wait()
    bar = long.see("journal.page_scroll").verticalScrollBar()
    for _ in range(30):
        bar.setValue(bar.maximum())
        long.wait()
    assert notes(long)[-1] == f"Day {_MOST - 1}"
    long.press("journal.further")
    long.wait_for(lambda: notes(long)[0] == f"Day {_MOST - 1}")
    assert long.find("journal.further") is None
    long.wait()
    words = long.see("journal.from_day")
    assert 0 <= words.mapTo(long.window, QPoint(0, 0)).y() < 700
    for _ in range(30):
        bar.setValue(bar.maximum())
        long.wait()
    long.parts.look.set_text_size(100)
    long.wait()
    assert long.find("journal.further") is None


# What a row shows


def test_that_a_row_shows_a_list_as_lines_and_names_what_went_all_right(places, home_of):
    fill(
        places,
        entry("Today\n- tea\n- **bus**", went_well="A call."),
        entry("", 1, None, went_well="The soup."),
    )
    person = home_of()
    with_note, alone = rows(person)
    assert notes(person)[0].split("\N{LINE SEPARATOR}") == [
        "Today",
        "\N{BULLET} tea",
        "\N{BULLET} bus",
    ]
    assert "went all right" in with_note.foot
    assert "went all right" in with_note.spoken()
    assert alone.label == "went all right"
    assert "went all right" in alone.spoken()


# The calendar


def open_calendar(person):
    person.window.resize(1280, 900)
    person.press("journal.open_calendar")
    grid = person.see("journal.days")
    person.wait_for(lambda: grid.today == today())
    return grid


def test_that_a_day_of_the_calendar_says_date_mood_and_how_many(week):
    grid = open_calendar(week)
    grid.stand_on(today() - dt.timedelta(days=1))
    week.wait()
    cell = week.see(f"journal.days.{(today() - dt.timedelta(days=1)).day}")
    assert cell.accessibleName().endswith("mood minus four, 1 entry")
    gap = today() - dt.timedelta(days=6)
    grid.stand_on(gap)
    week.wait()
    assert week.see(f"journal.days.{gap.day}").accessibleName().endswith("no entry")


def test_that_the_calendar_says_the_mood_of_a_day_as_the_list_does(week, monkeypatch):
    said = []

    def note(*_args, words, **_more):
        said.append(words)

    grid = open_calendar(week)
    grid.stand_on(today())
    week.wait()
    monkeypatch.setattr("resilience_desktop.ui.journal.month.paint_mark", note)
    week.see(f"journal.days.{today().day}").grab()
    assert said == ["+0.5"]


def test_that_the_calendar_is_gone_through_by_keyboard(week):
    grid = open_calendar(week)
    grid.stand_on(dt.date(2024, 3, 31))
    week.wait()
    week.see("journal.days.31").setFocus(Qt.FocusReason.TabFocusReason)
    for key, day in (
        (Qt.Key.Key_Left, (2024, 3, 30)),
        (Qt.Key.Key_Up, (2024, 3, 23)),
        (Qt.Key.Key_End, (2024, 3, 31)),
        (Qt.Key.Key_PageUp, (2024, 2, 29)),
        (Qt.Key.Key_Home, (2024, 2, 1)),
        (Qt.Key.Key_Left, (2024, 1, 31)),
        (Qt.Key.Key_PageDown, (2024, 2, 29)),
        (Qt.Key.Key_Down, (2024, 3, 7)),
    ):
        week.key(key)
        assert week.window.focusWidget().day == dt.date(*day)
        assert grid.month == dt.date(*day).replace(day=1)


def test_that_choosing_a_day_shows_it(week):
    grid = open_calendar(week)
    day = today() - dt.timedelta(days=2)
    grid.stand_on(day)
    week.wait()
    week.see(f"journal.days.{day.day}").setFocus(Qt.FocusReason.TabFocusReason)
    week.key(Qt.Key.Key_Return)
    week.wait_for(lambda: notes(week)[0] == "Garden")


@pytest.mark.parametrize("size", [(900, 600), (1280, 800), (1680, 1000)])
def test_that_the_list_is_seen_beside_or_below_the_calendar(week, size):
    week.window.resize(*size)
    week.window.page("journal").looking_back.open_calendar.set_open(is_open=True)
    week.wait()
    days, view = week.see("journal.days"), week.see("journal.timeline")
    assert view.isVisible()
    assert view.viewport().height() >= 110
    end_of_list = view.mapToGlobal(view.rect().topRight()).x()
    assert (days.mapToGlobal(QPoint(0, 0)).x() > end_of_list) is (size[0] >= 1500)
    day = today() - dt.timedelta(days=2)
    days.day_chosen.emit(day)
    week.wait_for(lambda: notes(week)[0] == "Garden")
    week.wait()
    if size[1] > 700:
        assert week.see("journal.days").height() == days.sizeHint().height()


def test_that_a_low_window_gives_its_room_back_once_a_day_is_chosen(week):
    open_calendar(week)
    week.window.resize(1280, 600)
    week.wait()
    assert week.find("journal.days") is None
    week.press("journal.open_calendar")
    week.wait()
    week.see("journal.days").day_chosen.emit(today() - dt.timedelta(days=2))
    week.wait_for(lambda: notes(week)[0] == "Garden")
    assert week.find("journal.days") is None
    view = week.see("journal.timeline")
    third = view.rows.index_of(rows(week)[2].id)
    assert view.viewport().rect().contains(view.visualRect(third).center())
    week.window.resize(1280, 900)
    week.wait()
    assert week.see("journal.days").isVisible()


def turn_wheel(over, notches):
    """Turn the wheel as a hand does: over the window, which finds out what is below."""
    middle, window = over.rect().center(), over.window()
    QTest.wheelEvent(
        window.windowHandle(), over.mapTo(window, middle).toPointF(), QPoint(0, 120 * notches)
    )


def test_that_the_wheel_goes_on_by_months(week):
    grid = open_calendar(week)
    here = grid.month
    turn_wheel(week.see("journal.days.1"), 1)
    week.wait_for(lambda: grid.month < here)
    turn_wheel(week.see("journal.days.1"), -1)
    week.wait_for(lambda: grid.month == here)


def test_that_the_calendar_opens_at_the_month_the_list_stands_at(long):
    grid = open_calendar(long)
    here = grid.month
    grid.stand_on(here - dt.timedelta(days=300))
    long.wait()
    long.press("journal.open_calendar")
    long.press("journal.open_calendar")
    long.wait_for(lambda: grid.month == here)
    long.press("journal.open_calendar")
    bar = long.see("journal.timeline").verticalScrollBar()
    bar.setValue(bar.maximum())
    long.wait()
    bar.setValue(bar.value() - 200)
    long.wait()
    view = long.see("journal.timeline")
    at_top = view.rows.row_at(view.indexAt(QPoint(view.viewport().width() // 2, 8)))
    if isinstance(at_top, Heading):
        at_top = view.rows.row_at(view.indexAt(QPoint(view.viewport().width() // 2, 70)))
    (note, _), *_ = at_top.words
    day = today() - dt.timedelta(days=int(note.removeprefix("Day ")))
    long.press("journal.open_calendar")
    long.wait_for(lambda: grid.month == day.replace(day=1))
    assert grid.month < here


def test_that_the_calendar_stays_open_or_closed(week):
    open_calendar(week)
    week.quit()
    week.start()
    week.window.resize(1280, 900)
    week.wait()
    assert week.see("journal.days").isVisible()
    saved = json.loads(week.places.settings.read_text(encoding="utf-8"))
    assert saved["calendar_above"] is True


def test_that_another_month_and_year_can_be_chosen(week):
    grid = open_calendar(week)
    here = grid.month
    week.press("journal.month.previous")
    assert grid.month < here
    week.press("journal.month.next")
    assert grid.month == here


# On this day


def years_ago(number, note, mood=1):
    now = moment()
    wall = now.wall.replace(year=now.wall.year - number)
    return entry(note, mood=mood, at=type(now).from_wall(wall, now.zone))


@pytest.fixture
def remembering(places, home_of):
    fill(places, entry("Now"), years_ago(1, "Then"), years_ago(2, "Very low", -4))
    return home_of()


def test_that_earlier_years_are_offered_without_their_words(remembering):
    year = today().year
    assert remembering.find(f"journal.memories.{year - 2}") is None
    remembering.press(f"journal.memories.{year - 1}")
    remembering.wait_for(lambda: notes(remembering) == ["Then"])
    assert remembering.see("journal.from_day").text().startswith("Only ")
    remembering.press("journal.newest")
    assert notes(remembering) == ["Now", "Then", "Very low"]


def test_that_the_filter_stays_for_a_day_of_the_calendar(week):
    choose(week, TimelineFilter(tags=("walk",)))
    week.window.page("journal").looking_back.calendar.day_chosen.emit(
        today() - dt.timedelta(days=1)
    )
    week.wait_for(lambda: notes(week) == ["Garden"])
    assert week.see("journal.filter_chips").isVisible()
    week.press("journal.newest")
    week.wait_for(lambda: notes(week) == ["Rain", "Garden"])


def test_that_a_day_alone_is_shown_whole_and_the_filter_comes_back_after_it(remembering):
    choose(remembering, TimelineFilter(words="now"))
    remembering.press(f"journal.memories.{today().year - 1}")
    remembering.wait_for(lambda: notes(remembering) == ["Then"])
    assert remembering.find("journal.filter_chips") is None
    remembering.press("journal.newest")
    remembering.wait_for(lambda: notes(remembering) == ["Now"])
    assert remembering.see("journal.filter_chips").isVisible()


def test_that_whoever_asks_for_a_day_from_elsewhere_sees_all_of_it(week):
    choose(week, TimelineFilter(tags=("walk",)))
    week.window.navigator.day_requested.emit(today() - dt.timedelta(days=1))
    week.wait_for(lambda: notes(week)[0] == "Letter")
    week.press("journal.newest")
    week.wait_for(lambda: notes(week) == ["Rain", "Garden"])
    week.window.page("journal").looking_back.show_day(None)
    week.wait_for(lambda: len(rows(week)) == 6)
    assert week.see("journal.from_day").text() == "Without the filter"
    choose(week, TimelineFilter(tags=("walk",)))
    assert notes(week) == ["Rain", "Garden"]


@pytest.mark.parametrize(
    ("words", "setting"),
    [("Not today", "memories_away"), ("Don't show this any more", "memories")],
)
def test_that_memories_can_be_put_away(remembering, words, setting):
    usual = getattr(remembering.read(lambda j: j.settings()), setting)
    remembering.press("journal.memories.menu")
    menu_action(remembering, words)
    remembering.wait_for(lambda: remembering.find("journal.memories") is None)
    assert getattr(remembering.read(lambda j: j.settings()), setting) != usual
    remembering.quit()
    remembering.start()
    assert remembering.find("journal.memories") is None


# Filters


def test_that_the_panel_filters_and_says_how_much(week):
    week.press("journal.open_filters")
    week.write("journal.filter.words", "rain")
    week.wait_for(lambda: week.see("journal.filter.show").text() == "Show 1")
    assert week.find("journal.found") is None
    week.press("journal.filter.show")
    week.wait_for(lambda: notes(week) == ["Rain"])
    assert week.see("journal.timeline").isVisible()
    assert week.see("journal.found").text() == "1 found"


def test_that_the_panel_counts_everything_before_anything_is_chosen(week):
    week.press("journal.open_filters")
    week.wait_for(lambda: week.see("journal.filter.show").text() == "Show 6")


def test_that_nothing_in_the_panel_moves_when_the_first_filter_is_chosen(week):
    week.press("journal.open_filters")
    week.wait()
    words = week.see("journal.filter.words")
    before = words.mapTo(week.window, QPoint(0, 0))
    week.write("journal.filter.words", "rain")
    week.wait_for(lambda: week.see("journal.filter.show").text() == "Show 1")
    assert words.mapTo(week.window, QPoint(0, 0)) == before


def test_that_the_filters_stand_beside_the_list_where_there_is_room(week):
    week.window.resize(1680, 1000)
    week.window.page("journal").looking_back.open_calendar.set_open(is_open=True)
    week.press("journal.open_filters")
    assert week.find("journal.days") is None
    assert not week.window.page("journal").looking_back.open_calendar.is_open
    week.write("journal.filter.words", "rain")
    week.wait_for(lambda: notes(week) == ["Rain"])
    assert week.see("journal.timeline").isVisible()
    assert week.see("journal.found").text() == "1 found"
    week.press("journal.filter.show")
    assert week.find("journal.filters") is None
    assert week.see("journal.days").isVisible()


def test_that_the_name_of_the_first_day_is_in_sight_after_filtering(long):
    long.see("journal.timeline").verticalScrollBar().setValue(2000)
    long.press("journal.open_filters")
    long.write("journal.filter.words", "day")
    long.wait_for(lambda: long.see("journal.filter.show").text() == "Show 500")
    long.press("journal.filter.show")
    long.wait()
    view = long.see("journal.timeline")
    assert view.verticalScrollBar().value() == 0
    assert isinstance(view.rows.row_at(view.indexAt(QPoint(40, 20))), Heading)


def test_that_the_keyboard_brings_the_name_of_a_day_into_sight(long):
    view = long.see("journal.timeline")
    long.stand_on("journal.timeline", 12)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 4000)
    view.setCurrentIndex(view.rows.index_of(view.rows.rows()[4].id))
    above = view.rows.index(view.currentIndex().row() - 1)
    assert view.visualRect(above).top() >= 0


def test_that_a_day_of_a_filtered_list_says_no_mood(week):
    choose(week, TimelineFilter(tags=("walk",)))
    assert [heading.mood for heading in headings(week)] == [None, None]


def test_that_ticks_and_tags_are_used_together(week):
    week.press("journal.open_filters")
    week.wait()
    tags = week.see("journal.filter.tags.chips")
    chip = next(chip for chip in tags.findChildren(Chip) if chip.word == "walk")
    week.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    week.tick("journal.filter.starred")
    week.press("journal.filter.show")
    week.wait_for(lambda: notes(week) == ["Rain"])


def test_that_each_filter_is_a_chip_that_can_be_taken_away(week):
    choose(week, TimelineFilter(tags=("walk",), lowest_mood=3))
    assert notes(week) == ["Garden"]
    chips = week.see("journal.filter_chips").findChildren(Chip)
    assert sorted(chip.word for chip in chips) == ["#walk", "mood +3 or higher"]
    mood = next(chip for chip in chips if "mood" in chip.word)
    week.qtbot.mouseClick(mood, Qt.MouseButton.LeftButton)
    week.wait_for(lambda: notes(week) == ["Rain", "Garden"])
    assert "2 found" in week.see("journal.found").text()


def test_that_nothing_found_has_a_way_back_to_everything(week):
    choose(week, TimelineFilter(words="zeppelin"))
    week.press("journal.nothing.all")
    week.wait_for(lambda: len(rows(week)) == 6)
    assert week.find("journal.filter_chips") is None


def test_that_a_filter_is_saved_used_renamed_and_deleted_with_undo(week):
    choose(week, TimelineFilter(tags=("walk",)))
    week.press("journal.found_menu")
    menu_action(week, "Save this filter ...")
    week.qtbot.keyClicks(week.find("filter_name.name"), "Outside")
    week.key(Qt.Key.Key_Return)
    saved = SavedFilter("Outside", TimelineFilter(tags=("walk",)))
    assert week.read(lambda j: j.settings()).filters == (saved,)
    choose(week, TimelineFilter())
    week.press("journal.saved_filters")
    menu_action(week, "Outside")
    assert notes(week) == ["Rain", "Garden"]
    looking = week.window.page("journal").looking_back.filters
    looking._rename(saved)
    field = week.find("filter_name.name")
    field.selectAll()
    week.qtbot.keyClicks(field, "Walks")
    week.find("filter_name.save").click()
    week.wait()
    (renamed,) = week.read(lambda j: j.settings()).filters
    assert renamed == SavedFilter("Walks", saved.filter)
    looking._delete(renamed)
    week.wait()
    assert week.read(lambda j: j.settings()).filters == ()
    week.press("notice.undo")
    assert week.read(lambda j: j.settings()).filters == (renamed,)


def test_that_what_was_found_is_exported_and_nothing_else(week, tmp_path):
    choose(week, TimelineFilter(tags=("walk",)))
    path, suggested = tmp_path / "these.json", []

    def answer(_window, _title, name, _kinds):
        suggested.append(name)
        return path

    week.monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", answer)
    week.press("journal.found_menu")
    menu_action(week, "Export these ...")
    assert isinstance(week.find("export"), ConfirmDialog)
    assert "not encrypted" in week.find("export.meaning").text()
    week.find("export.choose").click()
    week.wait_for(path.exists)
    week.wait()
    assert suggested == [f"journal-selection-{today().isoformat()}.json"]
    assert "these.json" in week.window.notices.words
    words = path.read_text(encoding="utf-8")
    assert "Rain" in words
    assert "Garden" in words
    assert "Letter" not in words


def test_that_just_what_was_found_goes_to_share(week):
    choose(week, TimelineFilter(tags=("walk",)))
    week.press("journal.found_menu")
    menu_action(week, "Send to Share")
    choices = week.window.page("share").report.choices
    week.wait_for(lambda: week.find("share.only") is not None)
    assert week.see("share.only").text() == "The 2 entries you filtered"
    week.wait_for(lambda: week.see("share.entries.count").text() == "2 of 2")
    choice = choices.choice()
    assert choice.entry_ids == choice.only
    assert len(choice.only) == 2
    week.wait_for(lambda: not week.see("share.mood").isEnabled())
    assert week.see("share.mood.count").text() == "of whole days only"
    assert (today() - choice.first).days == 2
    assert choice.last == today()
    week.press("share.all_entries")
    assert week.find("share.only") is None
    week.wait_for(lambda: week.see("share.mood").isEnabled())
    assert choices.choice().only is None
    assert choices.choice().entry_ids == frozenset()


def test_that_records_alone_go_to_share_without_any_entry(week):
    choose(week, TimelineFilter(kind=Kind.THOUGHT_RECORD))
    week.press("journal.found_menu")
    menu_action(week, "Send to Share")
    choices = week.window.page("share").report.choices
    week.wait_for(lambda: len(choices.record_ids()) == 1)
    assert week.see("share.only").text() == "None of the entries"
    assert choices.choice().only == frozenset()
    assert choices.choice().entry_ids == frozenset()


def test_that_nothing_found_goes_nowhere(week):
    choose(week, TimelineFilter(words="zeppelin"))
    week.press("journal.found_menu")
    menu_action(week, "Send to Share")
    assert "Nothing was found" in week.see("notice.text").text()


# Stars


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_that_a_row_gets_and_loses_its_star_by_keyboard(week, key, held):
    week.stand_on("journal.timeline", 1)
    week.key(key, held)
    assert rows(week)[1].starred
    week.key(key, held)
    assert not rows(week)[1].starred


def test_that_the_star_of_an_open_entry_leaves_what_is_typed(week):
    week.window.page("journal").open_entry(rows(week)[1].id)
    week.wait()
    week.write("journal.note", " and rain")
    button = week.see("journal.star")
    week.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    week.wait()
    assert button.is_starred
    assert "and rain" in week.window.page("journal").composer.entry().note
    assert rows(week)[1].starred
    week.press("journal.save")
    assert rows(week)[1].starred
    assert "and rain" in notes(week)[1]


# Another time zone


def test_that_an_entry_keeps_its_clock_and_day_in_another_zone(week):
    week.window.page("journal").open_entry(rows(week)[1].id)
    week.wait()
    before = week.window.page("journal").composer.entry().at
    week.press("journal.when.change")
    week.press("journal.when.elsewhere")
    week.write("journal.when.zone", "auckland")
    week.key(Qt.Key.Key_Return)
    after = week.window.page("journal").composer.entry().at
    assert after.zone == "Pacific/Auckland"
    assert (after.wall, after.day) == (before.wall, before.day)
    assert after.utc != before.utc


def test_that_what_is_no_zone_is_taken_back(week):
    when = week.window.page("journal").composer.form.when
    before = when.moment().zone
    week.press("journal.when.change")
    week.press("journal.when.elsewhere")
    week.write("journal.when.zone", "nowhere")
    week.key(Qt.Key.Key_Return)
    assert when.moment().zone == before
    assert "nowhere" not in week.see("journal.when.zone").text()
