"""Sheets for one's own hands: a session, and thought records to write on."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop import content
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.session import AgendaLine, HomeworkLine, HowItWent, Session
from resilience_desktop.domain.thought_record import AutomaticThought, RatedFeeling, ThoughtRecord
from resilience_desktop.reports import typeset
from resilience_desktop.reports.document import PAPERS
from resilience_desktop.reports.session import session_sheet
from resilience_desktop.reports.worksheet import worksheet
from tests.reports.reading import structure, text_of
from tests.ui.full_record import full_record

DAY = dt.date(2026, 11, 22)
SINCE = ("Since last time", "16 to 22 November 2026", ["You wrote on 6 of 7 days."])
HELP = "Emergency 999 or 112."
HOSTILE = '#read("data.json") *bold* $x$ @who <b> "quoted"'


def read(document):
    return text_of(typeset.pdf(document))


# A session


def test_that_a_session_has_what_was_written_and_how_things_went():
    session = Session(
        DAY,
        dt.date(2026, 11, 26),
        (AgendaLine("I say yes too fast."), AgendaLine("The nights", talked=True)),
        (HomeworkLine("Ask first"),),
        "It was easier than I thought.",
    )
    tried = [HomeworkLine(went.name, went) for went in HowItWent]
    found = read(session_sheet(session, tried, SINCE, DAY, help_lines=HELP))
    for words in (
        "Thursday 26 November 2026",
        "I say yes too fast.",
        "The nights talked about",
        "DONE done",
        "PARTLY partly",
        "NOT not this time",
        "Since last time 16 to 22 November 2026 You wrote on 6 of 7 days.",
        "It was easier than I thought.",
        "Ask first",
        HELP,
    ):
        assert words in found


def test_that_a_session_whose_day_is_not_known_has_the_day_of_the_paper():
    assert "Made on 22 November 2026." in read(session_sheet(Session(DAY), (), None, DAY))
    known = session_sheet(Session(DAY, DAY), (), None, DAY)
    assert "Made on" not in read(known)


@pytest.mark.parametrize("paper", PAPERS)
def test_that_a_blank_session_is_one_page_with_its_headings(paper):
    pdf = typeset.pdf(session_sheet(Session(DAY), (), None, DAY, paper=paper))
    assert typeset.page_count(pdf) == 1
    found = text_of(pdf)
    for title in ("To talk about", "Notes", "To try until next time"):
        assert title in found
    assert "last time" not in found


def test_that_words_of_a_session_print_as_they_are():
    session = Session(DAY, agenda=(AgendaLine(HOSTILE),), notes=HOSTILE)
    sheet = session_sheet(session, (HomeworkLine(HOSTILE),), None, DAY)
    assert read(sheet).count(HOSTILE) == 3
    assert "data.json" not in repr(sheet)


# Thought records


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", ["notice", "quick", "triple", "five", "seven"])
def test_that_a_blank_form_is_one_page(form, paper):
    chosen = next(one for one in content.record_forms() if one.id == form)
    sheet = worksheet(chosen.name, chosen.steps, DAY, paper=paper, help_lines=HELP)
    pdf = typeset.pdf(sheet)
    assert typeset.page_count(pdf) == 1
    assert chosen.name in text_of(pdf)


def test_that_the_longest_form_has_a_place_for_every_part():
    found = read(worksheet("Everything", tuple(Step), DAY))
    for label in ("Situation", "A word for it", "What you did", "For and against", "Next step"):
        assert label in found
    assert "Mind reading" in found
    assert "Later" in found


def test_that_a_blank_form_without_a_second_look_has_no_column_for_it():
    assert "Later" not in read(worksheet("Quick", (Step.SITUATION, Step.FEELINGS), DAY))
    again = read(worksheet("Look", (Step.LOOK_AGAIN,), DAY))
    assert "Belief in the first thought now" in again
    assert "Later" not in again


def test_that_a_record_has_all_that_was_written_and_no_lines_for_it():
    record = full_record()
    found = read(worksheet("Everything", record.all_steps, DAY, record=record))
    for words in (
        record.situation,
        "the budget",
        "tight chest",
        "A room of faces.",
        "They all saw it.",
        "Then I would be out.",
        record.label,
        record.did,
        record.chose,
        *record.evidence_for,
        *record.evidence_against,
        record.friend,
        record.distance,
        record.balanced_thought,
        record.kindness,
        record.prediction.expected,
        record.next_step,
        record.turned_out,
    ):
        assert words in found
    assert "What went through your mind?" not in found
    assert "Unfair comparison" not in found  # only the patterns that were chosen


def test_that_what_is_empty_in_a_record_can_be_written_on_paper():
    at = Moment.from_wall(dt.datetime(2026, 11, 20, 12), "Europe/London")
    record = ThoughtRecord(at=at, situation="The meeting", feelings=(RatedFeeling("tense", 70),))
    found = read(worksheet("A fair answer", tuple(Step), DAY, record=record))
    assert "Friday 20 November 2026" in found
    assert "The meeting" in found
    assert "What happened?" not in found
    assert "What went through your mind?" in found
    assert "To a good friend" not in found


def test_that_words_of_a_record_print_as_they_are_and_are_in_no_repr():
    at = Moment.from_wall(dt.datetime(2026, 11, 20, 12), "Europe/London")
    record = ThoughtRecord(
        at=at,
        situation=HOSTILE,
        feelings=(RatedFeeling("#x", 70),),
        thoughts=(AutomaticThought("$y$"),),
    )
    sheet = worksheet("*F*", record.all_steps, DAY, record=record)
    found = read(sheet)
    assert HOSTILE in found
    assert "#x" in found
    assert "$y$" in found
    assert "*F*" in found
    assert "data.json" not in repr(sheet)


def test_that_a_sheet_is_tagged_and_always_the_same():
    sheet = worksheet("Everything", tuple(Step), DAY, help_lines=HELP)
    assert typeset.pdf(sheet) == typeset.pdf(sheet)
    tags = [tag for tag, _ in structure(typeset.pdf(sheet))]
    assert "/H1" in tags
    assert "/TH" in tags
