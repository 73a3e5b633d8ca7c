"""A window with as much in it as ours, of Qt and the bare query alone: no start can be quicker.

Run by `bench_start`: `bench_child_least.py start|memory JOURNAL KEY STYLE`. It has none of our
code: as many plain widgets as the journal page shows, our style sheet and fonts, the newest rows
of the encrypted journal, and the types of Qt that any window needs which paints by itself.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QTabWidget,
    QWidget,
)
from sqlcipher3 import dbapi2

WIDTH, HEIGHT = 1280, 800
_WIDGETS = 98
"""As many as can be seen of the journal page."""
_FONTS = {"font_source_sans_pro": "SourceSansPro", "font_source_serif_pro": "SourceSerifPro"}
_WEIGHTS = ("Regular", "It", "Semibold", "Bold")
_ROWS = (
    "SELECT e.note FROM items AS i JOIN entries AS e USING (seq) WHERE i.binned = 0 "
    "AND i.sealed = 0 ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT 40"
)
_REST_MS = 500
USED = (Qt.Key, QEvent.Type, QStyle.StateFlag, QPainter.RenderHint, QTextCharFormat.UnderlineStyle)


class Rows(QListView):
    """Says when it has been painted."""

    is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint as usual, and say so the first time."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0 if sys.argv[1] == "start" else _REST_MS, say)


def say() -> None:
    """Say that it is painted, or how much memory that took."""
    if sys.argv[1] == "start":
        print("painted", flush=True)
    else:
        from bench_child_memory import resident_mb

        print(resident_mb(), flush=True)
    app.quit()


def newest(journal: str, key: str) -> list[str]:
    """Return the newest notes of a journal."""
    connection = dbapi2.connect(journal)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    rows = [str(note) for (note,) in connection.execute(_ROWS)]
    connection.close()
    return rows


app = QApplication(sys.argv[:1])
for package, name in _FONTS.items():
    for weight in _WEIGHTS:
        font = files(package).joinpath("files", f"{name}-{weight}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(font)
app.setStyleSheet(Path(sys.argv[4]).read_text(encoding="utf-8"))
window, tabs = QMainWindow(), QTabWidget()
window.setCentralWidget(tabs)
page = QWidget()
tabs.addTab(page, "Journal")
grid = QGridLayout(page)
for number in range(_WIDGETS - 2):
    kind = QPushButton if number % 2 else QLabel
    grid.addWidget(kind(f"Part {number}", page), number // 8, number % 8)
grid.addWidget(QPlainTextEdit(page), 20, 0, 1, 4)
rows = Rows(page)
rows.setModel(QStringListModel(newest(sys.argv[2], sys.argv[3]), rows))
grid.addWidget(rows, 20, 4, 1, 4)
window.resize(WIDTH, HEIGHT)
window.show()
app.exec()
