"""A thought record to read: the thought, the fairer one, and how it was first and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content, i18n
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.dialogs.versions_button import VersionsButton
from resilience_desktop.ui.star_button import StarButton
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.first_and_later import FirstAndLater, RatedTwice
from resilience_desktop.ui.widgets.layouts import empty
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.context import UiContext


class FinishedRecord(QWidget):
    """One record on one page."""

    left = Signal()
    edit_requested = Signal(object)
    bin_requested = Signal(object)
    version_restored = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.finished")
        self._context = context
        look = context.look
        self._record = ThoughtRecord(at=Moment.now(local_zone()))
        back = buttons.muted(
            look,
            text("All thought records"),
            name="thoughts.finished.back",
            flush=True,
            drawing="arrow-left",
        )
        edit = buttons.quiet(look, text("Edit"), name="thoughts.finished.edit", drawing="pencil")
        away = buttons.quiet(
            look, text("Move to the bin"), name="thoughts.finished.bin", drawing="trash"
        )
        self._versions = VersionsButton(context, ThoughtRecord, name="thoughts.finished.versions")
        self._versions.brought_back.connect(self.version_restored)
        back.clicked.connect(self.left)
        edit.clicked.connect(self._ask_edit)
        away.clicked.connect(self._ask_bin)
        self._back = back
        self._star = StarButton(context, name="thoughts.finished.star")
        self.setFocusProxy(back)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addStretch()
        top.addWidget(edit)
        top.addWidget(away)
        self._words = QVBoxLayout()
        self._words.setSpacing(8)
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(8)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(64)
        self._halves.addLayout(self._words, 1)
        self._halves.addLayout(self._numbers, 1)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(16)
        self._column.addLayout(top)
        self._column.addLayout(self._halves)
        self._column.addWidget(self._star, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._versions, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        scroll = ScrollPane("thoughts.finished.scroll", inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        context.look.look_changed.connect(self._arrange)

    def record(self) -> ThoughtRecord:
        """Return the record that is shown."""
        return self._record

    def show_record(self, record: ThoughtRecord) -> None:
        """Show a record."""
        self._record = record
        empty(self._words)
        empty(self._numbers)
        self._show_words()
        self._show_numbers()
        self._arrange()
        self._star.follow(record.id)
        self._versions.follow(record.id)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _show_words(self) -> None:
        look, record, column = self._context.look, self._record, self._words
        when = f"{i18n.day(record.at.day, weekday=True)}, {i18n.clock(record.at.wall)}"
        column.addWidget(labels.small(look, when, "text_muted"))
        column.addSpacing(8)
        if record.situation.strip():
            self._part(text("What happened"), record.situation, "reading")
        for number, thought in enumerate(_hot_first(record), 1):
            title = text("The automatic thought") if number == 1 else _numbered(number)
            self._part(title, thought.text, "quote", role="text_muted")
        if record.balanced_thought.strip():
            belief = record.balanced_belief
            below = "" if belief is None else text("Believed {n} %").format(n=belief)
            column.addWidget(
                KeptInView(
                    look,
                    text("A fairer way to put it"),
                    record.balanced_thought,
                    name="thoughts.finished.balanced",
                    below=below,
                )
            )
            column.addSpacing(16)
        if record.patterns:
            column.addWidget(labels.label(look, text("Thinking patterns")))
            column.addWidget(labels.body(look, _patterns(record)))
        column.addStretch()

    def _part(self, title: str, words: str, style: str, *, role: str = "text") -> None:
        look = self._context.look
        own = labels.own_words(look, words, style, selectable=True)
        own.set_role(role)
        self._words.addWidget(labels.label(look, title))
        self._words.addWidget(own)
        self._words.addSpacing(16)

    def _show_numbers(self) -> None:
        record, look = self._record, self._context.look
        rows = [
            RatedTwice(
                text("belief in thought") if number == 1 else _numbered(number),
                t.belief_before,
                t.belief_after,
            )
            for number, t in enumerate(_hot_first(record), 1)
            if t.belief_before is not None or t.belief_after is not None
        ]
        rows += [RatedTwice(f.word, f.before, f.after) for f in record.feelings]
        if not rows:
            return
        lines = FirstAndLater(look, rows, name="thoughts.finished.ratings")
        self._numbers.addWidget(labels.heading(look, text("First and later")))
        self._numbers.addWidget(lines)
        new = [f.word for f in record.feelings if f.before is None and f.after is not None]
        if new:
            remark = text("New the second time: {feelings}.").format(feelings=", ".join(new))
            self._numbers.addWidget(labels.small(look, remark, "text_muted"))
        if record.is_rated_again and _unchanged(record):
            remark = text("Some thoughts need more than one look.")
            self._numbers.addWidget(labels.small(look, remark, "text_muted"))
        self._numbers.addStretch()

    def _arrange(self) -> None:
        look = self._context.look
        narrow = is_narrow(self, look)
        margin = page_margin(self, look)
        self._column.setContentsMargins(margin, margin - 8, margin, margin)
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._halves.setSpacing(32 if narrow else 64)

    def _ask_edit(self) -> None:
        self.edit_requested.emit(self._record)

    def _ask_bin(self) -> None:
        self.bin_requested.emit(self._record.id)


def _patterns(record: ThoughtRecord) -> str:
    """Return the patterns in words; which is the main one is only said of several."""
    names = []
    for chosen in record.patterns:
        name = content.pattern_name(chosen.pattern)
        main = chosen.main and len(record.patterns) > 1
        names.append(text("{pattern} (main)").format(pattern=name) if main else name)
    return ", ".join(names)


def _hot_first(record: ThoughtRecord) -> list[AutomaticThought]:
    return sorted(record.thoughts, key=lambda thought: not thought.hot)


def _numbered(number: int) -> str:
    return text("Thought {n}").format(n=number)


def _unchanged(record: ThoughtRecord) -> bool:
    """Whether nothing that was rated twice is lower than before."""
    twice = [(f.before, f.after) for f in record.feelings]
    twice += [(t.belief_before, t.belief_after) for t in record.thoughts]
    both = [(first, later) for first, later in twice if first is not None and later is not None]
    return bool(both) and all(later >= first for first, later in both)
