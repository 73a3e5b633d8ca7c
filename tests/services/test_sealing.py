"""Sealed pages: out of lists, search, charts and reports until they are opened again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.services import sharing
from resilience_desktop.services.sharing import ReportChoice
from tests.reports.reading import text_of


@pytest.fixture
def kept(journal, noon):
    entry = Entry(at=noon, mood=-4, note="# Secret\nnobody *reads* this")
    journal.keep_entry(entry)
    return entry


def seen(journal, entry):
    """Return where an entry is to be seen."""
    day = entry.at.day
    pages = sharing.pdf_of(
        sharing.compose(journal, ReportChoice(first=day, last=day, entry_ids=None, made_on=day))
    )
    return {
        "list": bool(journal.looking.timeline().items),
        "search": bool(journal.looking.search("nobody")),
        "days": bool(journal.looking.days(day, day)),
        "span": journal.looking.span() is not None,
        "report": "nobody" in text_of(pages),
    }


def test_that_a_sealed_page_is_seen_nowhere_until_it_is_opened_again(journal, kept):
    assert all(seen(journal, kept).values())
    journal.marks.seal(kept.id)
    assert not any(seen(journal, kept).values())
    assert [entry.id for entry in journal.marks.sealed()] == [kept.id]
    journal.marks.unseal(kept.id)
    assert all(seen(journal, kept).values())


def test_that_a_page_can_be_sealed_in_the_step_that_keeps_it(journal, noon):
    entry = Entry(at=noon, note="nobody reads this", sealed=True)
    journal.drafts.keep("entry:free", entry)
    journal.keep_entry(entry, slot="entry:free")
    assert not any(seen(journal, entry).values())
    assert journal.drafts.all() == {}


def test_that_what_was_being_changed_is_sealed_with_the_page(journal, kept):
    slot = f"entry:{kept.id}"
    journal.drafts.keep(slot, replace(kept, note="nobody reads this either"))
    assert journal.looking.search("either")
    journal.marks.seal(kept.id)
    assert journal.looking.search("either") == []
    assert journal.drafts.all() == {}
    assert journal.marks.sealed()[0].note == "nobody reads this either"


def test_that_a_report_has_the_words_without_their_signs(journal, kept):
    day = kept.at.day
    choice = ReportChoice(first=day, last=day, entry_ids=None, made_on=day + dt.timedelta(days=1))
    words = text_of(sharing.pdf_of(sharing.compose(journal, choice)))
    assert "Secret nobody reads this" in words
