"""The one SQLite driver: SQLCipher, and sqlite-utils over it once that is needed.

sqlite-utils looks for ``pysqlite3`` first. Without this alias it catches the standard library's
exception classes, which are not SQLCipher's, and can leave a transaction open in which every
later insert is lost without an error.
"""

from __future__ import annotations

import sys
from functools import cached_property
from threading import get_ident
from typing import TYPE_CHECKING, Any, cast

from sqlcipher3 import dbapi2 as sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from types import ModuleType

    import sqlite_utils

sys.modules.setdefault("pysqlite3", sqlite)
sys.modules.setdefault("pysqlite3.dbapi2", sqlite)

if sqlite.sqlite_version_info < (3, 51, 3):  # WAL-reset corruption fixed in 3.51.3
    message = f"SQLite {sqlite.sqlite_version} is too old to keep a journal safe"
    raise ImportError(message)

# Of None the driver asks several objects in vain whether they know what to store: this answers.
sqlite.register_adapter(type(None), lambda nothing: nothing)

__all__ = ["Database", "sqlite"]


class Database:
    """An open file.

    Reading takes the connection as it is. What sqlite-utils does for us, such as transactions and
    migrations, it does once it is asked: loading it takes longer than showing a page.
    """

    def __init__(self, connection: sqlite.Connection) -> None:
        self.conn = connection

    @cached_property
    def utils(self) -> sqlite_utils.Database:
        """The same file in the hands of sqlite-utils."""
        made = load_utils().Database(self.conn, execute_plugins=False, strict=True)
        return cast("sqlite_utils.Database", made)

    def execute(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite.Cursor:
        """Run one statement; by itself it is committed at once.

        A statement is planned the first time, and kept by its text: so no value stands in it. A
        limit that is given as a value is written ``LIMIT +?``; without the sign, SQLite looks at
        the number and plans the statement anew each time.
        """
        return self.conn.execute(sql, values)

    def query(
        self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> Iterator[dict[str, Any]]:
        """Return the rows that a statement finds, by the names of their columns."""
        found = self.execute(sql, values)
        names = [column[0] for column in found.description]
        return (dict(zip(names, row, strict=True)) for row in found)

    def atomic(self) -> AbstractContextManager[object]:
        """Make everything inside one transaction, or one step of the one there is."""
        return self.utils.atomic()

    def close(self) -> None:
        """Close the file."""
        self.conn.close()


def load_utils() -> ModuleType:
    """Return sqlite-utils, loaded as this driver needs it."""
    if "sqlite_utils" not in sys.modules:
        without = _WithoutNumpy()
        sys.meta_path.insert(0, without)
        try:
            import sqlite_utils
        finally:
            sys.meta_path.remove(without)
    import sqlite_utils.db

    if sqlite_utils.db.OperationalError is not sqlite.OperationalError:  # type: ignore[attr-defined]
        message = "sqlite-utils was imported before the SQLCipher driver"
        raise ImportError(message)
    return sqlite_utils


class _WithoutNumpy:
    """Keeps sqlite-utils from loading numpy, only to know its number types: we store none.

    Other threads, such as the one that draws charts, load it as they like.
    """

    def __init__(self) -> None:
        self._thread = get_ident()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Say of numpy, on this thread, that it is not there; of nothing else anything."""
        if name == "numpy" and get_ident() == self._thread:
            raise ModuleNotFoundError(name=name)
