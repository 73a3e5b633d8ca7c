"""The Toolkit page around the skills: the overview, things that help, and choosing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.toolkit import Comfort, Stage, Toolkit
from resilience_desktop.showcase.camera import Shot, dialog, found, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.toolkit.page import ToolkitPage

_CHOSEN = Toolkit(
    chosen=("slow_breathing", "grounding_54321", "muscles_short", "self_kindness", "urge_wave"),
    automatic=("box_breathing",),
    stage=Stage.SETTLE,
    gone_on=("worry_time",),
    comforts=(
        (Comfort.SOOTHE, "The blue blanket"),
        (Comfort.SOOTHE, "Rain sounds"),
        (Comfort.DISTRACT, "A crossword"),
        (Comfort.ACCEPT, "This is a hard hour. It is not the whole week."),
    ),
)


def _page(parts: Parts) -> ToolkitPage:
    parts.tasks.write(lambda journal: journal.toolkit.keep(_CHOSEN), owner=parts.window)
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    return page


def _overview(parts: Parts) -> QWidget:
    page = _page(parts)
    page.show_start()
    page.list.overview_opened.emit()
    return parts.window


def _list(parts: Parts) -> QWidget:
    _page(parts).show_start()
    return parts.window


def _things(parts: Parts) -> QWidget:
    _page(parts).list.comfort_opened.emit(Comfort.SOOTHE)
    return parts.window


def _note(parts: Parts) -> QWidget:
    _page(parts).open_skill("values_check")
    return parts.window


def _hand(parts: Parts) -> None:
    _page(parts)
    parts.window.show_toolkit()


def _hand_with_skill(parts: Parts) -> None:
    _page(parts)
    parts.window.dialogs.show_toolkit("self_kindness")


def _change(parts: Parts) -> None:
    _page(parts).open_change()


def _swap(parts: Parts) -> None:
    _change(parts)
    settle(parts)
    cast("QCheckBox", found(parts, "toolkit.tick.box_breathing")).click()


CHOOSING_SKILLS = (
    Shot("toolkit", _list),
    Shot("toolkit-overview", _overview),
    Shot("toolkit-things", _things),
    Shot("toolkit-note", _note),
)
SKILL_DIALOGS = (
    Shot("toolkit-hand", dialog("toolkit.hand", _hand)),
    Shot("toolkit-hand-skill", dialog("toolkit.hand", _hand_with_skill)),
    Shot("toolkit-change", dialog("toolkit.change", _change)),
    Shot("toolkit-swap", dialog("toolkit.swap", _swap)),
)
