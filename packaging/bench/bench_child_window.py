"""A bare window, the floor of the start: `bench_child_window.py start|memory|matplotlib`.

Run by `bench_start`. With ``memory`` and ``matplotlib`` it says how much memory it takes once it
has been painted, the latter with a chart drawn by bare matplotlib on its page.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH, HEIGHT = 1280, 800
_REST_MS = 500


class Page(QLabel):
    """Says when it has been painted."""

    is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint as usual, and say so the first time."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, painted)


def painted() -> None:
    """Say so, or how much memory that took."""
    if sys.argv[1] == "start":
        print("painted", flush=True)
        app.quit()
        return
    if sys.argv[1] == "matplotlib":
        draw(page)
    QTimer.singleShot(_REST_MS, say_memory)


def say_memory() -> None:
    """Say how much memory the process takes."""
    from bench_child_memory import resident_mb

    print(resident_mb(), flush=True)
    app.quit()


def draw(page: QLabel) -> None:
    """Show a chart of as many marks as a year has days."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from PySide6.QtGui import QImage, QPixmap

    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 2 / 100), dpi=100)
    canvas = FigureCanvasAgg(figure)
    figure.add_subplot().plot(range(365), [n % 11 - 5 for n in range(365)], "o")
    canvas.draw()  # type: ignore[no-untyped-call]
    wide, high = canvas.get_width_height()
    pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    image = QImage(pixels, wide, high, QImage.Format.Format_RGBA8888)
    page.setPixmap(QPixmap.fromImage(image))


app = QApplication(sys.argv[:1])
window, tabs, page = QMainWindow(), QTabWidget(), Page()
tabs.addTab(page, "Journal")
window.setCentralWidget(tabs)
window.resize(WIDTH, HEIGHT)
window.show()
app.exec()
