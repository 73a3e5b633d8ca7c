"""What is written: an entry that is kept, a backup, rows of another app.

How soon a commit is through depends on the disk: the journals lie where temporary files do.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING, Any

from bench_children import told
from bench_journal import LAST, TAGS, ZONE, entries
from bench_row import timed

from resilience_desktop.domain.entry import Entry
from resilience_desktop.services import exchange
from resilience_desktop.services.clock import now
from resilience_desktop.services.exchange import Answers
from resilience_desktop.services.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bench_run import Run

    from resilience_desktop.storage.connection import JournalFile

_SAVE, _BACKUP = "save a mood", "encrypted backup, verified"
_LEAST_SAVE = "least save of such a window"
_SAVED_IN_SHORT, _AS_MUCH_MORE = 5, 2
_MOST_IMPORTED = 10_000
_MOODS = ("awful", "bad", "meh", "good", "rad")
_IMPORTED = {
    "items": "seq, id, kind, utc, zone, utc_offset, local, binned",
    "entries": "seq, mood, note, frame, converted_from, source",
    "entry_tags": "seq, position, tag",
    "search": "rowid, words, labels",
}
"""The tables that an import writes into, and what it writes there."""


def keeping_rows(run: Run) -> None:
    """Measure every row of writing."""
    if run.wants(_SAVE):
        run.keep(_SAVE, saved(run), goal=1.5)
    if run.wants(_LEAST_SAVE):
        run.keep(_LEAST_SAVE, saved(run, "bench_child_least_save"), goal=None)
    if run.wants(_BACKUP):
        _backup_row(run)
    rows = min(_MOST_IMPORTED, max(100, round(1000 * run.years)))
    name = f"import of {rows} Daylio rows"
    if run.wants(name):
        _import_row(run, name, rows)


def saved(run: Run, *program: str) -> list[list[float]]:
    """Keep entries in a window, ours or another, and bare in a copy of the journal, in turns.

    From Ctrl+Enter until the journal has committed; the first ones only warm up.
    """
    home = run.journals.new_folder("home")
    most = _SAVED_IN_SHORT if run.is_short else _AS_MUCH_MORE * run.rounds
    number = most if run.rounds > 1 else 1
    folder, copy = run.journals.copy(run.years), run.journals.copy(run.years)
    warm = 2 if number > 1 else 0
    both = told(home, *(program or ("bench_child_app", "save")), folder, copy, number + warm)
    return [side[warm:] for side in both]


def _backup_row(run: Run) -> None:
    with closing(Journal.open(run.journals.copy(run.years))) as journal:
        words = map(str, count())
        copy = run.journals.new_folder("copy")

        def program() -> float:
            journal.drafts.keep("entry:new", Entry(at=now(), note=next(words)))  # else none is due
            return timed(lambda: _backed_up(journal))()

        def bare() -> float:
            copy.unlink(missing_ok=True)
            return timed(lambda: copied(journal.file, copy))()

        run.measure(_BACKUP, program, bare, goal=1.5)


def _backed_up(journal: Journal) -> None:
    if not journal.back_up().is_new:
        message = "there was a backup already"
        raise RuntimeError(message)


def copied(database: JournalFile, copy: Path) -> int:
    """Copy the journal as SQLite does and read the copy once; return how much was read."""
    database.copy_to(copy)
    with database.looking_at(copy) as found:
        tables = found.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
        return sum(_length(found, table) for (table,) in tables)


def _length(database: Any, table: str) -> int:  # noqa: ANN401
    columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")').fetchall()]
    lengths = " + ".join(f'coalesce(length("{column}"), 0)' for column in columns)
    query = f'SELECT coalesce(sum({lengths}), 0) FROM "{table}"'  # noqa: S608
    return int(database.execute(query).fetchone()[0])


def _import_row(run: Run, name: str, rows: int) -> None:
    path = run.journals.new_folder("daylio").with_suffix(".csv")
    path.write_bytes(daylio(rows))
    first = _new_journal(run)
    imported(first, path)
    written = rows_of(first.file)
    first.close()

    def program() -> float:
        with closing(_new_journal(run)) as journal:
            return timed(lambda: imported(journal, path))()

    def bare() -> float:
        with closing(_new_journal(run)) as journal:
            return timed(lambda: insert(journal.file, written))()

    run.measure(name, program, bare, goal=2.0)


def _new_journal(run: Run) -> Journal:
    return Journal.create(run.journals.new_folder("new"), None)[0]


def daylio(rows: int) -> bytes:
    """Return a file such as Daylio writes, of three entries a day."""
    written = io.StringIO()
    table = csv.writer(written)
    head = "full_date,date,weekday,time,mood,activities,note_title,note"
    table.writerow(head.split(","))
    made = entries(rows / 3 / 365)
    for number in range(rows):
        day = LAST - dt.timedelta(days=number // 3)
        entry = made[number % len(made)]
        table.writerow(
            (
                day.isoformat(),
                f"{day:%B} {day.day}",
                f"{day:%A}",
                f"{20 - 5 * (number % 3)}:{number % 60:02}",
                _MOODS[number % len(_MOODS)],
                " | ".join(entry.tags or TAGS[:1]),
                "",
                entry.note,
            )
        )
    return written.getvalue().encode()


def imported(journal: Journal, path: Path) -> int:
    """Bring a file in as the window does; return how many entries came of it."""
    exchange.file_heads([path])
    readings = exchange.read_files([path], ZONE, Answers())
    plan = exchange.plan_import(journal, readings)
    return len(journal.add(plan.contents).entries)


def rows_of(database: JournalFile) -> Mapping[str, list[tuple[Any, ...]]]:
    """Return what an import wrote, as rows of its tables."""
    return {
        table: database.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()  # noqa: S608
        for table, columns in _IMPORTED.items()
    }


def insert(database: JournalFile, written: Mapping[str, list[tuple[Any, ...]]]) -> None:
    """Write the same rows bare, in one step."""
    connection = database.conn
    connection.execute("BEGIN")
    for table, columns in _IMPORTED.items():
        marks = ", ".join("?" * len(columns.split(",")))
        connection.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608
            written[table],
        )
    connection.execute("COMMIT")
