"""The demo where there is no screen: its report and its pages as files."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler

from resilience_desktop import app
from resilience_desktop.i18n import text
from resilience_desktop.paths import Places
from resilience_desktop.showcase.camera import finish, pictures, say_nothing
from resilience_desktop.showcase.pages import PAGES

DEMO_OUTPUT = "demo-output"
_SIZE = (1280, 800)


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
    qInstallMessageHandler(say_nothing)
    places = Places.inside(_fresh(target))
    journal = app.demo_journal(places)
    span = journal.looking.span()
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
        parts.window.resize(*_SIZE)
        parts.window.start()
        written += pictures(parts, target, PAGES, "")
        finish(parts)
    return written


def _fresh(target: Path) -> Path:
    folder = target / "demo-journal"
    shutil.rmtree(folder, ignore_errors=True)
    return folder
