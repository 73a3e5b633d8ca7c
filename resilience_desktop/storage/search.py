"""Finding words: by their beginnings, without case or accents, wherever they were written.

Entries and records have an index that is kept with them. Texts of which there are only a few are
put into an index of the same kind for the moment of a search, so that they match alike. So are the
newest of all, when the words are such that they are in very many: there the first are found without
going through the rest. Where so little is found that all of it is shown, one query does everything.
"""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.storage.excerpts import SNIPPETS, shown, without_marks
from resilience_desktop.storage.few_texts import few_texts, found_in_few
from resilience_desktop.storage.moments import moment
from resilience_desktop.storage.repository import Repository
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from resilience_desktop.storage.driver import Database
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
_LAST = "\U0010ffff"
_TIMES = (
    "SELECT count(*) AS times FROM "
    "(SELECT 1 FROM search_terms WHERE term >= :first AND term < :last LIMIT +:limit)"
)
_HEADS = "SELECT i.kind, i.seq, i.id, i.utc, i.zone, i.utc_offset"
_BY_WORD = "FROM search JOIN items AS i ON i.seq = search.rowid WHERE search MATCH :query"
_IN_ORDER = "ORDER BY i.day DESC, i.utc DESC, i.seq DESC"
_ALL = f"{_HEADS} {_BY_WORD} {_IN_ORDER}"
_FEW = (  # what stands first in a CROSS JOIN decides whether the rest is looked at
    f"{_HEADS}, {SNIPPETS.format(table='search')} "
    f"FROM ({_TIMES.replace(':limit', '(:few + 1)')}) CROSS JOIN search "
    "CROSS JOIN items AS i ON i.seq = search.rowid "
    f"WHERE times <= :few AND search MATCH :query {_IN_ORDER}"
)
_EXCERPTS = (
    f"SELECT rowid, {SNIPPETS.format(table='search')} FROM search "  # noqa: S608
    "WHERE search MATCH :query AND +rowid IN (SELECT value FROM json_each(:seqs))"
)
_NEWEST_TEXTS = (
    "(words, labels, name, utc, zone, utc_offset) "
    "SELECT s.words, s.labels, i.id, i.utc, i.zone, i.utc_offset "
    "FROM items AS i CROSS JOIN search AS s ON s.rowid = i.seq "
    "WHERE i.kind = :kind AND i.binned = 0 AND i.sealed = 0 "
    "ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT +:number"
)

_OpenHit = still_open(Hit)


@dataclass(frozen=True, slots=True)
class Searchable:
    """What search looks through: sentences, and single words such as feelings and tags."""

    written: tuple[str, ...] = field(repr=False)
    labels: tuple[str, ...] = field(default=(), repr=False)


class Search(Repository):
    """The index of what was written, without what is in the bin."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._has_terms = False

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
        self._make_terms()
        if rows := self._few(query, words, min(limits.values())):
            return _found(rows, limits, list)
        if self._are_common(words):
            newest = (self._newest(query, kind, limits[kind]) for kind in _KINDS)
            return [one for one in newest if one.hits]
        rows = self.db.execute(_ALL, {"query": query}).fetchall()
        return _found(rows, limits, partial(self._with_excerpts, query))

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

    def _make_terms(self) -> None:
        if not self._has_terms:
            self.db.execute(_TERMS)
            self._has_terms = not self.db.conn.in_transaction  # which may be undone

    def _few(self, query: str, words: str, few: int) -> list[tuple[Any, ...]]:
        """Return all that matches, with excerpts, if the longest of the words is rare.

        It is, if so few words of the journal begin with it. Otherwise nothing is looked for.
        """
        part = max(_parts(words), key=len, default="")
        values = {"query": query, "few": few, "first": part, "last": part + _LAST}
        found: list[tuple[Any, ...]] = self.db.execute(_FEW, values).fetchall()
        return found

    def _are_common(self, words: str) -> bool:
        """Whether each of the words begins very many words of the journal.

        This only says in which way to look for them, so it need not be exact.
        """
        for part in _parts(words):
            values = {"first": part, "last": part + _LAST, "limit": _COMMON}
            if self.db.execute(_TIMES, values).fetchone()[0] < _COMMON:
                return False
        return True

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
                is_all = len(found) <= limit
                return Found(kind, len(found) if is_all else None, _hits(kind, found[:limit]))
        values = {"query": query, "kind": kind.value, "limit": limit + 1}
        rows = self.db.execute(
            f"{_HEADS} {_BY_WORD} AND i.kind = :kind {_IN_ORDER} LIMIT +:limit", values
        ).fetchall()
        is_all = len(rows) <= limit
        newest = self._with_excerpts(query, rows[:limit])
        return Found(kind, len(rows) if is_all else None, _hits(kind, newest))

    def _with_excerpts(self, query: str, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Return rows of items that match, each with its excerpts at the end.

        The plus sign keeps SQLite from looking up each row by itself: finding all that match once
        and cutting out a few is many times faster.
        """
        values = {"query": query, "seqs": str([row[1] for row in rows])}
        found = self.db.execute(_EXCERPTS, values).fetchall()
        excerpts = {seq: its for seq, *its in found}
        return [(*row, *excerpts[row[1]]) for row in rows]

    def among(self, words: str, texts: Sequence[Searchable]) -> list[tuple[int, Shown]]:
        """Return which of a few texts hold every word (or its beginning), by their number."""
        query = match(words)
        if not query or not texts:
            return []
        values = [(number, *_columns(text)) for number, text in enumerate(texts)]
        with few_texts(self.db, "(place, words, labels) VALUES (?, ?, ?)", values):
            found = found_in_few(self.db, query)
        return [(row[0], shown(*row[-2:])) for row in found]


def _found(
    rows: Sequence[tuple[Any, ...]],
    limits: Mapping[Kind, int],
    with_excerpts: Callable[[list[tuple[Any, ...]]], list[tuple[Any, ...]]],
) -> list[Found]:
    """Return the newest of each kind among rows of all that match."""
    return [
        Found(kind, len(its), _hits(kind, with_excerpts(its[: limits[kind]])))
        for kind in _KINDS
        if (its := [row for row in rows if row[0] == kind])
    ]


def _hits(kind: Kind, rows: Sequence[tuple[Any, ...]]) -> tuple[Hit, ...]:
    """Return what was found, from rows that end with id, moment and both excerpts."""
    found = []
    for row in rows:
        made = _OpenHit()
        made.id, utc, zone, offset, best, written = row[-6:]
        made.kind, made.at = kind, moment(utc, zone, offset)
        made.excerpt, made.beginning = shown(best, written)
        made.skill = made.skill_name = ""
        made.__class__ = Hit
        found.append(made)
    return tuple(found)


def _columns(words: Searchable) -> tuple[str, str]:
    written = "\n".join(filter(str.strip, words.written))
    return without_marks(written), without_marks(", ".join(words.labels))


def match(words: str) -> str:
    """Return an FTS5 query for what someone typed: each word, or any word that begins so.

    Empty when there is nothing in it to look for. Quoting each one ourselves leaves no input that
    FTS5 takes for its own language.
    """
    return " ".join(['"' + token.replace('"', '""') + '"*' for token in _tokens(words)])


def _tokens(words: str) -> list[str]:
    return [token for token in words.replace("\0", " ").split() if any(map(str.isalnum, token))]


def _parts(words: str) -> list[str]:
    """Return the words as the index has them, as nearly as need be: ``don't`` is two there."""
    plain = unicodedata.normalize("NFKD", words.lower())
    return "".join(
        [c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain]
    ).split()
