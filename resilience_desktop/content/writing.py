"""Words to begin writing from, and small things to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.content.reading import read, texts
from resilience_desktop.domain.journal_settings import Template
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    import datetime as dt


@once_a_language
def prompts() -> tuple[str, ...]:
    """Return sentences to write from."""
    return texts(read("prompts")["prompts"])


@once_a_language
def templates() -> tuple[Template, ...]:
    """Return words to begin an entry with."""
    return tuple(Template(text(t["name"]), text(t["words"])) for t in read("prompts")["templates"])


def small_thing(day: dt.date) -> str:
    """Return something small to do; another one each day."""
    offered = _small_things()
    return offered[day.toordinal() % len(offered)]


@once_a_language
def _small_things() -> tuple[str, ...]:
    return texts(read("small_things")["small_things"])
