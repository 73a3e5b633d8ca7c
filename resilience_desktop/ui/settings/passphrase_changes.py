"""What can be changed about a passphrase: the words of each window, and the work behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services import keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.services.journal import Journal

    Work = Callable[[Journal, str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do; its work is given the journal, what opens it now, and what is new."""

    key: str
    title: str
    why: str
    action: str
    done: str
    """Said afterwards; empty where a recovery sheet is shown instead."""
    work: Work
    """Returns the groups of a recovery code to show, or nothing."""
    asks_old: bool = True
    asks_new: bool = False
    with_code: Work | None = None
    """The same for somebody who has the recovery code instead of the passphrase."""
    only_code: bool = False
    """The passphrase cannot be tried: the key file is missing or damaged."""
    code_is_new: bool = False


def set_one() -> Change:
    """Put a journal that is open to anyone behind a passphrase."""
    return Change(
        "set",
        text("Set a passphrase"),
        text(
            "Without it, nobody can read the journal. You get a new recovery code to keep; the "
            "one from before then opens earlier backups only. Backups made until now still open "
            "without a passphrase."
        ),
        text("Set the passphrase"),
        text("The journal has a passphrase now."),
        lambda journal, _old, new: keys.set_passphrase(journal, new),
        asks_old=False,
        asks_new=True,
        code_is_new=True,
    )


def change(*, only_code: bool = False) -> Change:
    """Let another passphrase open the journal."""
    return Change(
        "change",
        text("Change the passphrase"),
        text(
            "Backups made before still open with the old passphrase. The recovery code stays as "
            "it is."
        ),
        text("Change it"),
        text("The passphrase is changed."),
        _change,
        asks_new=True,
        with_code=_change_with_code,
        only_code=only_code,
    )


def remove() -> Change:
    """Let anyone who can open the files open the journal."""
    return Change(
        "remove",
        text("Remove the passphrase"),
        text(
            "Anyone who can open your files can read the journal then. Backups made before still "
            "open with the old passphrase."
        ),
        text("Remove it"),
        text("The journal has no passphrase any more."),
        _remove,
    )


def new_key() -> Change:
    """Put the journal under a new key, behind the same passphrase."""
    return Change(
        "new_key",
        text("New key and recovery code"),
        text(
            "For when someone may have seen the recovery sheet or copied the key file. The "
            "passphrase stays. You get a new recovery code to keep; the one from before then opens "
            "earlier backups only."
        ),
        text("Make a new key"),
        text("The journal has a new key."),
        lambda journal, old, _new: keys.make_new_key(journal, old),
        code_is_new=True,
    )


def keyring() -> Change:
    """Let this computer's keyring open the journal too."""
    return Change(
        "keyring",
        text("Open with the keyring"),
        text(
            "This computer keeps a key that opens the journal when the app starts. Anyone who can "
            "use your session on this computer can then open it without the passphrase."
        ),
        text("Use the keyring"),
        text("The keyring opens the journal too."),
        _use_keyring,
    )


def sheet() -> Change:
    """Show the recovery code there is."""
    return Change(
        "sheet",
        text("Recovery sheet"),
        text("Whoever has the sheet can open the journal, so the passphrase is asked for."),
        text("Show it"),
        "",
        lambda journal, old, _new: keys.recovery_groups(journal, old),
    )


def _change(journal: Journal, old: str, new: str) -> tuple[str, ...]:
    keys.change_passphrase(journal, old, new)
    return ()


def _change_with_code(journal: Journal, code: str, new: str) -> tuple[str, ...]:
    keys.change_forgotten_passphrase(journal, code, new)
    return ()


def _remove(journal: Journal, old: str, _new: str) -> tuple[str, ...]:
    keys.remove_passphrase(journal, old)
    return ()


def _use_keyring(journal: Journal, old: str, _new: str) -> tuple[str, ...]:
    keys.use_keyring(journal, old)
    return ()
