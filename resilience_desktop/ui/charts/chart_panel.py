"""One panel of the charts: a title, its sentences, its pictures, its table, how it is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.charts import picture_menu, saving_charts
from resilience_desktop.ui.charts.chart_picture import ChartPicture
from resilience_desktop.ui.charts.flag_list import FlagList
from resilience_desktop.ui.charts.looking_back import LookingBack
from resilience_desktop.ui.charts.value_table import ValueTable
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import number
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Drawing, Panel
    from resilience_desktop.ui.context import UiContext

SENTENCE_WIDTH = 704
_TITLE_WIDTH = 320
_GAP, _BELOW_TABLE, _ABOVE_READOUT, _BELOW_READOUT = 4, 16, 4, 12


class ChartPanel(Group):
    """Shows a ``Panel``; another one of the same name takes its place without a flicker."""

    day_opened = Signal(object)
    stretch_chosen = Signal(object, object)
    zoomed = Signal(object, float)
    moved = Signal(int)

    def __init__(self, context: UiContext, panel: Panel, *, name_end: str = "") -> None:
        super().__init__()
        self._context, self._panel = context, panel
        self._name_end = name_end
        self._period: Period
        """Its days, told by the page before anything of it can be seen."""
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
        self._readout.setContentsMargins(0, _ABOVE_READOUT, 0, 0)  # clear of the ring of focus
        self._note = labels.small(look, "", "text_muted", name=f"{name}.note")
        self.flags = FlagList(look, name=f"{name}.flags")
        self._back = LookingBack(context, name=f"{name}.back")
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
        self.as_table.turned.connect(self._turn_table)
        self.how.turned.connect(partial(self._turn_words, self.how, self._how))
        self._advanced_opener.turned.connect(
            partial(self._turn_words, self._advanced_opener, self._advanced)
        )
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
        self._of_what.setText(panel.of_what)
        self._of_what.setVisible(bool(panel.of_what))
        self.summary.setText(" ".join(panel.sentences))
        self.summary.setVisible(bool(panel.sentences))
        self._show_pictures()
        self._note.setText(panel.note)
        self._note.setVisible(bool(panel.note))
        self.flags.show_flags(panel.flags)
        self._back.show_spells(panel.look_backs)
        if panel.table is not None:
            self.table.show_table(panel.table)
        self.as_table.setVisible(panel.table is not None and bool(panel.drawings))
        self._save.setVisible(panel.table is not None or bool(panel.drawings))
        looking = (_how_to_look(),) if self._is_timeline and panel.how else ()
        self._how.setText("\n\n".join((*panel.how, *looking)))
        self.how.setVisible(bool(panel.how))
        self._advanced.setText("\n\n".join(panel.advanced))
        self._advanced_opener.setVisible(bool(panel.advanced))
        self._show_table()
        self._tell(None)

    def say_period(self, period: Period, *, is_beside: bool) -> None:
        """Say of which days it is; its name has them where the same of other days is beside it."""
        self._period = period
        name = text("{title}, {period}").format(
            title=self._panel.title, period=i18n.period(period.first, period.last)
        )
        self.setAccessibleName(name if is_beside else self._panel.title)

    def room_round_picture(self) -> int:
        """Return how much of the panel stands above its first picture, and what is read below.

        The table is not reckoned in: a picture that stands below it is as high as before.
        """
        above = self.pictures[0].mapTo(self, QPoint()).y() if self.pictures else 0
        if self.table.isVisible():
            above -= self.table.height() + _GAP + _BELOW_TABLE
        return above + self._readout.sizeHint().height() + _BELOW_READOUT

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
        picture.menu_wanted.connect(partial(self._offer_at, picture))
        return picture

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

    @property
    def _is_timeline(self) -> bool:
        return any(drawing.is_timeline for drawing in self._panel.drawings)

    def _tell(self, words: str | None) -> None:
        rest = text(
            "Click a day, or use arrows and Enter, to open it. Pull across days to look closer."
        )
        self._readout.setText(words if words is not None else (rest if self._is_timeline else ""))
        self._readout.setVisible(bool(self._panel.drawings))

    def _show_table(self, *_: object) -> None:
        table = self._panel.table
        alone = table is not None and not self._panel.drawings
        rows = bool(table is not None and len(table.rows))
        is_shown = rows and (self.as_table.is_open or alone)
        self.table.setVisible(is_shown)
        self._holder.setContentsMargins(0, _BELOW_TABLE if is_shown else 0, 0, 0)

    def _turn_table(self, is_open: bool) -> None:
        self._show_table()
        if is_open:
            show_in_pane(self, lambda: QRect(0, 0, 1, self.table.geometry().bottom()))

    def _turn_words(self, opener: buttons.Opener, words: QWidget, is_open: bool) -> None:
        words.setVisible(is_open)
        if is_open:
            show_in_pane(self, lambda: opener.geometry().united(words.geometry()))

    def _offer(self) -> None:
        menu = QMenu(self._save)
        menu.setObjectName(f"{self._save.objectName()}.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for key, words, work in self._ways(self.pictures):
            picture_menu.add(menu, key, words, work)
        self._save.rest_after(menu)
        menu.popup(self._save.mapToGlobal(self._save.rect().bottomLeft()))

    def _offer_at(self, picture: ChartPicture, place: QPoint) -> None:
        picture_menu.open_menu(picture, place, self._ways((picture,)))

    def _ways(self, pictures: Sequence[ChartPicture]) -> list[saving_charts.Way]:
        return saving_charts.ways(self._context, self, self._panel, pictures, self._period)

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
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(self._of_what)
        column.addWidget(self.summary)
        column.addSpacing(8)
        column.addWidget(self.table)
        column.addWidget(self._holder)
        column.addWidget(self._readout)
        column.addWidget(self._note)
        column.addWidget(self.flags)
        column.addWidget(self._back)
        column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._how)
        column.addWidget(self._advanced_opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._advanced)
        column.addStretch()  # beside a longer one

    def _title_room(self) -> int:
        """Return how narrow the title may become beside what can be done with the panel."""
        return min(self._title.sizeHint().width(), self._context.look.px(_TITLE_WIDTH))

    def _fit(self) -> None:
        # As high as with buttons beside it, so that those beside each other are level.
        self._title.setMinimumHeight(self._save.sizeHint().height())
        for words in (self.summary, self._how, self._advanced, self._note, self.flags):
            words.setMaximumWidth(self._context.look.px(SENTENCE_WIDTH))


def _how_to_look() -> str:
    return text(
        "To look closer: pull across days in the picture, or press plus. Minus shows more days. "
        "Shift and an arrow go to earlier or later days, and Esc goes back. Ctrl and the mouse "
        "wheel do the same as plus and minus."
    )
