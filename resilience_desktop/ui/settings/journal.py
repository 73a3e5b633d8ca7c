"""Settings of the journal: what comes first, and what is asked. They are kept inside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.journal_settings import BASICS, DAILY_BASICS, JournalSettings
from resilience_desktop.i18n import text
from resilience_desktop.ui.part_names import what_parts_ask
from resilience_desktop.ui.settings.keeping import keep_in_journal
from resilience_desktop.ui.settings.pages_first import PagesFirst
from resilience_desktop.ui.settings.prompts import Prompts
from resilience_desktop.ui.settings.scales import ScalesEditor
from resilience_desktop.ui.settings.section import Section, tick
from resilience_desktop.ui.settings.spelling import Spelling
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.section import Setting

_INWARDS = 30


class JournalSection(Section):
    """What somebody wants to see and to be asked."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "journal", text("Journal"))
        self._context = context
        self._places: dict[str, Setting] = {}
        self._wanted = ""
        """The place somebody wants to see as soon as it is known what was chosen."""
        self._asks = {
            part: tick(f"settings.ask_{part}", words, False, partial(self._ask, part))
            for part, words in what_parts_ask().items()
        }
        self._basics = {
            name: tick(f"settings.basic_{name}", words, False, partial(self._ask_basic, name))
            for name, words in content.basic_names().items()
        }
        self._scales = ScalesEditor(context.look)
        self._scales.scales_changed.connect(
            lambda scales: self._change(lambda settings: replace(settings, scales=scales))
        )
        self._quiet_line = tick(
            "settings.quiet_line",
            text("A quiet line for very heavy words"),
            False,
            self._set_quiet_line,
        )
        self._memories = tick(
            "settings.memories",
            text("Show “On this day”"),
            False,
            self._set_memories,
        )
        self._add_settings()
        self._enable(enabled=False)  # until it is known what was chosen
        self._read()
        context.tasks.journal_changed.connect(self._journal_changed)

    def _add_settings(self) -> None:
        self.add(
            text("What helps you most"),
            PagesFirst(self._context.preferences, "settings"),
            hint=text("The pages for it come first."),
            below=True,
        )
        self._places["asks"] = self.add(
            text("What a new entry asks for"),
            self._parts(),
            hint=text(
                "Mood and a note are always there. The rest is one press away. "
                "What you noted before stays, whatever is asked."
            ),
            below=True,
        )
        self._places["scales"] = self.add(
            text("Your own scales"),
            self._scales,
            hint=text(
                "A number for something that matters to you, such as stress or pain. "
                "A scale that is no longer asked keeps its numbers."
            ),
            below=True,
        )
        tags = buttons.plain(self.look, text("Tags ..."), name="settings.tags")
        tags.clicked.connect(self._context.navigator.tags_requested)
        self.add(
            text("Activities, people and other tags"),
            tags,
            hint=text("Rename them, make two into one, or stop offering them."),
        )
        self.add(
            text("Sentences to write from"),
            Prompts(self._context),
            hint=text("A note can begin with one of them, if you like."),
            below=True,
        )
        spelling = Spelling(self._context)
        self.add(text("Spelling in notes"), spelling, hint=spelling.hint(), below=True)
        self.add(
            "",
            self._quiet_line,
            hint=text(
                "It says that there are people to talk to. The words are only compared with a "
                "short list on this computer; nothing is counted, kept or sent."
            ),
        )

        self.add(
            "",
            self._memories,
            hint=text(
                "A line with earlier years in which something was written on the same day. It says "
                "none of the words, and leaves out very low days."
            ),
        )

    def go_to(self, place: str) -> None:
        """Go there once it is known what was chosen: until then nothing takes the keyboard."""
        self._wanted = place

    def _parts(self) -> QWidget:
        """Return the parts below each other, and each of the basics below theirs."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, box in self._asks.items():
            column.addWidget(box)
            if part == BASICS:
                inner = QVBoxLayout()
                set_margins(inner, _INWARDS, 0, 0, 0)
                inner.setSpacing(0)
                for basic in self._basics.values():
                    inner.addWidget(basic)
                column.addLayout(inner)
        return both

    # Reading and keeping

    def _read(self) -> None:
        def both(journal: Journal) -> tuple[JournalSettings, set[str]]:
            return journal.settings(), journal.used_before.scales()

        self._context.tasks.read(both, self._show, owner=self, latest="settings.journal")

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read()

    def _show(self, found: tuple[JournalSettings, set[str]]) -> None:
        settings, used = found
        for part, box in self._asks.items():
            _set_silently(box, settings.asks_for(part))
        for name, box in self._basics.items():
            _set_silently(box, name in settings.basics)
        self._scales.know_used(used)
        self._scales.show_scales(settings.scales)
        _set_silently(self._memories, settings.memories)
        _set_silently(self._quiet_line, settings.quiet_line)
        self._enable(enabled=True)
        wanted, self._wanted = self._places.get(self._wanted), ""
        if wanted is not None:
            QTimer.singleShot(0, wanted, wanted.come_into_sight)

    def _enable(self, *, enabled: bool) -> None:
        ticks = (*self._asks.values(), *self._basics.values(), self._quiet_line, self._memories)
        for box in (*ticks, self._scales):
            box.setEnabled(enabled)

    def _ask(self, part: str, wanted: bool) -> None:
        self._change(lambda settings: settings.asking(part, wanted=wanted))

    def _ask_basic(self, name: str, wanted: bool) -> None:
        def change(settings: JournalSettings) -> JournalSettings:
            asked = {*settings.basics, name} if wanted else {*settings.basics} - {name}
            known = [basic for basic in DAILY_BASICS if basic in asked]
            others = [basic for basic in settings.basics if basic in asked - {*DAILY_BASICS}]
            return replace(settings, basics=(*known, *others))

        self._change(change)

    def _set_quiet_line(self, on: bool) -> None:
        self._change(lambda settings: replace(settings, quiet_line=on))

    def _set_memories(self, on: bool) -> None:
        self._change(lambda settings: replace(settings, memories=on))

    def _change(self, change: Callable[[JournalSettings], JournalSettings]) -> None:
        keep_in_journal(self._context.tasks, change, owner=self, not_kept=self._read)


def _set_silently(box: QCheckBox, on: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(on)
