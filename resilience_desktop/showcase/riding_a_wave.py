"""Riding out an urge: before it, at a question, between two, after twenty minutes, and after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QPushButton, QTableWidget

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice, Rating
from resilience_desktop.services import clock
from resilience_desktop.showcase.camera import Shot, settle
from resilience_desktop.ui.toolkit.player import Player
from resilience_desktop.ui.toolkit.wave_guide import WaveGuide
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.rating_slider import RatingSlider
from resilience_desktop.ui.widgets.stopwatch import Stopwatch
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.toolkit.page import ToolkitPage

_SKILL = "urge_wave"
_URGE, _INSTEAD = "Checking the phone", "Made tea and sat outside."
_WENT = ((4, 55), (128, 70), (250, 85), (371, 80), (492, 60), (738, 35), (860, 30))
_EARLIER = (((3, 60), (130, 75), (300, 50), (430, 30)), ((2, 40), (125, 55), (250, 45)))


def _keep_earlier(journal: Journal) -> Changes:
    changes, now = Changes(), clock.now()
    for days, went in enumerate(_EARLIER, 1):
        at = Moment.from_wall(now.wall.replace(tzinfo=None) - dt.timedelta(days=9 * days), now.zone)
        practice = Practice(
            skill=_SKILL,
            at=at,
            seconds=went[-1][0] + 60,
            answers=(("urge", _URGE), ("instead", _INSTEAD)),
            wave=tuple(Rating(*one) for one in went),
            id=f"shown wave {days}",
        )
        changes |= journal.practices.keep(practice)
    return changes


def _before(parts: Parts) -> Player:
    """Open it as it is before it begins."""
    parts.tasks.write(_keep_earlier, owner=parts.window)
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    page.open_skill(_SKILL)
    settle(parts)
    for name in ("toolkit.stop", "toolkit.close"):
        for way in page.findChildren(QPushButton, name):
            if way.isVisible():
                way.click()
                settle(parts)
        page.open_skill(_SKILL)
        settle(parts)
    return next(one for one in page.findChildren(Player) if one.isVisible())


def _watched(parts: Parts, until: float, ratings: int) -> WaveGuide:
    """Have watched it for so many seconds, with some of the ratings."""
    player = _before(parts)
    player.begin_at_once()
    guide = next(iter(player.findChildren(WaveGuide)))
    for field in guide.findChildren(LineField, "wave.urge"):
        field.setText(_URGE)
    watch = next(iter(guide.findChildren(Stopwatch)))
    for seconds, strength in _WENT[:ratings]:
        watch.start(seconds)
        watch.moved.emit()
        for slider in guide.findChildren(RatingSlider):
            slider.chosen.emit(strength)
    watch.start(until)
    watch.moved.emit()
    return guide


def _ready(parts: Parts) -> QWidget:
    _before(parts)
    return parts.window


def _earlier(parts: Parts) -> QWidget:
    player = _before(parts)
    for opener in player.findChildren(QPushButton, "wave.earlier"):
        opener.click()
    for rows in player.findChildren(QTableWidget, "wave.earlier.list"):
        rows.selectRow(0)
    return parts.window


def _asked(parts: Parts) -> QWidget:
    _watched(parts, 492, 4)
    return parts.window


def _between(parts: Parts) -> QWidget:
    _watched(parts, 530, 5)
    return parts.window


def _table(parts: Parts) -> QWidget:
    for opener in _watched(parts, 530, 5).findChildren(QPushButton, "wave.as_table"):
        opener.click()
    return parts.window


def _over(parts: Parts) -> QWidget:
    _watched(parts, 1200, 7)
    return parts.window


def _after(parts: Parts) -> QWidget:
    _watched(parts, 900, 7)
    for way in parts.window.findChildren(QPushButton, "toolkit.stop"):
        if way.isVisible():
            way.click()
    settle(parts)
    for field in parts.window.findChildren(WordsEdit, "wave.instead"):
        if field.isVisible():
            field.setPlainText(_INSTEAD)
    settle(parts)
    return parts.window


RIDING_A_WAVE = (
    Shot("wave-before", _ready),
    Shot("wave-earlier", _earlier),
    Shot("wave-asked", _asked),
    Shot("wave", _between),
    Shot("wave-table", _table),
    Shot("wave-twenty-minutes", _over),
    Shot("wave-after", _after),
)
