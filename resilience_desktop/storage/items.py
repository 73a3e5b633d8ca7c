"""What every kind of writing has in common: a name, a moment, the bin, and being found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.storage.choosing import SHOWN, conditions_of, count_of
from resilience_desktop.storage.moments import moment_row, moment_values
from resilience_desktop.storage.repository import Repository
from resilience_desktop.storage.rows import in_lists, insert_rows
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.search import Search, Searchable

_COLUMNS = ("id", "kind", "utc", "zone", "utc_offset", "local", "starred", "sealed")
_NEW = f"""
INSERT INTO items ({", ".join(_COLUMNS)})
VALUES (:id, :kind, :utc, :zone, :offset, :local, :starred, :sealed)
ON CONFLICT (id) DO NOTHING RETURNING seq, sealed
"""  # noqa: S608
_CHANGED = """
UPDATE items SET utc = :utc, zone = :zone, utc_offset = :offset, local = :local
WHERE id = :id RETURNING seq, binned OR sealed
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the timeline: an item's day, instant and order of writing."""

    day: str
    utc: str
    seq: int

    @classmethod
    def end_of(cls, day: dt.date) -> Place:
        """Return the place just after everything of a day."""
        return cls(day.isoformat(), "~", 0)  # "~" sorts after every digit


_OpenPlace = still_open(Place)


