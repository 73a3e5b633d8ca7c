"""Everything in front of a journal, and the pages while they are empty."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from resilience_desktop.services.journal import Journal, KdfSettings
from resilience_desktop.showcase.camera import Shot, press, settle
from resilience_desktop.showcase.pages import page
from resilience_desktop.ui.dialogs.unlock import UnlockPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts

_PASSPHRASE = "quiet river stone lamp"  # noqa: S105  (of a journal that is thrown away)
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
    spoil: Callable[[Path], object], passphrase: str = _PASSPHRASE
) -> Callable[[Parts], QWidget]:
    """Try to open a journal that somebody has spoiled."""

    def show(parts: Parts) -> QWidget:
        entrance = parts.window.entrance
        usual = entrance.folder
        folder = usual.with_name("refused")
        shutil.rmtree(folder, ignore_errors=True)
        Journal.create(folder, _PASSPHRASE, _QUICK)[0].close()
        spoil(folder)
        entrance.folder = folder
        entrance.start()
        settle(parts)
        page = entrance.currentWidget()
        if isinstance(page, UnlockPage) and not page.code.isVisible():
            page.passphrase.setText(passphrase)
            press(parts, "unlock.open")
            settle(parts)
        entrance.folder = usual
        return parts.window

    return show


def _spoil_pages(folder: Path) -> None:
    with (folder / "journal.db").open("r+b") as file:
        file.seek(3 * 4096 + 100)
        file.write(bytes(64))


def _locked(parts: Parts) -> QWidget:
    page = UnlockPage(parts.look)
    page.resize(parts.window.size())
    page.setParent(parts.window)
    page.setAutoFillBackground(True)
    page.show()
    page.start()
    return page


DOORS = (
    Shot("unlock-wrong-passphrase", _refused(lambda _: None, "quiet river stone damp")),
    Shot("unlock-key-file-damaged", _refused(lambda f: (f / "journal.keys").write_bytes(b"{}"))),
    Shot("unlock-journal-damaged", _refused(_spoil_pages)),
    Shot("first-run", _first_run),
    Shot("recovery", _recovery),
    Shot("beginning", _beginning),
    Shot("journal-empty", _begun),
    Shot("thoughts-empty", page("thoughts")),
    Shot("charts-empty", page("charts")),
    Shot("share-empty", page("share")),
    Shot("unlock", _locked),
)
