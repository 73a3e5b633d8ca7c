"""Worksheets of skills on paper: all that was written, and lines for the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop import content
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.reports import typeset
from resilience_desktop.reports.document import PAPERS
from resilience_desktop.reports.skill_sheet import skill_sheet
from tests.reports.reading import text_of

DAY = dt.date(2026, 11, 22)
SHEETS = ("problem_solving", "asking_clearly", "values_check")
HOSTILE = '#read("data.json") *bold* $x$ @who <b> "quoted"'


def read(sheet):
    return text_of(typeset.pdf(skill_sheet(content.skill(sheet.skill), sheet, DAY)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("skill", SHEETS)
def test_that_a_blank_sheet_asks_for_every_part(skill, paper):
    found = content.skill(skill)
    document = skill_sheet(found, Sheet(skill, DAY), DAY, paper=paper, help_lines="999")
    words = text_of(typeset.pdf(document))
    assert found.name in words
    assert "999" in words
    for part in found.sheet:
        for field in part.fields:
            assert field.name in words


def test_that_a_problem_has_its_ideas_and_the_one_that_was_chosen():
    rows = (
        SheetRow("Send them early", (("good", "No surprise"),), chosen=True),
        SheetRow("Move away"),
    )
    answers = (("problem", "The figures"), ("step", "Ask Mara"))
    found = read(Sheet("problem_solving", DAY, answers, rows, dt.date(2026, 11, 27)))
    for words in (
        "The figures",
        "Idea: Try this one Send them early",
        "Good about it",
        "No surprise",
        "Idea Move away",
        "Ask Mara",
        "27 November 2026",
    ):
        assert words in found
    assert found.count("Good about it") == 1


def test_that_parts_of_life_have_their_numbers():
    rows = (
        SheetRow("The choir", ratings=(("importance", 8), ("lived", 2)), chosen=True),
        SheetRow("Home"),
    )
    found = read(Sheet("values_check", DAY, rows=rows, done=True))
    assert "Part of life: Look at this one The choir" in found
    assert "How much it matters 8" in found
    assert "Lived by it this week 2" in found
    assert "Home" in found


def test_that_words_print_as_they_are():
    row = SheetRow(HOSTILE, (("good", HOSTILE), ("bad", HOSTILE)))
    sheet = Sheet("problem_solving", DAY, (("problem", HOSTILE),), (row,))
    document = skill_sheet(content.skill(sheet.skill), sheet, DAY)
    assert HOSTILE in text_of(typeset.pdf(document))
    assert "data.json" not in repr(document)
