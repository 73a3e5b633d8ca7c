"""What can be asked about one tag: another name, another tag to become one with, a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop.domain.tag import Tag, tidy
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60


class _Asking(SmallDialog):
    """A small dialog with Cancel and one answer.

    Enter gives the answer; what cannot be taken back, it only leads to Cancel.
    """

    def __init__(
        self, look: LookKeeper, parent: QWidget, name: str, title: str, answer: str
    ) -> None:
        super().__init__(look, parent, name, title)
        self.answer = buttons.primary(look, answer, name=f"{name}.answer")
        self.answer.clicked.connect(self.finish)
        self.meaning = labels.body(look, "", name=f"{name}.meaning")
        self._cancel = buttons.plain(look, text("Cancel"), name=f"{name}.cancel")
        self._cancel.clicked.connect(self.reject)
        self._is_final = False
        self.foot.addStretch()
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self.answer)

    def offer(self, answer: str, *, final: bool) -> None:
        """Offer an answer; a ``final`` one cannot be taken back."""
        self._is_final = final
        self.answer.setText(answer)
        self.answer.set_kind("danger_filled" if final else "primary")

    def finish(self) -> None:
        """Give the answer, if there is one."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Enter from a field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._is_final:
            self._cancel.setFocus(Qt.FocusReason.TabFocusReason)
            announce(self.meaning, self.meaning.text())
        elif self.answer.isEnabled():
            self.finish()

    def say(self, words: str) -> None:
        """Say what will happen."""
        self.meaning.setText(words)
        self.fit()


class RenameDialog(_Asking):
    """Asks for another name; one that is there already makes one tag of two, and says so."""

    name_chosen = Signal(str)

    def __init__(
        self, look: LookKeeper, parent: QWidget, tag: Tag, tags: Mapping[str, Tag]
    ) -> None:
        super().__init__(look, parent, "tag_rename", text("Another name"), text("Rename"))
        self._tag, self._tags = tag, tags
        self._field = LineField(tag.word)
        self._field.setObjectName("tag_rename.field")
        self._field.setAccessibleName(text("Name"))
        self._field.setMaxLength(_LONGEST)
        self._field.textChanged.connect(self._tell)
        self.column.addWidget(self.above(text("Name"), self._field))
        self.column.addWidget(self.meaning)
        self._tell()
        self._field.selectAll()
        self._field.setFocus()

    def finish(self) -> None:
        """Give the name."""
        self.name_chosen.emit(tidy(self._field.text()))
        self.accept()

    def _tell(self) -> None:
        name = tidy(self._field.text())
        joins = name in self._tags and name != self._tag.word
        self.answer.setEnabled(bool(name) and name != self._tag.word)
        self.offer(text("Put both together") if joins else text("Rename"), final=joins)
        if joins:
            there = text("“{tag}” is there already.").format(tag=name)
            self.say(f"{there} {joined_words(self._tag, self._tags[name])}")
        else:
            changed = plural(
                "{n} entry will have the new name.",
                "{n} entries will have the new name.",
                self._tag.used,
            )
            self.say(changed)


class MergeDialog(_Asking):
    """Asks with which other tag one becomes one."""

    name_chosen = Signal(str)

    def __init__(
        self, look: LookKeeper, parent: QWidget, tag: Tag, tags: Mapping[str, Tag]
    ) -> None:
        super().__init__(
            look, parent, "tag_merge", text("Put two tags together"), text("Put both together")
        )
        self.offer(text("Put both together"), final=True)
        self._tag, self._tags = tag, tags
        self._others = ChoiceBox(shrinks=True)
        self._others.setObjectName("tag_merge.others")
        self._others.setAccessibleName(text("The tag that stays"))
        for word in sorted((word for word in tags if word != tag.word), key=str.casefold):
            self._others.addItem(word)
        self._others.setPlaceholderText(text("Choose a tag"))
        self._others.setCurrentIndex(-1)
        self._others.currentIndexChanged.connect(self._tell)
        self.column.addWidget(self.above(text("The tag that stays"), self._others))
        self.column.addWidget(self.meaning)
        self._tell()
        self._others.setFocus()

    def finish(self) -> None:
        """Give the tag that stays."""
        self.name_chosen.emit(self._others.currentText())
        self.accept()

    def _tell(self) -> None:
        stays = self._tags.get(self._others.currentText())
        self.answer.setEnabled(stays is not None)
        self.say(joined_words(self._tag, stays) if stays else text("Nothing changes yet."))


class GroupDialog(_Asking):
    """Asks for a group: one of those with these names, or a new one."""

    group_chosen = Signal(str)

    def __init__(
        self, look: LookKeeper, parent: QWidget, tag: Tag, groups: Mapping[str, str]
    ) -> None:
        super().__init__(look, parent, "tag_group", text("Move to a group"), text("Move"))
        self._groups = ChoiceBox(shrinks=True)
        self._groups.setObjectName("tag_group.groups")
        self._groups.setAccessibleName(text("Group"))
        for group, name in groups.items():
            self._groups.addItem(name, group)
        self._groups.addItem(text("A new group"), "")
        self._groups.setCurrentIndex(max(0, self._groups.findData(tag.group)))
        self._new = LineField()
        self._new.setObjectName("tag_group.new")
        self._new.setAccessibleName(text("Name of the new group"))
        self._new.setMaxLength(_LONGEST)
        self._above_new = self.above(text("Name of the new group"), self._new)
        self.column.addWidget(self.above(text("Group"), self._groups))
        self.column.addWidget(self._above_new)
        self._groups.currentIndexChanged.connect(self._tell)
        self._new.textChanged.connect(self._tell)
        self._tell()
        self._groups.setFocus()

    def finish(self) -> None:
        """Give the group."""
        self.group_chosen.emit(self._group())
        self.accept()

    def _group(self) -> str:
        return self._groups.currentData() or tidy(self._new.text())

    def _tell(self) -> None:
        self._above_new.setVisible(not self._groups.currentData())
        self.answer.setEnabled(bool(self._group()))
        self.fit()


def joined_words(goes: Tag, stays: Tag) -> str:
    """Return what happens when one tag becomes part of another."""
    sentences = (
        plural("{n} entry has “{{stays}}”.", "{n} entries have “{{stays}}”.", stays.used),
        plural("{n} entry has “{{goes}}”.", "{n} entries have “{{goes}}”.", goes.used),
        text("Put together, all of them have “{stays}”. This cannot be taken apart again."),
    )
    return " ".join(sentences).format(goes=goes.word, stays=stays.word)
