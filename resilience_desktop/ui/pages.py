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
    say_title: Callable[[], str]
    """Late, because the language is chosen after this is read."""
    create: Callable[[UiContext, QWidget], QWidget]
    """Makes it where it is to stand."""

    @property
    def title(self) -> str:
        """What its tab says."""
        return self.say_title()


def _journal(context: UiContext, parent: QWidget) -> QWidget:
    from resilience_desktop.ui.journal.page import JournalPage

    return JournalPage(context, parent)


def _thoughts(context: UiContext, parent: QWidget) -> QWidget:
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

    return ThoughtsPage(context, parent)


def _charts(context: UiContext, parent: QWidget) -> QWidget:
    from resilience_desktop.ui.charts.page import ChartsPage

    return ChartsPage(context, parent)


def _toolkit(context: UiContext, parent: QWidget) -> QWidget:
    from resilience_desktop.ui.toolkit.page import ToolkitPage

    return ToolkitPage(context, parent)


def _share(context: UiContext, parent: QWidget) -> QWidget:
    from resilience_desktop.ui.share.switch_page import SwitchPage

    return SwitchPage(context, parent)


PAGES = (
    PageSpec("journal", lambda: text("Journal"), _journal),
    PageSpec("thoughts", lambda: text("Thought records"), _thoughts),
    PageSpec("charts", lambda: text("Charts"), _charts),
    PageSpec("toolkit", lambda: text("Toolkit"), _toolkit),
    PageSpec("share", lambda: text("Share"), _share),
)


def in_order(first: tuple[str, ...]) -> tuple[PageSpec, ...]:
    """Return every page, those that somebody wants first at the beginning."""
    return tuple(sorted(PAGES, key=lambda page: page.key not in first))


def shortcut(place: int) -> str:
    """Return the keys that lead to the tab at this place, from 0."""
    return f"Ctrl+{place + 1}"
