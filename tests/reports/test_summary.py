import datetime as dt
import io
from dataclasses import replace

import pikepdf
import pytest

from resilience_desktop import resources
from resilience_desktop.domain.details import Sensation, Trigger
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Share,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.reports import typeset
from resilience_desktop.reports.days_logged import DaysLogged
from resilience_desktop.reports.document import PAPERS, text_width_pt
from resilience_desktop.reports.help_lines import help_footer
from resilience_desktop.reports.mood_part import MoodPart
from resilience_desktop.reports.summary import (
    SummaryReport,
    beginning,
    summary_document,
)
from tests.reports.reading import structure, text_of

MADE = dt.date(2026, 11, 22)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="493pt" height="206pt" viewBox="0 0 493 206">\
<path d="M0 9H99" stroke="#000"/></svg>'
EMPTY = SummaryReport(first=dt.date(2026, 5, 24), last=MADE, made_on=MADE)
LOGGED = DaysLogged(
    entries=198,
    days_with_entries=142,
    days=183,
    days_with_mood=142,
    moments=198,
    whole_days=0,
    converted=0,
    longest_gap=(dt.date(2026, 8, 2), dt.date(2026, 8, 14)),
)


def at(day=19, hour=9):
    return Moment.from_wall(
        dt.datetime.combine(dt.date(2026, 11, day), dt.time(hour, 30)), "Europe/London"
    )


RECORD = ThoughtRecord(
    at=at(),
    situation="Team meeting. I lost my thread.",
    thoughts=(AutomaticThought("They will all see.", 85, 40, hot=True),),
    patterns=(ChosenPattern("catastrophising"), ChosenPattern("mind_reading", main=True)),
    feelings=(
        RatedFeeling("ashamed", 80, 45),
        RatedFeeling("wobbly", 65),
        RatedFeeling("relieved", None, 35),
        RatedFeeling("tired"),
    ),
    balanced_thought="The budget still went through.",
    balanced_belief=70,
)


def words(report):
    return text_of(typeset.pdf(summary_document(report)))


def test_that_an_empty_report_is_still_a_page_with_its_head():
    found = words(EMPTY)
    assert "Journal summary" in found
    assert "24 May to 22 November 2026" in found
    assert "Self-report. Not monitored, not a diagnosis." in found
    for absent in ("Written by", "In my words", "Mood", "About these data", "Need help now?"):
        assert absent not in found


def test_that_only_the_lines_that_were_written_appear():
    found = words(replace(EMPTY, name="Robin", to_talk_about="Work.", question="  \n"))
    assert "Written by" in found
    assert "To talk about Work." in found
    assert "How it has been" not in found
    assert "A question for you" not in found


def test_that_words_are_never_markup():
    hostile = (
        '#import "@preview/x:1.0.0": * $x^2$ *bold* _it_ `raw` = head \\ </x> {n} {m} #panic()'
    )
    assert hostile in words(replace(EMPTY, how_it_has_been=hostile, name="#panic()"))


def test_that_no_template_looks_for_packages_or_the_clock():
    folder = resources.root() / "reports"
    for template in folder.iterdir():
        source = template.read_text(encoding="utf-8")
        assert "@preview" not in source
        assert "datetime.today" not in source


def test_that_the_file_is_tagged_and_lasting():
    pdf = typeset.pdf(summary_document(replace(EMPTY, mood=MoodPart(SVG, "Mood by day."))))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/StructTreeRoot" in opened.Root
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.Lang == "en"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:part"] == "2"
            assert metadata["dc:title"] == "Journal summary"
            assert "dc:creator" not in metadata
        assert "/Author" not in opened.docinfo
    tags = structure(pdf)
    assert ("Figure", "Mood by day.") in [(tag.strip("/"), alt) for tag, alt in tags]
    names = [tag.strip("/") for tag, _ in tags]
    assert "H1" in names
    assert "H2" in names


