"""One panel of the charts: a title, its sentences, its pictures, its table, how it is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.charts import saving_charts
from resilience_desktop.ui.charts.chart_picture import ChartPicture
from resilience_desktop.ui.charts.flag_list import FlagList
from resilience_desktop.ui.charts.value_table import ValueTable
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import number
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Hashable

    from resilience_desktop.services.views.view import Drawing, Panel
    from resilience_desktop.ui.context import UiContext

SENTENCE_WIDTH = 704
_TITLE_WIDTH = 320


class ChartPanel(Group):
    """Shows a ``Panel``; another one of the same name takes its place without a flicker."""

    day_opened = Signal(object)
    stretch_chosen = Signal(object, object)
    zoomed = Signal(object, float)
    moved = Signal(int)

    def __init__(self, context: UiContext, panel: Panel, *, name_end: str = "") -> None:
        super().__init__()
        self._context, self._panel = context, panel
        self._name_end, self._period = name_end, ""
        look, name = context.look, f"charts.{panel.name}{name_end}"
        self.setObjectName(f"{name}.panel")
        self._title = labels.title(look, panel.title, name=f"{name}.title")
        self.as_table = buttons.Opener(
            look,
            text("Show as table"),
            text("Hide the table"),
            name=f"{name}.as_table",
            drawing="table",
        )
        self._save = buttons.quiet(
            look, text("Save or copy"), name=f"{name}.save", drawing="download"
        )
        self._of_what = labels.small(look, "", "text_muted", name=f"{name}.of_what")
        self.summary = labels.muted(look, "", name=f"{name}.summary")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._holder = QWidget()
        self._pictures = column_in(self._holder, 16)
        self.pictures: list[ChartPicture] = []
        self._readout = labels.small(look, "", "text_muted", name=f"{name}.day")
        self._note = labels.small(look, "", "text_muted", name=f"{name}.note")
        self.flags = FlagList(look, name=f"{name}.flags")
        self.table = ValueTable(look, name=f"{name}.table")
        self.table.hide()
        self.how = buttons.Opener(
            look, text("How this is worked out"), name=f"{name}.how", flush=True
        )
        self._how = labels.small(look, "", "text_muted", name=f"{name}.how.words")
        self._how.hide()
        self._advanced_opener = buttons.Opener(
            look, text("One more number"), name=f"{name}.advanced", flush=True
        )
        self._advanced = labels.small(look, "", "text_muted", name=f"{name}.advanced.words")
        self._advanced.hide()
        self._lay_out()
        self.as_table.turned.connect(self._show_table)
        self.how.turned.connect(self._how.setVisible)
        self._advanced_opener.turned.connect(self._advanced.setVisible)
        self._save.clicked.connect(self._offer)
        self.table.day_opened.connect(self.day_opened)
        self.flags.day_opened.connect(self.day_opened)
        look.look_changed.connect(self._fit)
        self._fit()
        self.show_panel(panel)

    @property
    def panel(self) -> Panel:
        """What is shown."""
        return self._panel

    def show_panel(self, panel: Panel) -> None:
        """Show new values."""
        self._panel = panel
        self._title.setText(panel.title)
        self._tell_name()
        self._of_what.setText(panel.of_what)
        self._of_what.setVisible(bool(panel.of_what))
        self.summary.setText(" ".join(panel.sentences))
        self.summary.setVisible(bool(panel.sentences))
        self._show_pictures()
        self._note.setText(panel.note)
        self._note.setVisible(bool(panel.note))
        self.flags.show_flags(panel.flags)
        if panel.table is not None:
            self.table.show_table(panel.table)
        self.as_table.setVisible(panel.table is not None and bool(panel.drawings))
        self._save.setVisible(panel.table is not None or bool(panel.drawings))
        self._how.setText("\n\n".join(panel.how))
        self.how.setVisible(bool(panel.how))
        self._advanced.setText("\n\n".join(panel.advanced))
        self._advanced_opener.setVisible(bool(panel.advanced))
        self._show_table()
        self._tell(None)

    def say_period(self, words: str) -> None:
        """Say of which days it is, where the same of other days stands beside it."""
        self._period = words
        self._tell_name()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [*self.pictures, self.table]

    def _show_pictures(self) -> None:
        names = [drawing.name for drawing in self._panel.drawings]
        if [picture.drawing.name for picture in self.pictures] == names:
            for picture, drawing in zip(self.pictures, self._panel.drawings, strict=True):
                picture.set_drawing(drawing)
            return
        empty(self._pictures)
        self.pictures = [self._picture(drawing) for drawing in self._panel.drawings]
        self._holder.setVisible(bool(names))

    def _picture(self, drawing: Drawing) -> ChartPicture:
        picture = ChartPicture(self._context, drawing, name_end=self._name_end)
        if len(self._panel.drawings) > 1:
            self._pictures.addWidget(labels.label(self._context.look, drawing.title))
        self._pictures.addWidget(picture)
        picture.mark_chosen.connect(partial(self._tell_of, picture))
        picture.day_opened.connect(self.day_opened)
        picture.stretch_chosen.connect(self.stretch_chosen)
        picture.zoomed.connect(self.zoomed)
        picture.moved.connect(self.moved)
        return picture

    def _tell_name(self) -> None:
        name = text("{title}, {period}").format(title=self._panel.title, period=self._period)
        self.setAccessibleName(name if self._period else self._panel.title)

    def _tell_of(self, picture: ChartPicture, mark: Hashable | None) -> None:
        if mark is None:
            picture.setAccessibleDescription(picture.drawing.description)
            self._tell(None)
            return
        told = picture.drawing.tell(mark)
        self._tell(number(told.shown))
        picture.setAccessibleDescription(told.aloud)
        if picture.hasFocus():
            announce(picture, told.aloud)

    def _tell(self, words: str | None) -> None:
        can_open = any(drawing.is_timeline for drawing in self._panel.drawings)
        rest = text("A click on a day, or arrows and Enter, opens it in the journal.")
        self._readout.setText(words if words is not None else (rest if can_open else ""))
        self._readout.setVisible(bool(self._panel.drawings))

    def _show_table(self, *_: object) -> None:
        table = self._panel.table
        alone = table is not None and not self._panel.drawings
        rows = bool(table is not None and len(table.rows))
        self.table.setVisible(rows and (self.as_table.is_open or alone))

    def _offer(self) -> None:
        menu = QMenu(self._save)
        menu.setObjectName(f"{self._save.objectName()}.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for key, words, work in saving_charts.ways(self._context, self, self._panel, self.pictures):
            action = menu.addAction(words)
            action.setObjectName(f"{menu.objectName()}.{key}")
            action.triggered.connect(work)
        menu.popup(self._save.mapToGlobal(self._save.rect().bottomLeft()))

    def _lay_out(self) -> None:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.as_table)
        row.addWidget(self._save)
        row.addStretch()
        head = BesideOrBelow(self._title, tools, 4, least=self._title_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._of_what)
        column.addWidget(self.summary)
        column.addSpacing(12)
        column.addWidget(self._holder)
        column.addWidget(self._readout)
        column.addWidget(self._note)
        column.addWidget(self.flags)
        column.addWidget(self.table)
        column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._how)
        column.addWidget(self._advanced_opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._advanced)
        column.addStretch()  # beside a longer one

    def _title_room(self) -> int:
        """Return how narrow the title may become beside what can be done with the panel."""
        return min(self._title.sizeHint().width(), self._context.look.px(_TITLE_WIDTH))

    def _fit(self) -> None:
        for words in (self.summary, self._how, self._advanced, self._note, self.flags):
            words.setMaximumWidth(self._context.look.px(SENTENCE_WIDTH))
