"""Texts of which there are only a few, wherever they are kept: all of them at once, for a search.

They stand in no index, and a statement for each of their places would take most of a search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.storage.documents import OWN_SKILL, SESSION, SHEET, WORRY

if TYPE_CHECKING:
    from resilience_desktop.storage.driver import Database

REPORT_WORDS, DRAFT = "report_words", "draft"
_ALL = f"""
SELECT kind, id, body FROM documents WHERE kind IN {SHEET, WORRY, OWN_SKILL, SESSION}
UNION ALL SELECT '{REPORT_WORDS}', part, words FROM report_words
UNION ALL SELECT '{DRAFT}', slot, body FROM drafts
ORDER BY 1, 2
"""  # noqa: S608  (names are ours)


def small_texts(db: Database) -> dict[str, dict[str, str]]:
    """Return by kind what is kept there under each id, part or slot; no kind without any."""
    found: dict[str, dict[str, str]] = {}
    for kind, id_, body in db.execute(_ALL).fetchall():
        found.setdefault(kind, {})[id_] = body
    return found
