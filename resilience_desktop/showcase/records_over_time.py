"""The list of thought records when it is searched, and what all of them show."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.showcase.camera import Shot, dialog, found, press, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.thoughts.page import ThoughtsPage
    from resilience_desktop.ui.thoughts.records_seen import RecordsSeenPage


def _page(parts: Parts) -> ThoughtsPage:
    return cast("ThoughtsPage", parts.window.page("thoughts"))


def _filtered(parts: Parts) -> QWidget:
    _page(parts).show_records(
        RecordFilter(patterns=("mind_reading",), tags=("work",), state=RecordState.FINISHED)
    )
    return parts.window


def _nothing_found(parts: Parts) -> QWidget:
    _page(parts).show_records(RecordFilter(words="zeppelin"))
    return parts.window


def _seen(parts: Parts) -> QWidget:
    _page(parts).show_records(RecordFilter())
    _page(parts).show_seen()
    return parts.window


def _seen_table(parts: Parts) -> QWidget:
    _seen(parts)
    settle(parts)
    cast("RecordsSeenPage", found(parts, "thoughts.seen_page")).ratings.as_table.click()
    return parts.window


def _filter(parts: Parts) -> None:
    _page(parts).show_records(RecordFilter())
    settle(parts)
    press(parts, "thoughts.filter")


RECORDS = (
    Shot("thoughts-filtered", _filtered),
    Shot("thoughts-none-found", _nothing_found),
    Shot("thoughts-seen", _seen),
    Shot("thoughts-seen-table", _seen_table),
)
RECORD_FILTER = Shot("thoughts-filter", dialog("record_filter", _filter))
