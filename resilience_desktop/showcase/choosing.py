"""Choosing what goes into a report: one by one, dates of one's own, profiles, never shared."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.report_profile import OneByOne, Preset, ReportProfile
from resilience_desktop.i18n import text
from resilience_desktop.showcase.camera import Shot, dialog, found, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.share.chooser import Chooser
    from resilience_desktop.ui.share.page import SharePage
    from resilience_desktop.ui.share.switch_page import SwitchPage

_DOCTOR = "0192a6b4-0000-7000-8000-000000000001"


def _share(parts: Parts) -> SharePage:
    pages = cast("SwitchPage", parts.window.page("share"))
    pages.switch.set_chosen("pdf")
    return pages.report


def _keep_back(journal: Journal) -> Changes:
    """Keep two entries back, so that what is never shared is seen too."""
    entries = [i for i in journal.looking.timeline().items if isinstance(i, Entry) and i.note]
    return journal.marks.never_share(entries[1].id, never=True) | journal.marks.never_share(
        entries[2].id, never=True
    )


def _begin_again(parts: Parts, preset: Preset = Preset.MONTHS_6) -> SharePage:
    """Take filters and ticks away that another place left."""
    share = _share(parts)
    settle(parts)
    share.choices.show_all_entries()
    dates = (dt.date(2026, 9, 1), dt.date(2026, 9, 30)) if preset is Preset.OWN else None
    share.choices.apply(ReportProfile(preset=preset, dates=dates))
    share.look_again()
    settle(parts)
    return share


def _with_never_shared(parts: Parts) -> QWidget:
    parts.tasks.write(_keep_back, owner=parts.window)
    _begin_again(parts)
    return parts.window


def _own_dates(parts: Parts) -> QWidget:
    _begin_again(parts, Preset.OWN)
    return parts.window


def _changed_profile(parts: Parts) -> QWidget:
    """Choose a profile, and tick something else than it has."""
    share = _begin_again(parts)
    kept = ReportProfile(
        id=_DOCTOR,
        name=text("Doctor"),
        preset=Preset.SINCE_LAST,
        parts=frozenset({ReportPart.MOOD, ReportPart.DATA, ReportPart.LOW_SPELLS}),
    )
    parts.tasks.write(lambda journal: journal.reports.keep(kept), owner=share)
    settle(parts)
    share.choices.profiles.begin_with(_DOCTOR)
    return parts.window


def _choose(which: OneByOne, words: str, parts: Parts) -> None:
    parts.tasks.write(_keep_back, owner=parts.window)
    share = _begin_again(parts)
    share.choices.lists[which].open()
    settle(parts)
    cast("QLineEdit", found(parts, "share.chooser.search.field")).setText(words)
    rows = cast("Chooser", found(parts, "share.chooser")).rows
    for number in range(min(2, rows.rowCount())):
        rows.turn(rows.index(number))


def _name(parts: Parts) -> None:
    _begin_again(parts).choices.profiles.ask_for_name()


CHOOSING = (
    Shot("share-never-shared", _with_never_shared),
    Shot("share-own-dates", _own_dates),
    Shot("share-profile", _changed_profile),
)
CHOOSING_DIALOGS = (
    Shot("share-records", dialog("share.chooser", partial(_choose, OneByOne.RECORDS, ""))),
    Shot("share-entries", dialog("share.chooser", partial(_choose, OneByOne.ENTRIES, ""))),
    Shot(
        "share-entries-none",
        dialog("share.chooser", partial(_choose, OneByOne.ENTRIES, "zeppelin")),
    ),
    Shot("share-profile-name", dialog("share.profile_name", _name)),
)
