"""The measuring of the program, on a journal of some weeks: that it is fair, never how fast."""

from __future__ import annotations

import importlib
import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.services import backups
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import search
from tests.conftest import QUICK

PACKAGING = Path(__file__).resolve().parent.parent / "packaging" / "bench"
WEEKS = 0.1
"""Years."""


@pytest.fixture(autouse=True)
def can_be_imported(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))


@pytest.fixture
def bench():
    return importlib.import_module("bench")


@pytest.fixture
def queries():
    return importlib.import_module("bench_queries")


@pytest.fixture
def keeping():
    return importlib.import_module("bench_keeping")


@pytest.fixture
def children():
    return importlib.import_module("bench_children")


@pytest.fixture
def rows():
    return importlib.import_module("bench_row")


@pytest.fixture
def journals(tmp_path):
    return importlib.import_module("bench_journal").Journals(tmp_path)


@pytest.fixture
def some_weeks(journals):
    with closing(Journal.open(journals.of(WEEKS))) as journal:
        yield journal


EVERY_ROW = (
    ("start", 2.0),
    ("start after unlock", 1.2),
    ("save a mood", 1.5),
    ("search, common word", 1.5),
    ("search, rare word", 1.5),
    ("timeline, first page", 1.5),
    ("timeline, paging to the oldest", 1.5),
    ("mood chart of all years, redraw", 1.3),
    ("year calendars of all years, redraw", 1.5),
    ("report of 365 days and 20 records", 1.3),
    ("encrypted backup, verified", 1.5),
    ("import of 100 Daylio rows", 2.0),
    ("memory after start", 1.6),
    ("memory after opening every page", 1.5),
    *(
        (f"growth of {act}, 0.1 to 0.2 years", 1.25)
        for act in (
            "start",
            "save",
            "search, common word",
            "search, rare word",
            "timeline, first page",
        )
    ),
)


def test_that_the_bench_measures_every_row(bench, tmp_path, capsys, monkeypatch):
    for module in ("bench_start", "bench_journal"):
        monkeypatch.setattr(f"{module}.KdfSettings", lambda: QUICK)
    out = tmp_path / "deep" / "bench.json"
    arguments = ["--years", str(WEEKS), "--rounds", "1", "--out", str(out)]
    assert bench.main(arguments) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    printed = capsys.readouterr().out
    assert found["years"] == WEEKS
    assert set(EVERY_ROW) <= {(row["row"], row["goal"]) for row in found["rows"]}
    for row in found["rows"]:
        assert row["row"] in printed
        assert row["product"] > 0, row["row"]
        assert row["floor"] > 0, row["row"]
        assert row["unit"] == ("MB" if "memory" in row["row"] else "ms")


def test_that_only_the_rows_somebody_asks_for_are_measured(bench):
    found = bench.measure(WEEKS, 1, "rare tag")
    assert [row.row for row in found] == ["filter by rare tag"]


def test_that_a_row_over_its_goal_is_said_and_stops_nobody(bench, rows, monkeypatch, tmp_path):
    over = rows.Row.of("something slow", [9.0], [1.0], goal=1.5)
    near = rows.Row.of("something quick", [1.2], [1.0], goal=1.5)
    free = rows.Row.of("something free", [7.0], [1.0])
    monkeypatch.setattr(bench, "measure", lambda *_: [over, near, free])
    out = tmp_path / "bench.json"
    assert bench.main(["--out", str(out)]) == 0
    _, *lines = rows.table([over, near, free]).splitlines()
    assert ["over" in line for line in lines] == [True, False, False]
    kept = json.loads(out.read_text(encoding="utf-8"))["rows"]
    assert [row["over"] for row in kept] == [True, False, False]


def test_that_what_is_used_instead_is_measured_when_asked_for(bench, rows, monkeypatch, tmp_path):
    asked = []

    def peer_rows(years, rounds):
        asked.append((years, rounds))
        return [rows.Row.of("another program", [2.0], [1.0])]

    monkeypatch.setitem(sys.modules, "bench_peers", SimpleNamespace(peer_rows=peer_rows))
    monkeypatch.setattr(bench, "measure", lambda *_: [])
    out = tmp_path / "bench.json"
    assert bench.main(["--peers", "--years", "2", "--rounds", "3", "--out", str(out)]) == 0
    assert asked == [(2, 3)]
    assert "another program" in out.read_text(encoding="utf-8")


