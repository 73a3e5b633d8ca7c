"""Charts: the way to a picture is short, and there is a way back from it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from resilience_desktop import i18n
from resilience_desktop.domain.timeline_filter import TimelineFilter

from .samples import entry, fill, today

PLUS, ESCAPE = Qt.Key.Key_Plus, Qt.Key.Key_Escape


@pytest.fixture
def many(places, home_of):
    """Somebody who wrote for four months, and said on some days how much energy there was."""
    fill(places, *(entry(f"Day {n}", n, n % 7 - 3, energy=n % 3) for n in range(120)))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    return person


@pytest.fixture
def low(many):
    """The same in the smallest window."""
    resize(many, 900, 600)
    return many


def resize(person, width, height):
    person.window.resize(width, height)
    person.wait_for(lambda: (person.window.width(), person.window.height()) == (width, height))
    person.wait()


def page(person):
    return person.window.page("charts")


def bar(person):
    return page(person).range


def chart(person):
    return person.see("charts.mood")


def is_in_sight(person, widget):
    pane = page(person)._pane.viewport()
    place = QRect(widget.mapTo(pane, QPoint()), widget.size())
    return pane.rect().contains(place)


def on_picture(person):
    chart(person).setFocus()
    person.wait()
    return chart(person)


def choose_in_menu(person, button, action):
    person.press(button)
    menu = person.find(f"{button}.menu")
    menu.findChild(QAction, action).trigger()
    menu.close()
    person.wait()


def choose_range(person, key):
    switch = bar(person).switch
    switch.set_chosen(key)
    switch.range_chosen.emit(key)
    person.wait()


def test_that_the_whole_scale_is_in_sight_with_its_sentence_in_the_smallest_window(low):
    low.wait_for(lambda: is_in_sight(low, chart(low)))
    for name in ("charts.mood.title", "charts.mood.summary", "charts.mood.day"):
        assert is_in_sight(low, low.see(name)), name
    low.wait_for(lambda: chart(low)._image.height() == chart(low).height())


def test_that_a_picture_takes_its_whole_height_where_there_is_room(low):
    page(low).set_filter(TimelineFilter(words="Day"))  # a line of its own, with what it takes
    whole = round(chart(low).drawing.height(1))
    low.wait_for(lambda: chart(low).height() < whole)
    low.wait_for(lambda: is_in_sight(low, chart(low)))
    resize(low, 1280, 1000)
    low.wait_for(lambda: chart(low).height() == whole)


def test_that_a_picture_of_rows_never_gives_way(low):
    page(low).views.choose("rhythm")
    low.wait()
    picture = low.see("charts.rhythm.weekday")
    assert picture.height() == round(picture.drawing.height(1))


def test_that_what_has_no_room_is_in_one_menu(low):
    rows = {part.mapTo(page(low), QPoint()).y() for part in (page(low).views, bar(low).tools.more)}
    assert len(rows) == 1
    assert low.find("charts.compare") is None
    choose_in_menu(low, "charts.more", "charts.compare.before")
    assert bar(low).other == bar(low).period.before()
    choose_in_menu(low, "charts.more", "charts.more.filter")
    assert low.find("chart_filter")
    low.find("chart_filter").reject()
    choose_in_menu(low, "charts.more", "charts.more.times_of_change")
    assert low.find("charts.changes")
    low.find("charts.changes").reject()
    low.wait()


def test_that_three_buttons_stand_in_the_row_where_there_is_room(many):
    resize(many, 1280, 800)
    rows = {
        many.see(name).mapTo(page(many), QPoint()).y()
        for name in ("charts.range", "charts.compare", "charts.filter", "charts.times_of_change")
    }
    assert len(rows) == 1
    assert many.find("charts.more") is None


def test_that_a_table_opens_in_sight_and_the_keyboard_stays(low):
    button = low.see("charts.mood.as_table")
    button.setFocus()
    low.key(Qt.Key.Key_Space)
    table = low.see("charts.mood.table")
    low.wait_for(lambda: is_in_sight(low, button))
    pane = page(low)._pane.viewport()
    assert table.mapTo(pane, QPoint()).y() + 5 * 36 < pane.height()
    assert button.hasFocus()
    assert chart(low).mapTo(pane, QPoint()).y() > table.mapTo(pane, QPoint()).y()


def test_that_tables_beside_each_other_open_together(many):
    resize(many, 1280, 800)
    bar(many).compare_with("before")
    many.wait_for(lambda: sum(p.panel.name == "mood" for p in page(many).panels()) == 2)
    one, other = (panel for panel in page(many).panels() if panel.panel.name == "mood")
    one.as_table.click()
    many.wait()
    assert other.as_table.is_open
    other.as_table.click()
    assert not one.as_table.is_open


def test_that_pictures_beside_each_other_give_way_alike(places, home_of):
    fill(
        places,
        *(entry(f"Day {n}", n, n % 7 - 3, starred=n == 5) for n in range(120)),
    )
    person = home_of()
    person.go("charts")
    resize(person, 900, 600)
    choose_range(person, "4w")
    bar(person).compare_with("before")
    person.wait_for(lambda: sum(p.panel.name == "mood" for p in page(person).panels()) == 2)
    one, other = (panel.pictures[0] for panel in page(person).panels())
    assert one.whole_height != other.whole_height  # the number at the foot of one
    person.wait_for(lambda: one.height() < one.whole_height)
    apart = round(other.whole_height - one.whole_height)
    person.wait_for(lambda: other.height() - one.height() == apart)


def test_that_the_ring_stands_round_a_mark_of_the_year(many):
    page(many).views.choose("year")
    many.wait_for(lambda: many.find(f"charts.year.{today().year}") is not None)
    picture = many.see(f"charts.year.{today().year}")
    many.wait_for(lambda: bool(picture.marks))
    day = picture.marks[-1]
    before = picture.grab().toImage()
    picture._choose(day)
    after = picture.grab().toImage()
    middle = picture.place_of(day).toPoint()
    assert before.pixel(middle + QPoint(8, 0)) == after.pixel(middle + QPoint(8, 0))
    assert before.pixel(middle + QPoint(15, 0)) != after.pixel(middle + QPoint(15, 0))


@pytest.mark.parametrize("name", ["how", "advanced"])
def test_that_what_a_button_opens_is_in_sight(low, name):
    page(low).views.choose("steadiness")
    low.wait_for(lambda: low.find("charts.steadiness.swing.how") is not None)
    opener = low.see(f"charts.steadiness.swing.{name}")
    opener.setFocus()
    low.wait()
    low.key(Qt.Key.Key_Space)
    words = low.see(f"charts.steadiness.swing.{name}.words")
    low.wait_for(lambda: is_in_sight(low, opener))
    pane = page(low)._pane.viewport()
    bottom = words.mapTo(pane, QPoint(0, min(words.height(), 200))).y()
    assert bottom <= pane.height()


# There and back


@pytest.mark.parametrize("way", ["button", "escape"])
def test_that_there_is_a_way_back_from_a_stretch(many, way):
    choose_range(many, "3")
    whole = bar(many).period
    assert many.find("charts.back") is None
    picture = on_picture(many)
    many.key(PLUS)
    many.key(PLUS)
    assert bar(many).period != whole
    assert many.see("charts.back").text() == "Back to 3 months"
    if way == "button":
        many.press("charts.back")
    else:
        many.key(ESCAPE)
        assert picture.hasFocus()
    assert bar(many).period == whole
    assert bar(many).switch.chosen == "3"
    assert many.find("charts.back") is None


def test_that_the_way_back_takes_no_row_of_its_own(low):
    low.parts.look.set_text_size(150)
    low.wait()
    on_picture(low)
    low.key(PLUS)
    back = low.see("charts.back")
    low.wait_for(lambda: page(low).views.parentWidget().isAncestorOf(back))
    assert low.see("charts.more").geometry().left() >= back.geometry().right()
    low.parts.look.set_text_size(100)
    low.wait_for(lambda: bar(low).isAncestorOf(back))
    assert back.isVisible()
    low.key(ESCAPE)
    assert not back.isVisible()


def test_that_nothing_in_the_row_moves_when_somebody_comes_closer_or_goes_farther(many):
    resize(many, 1280, 800)
    names = ("charts.range", "charts.compare", "charts.filter", "charts.times_of_change")

    def places():
        return [many.see(name).mapTo(page(many), QPoint()) for name in names]

    before = places()
    on_picture(many)
    many.key(PLUS)
    assert many.see("charts.back").text() == "Back to 6 months"
    assert places() == before
    assert many.find("charts.more") is None
    choose_range(many, "3")
    assert places() == before


def test_that_days_take_no_row_of_their_own_where_their_length_is_chosen(low):
    low.parts.look.set_text_size(200)
    low.wait()
    days = i18n.period(bar(low).period.first, bar(low).period.last)
    assert low.find("charts.period") is None
    assert bar(low).switch.accessibleDescription() == days
    choose_range(low, "own")
    assert low.see("charts.period").text() == days


def test_that_everything_is_offered_only_where_there_is_more(places, home_of):
    fill(places, *(entry(f"Day {n}", n, 1) for n in range(3)))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(chart(person).marks))
    page(person).views.choose("rhythm")
    person.wait()
    assert person.find("charts.show_everything") is None


def test_that_escape_does_nothing_where_nobody_came_closer(many):
    before = bar(many).period
    on_picture(many)
    many.key(ESCAPE)
    assert bar(many).period == before
    assert bar(many).switch.chosen == "6"


def test_that_the_keyboard_is_not_lost_with_the_button_back(many):
    on_picture(many)
    many.key(PLUS)
    many.see("charts.back").setFocus()
    many.key(Qt.Key.Key_Return)
    assert bar(many).switch.isAncestorOf(QApplication.focusWidget())


def test_that_a_way_back_to_typed_days_says_so(many):
    choose_range(many, "own")
    typed = bar(many).period
    on_picture(many)
    many.key(PLUS)
    assert many.see("charts.back").text() == "Back to your dates"
    many.key(ESCAPE)
    assert bar(many).period == typed
    assert many.see("charts.first.field")


def test_that_a_panel_stays_in_its_place_while_somebody_comes_closer(many):
    resize(many, 1280, 800)
    on_picture(many)
    title = many.see("charts.mood.title")
    place = title.mapTo(page(many), QPoint())
    many.key(PLUS)
    assert title.mapTo(page(many), QPoint()) == place
    assert many.find("charts.first.field") is None


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_that_days_that_were_pulled_out_can_be_typed_on(many, way):
    on_picture(many)
    many.key(PLUS)
    closer = bar(many).period
    switch = bar(many).switch
    if way == "pointer":
        segment = many.see("charts.range.own")
        many.qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    else:
        switch.setFocus()
        many.key(Qt.Key.Key_Space)
    many.wait()
    assert many.see("charts.first.field").text()
    assert bar(many).period == closer


def test_that_another_length_of_time_ends_the_way_back(many):
    on_picture(many)
    many.key(PLUS)
    choose_range(many, "4w")
    assert many.find("charts.back") is None


# What is told


def test_that_the_mark_in_view_is_told_again_when_the_picture_has_changed(many, monkeypatch):
    said = []
    monkeypatch.setattr(
        "resilience_desktop.ui.charts.chart_panel.announce", lambda _, words: said.append(words)
    )
    picture = on_picture(many)
    many.key(Qt.Key.Key_End)
    many.key(Qt.Key.Key_Left)
    day, told = picture.mark, many.see("charts.mood.day").text()
    assert i18n.day(day, weekday=True) in told
    said.clear()
    many.key(PLUS)
    many.wait_for(lambda: bool(said))
    assert picture.mark == day
    assert many.see("charts.mood.day").text() == told
    assert picture.accessibleDescription() == said[-1]


def test_that_a_mark_that_is_out_of_the_picture_is_not_told(many):
    picture = on_picture(many)
    many.key(Qt.Key.Key_Home)
    choose_range(many, "4w")
    many.wait_for(lambda: bool(picture.marks) and picture.mark is None)
    assert "Pull across days" in many.see("charts.mood.day").text()


def test_that_the_ways_of_looking_are_told_where_it_is_told_how_it_is_worked_out(many):
    many.press("charts.mood.how")
    assert "Esc goes back" in many.see("charts.mood.how.words").text()
    page(many).views.choose("rhythm")
    many.wait()
    many.press("charts.rhythm.weekday.how")
    assert "Esc goes back" not in many.see("charts.rhythm.weekday.how.words").text()


def ask_for_menu(person, name="charts.mood"):
    picture = person.see(name)
    place = picture.rect().center()
    QApplication.sendEvent(
        picture,
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, picture.mapToGlobal(place)),
    )
    return person.find(f"{name}.menu")


def test_that_a_picture_has_a_menu_of_what_keys_do(many):
    picture, day = on_picture(many), today() - dt.timedelta(20)
    picture._choose(day)
    whole = bar(many).period
    menu = ask_for_menu(many)
    menu.findChild(QAction, "charts.mood.menu.closer").trigger()
    menu.close()
    many.wait()
    closer = bar(many).period
    assert closer.days < whole.days
    assert closer.has(day)
    for key, is_right in (
        ("earlier", lambda now: now.first < closer.first),
        ("later", lambda now: now == closer),
        ("farther", lambda now: now.days > closer.days),
    ):
        menu = ask_for_menu(many)
        menu.findChild(QAction, f"charts.mood.menu.{key}").trigger()
        menu.close()
        many.wait()
        assert is_right(bar(many).period), key


def test_that_the_menu_of_a_picture_that_is_no_timeline_only_saves(many):
    page(many).views.choose("rhythm")
    many.wait_for(lambda: many.find("charts.rhythm.weekday") is not None)
    menu = ask_for_menu(many, "charts.rhythm.weekday")
    names = [action.objectName().rsplit(".", 1)[1] for action in menu.actions()]
    assert names == ["copy", "png", "svg", "csv"]
    menu.close()


def test_that_an_empty_page_has_a_way_to_an_entry(places, home_of):
    fill(places)
    person = home_of()
    person.go("charts")
    assert person.find("charts.more") is None
    person.press("charts.empty.write")
    assert person.find("journal")
