"""What is copied from here stays on the clipboard for a minute, and in no list of what was copied.

Words that are in the journal nowhere yet are the exception: their copy may be all that somebody
has, so its minute begins when they are saved.

On macOS there is no mark that Qt could set from here; there it only goes after the minute.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

KEPT_MS = 60_000
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = bytes(4)
_MARKS = {
    # What password managers set, and clipboard managers look for.
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
}
_UNSAVED = "application/x-resilience-unsaved"


class PrivateClipboard(QObject):
    """Marks whatever this program puts on the clipboard as private, and takes it away again."""

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._end = QTimer(self, interval=KEPT_MS, singleShot=True)
        self._end.timeout.connect(self.clear_own)
        clipboard.changed.connect(self._changed)

    def clear_own(self) -> None:
        """Take away what came from here; what another program put there stays."""
        self._end.stop()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            copied = self._clipboard.mimeData(mode)
            if self._is_ours(mode) and _is_marked(copied) and not copied.hasFormat(_UNSAVED):
                self._clipboard.clear(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        copied = self._clipboard.mimeData(mode)
        if not self._is_ours(mode) or not (copied.hasText() or copied.hasImage()):
            return
        self._end.start()
        if not _is_marked(copied):
            marked = _marked(copied.text())
            if copied.hasImage():
                marked.setImageData(copied.imageData())
            self._clipboard.setMimeData(marked, mode)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return mode == QClipboard.Mode.Clipboard and self._clipboard.ownsClipboard()


def copy_unsaved(clipboard: QClipboard, words: str) -> None:
    """Copy words that are nowhere else, and leave them there until ``let_go_of_unsaved``."""
    data = _marked(words)
    data.setData(_UNSAVED, b"1")
    clipboard.setMimeData(data)


def let_go_of_unsaved(clipboard: QClipboard) -> None:
    """Treat a copy like any other from now on: what was copied is saved."""
    copied = clipboard.mimeData()
    if clipboard.ownsClipboard() and copied.hasFormat(_UNSAVED):
        clipboard.setMimeData(_marked(copied.text()))


def _is_marked(copied: QMimeData) -> bool:
    return all(copied.hasFormat(name) for name in _MARKS)


def _marked(words: str) -> QMimeData:
    """Return plain words, which is all that anybody writes here."""
    result = QMimeData()
    result.setText(words)
    for name, value in _MARKS.items():
        result.setData(name, value)
    return result