class Items(Repository):
    """Repository of the part that entries and thought records share."""

    def __init__(self, db: Database, search: Search) -> None:
        super().__init__(db)
        self.search = search

    def put(
        self,
        kind: Kind,
        id_: str,
        at: Moment,
        words: Searchable,
        *,
        starred: bool = False,
        sealed: bool = False,
    ) -> tuple[int, bool]:
        """Write an item's head and its searchable words; return its ``seq`` and whether it is new.

        Star and seal are those of a new item only: they are changed by themselves, and what is
        being written must not undo that.
        """
        values = {
            "id": id_,
            "kind": kind.value,
            "starred": int(starred),
            "sealed": int(sealed),
            **moment_row(at),
        }
        made = self.db.execute(_NEW, values).fetchone()
        row = made or self.db.execute(_CHANGED, values).fetchone()
        seq, is_away = int(row[0]), bool(row[1])
        if not is_away:
            self.search.put(seq, words, is_new=made is not None)
        return seq, made is not None

    def put_new(self, kind: Kind, items: Sequence[Entry]) -> range:
        """Write only the heads of many items at once, none of which may be there yet.

        Return the ``seq`` of each.
        """
        first = self.db.execute("SELECT coalesce(max(seq), 0) + 1 FROM items").fetchone()[0]
        seqs, name = range(first, first + len(items)), kind.value
        heads = (
            (seq, item.id, name, *moment_values(item.at), int(item.starred), int(item.sealed))
            for seq, item in zip(seqs, items, strict=True)
        )
        insert_rows(self.db, "items", ("seq", *_COLUMNS), heads)
        return seqs

    def star(self, id_: str, *, starred: bool) -> bool:
        """Set or take away an item's star; return whether that changed anything."""
        query = "UPDATE items SET starred = ? WHERE id = ? AND starred <> ? RETURNING seq"
        return self.db.execute(query, [int(starred), id_, int(starred)]).fetchone() is not None

    def is_starred(self, id_: str) -> bool:
        """Whether an item has a star."""
        query = "SELECT 1 FROM items WHERE id = ? AND starred = 1"
        return self.db.execute(query, [id_]).fetchone() is not None

    def seal(self, id_: str) -> bool:
        """Put an item away, out of lists and search; return whether it was not yet."""
        row = self.db.execute(
            "UPDATE items SET sealed = 1 WHERE id = ? AND sealed = 0 RETURNING seq", [id_]
        ).fetchone()
        if row is not None:
            self.search.drop(int(row[0]))
        return row is not None

    def unseal(self, id_: str, words: Searchable) -> bool:
        """Put an item back among the others; return whether it was sealed."""
        query = "UPDATE items SET sealed = 0 WHERE id = ? AND sealed = 1 RETURNING seq, binned"
        row = self.db.execute(query, [id_]).fetchone()
        if row is not None and not row[1]:
            self.search.put(int(row[0]), words)
        return row is not None

    def sealed(self) -> list[str]:
        """Return the ids of what is sealed and not in the bin, newest first."""
        rows = self.db.execute(
            "SELECT id FROM items WHERE sealed = 1 AND binned = 0 "
            "ORDER BY day DESC, utc DESC, seq DESC"
        ).fetchall()
        return [id_ for (id_,) in rows]

    def never_shared(self) -> set[str]:
        """Return the ids of the entries and records whose words nobody else is to see."""
        rows = self.db.execute(
            "SELECT id FROM items JOIN entries USING (seq) WHERE never_share = 1 "
            "UNION SELECT id FROM items JOIN thought_records USING (seq) WHERE share = 'never'"
        ).fetchall()
        return {id_ for (id_,) in rows}

    def bin(self, id_: str) -> bool:
        """Put an item in the bin; return whether it was not there yet."""
        row = self.db.execute(
            "UPDATE items SET binned = 1, "
            "binned_on = (SELECT coalesce(max(number), 0) FROM days_of_use) "
            "WHERE id = ? AND binned = 0 RETURNING seq",
            [id_],
        ).fetchone()
        if row is not None:
            self.search.drop(row[0])
        return row is not None

    def take_out(self, id_: str, words: Searchable) -> bool:
        """Take an item out of the bin; return whether it was there."""
        row = self.db.execute(
            "UPDATE items SET binned = 0, binned_on = NULL "
            "WHERE id = ? AND binned = 1 RETURNING seq, sealed",
            [id_],
        ).fetchone()
        if row is not None and not row[1]:
            self.search.put(int(row[0]), words)
        return row is not None

    def is_out(self, id_: str) -> bool:
        """Whether an item is in the journal and not in the bin."""
        query = "SELECT 1 FROM items WHERE id = ? AND binned = 0"
        return self.db.execute(query, [id_]).fetchone() is not None

    def is_shown(self, id_: str) -> bool:
        """Whether an item is in the journal for all to see."""
        query = f"SELECT 1 FROM items AS i WHERE id = ? AND {SHOWN}"  # noqa: S608
        return self.db.execute(query, [id_]).fetchone() is not None

    def in_bin(self) -> list[tuple[str, int]]:
        """Return what lies in the bin, with the number of its first day there, newest first."""
        return list(
            self.db.execute(
                "SELECT id, coalesce(binned_on, 0) FROM items WHERE binned = 1 "
                "ORDER BY 2 DESC, seq DESC"
            )
        )

    def delete(self, ids: Iterable[str]) -> list[str]:
        """Delete these for good if they lie in the bin; return which did.

        Everything that belongs to them goes too, drafts and earlier versions included.
        """
        rows = [
            self.db.execute(
                "DELETE FROM items WHERE id = ? AND binned = 1 RETURNING id", [id_]
            ).fetchone()
            for id_ in ids
        ]
        gone = [row[0] for row in rows if row is not None]
        for id_ in gone:
            self.db.execute("DELETE FROM drafts WHERE body ->> '$.id' = ?", [id_])
        return gone

    def drop(self, kind: Kind, id_: str) -> None:
        """Delete an item of a kind that has no bin, with everything that belongs to it."""
        query = "DELETE FROM items WHERE id = ? AND kind = ? RETURNING seq"
        row = self.db.execute(query, [id_, kind.value]).fetchone()
        if row is not None:
            self.search.drop(int(row[0]))

    def known(self, ids: Collection[str]) -> set[str]:
        """Return those of the ids that are in the journal, the bin included."""
        limited = "SELECT count(*) FROM (SELECT 1 FROM items LIMIT +?)"
        if self.db.execute(limited, [len(ids)]).fetchone()[0] < len(ids):
            return {id_ for (id_,) in self.db.execute("SELECT id FROM items")}.intersection(ids)
        found: set[str] = set()
        for marks, some in in_lists(ids):
            query = f"SELECT id FROM items WHERE id IN ({marks})"  # noqa: S608
            found.update(id_ for (id_,) in self.db.execute(query, some))
        return found

    def page(
        self, before: Place | None, limit: int, chosen: TimelineFilter | None = None
    ) -> list[tuple[Place, str, Kind]]:
        """Return up to ``limit`` items before a place in the timeline, newest first."""
        where, values = stretch(before, limit, chosen)
        rows = self.db.execute(
            f"SELECT i.day, i.utc, i.seq, i.id, i.kind FROM items AS i {where}",  # noqa: S608
            values,
        ).fetchall()
        return [(place_of(day, utc, seq), id_, Kind(kind)) for day, utc, seq, id_, kind in rows]

    def number_of(self, chosen: TimelineFilter) -> int:
        """Return how many items a filter lets through."""
        return int(self.db.execute(*count_of(chosen)).fetchone()[0])

    def span(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day with anything written, or None."""
        # Each end of each kind by itself: SQLite would go through all days for several at once.
        ends = " UNION ALL ".join(
            f"SELECT {end}(day) AS day FROM items AS i WHERE {SHOWN} AND kind = '{kind}'"  # noqa: S608
            for kind in (Kind.ENTRY, Kind.THOUGHT_RECORD)
            for end in ("min", "max")
        )
        first, last = self.db.execute(
            f"SELECT min(day), max(day) FROM ({ends})"  # noqa: S608
        ).fetchone()
        if first is None:
            return None
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)

    def counts(self) -> dict[tuple[Kind, bool], int]:
        """Return how many items there are of each kind, in and out of the bin."""
        rows = self.db.execute("SELECT kind, binned, count(*) FROM items GROUP BY 1, 2").fetchall()
        return {(Kind(kind), bool(binned)): number for kind, binned, number in rows}


def place_of(day: str, utc: str, seq: int) -> Place:
    """Return the place of an item."""
    made = _OpenPlace()
    made.day, made.utc, made.seq = day, utc, seq
    made.__class__ = Place
    place: Place = made
    return place


def stretch(
    start: Place | None, limit: int, chosen: TimelineFilter | None, *, newer: bool = False
) -> tuple[str, dict[str, Any]]:
    """Return what chooses the ``limit`` items that come next in the timeline, and its values.

    They come in the order in which they are met: going back from a place, or from it to the newer
    ones.
    """
    conditions, values = conditions_of(chosen or TimelineFilter())
    side, way = (">", "ASC") if newer else ("<", "DESC")
    if start is not None:
        conditions.append(f"(i.day, i.utc, i.seq) {side} (:day, :utc, :seq)")
        values |= {"day": start.day, "utc": start.utc, "seq": start.seq}
    where = " AND ".join((SHOWN, *conditions))
    order = f"ORDER BY i.day {way}, i.utc {way}, i.seq {way} LIMIT +:limit"
    return f"WHERE {where} {order}", {**values, "limit": limit}
