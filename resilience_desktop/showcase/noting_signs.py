"""Early signs of one's own, as far as they look different."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.early_sign import EarlySign, Measure
from resilience_desktop.services.early_signs import SignsThere
from resilience_desktop.services.signs_in_words import examples, there_in_words
from resilience_desktop.showcase.camera import Shot, dialog, found, press, quiet_line, settle
from resilience_desktop.ui.charts.early_sign_dialog import EarlySignDialog
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.early_signs_line import EarlySignsLine

NOTED = (
    EarlySign("Short nights", Measure.SLEEP_HOURS, number=6.5, tells=True, id="shown1"),
    EarlySign("Everything feels heavy", Measure.MOOD, number=0, id="shown2"),
    EarlySign("I snap at people", Measure.FEELING, "tense", days=2, id="shown3"),
    EarlySign("I stop answering messages", id="shown4"),
)


def _view(parts: Parts) -> QWidget:
    page = cast("ChartsPage", parts.window.page("charts"))
    page.range.go_back()
    page.views.choose("early_signs")
    return parts.window


def _noted(parts: Parts) -> QWidget:
    def keep(journal: Journal) -> Changes:
        changes = Changes()
        for sign in NOTED:
            changes |= journal.early_signs.keep(sign)
        return changes

    shown = _view(parts)
    parts.tasks.write(keep, owner=parts.window)
    return shown


def _list(parts: Parts) -> QWidget:
    shown = _view(parts)
    settle(parts)
    signs = found(parts, "charts.signs")
    bring_into_sight(signs, signs.rect())
    return shown


def _there(parts: Parts) -> QWidget:
    parts.window.page("journal")
    settle(parts)
    from resilience_desktop.insights.early_signs import Counted

    today = dt.date(2026, 5, 24)
    counted = Counted(4, 7, today - dt.timedelta(days=6), today, is_there=True)
    words = there_in_words([(NOTED[0], counted)], ())
    line = cast("EarlySignsLine", quiet_line(parts, "early_signs"))
    line.show_found(SignsThere(("shown1",), words, has_cards=True))
    return parts.window


def _begin(parts: Parts) -> None:
    """Begin with an example, as if there were no signs yet."""
    first = examples(())[0]
    EarlySignDialog(parts.window.context, _view(parts), first, (), is_new=True).open()


def _change(parts: Parts) -> None:
    _noted(parts)
    settle(parts)
    press(parts, "charts.signs.3.change")


def _in_words(parts: Parts) -> None:
    _noted(parts)
    settle(parts)
    press(parts, "charts.signs.add")


SIGNS = (
    Shot("charts-early-signs-none", _view),
    Shot("charts-early-signs", _noted),
    Shot("charts-early-signs-list", _list),
    Shot("journal-early-signs", _there),
)
SIGN_DIALOGS = (
    Shot("sign-example", dialog("charts.sign", _begin)),
    Shot("sign", dialog("charts.sign", _change)),
    Shot("sign-words", dialog("charts.sign", _in_words)),
)
