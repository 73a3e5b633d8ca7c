"""Pictures that somebody gives: files, and images from the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.i18n import text
from resilience_desktop.services.pictures import MOST_BYTES, made_small

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

Given = Path | QImage
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff")


def pictures_in(source: QMimeData) -> list[Given]:
    """Return the pictures in what is pasted or dropped; words that come with one win."""
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    found: list[Given] = [path for path in files if path.suffix.lower() in SUFFIXES]
    if not found and source.hasImage() and not source.hasText():
        image = source.imageData()
        found = [image] if isinstance(image, QImage) and not image.isNull() else []
    return found


def small_bytes(given: Given) -> bytes:
    """Return a picture as it is kept; raise ``NotUnderstoodError``. Slow, for another thread."""
    if isinstance(given, QImage):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        given.save(buffer, "PNG")  # type: ignore[call-overload]
        return made_small(bytes(buffer.data().data()))
    try:
        with given.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except OSError:
        raise NotUnderstoodError(text("This file cannot be opened.")) from None
    return made_small(body)
