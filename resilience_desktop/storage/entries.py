"""Journal entries in the file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.choosing import IS_WRITTEN, SHOWN
from resilience_desktop.storage.entry_details import (
    BASIC,
    DETAIL,
    MAKES,
    PICTURE,
    SCALE,
    SENSATION,
    TRIGGER,
    detail_rows,
)
from resilience_desktop.storage.moments import moment
from resilience_desktop.storage.repository import Repository
from resilience_desktop.storage.rows import by_part, by_seq, in_lists, insert_rows
from resilience_desktop.storage.search import Searchable
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.items import Items

COLUMNS = (
    "i.seq, i.id, i.utc, i.zone, i.utc_offset, i.starred, i.sealed, e.mood, e.energy, e.note, "
    "e.sleep_hours, e.sleep_quality, e.went_well, e.frame, e.converted_from, e.source, "
    "e.never_share"
)
"""What ``entries_of`` reads of ``items AS i`` and ``entries AS e``."""
_SELECT = f"SELECT {COLUMNS} FROM items AS i JOIN entries AS e USING (seq)"  # noqa: S608

_SAID = (
    *("mood", "energy", "note", "sleep_hours", "sleep_quality", "went_well", "frame"),
    *("converted_from", "source"),
)
_SAY_ANEW = f"ON CONFLICT (seq) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in _SAID)}"
_FEELING, _TAG = ("word", "intensity"), ("tag",)
_LISTS = {"entry_feelings": _FEELING, "entry_tags": _TAG, "entry_details": DETAIL}
"""The lists of an entry, with the columns of each."""
_OpenEntry, _OpenFeeling = still_open(Entry), still_open(Feeling)
_OpenSearchable = still_open(Searchable)
_FRAMES = {frame.value: frame for frame in Frame}
_LATELY = 500  # rows that say what somebody uses these days


class Entries(Repository):
    """Repository of the journal entries."""

    def __init__(self, db: Database, items: Items) -> None:
        super().__init__(db)
        self.items, self.search = items, items.search

    def put(self, entry: Entry) -> None:
        """Write an entry, new or changed.

        Whether it is never shared is taken from a new one only, as its star and seal are.
        """
        seq, is_new = self.items.put(
            Kind.ENTRY,
            entry.id,
            entry.at,
            searchable(entry),
            starred=entry.starred,
            sealed=entry.sealed,
        )
        if not is_new:
            for table in _LISTS:
                self.db.execute(f"DELETE FROM {table} WHERE seq = ?", [seq])  # noqa: S608
        self._put_bodies([(seq, entry)])

    def put_new(self, entries: Sequence[Entry]) -> None:
        """Write many entries at once, none of which may be in the journal yet."""
        seqs = self.items.put_new(Kind.ENTRY, entries)
        self._put_bodies(list(zip(seqs, entries, strict=True)))
        words = zip(seqs, entries, strict=True)
        self.search.put_new((seq, searchable(entry)) for seq, entry in words if not entry.sealed)

    def _put_bodies(self, numbered: Sequence[tuple[int, Entry]]) -> None:
        """Write what is not in the heads of some entries; their lists are not there yet."""
        bodies = [
            (
                seq,
                entry.mood,
                entry.energy,
                entry.note,
                entry.sleep_hours,
                entry.sleep_quality,
                entry.went_well,
                entry.frame.value,
                entry.converted_from,
                entry.source,
                int(entry.never_share),
            )
            for seq, entry in numbered
        ]
        insert_rows(self.db, "entries", ("seq", *_SAID, "never_share"), bodies, _SAY_ANEW)
        lists: dict[str, list[tuple[Any, ...]]] = {
            "entry_feelings": [
                (seq, place, feeling.word, feeling.intensity)
                for seq, entry in numbered
                for place, feeling in enumerate(entry.feelings)
            ],
            "entry_tags": [
                (seq, place, tag) for seq, entry in numbered for place, tag in enumerate(entry.tags)
            ],
            "entry_details": [
                (seq, place, *row)
                for seq, entry in numbered
                for place, row in enumerate(detail_rows(entry))
            ],
        }
        for table, rows in lists.items():
            insert_rows(self.db, table, ("seq", "position", *_LISTS[table]), rows)

    def never_share(self, id_: str, *, never: bool) -> bool:
        """Keep the words of an entry out of reports, or no longer; return whether that changed."""
        row = self.db.execute(
            "UPDATE entries SET never_share = ? WHERE never_share <> ? "
            "AND seq = (SELECT seq FROM items WHERE id = ?) RETURNING seq",
            [int(never), int(never), id_],
        ).fetchone()
        return row is not None

    def get(self, id_: str) -> Entry | None:
        """Return one entry, in the bin or not."""
        return next(iter(self._read(f"{_SELECT} WHERE i.id = ?", [id_])), None)

    def some(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Return these entries by id."""
        found: dict[str, Entry] = {}
        for marks, wanted in in_lists(ids):
            query = f"{_SELECT} WHERE i.id IN ({marks})"
            found |= {entry.id: entry for entry in self._read(query, wanted)}
        return found

    def between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days that are shown, oldest first."""
        return self._read(
            f"{_SELECT} WHERE {SHOWN} AND i.day BETWEEN ? AND ? ORDER BY i.day, i.utc, i.seq",
            [first.isoformat(), last.isoformat()],
        )

    def all(self, *, binned: bool) -> list[Entry]:
        """Return every entry in or out of the bin, in order of writing."""
        return self._read(f"{_SELECT} WHERE i.binned = ? ORDER BY i.seq", [int(binned)])

    def sources(self) -> set[str]:
        """Return the fingerprints of all imported entries, the bin included."""
        rows = self.db.execute("SELECT source FROM entries WHERE source <> ''").fetchall()
        return {source for (source,) in rows}

    def most_used_feelings(self, limit: int) -> list[str]:
        """Return the feeling words used most in the last entries that have any, each once."""
        rows = self.db.execute(
            f"""
            SELECT word FROM (
                SELECT f.word, i.day, i.utc FROM items AS i JOIN entry_feelings AS f USING (seq)
                WHERE {SHOWN} ORDER BY i.day DESC, i.utc DESC LIMIT {_LATELY}
            ) GROUP BY word ORDER BY count(*) DESC, max(day || utc) DESC, word LIMIT +?
            """,  # noqa: S608
            [limit],
        ).fetchall()
        return [word for (word,) in rows]

    def most_used_details(self, part: str, limit: int) -> list[tuple[str, str]]:
        """Return word and ``of`` of the details of a part used most, the newest last entries."""
        rows = self.db.execute(
            f"""
            SELECT word, of FROM (
                SELECT d.word, d.of, i.day, i.utc FROM (
                    SELECT seq, word, of FROM entry_details WHERE part = :part
                    UNION ALL SELECT seq, word, of FROM record_details WHERE part = :part
                ) AS d JOIN items AS i USING (seq)
                WHERE {SHOWN} ORDER BY i.day DESC, i.utc DESC LIMIT {_LATELY}
            ) GROUP BY word, of ORDER BY count(*) DESC, max(day || utc) DESC, word LIMIT +:limit
            """,  # noqa: S608
            {"part": part, "limit": limit},
        ).fetchall()
        return [(word, of) for word, of in rows]

    def scales_used(self) -> set[str]:
        """Return the ids of the scales of one's own that an entry has a number for."""
        query = "SELECT DISTINCT word FROM entry_details WHERE part = ?"
        return {id_ for (id_,) in self.db.execute(query, [SCALE]).fetchall()}

    def days(self, first: dt.date, last: dt.date) -> dict[dt.date, tuple[float | None, int]]:
        """Return the days of a stretch with anything shown: mean mood, if any, and how much."""
        return self._days("i.day BETWEEN ? AND ?", [first.isoformat(), last.isoformat()])

    def these_days(self, days: Iterable[dt.date]) -> dict[dt.date, tuple[float | None, int]]:
        """Return the same of single days, however far apart."""
        found: dict[dt.date, tuple[float | None, int]] = {}
        for marks, some in in_lists(day.isoformat() for day in days):
            found |= self._days(f"i.day IN ({marks})", some)
        return found

    def lowest_moods(self, days: Iterable[dt.date]) -> dict[dt.date, int | None]:
        """Return the lowest mood of each of a few days, None for one without; in their order."""
        query = (
            "SELECT min(e.mood) FROM items AS i JOIN entries AS e USING (seq) "  # noqa: S608
            f"WHERE {SHOWN} AND i.day = ?"
        )
        return {d: self.db.execute(query, [d.isoformat()]).fetchone()[0] for d in days}

    def _days(self, which: str, values: list[str]) -> dict[dt.date, tuple[float | None, int]]:
        """Return mean and number by day; moments say how a day was before entries about it do."""
        # The kind stands in the row of the item, which need not be read for an entry.
        rows = self.db.execute(
            "SELECT i.day, coalesce(avg(CASE WHEN e.frame = 'now' THEN e.mood END), "  # noqa: S608
            "avg(e.mood)), count(*) FROM items AS i LEFT JOIN entries AS e USING (seq) "
            f"WHERE {SHOWN} AND (e.seq IS NOT NULL OR {IS_WRITTEN}) AND {which} GROUP BY i.day",
            values,
        ).fetchall()
        return {dt.date.fromisoformat(day): (mean, count) for day, mean, count in rows}

    def _read(self, sql: str, values: list[Any]) -> list[Entry]:
        return entries_of(self.db, self.db.execute(sql, values).fetchall())


