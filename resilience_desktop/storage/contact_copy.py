"""Names and numbers for the lock page: ``contacts.json``, objects with ``name`` and ``phone``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.domain.plain import contact_from_plain
from resilience_desktop.storage.open_copy import OpenCopy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from resilience_desktop.domain.contact import Contact

_COPY = OpenCopy("contacts.json", "resilience-contacts", "contacts", largest=64 * 1024)


def copy_in(folder: Path) -> Path:
    """Return where the copy is, in the folder of a journal."""
    return _COPY.path(folder)


def read_copy(folder: Path) -> tuple[Contact, ...]:
    """Return the contacts in the copy; a missing or damaged one is an empty one."""
    return _COPY.read(folder, _contact)[:MOST_CONTACTS]


def keep_copy(folder: Path, contacts: Iterable[Contact]) -> None:
    """Make the copy hold these and nothing else; without any there is no file.

    Raises ``NotWrittenError`` when that is not possible.
    """
    _COPY.keep(folder, [{"name": c.name, "phone": c.phone} for c in contacts])


def _contact(plain: dict[str, Any]) -> Contact:
    return contact_from_plain({**plain, "note": ""})
