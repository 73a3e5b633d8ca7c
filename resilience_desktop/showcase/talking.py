"""When to talk to someone, the own help list, and the skills in the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from resilience_desktop.domain.search import Kind
from resilience_desktop.showcase.camera import Shot, dialog, found, press, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.toolkit.page import ToolkitPage
    from resilience_desktop.ui.toolkit.practised_picture import PractisedPicture


def _talk(parts: Parts) -> None:
    parts.window.dialogs.show_talk()


def _answered(parts: Parts) -> None:
    _talk(parts)
    for name in ("talk.overwhelmed.yes", "talk.hard_to_do.no", "talk.weeks.yes"):
        press(parts, name)


def _form(parts: Parts) -> None:
    _talk(parts)
    settle(parts)
    press(parts, "talk.helper.1.change")


def _list(parts: Parts) -> QWidget:
    from resilience_desktop.ui.dialogs.helpers import HelpersDialog

    shown = HelpersDialog(parts.window.context, parts.window)
    parts.window.dialogs.open(shown)
    settle(parts)
    press(parts, "talk.helper.2.remove")
    return shown


def _skills(parts: Parts) -> QWidget:
    page = cast("ChartsPage", parts.window.page("charts"))
    settle(parts)
    page.views.choose("skills")
    return parts.window


def _day(parts: Parts) -> QWidget:
    """Stand on a day of the picture of days with a skill."""
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    page.show_start()
    page.list.overview_opened.emit()
    settle(parts)
    picture = cast("PractisedPicture", found(parts, "toolkit.practised.days"))
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    return parts.window


def _practice(parts: Parts) -> None:
    journal = parts.window.page("journal").timeline  # type: ignore[attr-defined]
    settle(parts)
    row = next(row for row in journal.list.rows.rows() if row.kind == Kind.PRACTICE)
    parts.window.dialogs.show_practice(row.id)


TALKING = (Shot("charts-skills", _skills), Shot("toolkit-overview-day", _day))
TALKING_DIALOGS = (
    Shot("talk", dialog("talk", _talk)),
    Shot("talk-answered", dialog("talk", _answered)),
    Shot("talk-form", dialog("talk.form", _form)),
    Shot("talk-list", _list),
    Shot("practice", dialog("practice", _practice)),
)
