"""Saving and copying a panel: as a picture, as a drawing, as values."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from resilience_desktop.i18n import text
from resilience_desktop.ui import files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Drawing, Panel, Table
    from resilience_desktop.ui.charts.chart_picture import ChartPicture
    from resilience_desktop.ui.context import UiContext

    Way = tuple[str, str, Callable[[], object]]


def ways(
    context: UiContext,
    owner: QWidget,
    panel: Panel,
    pictures: Sequence[ChartPicture],
    period: Period,
) -> list[Way]:
    """Return what can be done with a panel: a key, its words, the work."""
    found: list[Way] = []
    for picture in pictures:
        title, name = picture.drawing.title, _file_name(picture.drawing.name, period)
        several = len(pictures) > 1
        for key, words, work in (
            ("copy", text("Copy the picture"), partial(_copy, context, picture)),
            ("png", text("Save the picture (PNG) ..."), partial(_save_png, context, picture, name)),
            ("svg", text("Save for print (SVG) ..."), partial(_save_svg, context, picture, name)),
        ):
            if several:
                key, words = f"{key}.{picture.drawing.name}", f"{title}: {words}"
            found.append((key, words, work))
    if panel.table is not None:
        name = _file_name(panel.name, period)
        work = partial(_save_csv, context, owner, name, panel.table)
        found.append(("csv", text("Save the values (CSV) ..."), work))
    return found


def _file_name(name: str, period: Period) -> str:
    """Return how a file is called: what it shows, and of which days, so that two can be told."""
    return f"{re.sub(r'[._]', '-', name)}-{period.first}-to-{period.last}"


def _copy(context: UiContext, picture: ChartPicture) -> None:
    QGuiApplication.clipboard().setImage(picture.image())
    context.notices.show(text("Copied. It leaves the clipboard in a minute."))


def _save_png(context: UiContext, picture: ChartPicture, name: str) -> None:
    content = _png(picture.image())
    _save(context, picture, f"{name}.png", "PNG (*.png)", lambda: content)


def _save_svg(context: UiContext, picture: ChartPicture, name: str) -> None:
    _save(context, picture, f"{name}.svg", "SVG (*.svg)", partial(_svg, picture.drawing))


def _save_csv(context: UiContext, owner: QWidget, name: str, table: Table) -> None:
    _save(context, owner, f"{name}.csv", "CSV (*.csv)", partial(_csv, table))


def _save(
    context: UiContext, owner: QWidget, name: str, kinds: str, content: Callable[[], bytes]
) -> None:
    path = files.ask_where_to_save(owner, text("Save outside the journal"), name, kinds)
    if path is None:
        return
    saved = text("Saved in {folder}. Anybody who can open the file can read it.")
    words = saved.format(folder=path.parent.name or path.parent)
    context.tasks.compute(
        partial(_write, path, content), lambda _none: context.notices.show(words), owner=owner
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(drawing: Drawing) -> bytes:
    from resilience_desktop.services.views.written import svg_of

    return svg_of(drawing)


def _csv(table: Table) -> bytes:
    from resilience_desktop.services.views.written import csv_of

    return csv_of(table)


def _write(path: Path, content: Callable[[], bytes]) -> None:
    from resilience_desktop.services import sharing

    sharing.write_file(path, content())
