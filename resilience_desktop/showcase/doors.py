"""Everything in front of a journal, and the pages while they are empty."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal, KdfSettings
from resilience_desktop.showcase.camera import Shot, dialog, press, settle
from resilience_desktop.showcase.pages import page
from resilience_desktop.ui.dialogs.new_passphrase import NewPassphrasePage
from resilience_desktop.ui.dialogs.unlock import UnlockPage
from resilience_desktop.ui.dialogs.wait import WaitPage, keyring_words, saving_words
from resilience_desktop.ui.widgets.progress_line import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts

_PASSPHRASE = "quiet river stone lamp"  # noqa: S105  (of a journal that is thrown away)
_NOTE = "Walked by the river. "
_QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)


def _first_run(parts: Parts) -> QWidget:
    parts.window.start()
    return parts.window


def _recovery(parts: Parts) -> QWidget:
    press(parts, "first_run.not_now")
    return parts.window


def _beginning(parts: Parts) -> QWidget:
    press(parts, "recovery.later")
    return parts.window


def _begun(parts: Parts) -> QWidget:
    press(parts, "beginning.skip")
    settle(parts)
    return page("journal")(parts)


def _refused(
    spoil: Callable[[Path], object],
    passphrase: str = _PASSPHRASE,
    then: Callable[[Parts], object] = lambda _parts: None,
) -> Callable[[Parts], QWidget]:
    """Try to open a journal that somebody has spoiled, and do something about it."""

    def show(parts: Parts) -> QWidget:
        entrance = parts.window.entrance
        usual = entrance.folder
        folder = usual.with_name("refused")
        shutil.rmtree(folder, ignore_errors=True)
        _make(folder)
        spoil(folder)
        entrance.folder = folder
        entrance.start()
        settle(parts)
        page = entrance.currentWidget()
        if passphrase and isinstance(page, UnlockPage) and not page.code.isVisible():
            page.passphrase.setText(passphrase)
            press(parts, "unlock.open")
            settle(parts)
        then(parts)
        settle(parts)
        if parts.tasks.has_journal:
            parts.tasks.close_journal()
        entrance.folder = usual
        return parts.window

    return show


def _make(folder: Path) -> tuple[str, ...]:
    """Make a journal with something in it and a backup of that."""
    journal, groups = Journal.create(folder, _PASSPHRASE, _QUICK)
    at = Moment.now(local_zone())
    journal.add(Contents(tuple(Entry(at=at, mood=n % 3, note=_NOTE * 8) for n in range(40))))
    journal.back_up()
    journal.close()
    return groups


def _spoil_pages(folder: Path) -> None:
    with (folder / "journal.db").open("r+b") as file:
        file.seek(3 * 4096 + 100)
        file.write(bytes(64))


def _lose_keys(folder: Path) -> None:
    (folder / "journal.keys").unlink()


def _spoil_keys(folder: Path) -> None:
    (folder / "journal.keys").write_bytes(b"{}")
    shutil.rmtree(folder / "backups")


def _open_elsewhere(folder: Path) -> None:
    since = "2026-11-22T09:30:00+00:00"
    plain = {"format": "resilience-lock", "version": 1, "host": "garden-laptop", "pid": 7}
    (folder / "journal.lock").write_text(json.dumps({**plain, "since": since}), encoding="utf-8")


def _leave_a_copy(folder: Path) -> None:
    """Leave what a second folder holds, and nothing else."""
    (folder / "backups").rename(folder / "resilience-backups-0a1b2c3d")
    for path in (folder / "journal.db", folder / "journal.keys"):
        path.unlink()


def _with_code(parts: Parts) -> None:
    press(parts, "unlock.switch")


def _salvage(parts: Parts) -> None:
    press(parts, "shut.salvage")


def _missing(then: str) -> Callable[[Parts], QWidget]:
    """Look for a backup of a journal that is gone; return the window with this name."""

    def look(parts: Parts) -> None:
        press(parts, "shut.backups")
        settle(parts)
        if then == "restore":
            press(parts, "backups.look")

    show = _refused(lambda folder: (folder / "journal.db").unlink(), then=look)
    return dialog(then, show)


def _new_passphrase(parts: Parts) -> QWidget:
    return _alone(parts, NewPassphrasePage(parts.look))


def _saving(parts: Parts) -> QWidget:
    progress = Progress()
    page = WaitPage(parts.look, *saving_words(), progress)
    progress.begin(lambda: None)
    progress.stage(text("Putting what is left into a new file"))
    progress.tell(41, 100)
    _alone(parts, page)
    _wait(PATIENCE_MS + 200)
    return page


def _opening(parts: Parts) -> QWidget:
    return _alone(parts, WaitPage(parts.look, *keyring_words()))


def _alone(parts: Parts, page: NewPassphrasePage | UnlockPage | WaitPage) -> QWidget:
    """Show a page without what leads to it."""
    page.resize(parts.window.size())
    page.setParent(parts.window)
    page.setAutoFillBackground(True)
    page.show()
    page.start()
    return page


def _wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _locked(parts: Parts) -> QWidget:
    return _alone(parts, UnlockPage(parts.look))


def _locked_with_toolkit(parts: Parts) -> QWidget:
    return _alone(parts, UnlockPage(parts.look, toolkit=True))


DOORS = (
    Shot("unlock-wrong-passphrase", _refused(lambda _: None, "quiet river stone damp")),
    Shot("unlock-key-file-damaged", _refused(_spoil_keys)),
    Shot("unlock-key-file-of-backup", _refused(_lose_keys, "")),
    Shot("unlock-journal-damaged", _refused(_spoil_pages)),
    Shot("unlock-journal-missing", _refused(lambda f: (f / "journal.db").unlink())),
    Shot("unlock-backups-elsewhere", _refused(_leave_a_copy)),
    Shot("unlock-with-code", _refused(lambda _: None, "", _with_code)),
    Shot("unlock-backups", _missing("backups")),
    Shot("unlock-backup-asks", _missing("restore")),
    Shot("unlock-open-elsewhere", _refused(_open_elsewhere)),
    Shot("unlock-saving", _saving),
    Shot("unlock-saved", _refused(_spoil_pages, then=_salvage)),
    Shot("unlock-new-passphrase", _new_passphrase),
    Shot("unlock-with-keyring", _opening),
    Shot("first-run", _first_run),
    Shot("recovery", _recovery),
    Shot("beginning", _beginning),
    Shot("journal-empty", _begun),
    Shot("thoughts-empty", page("thoughts")),
    Shot("charts-empty", page("charts")),
    Shot("toolkit-empty", page("toolkit")),
    Shot("share-empty", page("share")),
    Shot("unlock", _locked),
    Shot("unlock-toolkit", _locked_with_toolkit),
)
