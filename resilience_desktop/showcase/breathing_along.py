"""A skill that leads in time: before it, while it lasts, and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QComboBox, QPushButton

from resilience_desktop import content
from resilience_desktop.domain.breathing_choice import OWN
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.practice import Practice
from resilience_desktop.services import clock
from resilience_desktop.showcase.camera import Shot, settle
from resilience_desktop.ui.toolkit.breathing_choices import BreathingChoices, usual_choice
from resilience_desktop.ui.toolkit.player import Player
from resilience_desktop.ui.widgets.number_box import NumberBox
from resilience_desktop.ui.widgets.pacer import Pacer
from resilience_desktop.ui.widgets.rating_slider import RatingSlider

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.toolkit.page import ToolkitPage

_SLOW, _HELD = "slow_breathing", "four_seven_eight"


def _open(parts: Parts, skill: str) -> Player:
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    page.open_skill(skill)
    settle(parts)
    return next(one for one in page.findChildren(Player) if one.isVisible())


def _before(parts: Parts, skill: str = _SLOW) -> Player:
    """Open a skill as it is before it begins, with what it usually begins with."""
    player = _open(parts, skill)
    for name in ("toolkit.stop", "toolkit.close"):
        way = player.findChild(QPushButton, name)
        if way is not None and way.isVisible():
            way.click()
            settle(parts)
    player = _open(parts, skill)
    parts.window.context.preferences.change(words_only=False)
    choices = player.findChild(BreathingChoices)
    if choices is not None:
        choices.show_choice(usual_choice(content.skill(skill)))
        choices.changed.emit()
    return player


def _led(parts: Parts, seconds: float, skill: str = _SLOW) -> Player:
    """Be so many seconds into a skill."""
    player = _before(parts, skill)
    player.begin_at_once()
    pacer = player.findChild(Pacer)
    if pacer is not None:
        pacer.start(pacer.total, at=seconds)
    return player


def _ready(parts: Parts) -> QWidget:
    _before(parts)
    return parts.window


def _own_seconds(parts: Parts) -> QWidget:
    player = _before(parts)
    box = player.findChild(QComboBox, "toolkit.breathing.pattern")
    hold = player.findChild(NumberBox, "toolkit.breathing.hold")
    if box is not None and hold is not None:
        box.setCurrentIndex(box.findData(OWN))
        hold.setValue(2)
    return parts.window


def _no_breath(parts: Parts) -> QWidget:
    """Have seconds in the boxes that nobody can breathe."""
    _own_seconds(parts)
    for name in ("in", "out"):
        for box in parts.window.findChildren(NumberBox, f"toolkit.breathing.{name}"):
            if box.isVisible():
                box.setValue(20)
    return parts.window


def _in(parts: Parts) -> QWidget:
    _led(parts, 131.4)
    return parts.window


def _holding(parts: Parts) -> QWidget:
    _led(parts, 25.5, _HELD)
    return parts.window


def _changing(parts: Parts) -> QWidget:
    change = _led(parts, 21.4, _HELD).findChild(QPushButton, "toolkit.choices")
    if change is not None:
        change.click()
    return parts.window


def _waiting(parts: Parts) -> QWidget:
    """Have taken out the hold, so that the rest is too short to be breathed."""
    player = _led(parts, 21.4)
    for change in player.findChildren(QPushButton, "toolkit.choices"):
        change.click()
    for pattern in player.findChildren(QComboBox, "toolkit.breathing.pattern"):
        pattern.setCurrentIndex(pattern.findData(OWN))
    for name, seconds in (("hold", 9), ("in", 1), ("out", 1), ("hold", 0)):
        for box in player.findChildren(NumberBox, f"toolkit.breathing.{name}"):
            box.setValue(seconds)
    return parts.window


def _in_words(parts: Parts) -> QWidget:
    _led(parts, 131.4)
    parts.window.context.preferences.change(words_only=True)
    return parts.window


def _practise(journal: Journal) -> Changes:
    changes = Changes()
    for before, after, id_ in ((80, 55, "1"), (70, 60, "2"), (65, 40, "3")):
        practice = Practice(
            skill=_SLOW, at=clock.now(), seconds=300, before=before, after=after, id=f"shown {id_}"
        )
        changes |= journal.practices.keep(practice)
    return changes


def _after(parts: Parts) -> QWidget:
    """Have said how it is now, with what there is to say from other times."""
    parts.tasks.write(_practise, owner=parts.window)
    player = _before(parts)
    _rate(player, "toolkit.before", 70)
    player.begin_at_once()
    for pacer in player.findChildren(Pacer):
        pacer.start(pacer.total, at=131.4)
    for way in player.findChildren(QPushButton, "toolkit.stop"):
        way.click()
    settle(parts)
    _rate(player, "toolkit.after", 45)
    player.save_now()
    settle(parts)
    return parts.window


def _rate(player: Player, name: str, number: int) -> None:
    for slider in player.findChildren(RatingSlider, f"{name}.slider"):
        slider.chosen.emit(number)


BREATHING_ALONG = (
    Shot("breathing-before", _ready),
    Shot("breathing-own-seconds", _own_seconds),
    Shot("breathing-no-breath", _no_breath),
    Shot("breathing", _in),
    Shot("breathing-hold", _holding),
    Shot("breathing-changing", _changing),
    Shot("breathing-waiting", _waiting),
    Shot("breathing-words-only", _in_words),
    Shot("breathing-after", _after),
)
