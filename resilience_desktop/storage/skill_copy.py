"""Skills for the lock page: one small file outside the encryption, if somebody said so.

It is ``toolkit.json`` in the journal's folder: ``format``, ``version``, and in ``skills`` a list of
ids of skills of the app. Nothing that somebody wrote is in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from resilience_desktop.domain.toolkit import MOST
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.storage.contact_copy import remove_copy
from resilience_desktop.storage.durable import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FORMAT, _VERSION = "resilience-toolkit", 1
_LARGEST = 4 * 1024


def skill_copy_in(folder: Path) -> Path:
    """Return where the copy is, in the folder of a journal."""
    return folder / "toolkit.json"


def read_skill_copy(folder: Path) -> tuple[str, ...]:
    """Return the ids in the copy, each once; a missing or damaged one is an empty one."""
    try:
        with skill_copy_in(folder).open("rb") as file:
            plain = json.loads(file.read(_LARGEST + 1))
        if (plain["format"], plain["version"]) != (_FORMAT, _VERSION):
            return ()
        found = [id_ for id_ in plain["skills"] if isinstance(id_, str)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()
    return tuple(dict.fromkeys(found))[:MOST]


def keep_skill_copy(folder: Path, ids: Iterable[str]) -> None:
    """Make the copy hold these and nothing else; without any there is no file.

    Raises ``NotWrittenError`` when that is not possible.
    """
    wanted = tuple(ids)
    path = skill_copy_in(folder)
    try:
        if not wanted:
            remove_copy(path)
        elif wanted != read_skill_copy(folder):
            plain = {"format": _FORMAT, "version": _VERSION, "skills": wanted}
            replace_file(path, json.dumps(plain, indent=1).encode() + b"\n")
    except OSError as error:
        raise NotWrittenError(
            text(
                "Everything is kept in the journal, but what the lock page shows could not be "
                "changed: the folder cannot be written to, or the disk is full."
            )
        ) from error
