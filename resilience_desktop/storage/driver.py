"""The one SQLite driver: SQLCipher, made known to sqlite-utils before that is imported.

sqlite-utils looks for ``pysqlite3`` first. Without this alias it catches the standard library's
exception classes, which are not SQLCipher's, and can leave a transaction open in which every
later insert is lost without an error.
"""

from __future__ import annotations

import sys

from sqlcipher3 import dbapi2 as sqlite

sys.modules.setdefault("pysqlite3", sqlite)
sys.modules.setdefault("pysqlite3.dbapi2", sqlite)

# sqlite-utils loads numpy, where there is one, only to know its number types. We store none, and
# a window that opens need not wait for it.
_without_numpy = "numpy" not in sys.modules
if _without_numpy:
    sys.modules["numpy"] = None  # type: ignore[assignment]

import sqlite_utils.db  # noqa: E402  (the alias above must come first)

if _without_numpy:
    del sys.modules["numpy"]

if sqlite_utils.db.OperationalError is not sqlite.OperationalError:  # type: ignore[attr-defined]
    message = "sqlite-utils was imported before the SQLCipher driver"
    raise ImportError(message)
if sqlite.sqlite_version_info < (3, 51, 3):  # WAL-reset corruption fixed in 3.51.3
    message = f"SQLite {sqlite.sqlite_version} is too old to keep a journal safe"
    raise ImportError(message)

from sqlite_utils import Database, Migrations  # noqa: E402

__all__ = ["Database", "Migrations", "sqlite"]
