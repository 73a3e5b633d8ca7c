"""Worksheets: filled in in any order, kept as they are typed, gone back to; nothing is lost."""

from __future__ import annotations

import datetime as dt

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox

from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.toolkit import Stage, Toolkit
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.sheets import SheetBook

from .samples import fill, today

DAY = dt.timedelta(days=1)
PROBLEM = "problem_solving"
ALL_STAGES = Toolkit(stage=Stage.GROW)
BEFORE = Sheet(
    PROBLEM,
    today() - 9 * DAY,
    (("problem", "The figures on Mondays"), ("later_version", "stays")),
    (SheetRow("Send them early", (("good", "No surprise"),)), SheetRow("Ask Mara", chosen=True)),
    id="before",
)


def opened(places, home_of, skill=PROBLEM, *sheets):
    fill(places, sheets=sheets, toolkit=(ALL_STAGES,))
    person = home_of()
    go(person, skill)
    return person


def go(person, skill=PROBLEM):
    person.window.context.navigator.open_skill(skill)
    person.wait_for(lambda: person.find("sheet_pane.title") is not None)
    person.wait()
    person.wait()


@pytest.fixture
def first(places, home_of):
    """Somebody at their first problem."""
    return opened(places, home_of)


@pytest.fixture
def second(places, home_of):
    """Somebody with a sheet that is not through."""
    return opened(places, home_of, PROBLEM, BEFORE)


def sheets(person, skill=PROBLEM):
    return person.read(lambda journal: journal.sheets.all(skill))


def kept(person, condition, skill=PROBLEM):
    """Wait until what the journal has fulfils this."""
    person.wait_for(lambda: bool(condition(sheets(person, skill))))
    person.wait()


def test_that_looking_at_a_blank_sheet_keeps_nothing(first):
    assert first.find("sheet_pane.begin") is None
    first.go("journal")
    assert sheets(first) == []
    assert first.read(lambda journal: journal.practices.all()) == []


@pytest.mark.parametrize("field", ["problem", "step", "outcome", "learned"])
def test_that_any_part_can_be_the_only_one(first, field):
    first.write(f"sheet_pane.{field}", "A word")
    first.go("journal")
    assert [sheet.answers for sheet in sheets(first)] == [((field, "A word"),)]


def test_that_what_was_typed_is_there_after_a_crash(first):
    first.write("sheet_pane.problem", "The figures")
    first.press("sheet_pane.rows.add")
    first.write("sheet_pane.rows.1", "Send them early")
    kept(first, lambda found: found and found[0].rows)
    first.crash()
    first.start()
    go(first)
    assert first.see("sheet_pane.problem").words() == "The figures"
    assert first.see("sheet_pane.rows.1").words() == "Send them early"


def test_that_what_cannot_be_saved_stays_and_is_saved_later(first, monkeypatch):
    def full(*_):
        message = "The disk is full, so this could not be saved."
        raise NotWrittenError(message)

    with monkeypatch.context() as patch:
        patch.setattr(SheetBook, "keep", full)
        first.write("sheet_pane.problem", "Not lost")
        first.wait_for(lambda: first.find("sheet_pane.state.banner") is not None)
    kept(first, lambda found: found and found[0].answers == (("problem", "Not lost"),))


def test_that_enter_goes_on_in_the_next_idea_but_not_below_a_blank_one(first):
    first.press("sheet_pane.rows.add")
    first.key(Qt.Key.Key_Return)
    assert first.find("sheet_pane.rows.2") is None
    first.write("sheet_pane.rows.1", "one")
    first.key(Qt.Key.Key_Return)
    first.write("sheet_pane.rows.2", "two")
    kept(first, lambda found: found and len(found[0].rows) == 2)


def test_that_an_idea_is_looked_at_closely_only_when_somebody_wants_that(first):
    first.press("sheet_pane.rows.add")
    assert first.find("sheet_pane.rows.1.closer") is None
    first.write("sheet_pane.rows.1", "one")
    assert first.find("sheet_pane.rows.1.good") is None
    first.press("sheet_pane.rows.1.closer")
    first.write("sheet_pane.rows.1.bad", "It is far")
    kept(
        first, lambda found: found and found[0].rows == (SheetRow("one", (("bad", "It is far"),)),)
    )


