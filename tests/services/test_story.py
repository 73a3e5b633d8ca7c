"""One's own story and notes after a setback: kept, found again, and what a story is told from."""

import dataclasses
import datetime as dt

from hypothesis import HealthCheck, given, settings

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.services.sharing import shared_notes
from resilience_desktop.services.story import LONGEST, Origin
from tests.strategies import insights

DAY = dt.date(2026, 11, 22)
EARLIER = DAY - dt.timedelta(days=1)
NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")
SETBACK = Insight(
    "",
    DAY,
    kind=InsightKind.SETBACK,
    answers=(("happened", "Three bad nights"), ("next_step", "Open the window")),
    days=(EARLIER, DAY),
)


def story(day, words, links=()):
    return Insight("", day, links, kind=InsightKind.STORY, answers=(("helped", words),))


def test_that_the_story_of_each_day_stays_and_the_newest_comes_first(journal):
    first, second = story(EARLIER, "Walks"), story(DAY, "Walks and Mara", ("entry",))
    for one in (second, first, SETBACK):
        journal.insights.keep(one)
    assert journal.insights.stories() == [second, first]
    assert journal.insights.all() == [SETBACK]
    assert journal.insights.of("entry") == [second]


def test_that_only_the_story_as_it_is_now_is_linked(journal):
    journal.insights.keep(story(EARLIER, "Walks", ("entry",)))
    journal.insights.keep(story(DAY, "Walks"))
    assert journal.insights.of("entry") == []


@given(insights)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_that_a_note_of_any_kind_is_the_same_from_the_file(journal, insight):
    journal.insights.keep(insight)
    assert insight in (*journal.insights.all(), *journal.insights.stories())
    journal.insights.drop(insight)


def test_that_a_story_is_told_from_stars_small_wins_and_notes(journal):
    starred = Entry(at=NOON, note="**Rain**, and I went out", starred=True)
    well = Entry(at=NOON, note="Rain", went_well="I rang Mara.")
    record = ThoughtRecord(
        at=NOON, situation="Stairs", balanced_thought="She waved", starred=True, finished=True
    )
    for entry in (starred, well, Entry(at=NOON, note="neither"), Entry(at=NOON, starred=True)):
        journal.keep_entry(entry)
    journal.keep_thought_record(record)
    journal.insights.keep(SETBACK)
    found = {(s.origin, s.words, s.links) for s in journal.story_sources()}
    assert found == {
        (Origin.STARRED, "Rain, and I went out", (starred.id,)),
        (Origin.STARRED, "She waved", (record.id,)),
        (Origin.WENT_WELL, "I rang Mara.", (well.id,)),
        (Origin.NOTE, "Three bad nights", ()),
    }
    journal.marks.seal(starred.id)
    journal.bin.put(well.id)
    assert {source.origin for source in journal.story_sources()} == {Origin.STARRED, Origin.NOTE}


def test_that_a_record_without_a_fairer_thought_gives_what_it_has(journal):
    thought = AutomaticThought("They all saw", hot=True)
    base = ThoughtRecord(at=NOON, starred=True, finished=True)
    for record in (
        dataclasses.replace(base, id="a", situation="Stairs", thoughts=(thought,)),
        dataclasses.replace(base, id="b", thoughts=(thought,)),
        dataclasses.replace(base, id="c", label="worry"),
    ):
        journal.keep_thought_record(record)
    assert {source.words for source in journal.story_sources()} == {"Stairs", "They all saw"}


def test_that_a_long_page_gives_its_beginning(journal):
    journal.keep_entry(Entry(at=NOON, note="walking " * 200, starred=True))
    (source,) = journal.story_sources()
    assert source.words.endswith("walking…")
    assert len(source.words) <= LONGEST + 1


def test_that_only_what_may_be_in_reports_goes_in_and_a_setback_says_what_it_is():
    notes = (Insight("Mondays", DAY, shared=True), Insight("Mine", DAY))
    setback = dataclasses.replace(SETBACK, shared=True, days=None)
    assert shared_notes((*notes, setback)) == (
        "Mondays",
        "After a setback, what happened: Three bad nights\n\nMy next tiny step: Open the window",
    )


def test_that_days_looked_back_at_are_called_no_setback_in_a_report():
    answers = (("happened", "The move"), ("learned", "Mara"))
    note = dataclasses.replace(SETBACK, shared=True, days=(DAY, DAY), answers=answers)
    assert shared_notes((note,)) == (
        "Looking back, what went on around me: The move\n\nLooking back, what helped: Mara",
    )
