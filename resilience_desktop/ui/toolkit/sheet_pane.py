"""A skill that is done in writing: one sheet at a time, kept as it is typed, and those before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services.use_of_day import note_use
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.toolkit.kept_sheets import KeptSheets
from resilience_desktop.ui.toolkit.sheet_form import SheetForm
from resilience_desktop.ui.toolkit.sheet_steps import SheetSteps, first_words
from resilience_desktop.ui.toolkit.time_written import TimeWritten
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.earlier_list import Earlier, EarlierList
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_SECTION = 32
_COLUMN = 720
"""Text units that the column is wide at most."""


class SheetPane(QWidget):
    """Nothing in it has to be filled in; what was typed is in the journal a moment later."""

    def __init__(self, context: UiContext, skill: Skill) -> None:
        super().__init__()
        self.setObjectName("sheet_pane")
        self._context, self._skill = context, skill
        look = context.look
        self._kept = KeptSheets(skill)
        self._shown: Sheet | None = None
        self._written = TimeWritten()
        self.form = SheetForm(context, skill)
        self.earlier = EarlierList(
            look,
            text("Other sheets"),
            text("Open the sheet of {day}"),
            name="sheet_pane.earlier",
        )
        self._made = labels.small(look, "", "text_muted", name="sheet_pane.made")
        self._begin = buttons.plain(
            look, text("Begin a new sheet"), name="sheet_pane.begin", drawing="plus"
        )
        self._paper = buttons.plain(
            look, text("On paper ..."), name="sheet_pane.paper", drawing="printer"
        )
        self._bring = buttons.plain(
            look, text("Bring to my next session"), name="sheet_pane.bring", drawing="speech"
        )
        self._remove = buttons.muted(
            look, text("Remove this sheet"), name="sheet_pane.remove", drawing="trash"
        )
        self.state = SavedState(look, name="sheet_pane.state")
        self._saving = Saving(
            context, self, self.state, work=self._as_it_stands, words=self.form.words
        )
        self._steps = SheetSteps(context, self)
        self._lay_out()
        self._connect()
        self.form.hide()

    def save_now(self) -> None:
        """Keep what was written here."""
        self._saving.flush()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.form]

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on from."""
        if self._shown is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._takes_keyboard = True
        else:
            self.form.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    def show_sheet(self, id_: str) -> None:
        """Go to a sheet; to a new one for an empty id, or one that is gone."""
        self._saving.then(lambda: self._arrive(self._kept.of(id_) or self._kept.begin()))

    # Showing

    def _look_again(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.sheets.all(self._skill.id),
            self._take,
            owner=self,
            latest=f"sheet_pane.{self._skill.id}",
        )

    def _take(self, sheets: list[Sheet]) -> None:
        """Show what there is now; what somebody types stays."""
        kept, shown = self._kept, self._shown
        kept.follow(sheets)
        if shown is None:
            self._show(kept.in_hand())
            if self._takes_keyboard:
                self.form.take_keyboard()
        elif self._saving.is_pending or self._saving.is_under_way:
            self._tell()
        elif kept.is_gone(shown):  # such as with Undo
            self._show(kept.in_hand())
        elif kept.differs(self.form.sheet()):
            self._show(kept.of(shown.id) or shown)
        else:
            self._tell()

    def _arrive(self, sheet: Sheet) -> None:
        """Show a sheet that somebody goes to, from its beginning."""
        self._show(sheet)
        self.pane.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.form.take_keyboard()

    def _show(self, sheet: Sheet) -> None:
        self._shown = sheet
        self.form.show_sheet(sheet)
        self.form.show()
        self.state.say_nothing()
        self._tell()

    def _tell(self) -> None:
        shown = self._shown
        if shown is None:
            return
        is_kept = self._kept.is_kept(shown)
        begun = text("Begun on {day}").format(day=i18n.day(shown.made, weekday=True))
        self._made.setText(begun)
        for part in (self._made, self._begin, self._remove):
            part.setVisible(is_kept)
        self._bring.setVisible(is_kept and bool(first_words(self.form.sheet())))
        self.earlier.show_earlier(
            Earlier(one.id, one.made, first_words(one)) for one in self._kept.earlier(shown)
        )

    def _sheet_requested(self, skill: str, id_: str) -> None:
        if skill == self._skill.id and self._kept.of(id_) is not None:
            self.show_sheet(id_)

    # What can be done

    def _as_it_stands(self) -> Work | None:
        sheet = self.form.sheet()
        if not self._kept.is_to_keep(sheet):
            return None
        self._kept.note_kept(sheet)
        seconds = self._written.take()

        def keep(journal: Journal) -> Changes:
            return journal.sheets.keep(sheet) | note_use(journal, sheet.skill, seconds)

        return keep

    def _let_go(self) -> None:
        self._saving.forget()
        self._steps.remove(self.form.sheet())

    def _is_back(self, sheet: Sheet) -> None:
        self._saving.then(partial(self._arrive, sheet))

    def _changed(self) -> None:
        self._written.touch()
        self._saving.touch()

    def _journal_changed(self, changes: Changes) -> None:
        if changes.sheets and self.isVisible():
            self._look_again()

    # Building

    def _lay_out(self) -> None:
        look, skill = self._context.look, self._skill
        self._takes_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setSpacing(_SECTION)
        top = QWidget()
        head = column_in(top, 4)
        head.addWidget(labels.title(look, skill.name, name="sheet_pane.title"))
        head.addWidget(labels.muted(look, skill.lead, name="sheet_pane.lead"))
        head.addWidget(self._made)
        ways = QWidget()
        row = FlowLayout(ways, gap=12)
        for button in (self._begin, self._paper, self._bring, self._remove):
            row.addWidget(button)
        for part in (top, self.form, ways, self.earlier):
            self._inside.addWidget(part)
        self._inside.addStretch()
        self.pane = ScrollPane("sheet_pane.scroll", inside)
        caution = labels.small(
            look, "\n".join(skill.cautions), "text_muted", name="sheet_pane.caution"
        )
        banner = QWidget()
        self.state.put_banner_in(column_in(banner, 0))
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(caution, 1)
        foot.addWidget(self.state)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addWidget(banner)
        self._foot.addWidget(Rule())
        self._foot.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pane, 1)
        whole.addLayout(self._foot)
        caution.setVisible(bool(skill.cautions))  # now that it is not a window of its own

    def _connect(self) -> None:
        self._context.look.look_changed.connect(self._arrange)
        self.form.changed.connect(self._changed)
        self.earlier.chosen.connect(self.show_sheet)
        self._begin.clicked.connect(lambda: self.show_sheet(""))
        self._paper.clicked.connect(lambda: self._steps.put_on_paper(self.form.sheet()))
        self._bring.clicked.connect(lambda: self._steps.bring_along(self.form.sheet()))
        self._steps.is_back.connect(self._is_back)
        self._remove.clicked.connect(lambda: self._saving.then(self._let_go))
        self._context.navigator.sheet_requested.connect(self._sheet_requested)
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self.window(), look)
        rest = self.width() - 2 * margin - look.px(_COLUMN)
        set_margins(self._inside, margin, 8, margin + max(0, rest), margin)
        set_margins(self._foot, margin, 0, margin, 16)
