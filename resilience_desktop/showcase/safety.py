"""What there is in Settings > Safety besides: deleting everything, moving, the keyring."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer

from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Journal, KdfSettings
from resilience_desktop.showcase.camera import QUIET_MS, Shot, dialog, found, settle
from resilience_desktop.ui.settings.delete_dialog import DeleteDialog
from resilience_desktop.ui.settings.move_dialog import MoveDialog
from resilience_desktop.ui.settings.passphrase import PassphraseSetting
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.strips import say_cloud, say_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.frame import Frame
    from resilience_desktop.ui.window_dialogs import WindowDialogs

_PASSPHRASE = "quiet river stone lamp"  # noqa: S105  (of a journal that is thrown away)
_QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)


def _delete(parts: Parts) -> None:
    DeleteDialog(parts.window.context, parts.window.folder, parts.window).open()


def _delete_confirmed(parts: Parts) -> None:
    _delete(parts)
    settle(parts)
    cast("DeleteDialog", found(parts, "delete_everything")).words.setText(text("delete my journal"))


def _above_pages(parts: Parts) -> tuple[UiContext, Frame, WindowDialogs]:
    window = parts.window
    return window.context, cast("Frame", found(parts, "frame")), window.dialogs


def _cloud(parts: Parts) -> QWidget:
    parts.window.page("journal")
    notice = say_cloud(*_above_pages(parts), "Dropbox")
    QTimer.singleShot(QUIET_MS * 3, notice, notice.deleteLater)  # away by the next picture
    return parts.window


def _sheet(parts: Parts) -> QWidget:
    parts.window.page("journal")
    notice = say_sheet(*_above_pages(parts))
    QTimer.singleShot(QUIET_MS * 3, notice, notice.deleteLater)
    return parts.window


def _move(parts: Parts) -> None:
    folder = parts.window.folder.with_name("Dropbox") / "journal"
    MoveDialog(parts.window.context, folder, parts.window).open()


def _keyring(parts: Parts) -> None:
    """Show how a journal with a passphrase opens, on a computer that has a keyring."""
    folder = parts.window.folder.with_name("locked")
    shutil.rmtree(folder, ignore_errors=True)
    Journal.create(folder, _PASSPHRASE, _QUICK)[0].close()
    context = parts.window.context
    window = SmallDialog(context.look, parts.window, "keyring", text("How it opens"))
    window.column.addWidget(PassphraseSetting(context, folder, has_keyring=lambda: True))
    window.open()
    settle(parts)
    window.fit()


SAFETY = (
    Shot("delete-everything", dialog("delete_everything", _delete)),
    Shot("delete-everything-confirmed", dialog("delete_everything", _delete_confirmed)),
    Shot("settings-keyring", dialog("keyring", _keyring)),
    Shot("cloud-notice", _cloud),
    Shot("sheet-notice", _sheet),
    Shot("move", dialog("move", _move)),
)
