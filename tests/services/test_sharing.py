import csv
import datetime as dt
import errno
import io
import os
import random
import stat
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.errors import CancelledError, NotWrittenError, ResilienceError
from resilience_desktop.reports import typeset
from resilience_desktop.services import sharing
from resilience_desktop.services.sharing import ReportChoice, compose, mood_view
from tests.reports.reading import structure, text_of

FIRST, LAST = dt.date(2026, 5, 24), dt.date(2026, 11, 22)
NIPLAV = Path(__file__).resolve().parents[3] / "shared/data/mood/niplav_mood_2021-2023.csv"
RECORD = ThoughtRecord(
    at=Moment.from_wall(dt.datetime.combine(dt.date(2026, 11, 19), dt.time(9, 30)), "UTC"),
    situation="A meeting.",
)


def entry(day, mood=None, **fields):
    return Entry(
        at=Moment.from_wall(dt.datetime.combine(day, dt.time(12)), "UTC"), mood=mood, **fields
    )


def some(days, moods=(1, 0, 2, -1), *, last=LAST):
    first = last - dt.timedelta(days=days - 1)
    return [entry(first + dt.timedelta(days=n), moods[n % len(moods)]) for n in range(days)]


class Journal:
    def __init__(self, entries=()):
        self.entries = list(entries)
        self.asked = []

    def entries_between(self, first, last):
        self.asked.append((first, last))
        return [e for e in self.entries if first <= e.at.day <= last]

    def thought_record(self, record_id):
        return {"one": RECORD}[record_id]


def choice(**fields):
    return ReportChoice(**{"first": FIRST, "last": LAST, "made_on": LAST} | fields)


def sentence(entries, first=FIRST, last=LAST):
    return mood_view(entries, first, last).sentence


def test_that_the_sentence_says_where_the_days_lie():
    days = [FIRST + dt.timedelta(days=n) for n in range(142)]
    moods = [(-1, 0), (-1, 0), (0, 1), (1, 2), (1, 2)]
    entries = [entry(day, mood) for n, day in enumerate(days) for mood in moods[n % 5]]
    assert sentence(entries) == (
        "In these 26 weeks you wrote on 142 of 183 days. With your days in order from low to"
        " high, the middle one was +0.5, and half of them lay between \N{MINUS SIGN}0.5 and +1.5."
    )


@pytest.mark.parametrize(
    ("count", "ending"),
    [
        (1, "6 more days with entries, and more can be said."),
        (2, "5 more days with entries, and more can be said."),
        (6, "1 more day with entries, and more can be said."),
    ],
)
def test_that_too_few_days_say_how_many_more_are_needed(count, ending):
    assert sentence(some(count)) == f"In these 26 weeks you wrote on {count} of 183 days. {ending}"


def test_that_no_entries_are_no_reproach():
    assert sentence([]) == "There are no entries in these 26 weeks."


def test_that_days_without_a_mood_are_told_apart():
    entries = [*some(3), entry(FIRST, note="Rain.")]
    assert sentence(entries) == (
        "In these 26 weeks you wrote on 4 of 183 days, with a mood on 3."
        " 4 more days with a mood, and more can be said."
    )


def test_that_days_that_are_all_alike_are_said_plainly():
    assert sentence(some(30, moods=(1,))).endswith("At least half of your days were close to +1.0.")


def test_that_paper_names_a_line_only_where_one_is_drawn():
    def is_named(count):
        days = [entry(FIRST + dt.timedelta(days=n), n % 3) for n in range(count)]
        return compose(Journal(days), choice()).mood.has_median

    assert not is_named(6)
    assert is_named(30)


def test_that_a_journal_of_one_day_says_no_more_than_that():
    assert sentence([entry(FIRST, 1)], FIRST, FIRST) == (
        "This is one day. 6 more days with entries, and more can be said."
    )


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (2, "these 2 days"),
        (13, "these 13 days"),
        (28, "these 4 weeks"),
        (365, "these 52 weeks"),
        (1080, "these 35 months"),
        (3652, "these 10 years"),
    ],
)
def test_that_a_span_is_said_as_people_say_it(days, span):
    first = LAST - dt.timedelta(days=days - 1)
    assert f"In {span} you wrote on 1 of" in sentence([entry(LAST, 1)], first)


def test_that_a_gap_of_eleven_days_is_named_and_one_of_ten_is_not():
    entries = [
        entry(FIRST),
        entry(FIRST + dt.timedelta(days=11)),
        entry(FIRST + dt.timedelta(days=23)),
    ]
    last = FIRST + dt.timedelta(days=23)
    (gap,) = mood_view(entries, FIRST, last).series.gaps
    assert gap == (FIRST + dt.timedelta(days=12), FIRST + dt.timedelta(days=22))


