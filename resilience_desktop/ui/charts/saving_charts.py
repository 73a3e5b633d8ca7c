"""Saving and copying a panel: as a picture, as a drawing, as values."""

from __future__ import annotations

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

    from resilience_desktop.services.views.view import Drawing, Panel, Table
    from resilience_desktop.ui.charts.chart_picture import ChartPicture
    from resilience_desktop.ui.context import UiContext

    Way = tuple[str, str, Callable[[], object]]


def ways(
    context: UiContext, owner: QWidget, panel: Panel, pictures: Sequence[ChartPicture]
) -> list[Way]:
    """Return what can be done with a panel: a key, its words, the work."""
    found: list[Way] = []
    for picture in pictures:
        name = picture.drawing.title
        several = len(pictures) > 1
        for key, words, work in (
            ("copy", text("Copy the picture"), partial(_copy, context, picture)),
            ("png", text("Save the picture (PNG) ..."), partial(_save_png, context, picture)),
            ("svg", text("Save for print (SVG) ..."), partial(_save_svg, context, picture)),
        ):
            if several:
                key, words = f"{key}.{picture.drawing.name}", f"{name}: {words}"
            found.append((key, words, work))
    if panel.table is not None:
        work = partial(_save_csv, context, owner, panel.name, panel.table)
        found.append(("csv", text("Save the values (CSV) ..."), work))
    return found


def _copy(context: UiContext, picture: ChartPicture) -> None:
    QGuiApplication.clipboard().setImage(picture.image())
    context.notices.show(text("Copied. It leaves the clipboard in a minute."))


def _save_png(context: UiContext, picture: ChartPicture) -> None:
    content = _png(picture.image())
    name = f"{picture.drawing.name}.png"
    _save(context, picture, name, "PNG (*.png)", lambda: content)


def _save_svg(context: UiContext, picture: ChartPicture) -> None:
    name = f"{picture.drawing.name}.svg"
    _save(context, picture, name, "SVG (*.svg)", partial(_svg, picture.drawing))


def _save_csv(context: UiContext, owner: QWidget, name: str, table: Table) -> None:
    _save(context, owner, f"{name}.csv", "CSV (*.csv)", partial(_csv, table))


def _save(
    context: UiContext, owner: QWidget, name: str, kinds: str, content: Callable[[], bytes]
) -> None:
    path = files.ask_where_to_save(owner, text("Save"), name, kinds)
    if path is None:
        return
    notices = context.notices
    context.tasks.compute(
        partial(_write, path, content), lambda _none: notices.show(text("Saved")), owner=owner
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
