"""Saving everything as one file, after saying what that means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui import files
from resilience_desktop.ui.progress import ProgressPanel
from resilience_desktop.ui.widgets.confirm import ConfirmDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

    Gather = Callable[[Progress], Callable[[Journal], Contents]]


def save_everything(context: UiContext, window: QWidget) -> None:
    """Ask first, then where; then write."""
    words = text(
        "The file holds everything, also what is in the bin. It is not encrypted: "
        "anyone who has it can read it."
    )
    _ask(
        context,
        window,
        _Wanted(
            text("Save everything"),
            text("Save everything as a file?"),
            words,
            "journal",
            lambda progress: lambda journal: journal.contents(progress),
            text("Everything is saved in {file}"),
        ),
    )


def save_these(context: UiContext, window: QWidget, chosen: TimelineFilter) -> None:
    """Do the same with what a filter lets through."""
    words = text(
        "The file holds what was found, and nothing else. "
        "It is not encrypted: anyone who has it can read it."
    )
    _ask(
        context,
        window,
        _Wanted(
            text("Export these"),
            text("Save these as a file?"),
            words,
            "journal-selection",
            lambda _progress: lambda journal: journal.looking.chosen(chosen),
            text("They are saved in {file}"),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is saved, and the words for it."""

    title: str
    question: str
    meaning: str
    name: str
    """What the name of the file begins with."""
    gather: Gather
    said: str
    """What is said in the end, with ``{file}``."""


def _ask(context: UiContext, window: QWidget, wanted: _Wanted) -> None:
    asked = ConfirmDialog(
        context.look,
        window,
        name="export",
        question=wanted.question,
        meaning=wanted.meaning,
        yes=text("Choose a place"),
        is_final=False,
    )
    asked.yes.setObjectName("export.choose")
    asked.accepted.connect(lambda: _write(context, window, wanted))
    asked.open()


def _write(context: UiContext, window: QWidget, wanted: _Wanted) -> None:
    name = f"{wanted.name}-{now().day.isoformat()}.json"
    path = files.ask_where_to_save(window, wanted.title, name, "JSON (*.json)")
    if path is None:
        return

    tasks, notices, progress = (
        context.tasks,
        context.notices,
        Progress(text("Gathering everything")),
    )
    ProgressPanel(context.look, window, progress)

    def write(contents: Contents) -> None:
        tasks.compute(
            lambda: _export(contents, path, progress),
            lambda _none: notices.show(wanted.said.format(file=path.name)),
            owner=notices,
            failed=failed,
            progress=progress,
        )

    def failed(error: BaseException) -> None:
        if isinstance(error, CancelledError):
            notices.show(str(error))
        else:
            tasks.work_failed.emit(error)

    tasks.read(
        wanted.gather(progress),
        write,
        owner=notices,
        failed=failed,
        progress=progress,
    )


def _export(contents: Contents, path: Path, progress: Progress) -> None:
    from resilience_desktop.services.exchange import export
    from resilience_desktop.services.sharing import write_file

    write_file(path, export(contents, progress), progress)