def test_that_what_was_written_below_an_idea_stays_when_its_words_go(second):
    second.see("sheet_pane.rows.1").selectAll()
    second.see("sheet_pane.rows.1").setFocus()
    second.key(Qt.Key.Key_Delete)
    kept(second, lambda found: found[0].rows[0].words != "Send them early")
    assert sheets(second)[0].rows[0].more == (("good", "No surprise"),)


def test_that_one_idea_is_chosen_at_a_time_and_stays_in_view_at_the_next_step(second):
    assert second.see("sheet_pane.chosen.words").text() == "Ask Mara"
    second.see("sheet_pane.rows.1.choose", QCheckBox).click()
    assert not second.see("sheet_pane.rows.2.choose", QCheckBox).isChecked()
    assert second.see("sheet_pane.chosen.words").text() == "Send them early"
    kept(second, lambda found: [row.chosen for row in found[0].rows] == [True, False])
    second.see("sheet_pane.rows.1.choose", QCheckBox).click()
    assert second.find("sheet_pane.chosen") is None
    kept(second, lambda found: not any(row.chosen for row in found[0].rows))


def test_that_an_idea_that_was_removed_comes_back_as_it_was(second):
    second.press("sheet_pane.rows.1.remove")
    kept(second, lambda found: len(found[0].rows) == 1)
    second.press("sheet_pane.rows.undo")
    kept(second, lambda found: found[0] == BEFORE)


def test_that_undo_stands_where_the_idea_was(second):
    second.press("sheet_pane.rows.1.remove")
    undo, left = second.see("sheet_pane.rows.undo"), second.see("sheet_pane.rows.1")
    assert undo.hasFocus()
    assert undo.mapTo(second.window, QPoint(0, 0)).y() < left.mapTo(second.window, QPoint(0, 0)).y()
    second.press("sheet_pane.rows.undo")
    second.press("sheet_pane.rows.2.remove")
    assert undo.mapTo(second.window, QPoint(0, 0)).y() > (
        second.see("sheet_pane.rows.1").mapTo(second.window, QPoint(0, 0)).y()
    )


def test_that_an_idea_without_words_goes_without_a_word(first):
    first.press("sheet_pane.rows.add")
    first.press("sheet_pane.rows.1.remove")
    assert first.find("sheet_pane.rows.undo") is None


def test_that_what_a_newer_version_wrote_stays(second):
    second.write("sheet_pane.step", "Ask her")
    kept(second, lambda found: ("step", "Ask her") in found[0].answers)
    assert ("later_version", "stays") in sheets(second)[0].answers


def test_that_an_earlier_sheet_is_gone_back_to_and_another_begun(second):
    second.press("sheet_pane.begin")
    assert second.see("sheet_pane.problem").words() == ""
    second.write("sheet_pane.problem", "Another")
    kept(second, lambda found: len(found) == 2)
    second.press("sheet_pane.earlier.1")
    assert second.see("sheet_pane.problem").words() == "The figures on Mondays"
    assert len(sheets(second)) == 2


def test_that_a_sheet_that_was_removed_comes_back_with_undo(second):
    second.press("sheet_pane.remove")
    kept(second, lambda found: found == [])
    second.wait_for(lambda: second.see("sheet_pane.problem").words() == "")
    second.press("notice.undo")
    kept(second, lambda found: found == [BEFORE])
    assert second.see("sheet_pane.problem").words() == "The figures on Mondays"


def test_that_the_next_sheet_is_a_new_one_once_somebody_is_through_with_the_last(places, home_of):
    done = Sheet(PROBLEM, today() - DAY, (("problem", "Old"),), done=True, id="done")
    person = opened(places, home_of, PROBLEM, done)
    assert person.see("sheet_pane.problem").words() == ""
    person.press("sheet_pane.earlier.1")
    assert person.see("sheet_pane.problem").words() == "Old"


