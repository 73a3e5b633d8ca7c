"""The wider view, the look at a month and its quiet line, as far as they look different."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.look_back import months_after
from resilience_desktop.domain.month_look import AXES, MonthLook, RatedValue
from resilience_desktop.showcase.camera import Shot, dialog, found, press, quiet_line, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.look_back_line import LookBackLine
    from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

RATED = (
    (2, (8, 3, 4, 3, 4, 4, 3, 5, 3, 3)),
    (1, (7, 4, 5, 3, 4, 4, 5, 6, 4, 5)),
    (0, (5, 5, 6, 5, 4, 6, 5, 6, 5, 6)),
)
"""How many months ago, and a number for each axis."""
MATTERS = (
    RatedValue("Time with my sister", 9, 4),
    RatedValue("Being outdoors", 7, 6),
    RatedValue("Honest work", 6, 6),
    RatedValue("Music", 8),
)


def _keep(parts: Parts, months: tuple[int, ...] = (2, 1, 0)) -> None:
    """Keep looks of these months, and take away all others."""

    def keep(journal: Journal) -> Changes:
        changes = Changes()
        for look in journal.month_looks.all():
            changes |= journal.month_looks.drop(look)
        for ago, numbers in RATED:
            if ago in months:
                look = MonthLook(
                    months_after(journal.today(), -ago),
                    tuple(zip(AXES, numbers, strict=True)),
                    MATTERS if ago == months[-1] else (),
                    "A quieter month than the last one." if ago == 0 else "",
                    id=f"look{ago}",
                )
                changes |= journal.month_looks.keep(look)
        return changes

    parts.tasks.write(keep, owner=parts.window)
    settle(parts)


def _view(parts: Parts) -> ChartsPage:
    page = cast("ChartsPage", parts.window.page("charts"))
    page.views.choose("wider")
    settle(parts)
    return page


def _nothing_yet(parts: Parts) -> QWidget:
    _keep(parts, ())
    _view(parts)
    return parts.window


def _one_look(parts: Parts) -> QWidget:
    _keep(parts, (0,))
    _view(parts)
    return parts.window


def _looks(parts: Parts) -> QWidget:
    _keep(parts)
    _view(parts)
    return parts.window


def _sides(parts: Parts) -> QWidget:
    _looks(parts)
    cast("ScrollPane", found(parts, "charts.scroll")).ensureWidgetVisible(
        found(parts, "charts.wider.values.how")
    )
    return parts.window


def _beside(parts: Parts) -> QWidget:
    _keep(parts)
    page = _view(parts)
    page.range.compare_with("before")
    return parts.window


def _table(parts: Parts) -> QWidget:
    _keep(parts)
    page = _view(parts)
    page.range.compare_with("none")
    settle(parts)
    panels = page.panels()
    for panel in panels[:2]:
        panel.as_table.set_open(is_open=True)
    panels[0].how.set_open(is_open=True)
    return parts.window


def _offered(parts: Parts) -> QWidget:
    parts.window.page("journal")
    settle(parts)
    cast("LookBackLine", quiet_line(parts, "look_back")).show_if(is_there=True)
    return parts.window


def _open(parts: Parts) -> None:
    _keep(parts, (2, 1))
    parts.window.dialogs.show_month_look()


def _open_filled(parts: Parts) -> None:
    _keep(parts)
    parts.window.dialogs.show_month_look()
    settle(parts)
    pane = cast("ScrollPane", found(parts, "month_look.pane"))
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())


def _removed(parts: Parts) -> None:
    _open_filled(parts)
    press(parts, "month_look.values.2.remove")


WIDER = (
    Shot("charts-wider-nothing", _nothing_yet),
    Shot("charts-wider-one", _one_look),
    Shot("charts-wider", _looks),
    Shot("charts-wider-sides", _sides),
    Shot("charts-wider-compared", _beside),
    Shot("charts-wider-table", _table),
    Shot("journal-look-back", _offered),
)
WIDER_DIALOGS = (
    Shot("month-look", dialog("month_look", _open)),
    Shot("month-look-filled", dialog("month_look", _open_filled)),
    Shot("month-look-removed", dialog("month_look", _removed)),
)