def test_that_sides_take_turns_and_a_first_round_only_warms_up(rows):
    turns = []
    sides = [lambda: turns.append("program") or len(turns), lambda: turns.append("floor") or 0]
    ours, floors = rows.interleaved(sides, 2, least_s=0, most_s=60)
    assert turns == ["program", "floor"] * 3
    assert ours == [3, 5]
    assert floors == [0, 0]
    assert rows.interleaved([lambda: 7], 1, least_s=9, most_s=60) == [[7]]


def test_that_what_is_quick_goes_on_for_a_while(rows):
    (said,) = rows.interleaved([lambda: 1], 2, least_s=9, most_s=60)
    assert len(said) == rows._MOST_ROUNDS - 1


def test_that_rounds_end_when_the_time_is_over_but_not_before_there_is_a_median(rows):
    assert rows.interleaved([lambda: 1], 50, least_s=0, most_s=0) == [[1, 1, 1]]


def test_that_a_ratio_is_that_of_the_medians_and_noise_lies_round_it(rows):
    row = rows.Row.of("a row", [2.0, 4.0, 30.0], [2.0, 2.0, 2.0])
    assert (row.product, row.floor, row.ratio, row.rounds) == (4.0, 2.0, 2.0, 3)
    assert row.noise == 1.0  # of 1, 2 and 15 the middle one is 2, and half lie within 1 of it


@pytest.mark.parametrize(
    "name", ["timeline, first page", "timeline, next page at the oldest", "calendar month"]
)
def test_that_a_page_of_a_long_journal_reads_as_many_rows_as_one_of_a_short(
    queries, journals, name
):
    read = []
    for years in (0.4, 1.2):
        with closing(Journal.open(journals.of(years))) as journal:
            program, _ = queries.ROWS[name](journal)
            read.append(queries.bare.rows_read(journal.file, program))
    few, many = read
    assert 0 < many < few * 1.5
    assert many < 400


@pytest.mark.parametrize(
    "name", ["timeline, first page", "timeline, next page at the oldest", "filter by common tag"]
)
def test_that_both_sides_of_a_page_find_the_same(queries, some_weeks, name):
    program, floor = queries.ROWS[name](some_weeks)
    items, parts = floor()
    ids = [item.id for item in program().items]
    assert [row[3] for row in items] == ids
    assert len(ids) > 10
    assert {row[0] for part in parts for row in part} >= set(ids)


def test_that_both_sides_go_through_the_whole_timeline(queries, some_weeks):
    program, floor = queries.ROWS["timeline, paging to the oldest"](some_weeks)
    written = some_weeks.contents()
    assert program() == floor()
    assert len(program()) == len(written.entries) + len(written.thought_records) > 100


def test_that_both_sides_of_a_month_and_of_a_number_find_the_same(queries, some_weeks):
    program, floor = queries.ROWS["calendar month"](some_weeks)
    days = {day.isoformat(): number for day, (_, number) in program().items()}
    assert {day: number for day, _, number in floor()} == days
    program, floor = queries.ROWS["number of a common tag"](some_weeks)
    assert floor() == [(program(),)]


@pytest.mark.parametrize("common", [0, 2000])
@pytest.mark.parametrize("name", ["search, common word", "search, rare word"])
def test_that_both_sides_of_a_search_make_the_same_excerpts(
    queries, some_weeks, monkeypatch, common, name
):
    monkeypatch.setattr(search, "_COMMON", common)
    program, floor = queries.ROWS[name](some_weeks)
    ours = {
        hit.id: "".join(words for words, _ in hit.excerpt)
        for found in program()
        for hit in found.hits
    }
    assert list(ours.items()) == list(floor().items())
    assert ours


def test_that_both_sides_of_the_lists_of_records_find_the_same(queries, journal):
    made = importlib.import_module("bench_journal").records(1)
    finished = [replace(record, finished=True) for record in made]
    journal.add(Contents(thought_records=tuple(finished)))
    for name in ("list of records", "records by pattern"):
        program, floor = queries.ROWS[name](journal)
        (number,), found, lists = floor()
        page = program()
        assert page.number == number > 0
        assert [record.id for record in page.records] == [row[0] for row in found]
        assert all(lists)
    assert journal.records.number_of(RecordFilter()) == len(made)
    program, floor = queries.ROWS["what records show"](journal)
    assert len(floor()[0]) == len(made)


