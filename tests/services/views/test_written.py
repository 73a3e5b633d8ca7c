"""A panel as files: a table that is nobody's formula, and a picture for paper."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.period import Period
from resilience_desktop.services.views import mood
from resilience_desktop.services.views.view import Asked, Column, Found, Table, Told
from resilience_desktop.services.views.written import csv_of, svg_of
from tests.insights.made_up import FIRST, day, entry


def read(table):
    return list(csv.reader(io.StringIO(csv_of(table).decode("utf-8-sig"), newline="")))


def table_of(*words):
    return Table(
        title="Words",
        columns=(Column(title="Word", is_number=False),),
        rows=words,
        cells=lambda word: (Told(word),),
    )


def test_that_the_values_are_those_of_the_table_and_numbers_stay_numbers():
    everything = Found(today=day(1), entries=(entry(0, -2), entry(1, 3)))
    panel = mood.panels(Asked(period=Period(FIRST, day(1))), everything)[0]
    assert read(panel.table)[1:] == [
        ["Tuesday 2 June 2026", "+3.0", ""],
        ["Monday 1 June 2026", "-2.0", ""],
    ]


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-two", "@sum", "\tx", "=HYPERLINK(1)"])
def test_that_what_somebody_wrote_is_never_a_formula(words):
    assert read(table_of(words))[1] == [f"'{words}"]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)))
def test_that_every_word_comes_back(words):
    found = [row[0].removeprefix("'") for row in read(table_of(*words))[1:]]
    plain = [word.replace("\N{MINUS SIGN}", "-").removeprefix("'") for word in words]
    assert found == plain


def test_that_a_picture_for_paper_has_its_words_as_text():
    everything = Found(today=day(9), entries=tuple(entry(n, n % 3) for n in range(10)))
    panel = mood.panels(Asked(period=Period(FIRST, day(9))), everything)[0]
    written = svg_of(panel.drawings[0])
    assert b"as good as it gets" in written
    assert written == svg_of(panel.drawings[0])
