"""Which filters the timeline has: each can be taken away, all can be kept under a name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resilience_desktop.domain.timeline_filter import SavedFilter, TimelineFilter
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.filter_names import parts_of
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.chips import Chip, ChipGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.looking import Selection
    from resilience_desktop.ui.context import UiContext


class FilterBar(QWidget):
    """Chips of what is chosen, how much was found, and what can be done with it."""

    filter_changed = Signal(object)
    counted = Signal(int)
    """How much the filter lets through."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.filter_bar")
        self._context = context
        look = context.look
        self._filter = TimelineFilter()
        self._saved: tuple[SavedFilter, ...] = ()
        self._is_away = False
        self._chips = ChipGroup(
            look, name="journal.filter_chips", title=text("Filters; choose one to take it away")
        )
        self._chips.chosen_changed.connect(self._take_away)
        self._found = labels.small(look, "", "text_muted", name="journal.found")
        self._more = buttons.IconButton(
            look, "menu", text("What to do with these"), "inner", name="journal.found_menu"
        )
        self._more.clicked.connect(self._show_menu)
        self.saved = buttons.quiet(
            look,
            text("Saved filters"),
            name="journal.saved_filters",
            drawing="bookmark",
            flush=True,
        )
        """For the row of tools above; there is only something to see when some are saved."""
        self.saved.clicked.connect(self._show_saved)
        self.saved.hide()
        end = QWidget()
        foot = self._foot = QHBoxLayout(end)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._found)
        foot.addWidget(self._more)
        foot.addStretch()
        line = BesideOrBelow(self._chips, end, 12, least=lambda: self._chips.sizeHint().width())
        self._column = QVBoxLayout(self)
        self._column.addLayout(line)
        self.leave_room(0)
        self.hide()
        context.tasks.journal_changed.connect(self._journal_changed)
        self._read_saved()

    def show_filter(self, chosen: TimelineFilter) -> None:
        """Show what is chosen now."""
        self._filter = chosen
        names = list(parts_of(chosen))
        self._chips.set_words(names)
        self._chips.set_chosen(names)
        for chip in self._chips.findChildren(Chip):
            chip.mark = "close"
        self.make_room(is_needed=self._is_away)
        self.count()

    def make_room(self, *, is_needed: bool) -> None:
        """Be away while the same is shown and counted elsewhere."""
        self._is_away = is_needed
        self.setVisible(bool(self._filter) and not is_needed)

    def leave_room(self, side: int) -> None:
        """Keep away from the edge that reading ends at, by so many pixels."""
        set_margins(self._column, 8, 8, side, 16)

    def take_all_away(self) -> None:
        """Show everything."""
        self.filter_changed.emit(TimelineFilter())

    def count(self) -> None:
        """Count what the filter lets through."""
        chosen = self._filter

        def show(count: int) -> None:
            words = plural("{n} found", "{n} found", count)
            self._found.setText(words if chosen else "")
            for layout in (self._foot, self._column):  # at once, or the menu is cut for a moment
                layout.activate()
            self.counted.emit(count)
            if chosen:
                announce(self.window(), words)

        self._context.tasks.read(
            lambda journal: journal.looking.number_of(chosen),
            show,
            owner=self,
            latest="journal.number",
        )

    def _take_away(self) -> None:
        kept = self._chips.chosen()
        for name, without in parts_of(self._filter).items():
            if name not in kept:
                self.filter_changed.emit(without)
                return

    # What can be done

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add(self, menu: QMenu, words: str, work: Callable[[], object]) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda: work())

    def _show_menu(self) -> None:
        menu = self._menu("journal.found_menu.menu")
        self._add(menu, text("Save this filter ..."), self._save)
        self._add(menu, text("Export these ..."), self._export)
        self._add(menu, text("Send to Share"), self._share)
        menu.addSeparator()
        self._add(menu, text("Take all filters away"), self.take_all_away)
        _pop_up(menu, self._more)

    def _show_saved(self) -> None:
        menu = self._menu("journal.saved_filters.menu")
        for saved in self._saved:
            self._add(menu, saved.name, partial(self.filter_changed.emit, saved.filter))
        menu.addSeparator()
        for words, work in (
            (text("Rename"), self._rename),
            (text("Delete"), self._delete),
        ):
            sub = menu.addMenu(words)
            for saved in self._saved:
                self._add(sub, saved.name, partial(work, saved))
        _pop_up(menu, self.saved)

    def _export(self) -> None:
        from resilience_desktop.ui.export import save_these

        save_these(self._context, self.window(), self._filter)

    def _share(self) -> None:
        chosen = self._filter
        self._context.tasks.read(
            lambda journal: journal.looking.selection(chosen), self._to_share, owner=self
        )

    def _to_share(self, found: Selection | None) -> None:
        if found is None:
            self._context.notices.show(text("Nothing was found that could go to Share"))
        else:
            self._context.navigator.share_requested.emit(found)

    # Saved filters

    def _save(self) -> None:
        chosen = self._filter

        def add(name: str) -> None:
            others = tuple(saved for saved in self._saved if saved.name != name)
            self._keep((*others, SavedFilter(name, chosen)))

        self._ask_name(text("Save this filter"), "", add)

    def _rename(self, saved: SavedFilter) -> None:
        def rename(name: str) -> None:
            others = [other for other in self._saved if other.name != name or other == saved]
            self._keep(tuple(replace(o, name=name) if o == saved else o for o in others))

        self._ask_name(text("Rename this filter"), saved.name, rename)

    def _delete(self, saved: SavedFilter) -> None:
        before = self._saved
        self._keep(
            tuple(other for other in before if other != saved),
            lambda: self._context.notices.show(text("Filter deleted"), lambda: self._keep(before)),
        )

    def _ask_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        from resilience_desktop.ui.settings.name_dialog import NameDialog

        dialog = NameDialog(
            self._context.look,
            self.window(),
            "filter_name",
            title,
            field=text("Name of the filter"),
            keep=text("Save filter"),
            called=name,
        )
        dialog.named.connect(take)
        dialog.open()

    def _keep(
        self, filters: tuple[SavedFilter, ...], done: Callable[[], None] | None = None
    ) -> None:
        def told(_changes: Changes) -> None:
            if done is not None:
                done()

        self._context.tasks.write(
            lambda journal: journal.keep_settings(replace(journal.settings(), filters=filters)),
            told,
            owner=self,
        )

    def _read_saved(self) -> None:
        def show(settings: JournalSettings) -> None:
            self._saved = settings.filters
            self.saved.setVisible(bool(self._saved))

        self._context.tasks.read(
            lambda journal: journal.settings(), show, owner=self, latest="journal.saved_filters"
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read_saved()
        if changes.entries or changes.thought_records:
            self.count()


def _pop_up(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
