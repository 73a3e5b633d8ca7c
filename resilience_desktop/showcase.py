"""Pictures of the real windows with the made-up journal in them, drawn without a screen."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from resilience_desktop import app
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.i18n import text
from resilience_desktop.paths import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QPushButton

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.dialogs.import_entries import ImportDialog
    from resilience_desktop.ui.journal.page import JournalPage
    from resilience_desktop.ui.settings.dialog import SettingsDialog
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

DEMO_OUTPUT = "demo-output"
SIZES = ((1280, 800), (960, 640))
_QUIET_MS = 120
SETTINGS = (
    "appearance",
    "journal",
    "reminders",
    "safety",
    "help_lines",
    "language",
    "about",
)
_DRAFT = (
    "Tomorrow is the budget meeting again and my stomach already knows. I keep rehearsing the "
    "sentence I lost last time.\n\nNobody seemed to notice for long. I could bring the figures "
    "on one page and read from it."
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, and how to get the window there."""

    name: str
    show: Callable[[Parts], QWidget]


def demo_into_files() -> int:
    """Do the demo's job without a screen, say so, and return the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    print(text("There is no screen here, so the demo goes into files:"))  # noqa: T201
    for path in write_demo(Path(DEMO_OUTPUT)):
        print(f"  {path}")  # noqa: T201
    return 0


def write_demo(target: Path) -> list[Path]:
    """Fill a demo journal below ``target``; write its report and a picture of each page there."""
    from resilience_desktop.services import sharing

    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say_nothing)
    places = Places.inside(_fresh(target))
    journal = app.demo_journal(places)
    span = journal.span()
    last = journal.today()
    records = [record.id for record in journal.thought_records()[:2]]
    choice = sharing.ReportChoice(
        first=last - dt.timedelta(days=182),
        last=last,
        name="Robin",
        how_it_has_been="Steadier than the summer. Sleep is still the part that tips everything.",
        to_talk_about="I say yes at work before I have thought.",
        question="How do I tell a hard week from the start of something longer?",
        record_ids=tuple(records),
    )
    report = target / "journal-summary.pdf"
    sharing.write_file(report, sharing.pdf_of(sharing.compose(journal, choice)))
    journal.close()
    written = [report]
    if span is not None:
        parts = app.build(places)
        parts.window.resize(*SIZES[0])
        parts.window.start()
        written += _pictures(parts, target, PAGES, "")
        _finish(parts)
    return written


def write_shots(target: Path) -> list[Path]:
    """Write a picture of every page and dialog: light, dark, two sizes, and large text."""
    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say_nothing)
    written: list[Path] = []
    looks = [(theme, size, 100) for theme in ("light", "dark") for size in SIZES]
    for theme, size, text_size in [*looks, ("light", SIZES[0], 150)]:
        ending = f"-{size[0]}x{size[1]}-{theme}" + ("-text150" if text_size != 100 else "")
        written += _with_demo(target, theme, size, text_size, ending)
        written += _without_journal(target, theme, size, text_size, ending)
    return written


def _with_demo(
    target: Path, theme: str, size: tuple[int, int], text_size: int, ending: str
) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        places = Places.inside(Path(folder))
        journal = app.demo_journal(places)
        journal.keep_draft("entry:new", _draft())
        journal.close()
        parts = app.build(places)
        _dress(parts, theme, size, text_size)
        parts.window.start()
        yield from _pictures(parts, target, (*PAGES, *DIALOGS), ending)
        _finish(parts)


def _without_journal(
    target: Path, theme: str, size: tuple[int, int], text_size: int, ending: str
) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        parts = app.build(Places.inside(Path(folder)))
        _dress(parts, theme, size, text_size)
        parts.window.start()
        yield from _pictures(parts, target, DOORS, ending)
        _finish(parts)


def _say_nothing(_kind: object, _context: object, message: str | None) -> None:
    """Drop what Qt says about drawing without a screen; show the rest."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)  # noqa: T201


# Where the window has to be for each picture


def _page(key: str) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        parts.window.page(key)
        return parts.window

    return show


def _empty_page(key: str) -> Callable[[Parts], QWidget]:
    return _page(key)


def _step(number: int) -> Callable[[Parts], QWidget]:
    """Open a finished record in the worksheet, at a step."""

    def show(parts: Parts) -> QWidget:
        _open_a_record(parts)
        settle(parts)
        _press(parts, "thoughts.finished.edit")
        for _ in range(number - 1):
            _press(parts, "thoughts.next")
        return parts.window

    return show


def _finished(parts: Parts) -> QWidget:
    _open_a_record(parts)
    return parts.window


def _open_a_record(parts: Parts) -> None:
    page = _thoughts(parts)
    page.show_list()
    page.open_record(page.records.list.rows.rows()[0].id)


def _table(parts: Parts) -> QWidget:
    cast("ChartsPage", parts.window.page("charts")).as_table.set_open(is_open=True)
    return parts.window


def _search(parts: Parts) -> QWidget:
    parts.window.page("journal")
    parts.window.activateWindow()
    parts.window.header.show_search()
    parts.window.search.start()
    parts.window.search.field.setText("meet")
    return parts.window


def _dialog(name: str, open_it: Callable[[Parts], object]) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        open_it(parts)
        settle(parts)
        return _found(parts, name)

    return show


