"""Charts of chosen entries, of two periods, and what happens when something goes wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.tag import PEOPLE, Tag
from resilience_desktop.services.views import choosing
from resilience_desktop.ui.widgets.chips import Chip

from .samples import entry, fill, today

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def some(places, home_of):
    """Somebody with walks on some days, Ana on others, and a note for the next session."""
    entries = [
        entry(
            f"Day {n}",
            n,
            n % 5 - 2,
            tags=(("walk",) if n % 3 == 0 else ()) + (("Ana",) if n % 4 == 0 else ()),
            feelings=("calm",) if n % 6 == 0 else (),
            starred=n in (7, 20),
            energy=n % 4,
        )
        for n in range(90)
    ]
    fill(places, *entries, tags=(Tag("walk"), Tag("Ana", PEOPLE)))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    return person


def page(person):
    return person.window.page("charts")


def ago(day):
    return (today() - day).days


def marks(person):
    return person.see("charts.mood").marks


def choose(person, part, word):
    chips = person.find(f"chart_filter.{part}.chips")
    chip = next(c for c in chips.findChildren(Chip) if c.word == word)
    person.qtbot.mouseClick(chip, LEFT)


def filter_by(person, part, word):
    person.press("charts.filter")
    person.wait_for(lambda: person.find("chart_filter") is not None)
    person.wait()
    choose(person, part, word)
    person.qtbot.mouseClick(person.find("chart_filter.show"), LEFT)
    person.wait()


def compare(person, key):
    person.press("charts.compare")
    menu = person.find("charts.compare.menu")
    menu.findChild(QAction, f"charts.compare.{key}").trigger()
    menu.close()
    person.wait()


@pytest.mark.parametrize(
    ("part", "word", "every"), [("tags", "walk", 3), ("people", "Ana", 4), ("feelings", "calm", 6)]
)
def test_that_only_chosen_entries_are_shown_and_each_panel_says_so(some, part, word, every):
    filter_by(some, part, word)
    some.wait_for(lambda: all(ago(day) % every == 0 for day in marks(some)))
    for panel in page(some).panels():
        assert panel.panel.of_what == f"Only entries with {word}."
    assert some.see("charts.mood.of_what").text() == f"Only entries with {word}."


def test_that_words_can_be_looked_for(some):
    some.press("charts.filter")
    some.wait()
    field = some.find("chart_filter.words")
    some.qtbot.keyClicks(field, "Day 7")
    some.qtbot.mouseClick(some.find("chart_filter.show"), LEFT)
    some.wait()
    some.wait_for(lambda: [ago(day) for day in marks(some)][-1:] == [7])
    assert "Day 7" in some.see("charts.mood.of_what").text()


def test_that_a_part_of_a_filter_can_be_taken_away_and_all_of_it(some):
    everything = len(marks(some))
    filter_by(some, "tags", "walk")
    filter_by(some, "feelings", "calm")
    some.wait_for(lambda: len(marks(some)) == everything // 6)
    chips = some.see("charts.filter_chips")
    assert chips.words() == ["calm", "#walk"]
    chip = next(c for c in chips.findChildren(Chip) if c.word == "#walk")
    some.qtbot.mouseClick(chip, LEFT)
    some.wait()
    assert chips.words() == ["calm"]
    some.press("charts.show_all")
    some.wait_for(lambda: len(marks(some)) == everything)
    assert not some.see("charts").findChild(type(chips), "charts.filter_chips").isVisible()
    assert some.find("charts.mood.of_what") is None


def test_that_a_filter_can_be_left_as_it_was_and_cleared(some):
    filter_by(some, "tags", "walk")
    some.press("charts.filter")
    some.wait()
    some.qtbot.mouseClick(some.find("chart_filter.clear"), LEFT)
    some.qtbot.mouseClick(some.find("chart_filter.cancel"), LEFT)
    some.wait()
    assert page(some)._filter.tags == ("walk",)
    some.press("charts.filter")
    some.wait()
    some.qtbot.mouseClick(some.find("chart_filter.clear"), LEFT)
    some.qtbot.mouseClick(some.find("chart_filter.show"), LEFT)
    some.wait()
    assert not page(some)._filter


def test_that_views_of_days_in_a_row_say_that_they_are_of_all_entries(some):
    filter_by(some, "tags", "walk")
    page(some).views.choose("steadiness")
    some.wait()
    words = {panel.panel.of_what for panel in page(some).panels()}
    assert words == {"Of all entries. This view needs the days as they follow each other."}


def test_that_a_filter_does_not_read_everything_again(some, monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(choosing, "_everything", refuse)
    filter_by(some, "tags", "walk")
    some.wait_for(lambda: all(ago(day) % 3 == 0 for day in marks(some)))
    page(some).views.choose("year")
    some.wait()
    assert some.see("charts.year." + str(today().year))


def test_that_an_entry_written_while_filtered_is_found(some):
    filter_by(some, "tags", "walk")
    new = entry("Another", 1, 5, tags=("walk",))
    some.parts.tasks.write(lambda journal: journal.keep_entry(new), owner=some.window)
    some.wait()
    some.wait_for(lambda: today() - dt.timedelta(1) in marks(some))


# Notes for the next session, and other numbers


def test_that_starred_notes_have_numbers_in_time_order_and_open_their_day(some):
    flags = page(some).panels()[0].panel.flags
    assert [(flag.number, ago(flag.day), flag.words) for flag in flags] == [
        (1, 20, "Day 20"),
        (2, 7, "Day 7"),
    ]
    some.press("charts.mood.flags.1")
    assert some.find("journal")
    shown = some.see("journal.timeline")
    some.wait_for(lambda: "Day 20" in {w for r in shown.rows.rows() for w, _ in r.words})


def test_that_energy_has_a_picture_of_its_own_on_the_same_days(some):
    energy = some.see("charts.mood.energy")
    some.wait_for(lambda: energy.marks == marks(some))
    day = today() - dt.timedelta(3)
    assert energy.drawing.tell(day).shown.endswith("Energy +3.0")
    for mark in marks(some):
        across = energy.place_of(mark).x() - some.see("charts.mood").place_of(mark).x()
        assert abs(across) < 0.01
    assert some.find("charts.mood.sleep") is None


# Two periods


def test_that_two_periods_stand_beside_each_other_under_their_days(some):
    chosen = page(some).range.switch
    chosen.set_chosen("4w")
    chosen.range_chosen.emit("4w")
    some.wait()
    compare(some, "before")
    period = Period(today() - dt.timedelta(27), today())
    before = period.before()
    assert some.see("charts.period_1").text() == i18n.period(period.first, period.last)
    assert some.see("charts.period_2").text() == i18n.period(before.first, before.last)
    assert i18n.period(before.first, before.last) in some.see("charts.compared").text()
    pictures = [p.pictures[0] for p in page(some).panels() if p.panel.name == "mood"]
    some.wait_for(lambda: all(picture.marks for picture in pictures))
    assert not set(pictures[0].marks) & set(pictures[1].marks)
    tops = {picture.mapTo(some.window, picture.rect().topLeft()).y() for picture in pictures}
    assert len(tops) == 1
    left, right = sorted(pictures, key=lambda one: one.mapTo(some.window, QPoint()).x())
    assert max(left.marks) < min(right.marks)  # time goes from left to right
    assert some.see("charts.period_2").x() < some.see("charts.period_1").x()
    assert pictures == [left, right]  # and so do F6 and Tab
    compare(some, "none")
    assert some.find("charts.period_1") is None
    assert some.find("charts.compared") is None


def test_that_two_periods_stand_below_each_other_where_there_is_little_room(some):
    compare(some, "year")
    grid = page(some)._beside
    grid.stand(beside=False)
    some.wait()
    one, other = (some.see(f"charts.period_{number}") for number in (1, 2))
    assert (
        one.mapTo(some.window, one.rect().topLeft()).x()
        == other.mapTo(some.window, other.rect().topLeft()).x()
    )
    assert other.y() < one.y()  # the earlier days above


def test_that_days_after_those_that_are_shown_stand_on_the_right(some):
    days = page(some).range
    days.show_stretch(today() - dt.timedelta(60), today() - dt.timedelta(40))
    compare(some, "own")
    days.show_stretch(today() - dt.timedelta(27), today(), is_other=True)
    some.wait()
    assert some.see("charts.period_1").x() < some.see("charts.period_2").x()


def test_that_no_day_of_a_year_stands_beside_itself(some):
    page(some).views.choose("year")
    compare(some, "before")
    some.wait_for(lambda: len(page(some).panels()) > 1)
    pictures = [picture for panel in page(some).panels() for picture in panel.pictures]
    some.wait_for(lambda: all(picture.marks for picture in pictures))
    marks_of_all = [mark for picture in pictures for mark in picture.marks]
    assert len(marks_of_all) == len(set(marks_of_all))


# What is kept, and what goes wrong


def test_that_view_and_days_stay_while_the_window_lives(some):
    page(some).views.choose("rhythm")
    switch = page(some).range.switch
    switch.set_chosen("3")
    switch.range_chosen.emit("3")
    some.wait()
    some.go("journal")
    some.go("charts")
    assert page(some).views.key == "rhythm"
    assert page(some).range.switch.chosen == "3"
    assert some.see("charts.rhythm.weekday.title")


def test_that_a_view_that_fails_says_so_and_leaves_what_was_there(some, monkeypatch):
    told = []
    some.parts.tasks.work_failed.disconnect()
    some.parts.tasks.work_failed.connect(told.append)

    def fail(*_):
        message = "a mistake of ours"
        raise ZeroDivisionError(message)

    before = marks(some)
    monkeypatch.setattr("resilience_desktop.services.views.rhythm.panels", fail)
    page(some).views.choose("rhythm")
    some.wait()
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert marks(some) == before
    page(some).views.choose("year")
    some.wait()
    assert some.see(f"charts.year.{today().year}")


def test_that_a_picture_can_be_copied_as_it_is_seen(some):
    some.press("charts.mood.save")
    menu = some.find("charts.mood.save.menu")
    menu.findChild(QAction, "charts.mood.save.menu.copy").trigger()
    menu.close()
    clipboard = QGuiApplication.clipboard()
    some.wait_for(lambda: clipboard.mimeData().hasImage())
    assert clipboard.image().size() == some.see("charts.mood").image().size()
    clipboard.clear()


@pytest.mark.parametrize(
    ("key", "begins"), [("svg", b"<?xml"), ("csv", b"\xef\xbb\xbf"), ("png", b"\x89PNG")]
)
def test_that_a_panel_can_be_saved_in_every_way(some, tmp_path, key, begins):
    target = some.save_to(tmp_path / f"chart.{key}")
    some.press("charts.mood.save")
    menu = some.find("charts.mood.save.menu")
    menu.findChild(QAction, f"charts.mood.save.menu.{key}").trigger()
    menu.close()
    some.wait()
    some.wait_for(target.exists)
    assert target.read_bytes().startswith(begins)
    assert b"Day 7" not in target.read_bytes()


def test_that_a_file_has_its_view_and_days_in_its_name(some, monkeypatch, tmp_path):
    asked = []

    def ask(_owner, title, name, _kinds):
        asked.append((title, name))
        return tmp_path / name

    monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", ask)
    bar = page(some).range
    bar.switch.set_chosen("4w")
    bar.switch.range_chosen.emit("4w")
    compare(some, "before")
    some.wait_for(lambda: bool(some.see("charts.mood.other").marks))
    for name_end, period in (("", bar.period), (".other", bar.other)):
        for key in ("csv", "png", "svg"):
            button = f"charts.mood{name_end}.save"
            some.press(button)
            menu = some.find(f"{button}.menu")
            menu.findChild(QAction, f"{button}.menu.{key}").trigger()
            menu.close()
            some.wait()
            name = f"mood-{period.first.isoformat()}-to-{period.last.isoformat()}.{key}"
            assert asked.pop() == ("Save outside the journal", name)
            some.wait_for((tmp_path / name).exists)
    words = some.see("notice.text").text()
    assert words == f"Saved in {tmp_path.name}. Anybody who can open the file can read it."


def test_that_f6_goes_from_the_views_to_the_pictures(some):
    shown = [pane for pane in page(some).panes() if pane.isVisible()]
    assert shown[0] is page(some).views
    assert some.see("charts.mood") in shown
    assert some.see("charts.mood.energy") in shown
    shown[0].setFocus()
    some.key(Qt.Key.Key_F6)
    assert page(some).range.isAncestorOf(QApplication.focusWidget())
