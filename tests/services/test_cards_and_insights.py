"""Coping cards and insights: kept, changed, found by what they are linked to, forgotten."""

import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.insight import Insight
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import Share, ThoughtRecord
from resilience_desktop.services.contents import Contents

DAY = dt.date(2026, 11, 22)
NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")
EARLIER = DAY - dt.timedelta(days=1)


def test_that_cards_come_newest_first_and_can_be_changed_and_forgotten(journal):
    old, new = CopingCard("It passed", EARLIER, id="b"), CopingCard("Breathe", DAY, id="a")
    assert journal.cards.all() == []
    for card in (old, new):
        assert journal.cards.keep(card) == Changes(cards=True)
    assert journal.cards.all() == [new, old]
    assert new.gist == "Breathe"
    changed = dataclasses.replace(old, words="It passed before\n\N{HEAVY BLACK HEART} مرحبا")
    journal.cards.keep(changed)
    assert journal.cards.all() == [new, changed]
    assert journal.cards.drop(new) == Changes(cards=True)
    assert journal.cards.all() == [changed]
    journal.cards.keep(new)
    assert journal.cards.all() == [new, changed]


def test_that_a_card_is_found_by_the_record_it_was_made_from(journal):
    card = CopingCard("She waved", DAY, "record")
    journal.cards.keep(card)
    journal.cards.keep(CopingCard("By itself", DAY))
    assert journal.cards.of("record") == card
    assert journal.cards.of("another") is None


def test_that_a_card_outlives_the_record_it_was_made_from(journal):
    record = ThoughtRecord(at=NOON, situation="Stairs")
    journal.keep_thought_record(record)
    card = CopingCard("She waved", DAY, record.id)
    journal.cards.keep(card)
    assert journal.cards.has_its_record(card)
    journal.bin.put(record.id)
    assert not journal.cards.has_its_record(card)
    assert not journal.cards.has_its_record(CopingCard("On its own", DAY))
    journal.bin.delete_for_good([record.id])
    assert journal.cards.all() == [card]


def test_that_insights_come_newest_first_and_can_be_changed_and_forgotten(journal):
    old, new = Insight("Mondays", EARLIER, id="b"), Insight("Sleep", DAY, id="a")
    for insight in (old, new):
        assert journal.insights.keep(insight) == Changes(insights=True)
    assert journal.insights.all() == [new, old]
    changed = dataclasses.replace(old, shared=True, links=("x",))
    journal.insights.keep(changed)
    assert journal.insights.all() == [new, changed]
    assert journal.insights.of("x") == [changed]
    assert journal.insights.of("y") == []
    assert journal.insights.drop(changed) == Changes(insights=True)
    assert journal.insights.all() == [new]


def test_that_an_insight_shows_what_it_is_linked_to_but_what_is_put_away_or_gone(journal):
    entries = [Entry(at=NOON, note=f"{n}") for n in range(4)]
    records = [ThoughtRecord(at=NOON, situation=f"{n}") for n in range(3)]
    for entry in entries:
        journal.keep_entry(entry)
    for record in records:
        journal.keep_thought_record(record)
    items = [records[0], *entries, *records[1:]]
    links = ("never there", *(item.id for item in items))
    insight = Insight("Mondays", DAY, links)
    journal.insights.keep(insight)
    assert journal.insights.linked(insight) == items
    journal.marks.seal(entries[0].id)
    journal.marks.seal(records[1].id)
    journal.bin.put(entries[1].id)
    journal.bin.put(records[2].id)
    journal.bin.put(entries[2].id)
    journal.bin.delete_for_good([entries[2].id])
    assert journal.insights.linked(insight) == [records[0], entries[3]]
    assert journal.insights.all() == [insight]  # what is linked is not forgotten
    journal.marks.unseal(records[1].id)
    journal.bin.take_out(entries[1].id)
    assert journal.insights.linked(insight) == [records[0], entries[1], entries[3], records[1]]


def test_that_what_is_there_already_is_not_written_over_by_a_file(journal):
    card, insight = CopingCard("Breathe", DAY), Insight("Mondays", DAY)
    journal.cards.keep(card)
    journal.insights.keep(insight)
    more = CopingCard("New", DAY)
    offered = Contents(
        cards=(dataclasses.replace(card, words="other"), more, more),
        insights=(dataclasses.replace(insight, words="other"),),
    )
    added = journal.add(offered)
    assert (added.cards, added.insights) == ((more,), ())
    assert {card, more} == set(journal.cards.all())
    assert journal.insights.all() == [insight]


def test_that_nothing_without_words_is_kept():
    for make in (CopingCard, Insight):
        with pytest.raises(ValueError, match="has words"):
            make(" \n", DAY)


def test_that_records_ask_how_it_turned_out_the_longest_waiting_first(journal):
    def record(days, **more):
        wanted = {"finished": True, "revisit_on": DAY + dt.timedelta(days=days), **more}
        found = ThoughtRecord(at=NOON, situation="x", **wanted)
        journal.keep_thought_record(found)
        return found

    today, long_ago = record(0), record(-9)
    record(1)
    record(-1, finished=False)
    record(-1, revisited=True)
    record(-1, sealed=True)
    journal.bin.put(record(-1).id)
    record(0, revisit_on=None)
    waiting = journal._store.thought_records.waiting
    assert waiting(DAY) == [long_ago.id, today.id]
    journal.keep_thought_record(dataclasses.replace(long_ago, turned_out="Well", revisited=True))
    assert waiting(DAY) == [today.id]
    assert waiting(EARLIER) == []


def test_that_an_earlier_version_does_not_bring_back_what_reports_could_hold(journal):
    record = ThoughtRecord(at=NOON, situation="Stairs", share=Share.FULL, finished=True)
    journal.keep_thought_record(record)
    now = dataclasses.replace(record, situation="The stairs", share=Share.NEVER)
    journal.keep_thought_record(now)
    (version,) = journal.revisions.of(record.id)
    journal.revisions.restore(record.id, version.number)
    assert journal.thought_record(record.id) == dataclasses.replace(record, share=Share.NEVER)


def test_that_records_ask_to_be_looked_at_from_their_day_on(journal):
    today = journal.today()
    day = dt.timedelta(days=1)
    at = Moment.from_wall(dt.datetime.combine(today, dt.time(9)), "UTC")
    asks = ThoughtRecord(at=at, situation="one", revisit_on=today, finished=True)
    longer = ThoughtRecord(at=at, situation="two", revisit_on=today - 3 * day, finished=True)
    others = (
        ThoughtRecord(at=at, situation="later", revisit_on=today + day, finished=True),
        ThoughtRecord(at=at, situation="done", revisit_on=today, revisited=True, finished=True),
        ThoughtRecord(at=at, situation="open", revisit_on=today),
        ThoughtRecord(at=at, situation="no day", finished=True),
    )
    for record in (asks, longer, *others):
        journal.keep_thought_record(record)
    assert journal.to_look_at_again() == [longer, asks]
    journal.marks.seal(longer.id)
    assert journal.to_look_at_again() == [asks]
