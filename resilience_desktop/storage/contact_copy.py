"""Names and numbers for the lock page: one small file outside the encryption, if somebody said so.

It is ``contacts.json`` in the journal's folder: ``format``, ``version``, and in ``contacts`` a list
of objects with ``name`` and ``phone``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.domain.plain import contact_from_plain
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.storage.durable import draft_of, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from resilience_desktop.domain.contact import Contact

_FORMAT, _VERSION = "resilience-contacts", 1
_LARGEST = 64 * 1024


def copy_in(folder: Path) -> Path:
    """Return where the copy is, in the folder of a journal."""
    return folder / "contacts.json"


def read_copy(folder: Path) -> tuple[Contact, ...]:
    """Return the contacts in the copy; a missing or damaged one is an empty one."""
    try:
        with copy_in(folder).open("rb") as file:
            plain = json.loads(file.read(_LARGEST + 1))
        if (plain["format"], plain["version"]) != (_FORMAT, _VERSION):
            return ()
        contacts = [contact_from_plain({**c, "note": ""}) for c in plain["contacts"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()
    return tuple(contacts[:MOST_CONTACTS])


def keep_copy(folder: Path, contacts: Iterable[Contact]) -> None:
    """Make the copy hold these and nothing else; without any there is no file.

    Raises ``NotWrittenError`` when that is not possible.
    """
    wanted = tuple(contact.without_note for contact in contacts)
    path = copy_in(folder)
    try:
        if not wanted:
            remove_copy(path)
        elif wanted != read_copy(folder):
            replace_file(path, _content(wanted))
    except OSError as error:
        raise NotWrittenError(
            text(
                "Everything is kept in the journal, but what the lock page shows could not be "
                "changed: the folder cannot be written to, or the disk is full."
            )
        ) from error


def remove_copy(path: Path) -> None:
    """Take the file away for good, with what a power cut may have left of writing it."""
    for name in (path, draft_of(path)):
        if name.exists():
            name.unlink()
            sync_folder(path.parent)


def _content(contacts: tuple[Contact, ...]) -> bytes:
    plain = {
        "format": _FORMAT,
        "version": _VERSION,
        "contacts": [{"name": c.name, "phone": c.phone} for c in contacts],
    }
    return json.dumps(plain, indent=1).encode() + b"\n"
