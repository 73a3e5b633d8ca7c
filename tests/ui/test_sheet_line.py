"""A worksheet whose day has come: one quiet line on the journal page, and ways on from it."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.sheet import Sheet
from resilience_desktop.domain.toolkit import Stage, Toolkit

from .samples import fill, today

DAY = dt.timedelta(days=1)
DUE = Sheet(
    "problem_solving", today() - 9 * DAY, (("step", "Ask Mara."),), when=today() - DAY, id="due"
)
LATER = Sheet("asking_clearly", today() - 2 * DAY, when=today(), id="later")


def sheets(person):
    return person.read(lambda journal: journal.sheets.all())


def start(places, home_of, *kept):
    fill(places, sheets=kept, toolkit=(Toolkit(stage=Stage.GROW),))
    person = home_of()
    person.wait()
    return person


def test_that_nothing_is_there_before_its_day_and_once_it_is_done(places, home_of):
    coming = Sheet("problem_solving", today(), when=today() + DAY, id="coming")
    done = Sheet("problem_solving", today(), when=today(), done=True, id="done")
    person = start(places, home_of, coming, done)
    assert person.find("journal.sheet") is None


def test_that_it_leads_to_the_sheet_it_speaks_of_whatever_was_open(places, home_of):
    person = start(places, home_of, DUE, LATER)
    assert person.see("journal.sheet.words").text() == "Ask Mara."
    person.window.context.navigator.open_skill("problem_solving")
    person.wait()
    person.press("sheet_pane.begin")
    person.go("journal")
    person.press("journal.sheet.open")
    person.wait_for(lambda: person.find("sheet_pane.due") is not None)
    person.see("sheet_pane.done").click()
    person.go("journal")
    person.wait_for(lambda: person.see("journal.sheet.words").text() == "Asking clearly")
    person.press("journal.sheet.open")
    person.wait_for(lambda: person.find("sheet_pane.due") is not None)


def test_that_a_sheet_can_be_let_be_and_that_can_be_undone(places, home_of):
    person = start(places, home_of, DUE)
    person.press("journal.sheet.let_be")
    assert person.find("journal.sheet") is None
    assert sheets(person)[0].when is None
    person.press("notice.undo")
    person.wait_for(lambda: person.find("journal.sheet") is not None)
    assert sheets(person) == [DUE]
