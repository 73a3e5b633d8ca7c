"""Earlier versions of entries and thought records."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.plain import entry_from_plain, entry_to_plain
from resilience_desktop.domain.record_plain import record_from_plain, record_to_plain
from resilience_desktop.domain.revision import MOST, Revision, is_worth_keeping
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.storage.moments import moment_of
from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.moment import Moment


class Revisions(Repository):
    """Repository of the versions of each item.

    The newest row of an item tells when its present version was saved, and has no body.
    """

    def follow(
        self,
        was: Entry | ThoughtRecord | None,
        item: Entry | ThoughtRecord,
        now: Moment,
        *,
        settled: bool,
        keep_anyway: bool = False,
    ) -> None:
        """Take note that an item is new or has changed; keep what it was if that is worth it.

        ``settled`` says that it is kept on purpose, not only saved while typing.
        """
        if was == item:
            return
        seq = self._seq(item.id)
        present = self._present(seq)
        if was is None:
            self._begin(seq, 1, now, settled=settled)
            return
        if present is None:  # from before there were versions, or from elsewhere
            present = self._begin(seq, 1, was.at, settled=True)
        begun = dt.datetime.fromisoformat(present["begun"])
        if keep_anyway or is_worth_keeping(begun, now.utc, settled=bool(present["settled"])):
            number = present["number"]
            self.db.execute(
                "UPDATE revisions SET body = ? WHERE seq = ? AND number = ?",
                [_body(was), seq, number],
            )
            self._begin(seq, number + 1, now, settled=settled)
            self.db.execute(
                "DELETE FROM revisions WHERE seq = ? AND number <= ?", [seq, number - MOST]
            )
        else:
            self.db.execute(
                "UPDATE revisions SET utc = ?, zone = ?, utc_offset = ?, settled = ? "
                "WHERE seq = ? AND body IS NULL",
                [*_columns(now), int(settled), seq],
            )

    def all(self, id_: str) -> list[Revision]:
        """Return the earlier versions of an item, newest first."""
        return list(self._read("i.id = ?", [id_]))

    def get(self, id_: str, number: int) -> Revision | None:
        """Return one earlier version of an item."""
        return next(self._read("i.id = ? AND r.number = ?", [id_, number]), None)

    def any(self) -> bool:
        """Whether there is an earlier version of anything."""
        query = "SELECT 1 FROM revisions WHERE body IS NOT NULL LIMIT 1"
        return self.db.execute(query).fetchone() is not None

    def _seq(self, id_: str) -> int:
        return int(self.db.execute("SELECT seq FROM items WHERE id = ?", [id_]).fetchone()[0])

    def _present(self, seq: int) -> dict[str, Any] | None:
        query = "SELECT number, begun, settled FROM revisions WHERE seq = ? AND body IS NULL"
        return next(iter(self.db.query(query, [seq])), None)

    def _begin(self, seq: int, number: int, at: Moment, *, settled: bool) -> dict[str, Any]:
        begun = at.utc.isoformat()
        self.db.execute(
            "INSERT INTO revisions (seq, number, begun, utc, zone, utc_offset, settled) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [seq, number, begun, *_columns(at), int(settled)],
        )
        return {"number": number, "begun": begun, "settled": int(settled)}

    def _read(self, condition: str, values: list[Any]) -> Iterator[Revision]:
        rows = self.db.query(
            "SELECT r.*, i.kind FROM revisions AS r JOIN items AS i USING (seq) "  # noqa: S608
            f"WHERE r.body IS NOT NULL AND {condition} ORDER BY r.number DESC",
            values,
        )
        for row in rows:
            read = entry_from_plain if row["kind"] == Kind.ENTRY else record_from_plain
            yield Revision(row["number"], moment_of(row), read(json.loads(row["body"])))


def _columns(at: Moment) -> list[str | int]:
    return [at.utc.replace(tzinfo=None).isoformat(), at.zone, at.offset]


def _body(item: Entry | ThoughtRecord) -> str:
    plain = record_to_plain(item) if isinstance(item, ThoughtRecord) else entry_to_plain(item)
    return json.dumps(plain, ensure_ascii=False)