def test_that_only_what_was_chosen_is_read_or_printed():
    journal = Journal([entry(LAST, 3, note="CANARY")])
    nothing = compose(journal, choice(mood_chart=False, days_logged=False))
    assert journal.asked == []
    assert (nothing.mood, nothing.days_logged, nothing.entries) == (None, None, ())
    assert "CANARY" not in text_of(sharing.pdf_of(compose(journal, choice())))
    assert "CANARY" in text_of(sharing.pdf_of(compose(journal, choice(entries=True))))


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
    few = compose(Journal(some(3)), choice()).mood
    assert few is not None
    assert few.summary == ""
    assert not few.has_median
    assert few.alt == "Mood by day, 24 May to 22 November 2026. Marks on 3 of 183 days."


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
    entries = [entry(LAST - dt.timedelta(days=n), note="A long day. " * 150) for n in range(80)]
    report = compose(Journal(reversed(entries)), choice(entries=True))
    short, whole = sharing.preview(report, 30, most_pages=3), sharing.preview(report, 30)
    assert len(short.pages) == 3
    assert short.page_count == whole.page_count == len(whole.pages)
    assert short.pages == whole.pages[:3]


@pytest.mark.parametrize("entries", [True, False])
def test_that_a_preview_knows_where_each_thought_record_begins(entries):
    long, short = (
        ThoughtRecord(at=Moment.from_wall(dt.datetime(2026, 11, 20, 9), "UTC"), situation=words)
        for words in ("A long day. " * 900, "Rain.")
    )
    journal = sharing.Excerpt([entry(LAST, 1)], {one.id: one for one in (long, short)})
    chosen = choice(question="Why?", record_ids=(long.id, short.id), entries=entries)
    shown = sharing.preview(compose(journal, chosen), 40)
    assert shown.records[0] == (long.id, 1)
    assert shown.records[1] == (short.id, shown.page_count - 1 - entries)
    assert shown.records[1][1] > 2
    assert not sharing.preview(compose(journal, choice()), 40).records


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
        "sharing.mood_view([], dt.date(2026, 1, 1), dt.date(2026, 2, 1));"
        "assert not {'matplotlib', 'typst', 'pikepdf', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_a_file_is_written_whole_and_for_its_owner_only(tmp_path):
    path = tmp_path / "journal-summary.pdf"
    path.write_bytes(b"old and longer")
    sharing.write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_a_file_whose_writing_is_stopped_is_as_it_was(tmp_path, monkeypatch):
    path, progress = tmp_path / "journal-summary.pdf", Progress()
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: progress.cancel())
        with pytest.raises(CancelledError):
            sharing.write_file(path, b"new", progress)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    sharing.write_file(path, b"new", late := Progress())
    assert path.read_bytes() == b"new"
    assert not late.cancel()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOENT, "the folder is not there any more"),
        (errno.EISDIR, "a folder has this name"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.EIO, "this place could not be written to"),
    ],
)
def test_that_a_failed_write_says_why_and_leaves_the_old_file(tmp_path, monkeypatch, code, reason):
    path = tmp_path / "journal-summary.pdf"
    path.write_bytes(b"old")

    def fail(_):
        raise OSError(code, "CANARY")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotWrittenError, match=reason) as caught:
        sharing.write_file(path, b"new")
    assert str(caught.value).startswith("The file could not be saved: ")
    assert str(caught.value).endswith(". Choose another place.")
    assert "CANARY" not in str(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_missing_folder_and_a_folder_in_the_way_are_told(tmp_path):
    with pytest.raises(NotWrittenError, match="the folder is not there"):
        sharing.write_file(tmp_path / "gone" / "a.pdf", b"x")
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(NotWrittenError):
        sharing.write_file(tmp_path / "a.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_that_whole_days_from_another_app_are_told_apart():
    entries = [entry(LAST, 2, frame=Frame.TODAY, converted_from="4 of 5")]
    report = compose(Journal(entries), choice())
    assert report.days_logged is not None
    assert (report.days_logged.whole_days, report.days_logged.converted) == (1, 1)


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


def test_that_random_years_never_fail():
    chance = random.Random(7)
    for days in (1, 2, 8, 400):
        entries = [e for e in some(days, moods=(5, -5, None)) if chance.random() < 0.7]
        assert sharing.preview(compose(Journal(entries), choice(entries=True)), 20).pages


@pytest.mark.parametrize("name", ["journal.db", "journal.keys"])
def test_that_a_report_never_overwrites_a_journal(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"the journal")
    with pytest.raises(NotWrittenError, match="own file"):
        sharing.write_file(path, b"a report")
    assert path.read_bytes() == b"the journal"