def test_that_the_same_report_is_the_same_file_on_any_day():
    document = summary_document(replace(EMPTY, thought_records=(RECORD,)))
    assert typeset.pdf(document) == typeset.pdf(document)


def test_that_the_mood_part_explains_its_marks():
    found = words(replace(EMPTY, mood=MoodPart(SVG, "Alt.", "The middle day was +0.5.", True)))
    assert "The middle day was +0.5." in found
    assert "filled square below zero" in found
    assert "Line: 7-day median." in found
    assert "Line:" not in words(replace(EMPTY, mood=MoodPart(SVG, "Alt.")))


def test_that_the_data_say_how_far_to_trust_them():
    assert (
        "198 entries on 142 of 183 days (78 %). Longest gap 13 days, 2 to 14 August 2026."
        " All moods describe a single moment, on a scale from \N{MINUS SIGN}5 to +5."
        " None were converted from another app."
    ) in words(replace(EMPTY, days_logged=LOGGED))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"whole_days": 7}, "198 moods describe a single moment and 7 a whole day"),
        ({"moments": 0, "whole_days": 9}, "All moods describe a whole day"),
        ({"moments": 0}, "None of them has a mood."),
        ({"converted": 1}, "1 was converted from another app’s scale."),
        ({"converted": 12}, "12 were converted from another app’s scale."),
        ({"days_with_mood": 100}, "There is a mood on 100 days."),
        ({"days": 6, "days_with_entries": 2}, "198 entries on 2 of 6 days. Longest"),
        ({"longest_gap": (MADE, MADE)}, "Longest gap 1 day, 22 November 2026."),
    ],
)
def test_that_what_differs_is_said(changed, sentence):
    assert sentence in words(replace(EMPTY, days_logged=replace(LOGGED, **changed)))


def test_that_no_gap_leaves_no_gap_sentence_and_no_entries_nothing_to_count():
    assert "gap" not in words(replace(EMPTY, days_logged=replace(LOGGED, longest_gap=None)))
    none = replace(LOGGED, entries=0, days_with_entries=0, days=0, moments=0)
    said = words(replace(EMPTY, days_logged=none))
    assert "About these data" not in said
    assert "0 %" not in said


def test_that_a_thought_record_is_a_worksheet():
    found = words(replace(EMPTY, thought_records=(RECORD,)))
    for part in (
        "Thought record, 19 November 2026",
        "Situation Team meeting. I lost my thread.",
        "Automatic thought They will all see. Believed 85 %",
        "Thinking patterns Mind reading (main), catastrophising",
        "Feelings ashamed 80, wobbly 65, tired",
        "A fairer way to put it The budget still went through. Believed 70 %",
        "First and later 0 to 100 First Later",
        "Belief in the thought 85 40",
        "ashamed 80 45",
        "wobbly 65 \N{EN DASH}",
        "relieved new 35 Not rated: tired.",
    ):
        assert part in found
    tags = [
        tag.strip("/")
        for tag, _ in structure(
            typeset.pdf(summary_document(replace(EMPTY, thought_records=(RECORD,))))
        )
    ]
    assert tags.count("TH") == 3
    assert "H3" in tags


def test_that_facts_stand_beside_each_other_each_as_an_item_of_a_list():
    record = ThoughtRecord(
        at=at(),
        evidence_for=("I lost it.", " "),
        evidence_against=("It went through.\n\nTwice.", "Two asked.", "W" * 90),
        friend="Happens to all.",
    )
    pdf = typeset.pdf(summary_document(replace(EMPTY, thought_records=(record,))))
    assert (
        "Facts that speak for it \N{EN DASH} I lost it. Facts that speak against it \N{EN DASH} It"
        " went through. Twice. \N{EN DASH} Two asked."
    ) in text_of(pdf)
    found = [tag.strip("/") for tag, _ in structure(pdf)]
    assert (found.count("L"), found.count("LI")) == (2, 4)
    one_side = replace(record, evidence_for=())
    assert "speak for" not in words(replace(EMPTY, thought_records=(one_side,)))


