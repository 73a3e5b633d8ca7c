"""Choosing what goes into one's own story: starred pages, what went all right, notes to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.insight import PROMPTS, InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.services.story import Origin, Source
from resilience_desktop.ui.dialogs.prompted import prompt_name
from resilience_desktop.ui.rows import short_days
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.choosing_list import ChoosingList
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.written_rows import Heading, Row

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext

_DRAWINGS = {Origin.STARRED: "star", Origin.WENT_WELL: "check", Origin.NOTE: "bookmark"}


class StorySources(Dialog):
    """A list in three groups, and the chapter to which the words go; ``chapter`` at first."""

    chosen = Signal(object, str)
    """The ``Source`` that was chosen, and the id of the chapter."""

    def __init__(self, context: UiContext, parent: QWidget, chapter: str) -> None:
        super().__init__(parent)
        self.setObjectName("story_sources")
        self.setWindowTitle(text("My story"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = context.look
        self._sources: dict[str, Source] = {}
        self.list = ChoosingList(
            look,
            name="story_sources.list",
            spoken_name=text("What you can add"),
            when_samples=short_days(),
        )
        self._nothing = labels.muted(
            look,
            text(
                "There is nothing here yet. Pages you put a star on, small things that went all "
                "right and notes to keep can be added from here."
            ),
            name="story_sources.nothing",
        )
        self._chapter = ChoiceBox(shrinks=True)
        self._chapter.setObjectName("story_sources.chapter")
        self._chapter.setAccessibleName(text("Put it into"))
        for prompt in PROMPTS[InsightKind.STORY]:
            self._chapter.addItem(prompt_name(InsightKind.STORY, prompt), prompt)
        self._chapter.setCurrentIndex(self._chapter.findData(chapter))
        self._add = buttons.primary(look, text("Add it"), name="story_sources.add")
        self._close = buttons.plain(look, text("Cancel"), name="story_sources.close")
        self._add.setEnabled(False)
        self._lay_out(context)
        self.list.row_chosen.connect(lambda: self._add.setEnabled(self.list.chosen() is not None))
        self.list.row_opened.connect(lambda _row: self._take())
        self._add.clicked.connect(self._take)
        self._close.clicked.connect(self.reject)
        resize_within_window(self, look.px(640), look.px(560))
        FocusRing(self, look)
        context.tasks.read(lambda journal: journal.story_sources(), self._show, owner=self)

    def _show(self, sources: list[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        rows: list[Heading | Row] = []
        for origin in Origin:
            of_it = [source for source in sources if source.origin is origin]
            rows += [Heading(_title(origin))] if of_it else []
            rows += [_row(source) for source in of_it]
        self.list.rows.show_rows(rows, more=False)
        self._stack.setCurrentIndex(0 if sources else 1)
        if sources:
            self.list.choose_first()
        (self.list if sources else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        row = self.list.chosen()
        if row is not None:
            self.accept()
            self.chosen.emit(self._sources[row.id], self._chapter.currentData())

    def _lay_out(self, context: UiContext) -> None:
        look = context.look
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        nothing = QWidget()
        below = QVBoxLayout(nothing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._nothing)
        below.addStretch()
        self._stack.addWidget(nothing)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch()
        foot.addWidget(self._close)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, text("Add from your pages")))
        what = text("The words are copied, with a link to the page they are from.")
        column.addWidget(labels.muted(look, what))
        column.addWidget(self._stack, 1)
        column.addWidget(labels.above(look, self._chapter.accessibleName(), self._chapter))
        column.addLayout(foot)


def _title(origin: Origin) -> str:
    return {
        Origin.STARRED: text("With a star"),
        Origin.WENT_WELL: text("Went all right"),
        Origin.NOTE: text("Notes to keep"),
    }[origin]


def _row(source: Source) -> Row:
    day = i18n.short_day(source.day)
    return Row(
        id=source.id,
        kind="",
        when=day,
        drawing=_DRAWINGS[source.origin],
        words=((source.words, False),),
        aloud=day,
    )
