"""The measuring of the journal with very many entries, on a few."""

from __future__ import annotations

import importlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("bench")


def test_that_the_bench_measures_every_row(bench, tmp_path, capsys):
    out = tmp_path / "deep" / "bench.json"
    assert bench.main(["--entries", "120", "--rounds", "1", "--out", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    printed = capsys.readouterr().out
    assert found["entries"] == 120
    assert len(found["rows"]) >= 5
    for row in found["rows"]:
        assert row["row"] in printed
        assert row["product"] > 0
        assert row["floor"] > 0


def test_that_a_page_of_a_long_journal_reads_as_many_rows_as_one_of_a_short(bench):
    few, many = ({row.row: row.rows for row in bench.measure(n, 1)} for n in (400, 1200))
    for name in ("timeline first page", "timeline next page at the oldest", "calendar month"):
        assert 0 < many[name] < few[name] * 1.5, name
        assert many[name] < 400, name


def test_that_both_sides_of_a_row_find_the_same(bench, tmp_path):
    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.journal import Journal

    journal, _ = Journal.create(tmp_path / "journal", None)
    journal.add(Contents(entries=tuple(bench.entries(120))))
    try:
        for tag in ("", "walk"):
            where = "AND +i.seq IN (SELECT seq FROM entry_tags WHERE tag = :tag) " if tag else ""
            rows, _ = bench._floor(journal.file, where, {"tag": tag} if tag else {})
            chosen = TimelineFilter(tags=(tag,) if tag else ())
            assert [row[0] for row in rows] == [
                item.id for item in journal.looking.timeline(chosen=chosen).items
            ]
    finally:
        journal.close()


@pytest.mark.parametrize("common", [0, 2000])
def test_that_both_sides_of_a_search_make_the_same_excerpts(bench, tmp_path, monkeypatch, common):
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.storage import search

    monkeypatch.setattr(search, "_COMMON", common)
    journal, _ = Journal.create(tmp_path / "journal", None)
    journal.add(Contents(entries=tuple(bench.entries(120))))
    try:
        (found,) = journal.looking.search("rain")
        counted = journal.file.execute("SELECT count(*) FROM search WHERE search MATCH 'rain'")
        numbers = journal.looking.numbers_found("rain")
        assert list(numbers.values()) == list(counted.fetchone())
        assert found.count in (None, numbers[found.kind])
        ours = {hit.id: "".join(words for words, _ in hit.excerpt) for hit in found.hits}
        least = bench._found(journal.file, '"rain"*')
        assert list(ours.items()) == list(least.items())
    finally:
        journal.close()


def test_that_both_sides_of_the_list_of_records_find_the_same(bench, tmp_path):
    from resilience_desktop.domain.record_filter import RecordFilter
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.journal import Journal

    journal, _ = Journal.create(tmp_path / "journal", None)
    made = [replace(record, finished=True) for record in bench.records(60)]
    journal.add(Contents(thought_records=tuple(made)))
    try:
        rows = bench._record_rows(journal)
        assert len(rows) == 2
        for ours, least in rows.values():
            (number,), found, lists = least()
            page = ours()
            assert page.number == number > 0
            assert [record.id for record in page.records] == [row[0] for row in found]
            assert all(lists)
        assert journal.records.number_of(RecordFilter()) == 60
    finally:
        journal.close()