def test_that_skipped_steps_take_no_room():
    found = words(replace(EMPTY, thought_records=(ThoughtRecord(at=at(), situation="Rain."),)))
    for absent in ("Automatic", "patterns", "Feelings", "fairer", "0 to 100"):
        assert absent not in found
    unrated = ThoughtRecord(at=at(), balanced_thought="It passed.")
    assert "Believed" not in words(replace(EMPTY, thought_records=(unrated,)))


def test_that_several_thoughts_are_numbered_and_the_hot_one_is_named():
    record = ThoughtRecord(
        at=at(),
        thoughts=(
            AutomaticThought("One.", 30),
            AutomaticThought(" "),
            AutomaticThought("Two.", hot=True),
            AutomaticThought("Three.", 60, kind=ThoughtKind.IMAGE),
        ),
    )
    found = words(replace(EMPTY, thought_records=(record,)))
    assert "Automatic thought 1 One. Believed 30 %" in found
    assert "Automatic thought 2 Two. This one stings most." in found
    assert "Automatic thought 3 Three. Felt 60 % real" in found
    assert "How strong it was 0 to 100 First Belief in thought 1 30 Belief in thought 3 60" in found
    assert "Later" not in found


def test_that_a_belief_rated_only_later_is_not_called_new():
    record = ThoughtRecord(at=at(), thoughts=(AutomaticThought("One.", None, 20),))
    assert "Belief in the thought \N{EN DASH} 20" in words(
        replace(EMPTY, thought_records=(record,))
    )


def test_that_entries_are_printed_in_full_by_day():
    full = Entry(
        at=at(19),
        mood=-2,
        energy=3,
        sleep_hours=6.5,
        feelings=(Feeling("tense", 60), Feeling("tired")),
        tags=("work", "rain"),
        note="A long day.\n\nIt ended.",
        converted_from="30 on 0..100",
    )
    found = words(
        replace(EMPTY, entries=(full, Entry(at=at(19, 20), note="Late."), Entry(at=at(20))))
    )
    assert (
        "Thursday 19 November 2026 09:30; mood \N{MINUS SIGN}2, low; energy +3; slept 6.5 h;"
        " tense 60, tired; work, rain; converted from 30 on 0..100 A long day. It ended."
        " 20:30 Late. Friday 20 November 2026 09:30"
    ) in found


def test_that_help_lines_stand_on_every_page():
    report = replace(EMPTY, help_lines=help_footer("GB"), thought_records=(RECORD,))
    found = words(report)
    assert found.count("Need help now? Emergency 999 or 112. Samaritans: 116 123") == 2
    assert "Page 1 of 2" in found
    assert "Page 2 of 2" in found


def test_that_help_lines_say_when_they_were_checked_and_none_is_a_country_nobody_chose():
    assert help_footer("GB").endswith("Checked November 2026.")
    assert "text HOME to 741741" in help_footer("US").replace("\N{NO-BREAK SPACE}", " ")
    assert "findahelpline.com" in help_footer("")
    assert help_footer("XX") == help_footer("")


@pytest.mark.parametrize("paper", PAPERS)
def test_that_paper_is_the_one_chosen(paper):
    pdf = typeset.pdf(summary_document(replace(EMPTY, paper=paper)))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        width = float(opened.pages[0].MediaBox[2])
    assert width == pytest.approx({"a4": 595.28, "us-letter": 612}[paper], abs=0.1)
    assert text_width_pt(paper) == pytest.approx(width - 2 * 18 / 25.4 * 72, abs=0.1)


def test_that_the_beginning_keeps_what_the_first_pages_show():
    entries = tuple(Entry(at=at(19), note="x" * 5000) for _ in range(50))
    report = replace(EMPTY, entries=entries, thought_records=(RECORD,) * 99)
    start = beginning(report, 3)
    assert 3 < len(start.thought_records) < 99
    assert 3 < len(start.entries) < 6
    assert start.entries[0] == entries[0]
    assert beginning(report, 500).entries == entries