def _settings(section: str) -> Callable[[Parts], QWidget]:
    return _dialog("settings", lambda parts: parts.window.show_settings(section))


def _settings_search(parts: Parts) -> QWidget:
    parts.window.show_settings()
    dialog = cast("SettingsDialog", _found(parts, "settings"))
    dialog.search.setText("remind")
    return dialog


def _open_feelings(parts: Parts) -> None:
    cast("JournalPage", parts.window.page("journal")).composer.feelings.open_all()


def _import(parts: Parts) -> None:
    parts.window.show_import()
    dialog = cast("ImportDialog", _found(parts, "import"))
    table = Path(parts.window.folder) / "example.csv"
    table.write_text(
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        "2026-11-20,20 November,Friday,19:40,cloudy,work | walk,,\n"
        "2026-11-21,21 November,Saturday,10:05,good,friend,,Market\n",
        encoding="utf-8",
    )
    dialog.plan_files([table])


def _settle(*, words_only: bool = False) -> Callable[[Parts], QWidget]:
    """Stop in the middle of a breath."""

    def show(parts: Parts) -> QWidget:
        from resilience_desktop.ui.dialogs.settle import SettleDialog

        preferences = parts.window.context.preferences
        dialog = SettleDialog(parts.look, preferences, parts.window, clock=lambda: 0.0)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.pacer.start(120, at=52.4)
        dialog.words_only.setChecked(words_only)
        return dialog

    return show


def _first_run(parts: Parts) -> QWidget:
    return parts.window


def _recovery(parts: Parts) -> QWidget:
    _press(parts, "first_run.not_now")
    return parts.window


def _beginning(parts: Parts) -> QWidget:
    _press(parts, "recovery.later")
    return parts.window


def _begun(parts: Parts) -> QWidget:
    _press(parts, "beginning.skip")
    settle(parts)
    return _page("journal")(parts)


def _locked(parts: Parts) -> QWidget:
    from resilience_desktop.ui.dialogs.unlock import UnlockPage

    page = UnlockPage(parts.look)
    page.resize(parts.window.size())
    page.setParent(parts.window)
    page.setAutoFillBackground(True)
    page.show()
    page.start()
    return page


PAGES = (
    Shot("journal", _page("journal")),
    Shot("thoughts", _page("thoughts")),
    Shot("thoughts-finished", _finished),
    *(Shot(f"thoughts-step{n}", _step(n)) for n in range(1, 7)),
    Shot("charts", _page("charts")),
    Shot("charts-table", _table),
    Shot("share", _page("share")),
)
DIALOGS = (
    Shot("search", _search),
    Shot("feelings", _dialog("feelings_dialog", _open_feelings)),
    Shot("help", _dialog("help", lambda p: p.window.show_help())),
    Shot("settle", _settle()),
    Shot("settle-words", _settle(words_only=True)),
    Shot("import", _dialog("import", _import)),
    *(Shot(f"settings-{key.replace('_', '-')}", _settings(key)) for key in SETTINGS),
    Shot("settings-search", _settings_search),
    Shot("first-steps", _dialog("first_steps", lambda p: p.window.show_first_steps())),
)
DOORS = (
    Shot("first-run", _first_run),
    Shot("recovery", _recovery),
    Shot("beginning", _beginning),
    Shot("journal-empty", _begun),
    Shot("thoughts-empty", _empty_page("thoughts")),
    Shot("charts-empty", _empty_page("charts")),
    Shot("share-empty", _empty_page("share")),
    Shot("unlock", _locked),
)


def _pictures(parts: Parts, target: Path, shots: tuple[Shot, ...], ending: str) -> Iterator[Path]:
    parts.window.show()
    settle(parts)
    for shot in shots:
        shown = shot.show(parts)
        settle(parts)
        path = target / f"{shot.name}{ending}.png"
        shown.grab().save(str(path))
        if shown is not parts.window:
            shown.close()
        yield path


def settle(parts: Parts) -> None:
    """Wait until nothing is being read, drawn or moved any more."""
    loop = QEventLoop()
    quiet = QTimer(interval=_QUIET_MS)

    def look() -> None:
        if not parts.tasks.is_busy:
            loop.quit()

    quiet.timeout.connect(look)
    quiet.start()
    loop.exec()


def _dress(parts: Parts, theme: str, size: tuple[int, int], text_size: int) -> None:
    preferences = parts.window.context.preferences
    preferences.change(theme=theme, text_size=text_size, country="GB")
    parts.look.set_text_size(text_size)  # at once
    parts.window.resize(*size)


def _finish(parts: Parts) -> None:
    parts.window.close()
    parts.tasks.close()
    parts.window.deleteLater()


def _draft() -> Entry:
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.services.journal import local_zone

    return Entry(
        at=Moment.now(local_zone()),
        mood=-2,
        feelings=(Feeling("worried"), Feeling("tense")),
        note=_DRAFT,
    )


def _fresh(target: Path) -> Path:
    folder = target / "demo-journal"
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _found(parts: Parts, name: str) -> QWidget:
    found = parts.window.findChildren(QWidget, name)
    if not found:
        raise LookupError(name)
    return found[-1]  # one that was closed may still be going away


def _press(parts: Parts, name: str) -> None:
    cast("QPushButton", _found(parts, name)).click()


def _thoughts(parts: Parts) -> ThoughtsPage:
    return cast("ThoughtsPage", parts.window.page("thoughts"))
