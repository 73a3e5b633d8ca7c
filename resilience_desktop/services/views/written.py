"""A panel as files: its picture for paper, its values for a spreadsheet."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop.i18n import MINUS
from resilience_desktop.services.views.numbers import NOTHING_YET

if TYPE_CHECKING:
    from resilience_desktop.services.views.view import Column, Drawing, Table, Told

_WIDTH_PT = 700
_FORMULA_STARTS = tuple("=+-@\t\r")


def csv_of(table: Table) -> bytes:
    """Return the values with a header, in UTF-8 that spreadsheets know by its mark."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([_harmless(column.title) for column in table.columns])
    for row in table.rows:
        cells = zip(table.columns, table.cells(row), strict=True)
        writer.writerow([_plain(column, cell) for column, cell in cells])
    return written.getvalue().encode("utf-8-sig")


def svg_of(drawing: Drawing) -> bytes:
    """Return the picture in the ink of paper, where it can be read whatever it is laid on."""
    from resilience_desktop.charts.picture import render_svg
    from resilience_desktop.charts.style import print_style

    draw = partial(drawing.draw, style=print_style())
    return render_svg(draw, _WIDTH_PT, drawing.height(1))


def _plain(column: Column, cell: Told) -> str:
    """Return a cell as spreadsheets sort and reckon with it: no sign before what is above zero."""
    if cell.plain or not column.is_number:
        return cell.plain or _harmless(cell.shown)
    return "" if cell.shown == NOTHING_YET else _harmless(cell.shown.removeprefix("+"))


def _harmless(words: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    number = words.replace(MINUS, "-")
    with suppress(ValueError):
        float(number)
        return number
    return f"'{words}" if words.startswith(_FORMULA_STARTS) else words
