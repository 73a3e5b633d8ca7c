"""A person's words are set in type as they are: they read no file, fetch nothing, run nothing."""

from __future__ import annotations

import datetime as dt

import pytest
import typst

from resilience_desktop.reports import typeset
from resilience_desktop.reports.summary import SummaryReport, summary_document
from tests.reports.reading import text_of

DAY = dt.date(2026, 11, 19)
HOSTILE = ('#read("data.json")', '#include "common.typ"', "#sys.version", '#raw(read("main.typ"))')


@pytest.mark.parametrize("words", HOSTILE)
def test_that_words_are_printed_and_not_obeyed(words):
    report = SummaryReport(
        first=DAY, last=DAY, made_on=DAY, name=words, question=words, to_talk_about=words
    )
    document = summary_document(report)
    assert text_of(typeset.pdf(document)).count(words) == 3


def test_that_as_a_template_they_would_be_obeyed():
    sources = {"main.typ": HOSTILE[0].encode(), "data.json": b"zebrafinch"}
    assert "zebrafinch" in text_of(typst.compile(sources))
