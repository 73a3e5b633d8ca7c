"""What is kept besides entries and records: a new card, a note after a setback, one's own story."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.services.clock import now
from resilience_desktop.showcase.camera import Shot, dialog, found, press, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.dialogs.story import StoryDialog
    from resilience_desktop.ui.thoughts.kept_menu import KeptMenu
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

_SETBACK, _STORY = "setback", "story"


def _write_setback(journal: Journal) -> Changes:
    day = now().day
    return journal.insights.keep(
        Insight(
            "",
            day,
            kind=InsightKind.SETBACK,
            answers=(
                ("happened", "Four bad nights after the call. I stayed in and answered nobody."),
                ("learned", "It began with the nights. Mara came when I asked her."),
                ("next_step", "Put the telephone in the kitchen tonight."),
            ),
            id=_SETBACK,
        )
    )


def _write_story(journal: Journal) -> Changes:
    day = now().day
    links = tuple(item.id for item in journal.looking.timeline().written[:2])
    hard = ("hard", "The year after the move. I did not know anybody here.")
    helped = ("helped", "Walking to the market on Saturdays. Telling Mara how it was.")
    changes = Changes()
    for number, answers in enumerate(((hard, helped), (hard,))):
        made = day - dt.timedelta(days=30 * number)
        changes |= journal.insights.keep(
            Insight(
                "", made, links, kind=InsightKind.STORY, answers=answers, id=f"{_STORY}{number}"
            )
        )
    return changes


def _take_away(journal: Journal) -> Changes:
    changes = Changes()
    for note in (*journal.insights.all(), *journal.insights.stories()):
        changes |= journal.insights.drop(note)
    return changes


def _new_card(parts: Parts) -> QWidget:
    """Look at the card that would come of a record that has none."""
    page = cast("ThoughtsPage", parts.window.page("thoughts"))
    opened: list[str] = []

    def one_without_card(journal: Journal) -> str:
        have = {card.record for card in journal.cards.all()}
        records = (r for r in journal.thought_records() if r.finished and r.balanced_thought)
        return next(record.id for record in records if record.id not in have)

    parts.tasks.read(one_without_card, opened.append, owner=page)
    settle(parts)
    page.open_record(opened[0])
    settle(parts)
    press(parts, "thoughts.finished.card")
    return found(parts, "new_card")


def _kept_menu(parts: Parts) -> QWidget:
    page = cast("ThoughtsPage", parts.window.page("thoughts"))
    page.show_list()
    settle(parts)
    button = cast("KeptMenu", found(parts, "thoughts.kept"))
    button.open_menu()
    return found(parts, "thoughts.kept.menu")


def _setback(parts: Parts) -> None:
    parts.tasks.write(_write_setback, owner=parts.window)
    parts.window.dialogs.show_insights(_SETBACK)


def _new_setback(parts: Parts) -> None:
    parts.tasks.write(_take_away, owner=parts.window)
    parts.window.dialogs.show_setback()


def _look_back(parts: Parts) -> None:
    parts.tasks.write(_take_away, owner=parts.window)
    first = now().day - dt.timedelta(days=70)
    parts.window.dialogs.show_setback((first, first + dt.timedelta(days=6)))


def _story(parts: Parts) -> None:
    parts.tasks.write(_write_story, owner=parts.window)
    parts.window.dialogs.show_story()


def _new_story(parts: Parts) -> None:
    parts.tasks.write(_take_away, owner=parts.window)
    parts.window.dialogs.show_story()


def _over_the_story(name: str, go: Callable[[StoryDialog], object]) -> Callable[[Parts], QWidget]:
    """Open a window over the story, which closes with it."""

    def show(parts: Parts) -> QWidget:
        _story(parts)
        settle(parts)
        story = cast("StoryDialog", found(parts, "story"))
        go(story)
        over = cast("QDialog", found(parts, name))
        over.finished.connect(story.close)
        return over

    return show


KEPT = (
    Shot("new-card", _new_card),
    Shot("kept-menu", _kept_menu),
    Shot("setback", dialog("insights", _setback)),
    Shot("setback-new", dialog("insights", _new_setback)),
    Shot("looking-back", dialog("insights", _look_back)),
    Shot("story", dialog("story", _story)),
    Shot("story-sources", _over_the_story("story_sources", lambda story: story.choose_source())),
    Shot("story-earlier", _over_the_story("earlier_story", lambda story: story.show_earlier())),
    Shot("story-new", dialog("story", _new_story)),
)
