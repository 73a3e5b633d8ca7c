"""Skills that were used, as quiet rows among entries and thought records."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from resilience_desktop import content
from resilience_desktop.domain.practice import Practice, Rating
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.sheet import Sheet
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.domain.worry import Worry
from resilience_desktop.ui.practice_row import length, practice_row
from resilience_desktop.ui.widgets.written_rows import SEPARATOR

from .samples import entry, fill, moment

WALK = OwnSkill("Walk", "Down to the river", id="walk")
TODAY = dt.date(2026, 11, 22)


def practice(skill="slow_breathing", hour=9, **more):
    return Practice(skill=skill, at=moment(0, hour), **more)


@pytest.fixture
def practised(places, home_of):
    """Somebody with an entry and three practices."""
    fill(
        places,
        entry("Rain", 0, 2),
        practices=(
            practice(seconds=302, before=70, after=45, note="By the river", hour=11),
            practice(WALK.id, hour=10, seconds=40),
            practice("gone", hour=9),
        ),
        own_skills=(WALK,),
        sheets=(Sheet("problem_solving", TODAY, (("problem", "The river"),)),),
        worries=(Worry("A river", TODAY),),
    )
    return home_of()


def rows(person):
    return person.window.page("journal").timeline.list.rows.rows()


def opened(person, work):
    """Return the ids of the skills that something opens."""
    asked = []
    navigator = person.window.context.navigator
    navigator.skill_requested.disconnect()  # the page itself is tried elsewhere
    navigator.skill_requested.connect(asked.append)
    work()
    person.wait()
    return asked


def menu_of(person, number):
    timeline = person.window.page("journal").timeline.list
    timeline.show_menu(rows(person)[number], QPoint(10, 10))
    return next(m for m in person.window.findChildren(QMenu) if m.isVisible())


def choose(menu, words):
    next(a for a in menu.findChildren(QAction) if a.text() == words).trigger()
    menu.close()


# What a row says


def test_that_practices_stand_among_entries_with_skill_length_distress_and_note(practised):
    noted, breathing, walk, gone = rows(practised)
    assert noted.kind == Kind.ENTRY
    assert (breathing.label, breathing.when) == ("Slow breathing", "11:00")
    assert breathing.drawing == content.skill("slow_breathing").drawing
    assert breathing.words == (("By the river", False),)
    assert breathing.foot == SEPARATOR.join(("5 min", "distress 70 before, 45 after"))
    said = "11:00, Skill, Slow breathing, 5 min, distress 70 before, 45 after of 100, By the river"
    assert breathing.spoken() == said
    assert (walk.label, walk.words, walk.foot) == ("Walk", (), "40 sec")
    assert (gone.label, gone.foot) == ("Something of your own", "")


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ({"before": 0}, "distress 0 before"),
        ({"after": 30}, "distress 30 after"),
        ({"before": 30, "after": 30}, "distress 30 before, 30 after"),
        ({}, ""),
    ],
)
def test_that_a_row_says_the_ratings_there_are(qapp, ratings, said):
    row = practice_row(practice(**ratings), content.skill("slow_breathing"))
    assert row.foot == said
    assert ("of 100" in row.aloud) == bool(said)
    assert SEPARATOR not in row.foot


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, ""), (59, "59 sec"), (60, "1 min"), (89, "1 min"), (91, "2 min"), (3600, "60 min")],
)
def test_that_a_length_is_short_to_read(seconds, said):
    assert length(seconds) == said


def test_that_a_row_with_marks_in_its_note_shows_them_as_they_are(qapp):
    row = practice_row(practice(note="<b>river</b>\n*two*"), None)
    assert "".join(piece for piece, _ in row.words).startswith("<b>river</b>")
    assert "*two*" in row.words[0][0]


# What can be done with it


def test_that_opening_shows_what_was_kept_and_leads_to_the_skill(practised):
    practised.stand_on("journal.timeline", 2)
    practised.key(Qt.Key.Key_Return)
    practised.wait_for(lambda: practised.find("practice") is not None)
    assert practised.see("practice.facts").text() == "40 sec"

    def go():
        practised.press("practice.skill")

    assert opened(practised, go) == [WALK.id]


def test_that_a_practice_has_its_words_by_the_names_of_their_fields(practised):
    wave = (Rating(0, 40), Rating(120, 80), Rating(300, 20))
    one = practice("grounding_54321", 12, answers=(("see", "A lamp"), ("old", "Rain")), wave=wave)
    practised.parts.tasks.write(lambda j: j.practices.keep(one), owner=practised.window).result(20)
    practised.window.dialogs.show_practice(one.id)
    practised.wait_for(lambda: practised.find("practice") is not None)
    assert practised.see("practice.field1").text() == "What you see"
    assert practised.see("practice.words1").text() == "A lamp"
    assert practised.see("practice.words2").text() == "Rain"
    assert "80 of 100" in practised.see("practice.wave").text()
    assert practised.find("practice.facts") is None


def test_that_the_note_of_a_practice_can_be_changed_and_the_practice_removed(practised):
    practised.stand_on("journal.timeline", 2)
    practised.key(Qt.Key.Key_Return)
    practised.wait_for(lambda: practised.find("practice") is not None)
    practised.see("practice.note").setFocus()
    practised.qtbot.keyClicks(practised.see("practice.note"), "A heron")
    practised.press("practice.close")
    notes = [one.note for one in practised.read(lambda j: j.practices.of(WALK.id))]
    assert notes == ["A heron"]
    practised.stand_on("journal.timeline", 2)
    practised.key(Qt.Key.Key_Return)
    practised.wait_for(lambda: practised.find("practice") is not None)
    practised.press("practice.remove")
    assert practised.read(lambda j: j.practices.of(WALK.id)) == []
    practised.press("notice.undo")
    assert [one.note for one in practised.read(lambda j: j.practices.of(WALK.id))] == ["A heron"]


def test_that_its_menu_offers_to_open_and_to_remove_and_nothing_of_entries(practised):
    menu = menu_of(practised, 1)
    assert [action.text() for action in menu.actions()] == ["Open", "Remove"]
    menu.close()
    menu = menu_of(practised, 0)
    assert "Move to the bin" in [action.text() for action in menu.actions()]
    menu.close()


def test_that_removing_can_be_undone_and_asks_for_no_bin(practised):
    choose(menu_of(practised, 1), "Remove")
    practised.wait_for(lambda: len(rows(practised)) == 3)
    assert practised.see("notice.text").text() == "Removed from the timeline"
    assert practised.read(lambda journal: journal.bin.contents()) == []
    practised.press("notice.undo")
    practised.wait_for(lambda: len(rows(practised)) == 4)
    assert rows(practised)[1].words == (("By the river", False),)


def test_that_the_delete_key_removes_it_too(practised):
    practised.stand_on("journal.timeline", 3)
    practised.key(Qt.Key.Key_Delete)
    practised.wait_for(lambda: len(rows(practised)) == 3)
    assert {p.skill for p in practised.read(lambda j: j.practices.all())} == {
        "slow_breathing",
        WALK.id,
    }


def test_that_a_practice_that_is_kept_elsewhere_stands_there_at_once(practised):
    tasks = practised.parts.tasks
    tasks.write(lambda j: j.practices.keep(practice("calm_place", hour=13)), owner=practised.window)
    practised.wait_for(lambda: len(rows(practised)) == 5)
    assert rows(practised)[0].label == "Calm place in mind"


def test_that_a_skill_with_a_new_name_has_it_here_too(practised):
    renamed = OwnSkill("Long walk", id=WALK.id)
    practised.parts.tasks.write(lambda j: j.toolkit.keep_skill(renamed), owner=practised.window)
    practised.wait_for(lambda: rows(practised)[2].label == "Long walk")


def test_that_a_removal_that_fails_says_so_and_takes_nothing_away(practised):
    gone = practised.read(lambda j: j.practices.of("gone"))[0]
    menu = menu_of(practised, 3)
    practised.read(lambda j: j.practices.drop(gone))  # elsewhere, before this is chosen
    choose(menu, "Remove")
    practised.wait()
    assert practised.see("notice.text").text() == "That page is no longer in the journal."


# Filters and search


def test_that_the_filter_panel_offers_skills_that_were_used(practised):
    practised.press("journal.open_filters")
    kind = practised.see("journal.filter.kind")
    assert [kind.itemText(n) for n in range(kind.count())] == [
        "Everything",
        "Journal entries",
        "Thought records",
        "Skills used",
    ]
    for chosen, number in ((Kind.ENTRY, 1), (Kind.PRACTICE, 3)):
        kind.setCurrentIndex(kind.findData(chosen))
        practised.wait_for(lambda n=number: len(rows(practised)) == n)
        assert {row.kind for row in rows(practised)} == {chosen}


def test_that_search_leads_from_a_note_a_sheet_a_worry_and_a_skill_to_the_skill(practised):
    practised.key("k", Qt.KeyboardModifier.ControlModifier)
    practised.see("search.field").insert("river")
    practised.wait_for(lambda: practised.find("search.said") is not None)
    practised.wait_for(lambda: not practised.window.search._rest.isActive())
    practised.wait()
    results = practised.window.search.results.rows.rows()
    assert [(row.kind, row.label) for row in results] == [
        (Kind.PRACTICE, "Slow breathing"),
        (Kind.SHEET, "Problem solving"),
        (Kind.WORRY, ""),
        (Kind.OWN_SKILL, "Walk"),
    ]
    assert "Skill, Slow breathing, By the river" in results[0].spoken()
    assert "Worry, A river" in results[2].spoken()
    assert "Skill of your own, Walk, Down to the river" in results[3].spoken()

    def open_sheet():
        practised.window.search._open(results[1])

    assert opened(practised, open_sheet) == ["problem_solving"]


def test_that_a_journal_with_practices_alone_is_not_empty(places, home_of):
    fill(places, practices=(practice(),))
    person = home_of()
    assert len(rows(person)) == 1
    assert person.find("journal.empty") is None
