"""Journal entries in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.moments import moment_of
from resilience_desktop.storage.rows import by_seq, replace_rows
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

    from resilience_desktop.storage.items import Items

_SELECT = (
    "SELECT i.id, i.utc, i.zone, i.utc_offset, e.* FROM items AS i JOIN entries AS e USING (seq)"
)


@dataclass(frozen=True, slots=True)
class Entries:
    """Repository of the journal entries."""

    db: Database
    items: Items

    def put(self, entry: Entry) -> None:
        """Write an entry, new or changed."""
        seq = self.items.put(Kind.ENTRY, entry.id, entry.at, searchable(entry))
        self.db.execute(
            """
            INSERT INTO entries
                (seq, mood, energy, note, sleep_hours, frame, converted_from, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (seq) DO UPDATE SET mood = excluded.mood, energy = excluded.energy,
                note = excluded.note, sleep_hours = excluded.sleep_hours, frame = excluded.frame,
                converted_from = excluded.converted_from, source = excluded.source
            """,
            [
                seq,
                entry.mood,
                entry.energy,
                entry.note,
                entry.sleep_hours,
                entry.frame.value,
                entry.converted_from,
                entry.source,
            ],
        )
        feelings = [(feeling.word, feeling.intensity) for feeling in entry.feelings]
        replace_rows(self.db, "entry_feelings", ("word", "intensity"), seq, feelings)
        replace_rows(self.db, "entry_tags", ("tag",), seq, [(tag,) for tag in entry.tags])

    def get(self, id_: str) -> Entry | None:
        """Return one entry, in the bin or not."""
        return next(self._read(f"{_SELECT} WHERE i.id = ?", [id_]), None)

    def some(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Return these entries by id."""
        wanted = list(ids)
        marks = ", ".join("?" * len(wanted))
        return {e.id: e for e in self._read(f"{_SELECT} WHERE i.id IN ({marks})", wanted)}

    def between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days that are not in the bin, oldest first."""
        return list(
            self._read(
                f"{_SELECT} WHERE i.binned = 0 AND i.day BETWEEN ? AND ? "
                "ORDER BY i.day, i.utc, i.seq",
                [first.isoformat(), last.isoformat()],
            )
        )

    def all(self, *, binned: bool) -> list[Entry]:
        """Return every entry in or out of the bin, in order of writing."""
        return list(self._read(f"{_SELECT} WHERE i.binned = ? ORDER BY i.seq", [int(binned)]))

    def sources(self) -> set[str]:
        """Return the fingerprints of all imported entries, the bin included."""
        rows = self.db.execute("SELECT source FROM entries WHERE source <> ''").fetchall()
        return {source for (source,) in rows}

    def recent_feelings(self, limit: int) -> list[str]:
        """Return the feeling words used last, each once, newest first."""
        rows = self.db.execute(
            """
            SELECT word FROM (
                SELECT f.word, i.day, i.utc FROM entry_feelings AS f JOIN items AS i USING (seq)
                WHERE i.binned = 0 ORDER BY i.day DESC, i.utc DESC LIMIT 200
            ) GROUP BY word ORDER BY max(day || utc) DESC, word LIMIT ?
            """,
            [limit],
        ).fetchall()
        return [word for (word,) in rows]

    def _read(self, sql: str, values: list[Any]) -> Iterator[Entry]:
        rows = list(self.db.query(sql, values))
        seqs = [row["seq"] for row in rows]
        feelings = by_seq(self.db, "entry_feelings", ("word", "intensity"), seqs)
        tags = by_seq(self.db, "entry_tags", ("tag",), seqs)
        for row in rows:
            yield Entry(
                id=row["id"],
                at=moment_of(row),
                mood=row["mood"],
                energy=row["energy"],
                feelings=tuple(Feeling(*values) for values in feelings.get(row["seq"], ())),
                note=row["note"],
                tags=tuple(tag for (tag,) in tags.get(row["seq"], ())),
                sleep_hours=row["sleep_hours"],
                frame=Frame(row["frame"]),
                converted_from=row["converted_from"],
                source=row["source"],
            )


def searchable(entry: Entry) -> Searchable:
    """Return the words of an entry that search looks through."""
    return Searchable((entry.note,), (*(f.word for f in entry.feelings), *entry.tags))