def test_that_a_report_does_not_show_words_in_its_repr():
    report = replace(EMPTY, name="CANARY", how_it_has_been="CANARY", thought_records=(RECORD,))
    assert "CANARY" not in repr(report) + repr(summary_document(report))
    assert "lost my thread" not in repr(report)


def test_that_a_report_of_some_entries_says_that_there_may_be_others():
    report = replace(EMPTY, only_some=True, days_logged=LOGGED)
    found = words(report)
    assert "Only some, chosen by hand" in found
    assert "Only the chosen entries are counted." in found
    assert "gap" not in found
    assert "chosen" not in words(replace(report, only_some=False))


def _all_of_a_record():
    return ThoughtRecord(
        at=at(),
        situation="In the meeting.",
        triggers=(Trigger("the budget"),),
        feelings=(RatedFeeling("tense", 70, 35), RatedFeeling("wobbly", 50, 20)),
        sensations=(Sensation("tight chest"),),
        thoughts=(AutomaticThought("They saw it.", 80, 40, hot=True),),
        arrow=("Then I am out.", ""),
        label="worrying",
        did="Left early.",
        chose="Went back.",
        patterns=(ChosenPattern("mind_reading", main=True), ChosenPattern("The verdict")),
        evidence_for=("I lost the thread.",),
        evidence_against=("It went through.", "Two asked."),
        friend="Happens to all.",
        distance="A story in a month.",
        balanced_thought="A few seconds.",
        balanced_belief=70,
        kindness="A hard morning.",
        helpful=7,
        prediction=Prediction("They will laugh.", 65, "Nobody did.", "I guess too dark."),
        next_step="Print it.",
        next_step_on=dt.date(2026, 11, 23),
        turned_out="Quiet.",
    )


WRITTEN = (
    "In the meeting.",
    "the budget",
    "wobbly",
    "tight chest",
    "They saw it.",
    "Then I am out.",
    "worrying",
    "Left early.",
    "Went back.",
    "verdict",
    "I lost the thread.",
    "It went through.",
    "Two asked.",
    "Happens to all.",
    "A story in a month.",
    "A few seconds.",
    "A hard morning.",
    "They will laugh.",
    "Nobody did.",
    "I guess too dark.",
    "Print it.",
    "Quiet.",
)


def test_that_every_part_of_a_record_is_printed():
    found = words(replace(EMPTY, thought_records=(_all_of_a_record(),)))
    for written in WRITTEN:
        assert written.casefold() in found.casefold()
    for said in ("It seemed 65 of 100 likely.", "7 of 10", "23 November 2026"):
        assert said in found


def test_that_a_record_of_which_only_counts_may_be_shown_has_none_of_the_words():
    record = replace(_all_of_a_record(), share=Share.SUMMARY)
    found = words(replace(EMPTY, thought_records=(record,)))
    for written in WRITTEN:
        assert written.casefold() not in found.casefold()
    for counted in ("Mind reading", "tense", "70", "35", "Belief in the thought", "7 of 10"):
        assert counted in found
    nothing = replace(EMPTY, thought_records=(ThoughtRecord(at=at(), share=Share.SUMMARY),))
    assert "Thought record" in words(nothing)


def test_that_what_somebody_sees_stands_with_their_words():
    found = words(replace(EMPTY, insights=("Mondays are loud.", " ", "Walks help.")))
    assert "A note I keep Mondays are loud." in found
    assert "Walks help." in found
    assert found.count("A note I keep") == 2


def test_that_a_story_is_a_section_of_its_own_without_its_empty_chapters():
    story = (("hard", "The winter."), ("found", " "), ("matters", "Mara"))
    found = words(replace(EMPTY, story=story))
    assert "My story" in found
    assert "What has been hard The winter." in found
    assert "What matters to me now Mara" in found
    assert "What I found" not in found
    assert "My story" not in words(replace(EMPTY, story=(("hard", " "),)))