def entries_of(db: Database, rows: Sequence[tuple[Any, ...]]) -> list[Entry]:
    """Return the entries that rows of ``COLUMNS`` (and more) say, with all that belongs to them."""
    seqs = [row[0] for row in rows]
    feelings = by_seq(db, "entry_feelings", _FEELING, seqs, _feeling)
    tags = by_seq(db, "entry_tags", _TAG, seqs, str)
    its = by_part(db, "entry_details", DETAIL, seqs, MAKES)
    sensations, triggers, pictures = its[SENSATION], its[TRIGGER], its[PICTURE]
    basics, scales = its[BASIC], its[SCALE]
    found = []
    for row in rows:
        made = _OpenEntry()
        (
            seq,
            made.id,
            utc,
            zone,
            offset,
            starred,
            sealed,
            made.mood,
            made.energy,
            made.note,
            made.sleep_hours,
            made.sleep_quality,
            made.went_well,
            frame,
            made.converted_from,
            made.source,
            never_share,
            *_,
        ) = row
        made.at = moment(utc, zone, offset)
        made.starred, made.sealed = starred == 1, sealed == 1
        made.never_share = never_share == 1
        made.frame = _FRAMES[frame]
        made.feelings, made.tags = feelings.get(seq, ()), tags.get(seq, ())
        made.sensations, made.triggers = sensations.get(seq, ()), triggers.get(seq, ())
        made.basics, made.scales = basics.get(seq, ()), scales.get(seq, ())
        made.pictures = pictures.get(seq, ())
        made.__class__ = Entry
        found.append(made)
    return found


def _feeling(word: str, intensity: int | None) -> Feeling:
    made = _OpenFeeling()
    made.word, made.intensity = word, intensity
    made.__class__ = Feeling
    feeling: Feeling = made
    return feeling


def searchable(entry: Entry) -> Searchable:
    """Return the words of an entry that search looks through."""
    made = _OpenSearchable()
    made.written, made.labels = (entry.note, entry.went_well), entry.tags
    if entry.pictures:
        made.written += tuple([picture.words for picture in entry.pictures])
    if entry.feelings or entry.sensations or entry.triggers:
        made.labels = (
            *[feeling.word for feeling in entry.feelings],
            *entry.tags,
            *[sensation.word for sensation in entry.sensations],
            *[trigger.word for trigger in entry.triggers],
        )
    made.__class__ = Searchable
    words: Searchable = made
    return words
