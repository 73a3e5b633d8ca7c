"""What opens a journal: its passphrase, its recovery code, and the keyring of the computer.

Everything that changes something asks for an open journal, since nobody else can have it open
then, and asks once more for what opens it, since somebody else may be sitting there. All of it is
slow on purpose and belongs on the journal's thread.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import Reason
from resilience_desktop.errors import ResilienceError, WrongPassphraseError
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.storage import kept_keys, recovery_code, session_keyring, ways_in
from resilience_desktop.storage.new_key import NewKey, move_to
from resilience_desktop.storage.restoring import Ways
from resilience_desktop.storage.vault import Vault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    Backup = Callable[[], object]


def check_passphrase(journal: Journal, passphrase: str) -> None:
    """Raise ``WrongPassphraseError`` or ``KeyFileDamagedError`` unless this opens the journal."""
    Vault(journal.folder).secret(passphrase)


def change_passphrase(journal: Journal, old: str, new: str) -> None:
    """Let another passphrase open the journal. The recovery code stays as it is.

    A backup follows, so that the newest one knows what opens the journal. Raises
    ``WrongPassphraseError``, ``KeyFileDamagedError`` and ``NotWrittenError``; the old one opens it
    then, as before.
    """
    vault = _with_passphrase(journal)
    ways_in.seal(vault, vault.secret(old), new)
    _back_up_afterwards(journal)


def change_forgotten_passphrase(journal: Journal, code: str, new: str) -> None:
    """Let a new passphrase open the journal, shown the recovery code, which stays as it is.

    A key file that is damaged or missing is made anew. Raises ``WrongPassphraseError`` when the
    code has a mistake or is another journal's, and ``NotWrittenError``.
    """
    vault = Vault(journal.folder)
    if vault.door() is Door.OPEN:
        _refuse_without_passphrase()
    secret = recovery_code.read_recovery_code(code)
    if journal.file.secret != secret:
        raise WrongPassphraseError(recovery_code.another_journals())
    ways_in.seal(vault, secret, new)
    _back_up_afterwards(journal)


def remove_passphrase(journal: Journal, passphrase: str) -> None:
    """Let anyone who can open the files open the journal; raises as ``change_passphrase``.

    The key stays: a new one would protect nothing, since it lies open beside the journal, and it
    would make the recovery sheet useless. Setting a passphrase later makes a new key.
    """
    vault = _with_passphrase(journal)
    ways_in.seal(vault, vault.secret(passphrase), None)
    _back_up_afterwards(journal)


def set_passphrase(journal: Journal, new: str, backup: Backup | None = None) -> tuple[str, ...]:
    """Put a journal that is open to anyone behind a passphrase; return its new recovery code.

    It gets a new key, since the open one may have been copied. A backup is made first, and
    another afterwards; or ``backup`` does it, if it is given. Without the first there is no new
    key. Raises ``NotWrittenError``, or ``JournalDamagedError`` when not all can be read; all is
    then as before.
    """
    vault = Vault(journal.folder)
    if vault.door() is Door.PASSPHRASE:
        raise ResilienceError(
            text("This journal has a passphrase already. You can change it instead.")
        )
    return _renew(journal, vault, None, new, backup)


def make_new_key(
    journal: Journal, passphrase: str | None, backup: Backup | None = None
) -> tuple[str, ...]:
    """Put the journal under a new key behind the same passphrase; return its new recovery code.

    The old code and whoever copied the old key file can open nothing of the new journal; the
    computer's keyring no longer opens it either. The backup and the errors are those of
    ``set_passphrase`` and ``change_passphrase``.
    """
    return _renew(journal, Vault(journal.folder), passphrase, passphrase, backup)


def recovery_groups(journal: Journal, passphrase: str | None) -> tuple[str, ...]:
    """Return the groups of the recovery code, for the recovery sheet.

    Raises ``WrongPassphraseError`` and ``KeyFileDamagedError``.
    """
    return Vault(journal.folder).recovery_groups(passphrase)


# A key file from a backup


def door_with_kept_keys(folder: Path) -> Door:
    """Return how a journal whose key file is damaged or missing opens with those in its backups.

    That is ``Door.RECOVERY_CODE`` when no backup holds one that fits.
    """
    return kept_keys.kept_door(folder)


def day_of_kept_keys(folder: Path) -> dt.date | None:
    """Return when the newest backup was made that holds a fitting key file, if one does."""
    return kept_keys.kept_day(folder)


def open_with_kept_keys(folder: Path, passphrase: str | None) -> Journal:
    """Open a journal with a key file from a backup, which becomes its own.

    A passphrase is the one that the journal had when that backup was made. Raises
    ``WrongPassphraseError`` and the errors of a journal that cannot be opened in any way.
    """
    return Journal(kept_keys.open_with_kept_keys(folder, Ways(None, passphrase)), folder)


# The keyring of the computer


def keyring_is_available() -> bool:
    """Whether this computer has a keyring that opens with the person's session."""
    return session_keyring.real_keyring() is not None


def opens_with_keyring(folder: Path) -> bool:
    """Whether the computer's keyring is one of the ways into the journal in this folder."""
    return ways_in.has_keyring(Vault(folder))


def open_with_keyring(folder: Path, *, settled: bool = True) -> Journal | None:
    """Return the journal, or None when the keyring does not open it: then ask for the passphrase.

    Unless ``settled``, it is left to ``Journal.settle``. Raises the errors of a journal that cannot
    be opened in any way.
    """
    vault = Vault(folder)
    secret = ways_in.secret_of_keyring(vault)
    if secret is None:
        return None
    return Journal(vault.open_secret(secret, settled=settled), folder, settled=settled)


def use_keyring(journal: Journal, passphrase: str) -> None:
    """Let the computer's keyring open the journal too; raises as ``change_passphrase``."""
    ways_in.add_keyring(_with_passphrase(journal), passphrase)


def stop_using_keyring(journal: Journal) -> None:
    """Let only the passphrase and the recovery code open the journal.

    Raises ``KeyFileDamagedError`` and ``NotWrittenError``.
    """
    ways_in.remove_keyring(Vault(journal.folder))


def _renew(
    journal: Journal,
    vault: Vault,
    old: str | None,
    new: str | None,
    backup: Backup | None,
) -> tuple[str, ...]:
    secret, before = vault.secret(old), vault.journal_id()
    key = NewKey.behind(new)
    if backup is None:
        journal.back_up(Reason.BEFORE_KEY_CHANGE)
    else:
        backup()
    journal.exchange(
        lambda store: move_to(vault, store, key),
        lambda: vault.open_secret(secret if vault.journal_id() == before else key.secret),
    )
    session_keyring.forget_key(before)
    if backup is None:
        _back_up_afterwards(journal)
    return recovery_code.recovery_groups(key.secret)


def _back_up_afterwards(journal: Journal) -> None:
    """Let the newest backup hold the key file of now; what is changed stays so in any case."""
    with suppress(ResilienceError):
        journal.back_up(Reason.AFTER_KEY_CHANGE)


def _with_passphrase(journal: Journal) -> Vault:
    vault = Vault(journal.folder)
    if vault.door() is Door.OPEN:
        _refuse_without_passphrase()
    return vault


def _refuse_without_passphrase() -> None:
    raise ResilienceError(text("This journal has no passphrase yet. You can set one."))
