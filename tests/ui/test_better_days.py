"""What goes with better days, as somebody sees it who has written for some months."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt

from .samples import entry, fill

SAME_DAY, DAY_AFTER = "charts.better_days.same_day", "charts.better_days.day_after"


def days(number):
    """Days of which those with a walk are better, and those with tea are not."""
    chance = Random(1)
    for ago in range(number):
        walked = chance.random() < 0.5
        tags = [tag for tag in ("tea", "radio") if chance.random() < 0.5] + ["walk"] * walked
        mood = (1 if walked else -1) + chance.choice((-1, 0, 0, 1))
        yield entry("", ago, mood, tags=tuple(tags))
    yield entry("", 3, 0, tags=("choir",))


@pytest.fixture
def looking(places, home_of):
    """Return somebody who looks at this view after so many days."""

    def look(number):
        fill(places, *days(number))
        person = home_of()
        person.go("charts")
        person.see("charts.view").setFocus()
        person.window.page("charts").views.choose("better_days")
        person.wait_for(lambda: person.find(f"{SAME_DAY}.panel") is not None)
        person.wait()
        return person

    return look


def test_that_both_questions_have_a_sentence_and_a_picture(looking):
    person = looking(120)
    said = person.see(f"{SAME_DAY}.summary").text()
    assert said.startswith(
        "Of 3 things looked at, 1 clearly went with your mood.\n"
        "On days with ‘walk’ your mood was about "
    )
    assert person.see(f"{SAME_DAY}.title").text() == "On the same day"
    assert person.see(f"{DAY_AFTER}.title").text() == "On the day after"
    assert person.see(f"{DAY_AFTER}.summary").text().startswith("Of 3 things looked at, ")
    assert "1 more has too few days" in person.see(f"{SAME_DAY}.note").text()


def test_that_arrows_go_from_row_to_row_and_each_is_told(looking):
    person = looking(120)
    picture = person.see(SAME_DAY)
    person.wait_for(lambda: len(picture.marks) == 3)
    picture.setFocus()
    person.key(Qt.Key.Key_Home)
    told = person.see(f"{SAME_DAY}.day")
    assert told.text().startswith("walk: +")
    assert picture.accessibleDescription().startswith("walk, plus ")
    person.key(Qt.Key.Key_Down)
    assert ": not clear, " in told.text()
    person.key(Qt.Key.Key_Up)
    assert told.text().startswith("walk: +")


def test_that_the_table_has_what_was_not_looked_at_and_all_of_its_words(looking):
    person = looking(120)
    person.press(f"{SAME_DAY}.as_table")
    table = person.see(f"{SAME_DAY}.table")
    model = table.model()
    row = model.rowCount() - 1
    assert model.index(0, 0).data() == "walk"
    assert model.index(row, 0).data() == "choir"
    lacking = model.index(row, 1).data()
    assert lacking == "11 more days with it"
    room = table.columnWidth(1)
    assert table.fontMetrics().horizontalAdvance(lacking) < room


def test_that_how_it_is_worked_out_can_be_read(looking):
    person = looking(120)
    person.press(f"{SAME_DAY}.how")
    assert "Benjamini and Hochberg" in person.see(f"{SAME_DAY}.how.words").text()


def test_that_too_few_days_say_how_many_are_missing(looking):
    person = looking(40)
    said = person.see(f"{SAME_DAY}.summary").text()
    assert said == "40 days so far. This takes 60 days with entries."
    assert person.find(SAME_DAY) is None
    assert person.find(f"{DAY_AFTER}.panel") is None


def test_that_enter_on_a_tag_shows_its_entries_and_there_is_a_way_back(looking):
    person = looking(70)
    picture = person.see(SAME_DAY)
    person.wait_for(lambda: len(picture.marks) == 3)
    picture.setFocus()
    person.key(Qt.Key.Key_Home)
    person.key(Qt.Key.Key_Return)
    person.wait()
    assert person.see("journal").isVisible()
    timeline = person.window.page("journal").timeline
    assert timeline.filter.tags == ("walk",)
    assert "#walk" in person.see("journal.filter_chips").chosen()
    person.press("way_back.go")
    assert person.see("charts").isVisible()
    person.press(f"{SAME_DAY}.as_table")
    table = person.see(f"{SAME_DAY}.table")
    row = next(row for row in range(3) if table.model().index(row, 0).data() == "tea")
    table.selectRow(row)
    table.setFocus()
    person.key(Qt.Key.Key_Return)
    person.wait()
    assert timeline.filter.tags == ("tea",)
    assert timeline.list.hasFocus()
