"""Finding words: by their beginnings, without case or accents, wherever they were written.

Entries and records have an index that is kept with them. Texts of which there are only a few are
put into an index of the same kind for the moment of a search, so that they match alike; SQLite
keeps it in memory.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.storage.moments import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from resilience_desktop.domain.search import Excerpt
    from resilience_desktop.storage.driver import Database

    Shown = tuple[Excerpt, str | None]
    """Excerpt and beginning of a ``Hit``."""

_START, _END = "\x02", "\x03"  # round the words found; taken out of what is put in
_SIGNS = str.maketrans(dict.fromkeys((_START, _END, "\0"), " "))
_SNIPPET = "snippet({table}, {column}, :start, :end, '…', 16)"
_BEST, _WRITTEN = -1, 0  # columns
_THOROUGH = "INSERT INTO search (search, rank) VALUES ('secure-delete', ?)"
_MANY = 50
"""Changes from which on it pays to write the index anew instead of cleaning it after each."""
_COMMON = 2000
"""Of more than these it is quicker to look for the newest in the order of the timeline."""
_BY_WORD = "search JOIN items AS i ON i.seq = search.rowid WHERE search MATCH :query"
_IN_ORDER = (
    "items AS i WHERE i.binned = 0 AND i.sealed = 0 "
    "AND +i.seq IN (SELECT rowid FROM search WHERE search MATCH :query)"
)
_HEAD = ("seq", "id", "utc", "zone", "utc_offset")
_LIKE_THE_INDEX = 'fts5(words, labels, tokenize = "unicode61 remove_diacritics 2")'


@dataclass(frozen=True, slots=True)
class Searchable:
    """What search looks through: sentences, and single words such as feelings and tags."""

    written: tuple[str, ...] = field(repr=False)
    labels: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Search:
    """The index of what was written, without what is in the bin."""

    db: Database

    def put(self, seq: int, words: Searchable) -> None:
        """Let an item be found by these words only."""
        self.drop(seq)
        self._insert("search", seq, words)

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
        """Return the items that hold every word (or its beginning), the newest of each kind."""
        query = match(words)
        if not query:
            return []
        numbers = self.db.execute(
            "SELECT i.kind, count(*) FROM search JOIN items AS i ON i.seq = search.rowid "
            "WHERE search MATCH ? GROUP BY i.kind",
            [query],
        ).fetchall()
        newest = {Kind(kind): self._newest(query, kind, n, limits) for kind, n in numbers}
        seqs = [row["seq"] for rows in newest.values() for row in rows]
        excerpts = self._excerpts("search", query, seqs) if seqs else {}
        found = []
        for kind, number in sorted(numbers, key=lambda one: list(Kind).index(Kind(one[0]))):
            rows = newest[Kind(kind)]
            hits = (Hit(Kind(kind), r["id"], moment_of(r), *excerpts[r["seq"]]) for r in rows)
            found.append(Found(Kind(kind), number, tuple(hits)))
        return found

    def _newest(
        self, query: str, kind: str, number: int, limits: Mapping[Kind, int]
    ) -> list[dict[str, Any]]:
        """Return the heads of the newest of all that match.

        What matches a rare word is looked up and sorted. For a common one that would be nearly
        everything: there the timeline is gone through in its order, up to the limit; the plus sign
        keeps SQLite from doing it the other way round.
        """
        rows = self.db.execute(
            f"SELECT {', '.join(f'i.{column}' for column in _HEAD)} FROM "  # noqa: S608
            f"{_IN_ORDER if number > _COMMON else _BY_WORD} AND i.kind = :kind "
            "ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT :limit",
            {"kind": kind, "query": query, "limit": limits[Kind(kind)]},
        )
        return [dict(zip(_HEAD, row, strict=True)) for row in rows.fetchall()]

    def among(self, words: str, texts: Mapping[str, Searchable]) -> dict[str, Shown]:
        """Return those of a few texts that hold every word (or its beginning)."""
        query = match(words)
        if not query or not texts:
            return {}
        self.db.execute(f"CREATE VIRTUAL TABLE temp.few USING {_LIKE_THE_INDEX}")
        try:
            for place, searchable in enumerate(texts.values()):
                self._insert("few", place, searchable)
            excerpts = self._excerpts("few", query, range(len(texts)))
        finally:
            self.db.execute("DROP TABLE temp.few")
        return {key: excerpts[place] for place, key in enumerate(texts) if place in excerpts}

    def _insert(self, table: str, row: int, words: Searchable) -> None:
        written = "\n".join(part for part in words.written if part.strip()).translate(_SIGNS)
        labels = ", ".join(words.labels).translate(_SIGNS)
        if written or labels:
            self.db.execute(
                f"INSERT INTO {table} (rowid, words, labels) VALUES (?, ?, ?)",  # noqa: S608
                [row, written, labels],
            )

    def _excerpts(self, table: str, query: str, among: Sequence[int]) -> dict[int, Shown]:
        """Return the text round the words found in some rows that match.

        With it, the beginning of what was written where only labels match.

        The plus sign keeps SQLite from looking up each row by itself: finding all that match once
        and cutting out a few is many times faster.
        """
        numbers = ", ".join(map(str, among))
        best, written = (_SNIPPET.format(table=table, column=c) for c in (_BEST, _WRITTEN))
        rows = self.db.execute(
            f"SELECT rowid, {best}, {written} FROM {table} "  # noqa: S608
            f"WHERE {table} MATCH :query AND +rowid IN ({numbers})",
            {"query": query, "start": _START, "end": _END},
        )
        return {
            row: (_pieces(excerpt), None if _START in written else written)
            for row, excerpt, written in rows.fetchall()
        }


def match(words: str) -> str:
    """Return an FTS5 query for what someone typed: each word, or any word that begins so.

    Empty when there is nothing in it to look for. Quoting each one ourselves leaves no input that
    FTS5 takes for its own language.
    """
    tokens = [token for token in words.replace("\0", " ").split() if any(map(str.isalnum, token))]
    return " ".join('"' + token.replace('"', '""') + '"*' for token in tokens)


def _pieces(excerpt: str) -> Excerpt:
    pieces: list[tuple[str, bool]] = []
    for part in excerpt.split(_START):
        found, end, rest = part.partition(_END)
        if end:
            pieces.append((found, True))
            found = rest
        if found:
            pieces.append((found, False))
    return tuple(pieces)
