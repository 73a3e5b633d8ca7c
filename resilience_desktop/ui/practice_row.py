"""A practice as it stands among entries and thought records, and taking it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.bin import not_done
from resilience_desktop.ui.widgets.text_block import BREAK
from resilience_desktop.ui.widgets.written_rows import SEPARATOR, Row

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

SIGN = "anchor"
"""What stands for a skill that has no drawing here."""


def practice_row(practice: Practice, skill: Skill | None) -> Row:
    """Return a practice with its skill, which is None for one that is not there any more."""
    name = skill.name if skill else text("Something of your own")
    lasted, distress = length(practice.seconds), _distress(practice)
    rated = text("{rated} of 100").format(rated=distress) if distress else ""
    aloud = (text("Skill"), name, lasted, rated)
    return Row(
        id=practice.id,
        kind=Kind.PRACTICE,
        when=i18n.clock(practice.at.wall),
        drawing=skill.drawing if skill else SIGN,
        label=name,
        words=((note.replace("\n", BREAK), False),) if (note := practice.note.strip()) else (),
        foot=facts(practice),
        aloud=", ".join(part for part in aloud if part),
        skill=practice.skill,
    )


def facts(practice: Practice) -> str:
    """Return how long it lasted and how it was rated, as far as that is known."""
    return SEPARATOR.join(filter(None, (length(practice.seconds), _distress(practice))))


def length(seconds: int) -> str:
    """Return how long something lasted, in few words; nothing for no time at all."""
    if seconds < 60:
        return text("{n} sec").format(n=seconds) if seconds else ""
    return text("{n} min").format(n=round(seconds / 60))


def remove(context: UiContext, practice_id: str, *, owner: QObject) -> None:
    """Forget a practice, say so, and offer to bring it back."""
    taken: list[Practice] = []

    def take(journal: Journal) -> Changes:
        taken.append(journal.practices.get(practice_id))
        return journal.practices.drop(taken[0])

    def undo() -> None:
        context.tasks.write(
            lambda journal: journal.practices.keep(taken[0]), owner=owner, failed=not_done(context)
        )

    said = text("Removed from the timeline")
    context.tasks.write(
        take,
        lambda _changes: context.notices.show(said, undo),
        owner=owner,
        failed=not_done(context),
    )


def _distress(practice: Practice) -> str:
    before, after = practice.before, practice.after
    if before is not None and after is not None:
        words = text("distress {before} before, {after} after")
        return words.format(before=before, after=after)
    if before is not None:
        return text("distress {before} before").format(before=before)
    return "" if after is None else text("distress {after} after").format(after=after)
