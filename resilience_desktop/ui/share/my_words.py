"""What somebody writes for the first page: a name, three lines, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper

NAME, HOW, ABOUT, QUESTION, NOTE = (
    "name",
    "how_it_has_been",
    "to_talk_about",
    "question",
    "note",
)


class MyWords(QObject):
    """The fields by the names of their parts, in their order; a form puts them in their places."""

    changed = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.titles = {
            NAME: text("Name on it"),
            HOW: text("How it has been"),
            ABOUT: text("To talk about"),
            QUESTION: text("A question for them"),
            NOTE: text("A note for them"),
        }
        self.name = LineField()
        self.name.setObjectName("share.name")
        self.name.setAccessibleName(self.titles[NAME])
        self.name.textEdited.connect(lambda _words: self.changed.emit())
        self.lines = {
            part: WordsEdit(
                look,
                name=f"share.{part}",
                title=self.titles[part],
                growing=True,
                lines=1,
                style="excerpt",
            )
            for part in (HOW, ABOUT, QUESTION, NOTE)
        }
        for field in self.lines.values():
            field.words_changed.connect(self.changed)

    def fields(self) -> dict[str, LineField | WordsEdit]:
        """Return where each part is written."""
        return {NAME: self.name, **self.lines}

    def words(self) -> dict[str, str]:
        """Return what is written."""
        return {NAME: self.name.text(), **{p: field.words() for p, field in self.lines.items()}}

    def set_words(self, words: Mapping[str, str]) -> None:
        """Show what was written before."""
        with QSignalBlocker(self):
            self.name.setText(words.get(NAME, ""))
            for part, field in self.lines.items():
                field.set_words(words.get(part, ""))

    def to_read(self) -> str:
        """Return what is written to be read elsewhere, each part below its title."""
        return "\n\n".join(
            f"{self.titles[part]}\n{words}" for part, words in self.words().items() if words.strip()
        )
