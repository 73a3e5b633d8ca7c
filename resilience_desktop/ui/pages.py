"""Every page of the window, in order. A new page is one entry here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
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
    module: str
    name: str
    """Of its class, which is read in when it is wanted."""

    @property
    def title(self) -> str:
        """What its tab says."""
        return self.say_title()

    def read_in(self) -> Callable[[UiContext, QWidget], QWidget]:
        """Return what makes the page where it is to stand."""
        module = import_module(f"resilience_desktop.ui.{self.module}")
        make: Callable[[UiContext, QWidget], QWidget] = getattr(module, self.name)
        return make


PAGES = (
    PageSpec("journal", lambda: text("Journal"), "journal.page", "JournalPage"),
    PageSpec("thoughts", lambda: text("Thought records"), "thoughts.page", "ThoughtsPage"),
    PageSpec("charts", lambda: text("Charts"), "charts.page", "ChartsPage"),
    PageSpec("toolkit", lambda: text("Toolkit"), "toolkit.page", "ToolkitPage"),
    PageSpec("share", lambda: text("Share"), "share.switch_page", "SwitchPage"),
)


def in_order(first: tuple[str, ...]) -> tuple[PageSpec, ...]:
    """Return every page, those that somebody wants first at the beginning."""
    return tuple(sorted(PAGES, key=lambda page: page.key not in first))


def first_of(order: tuple[PageSpec, ...], key: str) -> PageSpec:
    """Return the page with a key, or the first one where there is none of that name."""
    return next((page for page in order if page.key == key), order[0])


def shortcut(place: int) -> str:
    """Return the keys that lead to the tab at this place, from 0."""
    return f"Ctrl+{place + 1}"
