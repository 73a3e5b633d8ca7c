"""Which entries the charts are of: by words, tags, people and feelings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.domain.tag import PEOPLE
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.word_picker import WordPicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_MANY = 200

Known = tuple[list[str], list[str], list[str]]


class ChartFilterDialog(SmallDialog):
    """A form; nothing changes before it is used."""

    chosen = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget, chosen: TimelineFilter) -> None:
        look = context.look
        super().__init__(look, parent, "chart_filter", text("Choose which entries are shown"))
        self._before = chosen
        self._words = LineField()
        self._words.setObjectName("chart_filter.words")
        self._words.setAccessibleName(text("Words"))
        self._words.setText(chosen.words)
        self.column.addWidget(self.above(text("Words"), self._words))
        self._pickers: dict[str, WordPicker] = {}
        self._around: dict[str, QWidget] = {}
        for part, title in (
            ("tags", text("Tags")),
            ("people", text("People")),
            ("feelings", text("Feelings")),
        ):
            picker = WordPicker(look, name=f"chart_filter.{part}", title=title)
            self._pickers[part] = picker
            self._around[part] = self.above(title, picker)
            self.column.addWidget(self._around[part])
        self.column.addStretch()
        cancel = buttons.quiet(look, text("Cancel"), name="chart_filter.cancel")
        cancel.clicked.connect(self.reject)
        clear = buttons.quiet(look, text("Clear"), name="chart_filter.clear")
        clear.clicked.connect(self._clear)
        show = buttons.primary(look, text("Show"), name="chart_filter.show")
        show.clicked.connect(self._take)
        self.foot.addWidget(cancel)
        self.foot.addWidget(clear)
        self.foot.addStretch()
        self.foot.addWidget(show)
        context.tasks.read(_known_words, self._know, owner=self)

    def filter(self) -> TimelineFilter:
        """Return the filter as it stands."""
        tags, people, feelings = (picker.words() for picker in self._pickers.values())
        return TimelineFilter(
            words=self._words.text().strip(),
            tags=tuple(dict.fromkeys((*tags, *people))),
            feelings=feelings,
        )

    def _know(self, known: Known) -> None:
        _, people, _ = known
        chosen = {
            "tags": [tag for tag in self._before.tags if tag not in people],
            "people": [tag for tag in self._before.tags if tag in people],
            "feelings": self._before.feelings,
        }
        for (part, picker), words in zip(self._pickers.items(), known, strict=True):
            picker.know(words)
            picker.set_words(chosen[part], keep_typed=True)
            self._around[part].setVisible(bool(words) or bool(chosen[part]))
        self.fit()

    def _clear(self) -> None:
        self._words.clear()
        for picker in self._pickers.values():
            picker.set_words(())

    def _take(self) -> None:
        self.chosen.emit(self.filter())
        self.accept()


def _known_words(journal: Journal) -> Known:
    tags = journal.tags.all()
    return (
        [tag.word for tag in tags if tag.group != PEOPLE],
        [tag.word for tag in tags if tag.group == PEOPLE],
        journal.used_before.feelings(_MANY),
    )