def test_that_a_sheet_whose_day_has_come_asks_to_look_back_without_a_word_of_blame(places, home_of):
    due = Sheet("asking_clearly", today() - 9 * DAY, when=today() - DAY, id="due")
    new = Sheet("asking_clearly", today(), (("describe", "Else"),), id="new")
    person = opened(places, home_of, "asking_clearly", due, new)
    assert person.see("sheet_pane.due").text().endswith("However it went, it is worth a look.")
    assert person.see("sheet_pane.done").hasFocus()
    person.write("sheet_pane.outcome", "They said yes.")
    assert person.find("sheet_pane.due") is None
    kept(person, lambda found: found[1].is_looked_back_on, "asking_clearly")


def test_that_a_sheet_goes_on_paper_as_it_stands_in_its_fields(second):
    second.write("sheet_pane.step", "Ask her today")
    second.press("sheet_pane.paper")
    second.wait_for(lambda: second.find("sheet.picture") is not None)
    second.wait_for(lambda: not second.find("sheet.picture").pixmap().isNull())
    path = second.save_to(second.places.cache.parent / "sheet.pdf")
    second.find("sheet.save").click()
    second.wait_for(path.exists)
    second.wait()
    words = pypdf.PdfReader(path).pages[0].extract_text()
    assert "Ask her today" in words
    assert "Send them early" in words
    second.find("sheet.close").click()


def test_that_a_sheet_is_brought_to_the_next_session_and_leads_there(second):
    second.press("sheet_pane.bring")
    (session,) = second.read(lambda journal: journal.sessions.all())
    assert [line.words for line in session.agenda] == ["The figures on Mondays"]
    second.press("notice.go")
    second.wait_for(lambda: second.find("session.agenda.1") is not None)


def test_that_a_day_of_writing_is_one_practice(first):
    first.write("sheet_pane.problem", "The figures")
    kept(first, bool)
    first.write("sheet_pane.step", "Ask her")
    kept(first, lambda found: len(found[0].answers) == 2)
    practices = first.read(lambda journal: journal.practices.all())
    assert [one.skill for one in practices] == [PROBLEM]


def test_that_words_that_call_for_it_bring_the_quiet_line(first):
    first.write("sheet_pane.problem", "I want to die")
    first.wait_for(lambda: first.find("sheet_pane.quiet") is not None)


# What matters


@pytest.fixture
def values(places, home_of):
    return opened(places, home_of, "values_check")


def ratings(sheet):
    return {row.words: dict(row.ratings) for row in sheet.rows if row.ratings}


def test_that_two_numbers_of_a_part_of_life_are_kept_and_shown_on_a_line(values):
    assert values.find("sheet_pane.rows.gaps") is None
    values.rate("sheet_pane.rows.1.importance", 9)
    assert values.find("sheet_pane.rows.gaps") is None
    values.rate("sheet_pane.rows.1.lived", 4)
    line = values.see("sheet_pane.rows.gaps.1")
    assert line.accessibleName() == "Relationships"
    assert "9 of 10" in line.accessibleDescription()
    assert "4 of 10" in line.accessibleDescription()
    kept(
        values,
        lambda found: (
            found and ratings(found[0]) == {"Relationships": {"importance": 9, "lived": 4}}
        ),
        "values_check",
    )


def test_that_parts_of_life_can_be_left_out_and_added_and_are_offered_so_next_time(values):
    values.press("sheet_pane.rows.8.remove")
    values.press("sheet_pane.rows.add")
    values.write("sheet_pane.rows.8", "The choir")
    values.rate("sheet_pane.rows.8.lived", 2)
    kept(
        values,
        lambda found: found and ratings(found[0]) == {"The choir": {"lived": 2}},
        "values_check",
    )
    names = [row.words for row in sheets(values, "values_check")[0].rows]
    assert names[-1] == "The choir"
    assert "Spirituality" not in names
    values.press("sheet_pane.begin")
    assert values.see("sheet_pane.rows.8").words() == "The choir"
    values.go("journal")
    assert len(sheets(values, "values_check")) == 1


def test_that_a_number_can_be_taken_back(values):
    values.rate("sheet_pane.rows.1.importance", 9)
    values.press("sheet_pane.rows.1.importance.clear")
    values.go("journal")
    assert all(not ratings(sheet) for sheet in sheets(values, "values_check"))
