"""What can go into a report one by one, and what there is for a report at all."""

import dataclasses
import datetime as dt
import random

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.report_profile import ReportProfile
from resilience_desktop.domain.thought_record import AutomaticThought, Share, ThoughtRecord
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.reporting.choice import ReportChoice
from resilience_desktop.services.reporting.how_much import HowMuch, excerpt_of_all, how_much
from resilience_desktop.services.reporting.offer import offer, span_of
from resilience_desktop.services.reporting.picks import (
    picks_of_cards,
    picks_of_entries,
    picks_of_records,
)

TODAY = dt.datetime.now(dt.UTC).astimezone().date()


def at(days_ago=0, hour=12):
    day = TODAY - dt.timedelta(days=days_ago)
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), "Europe/London")


def record(days_ago=0, **more):
    return ThoughtRecord(**{"at": at(days_ago), "situation": "Stairs", "finished": True, **more})


def test_that_finished_records_come_newest_first_with_the_hot_thought():
    hot = (AutomaticThought("They all\n saw", 80, hot=True),)
    older, newer, open_one = record(2), record(1, thoughts=hot), record(finished=False)
    found = picks_of_records([older, newer, open_one])
    assert [(pick.id, pick.words) for pick in found] == [
        (newer.id, "They all saw"),
        (older.id, "Stairs"),
    ]


def test_that_what_was_said_of_a_record_decides_how_it_is_offered():
    told = {
        level: (pick.never_share, pick.only_numbers, pick.from_the_start)
        for level in Share
        for pick in picks_of_records([record(share=level)])
    }
    assert told == {
        Share.NEVER: (True, False, False),
        Share.ASK: (False, False, False),
        Share.SUMMARY: (False, True, True),
        Share.FULL: (False, False, True),
    }


def test_that_an_entry_shows_its_words_or_what_it_has_in_place_of_them():
    entries = [
        Entry(at=at(6)),
        Entry(at=at(5), tags=("walk",)),
        Entry(at=at(4, 8), mood=1, tags=("rain",)),
        Entry(at=at(4), mood=2, feelings=(Feeling("calm", 40),)),
        Entry(at=at(3), went_well="Bread"),
        Entry(at=at(2), note="# Rain\n\nand more", mood=1, never_share=True),
    ]
    found = picks_of_entries(entries)
    assert [(pick.words, pick.is_own, pick.never_share) for pick in found] == [
        ("Rain and more", True, True),
        ("Bread", True, False),
        ("calm, mood +2, good", False, False),
        ("mood +1, rain", False, False),
        ("walk", False, False),
        ("An entry without words", False, False),
    ]


def test_that_words_are_found_without_their_accents_and_capitals_and_in_any_order():
    (pick,) = picks_of_entries([Entry(at=at(), note="Café au lait", tags=("Anne",))])
    assert pick.has("")
    assert pick.has("CAFE ann")
    assert pick.has("lait café")
    assert not pick.has("cafe tea")
    (card,) = picks_of_cards([CopingCard("It  passed", TODAY)])
    assert (card.words, card.has("passed"), card.has("never")) == ("It passed", True, False)


def test_that_a_card_is_shared_no_more_than_the_record_it_comes_from(journal):
    never, asked = record(share=Share.NEVER), record()
    cards = [CopingCard("Never", TODAY, never.id), CopingCard("Asked", TODAY, asked.id)]
    alone = CopingCard("Alone", TODAY)
    journal.add(Contents(thought_records=(never, asked), cards=(*cards, alone)))
    found = offer(journal, (TODAY, TODAY)).cards
    told = {pick.words: (pick.never_share, pick.page) for pick in found}
    assert told == {
        "Never": (True, never.id),
        "Asked": (False, asked.id),
        "Alone": (False, ""),
    }


def test_that_words_of_a_pick_are_in_no_repr():
    (pick,) = picks_of_entries([Entry(at=at(), note="zeppelin")])
    assert "zeppelin" not in repr(pick)


def test_that_a_journal_offers_what_it_has_of_these_days(journal):
    kept, earlier = Entry(at=at(1), note="Rain"), Entry(at=at(40), note="Sun")
    new, old = record(2), record(50)
    story = Insight(
        "", TODAY, kind=InsightKind.STORY, answers=(("hard", "The winter."),), shared=True
    )
    journal.add(
        Contents(
            entries=(kept, earlier),
            thought_records=(new, old),
            cards=(CopingCard("It passed", TODAY),),
            insights=(Insight("Walks help.", TODAY, shared=True), Insight("Mine.", TODAY), story),
        )
    )
    profile = ReportProfile(name="monthly")
    journal.reports.keep(profile)
    found = offer(journal, (TODAY - dt.timedelta(days=9), TODAY))
    assert [pick.id for pick in (*found.entries, *found.records)] == [kept.id, new.id]
    assert [pick.words for pick in found.cards] == ["It passed"]
    assert "Walks help." in found.notes
    assert "Mine." not in found.notes
    assert found.story == (("hard", "The winter."),)
    assert (found.profiles, found.made_last) == ([profile], None)
    assert found.span == (old.at.day, TODAY)