def test_that_both_sides_of_the_views_read_every_entry(queries, some_weeks):
    program, floor = queries.ROWS["views of all years, read"](some_weeks)
    rows, lists = floor()
    assert [row[0] for row in rows] == [entry.id for entry in program().entries]
    assert all(lists[:2])  # no entry of the bench has details


WRITTEN = {
    "items": "seq, id, kind, utc, zone, utc_offset, local, binned, starred, sealed",
    "entries": "*",
    "entry_feelings": "*",
    "entry_tags": "*",
    "entry_details": "*",
    "search": "rowid, words, labels",
    "revisions": "seq, number, zone, utc_offset, settled, body",
    "upkeep": "last_day",
    "drafts": "*",
}


def everything(journal):
    """Return what an entry that is kept changes, but for the clock and the count of changes."""
    return {
        table: journal.file.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608
        for table, columns in WRITTEN.items()
    }


def test_that_both_sides_of_saving_write_the_same_rows(children, journals, tmp_path):
    folder, copy = journals.copy(WEEKS), journals.copy(WEEKS)
    with closing(Journal.open(folder)) as journal:
        before = len(journal.contents().entries)
    times = children.told(tmp_path / "home", "bench_child_app", "save", folder, copy, 2)
    assert [len(side) for side in times] == [2, 2]
    with closing(Journal.open(folder)) as ours, closing(Journal.open(copy)) as bare:
        written = everything(ours)
        assert written == everything(bare)
        newest = ours.contents().entries[-2:]
    assert len(written["entries"]) == before + 2
    assert [entry.mood for entry in newest] == [0, 1]
    assert all("rain and tea" in entry.note for entry in newest)


def test_that_the_start_is_not_over_before_there_is_something_to_see(
    children, journals, tmp_path, monkeypatch
):
    monkeypatch.setattr(children, "_LONGEST_S", 5)
    empty = journals.new_folder("empty")
    Journal.create(empty, None)[0].close()
    with pytest.raises(RuntimeError):
        children.milliseconds_to_first_line(tmp_path / "h", "bench_child_app", "start", empty)


def test_that_a_program_that_fails_says_why(children, tmp_path):
    with pytest.raises(RuntimeError, match="not enough values"):
        children.told(tmp_path / "home", "bench_child_key")


def test_that_programs_are_at_home_where_all_is_thrown_away(children, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    found = children._environment(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        assert Path(found[name]).is_relative_to(tmp_path), name
    assert "PYTHONDONTWRITEBYTECODE" not in found


def test_that_both_sides_of_a_backup_hold_the_journal(keeping, some_weeks, tmp_path):
    copy = tmp_path / "copy.db"
    assert keeping.copied(some_weeks.file, copy) > 10_000
    number = "SELECT count(*) FROM entries"
    with some_weeks.file.looking_at(copy) as found:
        counts = found.execute(number).fetchone()
    assert counts == some_weeks.file.execute(number).fetchone()
    keeping._backed_up(some_weeks)
    with pytest.raises(RuntimeError):
        keeping._backed_up(some_weeks)  # nothing was written since, so nothing would be measured
    (checked,) = backups.check_all(some_weeks)
    assert checked.finding is backups.Finding.SOUND


def test_that_both_sides_of_an_import_write_the_same_rows(keeping, journal, tmp_path):
    path = tmp_path / "daylio.csv"
    path.write_bytes(keeping.daylio(90))
    assert keeping.imported(journal, path) == 90
    written = keeping.rows_of(journal.file)
    assert [len(rows) for rows in written.values()][:2] == [90, 90]
    with closing(Journal.create(tmp_path / "bare", None)[0]) as bare:
        keeping.insert(bare.file, written)
        assert keeping.rows_of(bare.file) == written
        assert bare.contents().entries == journal.contents().entries
        assert bare.verify().problems == ()
    assert keeping.imported(journal, path) == 0


def test_that_a_journal_is_made_once_and_copied(journals):
    made = journals.of(WEEKS)
    assert journals.of(WEEKS) == made
    copy = journals.copy(WEEKS)
    assert copy != made
    assert (copy / "journal.db").read_bytes() == (made / "journal.db").read_bytes()
