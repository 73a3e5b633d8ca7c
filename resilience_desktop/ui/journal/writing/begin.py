"""What a note can go on with: a template, or a sentence to write from. Nothing asks for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from resilience_desktop import content
from resilience_desktop.domain.journal_settings import JournalSettings, Template
from resilience_desktop.domain.moment import Moment
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.later import Later

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.editor import MarkdownEdit
    from resilience_desktop.ui.theme import LookKeeper


class Beginnings(QObject):
    """The button with what to write from, and the line with a sentence above the note."""

    def __init__(self, context: UiContext, editor: MarkdownEdit) -> None:
        super().__init__(editor)
        self._context, self._editor = context, editor
        self._settings = JournalSettings()
        self._not_on: dt.date | None = None
        self._step = 0
        look = context.look
        self.button = buttons.quiet(
            look, text("Begin with ..."), name="journal.note.begin", drawing="pencil", flush=True
        )
        self.button.clicked.connect(self._open_menu)
        self.line = PromptLine(look)
        self.line.hide()
        self.line.taken.connect(self._take)
        self.line.another_wanted.connect(self._another)
        self.line.not_wanted.connect(self._not_today)
        context.tasks.journal_changed.connect(self._journal_changed)
        self._read_settings()

    def begin_anew(self) -> None:
        """Leave the sentence behind: another note is shown."""
        self.line.hide()

    def save_as_template(self) -> None:
        """Ask for a name, and keep what is written as a template."""
        from resilience_desktop.ui.journal.writing.templates import NameDialog

        words = self._editor.words()
        dialog = NameDialog(self._context.look, self._editor.window())
        dialog.named.connect(lambda name: self._keep_template(name, words))
        dialog.open()

    def prompts(self) -> tuple[str, ...]:
        """Return the sentences of this person, or those that come with the app."""
        own = self._settings.prompts
        return content.prompts() if own is None else own

    def show_prompt(self) -> None:
        """Show the sentence of the day above the note."""
        prompts = self.prompts()
        if prompts:
            day = _today().toordinal()
            self.line.show_prompt(prompts[(day + self._step) % len(prompts)])

    # Inside

    def _open_menu(self) -> None:
        menu = self.menu()
        self.button.rest_after(menu)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def menu(self) -> QMenu:
        """Return what a note can begin with, as it is now."""
        menu = QMenu(self.button)
        menu.setObjectName("journal.note.begin.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        if self.prompts() and self._not_on != _today():
            _add(menu, "prompt", text("A sentence to write from"), self.show_prompt)
            menu.addSeparator()
        templates = (*self._settings.templates, *content.templates())
        for number, template in enumerate(templates, 1):
            _add(menu, f"template_{number}", template.name, partial(self._begin_with, template))
        if self._settings.templates:
            menu.addSeparator()
            _add(menu, "change", text("Change my templates ..."), self._change_templates)
        return menu

    def _begin_with(self, template: Template) -> None:
        self._editor.put_in(template.words)

    def _change_templates(self) -> None:
        from resilience_desktop.ui.journal.writing.templates import TemplatesDialog

        TemplatesDialog(self._context, self._settings.templates, self._editor.window()).open()

    def _keep_template(self, name: str, words: str) -> None:
        def keep(journal: Journal) -> Changes:
            settings = journal.settings()
            made = (*settings.templates, Template(name, words))
            return journal.keep_settings(replace(settings, templates=made))

        self._context.tasks.write(
            keep,
            lambda _changes: self._context.notices.show(text("Template saved")),
            owner=self,
        )

    def _take(self) -> None:
        self._editor.put_in(f"> {self.line.prompt}\n\n")
        self.line.hide()

    def _another(self) -> None:
        self._step += 1
        self.show_prompt()

    def _not_today(self) -> None:
        self._not_on = _today()
        self._editor.setFocus()
        self.line.hide()

    def _read_settings(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.settings(), self._take_settings, owner=self
        )

    def _take_settings(self, settings: JournalSettings) -> None:
        self._settings = settings

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read_settings()


class PromptLine(Later):
    """A sentence to write from, with what can be done about it."""

    taken = Signal()
    another_wanted = Signal()
    not_wanted = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("journal.prompt")
        self.prompt = ""
        self._look = look

    def make(self) -> None:
        """Make the line."""
        look = self._look
        self._words = labels.body(look, "", name="journal.prompt.words")
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, words, signal in (
            ("take", text("Write from this"), self.taken),
            ("another", text("Another one"), self.another_wanted),
            ("not", text("Not today"), self.not_wanted),
        ):
            link = buttons.link(look, words, name=f"journal.prompt.{name}")
            link.clicked.connect(signal)
            row.addWidget(link)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addLayout(row)

    def show_prompt(self, prompt: str) -> None:
        """Show a sentence."""
        self.prompt = prompt
        self.be_made()
        self._words.setText(text("If you like: {prompt}").format(prompt=prompt))
        self.show()


def _today() -> dt.date:
    return Moment.now(local_zone()).day


def _add(menu: QMenu, name: str, words: str, work: Callable[[], None]) -> None:
    action = QAction(words.replace("&", "&&"), menu)
    action.setObjectName(f"{menu.objectName()}.{name}")
    action.triggered.connect(lambda: work())
    menu.addAction(action)
