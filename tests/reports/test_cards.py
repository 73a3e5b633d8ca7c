"""Coping cards on paper."""

import datetime as dt

import pytest

from resilience_desktop.reports import typeset
from resilience_desktop.reports.cards import cards_sheet
from resilience_desktop.reports.document import PAPERS
from tests.reports.reading import text_of

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("paper", PAPERS)
def test_that_a_few_cards_fit_on_one_page_with_nothing_but_their_words(paper):
    sheet = cards_sheet(["It passed before.", "  ", "שלום", "One step."], DAY, paper)
    pdf = typeset.pdf(sheet)
    assert typeset.page_count(pdf) == 1
    read = text_of(pdf)
    assert "It passed before." in read
    assert "One step." in read
    assert "2026" not in read
    assert "Page" not in read
    assert "It passed" not in repr(sheet)


def test_that_a_long_card_goes_on_on_the_next_page():
    assert typeset.page_count(typeset.pdf(cards_sheet(["word " * 3000], DAY))) > 1
