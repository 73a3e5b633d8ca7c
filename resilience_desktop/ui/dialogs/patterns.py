"""The library of thinking patterns: what each is, one's own among them, notes, and practice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.pattern_detail import PatternDetail
from resilience_desktop.ui.dialogs.pattern_list import PatternList
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.patterns import KnownPattern
    from resilience_desktop.ui.context import UiContext


class PatternsDialog(Dialog):
    """A list, and the pattern that is chosen in it."""

    def __init__(self, context: UiContext, parent: QWidget, pattern: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("patterns")
        self.setWindowTitle(text("Thinking patterns"))
        self._context = context
        self._known: dict[str, KnownPattern] = {}
        self._wanted = pattern
        """The pattern to stand on once it is there."""
        self._then: Callable[[], object] | None = None
        """What to do once it is shown."""
        self._undo_work: Callable[[], object] | None = None
        look = context.look
        self._find = LineField()
        self._find.setObjectName("patterns.find")
        self._find.setAccessibleName(text("Find a pattern"))
        self._find.setPlaceholderText(text("Find a pattern"))
        self.list = PatternList(look)
        self._nothing = labels.muted(
            look, text("No pattern here has these words."), name="patterns.nothing"
        )
        self._new = buttons.quiet(
            look, text("A pattern of your own ..."), name="patterns.new", flush=True, drawing="plus"
        )
        self.detail = PatternDetail(context)
        self._practise = buttons.quiet(
            look, text("Practise ..."), name="patterns.practise", flush=True
        )
        self._practise.setAccessibleDescription(text("Made-up thoughts to name patterns in"))
        self._said = labels.small(look, "", "text_muted", name="patterns.said")
        self._undo = buttons.link(look, text("Undo"), name="patterns.undo")
        self._said.hide()
        self._undo.hide()
        self._close = buttons.plain(look, text("Close"), name="patterns.close")
        self._lay_out()
        self._connect()
        self._fit()
        self._find.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    # Reading and showing

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.patterns.all(), self._take, owner=self, latest="patterns"
        )

    def _take(self, known: list[KnownPattern]) -> None:
        self._known = {one.pattern.id: one for one in known}
        self._show()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _show(self) -> None:
        self.list.show_patterns(self._known.values(), self._find.text())
        self._nothing.setVisible(self.list.is_empty)
        self.list.setVisible(not self.list.is_empty)
        here = self.detail.known.pattern.id if self.detail.known is not None else ""
        there = self._wanted if self._wanted in self._known else here
        if self._wanted in self._known:
            self._wanted = ""
        with QSignalBlocker(self.list):
            found = self.list.choose(there) or self.list.choose_first()
        if found:
            self._open(found)
        elif here in self._known:
            self.detail.show_pattern(self._known[here])

    def _choose(self) -> None:
        chosen = self.list.chosen()
        if chosen:
            self._open(chosen)

    def _open(self, pattern: str) -> None:
        """Show a pattern, once what was typed about the one before is saved."""
        known, here = self._known[pattern], self.detail.known
        if here is None or here.pattern.id == pattern:
            self.detail.show_pattern(known)
        else:
            self.detail.saving.then(partial(self._turn_to, pattern))

    def _turn_to(self, pattern: str) -> None:
        self.detail.show_pattern(self._known[pattern])
        self._scroll.verticalScrollBar().setValue(0)

    def _stay(self) -> None:
        """Stand on the pattern in view again when what was typed about it could not be saved."""
        known = self.detail.known
        if self.detail.saving.is_failing and known is not None:
            with QSignalBlocker(self.list):
                self.list.choose(known.pattern.id)

    # What can be done

    def _ask_new(self) -> None:
        self._ask_name("", self._add)

    def _ask_rename(self) -> None:
        known = self.detail.known
        if known is not None and known.own:
            self._ask_name(known.pattern.id, partial(self._rename, known.pattern.id))

    def _ask_name(self, name: str, take: Callable[[str], object]) -> None:
        from resilience_desktop.ui.dialogs.pattern_name import PatternNameDialog

        taken = {
            words for one in self._known.values() for words in (one.pattern.id, one.pattern.name)
        }
        dialog = PatternNameDialog(self._context.look, self, taken, name)
        dialog.named.connect(lambda new: self.detail.saving.then(partial(take, new)))
        dialog.open()

    def _add(self, name: str) -> None:
        def add(journal: Journal) -> Changes:
            free = journal.patterns.is_free(name)
            return journal.patterns.keep(OwnPattern(name)) if free else Changes()

        self._find.clear()
        self._write(
            add,
            text("It is added. Say what it is, if you like."),
            partial(self._drop, name, _as_before()),
            stand_on=name,
            then=lambda: self.detail.definition.setFocus(Qt.FocusReason.OtherFocusReason),
        )

    def _rename(self, old: str, new: str, *, undoes: bool = False) -> None:
        def rename(journal: Journal) -> Changes:
            free = journal.patterns.is_free(new, but=old)
            return journal.patterns.rename(old, new) if free else Changes()

        self._write(
            rename,
            _as_before() if undoes else text("It has its new name everywhere."),
            None if undoes else partial(self._rename, new, old, undoes=True),
            stand_on=new,
            at_once=lambda: self._context.navigator.pattern_renamed.emit(old, new),
        )

    def _turn_offer(self) -> None:
        self.detail.saving.then(self._archive)

    def _archive(self) -> None:
        known, before = self.detail.known, self.detail.kept()
        if known is not None:
            said = (
                text("It is offered again.")
                if known.archived
                else text("It is offered no longer. Records keep it.")
            )
            after = replace(before, archived=not known.archived)
            self._keep(after, said, partial(self._keep, before, _as_before()))

    def _remove(self) -> None:
        known, kept = self.detail.known, self.detail.kept()
        if known is not None and not known.named:
            self.detail.saving.forget()
            said = text("It is removed. No record had it.")
            self._drop(kept.pattern, said, partial(self._keep, kept, _as_before()))

    def _keep(
        self, pattern: OwnPattern, said: str, undo: Callable[[], object] | None = None
    ) -> None:
        work = partial(_kept, pattern=pattern)
        self._write(work, said, undo, stand_on=pattern.pattern)

    def _drop(self, pattern: str, said: str, undo: Callable[[], object] | None = None) -> None:
        self._write(lambda journal: journal.patterns.drop(pattern), said, undo)

    def _write(
        self,
        work: Callable[[Journal], Changes],
        said: str,
        undo: Callable[[], object] | None,
        *,
        stand_on: str = "",
        then: Callable[[], object] | None = None,
        at_once: Callable[[], object] | None = None,
    ) -> None:
        """Write, say what was done and offer to undo it; ``then`` comes once it is in view."""

        def written(changes: Changes) -> None:
            self._undo_work = undo if changes else None
            self._undo.setVisible(self._undo_work is not None)
            self._say(said if changes else text("There is a pattern with this name."))
            if changes and at_once is not None:
                at_once()  # before anything can be saved by an old name, or the window is closed
            if changes:
                self._wanted, self._then = stand_on, then
                self._read()

        self._context.tasks.write(work, written, owner=self, failed=self._failed)

    def _take_back(self) -> None:
        undo, self._undo_work = self._undo_work, None
        if undo is not None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            undo()

    def _show_records(self) -> None:
        known = self.detail.known
        if known is not None:
            self.accept()
            self._context.navigator.pattern_records_requested.emit(known.pattern.id)

    def _practise_naming(self) -> None:
        from resilience_desktop.ui.dialogs.pattern_practice import PracticeDialog

        PracticeDialog(self._context.look, self).open()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        announce(self._said, sentence)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.patterns or changes.thought_records:
            self._read()

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self._find)
        left.addWidget(self.list, 1)
        left.addWidget(self._nothing)
        left.addStretch()
        self._scroll = ScrollPane("patterns.scroll", self.detail)
        panes = QHBoxLayout()
        panes.setSpacing(28)
        panes.addWidget(self._left)
        panes.addWidget(self._scroll, 1)
        done = QHBoxLayout()
        done.setSpacing(8)
        done.addWidget(self._said)
        done.addWidget(self._undo)
        done.addStretch()
        ways = QWidget()
        flow = FlowLayout(ways, gap=16)
        flow.addWidget(self._new)
        flow.addWidget(self._practise)
        foot = QHBoxLayout()
        foot.addWidget(ways, 1)
        foot.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 16, 20)
        column.setSpacing(8)
        column.addLayout(self.head_with_help(look, text("Thinking patterns"), end=12))
        column.addWidget(
            labels.muted(look, text("Ways of thinking that everybody’s mind has now and then."))
        )
        column.addSpacing(4)
        column.addLayout(panes, 1)
        column.addLayout(done)
        column.addLayout(foot)

    def _fit(self) -> None:
        look = self._context.look
        resize_within_window(self, look.px(900), look.px(660))
        self._left.setFixedWidth(min(look.px(250), self.width() * 7 // 20))

    def _connect(self) -> None:
        self._find.textChanged.connect(self._show)
        self._find.returnPressed.connect(self._go_to_list)
        self.list.pattern_chosen.connect(self._choose)
        self.detail.saving.settled.connect(self._stay)
        self.detail.rename_requested.connect(self._ask_rename)
        self.detail.offer_turned.connect(self._turn_offer)
        self.detail.remove_requested.connect(self._remove)
        self.detail.records_requested.connect(self._show_records)
        self._new.clicked.connect(self._ask_new)
        self._practise.clicked.connect(self._practise_naming)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.accept)
        self._context.look.look_changed.connect(self._fit)
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


def _as_before() -> str:
    return text("It is as before.")


def _kept(journal: Journal, pattern: OwnPattern) -> Changes:
    return journal.patterns.keep(pattern)
