"""What a panel says: its marks, its table and its words, for tests of the views."""

from __future__ import annotations

from matplotlib.figure import Figure

from resilience_desktop.charts.style import print_style


def drawn(drawing, width=560):
    """Return mark -> its place."""
    size = (width / 72, drawing.height(1) / 72)
    return drawing.draw(Figure(figsize=size, dpi=72), style=print_style())


def told(drawing):
    """Return mark -> what is told of it, in reading order."""
    return {mark: drawing.tell(mark) for mark in drawn(drawing)}


def rows(panel):
    """Return the rows of the table as they are shown."""
    return [[cell.shown for cell in panel.table.cells(row)] for row in panel.table.rows]


def aloud(panel):
    """Return the rows of the table as they are said."""
    return [[cell.aloud for cell in panel.table.cells(row)] for row in panel.table.rows]


def said(panel):
    """Return every sentence of a panel."""
    return " ".join((*panel.sentences, panel.note, *panel.how, *panel.advanced))
