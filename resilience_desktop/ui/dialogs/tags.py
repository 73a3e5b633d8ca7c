"""All tags by their groups: other names, two put together, groups, and which are offered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.tag import ACTIVITIES, PEOPLE, Tag
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choosing_list import ChoosingList
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.progress_line import ProgressLine
from resilience_desktop.ui.widgets.written_rows import Heading, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_TAG = "tag"


class TagsDialog(Dialog):
    """A list, and what can be done with the tag that is chosen in it."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tags")
        self.setWindowTitle(text("Tags"))
        self._context = context
        self._tags: dict[str, Tag] = {}
        self._stand_on = ""
        """The tag to choose once it is there."""
        self._undo_work: Callable[[Journal], Changes] | None = None
        look = context.look
        self.field = LineField()
        self.field.setObjectName("tags.find")
        self.field.setAccessibleName(text("Find a tag"))
        self.field.textChanged.connect(self._show)
        self.list = _TagList(
            look, name="tags.list", spoken_name=text("Tags by group"), when_samples=("10,000",)
        )
        self._empty = labels.muted(
            look,
            text(
                "No tags here. What you did and who was there, in one word each, is listed here "
                "by its group."
            ),
            name="tags.empty",
        )
        self._rename = buttons.plain(look, text("Rename ..."), name="tags.rename")
        self._merge = buttons.plain(look, text("Put together with ..."), name="tags.merge")
        self._move = buttons.plain(look, text("Move to a group ..."), name="tags.move")
        self._offer = buttons.plain(look, text("Stop offering"), name="tags.offer")
        self._forget = buttons.plain(look, text("Remove"), name="tags.forget")
        self._with_chosen = (self._rename, self._merge, self._move, self._offer, self._forget)
        self._said = labels.small(look, "", "text_muted", name="tags.said")
        self._undo = buttons.link(look, text("Undo"), name="tags.undo")
        self._undo.hide()
        self._line = ProgressLine(look, name="tags.progress")
        self._close = buttons.plain(look, text("Close"), name="tags.close")
        self._lay_out()
        self._connect()
        resize_within_window(self, look.px(620), look.px(620))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_chosen()
        self._read()

    # Reading and showing

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.tags.all(), self._take, owner=self, latest="tags"
        )

    def _take(self, tags: Iterable[Tag]) -> None:
        self._tags = {tag.word: tag for tag in tags}
        self._show()

    def _show(self) -> None:
        sought = " ".join(self.field.text().split()).casefold()
        tags = [tag for tag in self._tags.values() if sought in tag.word.casefold()]
        rows: list[Heading | Row] = []
        for group in groups_of(self._tags.values()):
            inside = [tag for tag in tags if tag.group == group]
            if inside:
                rows.append(Heading(group_name(group)))
                rows += map(_row, sorted(inside, key=lambda tag: tag.archived))
        self.list.rows.show_rows(rows, more=False)
        self._stack.setCurrentWidget(self.list if rows else self._empty)
        renamed, self._stand_on = self.list.rows.index_of(self._stand_on), ""
        if renamed.isValid():
            self.list.setCurrentIndex(renamed)
        elif rows and self.list.chosen() is None:
            self.list.choose_first()
        self._tell_chosen()

    def _chosen(self) -> Tag | None:
        row = self.list.chosen()
        return self._tags.get(row.id) if row is not None else None

    def _tell_chosen(self) -> None:
        """Offer only what can be done."""
        tag = self._chosen()
        for button in self._with_chosen:
            button.setEnabled(tag is not None)
        self._merge.setEnabled(tag is not None and len(self._tags) > 1)
        self._forget.setVisible(tag is not None and not tag.used)
        archived = tag is not None and tag.archived
        self._offer.setText(text("Offer again") if archived else text("Stop offering"))

    # What can be done

    def _ask_rename(self) -> None:
        from resilience_desktop.ui.dialogs.tag_changes import RenameDialog

        tag = self._chosen()
        if tag is not None:
            dialog = RenameDialog(self._context.look, self, tag, self._tags)
            dialog.name_chosen.connect(lambda new: self._rename_to(tag, new))
            dialog.open()

    def _ask_merge(self) -> None:
        from resilience_desktop.ui.dialogs.tag_changes import MergeDialog

        tag = self._chosen()
        if tag is not None:
            dialog = MergeDialog(self._context.look, self, tag, self._tags)
            dialog.name_chosen.connect(lambda new: self._rename_to(tag, new))
            dialog.open()

    def _ask_move(self) -> None:
        from resilience_desktop.ui.dialogs.tag_changes import GroupDialog

        tag = self._chosen()
        if tag is not None:
            dialog = GroupDialog(
                self._context.look,
                self,
                tag,
                {group: group_name(group) for group in groups_of(self._tags.values())},
            )
            dialog.group_chosen.connect(
                lambda group: self._keep(tag, replace(tag, group=group), text("It is moved."))
            )
            dialog.open()

    def _turn_offer(self) -> None:
        tag = self._chosen()
        if tag is None:
            return
        said = (
            text("It is offered again.")
            if tag.archived
            else text("It is offered no longer. Entries keep it.")
        )
        self._keep(tag, replace(tag, archived=not tag.archived), said)

    def _forget_tag(self) -> None:
        tag = self._chosen()
        if tag is not None and not tag.used:
            self._write(
                lambda journal: journal.tags.forget(tag.word),
                text("It is removed. No entry had it."),
                lambda journal: journal.tags.keep(tag),
            )

    def _keep(self, before: Tag, after: Tag, said: str) -> None:
        self._write(
            lambda journal: journal.tags.keep(after),
            said,
            lambda journal: journal.tags.keep(before),
        )

    def _rename_to(self, tag: Tag, new: str) -> None:
        """Rename everywhere; where the name is another tag's, that cannot be taken back."""
        old, joins = tag.word, new in self._tags
        progress = Progress(text("Renaming"))
        self._line.follow(progress)
        self._write(
            lambda journal: journal.tags.rename(old, new, progress),
            text("They are put together.") if joins else text("It has its new name everywhere."),
            None if joins else (lambda journal: journal.tags.rename(new, old)),
            stand_on=new,
            progress=progress,
        )

    def _write(
        self,
        work: Callable[[Journal], Changes],
        said: str,
        undo: Callable[[Journal], Changes] | None,
        *,
        stand_on: str = "",
        progress: Progress | None = None,
    ) -> None:
        def done(changes: Changes) -> None:
            self._undo_work = undo
            self._undo.setVisible(undo is not None)
            self._say(said)
            self._stand_on = stand_on
            if changes.entries:
                self._context.navigator.tags_renamed.emit()

        self._context.tasks.write(work, done, owner=self, failed=self._failed, progress=progress)

    def _take_back(self) -> None:
        undo, self._undo_work = self._undo_work, None
        if undo is not None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._write(undo, text("It is as before."), None)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self._said, sentence)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.settings:
            self._read()

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        label = labels.label(look, text("Find a tag"))
        label.setBuddy(self.field)
        actions = QWidget()
        flow = FlowLayout(actions)
        for button in self._with_chosen:
            flow.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said)
        foot.addWidget(self._undo)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, text("Tags")))
        column.addWidget(
            labels.muted(
                look,
                text(
                    "The number says how many entries have it. Entries keep a tag "
                    "that is no longer offered."
                ),
            )
        )
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)
        column.addWidget(actions)
        column.addWidget(self._line)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._tell_chosen)
        self.list.rename_requested.connect(self._ask_rename)
        self._rename.clicked.connect(self._ask_rename)
        self._merge.clicked.connect(self._ask_merge)
        self._move.clicked.connect(self._ask_move)
        self._offer.clicked.connect(self._turn_offer)
        self._forget.clicked.connect(self._forget_tag)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.accept)
        self.field.returnPressed.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self._context.tasks.journal_changed.connect(self._journal_changed)


class _TagList(ChoosingList):
    """A click only chooses; Enter renames."""

    rename_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rename_requested.emit()
        else:
            super().keyPressEvent(event)


def groups_of(tags: Iterable[Tag]) -> list[str]:
    """Return the groups there are: the two that are always there, then others by name."""
    own = {tag.group for tag in tags} - {ACTIVITIES, PEOPLE}
    return [ACTIVITIES, PEOPLE, *sorted(own, key=str.casefold)]


def group_name(group: str) -> str:
    """Return what a group is called: the person's own word, but for the two."""
    return {ACTIVITIES: text("Activities"), PEOPLE: text("People")}.get(group, group)


def _row(tag: Tag) -> Row:
    said = text("no longer offered") if tag.archived else ""
    entries = i18n.plural("{n} entry", "{n} entries", tag.used)
    return Row(
        id=tag.word,
        kind=_TAG,
        when=f"{tag.used:,}",
        words=((tag.word, False),),
        foot=said,
        aloud=", ".join(part for part in (entries, said) if part),
    )
