"""Measures the journal with very many entries: `python3 packaging/dev.py bench`.

Each row does a thing twice, in turns: as the journal does it, and as the bare SQL that gives the
same result, which is the floor no code above it can get below; a chart is measured against bare
matplotlib that draws the same marks, a report against the bare Typst compile of the same pages.
The ratio of the two medians says what the journal adds, on any machine; the times themselves say
little elsewhere. Beside it stands how many rows of the file the journal reads for it, which must
not grow with the journal.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_pictures import picture_rows
from bench_report import report_rows

from resilience_desktop import content
from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.looking import Place
from resilience_desktop.services.views.choosing import find

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from resilience_desktop.services.journal import JournalFile

ENTRIES, ROUNDS, PAGE = 50_000, 15, 40
_ENTRIES_A_RECORD = 10  # one thought record for so many entries
_LAST = dt.date(2026, 11, 22)
_A_DAY = 4  # entries
_YEARS_OF_ENTRIES = 10 * 365 * 3  # what the views of the charts are measured with
_TAGS = ("work", "walk", "friend", "family", "drawing", "swimming")
_FEELINGS = ("tired", "calm", "worried", "content", "tense", "hopeful")
_WORDS = ("rain", "tea", "bus", "letter", "garden", "window", "kitchen", "morning", "street")
RARE_TAG, RARE_WORD = "lighthouse", "zeppelin"
_RARE_EVERY = 5000
_PATTERN = "mind_reading"

_ENTRY = (
    "SELECT i.id, i.utc, i.zone, i.utc_offset, i.starred, i.sealed, e.* "
    "FROM items AS i JOIN entries AS e USING (seq)"
)
_PAGE = (
    _ENTRY + " WHERE i.binned = 0 AND i.sealed = 0 {where}"
    "ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT :limit"
)
_LISTS = ("entry_feelings", "entry_tags", "entry_details")
_RECORDS = (
    "SELECT i.id, i.seq, i.day, i.starred, t.finished, t.form, t.situation, t.balanced_thought, "
    "t.label, t.not_ready FROM items AS i CROSS JOIN thought_records AS t USING (seq) "
    "WHERE i.binned = 0 AND i.sealed = 0 AND i.kind = 'thought_record' {where}"
    "ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT :limit"
)
_RECORD_LISTS = {
    "record_feelings": "word, before, after",
    "record_thoughts": "text, belief_before, belief_after, hot",
    "record_patterns": "pattern, main",
}
_SEEN = "SELECT seq FROM items WHERE kind = 'thought_record' AND binned = 0 AND sealed = 0"

Both = tuple["Callable[[], object]", "Callable[[], object]"]
"""What the journal does, and the bare SQL."""


@dataclass(frozen=True)
class Row:
    """One line of the table; times are milliseconds."""

    row: str
    product: float
    floor: float
    ratio: float
    rows: int
    """How many rows the journal reads from the database, once."""


def entries(count: int, a_day: int = _A_DAY) -> list[Entry]:
    """Return made-up entries, the same every time."""
    chance = Random(5)  # noqa: S311  (only for looks)
    made = []
    for number in range(count):
        day = _LAST - dt.timedelta(days=(count - 1 - number) // a_day)
        wall = dt.datetime.combine(day, dt.time(8 + 3 * (number % a_day), number % 60))
        rare = number % _RARE_EVERY == _RARE_EVERY // 2
        words = chance.choices(_WORDS, k=18) + ([RARE_WORD] if rare else [])
        tags = chance.sample(_TAGS, chance.randrange(3)) + ([RARE_TAG] if rare else [])
        feelings = chance.sample(_FEELINGS, chance.randrange(3))
        made.append(
            Entry(
                at=Moment.from_wall(wall, "Europe/London"),
                mood=chance.randrange(-5, 6),
                note=" ".join(words),
                tags=tuple(tags),
                feelings=tuple(Feeling(word) for word in feelings),
            )
        )
    return made


def records(count: int) -> list[ThoughtRecord]:
    """Return made-up thought records, the same every time; the newest is unfinished."""
    chance = Random(6)  # noqa: S311
    patterns = [pattern.id for pattern in content.thinking_patterns()]
    made = []
    for number in range(count):
        wall = dt.datetime.combine(_LAST - dt.timedelta(days=count - 1 - number), dt.time(20))
        words = [" ".join(chance.choices(_WORDS, k=18)) for _ in range(5)]
        made.append(
            ThoughtRecord(
                at=Moment.from_wall(wall, "Europe/London"),
                situation=words[0],
                triggers=(Trigger(chance.choice(_TAGS)),),
                tags=tuple(chance.sample(_TAGS, 2)),
                feelings=tuple(RatedFeeling(word, 80, 40) for word in chance.sample(_FEELINGS, 2)),
                thoughts=(AutomaticThought(words[1], 80, 40, hot=True),),
                patterns=(ChosenPattern(chance.choice(patterns), main=True),),
                evidence_for=(words[2],),
                evidence_against=(words[3],),
                balanced_thought=words[4],
                finished=number < count - 1,
            )
        )
    return made


def measure(count: int = ENTRIES, rounds: int = ROUNDS) -> list[Row]:
    """Return the table for a journal of so many entries, and one of fewer thought records."""
    written = Contents(entries=tuple(entries(count)))
    of_records = Contents(thought_records=tuple(records(count // _ENTRIES_A_RECORD)))
    of_years = Contents(entries=tuple(entries(min(count, _YEARS_OF_ENTRIES), a_day=3)))
    return (
        _measured(written, _rows, rounds)
        + _measured(of_records, _record_rows, rounds)
        + _measured(of_records, _seen_rows, rounds)
        + _measured(of_years, _view_rows, rounds)
        + [
            _row(name, *both, rounds, read=0)
            for name, both in (picture_rows(of_years.entries) | report_rows()).items()
        ]
    )


def _measured(
    contents: Contents, rows: Callable[[Journal], Mapping[str, Both]], rounds: int
) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        journal, _ = Journal.create(Path(folder) / "journal", None)
        try:
            journal.add(contents)
            return [
                _row(name, *both, rounds, read=_rows_read(journal.file, both[0]))
                for name, both in rows(journal).items()
            ]
        finally:
            journal.close()


def _rows(journal: Journal) -> dict[str, Both]:
    database = journal.file
    oldest = Place.end_of(_oldest_day(database) + dt.timedelta(days=2 * PAGE // _A_DAY))
    return {
        "timeline first page": (journal.looking.timeline, lambda: _floor(database)),
        "timeline next page at the oldest": (
            lambda: journal.looking.timeline(oldest),
            lambda: _floor(database, *_before(oldest)),
        ),
        "filter by common tag": _tagged(journal, _TAGS[0]),
        "filter by rare tag": _tagged(journal, RARE_TAG),
        "number of a common tag": (
            lambda: journal.looking.number_of(TimelineFilter(tags=(_TAGS[0],))),
            lambda: database.execute(
                "SELECT count(*) FROM entry_tags WHERE tag = ?", [_TAGS[0]]
            ).fetchall(),
        ),
        "search common word": _searched(journal, _WORDS[0]),
        "search rare word": _searched(journal, RARE_WORD),
        "calendar month": (
            lambda: journal.looking.days(_LAST.replace(day=1), _LAST),
            lambda: database.execute(
                "SELECT i.day, avg(e.mood), count(*) FROM items AS i JOIN entries AS e USING (seq) "
                "WHERE i.binned = 0 AND i.sealed = 0 AND i.day BETWEEN ? AND ? GROUP BY i.day",
                [_LAST.replace(day=1).isoformat(), _LAST.isoformat()],
            ).fetchall(),
        ),
    }


def _record_rows(journal: Journal) -> dict[str, Both]:
    database = journal.file
    return {
        "list of records": (
            lambda: journal.records.beginning(RecordFilter()),
            lambda: _records_floor(database),
        ),
        "records by pattern": (
            lambda: journal.records.beginning(RecordFilter(patterns=(_PATTERN,))),
            lambda: _records_floor(
                database,
                "AND +i.seq IN (SELECT seq FROM record_patterns WHERE pattern = :pattern) ",
                {"pattern": _PATTERN},
            ),
        ),
    }


def _view_rows(journal: Journal) -> dict[str, Both]:
    """Return the reading of all that the views of the charts are made of."""
    return {
        "views of 10 years, read": (
            lambda: find(journal, TimelineFilter()),
            lambda: _views_floor(journal.file),
        )
    }


def _views_floor(database: JournalFile) -> object:
    """Read every entry with all that belongs to it, as rows."""
    rows = database.execute(
        _ENTRY + " WHERE i.binned = 0 AND i.sealed = 0 ORDER BY i.day, i.utc, i.seq"
    ).fetchall()
    lists = [
        database.execute(f"SELECT * FROM {table} ORDER BY seq, position").fetchall()  # noqa: S608
        for table in _LISTS
    ]
    return rows, lists


def _seen_rows(journal: Journal) -> dict[str, Both]:
    return {"what records show": (journal.records.seen, lambda: _seen_floor(journal.file))}


def _tagged(journal: Journal, tag: str) -> Both:
    where = "AND +i.seq IN (SELECT seq FROM entry_tags WHERE tag = :tag) "
    return (
        lambda: journal.looking.timeline(chosen=TimelineFilter(tags=(tag,))),
        lambda: _floor(journal.file, where, {"tag": tag}),
    )


def _searched(journal: Journal, word: str) -> Both:
    return lambda: journal.looking.search(word), lambda: _found(journal.file, f'"{word}"*')


def _found(database: JournalFile, query: str) -> dict[str, str]:
    """Find the newest with an excerpt of each: excerpts of all that match would take far longer."""
    newest = database.execute(
        "SELECT i.seq, i.id, i.utc FROM search JOIN items AS i ON i.seq = search.rowid "
        "WHERE search MATCH ? ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT 50",
        [query],
    ).fetchall()
    seqs = ", ".join(str(row[0]) for row in newest)
    excerpts = dict(
        database.execute(
            "SELECT rowid, snippet(search, -1, '', '', '…', 16) FROM search "  # noqa: S608
            f"WHERE search MATCH ? AND +rowid IN ({seqs})",
            [query],
        ).fetchall()
    )
    return {row[1]: excerpts[row[0]] for row in newest}


def _before(place: Place) -> tuple[str, dict[str, Any]]:
    return "AND (i.day, i.utc, i.seq) < (:day, :utc, :seq) ", asdict(place)


def _floor(database: JournalFile, where: str = "", values: dict[str, Any] | None = None) -> object:
    """Read a page of entries with all that belongs to them, as rows."""
    query = _PAGE.format(where=where)
    rows = database.execute(query, {**(values or {}), "limit": PAGE}).fetchall()
    seqs = ", ".join(str(row[6]) for row in rows)
    return rows, [
        database.execute(f"SELECT * FROM {table} WHERE seq IN ({seqs})").fetchall()  # noqa: S608
        for table in _LISTS
    ]


def _records_floor(
    database: JournalFile, where: str = "", values: dict[str, Any] | None = None
) -> object:
    """Count records, and read of a page of them what the list shows, as rows."""
    count = database.execute(
        "SELECT count(*) FROM items AS i WHERE i.binned = 0 AND i.sealed = 0 "  # noqa: S608
        f"AND i.kind = 'thought_record' {where}",
        values or {},
    ).fetchone()
    query = _RECORDS.format(where=where)
    rows = database.execute(query, {**(values or {}), "limit": PAGE}).fetchall()
    seqs = ", ".join(str(row[1]) for row in rows)
    return count, rows, _lists_of_records(database, seqs)


def _seen_floor(database: JournalFile) -> object:
    """Read of all records what is counted, as rows."""
    rows = database.execute(
        "SELECT i.id, i.seq, i.day, t.situation, t.did, t.chose, t.kindness "
        "FROM items AS i CROSS JOIN thought_records AS t USING (seq) "
        "WHERE i.binned = 0 AND i.sealed = 0 AND t.finished = 1 "
        "ORDER BY i.day DESC, i.utc DESC, i.seq DESC"
    ).fetchall()
    details = database.execute(
        f"SELECT seq, part, word FROM record_details WHERE seq IN ({_SEEN}) "  # noqa: S608
        "ORDER BY seq, position"
    ).fetchall()
    return rows, details, _lists_of_records(database, _SEEN)


def _lists_of_records(database: JournalFile, seqs: str) -> list[list[tuple[Any, ...]]]:
    return [
        database.execute(
            f"SELECT seq, {columns} FROM {table} "  # noqa: S608
            f"WHERE seq IN ({seqs}) ORDER BY seq, position"
        ).fetchall()
        for table, columns in _RECORD_LISTS.items()
    ]


def _oldest_day(database: JournalFile) -> dt.date:
    (day,) = database.execute("SELECT min(day) FROM items").fetchone()
    return dt.date.fromisoformat(day)


def _rows_read(database: JournalFile, work: Callable[[], object]) -> int:
    """Return how many rows the database gives out while something is done."""
    read = 0

    def count(_cursor: object, row: tuple[Any, ...]) -> tuple[Any, ...]:
        nonlocal read
        read += 1
        return row

    database.conn.row_factory = count
    try:
        work()
    finally:
        database.conn.row_factory = None
    return read


def _row(
    name: str,
    product: Callable[[], object],
    floor: Callable[[], object],
    rounds: int,
    *,
    read: int,
) -> Row:
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for work, kept in zip((product, floor), times, strict=True):
            start = time.perf_counter()
            work()
            if number:  # the first round only warms up
                kept.append(1000 * (time.perf_counter() - start))
    ours, least = map(statistics.median, times)
    return Row(name, round(ours, 3), round(least, 3), round(ours / least, 2), read)


def table(rows: list[Row]) -> str:
    """Return the rows as text."""
    wide = max(len(row.row) for row in rows)
    head = f"{'row':{wide}}  {'product ms':>10}  {'floor ms':>9}  {'ratio':>6}  {'rows':>5}"
    lines = [
        f"{r.row:{wide}}  {r.product:10.2f}  {r.floor:9.2f}  {r.ratio:6.2f}  {r.rows:5}"
        for r in rows
    ]
    return "\n".join((head, *lines))


def main(arguments: list[str]) -> int:
    """Measure, print the table and write it as JSON."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path, default=Path("build") / "bench.json")
    chosen = parser.parse_args(arguments)
    rows = measure(chosen.entries, chosen.rounds)
    print(table(rows))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    plain = {"entries": chosen.entries, "rows": [asdict(row) for row in rows]}
    chosen.out.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
