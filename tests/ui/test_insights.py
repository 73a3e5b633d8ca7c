"""Notes to keep: links both ways, and what a report may hold of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox

from resilience_desktop.domain.insight import Insight
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.services.journal import Journal

from .samples import entry, fill, record, today

RECORD = record()
ENTRY = entry("The train again.", 3)
SEEN = Insight("Mondays are loud.", today() - dt.timedelta(days=2), (ENTRY.id,))


@pytest.fixture
def home(places, home_of):
    fill(places, RECORD, ENTRY)
    return home_of()


@pytest.fixture
def with_one(places, home_of):
    fill(places, RECORD, ENTRY)
    journal = Journal.open(places.journal)
    journal.insights.keep(SEEN)
    journal.close()
    return home_of()


def insights(person):
    return person.read(lambda journal: journal.insights.all())


def open_record(person):
    person.window.page("thoughts").open_record(RECORD.id)
    person.wait()


def open_insights(person, insight="", link=""):
    person.window.context.navigator.insights_requested.emit(insight, link)
    person.wait()
    return person.see("insights")


def test_that_a_finished_record_begins_a_note_that_links_to_it(home):
    open_record(home)
    home.press("thoughts.finished.insights.add")
    home.press("insights.start")
    home.write("insights.words", "I read faces as verdicts.")
    home.wait_for(lambda: home.find("insights.open1") is not None)
    home.press("insights.close")
    (insight,) = insights(home)
    assert (insight.words, insight.links) == ("I read faces as verdicts.", (RECORD.id,))
    home.wait()
    home.press("thoughts.finished.insights.open1")
    assert home.see("insights.words").words() == "I read faces as verdicts."
    home.press("insights.close")


def test_that_a_record_is_added_to_a_note_that_is_there(with_one):
    open_record(with_one)
    with_one.press("thoughts.finished.insights.add")
    with_one.press("insights.link")
    assert insights(with_one)[0].links == (ENTRY.id, RECORD.id)
    assert with_one.find("insights.link") is None
    with_one.press("insights.close")


def test_that_an_entry_shows_the_notes_it_is_in(with_one):
    with_one.window.page("journal").open_entry(ENTRY.id)
    with_one.wait_for(lambda: with_one.find("journal.insights.open1") is not None)
    with_one.press("journal.insights.open1")
    assert with_one.see("insights.words").words() == SEEN.words
    with_one.press("insights.close")


def test_that_a_note_leads_to_its_pages_and_back(with_one):
    open_insights(with_one)
    with_one.wait_for(lambda: with_one.find("insights.open1") is not None)
    assert "Entry" in with_one.see("insights.open1").accessibleName()
    with_one.press("insights.open1")
    assert with_one.window.page("journal").composer.open_id == ENTRY.id


def test_that_a_link_can_be_taken_away(with_one):
    open_insights(with_one)
    with_one.wait_for(lambda: with_one.find("insights.unlink1") is not None)
    with_one.press("insights.unlink1")
    assert insights(with_one)[0].links == ()
    assert with_one.find("insights.open1") is None
    with_one.press("insights.close")


def test_that_what_is_in_the_bin_is_not_shown_and_comes_back_with_it(with_one):
    with_one.read(lambda journal: journal.bin.put(ENTRY.id))
    open_insights(with_one)
    assert with_one.find("insights.open1") is None
    with_one.press("insights.close")
    with_one.read(lambda journal: journal.bin.take_out(ENTRY.id))
    open_insights(with_one)
    with_one.wait_for(lambda: with_one.find("insights.open1") is not None)
    with_one.press("insights.close")


def test_that_only_a_tick_lets_a_note_into_reports(with_one):
    open_insights(with_one)
    assert not with_one.see("insights.shared", QCheckBox).isChecked()
    with_one.tick("insights.shared")
    with_one.wait()
    assert insights(with_one)[0].shared
    with_one.write("insights.words", "Still: ")
    with_one.press("insights.close")
    (insight,) = insights(with_one)
    assert (insight.shared, insight.words) == (True, "Still: Mondays are loud.")


def test_that_a_deleted_note_comes_back_with_its_links(with_one):
    dialog = open_insights(with_one)
    with_one.press("insights.delete")
    assert insights(with_one) == []
    dialog._undo.undo_last()
    with_one.wait()
    assert insights(with_one) == [SEEN]
    with_one.wait_for(lambda: with_one.find("insights.open1") is not None)
    with_one.press("insights.close")


def test_that_an_empty_page_says_what_will_be_here(home):
    open_insights(home)
    assert home.see("insights.empty").isVisible()
    home.press("insights.close")


def test_that_a_report_holds_the_ticked_notes_and_the_records_it_may_hold(with_one):
    shared = Insight("Walks help.", today(), shared=True)
    for insight in (shared, SEEN):
        with_one.read(lambda journal, insight=insight: journal.insights.keep(insight))
    whole = replace(RECORD, share=Share.FULL)
    with_one.read(lambda journal: journal.keep_thought_record(whole))
    share = with_one.window.page("share").report
    with_one.wait_for(lambda: share.choices.record_ids() == (RECORD.id,))
    assert share.choices.choice().insights == ("Walks help.",)
    with_one.see("share.my_words").click()
    assert ReportPart.MY_WORDS not in share.choices.choice().parts


def test_that_what_a_report_may_hold_can_change_while_share_is_open(with_one):
    share = with_one.window.page("share").report
    with_one.wait()
    assert share.choices.record_ids() == ()
    for level, ids in ((Share.SUMMARY, (RECORD.id,)), (Share.NEVER, ())):
        changed = replace(RECORD, share=level)
        with_one.parts.tasks.write(
            lambda journal, changed=changed: journal.keep_thought_record(changed), owner=share
        )
        with_one.wait_for(lambda ids=ids: share.choices.record_ids() == ids)