def test_that_the_days_end_today_unless_the_journal_is_of_other_years(journal):
    assert span_of(journal) == (TODAY, TODAY)
    assert offer(journal, (TODAY, TODAY)).story == ()
    journal.keep_entry(Entry(at=at(800)))
    day = TODAY - dt.timedelta(days=800)
    assert span_of(journal) == (day, day)
    journal.keep_entry(Entry(at=at(5)))
    assert span_of(journal) == (day, TODAY)


def told(journal, **more):
    choice = ReportChoice(first=TODAY - dt.timedelta(days=89), last=TODAY, parts=frozenset())
    choice = dataclasses.replace(choice, **more)
    return how_much(excerpt_of_all(journal, choice), choice)


def test_that_nothing_can_be_ticked_of_an_empty_journal(journal):
    found = told(journal)
    assert not any(one.is_there for one in found.values())
    assert {one.words for one in found.values()} == {"nothing yet"}
    assert ReportPart.MY_WORDS not in found


def test_that_too_little_is_said_and_can_be_ticked_all_the_same(journal):
    journal.keep_entry(
        Entry(at=at(), mood=1, feelings=(Feeling("calm"),), tags=("walk",), starred=True)
    )
    journal.keep_thought_record(record())
    found = told(journal)
    assert found[ReportPart.MOOD] == HowMuch("1 day")
    assert found[ReportPart.DATA] == HowMuch("1 entry")
    assert found[ReportPart.FEELINGS] == HowMuch("too little yet")
    assert found[ReportPart.NEXT_SESSION] == HowMuch("1")
    assert found[ReportPart.RECORDS_TOGETHER].is_there


def test_that_it_is_said_of_how_many_starred_pages_words_are_told(journal):
    journal.add(
        Contents(
            entries=(
                Entry(at=at(), note="Mondays", starred=True),
                Entry(at=at(1), mood=1, starred=True),
                Entry(at=at(2), note="CANARY", starred=True, never_share=True),
            )
        )
    )
    assert told(journal)[ReportPart.NEXT_SESSION] == HowMuch("2, with words of 1")


def test_that_much_is_told_in_numbers(journal):
    chance = random.Random(3)
    walks = [chance.random() < 0.5 for _ in range(90)]
    entries = [
        Entry(
            at=at(n),
            mood=-4 if 10 <= n < 16 else 3 if walks[n] else chance.choice((-1, 0, 1)),
            feelings=(Feeling("calm"),),
            tags=("walk",) if walks[n] else (),
            sleep_hours=7,
        )
        for n in range(90)
    ]
    journal.add(Contents(entries=tuple(entries), thought_records=tuple(map(record, range(6)))))
    found = told(journal)
    assert found[ReportPart.MOOD] == HowMuch("90 days")
    assert found[ReportPart.LOW_SPELLS] == HowMuch("1")
    assert found[ReportPart.BETTER_DAYS] == HowMuch("1 found")
    assert found[ReportPart.FEELINGS] == HowMuch("counts only")
    assert found[ReportPart.RECORDS_TOGETHER] == HowMuch("6 records")
    assert found[ReportPart.SLEEP_ACTIVITIES] == HowMuch()


def test_that_steady_days_have_no_spell_and_nothing_clear(journal):
    journal.add(
        Contents(
            entries=tuple(
                Entry(at=at(n), mood=n % 3, tags=("walk",) if n % 4 < 2 else ()) for n in range(90)
            )
        )
    )
    found = told(journal)
    assert found[ReportPart.LOW_SPELLS] == HowMuch("none")
    assert found[ReportPart.BETTER_DAYS] == HowMuch("nothing clear")


def test_that_of_some_entries_there_are_no_whole_days(journal):
    one = Entry(at=at(), mood=1)
    journal.keep_entry(one)
    found = told(journal, only=frozenset({one.id}))
    assert found[ReportPart.MOOD] == HowMuch("of whole days only", is_there=False)
    assert found[ReportPart.DATA] == HowMuch("1 entry")
