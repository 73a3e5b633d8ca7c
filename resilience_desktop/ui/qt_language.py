"""Qt speaks the language of the app: direction, dates, the words on its own buttons and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

from resilience_desktop import i18n
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def follow_language(app: QApplication) -> None:
    """Let Qt follow the language that was chosen; call it before there is a window."""
    right = i18n.is_right_to_left()
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    QLocale.setDefault(_locale())
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    shipped = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if shipped.load(f"qtbase_{i18n.language_code()}", folder):
        app.installTranslator(shipped)
    ours = _OurWords(app)
    if not ours.isEmpty():
        app.installTranslator(ours)  # asked first, because it comes last


def _locale() -> QLocale:
    """Return the language with the customs of the country, such as the first day of a week."""
    system, chosen = QLocale.system(), QLocale(i18n.language_code())
    if chosen.language() in (system.language(), QLocale.Language.C):
        return system
    return QLocale(chosen.language(), system.territory())


class _OurWords(QTranslator):
    """Answers for the few sentences of Qt that people meet, as far as they are translated."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._words = {said: ours for said, ours in _said_by_qt().items() if said != ours}

    def isEmpty(self) -> bool:
        """Answer Qt."""
        return not self._words

    def translate(
        self,
        _context: str,
        said: str,
        _remark: str | None = None,
        _count: int = -1,
    ) -> str | None:
        """Answer Qt, or let it ask the words it brings along."""
        return self._words.get(said)


def _said_by_qt() -> dict[str, str]:
    return {
        "OK": text("OK"),
        "Cancel": text("Cancel"),
        "Close": text("Close"),
        "&Undo": text("&Undo"),
        "&Redo": text("&Redo"),
        "Cu&t": text("Cu&t"),
        "&Copy": text("&Copy"),
        "&Paste": text("&Paste"),
        "Delete": text("Delete"),
        "Select All": text("Select All"),
        "&Select All": text("&Select All"),
    }
