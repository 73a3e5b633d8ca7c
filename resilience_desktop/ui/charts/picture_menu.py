"""What a right click on a chart offers: to see other days of it, and to save or copy it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from resilience_desktop.i18n import text
from resilience_desktop.ui.charts.chart_picture import CLOSER, FARTHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from resilience_desktop.ui.charts.chart_picture import ChartPicture
    from resilience_desktop.ui.charts.saving_charts import Way


def open_menu(picture: ChartPicture, place: QPoint, ways: Iterable[Way]) -> None:
    """Open the menu of a picture at a place in it; ``ways`` are those of saving."""
    menu = QMenu(picture)
    menu.setObjectName(f"{picture.objectName()}.menu")
    menu.aboutToHide.connect(menu.deleteLater)
    x = float(place.x())
    if picture.drawing.is_timeline:
        lines: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("closer", text("Fewer days"), "+", partial(picture.come_closer, CLOSER, x)),
            ("farther", text("More days"), "-", partial(picture.come_closer, FARTHER, x)),
            ("earlier", text("Earlier days"), "Shift+Left", partial(picture.moved.emit, -1)),
            ("later", text("Later days"), "Shift+Right", partial(picture.moved.emit, 1)),
        )
        for key, words, keys, work in lines:
            add(menu, key, words, work).setShortcut(QKeySequence(keys))
        menu.addSeparator()
    for key, words, work in ways:
        add(menu, key, words, work)
    menu.popup(picture.mapToGlobal(place))


def add(menu: QMenu, key: str, words: str, work: Callable[[], object]) -> QAction:
    """Add a line to a menu; the words may be somebody's own."""
    action = menu.addAction(words.replace("&", "&&"))
    action.setObjectName(f"{menu.objectName()}.{key}")
    action.triggered.connect(lambda _=False: work())
    return action
