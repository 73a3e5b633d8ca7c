"""Being led through muscles, steps, minutes and the cold, and a skill of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QPushButton, QWidget

from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.showcase.camera import Shot, settle
from resilience_desktop.ui.toolkit.player import Player
from resilience_desktop.ui.toolkit.timed_guide import TimedGuide
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.app import Parts
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.toolkit.page import ToolkitPage


def _shore() -> OwnSkill:
    steps = (
        text("Hear the water come and go."),
        text("Feel the stones, warm from the day."),
        text("Breathe with it."),
    )
    name = text("The shore near the old pier")
    return OwnSkill(name, text("For evenings. Eyes closed."), steps, 4, id="shown shore")


def _led(parts: Parts, skill: str, seconds: float = 0.0) -> Player:
    """Be so many seconds into a skill, with the clock standing still."""
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    page.open_skill(skill)
    settle(parts)
    player = next(one for one in page.findChildren(Player) if one.isVisible())
    for name in ("toolkit.stop", "toolkit.close"):
        way = player.findChild(QPushButton, name)
        if way is not None and way.isVisible():
            way.click()
            settle(parts)
    page.open_skill(skill)
    settle(parts)
    player = next(one for one in page.findChildren(Player) if one.isVisible())
    player.begin_at_once()
    for guide in player.findChildren(TimedGuide):
        if seconds:
            guide.stand_at(seconds)
    return player


def _press(player: Player, *names: str) -> None:
    for name in names:
        for button in player.findChildren(QPushButton, f"toolkit.{name}"):
            if button.isVisible():
                button.click()


def _skill(name: str, seconds: float, *presses: str) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        _press(_led(parts, name, seconds), *presses)
        return parts.window

    return show


def _calm_place(parts: Parts) -> QWidget:
    written = (("place", text("The lake behind the house, early")), ("word", text("Still")))
    lake = Practice(skill="calm_place", at=clock.now(), answers=written, id="shown lake")
    parts.tasks.write(lambda journal: journal.practices.keep(lake), owner=parts.window)
    _led(parts, "calm_place")
    return parts.window


def _kind(parts: Parts) -> QWidget:
    player = _led(parts, "self_kindness")
    _press(player, "steps.next", "steps.next", "lines.open")
    for edit in player.findChildren(WordsEdit, "toolkit.lines.kind"):
        edit.set_words(text("You are tired, that is all."))
    _press(player, "steps.next")
    return parts.window


def _gate(parts: Parts) -> QWidget:
    _press(_led(parts, "cool_move_slow"), "choices", "cool.again", "choices")
    return parts.window


def _cool(parts: Parts) -> QWidget:
    _press(_led(parts, "cool_move_slow"), "gate.none", "cool.skip")
    return parts.window


def _own(journal: Journal) -> Changes:
    return journal.toolkit.keep_skill(_shore())


def _script(parts: Parts) -> QWidget:
    parts.tasks.write(_own, owner=parts.window)
    _press(_led(parts, _shore().id), "steps.next")
    return parts.window


def _own_skill(parts: Parts) -> QWidget:
    from resilience_desktop.ui.toolkit.own_skill_dialog import OwnSkillDialog

    dialog = OwnSkillDialog(parts.window.context, parts.window, _shore())
    dialog.open()
    return dialog


LED_ALONG = (
    Shot("muscles", _skill("muscles_long", 39.5)),
    Shot("muscles-short-let-go", _skill("muscles_short", 12.5)),
    Shot("grounding", _skill("grounding_54321", 10)),
    Shot("grounding-lines", _skill("grounding_54321", 10, "steps.next", "lines.open")),
    Shot("calm-place", _calm_place),
    Shot("kind-sentence", _kind),
    Shot("own-script", _script),
    Shot("quiet-minutes", _skill("mindfulness_timer", 95)),
    Shot("cold-question", _gate),
    Shot("cold-part", _cool),
)

OWN_SKILL = Shot("own-skill", _own_skill)
