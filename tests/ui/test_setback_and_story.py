"""Notes after a setback, and one's own story: written to prompts, linked, kept day by day."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from resilience_desktop import i18n
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.journal import Journal

from .samples import entry, fill, record, today

RECORD = record()
WIN = entry("Rain.", 2, went_well="I rang Mara.")
YESTERDAY = Insight(
    "",
    today() - dt.timedelta(days=1),
    kind=InsightKind.STORY,
    answers=(("hard", "The winter."),),
)


@pytest.fixture
def home(places, home_of):
    fill(places, RECORD, WIN)
    return home_of()


@pytest.fixture
def with_story(places, home_of):
    fill(places, RECORD, WIN)
    journal = Journal.open(places.journal)
    journal.insights.keep(YESTERDAY)
    journal.close()
    return home_of()


def notes(person):
    return person.read(lambda journal: journal.insights.all())


def stories(person):
    return person.read(lambda journal: journal.insights.stories())


def open_story(person):
    person.window.context.navigator.story_requested.emit()
    person.wait()
    return person.see("story")


def test_that_the_page_of_records_leads_to_all_that_is_kept(home):
    home.go("thoughts")
    for name, window in (
        ("cards", "cards"),
        ("notes", "insights"),
        ("setback", "insights"),
        ("story", "story"),
    ):
        home.press("thoughts.kept")
        home.find("thoughts.kept.menu").findChild(QAction, f"thoughts.kept.menu.{name}").trigger()
        home.wait()
        home.press(f"{window}.close")


def test_that_a_note_after_a_setback_is_kept_as_it_is_typed(home):
    home.window.context.navigator.setback_requested.emit(None)
    home.wait()
    home.write("insights.setback.happened", "Three bad nights.")
    home.write("insights.setback.next_step", "Open the window.")
    home.press("insights.close")
    (note,) = notes(home)
    assert note.kind is InsightKind.SETBACK
    assert note.answers == (
        ("happened", "Three bad nights."),
        ("next_step", "Open the window."),
    )
    assert note.days is None


def look_back(person, ago, days=7):
    """Look back at so many days, the last of them so long ago; return them."""
    last = today() - dt.timedelta(days=ago)
    span = (last - dt.timedelta(days=days - 1), last)
    person.window.context.navigator.setback_requested.emit(span)
    person.wait()
    return span


def seen(person):
    """Return all words of the window that are to be seen."""
    labels = person.find("insights").findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize(("ago", "has_step"), [(3, True), (70, False)])
def test_that_looking_back_at_days_is_headed_with_them_and_calls_them_no_setback(
    home, ago, has_step
):
    days = look_back(home, ago)
    words = seen(home)
    assert f"Looking back at {i18n.period(*days)}" in words
    assert "setback" not in words.casefold()
    assert "It is kept as you type." in words
    assert ("a while ago" in words) is not has_step
    assert (home.find("insights.setback.next_step") is not None) is has_step
    for name in ("list", "add", "add_setback"):
        assert home.find(f"insights.{name}") is None
    home.write("insights.setback.learned", "Sleep comes first.")
    home.press("insights.close")
    (note,) = notes(home)
    assert note.days == days
    assert note.answers == (("learned", "Sleep comes first."),)


def test_that_looking_back_again_goes_on_with_what_was_written(home):
    look_back(home, 30)
    home.write("insights.setback.happened", "The move.")
    home.press("insights.close")
    look_back(home, 60)
    assert home.see("insights.setback.happened").words() == ""
    home.press("insights.close")
    look_back(home, 30)
    home.wait_for(lambda: home.see("insights.setback.happened").words() == "The move.")
    assert home.find("insights.delete") is None
    home.write("insights.setback.learned", "Mara.")
    home.press("insights.close")
    (note,) = notes(home)
    assert note.answers == (("happened", "The move."), ("learned", "Mara."))


def test_that_the_entries_of_the_days_are_one_press_away_and_words_are_kept(home):
    days = look_back(home, 0)
    asked = []
    home.window.context.navigator.filter_requested.connect(asked.append)
    home.write("insights.setback.happened", "Rain.")
    home.press("insights.read")
    home.wait()
    assert asked == [TimelineFilter(first=days[0], last=days[1])]
    assert home.find("insights") is None
    assert home.window.page("journal").isVisible()
    assert notes(home)[0].answers == (("happened", "Rain."),)


def test_that_in_the_list_it_stands_with_its_days_beside_one_after_a_setback(home):
    days = look_back(home, 20)
    home.write("insights.setback.happened", "The move.")
    home.press("insights.close")
    home.window.context.navigator.setback_requested.emit(None)
    home.wait()
    assert home.find("insights.days") is None
    assert home.find("insights.read") is None
    home.write("insights.setback.happened", "A bad week.")
    home.wait_for(lambda: len(notes(home)) == 2)
    home.wait()
    assert "What happened" in home.see("insights").typed()
    view = home.see("insights.list")
    assert {row.label for row in view.rows.rows()} == {"After a setback", "Looking back"}
    back = next(row for row in view.rows.rows() if row.label == "Looking back")
    view.setCurrentIndex(view.rows.index_of(back.id))
    home.wait()
    assert home.see("insights.days").text() == f"Looking back at {i18n.period(*days)}"
    assert "What went on around you" in home.see("insights").typed()
    assert "Setbacks are" not in home.see("insights.kindly").text()
    home.press("insights.close")


def test_that_a_step_somebody_wrote_stays_when_the_days_are_long_over(places, home_of):
    long_ago = today() - dt.timedelta(days=90)
    fill(places, RECORD)
    journal = Journal.open(places.journal)
    step = (("next_step", "Open the window."),)
    kind, days = InsightKind.SETBACK, (long_ago, long_ago)
    journal.insights.keep(Insight("", long_ago, kind=kind, answers=step, days=days))
    journal.close()
    person = home_of()
    look_back(person, 90, days=1)
    person.wait_for(lambda: person.find("insights.setback.next_step") is not None)
    assert person.see("insights.setback.next_step").words() == "Open the window."
    person.press("insights.close")


def test_that_leaving_it_empty_keeps_nothing(home):
    home.window.context.navigator.setback_requested.emit(None)
    home.wait()
    home.press("insights.close")
    assert notes(home) == []


def test_that_both_kinds_of_note_stand_in_one_list(home):
    home.window.context.navigator.insights_requested.emit("", RECORD.id)
    home.wait()
    home.press("insights.start_setback")
    home.write("insights.setback.happened", "A bad week.")
    home.press("insights.add")
    assert home.find("insights.setback.happened") is None
    home.write("insights.words", "Mondays are loud.")
    home.wait_for(lambda: len(notes(home)) == 2)
    home.wait()
    assert {note.links for note in notes(home)} == {(RECORD.id,)}
    assert home.see("insights.words").words() == "Mondays are loud."
    rows = home.see("insights").list.rows.rows()
    setback = next(row for row in rows if row.label == "After a setback")
    view = home.see("insights.list")
    view.setCurrentIndex(view.rows.index_of(setback.id))
    home.wait()
    assert home.see("insights.setback.happened").words() == "A bad week."
    home.press("insights.close")


def test_that_words_taken_out_of_a_setback_leave_it_as_it_was(home):
    home.window.context.navigator.setback_requested.emit(None)
    home.wait()
    home.write("insights.setback.happened", "A bad week.")
    home.wait_for(lambda: len(notes(home)) == 1)
    home.see("insights.setback.happened").clear()
    home.press("insights.close")
    assert notes(home)[0].answers == (("happened", "A bad week."),)


def test_that_words_that_call_for_it_bring_the_quiet_line(home):
    home.window.context.navigator.setback_requested.emit(None)
    home.wait()
    home.write("insights.setback.happened", "I want to die.")
    home.wait_for(lambda: home.find("insights.setback.quiet") is not None)
    home.press("insights.close")


def test_that_a_story_is_kept_as_it_is_typed_and_is_there_again(home):
    open_story(home)
    home.write("story.chapters.helped", "Walks.")
    home.key(Qt.Key.Key_Escape)
    (story,) = stories(home)
    assert story.answers == (("helped", "Walks."),)
    open_story(home)
    assert home.see("story.chapters.helped").words() == "Walks."
    home.write("story.chapters.hard", "The winter.")
    home.press("story.close")
    assert [s.answers for s in stories(home)] == [(("hard", "The winter."), ("helped", "Walks."))]


def test_that_a_small_win_goes_into_the_story_with_a_link_both_ways(home):
    open_story(home)
    home.write("story.chapters.found", "More than I thought.")
    home.press("story.add")
    home.wait_for(lambda: home.see("story_sources.add").isEnabled())
    home.press("story_sources.add")
    home.wait_for(lambda: home.find("story.open1") is not None)
    (story,) = stories(home)
    assert story.answers == (("found", "More than I thought.\nI rang Mara."),)
    assert story.links == (WIN.id,)
    home.press("story.close")
    home.window.page("journal").open_entry(WIN.id)
    home.wait_for(lambda: home.find("journal.insights.open1") is not None)
    home.press("journal.insights.open1")
    assert home.see("story")
    home.wait_for(lambda: home.find("story.unlink1") is not None)
    home.press("story.unlink1")
    assert stories(home)[0].links == ()
    home.press("story.close")


def test_that_there_may_be_nothing_to_add_yet(places, home_of):
    fill(places, RECORD)
    home = home_of()
    open_story(home)
    home.press("story.add")
    home.wait_for(lambda: home.find("story_sources.nothing") is not None)
    assert not home.see("story_sources.add").isEnabled()
    home.press("story_sources.close")
    home.press("story.close")


def test_that_the_story_of_an_earlier_day_stays_and_can_come_back(with_story):
    dialog = open_story(with_story)
    with_story.write("story.chapters.hard", "Long. ")
    with_story.press("story.close")
    now = stories(with_story)
    assert [story.made for story in now] == [today(), YESTERDAY.made]
    assert now[1] == YESTERDAY
    dialog = open_story(with_story)
    (day,) = dialog._days.actions()
    day.trigger()
    with_story.press("earlier_story.bring")
    assert stories(with_story)[0].answers == YESTERDAY.answers
    dialog._undo.undo_last()
    with_story.wait()
    assert stories(with_story)[0].answers == (("hard", "Long. The winter."),)
    with_story.press("story.close")


def test_that_words_typed_before_the_story_is_read_stand_below_it(with_story):
    with_story.window.context.navigator.story_requested.emit()
    with_story.write("story.chapters.hard", "Long.")
    with_story.wait()
    with_story.press("story.close")
    assert stories(with_story)[0].answer("hard") == "The winter.\nLong."


def test_that_a_story_whose_words_are_taken_out_stays(with_story):
    open_story(with_story)
    with_story.see("story.chapters.hard").clear()
    with_story.press("story.close")
    assert stories(with_story) == [YESTERDAY]


def test_that_the_story_goes_into_a_report_only_when_it_is_ticked(with_story):
    share = with_story.window.page("share").report
    with_story.go("share")
    with_story.wait_for(lambda: with_story.find("share.story") is not None)
    assert ReportPart.STORY not in share.choices.choice().parts
    with_story.tick("share.story")
    assert ReportPart.STORY in share.choices.choice().parts
    assert share.choices.choice().story == YESTERDAY.answers


def test_that_share_does_not_speak_of_a_story_nobody_has(home):
    home.go("share")
    home.wait()
    assert home.find("share.story") is None
