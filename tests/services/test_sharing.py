import csv
import datetime as dt
import io
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.errors import CancelledError, ResilienceError
from resilience_desktop.reports import typeset
from resilience_desktop.services import sharing
from resilience_desktop.services.mood_view import mood_view
from resilience_desktop.services.sharing import ReportChoice, compose
from tests.reports.reading import structure, text_of

FIRST, LAST = dt.date(2026, 5, 24), dt.date(2026, 11, 22)
NIPLAV = Path(__file__).resolve().parents[3] / "shared/data/mood/niplav_mood_2021-2023.csv"
RECORD = ThoughtRecord(
    at=Moment.from_wall(dt.datetime.combine(dt.date(2026, 11, 19), dt.time(9, 30)), "UTC"),
    situation="A meeting.",
    id="one",
)


def entry(day, mood=None, **fields):
    return Entry(
        at=Moment.from_wall(dt.datetime.combine(day, dt.time(12)), "UTC"), mood=mood, **fields
    )


def some(days, moods=(1, 0, 2, -1), *, last=LAST):
    first = last - dt.timedelta(days=days - 1)
    return [entry(first + dt.timedelta(days=n), moods[n % len(moods)]) for n in range(days)]


class Journal:
    def __init__(self, entries=(), records=(RECORD,), cards=()):
        self.entries = list(entries)
        self.records = list(records)
        self.cards = SimpleNamespace(all=lambda: list(cards))
        self.asked = []

    def entries_between(self, first, last):
        self.asked.append((first, last))
        return [e for e in self.entries if first <= e.at.day <= last]

    def thought_records(self):
        self.asked.append("records")
        return self.records


def choice(**fields):
    return ReportChoice(**{"first": FIRST, "last": LAST, "made_on": LAST} | fields)


def test_that_only_what_was_chosen_is_read_or_printed():
    journal = Journal([entry(LAST, 3, note="CANARY")])
    nothing = compose(journal, choice(parts=frozenset({ReportPart.MY_WORDS})))
    assert journal.asked == []
    assert (nothing.mood, nothing.days_logged, nothing.entries) == (None, None, ())
    assert "CANARY" not in text_of(sharing.pdf_of(compose(journal, choice())))
    assert "CANARY" in text_of(sharing.pdf_of(compose(journal, choice(entry_ids=None))))


def test_that_a_whole_report_holds_every_part():
    journal = Journal(some(60))
    chosen = choice(
        name="Robin",
        how_it_has_been="Steadier.",
        to_talk_about="Work.",
        question="What now?",
        record_ids=("one",),
        country="GB",
    )
    pdf = sharing.pdf_of(compose(journal, chosen))
    found = text_of(pdf)
    for part in (
        "Robin",
        "Steadier.",
        "Work.",
        "What now?",
        "With the days in order",
        "as good as it gets +5",
        "7-day",
        "60 entries on 60 of 183 days (33 %). Longest gap 123 days",
        "Thought record, 19 November 2026",
        "Samaritans",
    ):
        assert part in found
    alt = " ".join(alt for _, alt in structure(pdf))
    assert alt.strip() == (
        "Mood by day, 24 May to 22 November 2026. Marks on 60 of 183 days. With the days in order"
        " from low to high, the middle one was +0.5, and half of them lay between"
        " \N{MINUS SIGN}0.2 and +1.2."
    )


def test_that_a_chart_needs_a_mood_and_a_middle_needs_seven():
    assert compose(Journal([entry(LAST, note="x")]), choice()).mood is None
    enough = compose(Journal(some(7)), choice()).mood
    assert enough.summary.startswith("With the days in order")
    assert enough.alt.startswith("Mood by day, 24 May to 22 November 2026. Marks on 7 of 183 days.")


def test_that_few_moods_are_listed_by_day_and_not_drawn():
    days = [*some(5), *some(1, moods=(4,))]
    few = compose(Journal(days), choice()).mood
    assert [[cell.words for cell in row] for row in few.rows] == [
        ["18 November", "+1"],
        ["19 November", "0"],
        ["20 November", "+2"],
        ["21 November", "\N{MINUS SIGN}1"],
        ["22 November", "+1, +4"],
    ]
    assert few.note == "A chart is drawn once there are 7 days with a mood."


def test_that_a_period_without_gaps_says_nothing_of_one():
    report = compose(Journal(some(183)), choice())
    assert report.days_logged is not None
    assert report.days_logged.longest_gap is None


def test_that_a_password_protects_the_file():
    report = compose(Journal(), choice(how_it_has_been="CANARY"))
    protected = sharing.pdf_of(report, "secret")
    assert b"CANARY" not in protected
    assert "CANARY" in text_of(protected, "secret")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(protected))
    with pytest.raises(ResilienceError):
        sharing.pdf_of(report, "x" * 200)


