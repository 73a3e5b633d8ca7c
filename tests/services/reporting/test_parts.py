"""Only what was chosen is on paper, whatever was chosen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.report_part import SUMMARY, ReportPart
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.services.reporting.compose import compose
from resilience_desktop.services.reporting.source import Excerpt, excerpt
from tests.insights.made_up import day, entry
from tests.services.reporting.made import (
    LAST,
    Journal,
    choice,
    demo,
    everything,
    record,
    titles,
)
from tests.services.views.test_better_days import written

TITLES = {
    ReportPart.MY_WORDS: ["In my words"],
    ReportPart.MOOD: ["Mood"],
    ReportPart.DATA: ["About these data"],
    ReportPart.SLEEP_ACTIVITIES: ["Sleep", "The day’s basics: time for"],
    ReportPart.LOW_SPELLS: ["Low spells"],
    ReportPart.BETTER_DAYS: ["What went with better or worse days"],
    ReportPart.FEELINGS: ["Feelings named most"],
    ReportPart.PATTERNS: ["Thinking patterns"],
    ReportPart.RECORDS_TOGETHER: ["Thought records"],
    ReportPart.NEXT_SESSION: ["For the next session"],
    ReportPart.SKILLS: ["Skills used"],
    ReportPart.STORY: ["My story"],
    ReportPart.METHODS: ["How the numbers were made"],
}
NUMBERS = set(ReportPart) - {
    ReportPart.MY_WORDS,
    ReportPart.DATA,
    ReportPart.NEXT_SESSION,
    ReportPart.STORY,
    ReportPart.METHODS,
}
FULL = {
    "how_it_has_been": "Steadier.",
    "note": "Thank you for reading.",
    "insights": ("Walks help.",),
    "story": (("hard", "The winter."),),
}


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(list(ReportPart))).map(frozenset))
def test_that_exactly_the_chosen_parts_are_there_in_the_order_of_the_paper(parts):
    expected = [title for part in ReportPart if part in parts for title in TITLES[part]]
    if parts.isdisjoint(NUMBERS):
        expected = [title for title in expected if title != "How the numbers were made"]
    assert titles(compose(demo(), choice(parts=parts, **FULL))) == expected


def test_that_a_summary_has_no_record_entry_card_or_story_in_full():
    report = compose(demo(), choice(**FULL))
    assert titles(report) == [t for p in ReportPart if p in SUMMARY for t in TITLES[p]]
    assert (report.thought_records, report.entries, report.cards, report.story) == ((), (), (), ())


def test_that_an_excerpt_that_has_more_gives_no_more():
    everything_read = excerpt(
        demo(),
        choice(
            parts=frozenset(ReportPart),
            record_ids=tuple(one.id for one in demo().records),
            card_ids=("card",),
        ),
    )
    for parts in (frozenset(), SUMMARY):
        report = compose(everything_read, choice(parts=parts))
        assert titles(report) == titles(compose(demo(), choice(parts=parts)))


def test_that_records_and_cards_are_there_in_the_order_they_were_chosen():
    first, second = record(1), record(2)
    cards = [CopingCard(words, LAST, id=words) for words in ("One", "Two")]
    journal = Journal((), [second, first], cards)
    chosen = choice(
        first=day(0),
        record_ids=(second.id, "gone", first.id),
        card_ids=("Two", "gone", "One"),
    )
    report = compose(journal, chosen)
    assert report.thought_records == (second, first)
    assert report.cards == ("Two", "One")
    assert titles(report)[-3:] == [
        "Thought record, 3 June 2026",
        "Thought record, 2 June 2026",
        "Coping cards",
    ]


def test_that_a_blank_card_takes_no_room():
    journal = Journal(cards=[CopingCard("\x00", LAST, id="odd")])
    assert "Coping cards" not in titles(compose(journal, choice(card_ids=("odd",))))


CANARY = "CANARY"
marks = st.fixed_dictionaries(
    {"never": st.booleans(), "starred": st.booleans(), "in_full": st.booleans()}
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(marks, max_size=4),
    st.lists(st.tuples(st.sampled_from(Share), st.booleans(), st.booleans()), max_size=3),
    st.sets(st.sampled_from(list(ReportPart))).map(frozenset),
)
def test_that_words_are_there_when_they_may_be_and_never_otherwise(of_entries, of_records, parts):
    entries = [
        entry(
            number,
            1,
            note=f"{CANARY}E{number}.",
            tags=(f"{CANARY}T{number}",),
            starred=one["starred"],
            never_share=one["never"],
        )
        for number, one in enumerate(of_entries)
    ]
    records = [
        record(number, situation=f"{CANARY}R{number}.", share=share, starred=starred)
        for number, (share, starred, _) in enumerate(of_records)
    ]
    chosen = choice(
        first=day(0),
        parts=parts,
        entry_ids=frozenset(
            e.id for e, one in zip(entries, of_entries, strict=True) if one["in_full"]
        ),
        record_ids=tuple(r.id for r, (*_, full) in zip(records, of_records, strict=True) if full),
    )
    found = everything(compose(Journal(entries, records), chosen))
    session = ReportPart.NEXT_SESSION in parts
    for number, one in enumerate(of_entries):
        is_there = not one["never"] and (one["in_full"] or (one["starred"] and session))
        assert (f"{CANARY}E{number}." in found) is is_there
        assert (f"{CANARY}T{number}" in found) is (not one["never"] and one["in_full"])
    for number, (share, starred, full) in enumerate(of_records):
        in_full = full and share in (Share.ASK, Share.FULL)
        may = share is Share.FULL or in_full
        is_there = in_full or (starred and session and may)
        assert (f"{CANARY}R{number}." in found) is is_there


def test_that_a_tag_of_an_entry_that_is_never_shared_is_no_line_of_a_table():
    noted = written(120)
    chosen = choice(first=day(0), last=day(119), made_on=day(119))
    assert "walk" in everything(compose(Journal(noted), chosen))
    hidden = [replace(e, never_share=bool(e.tags)) for e in noted]
    assert "walk" not in everything(compose(Journal(hidden), chosen))


def test_that_some_entries_are_counted_without_a_chart_of_days():
    ids = frozenset(one.id for one in demo().entries_between(LAST.replace(month=6), LAST))
    kept = demo().records[0]
    report = compose(demo(), choice(only=ids, record_ids=(kept.id,)))
    assert titles(report) == [
        "For the next session",
        "About these data",
        "Feelings named most",
        "Thought records",
        "Thought record, 19 November 2026",
    ]
    assert "1 finished record" in everything(report)


def test_that_what_has_too_little_is_left_out_and_said():
    entries = [entry(n, 1, tags=("walk",), sleep_hours=7) for n in range(5)]
    entries = [replace(one, feelings=demo().entries[0].feelings) for one in entries]
    records = [record(n) for n in range(3)]
    chosen = choice(first=day(0), last=day(40))
    report = compose(Journal(entries, records), chosen)
    assert titles(report) == ["Mood", "About these data", "Thought records"]
    assert report.left_out == (
        "Not shown, as there is too little to go on: sleep (it takes 7 days, and half of the"
        " days); low spells (it takes 42 days with a mood; so far there are 5); what went with"
        " better or worse days (it takes 60 days with a mood; so far there are 5); feelings (it"
        " takes 7 days with entries; so far there are 5); thinking patterns (it takes 5 thought"
        " records; so far there are 3)."
    )


def test_that_nothing_at_all_is_no_reproach():
    report = compose(Excerpt(), choice())
    assert titles(report) == []
    assert report.left_out == ""
