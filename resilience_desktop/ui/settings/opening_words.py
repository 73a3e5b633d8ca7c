"""What opens a journal that goes back to a backup, in words: before it does, and afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import day, text
from resilience_desktop.services.journal import Door
from resilience_desktop.ui.settings.moment_words import moment_words

if TYPE_CHECKING:
    from resilience_desktop.services.backups import Afterwards, Backup


def will_open(afterwards: Afterwards, backup: Backup) -> str:
    """Return what will open the journal, for somebody who has not gone back yet."""
    if afterwards.as_now:
        if afterwards.door is Door.OPEN:
            return text("Afterwards it opens without a passphrase, as it does now.")
        if afterwards.door is Door.RECOVERY_CODE:
            return text("Afterwards it opens with the recovery sheet only, as it does now.")
        return text(
            "Afterwards it opens with the passphrase it has now. The recovery sheet stays the same."
        )
    words = {
        Door.OPEN: text("Afterwards it opens without a passphrase, as on {moment}."),
        Door.PASSPHRASE: text("Afterwards it opens with the passphrase it had on {moment}."),
    }.get(afterwards.door, text("Afterwards it opens with its recovery sheet only."))
    return f"{words} {_sheet(afterwards)}".format(moment=_moment(backup))


def opens_now(afterwards: Afterwards, backup: Backup) -> str:
    """Return what opens the journal that went back, where that is not what it was."""
    words = {
        Door.OPEN: text("It now opens without a passphrase, as on {moment}."),
        Door.PASSPHRASE: text("It now opens with the passphrase it had on {moment}."),
    }.get(afterwards.door, text("It now opens with its recovery sheet only."))
    return f"{words} {_sheet(afterwards)}".format(moment=_moment(backup))


def _sheet(afterwards: Afterwards) -> str:
    if afterwards.same_sheet:
        return text("The recovery sheet stays the same.")
    return text("The recovery sheet of that time is the right one then, not a newer one.")


def _moment(backup: Backup) -> str:
    return moment_words(backup.made) if backup.made else day(backup.day)