@pytest.mark.parametrize("password", ["", "secret"])
def test_that_a_pdf_that_is_stopped_is_thrown_away(monkeypatch, password):
    """Typesetting cannot be interrupted; what it made is not used."""
    report, progress, pdf = compose(Journal(), choice()), Progress(), typeset.pdf

    def stopped_meanwhile(*args, **options):
        progress.cancel()
        return pdf(*args, **options)

    monkeypatch.setattr(typeset, "pdf", stopped_meanwhile)
    with pytest.raises(CancelledError):
        sharing.pdf_of(report, password, progress)
    assert progress.words == "Making the PDF"
    assert progress.fraction is None
    with pytest.raises(CancelledError):
        sharing.pdf_of(report, password, progress)


def test_that_a_preview_shows_the_pages_and_names_what_cannot_be_printed():
    shown = sharing.preview(compose(Journal(), choice(how_it_has_been="a \ue000 b")), 40)
    assert (len(shown.pages), shown.page_count, shown.unprintable) == (1, 1, ("\ue000",))
    sheet = sharing.recovery_sheet(["7QK4"] * 7, LAST)
    assert sharing.preview(sheet, 40).page_count == 1
    assert "7QK4" in text_of(sharing.pdf_of(sheet))


def test_that_a_preview_of_a_long_journal_shows_its_beginning():
    entries = [entry(LAST - dt.timedelta(days=n), note="A long day. " * 150) for n in range(70)]
    report = compose(Journal(reversed(entries)), choice(entry_ids=None))
    short, whole = sharing.preview(report, 30, most_pages=3), sharing.preview(report, 30)
    assert len(short.pages) == 3
    assert short.page_count == whole.page_count == len(whole.pages)
    assert short.pages == whole.pages[:3]


@pytest.mark.parametrize("in_full", [None, frozenset()])
def test_that_a_preview_knows_where_each_thought_record_begins(in_full):
    long, short = (
        ThoughtRecord(at=Moment.from_wall(dt.datetime(2026, 11, 20, 9), "UTC"), situation=words)
        for words in ("A long day. " * 900, "Rain.")
    )
    journal = sharing.Excerpt([entry(LAST, 1)], [long, short])
    chosen = choice(question="Why?", record_ids=(long.id, short.id), entry_ids=in_full)
    shown = sharing.preview(compose(journal, chosen), 40)
    assert shown.records[0] == (long.id, 1)
    assert shown.records[1] == (short.id, shown.page_count - 1 - (in_full is None))
    assert shown.records[1][1] > 2
    assert not sharing.preview(compose(journal, choice()), 40).records
    more = {"parts": frozenset(ReportPart), "story": (("hard", "The winter."),)}
    behind = sharing.preview(compose(journal, replace(chosen, **more)), 40)
    assert behind.records == shown.records
    assert behind.page_count == shown.page_count + 1


def test_that_a_choice_does_not_show_words_in_its_repr():
    made = choice(
        name="CANARY", how_it_has_been="CANARY", to_talk_about="CANARY", question="CANARY"
    )
    assert "CANARY" not in repr(made)
    assert ReportChoice(first=FIRST, last=LAST).made_on


def test_that_the_file_name_says_nothing_about_the_person():
    assert sharing.suggested_name(LAST) == "journal-summary-2026-11-22.pdf"


def test_that_asking_for_words_and_numbers_loads_neither_charts_nor_typst():
    code = (
        "import sys, datetime as dt; from resilience_desktop.services import sharing;"
        "from resilience_desktop.services.mood_view import mood_view;"
        "mood_view([], dt.date(2026, 1, 1), dt.date(2026, 2, 1));"
        "assert not {'matplotlib', 'typst', 'pikepdf', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_whole_days_from_another_app_are_told_apart():
    entries = [entry(LAST, 2, frame=Frame.TODAY, converted_from="4 of 5")]
    report = compose(Journal(entries), choice())
    assert report.days_logged is not None
    assert (report.days_logged.whole_days, report.days_logged.converted) == (1, 1)


def test_that_random_years_never_fail():
    chance = random.Random(7)
    for days in (1, 2, 8, 400):
        entries = [e for e in some(days, moods=(5, -5, None)) if chance.random() < 0.7]
        assert sharing.preview(compose(Journal(entries), choice(entry_ids=None)), 20).pages


@pytest.mark.skipif(not NIPLAV.exists(), reason="the real mood data is not beside this checkout")
def test_that_three_real_years_keep_their_gap_of_112_days():
    entries = []
    with NIPLAV.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            wall = dt.datetime.fromisoformat(row["date"])
            mood = round(float(row["happy"]) / 10) - 5
            entries.append(Entry(at=Moment.from_wall(wall, "UTC"), mood=mood))
    view = mood_view(entries, entries[0].at.day, entries[-1].at.day)
    assert "you wrote on 579 of 1,080 days" in view.sentence
    first, last = max(view.series.gaps, key=lambda gap: gap[1] - gap[0])
    assert (last - first).days + 1 == 112
    chosen = choice(first=view.series.first, last=view.series.last)
    report = compose(Journal(entries), chosen)
    assert report.mood is not None
    assert b"entries</text>" in report.mood.chart


def test_that_paper_names_a_line_only_where_one_is_drawn():
    def is_named(apart):
        days = [entry(FIRST + dt.timedelta(days=n * apart), n % 3) for n in range(10)]
        return compose(Journal(days), choice()).mood.has_median

    assert not is_named(9)
    assert is_named(1)
