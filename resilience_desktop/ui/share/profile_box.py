"""Choices that are remembered under names, to be chosen again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from resilience_desktop.domain.ids import new_id
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.name_dialog import NameDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.report_profile import ReportProfile
    from resilience_desktop.ui.context import UiContext


class ProfileBox(QWidget):
    """A box of names, and a menu of what can be done with them."""

    profile_chosen = Signal(object)
    """A ``ReportProfile`` somebody wants to start from."""

    def __init__(self, context: UiContext, choice: Callable[[], ReportProfile]) -> None:
        super().__init__()
        self._context, self._choice = context, choice
        self._profiles: dict[str, ReportProfile] = {}
        self._id = ""
        """The profile that the choices come from; empty for none."""
        look = context.look
        self.box = ChoiceBox(shrinks=True)
        self.box.setObjectName("share.profile")
        self.box.setAccessibleName(text("Profile"))
        words = text("What can be done with profiles")
        self.more = buttons.IconButton(look, "more", words, name="share.profile_menu")
        self._changed = labels.small(
            look, text("Changed since you saved it"), "text_muted", name="share.profile_changed"
        )
        self._actions: dict[str, QAction] = {}
        self.more.setMenu(self._menu())
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        column = column_in(self, 4)
        column.addLayout(row)
        column.addWidget(self._changed)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._take)
        self.show_profiles(())

    @property
    def id(self) -> str:
        """The id of the profile that the choices come from; empty for none."""
        return self._id

    def begin_with(self, id_: str) -> None:
        """Say which profile the choices come from."""
        self._id = id_
        self._mark()

    def show_profiles(self, profiles: Sequence[ReportProfile]) -> None:
        """Offer these."""
        self._profiles = {profile.id: profile for profile in profiles}
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(text("No profile"), "")
            for profile in profiles:
                self.box.addItem(profile.name, profile.id)
        self._mark()

    def tell(self) -> None:
        """Say whether the choices are still those of the profile."""
        here = self._profiles.get(self._id)
        is_changed = here is not None and not _same(here, self._choice())
        self._changed.setVisible(is_changed)
        self._actions["update"].setEnabled(is_changed)
        for name in ("rename", "delete"):
            self._actions[name].setEnabled(here is not None)

    def _mark(self) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(max(0, self.box.findData(self._id)))
        self.tell()

    def _take(self) -> None:
        self._id = str(self.box.currentData() or "")
        if self._id:
            self.profile_chosen.emit(self._profiles[self._id])
        self.tell()

    def ask_for_name(self) -> None:
        """Ask under which name the choices are to be remembered."""

        def keep(name: str) -> None:
            same = next((p.id for p in self._profiles.values() if p.name == name), new_id())
            self._keep(replace(self._choice(), name=name, id=same))

        self._ask(text("Save as a profile"), "", keep)

    # What can be done

    def _menu(self) -> QMenu:
        menu = QMenu(self.more)
        menu.setObjectName("share.profile_menu.menu")
        for name, words, work in (
            ("save", text("Save as a profile ..."), self.ask_for_name),
            ("update", text("Keep these changes in it"), self._update),
            ("rename", text("Rename ..."), self._rename),
            ("delete", text("Delete"), self._delete),
        ):
            action = QAction(words, menu)
            action.setObjectName(f"share.profile_menu.{name}")
            action.triggered.connect(lambda _=False, work=work: work())
            menu.addAction(action)
            self._actions[name] = action
        return menu

    def _update(self) -> None:
        here = self._profiles[self._id]
        self._keep(replace(self._choice(), name=here.name, id=here.id))

    def _rename(self) -> None:
        here = self._profiles[self._id]
        self._ask(
            text("Rename this profile"), here.name, lambda n: self._keep(replace(here, name=n))
        )

    def _ask(self, title: str, name: str, take: Callable[[str], None]) -> None:
        about = text(
            "A profile remembers the period, the ticks and the paper. It holds none of your words, "
            "and not which records or entries you chose."
        )
        dialog = NameDialog(
            self._context.look,
            self.window(),
            "share.profile_name",
            title,
            field=text("Name of the profile"),
            keep=text("Save profile"),
            called=name,
            about=about,
        )
        dialog.named.connect(take)
        dialog.open()

    def _keep(self, profile: ReportProfile) -> None:
        def kept(_changes: Changes) -> None:
            self._profiles[profile.id] = profile
            self.show_profiles(sorted(self._profiles.values(), key=lambda p: p.name.casefold()))
            self.begin_with(profile.id)

        self._context.tasks.write(lambda journal: journal.reports.keep(profile), kept, owner=self)

    def _delete(self) -> None:
        profile = self._profiles[self._id]

        def deleted(_changes: Changes) -> None:
            self.begin_with("")
            self._context.notices.show(text("Profile deleted"), lambda: self._keep(profile))

        self._context.tasks.write(
            lambda journal: journal.reports.drop(profile), deleted, owner=self
        )


def _same(one: ReportProfile, other: ReportProfile) -> bool:
    return replace(one, name="", id="") == replace(other, name="", id="")
