"""A report as plain text: the same parts, in the same order, in nothing but words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.reports.plain_text import plain_text
from resilience_desktop.reports.summary import summary_document
from resilience_desktop.services.reporting.compose import compose
from tests.services.reporting.made import choice, demo


def in_text(**fields):
    return plain_text(summary_document(compose(demo(), choice(**fields))))


def headings(words):
    lines = words.splitlines()
    return [line for line, after in pairwise(lines) if line and set(after) in ({"-"}, {"="})]


def in_full(**fields):
    journal = demo()
    ids = tuple(record.id for record in journal.thought_records() if record.finished)
    return in_text(
        parts=frozenset(ReportPart), record_ids=ids, entry_ids=None, card_ids=("card",), **fields
    )


def titles(parts):
    for part in parts:
        yield from titles(part["parts"]) if part["kind"] == "beside" else [part.get("title")]


def test_that_every_part_of_the_paper_is_there_in_its_order():
    journal = demo()
    chosen = choice(
        parts=frozenset(ReportPart),
        record_ids=tuple(r.id for r in journal.thought_records() if r.finished),
        entry_ids=None,
        card_ids=("card",),
        question="What would help at night?",
        story=(("helped", "Walking."),),
    )
    document = summary_document(compose(journal, chosen))
    on_paper = [title for title in titles(document.values["parts"]) if title]
    found = headings(plain_text(document))
    assert found == [document.values["title"], *on_paper]


def test_that_what_is_not_ticked_is_not_there():
    words = in_text(parts=frozenset({ReportPart.DATA}), question="CANARY")
    assert headings(words) == ["Journal summary", "About these data"]
    assert "CANARY" not in words


def test_that_words_stand_beside_what_they_are_and_long_ones_below_it():
    words = in_text(how_it_has_been="Steadier.", question="One.\n\nTwo.")
    assert "How it has been: Steadier.\n" in words
    assert "A question for you:\nOne.\n\nTwo.\n" in words


def test_that_a_chart_is_what_it_says_in_words():
    words = in_text()
    assert "\nMood\n----\n\nWith the days in order from low to high," in words
    few = in_text(first=choice().last.replace(day=21))
    assert "\nMood\n----\n\n- 21 November: Moods " in few
    assert "mood chart" not in words
    assert "median" not in words


def test_that_a_row_of_a_table_names_each_of_its_numbers():
    words = in_text()
    assert "- 27 June: Low for 6 days; Usual before +2.0; Lowest \N{MINUS SIGN}3.0;" in words
    assert "\nFeeling: Days\n- calm: 4" in words


def test_that_a_record_in_full_reads_as_on_paper():
    words = in_full()
    assert "Facts that speak against it:\n- The budget went through.\n- Two people" in words
    assert "First and later:\n- Belief in thought 1: First 85; Later 40\n" in words
    assert "Believed 85 %" in words


def test_that_numbers_to_call_stand_at_the_end():
    assert in_text(country="GB").splitlines()[-1].startswith("Need help now? Emergency 999")


def test_that_a_report_without_numbers_to_call_ends_with_its_words():
    report = replace(compose(demo(), choice(parts=frozenset())), note="Bye.", help_lines="")
    assert plain_text(summary_document(report)).endswith("A note for you: Bye.\n")


def test_that_what_cannot_be_said_yet_is_told():
    words = in_text(parts=frozenset({ReportPart.BETTER_DAYS}), first=choice().last.replace(day=10))
    assert "\n\nNot shown, as there is too little to go on: " in words


def test_that_words_are_as_they_were_written_without_places_to_break():
    word = "x" * 90
    assert word in in_text(note=word)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_that_any_words_come_through(words):
    report = replace(compose(demo(), choice(parts=frozenset())), note=f"a{words}b")
    shown = plain_text(summary_document(report))
    assert shown.startswith("Journal summary\n")
    assert "".join(words.split()).replace("\u200b", "")[:8] in "".join(shown.split())


@pytest.mark.parametrize("sign", ["=1+1", "# not a heading", "*", "@", "$x$", "<b>"])
def test_that_signs_mean_nothing(sign):
    assert f"A note for you: {sign}\n" in in_text(note=sign)
