"""Skills for the lock page, in ``toolkit.json``: ids of skills of the app, nobody's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.toolkit import MOST
from resilience_desktop.storage.open_copy import OpenCopy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_COPY = OpenCopy("toolkit.json", "resilience-toolkit", "skills", largest=4 * 1024)


def skill_copy_in(folder: Path) -> Path:
    """Return where the copy is, in the folder of a journal."""
    return _COPY.path(folder)


def read_skill_copy(folder: Path) -> tuple[str, ...]:
    """Return the ids in the copy, each once; a missing or damaged one is an empty one."""
    found = (id_ for id_ in _COPY.read(folder, lambda id_: id_) if isinstance(id_, str))
    return tuple(dict.fromkeys(found))[:MOST]


def keep_skill_copy(folder: Path, ids: Iterable[str]) -> None:
    """Make the copy hold these and nothing else; without any there is no file.

    Raises ``NotWrittenError`` when that is not possible.
    """
    _COPY.keep(folder, list(ids))
