"""Changing what somebody chose: read, changed and kept in one step on the journal's thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.toolkit import Toolkit
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

    Change = Callable[[Toolkit], Toolkit]


def change_toolkit(
    context: UiContext,
    owner: QObject,
    how: Change,
    done: Callable[[Changes], None] | None = None,
    failed: Callable[[BaseException], None] | None = None,
) -> None:
    """Change the toolkit as it is by then."""
    context.tasks.write(partial(_changed, how=how), done, owner=owner, failed=failed)


def change_and_say(
    context: UiContext, owner: QObject, before: Toolkit, how: Change, said: str
) -> None:
    """Change anything but the stage and the things that help; say so, and offer to undo it."""

    def as_before(now: Toolkit) -> Toolkit:
        return replace(
            now, chosen=before.chosen, automatic=before.automatic, gone_on=before.gone_on
        )

    def say(_changes: Changes) -> None:
        undo = partial(change_toolkit, context, context.notices, as_before)
        context.notices.show(said, undo)

    change_toolkit(context, owner, how, say)


def with_automatic(toolkit: Toolkit, skill: str, *, by_itself: bool) -> Toolkit:
    """Return it with a skill that comes by itself now, or no longer."""
    others = tuple(one for one in toolkit.automatic if one != skill)
    return replace(toolkit, automatic=(*others, skill) if by_itself else others)


def with_gone_on(toolkit: Toolkit, skill: str, *, goes_on: bool) -> Toolkit:
    """Return it with a skill of a later stage that is used all the same, or no longer."""
    others = tuple(one for one in toolkit.gone_on if one != skill)
    return replace(toolkit, gone_on=(*others, skill) if goes_on else others)


def full_words() -> str:
    """Return what is said of a toolkit with no more room."""
    return text("Your toolkit has five skills, so that each is found at once.")


def _changed(journal: Journal, how: Change) -> Changes:
    changes = journal.toolkit.keep(how(journal.toolkit.get()))
    with suppress(NotWrittenError):  # it is kept; opening the journal tries again
        journal.toolkit_when_locked.match_copy()
    return changes
