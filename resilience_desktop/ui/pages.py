"""Every page of the window, in order. A new page is one entry here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class PageSpec:
    """What the window needs to know before a page exists."""

    key: str
    title: str
    shortcut: str
    create: Callable[[UiContext], QWidget]


def _journal(context: UiContext) -> QWidget:
    from resilience_desktop.ui.journal.page import JournalPage

    return JournalPage(context)


def _thoughts(context: UiContext) -> QWidget:
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

    return ThoughtsPage(context)


def _charts(context: UiContext) -> QWidget:
    from resilience_desktop.ui.charts.page import ChartsPage

    return ChartsPage(context)


def _share(context: UiContext) -> QWidget:
    from resilience_desktop.ui.share.page import SharePage

    return SharePage(context)


PAGES = (
    PageSpec("journal", text("Journal"), "Ctrl+1", _journal),
    PageSpec("thoughts", text("Thought records"), "Ctrl+2", _thoughts),
    PageSpec("charts", text("Charts"), "Ctrl+3", _charts),
    PageSpec("share", text("Share"), "Ctrl+4", _share),
)
