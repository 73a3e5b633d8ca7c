"""Writing an entry: a number, some feelings, a few words, or any of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.entry import Entry
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.versions_button import VersionsButton
from resilience_desktop.ui.insight_links import InsightLinks
from resilience_desktop.ui.journal.entry_form import EntryForm, now
from resilience_desktop.ui.journal.waiting import Waiting
from resilience_desktop.ui.journal.writing.whole_screen import WholeScreen
from resilience_desktop.ui.never_share import NeverShareButton
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sealing import seal, what_sealing_does
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.star_button import StarButton
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import at_the_start
from resilience_desktop.ui.widgets.one_at_a_time import OneAtATime
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work
    from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker

_NEW = "entry:new"


class Composer(QWidget):
    """The form of one entry, new or opened again. What is typed is kept as a draft."""

    editing_changed = Signal(str)
    """The id of the entry that is being changed, or nothing for a new one."""
    entry_kept = Signal(object)
    """An ``Entry`` that is in the journal now as it stood in the form."""

    def __init__(
        self, context: UiContext, parent: QWidget, form_place: QWidget, place: QWidget
    ) -> None:
        """Make everything where it will stand: the form in one place, the rest in the other."""
        super().__init__(parent)
        self.hide()  # form and footer are shown where the page puts them
        self._context = context
        self._slot = _NEW
        self._before: Entry | None = None
        self._just_kept = self._is_being_kept = False
        look = context.look
        self.form = EntryForm(context, form_place)
        self.mood, self.note = self.form.mood, self.form.note
        self.state = SavedState(
            look, name="journal.state", saved=text("Saved as a draft, {time}"), keeps_room=True
        )
        self.state.setToolTip(
            text("What you type is saved by itself. “Keep entry” puts it among your entries.")
        )
        self.cancel = buttons.quiet(look, text("Cancel"), name="journal.cancel")
        self.save = buttons.primary(look, text("Keep entry"), name="journal.save")
        self.versions = VersionsButton(
            context, Entry, name="journal.versions", before=lambda go: self._saving.then(go)
        )
        self.versions.brought_back.connect(self.open_entry)
        self._insights = InsightLinks(context, name="journal.insights")
        self.form.put_below(self._insights)
        self.never_share = NeverShareButton(context, name="journal.never_share")
        self.form.put_below(at_the_start(self.never_share))
        self.star = StarButton(context, name="journal.star")
        self.seal = buttons.quiet(
            look, text("Close and seal"), name="journal.seal", flush=True, drawing="lock"
        )
        self.waiting = Waiting(context, lambda: self._whole_screen.write_freely())
        self.unfinished = labels.small(
            look,
            text("Changes you began before are here. “Cancel” takes them back."),
            "text_muted",
            name="journal.unfinished",
        )
        self.about = self._lay_out_about(place)
        self.footer = self._lay_out_footer(place)
        self.seal.setToolTip(what_sealing_does())
        self._whole_screen = WholeScreen(
            context,
            self.note,
            self.state,
            self.save,
            heading=lambda: self.form.when.in_words() if self.is_changing else "",
        )
        self._saving = Saving(
            context,
            self.form,
            self.state,
            work=self._draft,
            words=self._in_words,
            is_kept_silently=self._is_unchanged,
        )
        self._connect()
        self._show(self.entry(), None)
        context.tasks.when_quiet(self._add_quiet_lines, owner=self)

    # What other parts of the page ask for

    def start(self) -> None:
        """Go on where someone left: with an entry being changed, or a new one."""
        self._context.tasks.read(_unfinished, self._go_on, owner=self)

    def offer_feelings(self) -> None:
        """Offer what was used last."""
        self.form.read_offers()

    def open_entry(self, id_: str, *, large: bool = False) -> None:
        """Open an entry to read or change; what was being written stays as a draft.

        A ``large`` one is shown on the whole screen.
        """
        self._saving.then(lambda: self._open(id_, large=large))

    def _open(self, id_: str, *, large: bool) -> None:
        def both(journal: Journal) -> tuple[Entry, Entry | None]:
            return journal.entry(id_), journal.drafts.get(f"entry:{id_}")

        def show(found: tuple[Entry, Entry | None]) -> None:
            entry, draft = found
            self._slot = f"entry:{id_}"
            self._show(draft or entry, entry)
            if large:
                self._whole_screen.show_note()
            else:
                self.mood.setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.tasks.read(both, show, owner=self, latest="journal.open")

    def new_entry(self) -> None:
        """Go back to the new entry, with whatever had been written of it."""
        self._saving.then(self._open_new)

    def _open_new(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.drafts.get(_NEW),
            self._go_on_new,
            owner=self,
            latest="journal.open",
        )

    def save_now(self) -> None:
        """Keep the draft at once: the focus leaves, or the app quits."""
        self._saving.flush()
        self._whole_screen.save_now()

    @property
    def feelings(self) -> FeelingsPicker:
        """The feelings of the entry."""
        return self.form.feelings

    @property
    def is_changing(self) -> bool:
        """Whether an entry that was kept before is open."""
        return self._before is not None

    @property
    def open_id(self) -> str:
        """The id of the entry that is being changed, or nothing for a new one."""
        return self._before.id if self._before is not None else ""

    def entry(self) -> Entry:
        """Return the entry as it stands in the form."""
        return self.form.entry()

    def _show_anew(self) -> None:
        """Show what the journal holds by now of the entry that is open."""
        if self.is_changing:
            self.open_entry(self.open_id)
        else:
            self.new_entry()

    # Keeping

    def keep(self) -> None:
        """Keep the entry; the form is emptied only when that has worked."""
        if self._is_being_kept or self.form.stay_at_what_is_wrong():
            return
        entry = self.entry()
        if entry.is_empty:
            self._context.notices.show(
                text("There is nothing to keep yet. A number is enough, and so is one word.")
            )
            return
        self._saving.forget()
        self._is_being_kept = True
        slot = self._slot

        def kept(_changes: Changes) -> None:
            self.offer_feelings()
            self._just_kept = True
            self.new_entry()
            self.entry_kept.emit(entry)

        self._saving.write(
            lambda journal: journal.keep_entry(entry, slot=slot), kept, finish=self.save.text()
        )
        self.form.look_at_words()  # once that is under way

    def leave(self) -> None:
        """Leave an entry as it was and go back to the new one; what was typed can come back."""
        self._saving.forget()
        slot, typed, before = self._slot, self.entry(), self._before

        def left(_changes: Changes) -> None:
            self.new_entry()
            if before is not None and typed != before:
                self._context.notices.show(
                    text("The entry stays as it was"), lambda: self._take_back(slot, typed, before)
                )

        self._saving.write(
            lambda journal: journal.drafts.keep(slot, None), left, finish=self.cancel.text()
        )

    def _take_back(self, slot: str, typed: Entry, before: Entry) -> None:
        def show() -> None:
            self._slot = slot
            self._show(typed, before)
            self._saving.touch()
            self._saving.flush()
            self.mood.setFocus(Qt.FocusReason.OtherFocusReason)

        self._saving.then(show)

    def _seal(self) -> None:
        """Put the entry that is open away, with what was changed in it."""
        id_ = self.open_id
        self._saving.then(lambda: seal(self._context, id_, owner=self))

    def _offer_keeping(self) -> None:
        self._is_being_kept = self._is_being_kept and self._saving.is_under_way

    def _draft(self) -> Work:
        entry, slot = self.entry(), self._slot
        draft = None if self._is_unchanged() else entry
        return lambda journal: journal.drafts.keep(slot, draft)

    def _in_words(self) -> str:
        from resilience_desktop.ui.dialogs.parts_in_words import in_words

        return in_words(self.entry(), self.form.scale_names())

    def _is_unchanged(self) -> bool:
        entry = self.entry()
        return entry == self._before if self._before else entry.is_empty

    def _journal_changed(self, changes: Changes) -> None:
        """Let go of an entry that went to the bin or was sealed: it is not to be seen here."""
        if self._before is None or not changes.entries:
            return
        id_ = self._before.id

        def let_go(is_away: bool) -> None:
            if is_away and self._before is not None and self._before.id == id_:
                self.new_entry()

        self._context.tasks.read(
            lambda journal: journal.bin.holds(id_) or journal.entry(id_).sealed,
            let_go,
            owner=self,
            latest="journal.in_bin",
        )

    # Showing

    def _go_on(self, found: tuple[str, Entry | None, Entry | None]) -> None:
        slot, draft, before = found
        if not self.entry().is_empty:
            return  # someone began to type before the answer came
        self._slot = slot
        self._show(draft or Entry(at=now()), before)
        if draft is not None:
            self.state.say_saved()
            if draft.note and self.mood.is_focused:
                self.note.go_on_with()

    def _go_on_new(self, draft: Entry | None) -> None:
        self._slot = _NEW
        self._show(draft or Entry(at=now()), None)

    def _show(self, entry: Entry, before: Entry | None) -> None:
        self._before = before
        self.form.show_entry(entry, before, leave_line=self._just_kept and not before)
        self._just_kept = False
        editing = before is not None
        if not editing:
            self._leave_buttons()
        self.save.setText(text("Keep changes") if editing else text("Keep entry"))
        is_unfinished = editing and entry != before
        self.unfinished.setVisible(is_unfinished)
        if is_unfinished:
            announce(self.unfinished, self.unfinished.text())
        self.cancel.setVisible(editing)
        self.seal.setVisible(editing)
        self.state.say_nothing()
        self.star.follow(self.open_id)
        self.never_share.follow(self.open_id)
        self.versions.follow(self.open_id)
        self._insights.follow(self.open_id)
        self.editing_changed.emit(before.id if before else "")

    def _leave_buttons(self) -> None:
        """Put the keyboard where a digit is a mood, before the button that has it goes.

        Qt would take it to whatever comes next in the window.
        """
        here = self.window().focusWidget()
        goes = (self.about, self.footer, self.never_share)
        if here and any(part is here or part.isAncestorOf(here) for part in goes):
            self.mood.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_beside(self, room: int) -> None:
        """Leave the room of a scroll bar beside what is about the whole entry."""
        layout = self.about.layout()
        if layout is not None:
            set_margins(layout, 0, 0, room, 0)

    # Building

    def _add_quiet_lines(self) -> None:
        from resilience_desktop.ui.journal.quiet_lines import quiet_lines

        self._lines.add(quiet_lines(self._context))

    def _lay_out_about(self, place: QWidget) -> QWidget:
        """Return what is about the whole entry: why it is not saved, and what can be done."""
        about = QWidget(place)
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.state.banner)
        self._lines = OneAtATime([self.waiting])  # words of one's own go before what is said
        column.addWidget(self._lines)
        line = FlowLayout(gap=16)
        for button in (self.star, self.versions, self.seal):
            line.addWidget(button)
        column.addLayout(line)
        return about

    def _lay_out_footer(self, place: QWidget) -> QWidget:
        """Return what stays in sight below the form: what else can be said, and keeping it."""
        footer = QWidget(place)
        column = QVBoxLayout(footer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.unfinished)
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch()
        for button in (self.cancel, self.save):
            row.addWidget(button)
        room = QWidget()  # of the state, which the whole screen borrows from a layout of Qt's own
        said = QHBoxLayout(room)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self.state)
        end = QWidget()
        end.setLayout(BesideOrBelow(room, ways, 12, least=lambda: room.sizeHint().width()))
        adders = self.form.adders
        line = BesideOrBelow(adders, end, 12, least=lambda: adders.minimumSizeHint().width())
        column.addLayout(line)
        return footer

    def _connect(self) -> None:
        self.form.changed.connect(self._saving.touch)
        self._saving.settled.connect(self._offer_keeping)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.leave)
        self.seal.clicked.connect(self._seal)
        self._context.tasks.journal_changed.connect(self._journal_changed)
        self._context.navigator.tags_renamed.connect(self._show_anew)


def _unfinished(journal: Journal) -> tuple[str, Entry | None, Entry | None]:
    """Return the slot to go on with, its draft, and the entry it would change."""
    for slot, draft in journal.drafts.all().items():
        if slot == f"entry:{draft.id}" and not journal.bin.holds(draft.id):
            return slot, draft, journal.entry(draft.id)
    return _NEW, journal.drafts.get(_NEW), None
