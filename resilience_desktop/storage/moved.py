"""Where a journal has gone: a small file in the folder it left, and one in the folder it is in.

    journal.moved   {"format": "resilience-moved", "version": 1, "to": path, "journal": id in hex}
    journal.came    {"format": "resilience-came", "version": 1, "from": path, "changes": number}

The first is written before the journal is in its new folder, and counts only once it is there. So
whoever starts with the old folder finds the journal at any moment, and exactly one of the two.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resilience_desktop.errors import JournalUnavailableError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.storage.durable import no_step, replace_file

if TYPE_CHECKING:
    from resilience_desktop.storage.durable import Step

MOVED, CAME = "journal.moved", "journal.came"
FILES = ("journal.keys", "contacts.json", "toolkit.json")
FOLDERS = ("backups", "quarantine")
"""What goes along with a journal, as far as it is there."""

_JOURNAL = "journal.db"
_VERSION = 1
_LARGEST = 64 * 1024
_LONGEST_WAY = 20


def whereabouts(folder: Path) -> Path:
    """Return the folder that the journal of this folder is in now.

    Raises ``JournalUnavailableError`` when it has gone to a folder that is not there.
    """
    here = folder
    for _ in range(_LONGEST_WAY):
        target = _target_of(here)
        if target is None:
            break
        here = target
    if target is not None or (here != folder and not _has_journal(here)):
        raise JournalUnavailableError(
            text(
                "The journal was moved to {folder}. It is not there now. If that is a disk or a "
                "stick, it may not be connected."
            ).format(folder=here)
        )
    return here


def _has_journal(folder: Path) -> bool:
    with suppress(OSError, ValueError):
        return (folder / _JOURNAL).exists()
    return False


def _target_of(folder: Path) -> Path | None:
    """Return where the journal has gone, or None when it is here."""
    note = _read(folder / MOVED, "resilience-moved")
    try:
        target, id_ = Path(note["to"]), bytes.fromhex(note["journal"])
    except (KeyError, TypeError, ValueError):
        return None
    if _has_journal(folder) and not _is_journal(target, id_):
        return None  # it never got there
    return target


def _is_journal(folder: Path, id_: bytes) -> bool:
    from resilience_desktop.storage.connection import journal_id_of

    with suppress(ResilienceError, OSError):
        return journal_id_of(folder / _JOURNAL) == id_
    return False


def note_move(folder: Path, target: Path, id_: bytes, step: Step = no_step) -> None:
    """Say in the old folder where the journal is going; raise ``OSError``."""
    _write(folder / MOVED, "resilience-moved", {"to": str(target), "journal": id_.hex()}, step)


def note_arrival(target: Path, folder: Path, changes: int) -> None:
    """Say in the new folder where the journal came from, and how much it held then."""
    _write(target / CAME, "resilience-came", {"from": str(folder), "changes": changes})


def came_from(folder: Path) -> tuple[Path | None, int]:
    """Return the folder that the journal in this one came from, and its changes then."""
    note = _read(folder / CAME, "resilience-came")
    try:
        return Path(note["from"]), int(note["changes"])
    except (KeyError, TypeError, ValueError):
        return None, -1


def leads_to(folder: Path, target: Path) -> bool:
    """Whether a folder says that its journal has gone to another one."""
    note = _read(folder / MOVED, "resilience-moved")
    try:
        return Path(note["to"]).resolve() == target.resolve()
    except (KeyError, OSError, TypeError, ValueError):
        return False


def _read(path: Path, kind: str) -> dict[str, Any]:
    """Return what a note says; nothing when it is missing or damaged."""
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_LARGEST))
        if (plain["format"], plain["version"]) == (kind, _VERSION):
            return dict(plain)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    return {}


def _write(path: Path, kind: str, plain: dict[str, Any], step: Step = no_step) -> None:
    content = {"format": kind, "version": _VERSION, **plain}
    replace_file(path, json.dumps(content, indent=1).encode() + b"\n", step=step)
