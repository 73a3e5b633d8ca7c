"""Finding words: by their beginnings, without case or accents, wherever they were written.

Entries and records have an index that is kept with them. Texts of which there are only a few are
put into an index of the same kind for the moment of a search, so that they match alike. So are the
newest of all, when the words are such that they are in very many: there the first are found without
going through the rest.
"""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.storage.excerpts import MARKS, SNIPPETS, shown, without_marks
from resilience_desktop.storage.few_texts import few_texts, found_in_few
from resilience_desktop.storage.moments import moment
from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from resilience_desktop.storage.excerpts import Shown

_NEW = "INSERT INTO search (rowid, words, labels) VALUES (?, ?, ?)"
_THOROUGH = "INSERT INTO search (search, rank) VALUES ('secure-delete', ?)"
_MANY = 50
"""Changes from which on it pays to write the index anew instead of cleaning it after each."""
_KINDS = (Kind.THOUGHT_RECORD, Kind.ENTRY, Kind.PRACTICE)
_COMMON = 500
"""Words that stand in so many places are looked for in the newest texts first."""
_NEWEST = 1000
"""So many texts are looked through before the index is asked for all of a kind."""
_TERMS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms "
    "USING fts5vocab ('main', 'search', 'instance')"
)
_TIMES = (
    "SELECT count(*) FROM "
    "(SELECT 1 FROM search_terms WHERE term >= :first AND term < :last LIMIT :limit)"
)
_HEADS = "SELECT i.kind, i.seq, i.id, i.utc, i.zone, i.utc_offset"
_BY_WORD = "FROM search JOIN items AS i ON i.seq = search.rowid WHERE search MATCH :query"
_IN_ORDER = "ORDER BY i.day DESC, i.utc DESC, i.seq DESC"
_EXCERPTS = (
    f"SELECT rowid, {SNIPPETS.format(table='search')} FROM search "  # noqa: S608
    "WHERE search MATCH :query AND +rowid IN"
)
_NEWEST_TEXTS = (
    "(words, labels, name, utc, zone, utc_offset) "
    "SELECT s.words, s.labels, i.id, i.utc, i.zone, i.utc_offset "
    "FROM items AS i CROSS JOIN search AS s ON s.rowid = i.seq "
    "WHERE i.kind = :kind AND i.binned = 0 AND i.sealed = 0 "
    "ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT :number"
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """What search looks through: sentences, and single words such as feelings and tags."""

    written: tuple[str, ...] = field(repr=False)
    labels: tuple[str, ...] = field(default=(), repr=False)


class Search(Repository):
    """The index of what was written, without what is in the bin."""

    def put(self, seq: int, words: Searchable, *, is_new: bool = False) -> None:
        """Let an item be found by these words only; a new one cannot be found by others yet."""
        if not is_new:
            self.drop(seq)
        written, labels = _columns(words)
        if written or labels:
            self.db.execute(_NEW, [seq, written, labels])

    def put_new(self, items: Iterable[tuple[int, Searchable]]) -> None:
        """Let many new items be found by their words."""
        rows = ((seq, *_columns(words)) for seq, words in items)
        self.db.conn.executemany(_NEW, [row for row in rows if row[1] or row[2]])

    def drop(self, seq: int) -> None:
        """Let an item be found no more."""
        self.db.execute("DELETE FROM search WHERE rowid = ?", [seq])

    @contextmanager
    def changing(self, number: int) -> Iterator[None]:
        """Let so many items be found by other words, inside the caller's transaction.

        The words an item is no longer found by are taken out of the index at once, which is slow.
        Of many changes they stay until the end, when the index is written anew without them.
        """
        if number < _MANY:
            yield
            return
        self.db.execute(_THOROUGH, [0])
        yield
        self.db.execute("INSERT INTO search (search) VALUES ('optimize')")
        self.db.execute(_THOROUGH, [1])

    def items(self, words: str, limits: Mapping[Kind, int]) -> list[Found]:
        """Return the items that hold every word (or its beginning), the newest of each kind.

        Of a kind with more than its limit the number is left out where that would take long.
        """
        query = match(words)
        if not query:
            return []
        if self._are_common(words):
            found = [self._newest(query, kind, limits[kind]) for kind in _KINDS]
            return [one for one in found if one.hits]
        rows = self.db.execute(f"{_HEADS} {_BY_WORD} {_IN_ORDER}", {"query": query}).fetchall()
        of_kinds = {kind: [row for row in rows if row[0] == kind] for kind in _KINDS}
        of_kinds = {kind: its for kind, its in of_kinds.items() if its}
        newest = {kind: its[: limits[kind]] for kind, its in of_kinds.items()}
        excerpts = self._excerpts(query, [row for its in newest.values() for row in its])
        return [
            Found(kind, len(its), _hits(kind, newest[kind], excerpts))
            for kind, its in of_kinds.items()
        ]

    def numbers(self, words: str) -> dict[Kind, int]:
        """Return how many items of each kind hold every word (or its beginning)."""
        query = match(words)
        if not query:
            return {}
        numbers = self.db.execute(
            f"SELECT i.kind, count(*) {_BY_WORD} GROUP BY i.kind",
            {"query": query},
        ).fetchall()
        return {Kind(kind): number for kind, number in numbers}

    def _are_common(self, words: str) -> bool:
        """Whether each of the words begins very many words of the journal.

        This only says in which way to look for them, so it need not be exact.
        """
        self.db.execute(_TERMS)
        return all(map(self._is_common, _tokens(words)))

    def _is_common(self, token: str) -> bool:
        bare = "".join(one for one in unicodedata.normalize("NFKD", token.lower()) if one.isalnum())
        values = {"first": bare, "last": bare + "\U0010ffff", "limit": _COMMON}
        return bool(self.db.execute(_TIMES, values).fetchone()[0] == _COMMON)

    def _newest(self, query: str, kind: Kind, limit: int) -> Found:
        """Return the newest of a kind, looked for from the newest text on.

        Where that does not find enough, all that match are looked up and sorted.
        """
        for number in (2 * limit + 20, _NEWEST):
            if number > _NEWEST:
                break
            with few_texts(self.db, _NEWEST_TEXTS, {"kind": kind.value, "number": number}) as put:
                found = found_in_few(self.db, query, limit + 1)
            if len(found) > limit or put < number:
                hits = [Hit(kind, row[0], moment(*row[1:4]), *shown(*row[4:])) for row in found]
                return Found(kind, len(hits) if len(hits) <= limit else None, tuple(hits[:limit]))
        values = {"query": query, "kind": kind.value, "limit": limit + 1}
        rows = self.db.execute(
            f"{_HEADS} {_BY_WORD} AND i.kind = :kind {_IN_ORDER} LIMIT :limit", values
        ).fetchall()
        is_all = len(rows) <= limit
        newest = _hits(kind, rows[:limit], self._excerpts(query, rows[:limit]))
        return Found(kind, len(rows) if is_all else None, newest)

    def _excerpts(self, query: str, rows: Sequence[tuple[Any, ...]]) -> dict[int, Shown]:
        """Return what is shown of some items that match, by their ``seq``.

        The plus sign keeps SQLite from looking up each row by itself: finding all that match once
        and cutting out a few is many times faster.
        """
        if not rows:
            return {}
        seqs = ", ".join(str(row[1]) for row in rows)
        found = self.db.execute(f"{_EXCERPTS} ({seqs})", {"query": query, **MARKS}).fetchall()
        return {seq: shown(*excerpts) for seq, *excerpts in found}

    def among(self, words: str, texts: Mapping[str, Searchable]) -> dict[str, Shown]:
        """Return those of a few texts that hold every word (or its beginning)."""
        query = match(words)
        if not query or not texts:
            return {}
        values = [(name, *_columns(searchable)) for name, searchable in texts.items()]
        with few_texts(self.db, "(name, words, labels) VALUES (?, ?, ?)", values):
            return {row[0]: shown(*row[4:]) for row in found_in_few(self.db, query)}


def _hits(
    kind: Kind, rows: Sequence[tuple[Any, ...]], excerpts: Mapping[int, Shown]
) -> tuple[Hit, ...]:
    return tuple([Hit(kind, row[2], moment(*row[3:]), *excerpts[row[1]]) for row in rows])


def _columns(words: Searchable) -> tuple[str, str]:
    written = "\n".join(filter(str.strip, words.written))
    return without_marks(written), without_marks(", ".join(words.labels))


def match(words: str) -> str:
    """Return an FTS5 query for what someone typed: each word, or any word that begins so.

    Empty when there is nothing in it to look for. Quoting each one ourselves leaves no input that
    FTS5 takes for its own language.
    """
    return " ".join('"' + token.replace('"', '""') + '"*' for token in _tokens(words))


def _tokens(words: str) -> list[str]:
    return [token for token in words.replace("\0", " ").split() if any(map(str.isalnum, token))]
