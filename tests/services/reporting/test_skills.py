"""Skills on paper: only when ticked, with how many, and without a word that was written in them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.report_part import SUMMARY, ReportPart
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.reporting.compose import compose
from resilience_desktop.services.reporting.how_much import HowMuch, excerpt_of_all, how_much
from resilience_desktop.services.reporting.other_forms import text_of
from resilience_desktop.services.reporting.skills import skills_used
from resilience_desktop.services.reporting.source import excerpt
from resilience_desktop.services.reporting.spreadsheet import spreadsheet
from tests.insights.made_up import day
from tests.services.reporting.made import Journal, choice, everything, rows, titles
from tests.test_words import broken_promises

CANAL = OwnSkill("Walk to the canal", id="canal")
ONLY = frozenset({ReportPart.SKILLS})
CHANGE = "Change: after minus before, of 100, on average."
SECRET = "KINGFISHER"


def practice(number, before=None, after=None, *, skill="slow_breathing", hour=12):
    wall = dt.datetime.combine(day(number), dt.time(hour))
    return Practice(
        skill=skill,
        at=Moment.from_wall(wall, "Europe/London"),
        before=before,
        after=after,
        note=SECRET,
        answers=(("safe", SECRET),),
    )


USED = [
    *(practice(n, 80, 60 + n) for n in range(3)),
    practice(1, hour=20),
    practice(2, skill="canal"),
    practice(2, skill="gone"),
]


def chosen(**fields):
    return choice(**{"first": day(0), "last": day(30), "parts": ONLY} | fields)


def journal():
    return Journal(used=USED, own=[CANAL])


def test_that_they_are_out_unless_somebody_ticks_them():
    assert ReportPart.SKILLS not in SUMMARY
    assert titles(compose(journal(), chosen(parts=SUMMARY))) == []
    assert "Walk to the canal" not in everything(compose(journal(), chosen(parts=SUMMARY)))


def test_that_the_table_has_days_times_and_the_mean_with_how_many():
    (table,) = compose(journal(), chosen()).sections
    assert rows(table) == [
        ["Slow breathing", "3", "4", "−19", "3"],
        ["Walk to the canal", "1", "1", "–", "0"],
        ["Something of your own", "1", "1", "–", "0"],
    ]
    assert [row[0].own for row in table.rows] == [False, True, False]
    assert table.note == (
        "Change: after minus before, of 100, on average. "
        "People often start when distress is at its peak, so some drop happens anyway."
    )


def test_that_only_these_days_count_and_of_some_entries_there_are_none():
    assert titles(compose(journal(), chosen(last=day(0)))) == ["Skills used"]
    assert titles(compose(Journal(), chosen())) == []
    assert titles(compose(journal(), chosen(only=frozenset({"some"})))) == []


def test_that_two_ratings_give_no_mean_and_a_rise_no_word_of_a_peak():
    two = skills_used([practice(n, 80, 60) for n in range(2)], ()).sections[0]
    rise = skills_used([practice(n, 10, 20) for n in range(3)], ()).sections[0]
    assert (rows(two)[0][3:], two.note) == (["–", "2"], "")
    assert (rows(rise)[0][3:], rise.note) == (["+10", "3"], CHANGE)


def test_that_many_skills_are_the_eight_used_on_most_days():
    many = skills_used([practice(n, skill=f"own{n}") for n in range(9)], ()).sections[0]
    assert len(many.rows) == 8
    assert many.note == "The 8 used on the most days."


def test_that_nothing_that_was_written_in_a_practice_is_in_any_form():
    wanted = chosen(parts=frozenset(ReportPart))
    report = compose(journal(), wanted)
    part = excerpt(journal(), wanted)
    for words in (
        everything(report),
        text_of(report),
        repr(part),
        "".join(one.words for one in part.practices),
        spreadsheet(part, wanted).decode(),
    ):
        assert SECRET not in words
    assert "Slow breathing" in text_of(report)


def table_of(wanted):
    words = spreadsheet(excerpt(journal(), wanted), wanted).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(words)))


def test_that_a_spreadsheet_has_the_names_of_each_day():
    assert table_of(chosen()) == [
        ["Day", "Covers", "Skills used"],
        ["2026-06-01", "Day average", "Slow breathing"],
        ["2026-06-02", "Day average", "Slow breathing"],
        [
            "2026-06-03",
            "Day average",
            "Slow breathing; Walk to the canal; Something of your own",
        ],
    ]
    with pytest.raises(ResilienceError, match="nothing for a table"):
        table_of(chosen(parts=frozenset()))


def test_that_the_form_says_how_many_times_there_are():
    asked = chosen(parts=frozenset())
    part = excerpt_of_all(journal(), asked)
    assert how_much(part, asked)[ReportPart.SKILLS] == HowMuch("6 times")
    nothing = excerpt_of_all(Journal(), asked)
    assert how_much(nothing, asked)[ReportPart.SKILLS] == HowMuch("nothing yet", is_there=False)
    some = replace(asked, only=frozenset())
    assert not how_much(part, some)[ReportPart.SKILLS].is_there


def test_that_no_sentence_breaks_a_promise():
    assert not broken_promises(everything(compose(journal(), chosen(parts=frozenset(ReportPart)))))
